package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlugLaws {
    @Property(tries = 5000)
    void twiceIsOnce(@ForAll("texts") String text) {
        String slug = Slug.of(text);

        assertThat(Slug.of(slug)).isEqualTo(slug);
    }

    @Property(tries = 5000)
    void isASegmentWithinTheLimit(@ForAll("texts") String text) {
        String slug = Slug.of(text);
        String encoded = Slug.encoded(slug);

        assertThat(encoded).hasSizeBetween(1, Slug.MOST_BYTES).matches("[A-Za-z0-9%-]+");
        assertThat(slug)
                .doesNotStartWith("-")
                .doesNotEndWith("-")
                .doesNotContain("--")
                .isEqualTo(Normalizer.normalize(slug, Normalizer.Form.NFC));
        assertThat(slug.codePoints().filter(SlugLaws::isStrange)).isEmpty();
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(slug);
        assertThat(URI.create("https://site.example/" + encoded + "/").getPath())
                .isEqualTo("/" + slug + "/");
    }

    @Property(tries = 300)
    void uniqueSlugsDiffer(@ForAll("manyTexts") List<String> texts) {
        Set<String> taken = new HashSet<>();
        for (String text : texts) {
            String slug = Slug.unique(text, taken::contains);

            assertThat(taken.add(slug)).isTrue();
            assertThat(Slug.encoded(slug)).hasSizeLessThanOrEqualTo(Slug.MOST_BYTES);
            assertThat(Slug.of(slug)).isEqualTo(slug);
        }
    }

    @Test
    void everyCodePointIsStable() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = "a" + Character.toString(point) + "b";
            String slug = Slug.of(text);
            if (!Slug.of(slug).equals(slug)) {
                assertThat(Slug.of(slug)).as("U+%04X", point).isEqualTo(slug);
            }
        }
    }

    private static boolean isStrange(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.UPPERCASE_LETTER -> Character.toLowerCase(point) != point || !Character.isLetter(point);
            default -> false;
        };
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.of(
                                "Flood",
                                " ",
                                "-",
                                "'",
                                "’",
                                "إيران",
                                "می\u200Cخ",
                                "Straße",
                                "İ",
                                "Σ",
                                "\u0301",
                                "\u0327",
                                "漢",
                                "𠮷",
                                "\uD83D",
                                "🇮🇷",
                                "ᄒ",
                                "ᅡ",
                                "ᆫ",
                                "กี",
                                "\u202E",
                                "\u00AD",
                                "\u0345",
                                "ǅ",
                                "\u3164",
                                "²",
                                "½")),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(5)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of("word ".repeat(30), "ا".repeat(32), "漢".repeat(21), "e" + "\u0301".repeat(40))));
        return piece.list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> manyTexts() {
        return Arbitraries.oneOf(
                        Arbitraries.of("Flood", "flood!", "flood 2", "", "x".repeat(300), "ا".repeat(90)), texts())
                .list()
                .ofMaxSize(30);
    }
}
