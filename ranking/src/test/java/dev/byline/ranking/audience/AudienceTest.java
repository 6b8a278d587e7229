package dev.byline.ranking.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.ranking.BothJacksons;
import dev.byline.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Audience audience = Audience.with(AudiencePolicy.defaults());

    @ParameterizedTest
    @Rule("P-36")
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.5 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 BOTIM/3.2",
                "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/400.0]",
                "Lynx/2.9.0 libwww-FM/2.14",
                "متصفح"
            })
    void browsersArePeople(String agent) {
        assertThat(audience.of(Request.of(agent)))
                .isEqualTo(new Audience.Told(Reader.PERSON, true, "P-36", "nothing says otherwise"));
    }

    @ParameterizedTest
    @Rule("P-30")
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
                "UniversalFeedParser/4.2 +http://feedparser.org/",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 (compatible; Longboat/1.0; desk@longboat.example)",
                "skiff/0.1 (https://skiff.example/)",
                "WhatsApp/2.24.1 A",
                "Mozilla/5.0 (compatible; CUBOT/1; Somebot/2)",
                "curl/8.5.0",
                "Java/17.0.1",
                "okhttp/4.12.0",
                "Pingdom.com_bot_version_1.4",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36"
            })
    void programsThatSaySoAreBots(String agent) {
        assertThat(audience.of(Request.of(agent)))
                .returns(Reader.BOT, Audience.Told::reader)
                .returns("P-30", Audience.Told::rule);
        assertThat(Audience.with(AudiencePolicy.open()).of(Request.of(agent)).reader())
                .isEqualTo(Reader.PERSON);
    }

    @Test
    @Rule("P-30")
    void theReasonNamesThePhraseAndNotTheAgent() {
        assertThat(audience.of(Request.of("SecretCRAWLER/1")).reason()).isEqualTo("says \"crawl\": crawler");
        assertThat(audience.of(Request.of("CURL/1")).reason()).isEqualTo("says \"curl\": HTTP library");
        assertThat(Request.of("secret")).hasToString("Request[GET 200]");
    }

    @Test
    @Rule("P-31")
    void whoNamesNoAgentIsABot() {
        for (String none : new String[] {"", " ", "-", "\t"}) {
            assertThat(audience.of(Request.of(none)))
                    .isEqualTo(new Audience.Told(Reader.BOT, true, "P-31", "names no agent"));
        }
        Request unknown = new Request("GET", 200, null, List.of(), Set.of());
        assertThat(audience.of(unknown).reader()).isEqualTo(Reader.PERSON);
        assertThat(Audience.with(AudiencePolicy.defaults().nameless(false)).of(Request.of("")))
                .returns(Reader.PERSON, Audience.Told::reader);
    }

    @ParameterizedTest
    @Rule("P-32")
    @ValueSource(
            strings = {
                "prefetch",
                "prefetch;prerender",
                "Prefetch; anonymous-client-ip",
                "prerender",
                "preview",
                " x, PREVIEW"
            })
    void browsersAheadOfTheirReadersAreTold(String purpose) {
        for (String header : List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")) {
            Map<String, String> headers = Map.of("User-Agent", FIREFOX, header, purpose);
            assertThat(audience.of(Request.of("GET", 200, headers::get, Set.of())))
                    .returns(Reader.PREFETCH, Audience.Told::reader)
                    .returns("P-32", Audience.Told::rule);
        }
        Request ahead = new Request("GET", 200, FIREFOX, List.of(purpose), Set.of());
        assertThat(Audience.with(AudiencePolicy.defaults().prefetches(false)).of(ahead))
                .returns(Reader.PERSON, Audience.Told::reader);
    }

    @Test
    @Rule("P-32")
    void otherPurposesSayNothing() {
        for (String purpose : new String[] {"", "prefetched", "unprefetch", "speculation", ";;;", "پیش", "pre fetch"}) {
            assertThat(audience.of(new Request("GET", 200, FIREFOX, List.of(purpose), Set.of())))
                    .returns(Reader.PERSON, Audience.Told::reader);
        }
    }

    @Test
    @Rule("P-33")
    void whoAsksForTheHeadAloneReadsNothing() {
        assertThat(audience.of(new Request("HEAD", 200, FIREFOX, List.of(), Set.of())))
                .isEqualTo(new Audience.Told(Reader.PREFETCH, true, "P-33", "asks for the head alone"));
    }

    @Test
    @Rule("P-34")
    void rolesOfTheHouseComeFirst() {
        Request editor = new Request("GET", 200, "curl/8", List.of("prefetch"), Set.of("Editor ", "subscriber"));
        assertThat(audience.of(editor))
                .isEqualTo(new Audience.Told(Reader.EDITOR, true, "P-34", "comes from the house"));
        assertThat(audience.of(new Request("GET", 200, FIREFOX, List.of(), Set.of("subscriber"))))
                .returns(Reader.PERSON, Audience.Told::reader);
        assertThat(Audience.with(AudiencePolicy.defaults().editors(List.of("DESK")))
                        .of(new Request("GET", 200, FIREFOX, List.of(), Set.of("desk"))))
                .returns(Reader.EDITOR, Audience.Told::reader);
    }

    @Test
    @Rule("P-35")
    void onlyPagesThatWereShownAreViews() {
        for (int status : new int[] {0, 200, 304}) {
            assertThat(audience.of(request("get", status)).view())
                    .as("" + status)
                    .isTrue();
        }
        for (int status : new int[] {-1, 199, 204, 206, 301, 302, 404, 410, 500, Integer.MAX_VALUE}) {
            assertThat(audience.of(request("GET", status)))
                    .isEqualTo(new Audience.Told(Reader.PERSON, false, "P-35", "was answered " + status));
        }
        for (String method : new String[] {"POST", "OPTIONS", "x", "\u0000"}) {
            assertThat(audience.of(request(method, 200)).view()).as(method).isFalse();
        }
        assertThat(audience.of(request("", 200)).view()).isTrue();
    }

    private static Request request(String method, int status) {
        return new Request(method, status, FIREFOX, List.of(), Set.of());
    }

    @Test
    void aHostsOwnListTakesThePlaceOfBylines() {
        AgentList list = AgentList.parse("""
                # ours
                House Wire

                [reader of feeds]
                ^feed/
                !feed/beta
                """);
        Audience own = Audience.with(AudiencePolicy.defaults(), list);
        assertThat(own.of(Request.of("the HOUSE WIRE 2")).reason()).isEqualTo("says \"house wire\": program");
        assertThat(own.of(Request.of("Feed/1")).reason()).isEqualTo("says \"feed/\": reader of feeds");
        assertThat(own.of(Request.of("my Feed/1")).reader()).isEqualTo(Reader.PERSON);
        assertThat(own.of(Request.of("Googlebot")).reader()).isEqualTo(Reader.PERSON);
        assertThat(list.find("feed/beta")).isEmpty();
        assertThat(AgentList.parse("").find("anything")).isEmpty();
        // One exception ends amid another, which began before it.
        assertThat(AgentList.parse("^ab\n!b/b/\n!/").find("ab/b/")).isEmpty();
        assertThat(list).hasToString("AgentList[2 phrases]");
    }

    @Test
    void listsThatCantBeAreRefused() {
        assertThatThrownBy(() -> AgentList.parse("ok\nعنكبوت")).hasMessage("line 2 holds no phrase of ASCII");
        assertThatThrownBy(() -> AgentList.parse("^")).hasMessage("line 1 holds no phrase of ASCII");
        assertThatThrownBy(() -> AgentList.parse("!")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AgentList.parse("abcdefghi\n".repeat(6_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50000");
    }

    @Test
    void onlyTheBeginningOfALongAgentIsRead() {
        assertThat(AgentList.defaults().find("x".repeat(AgentList.READ - 3) + "bot"))
                .isPresent();
        assertThat(AgentList.defaults().find("x".repeat(AgentList.READ) + "bot"))
                .isEmpty();
        assertThat(AgentList.defaults().find("cubot".repeat(2_000_000))).isEmpty();
    }

    @Test
    void policiesBindAlikeUnderBothJacksons() throws Exception {
        String json = BothJacksons.write(AudiencePolicy.defaults());
        assertThat(json)
                .isEqualTo("{\"bots\":true,\"nameless\":true,\"prefetches\":true,\"editors\":[\"administrator\","
                        + "\"author\",\"contributor\",\"editor\",\"super_admin\"]}");
        assertThat(BothJacksons.read(json, AudiencePolicy.class)).isEqualTo(AudiencePolicy.defaults());
        assertThat(BothJacksons.read("{\"editors\":[\"Desk\"],\"more\":1}", AudiencePolicy.class))
                .isEqualTo(AudiencePolicy.defaults().editors(List.of("desk")));
        assertThat(BothJacksons.read(
                        "{\"bots\":false,\"nameless\":false,\"prefetches\":false,\"editors\":[]}",
                        AudiencePolicy.class))
                .isEqualTo(AudiencePolicy.open());
        Audience.Told told = audience.of(Request.of("curl/8"));
        assertThat(BothJacksons.read(BothJacksons.write(told), Audience.Told.class))
                .isEqualTo(told);
    }
}
