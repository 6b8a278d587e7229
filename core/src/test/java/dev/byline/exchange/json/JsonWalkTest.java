package dev.byline.exchange.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.byline.exchange.json.JsonWalk.Kind;
import dev.byline.exchange.json.JsonWalk.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonWalkTest {
    /** What a visitor saw. */
    private static final class Seen implements JsonWalk.Visitor<RuntimeException> {
        private final BiFunction<String, Kind, Step> steps;
        private final List<String> pointers = new ArrayList<>();
        private final List<JsonValue> values = new ArrayList<>();
        private final List<String> passed = new ArrayList<>();

        Seen(BiFunction<String, Kind, Step> steps) {
            this.steps = steps;
        }

        @Override
        public Step step(String place, Kind kind) {
            return steps.apply(place, kind);
        }

        @Override
        public void take(String place, String pointer, JsonValue value) {
            pointers.add(pointer);
            values.add(value);
        }

        @Override
        public void passOver(String pointer, long line, String reason) {
            passed.add(pointer + " on line " + line);
        }
    }

    private static Seen walk(byte[] json, Set<String> unread, BiFunction<String, Kind, Step> steps)
            throws IOException, UnreadableJson {
        Seen seen = new Seen(steps);
        JsonWalk.over(new ByteArrayInputStream(json), unread, seen);
        return seen;
    }

    private static Seen whole(String json) throws IOException, UnreadableJson {
        return walk(json.getBytes(StandardCharsets.UTF_8), Set.of(), (place, kind) -> Step.TAKE);
    }

    private static UnreadableJson refusal(byte[] json) {
        return catchThrowableOfType(UnreadableJson.class, () -> walk(json, Set.of(), (place, kind) -> Step.TAKE));
    }

    private static UnreadableJson refusal(String json) {
        return refusal(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesInAndTakesWhatIsAskedFor() throws Exception {
        String json = """
                {"meta": {"v": 5},
                 "data": {"posts": [{"id": 1}, {"id": 2}], "emails": [{"html": "…"}], "none": [], "numbers": [3, 4]},
                 "a/b~": [{"id": 9}]}""";
        Seen seen = walk(
                json.getBytes(StandardCharsets.UTF_8),
                Set.of("v"),
                (place, kind) ->
                        place.isEmpty() || place.equals("/data") || place.equals("/data/posts") || place.equals("/a/b~")
                                ? Step.ENTER
                                : place.equals("/data/emails") ? Step.SKIP : Step.TAKE);
        assertThat(seen.pointers).containsExactly("/data/posts/0", "/data/posts/1", "/data", "/a~1b~0/0", "");
        assertThat(seen.values.get(1).first("id")).isEqualTo("2");
        assertThat(seen.values.get(1).line()).isEqualTo(2);
        assertThat(seen.values.get(2).fields()).containsOnlyKeys("none", "numbers");
        assertThat(seen.values.get(2).at("numbers").values()).hasSize(2);
        assertThat(seen.values.get(4).fields()).containsOnlyKeys("meta");
        assertThat(seen.values.get(4).at("meta").fields()).isEmpty();
    }

    @Test
    void tellsWhatAListBeginsWith() throws Exception {
        List<String> kinds = new ArrayList<>();
        walk(
                "{\"a\":[{}],\"b\":[],\"c\":[[]],\"d\":1,\"e\":{}}".getBytes(StandardCharsets.UTF_8),
                Set.of(),
                (place, kind) -> {
                    kinds.add(place + " " + kind);
                    return place.isEmpty() ? Step.ENTER : Step.SKIP;
                });
        assertThat(kinds).containsExactly(" OBJECT", "/a OBJECTS", "/b LIST", "/c LIST", "/d SIMPLE", "/e OBJECT");
    }

    @Test
    void readsWhatStandsBehindEachOther() throws Exception {
        Seen seen = whole("{\"id\":1}\n{\"id\":2}\r\n[3] \"four\"");
        assertThat(seen.values).hasSize(4);
        assertThat(seen.values).extracting(JsonValue::line).containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void countsOnlyTheFirstOfTwoFieldsWithOneName() throws Exception {
        assertThat(whole("{\"a\":1,\"a\":2}").values.get(0).first("a")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void readsEveryEncodingOfUnicode(String encoding) throws Exception {
        for (String mark : List.of("", "\uFEFF")) {
            byte[] json = (mark + "{\"a\":\"Đà Nẵng – إيران 🎈\"}").getBytes(Charset.forName(encoding));
            Seen seen = walk(json, Set.of(), (place, kind) -> Step.TAKE);
            assertThat(seen.values.get(0).first("a")).isEqualTo("Đà Nẵng – إيران 🎈");
        }
    }

    @Test
    void refusesWithOneReasonAndTheLine() {
        assertThat(refusal("").reason()).isEqualTo("is empty");
        assertThat(refusal("{\"a\":\n[1,2").reason()).startsWith("is cut off");
        assertThat(refusal("{\"a\":\n[1,2").line()).isEqualTo(2);
        assertThat(refusal("{\"a\":\n\n1 2}").reason()).isEqualTo("is not well-formed JSON");
        assertThat(refusal("{\"a\":\n\n1 2}").line()).isEqualTo(3);
        assertThat(refusal("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .reason())
                .isEqualTo("is not UTF-8");
        assertThat(refusal("[".repeat(101) + "]".repeat(101)).reason()).startsWith("is nested deeper than 100 levels");
        assertThat(refusal("[".repeat(1_000_000)).reason()).startsWith("is nested deeper than 100 levels");
        assertThat(refusal("{\"" + "n".repeat(2_000) + "\":1}").reason()).startsWith("is nested deeper");
    }

    @Test
    void passesOverWhatIsTooLargeAndGoesOn() throws Exception {
        String values = IntStream.range(0, 300_001).mapToObj(i -> "{}").collect(Collectors.joining(","));
        for (String large : List.of(
                "[" + values + "]",
                "{\"a\":[" + values + "]}",
                "{\"a\":[" + values + "],\"b\":1}",
                "{\"a\":\"" + "x".repeat(9 << 20) + "\",\"b\":\"" + "x".repeat(9 << 20) + "\",\"c\":[]}")) {
            Seen seen = walk(
                    ("[{\"id\":1},\n" + large + ",{\"id\":3}]").getBytes(StandardCharsets.UTF_8),
                    Set.of(),
                    (place, kind) -> place.isEmpty() || place.equals("/*") ? Step.ENTER : Step.TAKE);
            assertThat(seen.values.get(seen.values.size() - 1).first("id")).isEqualTo("3");
            Seen taken = walk(
                    ("[{\"id\":1},\n" + large + ",{\"id\":3}]").getBytes(StandardCharsets.UTF_8),
                    Set.of(),
                    (place, kind) -> place.isEmpty() ? Step.ENTER : Step.TAKE);
            assertThat(taken.passed).containsExactly("/1 on line 2");
            assertThat(taken.pointers).containsExactly("/0", "/2");
        }
    }

    @Test
    void letsTheMachinesFailureThrough() {
        IOException failure = new IOException("disk");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                throw failure;
            }
        };
        assertThatThrownBy(() -> JsonWalk.over(broken, Set.of(), new Seen((place, kind) -> Step.TAKE)))
                .isSameAs(failure);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsAnyJsonAsAnotherReaderDoes(@ForAll("nodes") JsonNode node) throws Exception {
        JsonValue value =
                whole(JsonMapper.shared().writeValueAsString(node)).values.get(0);
        assertSame(value, node);
        JsonStart start = JsonStart.of(JsonMapper.shared().writeValueAsBytes(node));
        assertThat(start.isJson()).isEqualTo(node.isContainer());
        node.propertyNames().stream()
                .filter(name -> name.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .forEach(name -> assertThat(start.has("/" + name)).isTrue());
    }

    private static void assertSame(JsonValue value, JsonNode node) {
        assertThat(value.isObject()).isEqualTo(node.isObject());
        assertThat(value.isList()).isEqualTo(node.isArray());
        assertThat(value.isText()).isEqualTo(node.isString());
        if (node.isString()) {
            assertThat(value.text()).isEqualTo(node.stringValue());
        }
        if (node.isNumber() || node.isBoolean()) {
            assertThat(value.text()).isEqualTo(node.toString());
        }
        assertThat(value.values()).hasSize(node.isArray() ? node.size() : 0);
        for (int i = 0; i < value.values().size(); i++) {
            assertSame(value.values().get(i), node.get(i));
        }
        assertThat(value.fields().keySet()).containsExactlyElementsOf(node.propertyNames());
        value.fields().forEach((name, field) -> assertSame(field, node.get(name)));
    }

    @Provide
    Arbitrary<JsonNode> nodes() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("abc\"\\/{}[],:\n\té\u0000")
                .withCharRange('\u4e00', '\u4e10')
                .ofMaxLength(12);
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(make::stringNode),
                Arbitraries.integers().map(make::numberNode),
                Arbitraries.of(true, false).map(make::booleanNode),
                Arbitraries.just(make.nullNode()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        leaves,
                        inner.list().ofMaxSize(4).map(list -> make.arrayNode().addAll(list)),
                        Arbitraries.maps(texts, inner)
                                .ofMaxSize(4)
                                .map(map -> make.objectNode().setAll(map))),
                0,
                4);
    }
}
