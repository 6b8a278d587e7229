package dev.byline.exchange.php;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i:-5;|-5",
                "d:0.25;|0.25",
                "b:1;|1",
                "b:0;|''",
                "N;|''",
                "s:0:\"\";|''",
                "s:6:\"héll\"|''",
                "s:6:\"héllo\";|héllo",
                "s:3:\"a\";\";|'a\";'",
                "s:5:\"too short\";|too short",
                "s:99:\"too long\";|too long"
            })
    void readsScalars(String serialised, String text) {
        PhpValue value = PhpValue.of(serialised);
        assertThat(value.text()).isEqualTo(serialised.endsWith("\"") ? "" : text);
        assertThat(value.entries()).isEmpty();
    }

    @Test
    void readsArraysWithinArrays() {
        PhpValue value = PhpValue.of("a:2:{s:3:\"key\";a:2:{i:0;s:4:\"(ツ\";i:1;b:1;}s:1:\"n\";N;}");
        assertThat(value.at("key").at("0").text()).isEqualTo("(ツ");
        assertThat(value.at("key").at("1").text()).isEqualTo("1");
        assertThat(value.entries()).containsOnlyKeys("key", "n");
        assertThat(value.at("none").at("none")).isSameAs(PhpValue.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "O:8:\"stdClass\":1:{s:1:\"a\";i:1;}",
                "a:1:{s:1:\"a\";O:8:\"stdClass\":0:{}}",
                "C:3:\"Foo\":2:{ab}",
                "a:1:{s:1:\"a\";R:1;}",
                "a:1:{i:0;",
                "a:1:{i:0;}",
                "a:1:{a:0:{}i:1;}",
                "}",
                "i:1;i:2;",
                "a:",
                "s:",
                "i:"
            })
    void makesNothingOfTheRest(String serialised) {
        PhpValue value = PhpValue.of(serialised);
        assertThat(value.text()).isEmpty();
        assertThat(value.entries()).isEmpty();
    }

    @Test
    void boundsDepthAndNumber() {
        assertThat(PhpValue.of("a:1:{i:0;".repeat(31) + "a:1:{i:0;i:7;}" + "}".repeat(31))
                        .entries())
                .hasSize(1);
        assertThat(PhpValue.of("a:1:{i:0;".repeat(33) + "i:7;" + "}".repeat(33)).entries())
                .isEmpty();
        assertThat(PhpValue.of("a:1:{i:0;".repeat(1_000_000)).entries()).isEmpty();
        assertThat(PhpValue.of("a:1:{" + "i:0;i:1;".repeat(10_000) + "}").entries())
                .isEmpty();
        assertThat(PhpValue.of("a:1:{" + "s:9:\"".repeat(200_000)).entries()).isEmpty();
    }

    /** Serialises as PHP does. */
    private static String serialised(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder all = new StringBuilder("a:" + map.size() + ":{");
            map.forEach((key, entry) -> all.append(serialised(key)).append(serialised(entry)));
            return all.append('}').toString();
        }
        String text = value.toString();
        return value instanceof Integer
                ? "i:" + text + ";"
                : "s:" + text.getBytes(StandardCharsets.UTF_8).length + ":\"" + text + "\";";
    }

    private static void assertSame(PhpValue read, Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(read.entries()).hasSize(map.size());
            map.forEach((key, entry) -> assertSame(read.at(key.toString()), entry));
        } else {
            assertThat(read.text()).isEqualTo(value.toString());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsWhatPhpWrites(@ForAll("values") Object value) {
        assertSame(PhpValue.of(serialised(value)), value);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void neverFails(@ForAll("values") Object value, @ForAll int cut) {
        String whole = serialised(value);
        int at = Math.floorMod(cut, whole.length());
        PhpValue.of(whole.substring(0, at));
        PhpValue.of(whole.substring(at));
        assertThat(PhpValue.of(whole.substring(0, at) + "O" + whole.substring(at))
                        .entries()
                        .size())
                .isBetween(0, 5);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.integers().map(number -> number),
                Arbitraries.strings().withChars("ab\";:{}é€").ofMaxLength(8).map(text -> text));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(List.of(
                        leaves,
                        Arbitraries.maps(
                                        Arbitraries.strings()
                                                .alpha()
                                                .ofMinLength(1)
                                                .ofMaxLength(5),
                                        inner)
                                .ofMaxSize(4)
                                .map(map -> map))),
                0,
                4);
    }
}
