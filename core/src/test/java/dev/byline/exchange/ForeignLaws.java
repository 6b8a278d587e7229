package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever other systems write comes in or is told, and never throws. */
class ForeignLaws {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private static ContentReader reader(String format) {
        ImportOptions options = ImportOptions.defaults().withSenders(true);
        return switch (format) {
            case "rest" -> WpRestReader.with(options);
            case "ghost" -> GhostReader.with(options);
            case "ninjs" -> NinjsReader.with(options);
            default -> FeedReader.with(options);
        };
    }

    private static void check(String format, byte[] document) {
        ContentReader reader = reader(format);
        Wxrs.Result result = Packs.read(reader, ContentSource.of("document", document));
        assertThat(Packs.read(reader, ContentSource.of("document", document))).isEqualTo(result);
        assertThat(result.articles())
                .extracting(dev.byline.article.Article::slug)
                .doesNotHaveDuplicates()
                .noneMatch(slug -> slug.isBlank() || slug.indexOf('/') >= 0);
        assertThat(result.articles()).extracting(dev.byline.article.Article::id).doesNotHaveDuplicates();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        JsonLinesWriter.with(ExportOptions.defaults().withSenders(true)).write(result.items(), lines);
        Wxrs.Result again = Packs.read(
                JsonLinesReader.with(ImportOptions.defaults().withSenders(true)),
                ContentSource.of("lines", lines.toByteArray()));
        assertThat(again.items()).isEqualTo(result.items());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyValueMayStandAnywhere(
            @ForAll("formats") String format,
            @ForAll("places") List<Integer> places,
            @ForAll("values") JsonNode value) {
        JsonNode document = JsonMapper.shared()
                .readTree(
                        switch (format) {
                            case "rest" -> WpRestReaderTest.all();
                            case "ghost" -> GhostReaderTest.EXPORT;
                            default -> NinjsReaderTest.ITEM;
                        });
        for (int place : places) {
            replace(document, place, value.deepCopy());
        }
        check(format, JsonMapper.shared().writeValueAsBytes(document));
    }

    /** Puts a value in the place of another, counted from the top. */
    private static void replace(JsonNode document, int place, JsonNode value) {
        List<Runnable> places = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(List.of(document));
        for (int i = 0; i < open.size(); i++) {
            JsonNode node = open.get(i);
            node.forEach(open::add);
            if (node instanceof ObjectNode object) {
                object.propertyNames().forEach(name -> places.add(() -> object.set(name, value)));
            } else if (node instanceof ArrayNode array) {
                for (int at = 0; at < array.size(); at++) {
                    int index = at;
                    places.add(() -> array.set(index, value));
                }
            }
        }
        places.get(Math.floorMod(place, places.size())).run();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreReadOrRefused(
            @ForAll("allFormats") String format, @ForAll("places") List<Integer> places, @ForAll("bits") String bits) {
        String whole = switch (format) {
            case "rest" -> WpRestReaderTest.all();
            case "ghost" -> GhostReaderTest.EXPORT;
            case "ninjs" -> NinjsReaderTest.ITEM;
            case "rss" -> FeedReaderTest.RSS;
            default -> FeedReaderTest.ATOM;
        };
        byte[] document = whole.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < places.size(); i++) {
            document[Math.floorMod(places.get(i), document.length)] = (byte) bits.charAt(i % bits.length());
        }
        check(format, document);
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of("rest", "ghost", "ninjs");
    }

    @Provide
    Arbitrary<String> allFormats() {
        return Arbitraries.of("rest", "ghost", "ninjs", "rss", "atom");
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().greaterOrEqual(0).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> bits() {
        return Arbitraries.strings()
                .withChars("<>&\"'{}[],:\\ \n0aZ\u00e9\u0000")
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.of(
                                "",
                                " ",
                                "-1",
                                "0",
                                "1",
                                "2026-10-01T09:30:00Z",
                                "0000-00-00T00:00:00",
                                "<b>",
                                "/",
                                "..",
                                "a/b",
                                "\ud800",
                                "a@b.example",
                                "x".repeat(500),
                                "99999999999999999999",
                                "[caption]",
                                "Iraq",
                                "post",
                                "page",
                                "draft",
                                "javascript:x",
                                "http://[")
                        .map(MAKE::stringNode),
                Arbitraries.of(-1, 0, 1, Integer.MAX_VALUE).map(MAKE::numberNode),
                Arbitraries.of(true, false).map(MAKE::booleanNode),
                Arbitraries.just(MAKE.nullNode()));
        Arbitrary<String> names = Arbitraries.of("id", "name", "slug", "value", "rendered", "href", "data", "url");
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        leaves,
                        inner.list().ofMaxSize(3).map(list -> MAKE.arrayNode().addAll(list)),
                        Arbitraries.maps(names, inner)
                                .ofMaxSize(3)
                                .map(map -> MAKE.objectNode().setAll(map))),
                0,
                3);
    }
}
