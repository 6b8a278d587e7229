package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextSketchTest {
    private static final String TEXT =
            "The council said that the bridge would stay closed until the spring, and that buses"
                    + " go by way of the old road on the other side of the river.";

    @Test
    void theSameWordsInAnotherDressAreOne() {
        TextSketch sketch = TextSketch.of(TEXT);
        assertThat(sketch.resemblance(TextSketch.of("THE СOUNCIL: said\u200b – " + TEXT.substring(17))))
                .isOne();
        assertThat(sketch.resemblance(sketch)).isOne();
    }

    @Test
    void aFewOtherWordsLeaveMuchAndOtherTextsNothing() {
        TextSketch sketch = TextSketch.of(TEXT);
        assertThat(sketch.resemblance(TextSketch.of(TEXT + " Hello 7391"))).isBetween(0.85, 0.99);
        assertThat(sketch.resemblance(TextSketch.of(TEXT.replace("spring", "summer"))))
                .isBetween(0.75, 0.95);
        assertThat(sketch.resemblance(TextSketch.of("Nobody asked those who live here what they think of all this")))
                .isZero();
    }

    @Test
    void itEstimatesTheShareOfPairsInCommon() {
        Random random = new Random(3);
        double error = 0;
        int many = 50;
        for (int n = 0; n < many; n++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                words.add("w" + random.nextInt(100_000));
            }
            List<String> others = new ArrayList<>(words.subList(0, 50 + 5 * n));
            for (int i = others.size(); i < 300; i++) {
                others.add("v" + random.nextInt(100_000));
            }
            double estimated =
                    TextSketch.of(String.join(" ", words)).resemblance(TextSketch.of(String.join(" ", others)));
            error += Math.abs(estimated - jaccard(words, others)) / many;
        }
        assertThat(error).isCloseTo(0, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"So true!", "one two three four five six seven", "\ud83d\udc4d", "!!!", "क", "42"})
    void aShortTextResemblesOnlyItself(String text) {
        TextSketch sketch = TextSketch.of(text);
        assertThat(sketch.resemblance(TextSketch.of(text.toUpperCase(java.util.Locale.ROOT))))
                .isOne();
        for (String other : List.of(text + " x", "x " + text, TEXT, "", "\ud83d\ude00")) {
            assertThat(sketch.resemblance(TextSketch.of(other))).isZero();
        }
    }

    static Stream<String> texts() {
        return Stream.of("", "a", "one two three four five six seven eight", TEXT, TEXT.repeat(50), "क ".repeat(9));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsEncodedIsDecoded(String text) {
        TextSketch sketch = TextSketch.of(text);
        assertThat(sketch.encoded()).hasSizeLessThanOrEqualTo(172).matches("[A-Za-z0-9_-]*");
        assertThat(TextSketch.decoded(sketch.encoded())).isEqualTo(sketch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p",
                "w",
                "x",
                "wAAAA",
                "pAAAABAAAAA",
                "pAAAAAgAAAAE",
                "wAAAAAgAAAAM",
                "p\u00e9\u00e9",
                "p????"
            })
    void whatIsNoSketchIsTheEmptyOne(String encoded) {
        assertThat(TextSketch.decoded(encoded)).isEqualTo(TextSketch.EMPTY);
        assertThat(TextSketch.EMPTY.resemblance(TextSketch.EMPTY)).isZero();
    }

    @Test
    void itIsTheSameInEveryVersion() {
        assertThat(TextSketch.of("So true!").encoded()).isEqualTo("wjumLmg");
        assertThat(TextSketch.of("one two three four five six seven eight").encoded())
                .isEqualTo("pC2szPSTvDEUyAArXMvGQOUkRBPppZ9RsenEeog");
    }

    private static double jaccard(List<String> one, List<String> other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        Set<String> all = new HashSet<>(pairs);
        all.addAll(others);
        pairs.retainAll(others);
        return (double) pairs.size() / all.size();
    }

    private static Set<String> pairs(List<String> words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }
}
