package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:30:15Z,           2026-11-20T12:30:15Z",
        "2026-11-20T12:30:15.250Z,       2026-11-20T12:30:15.250Z",
        "2026-11-20t12:30z,              2026-11-20T12:30:00Z",
        "2026-11-20T12:30:15+03:00,      2026-11-20T09:30:15Z",
        "2026-11-20 12:30:15 -0430,      2026-11-20T17:00:15Z",
        "2026-11-20 12:30,               2026-11-20T12:30:00Z",
        "2026-11-20 9:05:00 -0500,       2026-11-20T14:05:00Z",
        "2026-11-20,                     2026-11-20T00:00:00Z",
        "2026-11,                        2026-11-01T00:00:00Z",
        "1963,                           1963-01-01T00:00:00Z",
        "0001-01-01,                     0001-01-01T00:00:00Z",
        "9999-12-31,                     9999-12-31T00:00:00Z"
    })
    void reads_what_collections_write(String text, Instant at) {
        assertThat(Dates.of(text)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-11-20 -9:00",
                "2026-11-20 009:00",
                "2026-11-20T25:00:00Z",
                "20 November 2026",
                "75\\04\\02",
                "+12026-01-01",
                "-0044-03-15",
                "2026-11-20T12:30:15Z and more",
                "-",
                "99999"
            })
    void gives_none_for_what_is_none(String text) {
        assertThat(Dates.of(text)).isNull();
    }

    @Test
    void a_long_text_is_none() {
        assertThat(Dates.of("2026-11-20" + " ".repeat(100_000))).isNull();
        assertThat(Dates.of("")).isNull();
    }
}
