package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownDatesTest {
    private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-09-30T21:00:00Z",
        "2026-1-2, 2026-01-01T21:00:00Z",
        "2026-10-01 08:30, 2026-10-01T05:30:00Z",
        "2026-10-01 8:30:15, 2026-10-01T05:30:15Z",
        "2026-10-01T08:30:15, 2026-10-01T05:30:15Z",
        "2026-10-01t08:30:15z, 2026-10-01T08:30:15Z",
        "2026-10-01T08:30:15.123456789Z, 2026-10-01T08:30:15.123456789Z",
        "2026-10-01T08:30:15.1234567891234Z, 2026-10-01T08:30:15.123456789Z",
        "2026-10-01 08:30:15 Z, 2026-10-01T08:30:15Z",
        "2026-10-01 08:30:15 +0300, 2026-10-01T05:30:15Z",
        "2026-10-01 08:30:15 +03:00, 2026-10-01T05:30:15Z",
        "2026-10-01 08:30:15 +03, 2026-10-01T05:30:15Z",
        "2026-10-01T08:30:15-04:30, 2026-10-01T13:00:15Z",
        "2026-10-01  08:30:15   +0300, 2026-10-01T05:30:15Z",
        "2026-10-01 08:30:15 UTC, 2026-10-01T08:30:15Z",
        "2026-10-01 08:30:15 Asia/Baghdad, 2026-10-01T05:30:15Z",
        "2024-02-29, 2024-02-28T21:00:00Z"
    })
    void readsDatesWithOrWithoutTimeAndZone(String text, Instant instant) {
        assertThat(MarkdownDates.of(text, RIYADH)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026",
                "2026-10",
                "2026-13-01",
                "2026-02-30",
                "0000-00-00",
                "0000-01-01",
                "2026-10-01 25:00",
                "2026-10-01 08:3",
                "2026-10-01 08:30:61",
                "2026-10-01 08:30:15 2023 -0800",
                "2026-10-01 08:30:15 Mars/Base",
                "2026-10-01 08:30:15 +3",
                "2026-10-01 08:30:15 +0399",
                "2026-10-01 08:30:15 +99:00",
                "2026-10-01 08:30:15 +03:00x",
                "20261001",
                "01/10/2026",
                "October 1, 2026",
                "2026-10-01x",
                "٢٠٢٦-١٠-٠١"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(MarkdownDates.of(text, RIYADH)).isNull();
        assertThat(MarkdownDates.of(text + " ".repeat(100_000) + text, RIYADH)).isNull();
    }

    @Test
    void namesOfFilesMayBeginWithTheirDate() {
        assertThat(MarkdownDates.ofName("2026-10-01-bridge-closed", RIYADH)).isEqualTo("2026-09-30T21:00:00Z");
        assertThat(MarkdownDates.withoutDate("2026-10-01-bridge-closed")).isEqualTo("bridge-closed");
        for (String none :
                new String[] {"bridge", "2026-10-01", "2026-10-01-", "2026-1-01-bridge", "2026_10_01_x", ""}) {
            assertThat(MarkdownDates.withoutDate(none)).isEqualTo(none);
        }
        assertThat(MarkdownDates.ofName("2026-13-01-bridge", RIYADH)).isNull();
        assertThat(MarkdownDates.ofName("2026-10-01", RIYADH)).isNull();
    }

    @Test
    void aZoneMayHaveSkippedTheHour() {
        // Clocks in Beirut went from 0:00 to 1:00.
        assertThat(MarkdownDates.of("2026-03-29 00:30", ZoneId.of("Asia/Beirut")))
                .isEqualTo("2026-03-28T22:30:00Z");
    }
}
