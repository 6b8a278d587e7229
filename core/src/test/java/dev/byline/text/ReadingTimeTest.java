package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "don't stop|2|0",
                "It’s 3.5 or 1,000|4|0",
                "U.S. policy|2|0",
                "well-known|2|0",
                "— … ! ?|0|0",
                "إيران والعراق|2|0",
                "إِيرَان|1|0",
                "می\u200Cخواهم بروم|2|0",
                "नमस्ते दुनिया|2|0",
                "東京で会議|0|5",
                "「東京」、です。|0|4",
                "한국어 기사|0|5",
                "Apple社 の iPhone|2|2",
                "ภาษาไทยของเรา|3|0",
                "end.Next a..b|3|0",
                "𝒳𝒴 𠮷|1|1"
            })
    void countsWhatIsRead(String text, int words, int characters) {
        assertThat(Words.count(text)).isEqualTo(new Words.Count(words, characters));
    }

    @Test
    void roundsUpFromOneMinute() {
        assertThat(ReadingTime.jnews().minutes("<p>One</p>")).isEqualTo(1);
        assertThat(ReadingTime.jnews().minutes("word ".repeat(300))).isEqualTo(1);
        assertThat(ReadingTime.jnews().minutes("word ".repeat(301))).isEqualTo(2);
        assertThat(ReadingTime.hugo().minutes("word ".repeat(212))).isEqualTo(1);
        assertThat(ReadingTime.hugo().minutes("word ".repeat(213))).isEqualTo(2);
        assertThat(ReadingTime.hugo().minutes("字".repeat(1001))).isEqualTo(3);
        assertThat(ReadingTime.hugo().minutes("word ".repeat(106) + "字".repeat(250)))
                .isEqualTo(1);
        assertThat(ReadingTime.hugo().minutes("word ".repeat(106) + "字".repeat(251)))
                .isEqualTo(2);
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(ReadingTime.jnews().minutes("")).isZero();
        assertThat(ReadingTime.jnews().minutes("<p>…</p><img src=a><script>var x</script>"))
                .isZero();
    }

    @Test
    void speedsAreAboveZero() {
        assertThatThrownBy(() -> new ReadingTime(0, 500)).hasMessageContaining("0 words");
        assertThatThrownBy(() -> ReadingTime.hugo().withCharactersPerMinute(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ReadingTime.hugo().withWordsPerMinute(300)).isEqualTo(ReadingTime.jnews());
    }
}
