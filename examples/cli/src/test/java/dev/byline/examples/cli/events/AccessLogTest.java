package dev.byline.examples.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogTest {
    private static final String START = "192.0.2.7 - - [20/Nov/2026:14:58:00 +0300] ";

    private final AccessLog log = new AccessLog(ZoneOffset.UTC);

    @Test
    void aCombinedLineIsAView() throws BadEvent {
        Event event = log.parse(START + "\"GET /bridge-closed/?a=1 HTTP/1.1\" 200 2326 \"-\" \"Mozilla/5.0 (X11)\"");
        assertThat(event.item()).isEqualTo("/bridge-closed/?a=1");
        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-20T11:58:00Z"));
        assertThat(event.request().method()).isEqualTo("GET");
        assertThat(event.request().status()).isEqualTo(200);
        assertThat(event.request().agent()).isEqualTo("Mozilla/5.0 (X11)");
        assertThat(event.visitor()).hasSize(32).doesNotContain("192");
        assertThat(event.toString()).doesNotContain(event.visitor()).doesNotContain("Mozilla");
    }

    @Test
    void aCommonLineKnowsNoAgent() throws BadEvent {
        Event event = log.parse(START + "\"GET /bridge HTTP/1.1\" 304 -");
        assertThat(event.request().agent()).isNull();
        assertThat(event.request().status()).isEqualTo(304);
    }

    @Test
    void visitorsAreToldApartByAddressAndAgent() throws BadEvent {
        String behind = " - - [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 200 1 \"-\" ";
        String one = log.parse("::1" + behind + "\"a\"").visitor();
        assertThat(log.parse("::1" + behind + "\"a\"").visitor()).isEqualTo(one);
        assertThat(log.parse("::2" + behind + "\"a\"").visitor()).isNotEqualTo(one);
        assertThat(log.parse("::1" + behind + "\"b\"").visitor()).isNotEqualTo(one);
        assertThat(log.parse("news.example:443 ::1" + behind + "\"a\"").visitor())
                .isEqualTo(one);
        assertThat(log.parse("::1 - Ana Maria [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"")
                        .visitor())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"a \\\"b\\\" c\"|a \"b\" c",
                "\"a \\x22b\\x22\"|a \"b\"",
                "\"a\"b\"c\"|a\"b\"c",
                "\"a\\\\\"|a\\",
                "\"\"|",
                "\"a\" \"203.0.113.9\"|a"
            })
    void quotesInAgentsAreUnderstood(String written, String agent) throws BadEvent {
        assertThat(log.parse(START + "\"GET / HTTP/1.1\" 200 1 \"https://a.example/?q=\\\"x\\\"\" " + written)
                        .request()
                        .agent())
                .isEqualTo(agent == null ? "" : agent);
    }

    @Test
    void bytesOfTheTargetReadAsInAnAddress() throws BadEvent {
        assertThat(log.parse(START + "\"GET /\\xd8\\xa7 HTTP/1.1\" 200 1").item())
                .isEqualTo("/%d8%a7");
    }

    @Test
    void theZoneIsForTimesWithoutAnOffset() throws BadEvent {
        AccessLog riyadh = new AccessLog(ZoneId.of("Asia/Riyadh"));
        String line = "::1 - - [20/Nov/2026:14:58:60] \"GET / HTTP/1.1\" 200 1";
        assertThat(riyadh.parse(line).at()).isEqualTo(Instant.parse("2026-11-20T11:58:59Z"));
        assertThat(riyadh.parse(START + "\"GET / HTTP/1.1\" 200 1").at())
                .isEqualTo(Instant.parse("2026-11-20T11:58:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "1.2.3.4",
                "1.2.3.4 - - [",
                " [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [20/Foo/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [31/Feb/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [20/Nov/2026:25:58:00 +0300] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +9900] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +0300]",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +0300] \"-\" 408 0",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1\" OK 1",
                "1.2.3.4 - - [20/Nov/2026:14:58:00 +0300] \"GET / HTTP/1.1\" 2"
            })
    void whatIsNoLineOfALogIsRefused(String line) {
        assertThatThrownBy(() -> log.parse(line)).isInstanceOf(BadEvent.class);
    }

    @Property
    void anyTextIsAViewOrRefused(@ForAll String before, @ForAll String asked, @ForAll String behind) {
        try {
            assertThat(new AccessLog(ZoneOffset.UTC)
                            .parse(before + START + "\"" + asked + "\" 200 " + behind)
                            .item())
                    .isNotNull();
        } catch (BadEvent refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
