package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.testkit.SampleArticles;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"n1", "a~b", "~", "إيران", "2026-01-01T00:00:00Z", "a b/c?d=e", "\uD83D\uDE00"})
    void aCursorComesBackFromItsText(String id) {
        for (Instant at : new Instant[] {SampleArticles.NOW, Instant.EPOCH.minusNanos(1), Instant.MIN, Instant.MAX}) {
            ArchiveCursor cursor = new ArchiveCursor(at, ArticleId.of(id));
            assertThat(ArchiveCursor.parse(cursor.toString())).contains(cursor);
            assertThat(ArchiveCursor.of(cursor.toString())).isEqualTo(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "~",
                "~n1",
                "n1",
                "2026-11-01T12:00:00Z",
                "2026-11-01T12:00:00Z~",
                "2026-11-01T12:00:00Z~ ",
                "2026-11-01~n1",
                "2026-13-01T12:00:00Z~n1",
                "99999999999999999999-01-01T00:00:00Z~n1",
                "1793534400~n1",
                "<script>~n1",
                "2026-11-01T12:00:00Z\u0000~n1",
                "null"
            })
    void whatAReaderTypedIsNoCursor(String text) {
        assertThat(ArchiveCursor.parse(text)).isEmpty();
        assertThatThrownBy(() -> ArchiveCursor.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longTextIsNoCursor() {
        assertThat(ArchiveCursor.parse("2026-11-01T12:00:00Z~" + "x".repeat(201)))
                .isEmpty();
        assertThat(ArchiveCursor.parse("9".repeat(1_000_000) + "~n1")).isEmpty();
        assertThat(ArchiveCursor.parse("~".repeat(1_000_000))).isEmpty();
    }

    @Test
    void whatHasNoDateHasNoPlace() {
        Article draft = Article.builder(ArticleId.of("d1"), "d").build();
        assertThatThrownBy(() -> ArchiveCursor.behind(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d1");
    }
}
