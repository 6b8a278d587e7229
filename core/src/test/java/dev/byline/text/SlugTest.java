package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flood closes bridge|flood-closes-bridge",
                "  “It’s over,” says minister!  |its-over-says-minister",
                "إيران|إيران",
                "Straße|straße",
                "Cafe\u0301|café",
                "İstanbul|istanbul",
                "ΟΔΟΣ|οδος",
                "R&D / C++ -- 50%|r-d-c-50",
                "می\u200Cخواهم|میخواهم",
                "مـــصر|مصر",
                "東京で会議|東京で会議",
                "한국|한국",
                "\u202Eevil\u202C\u200B\uFEFF|evil",
                "../../etc/passwd|etc-passwd",
                "👍🏽 yes 1\uFE0F\u20E3|yes-1",
                "\u0301a|a",
                "a_b|a-b",
                "x\uD800y|xy",
                "𝒳 𠮷|𝒳-𠮷",
                "!!!|untitled",
                "नेपाली|नेपाली"
            })
    void isReadable(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void theFallbackIsStated() {
        assertThat(Slug.of("")).isEqualTo(Slug.FALLBACK);
        assertThat(Slug.of("!".repeat(10_000))).isEqualTo(Slug.FALLBACK);
    }

    @Test
    void isCutAtAHyphenElseBetweenCharacters() {
        assertThat(Slug.of("word ".repeat(60))).isEqualTo("word-".repeat(40).substring(0, 199));
        assertThat(Slug.of("a".repeat(150) + " " + "b".repeat(150))).isEqualTo("a".repeat(150));
        assertThat(Slug.of("a".repeat(20) + " " + "b".repeat(300))).hasSize(200);
        assertThat(Slug.of("ا".repeat(100))).isEqualTo("ا".repeat(33));
        assertThat(Slug.of("漢".repeat(100))).isEqualTo("漢".repeat(22));
        assertThat(Slug.of("x" + "𠮷".repeat(100))).isEqualTo("x" + "𠮷".repeat(16));
        assertThat(Slug.of("กี".repeat(100))).endsWith("กี").hasSize(22);
    }

    @Test
    void encodesForAnAddress() {
        assertThat(Slug.encoded("a-b.c_d~9")).isEqualTo("a-b.c_d~9");
        assertThat(Slug.encoded("été/ ?%𠮷\uD800")).isEqualTo("%C3%A9t%C3%A9%2F%20%3F%25%F0%A0%AE%B7%EF%BF%BD");
        assertThat(Slug.encoded("إيران")).isEqualTo("%D8%A5%D9%8A%D8%B1%D8%A7%D9%86");
    }

    @Test
    void numbersWhatIsTaken() {
        Set<String> taken = Set.of("flood", "flood-2", "untitled");

        assertThat(Slug.unique("Flood", taken::contains)).isEqualTo("flood-3");
        assertThat(Slug.unique("Fire", taken::contains)).isEqualTo("fire");
        assertThat(Slug.unique("?", taken::contains)).isEqualTo("untitled-2");
        String longest = "a".repeat(Slug.MOST_BYTES);
        assertThat(Slug.unique(longest, longest::equals)).isEqualTo("a".repeat(198) + "-2");
        String hyphenAtCut = "a".repeat(197) + "-bc";
        assertThat(Slug.unique(hyphenAtCut, hyphenAtCut::equals)).isEqualTo("a".repeat(197) + "-2");
        assertThatThrownBy(() -> Slug.unique("flood", slug -> true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHostMayTransliterate() {
        assertThat(Slug.of("Öl", text -> text.replace("Ö", "Oe"))).isEqualTo("oel");
        assertThat(Slug.of("ایران", text -> "")).isEqualTo("ایران");
    }
}
