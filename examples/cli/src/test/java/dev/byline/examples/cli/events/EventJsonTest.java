package dev.byline.examples.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final Audience AUDIENCE = Audience.with(AudiencePolicy.defaults());

    @Test
    void aViewNeedsAnArticleAndATimeAlone() throws BadEvent {
        Event event = EventJson.parse("{\"article\":\"17\",\"at\":\"2026-11-20T14:58:00+03:00\"}");
        assertThat(event.kind()).isEqualTo(Engagement.Kind.VIEW);
        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-20T11:58:00Z"));
        assertThat(event.told(AUDIENCE).reader()).isEqualTo(Reader.PERSON);
        assertThat(event.weight()).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfTheRequestTellsTheReader() throws BadEvent {
        String start = "{\"item\":17,\"t\":1795174680000,\"visitor\":\"secret\",";
        assertThat(EventJson.parse(start + "\"ua\":\"Somebot\"}").told(AUDIENCE).reader())
                .isEqualTo(Reader.BOT);
        assertThat(EventJson.parse(start + "\"ua\":null}").told(AUDIENCE).reader())
                .isEqualTo(Reader.BOT);
        assertThat(EventJson.parse(start + "\"purpose\":\"prefetch\"}")
                        .told(AUDIENCE)
                        .reader())
                .isEqualTo(Reader.PREFETCH);
        assertThat(EventJson.parse(start + "\"method\":\"HEAD\"}")
                        .told(AUDIENCE)
                        .reader())
                .isEqualTo(Reader.PREFETCH);
        assertThat(EventJson.parse(start + "\"status\":404}").told(AUDIENCE).view())
                .isFalse();
        Event stated = EventJson.parse(start + "\"ua\":\"Somebot\",\"reader\":\"editor\"}");
        assertThat(stated.told(AUDIENCE).reader()).isEqualTo(Reader.EDITOR);
        assertThat(stated.toString()).doesNotContain("secret").doesNotContain("Somebot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "17",
                "{",
                "{\"article\":\"17\"}",
                "{\"at\":\"2026-11-20T11:58:00Z\"}",
                "{\"article\":\" \",\"t\":1}",
                "{\"article\":[],\"t\":1}",
                "{\"article\":\"17\",\"t\":1e400}",
                "{\"article\":\"17\",\"t\":9223372036854775808}",
                "{\"article\":\"17\",\"t\":1.5}",
                "{\"article\":\"17\",\"at\":\"yesterday\"}",
                "{\"article\":\"17\",\"at\":\"+9999999999-01-01T00:00:00Z\"}",
                "{\"article\":\"17\",\"t\":1,\"kind\":\"applause\"}",
                "{\"article\":\"17\",\"t\":1,\"reader\":\"king\"}",
                "{\"article\":\"17\",\"t\":1,\"status\":-1}",
                "{\"article\":\"17\",\"t\":1,\"weight\":0}",
                "{\"article\":\"17\",\"t\":1,\"weight\":9223372036854775807}",
                "{\"article\":\"17\",\"t\":1,\"weight\":1e308}",
                "{\"article\":\"17\",\"t\":1,\"visitor\":{}}"
            })
    void whatIsNoEventIsRefused(String line) {
        assertThatThrownBy(() -> EventJson.parse(line)).isInstanceOf(BadEvent.class);
    }

    @Test
    void timesAtTheLimitsOfTheirTypeAreRead() throws BadEvent {
        for (long at : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            assertThat(EventJson.parse("{\"article\":\"17\",\"t\":" + at + "}").at())
                    .isEqualTo(Instant.ofEpochMilli(at));
        }
    }

    @Test
    void depthIsRefusedAndNeverQuoted() {
        String deep = "{\"article\":\"17\",\"t\":1,\"more\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
        assertThatThrownBy(() -> EventJson.parse(deep)).hasMessage("not the JSON of an event");
        assertThatThrownBy(() -> EventJson.parse("{\"visitor\":\"secret\" x"))
                .hasMessage("not the JSON of an event")
                .hasNoCause();
    }

    @Property
    void anyTextIsAnEventOrRefused(@ForAll String text) {
        try {
            assertThat(EventJson.parse(text).item()).isNotBlank();
        } catch (BadEvent refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
