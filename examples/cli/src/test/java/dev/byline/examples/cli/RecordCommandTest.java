package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.examples.cli.lines.Lines;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.testkit.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordCommandTest {
    private static final String PERSON = "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"";

    @TempDir
    Path folder;

    @BeforeEach
    void aSite() {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
    }

    private Run record(String lines, String... options) {
        String[] args = Stream.concat(Stream.of("record", "--site", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Run.with(lines, args);
    }

    private JsonNode norias(String... options) {
        String[] args = Stream.concat(
                        Stream.of("popular", "--site", folder.toString(), "-n", "1", "--apart", "--json"),
                        Stream.of(options))
                .toArray(String[]::new);
        JsonNode first = Run.of(args).succeeds().json().get(0);
        assertThat(first.path("item").path("slug").asString()).isEqualTo("wheels-of-hama");
        return first;
    }

    @Test
    void allKindsAreCounted() {
        JsonNode recorded = record("""
                {"kind":"view","article":"norias","at":"2026-11-20T11:00:00Z"}
                {"kind":"share","article":"norias","at":"2026-11-20T11:00:00Z","network":"x"}
                {"kind":"comment","article":"norias","at":"2026-11-20T11:00:00Z"}
                {"kind":"reaction","article":"norias","at":"2026-11-20T11:00:00Z"}
                {"kind":"reaction","article":"norias","at":"2026-11-20T11:00:00Z","weight":2}
                """, "--json").succeeds().json();
        assertThat(recorded.path("counted").asInt()).isEqualTo(5);
        for (String by : new String[] {"views", "shares", "comments"}) {
            assertThat(norias("--by", by).path("value").asInt()).isEqualTo(1);
            assertThat(norias("--by", by).path("unit").asString()).isEqualTo(by);
        }
        assertThat(norias("--by", "reactions").path("value").asInt()).isEqualTo(3);
        assertThat(Run.of("popular", "--site", folder.toString(), "--by", "applause")
                        .code())
                .isEqualTo(Byline.USAGE);
    }

    @Test
    void whoDoesNotCountIsCountedApartAndShown() {
        Run recorded = record("""
                {"article":"norias","at":"2026-11-20T11:00:00Z","visitor":"a"}
                {"article":"norias","at":"2026-11-20T11:01:00Z","visitor":"a"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","agent":"Somebot/1"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","agent":""}
                {"article":"norias","at":"2026-11-20T11:00:00Z","method":"HEAD"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","reader":"editor"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","status":404}
                """).succeeds();
        assertThat(recorded.out()).isEqualTo("""
                1 event counted, 1 repeated view not counted, 0 refused
                counted apart: 2 of programs, 1 of browsers ahead of their readers, 1 of the house
                1 request showed no page
                """);
        JsonNode first = norias();
        assertThat(first.path("value").asInt()).isEqualTo(1);
        assertThat(first.path("apart").toString())
                .isEqualTo("{\"repeats\":1,\"bots\":2,\"prefetches\":1,\"editors\":1}");
        assertThat(Run.of("popular", "--site", folder.toString(), "--apart")
                        .succeeds()
                        .out())
                .contains("apart: 1 repeat, 2 of programs, 1 ahead of their readers, 1 of the house");
    }

    @Test
    void anAccessLogIsKnownByItsFirstLine() {
        String log = """
                192.0.2.7 - - [20/Nov/2026:14:00:00 +0300] "GET /wheels-of-hama/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.7 - - [20/Nov/2026:14:01:00 +0300] "GET /2026/11/wheels-of-hama/?utm=x HTTP/1.1" 200 9 "-" AGENT
                192.0.2.8 - - [20/Nov/2026:14:00:00 +0300] "GET /wheels-of-hama.html HTTP/1.1" 304 - "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET https://news.example/culture/wheels-of-hama/amp/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET /%77heels-of-hama/ HTTP/1.1" 200 9 "-" "crawler"
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "HEAD /wheels-of-hama/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "POST /wheels-of-hama/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET /wheels-of-hama/ HTTP/1.1" 404 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET /wheels-of-hama/feed/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET /tag/wheels-of-hama/ HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "GET /logo.png HTTP/1.1" 200 9 "-" AGENT
                192.0.2.9 - - [20/Nov/2026:14:00:00 +0300] "-" 408 0 "-" "-"
                """.replace("AGENT", PERSON);
        JsonNode recorded = record(log, "--json").succeeds().json();
        assertThat(recorded.path("counted").asInt()).isEqualTo(3);
        assertThat(recorded.path("repeats").asInt()).isEqualTo(1);
        assertThat(recorded.path("bots").asInt()).isEqualTo(1);
        assertThat(recorded.path("prefetches").asInt()).isEqualTo(1);
        assertThat(recorded.path("noViews").asInt()).isEqualTo(2);
        assertThat(recorded.path("unknown").asInt()).isEqualTo(3);
        assertThat(recorded.path("problems").toString())
                .isEqualTo("[{\"line\":12,\"reason\":\"the request is no HTTP\"}]");
    }

    @Test
    @Rule("P-40")
    void ofOneNetworkTwentyViewsOfAnArticleCountInADay() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            log.append(String.format(
                    "192.0.2.%d - - [20/Nov/2026:10:%02d:00 +0000] \"GET /wheels-of-hama/ HTTP/1.1\" 200 9 \"-\" \"%s %d\"%n",
                    i % 250, i % 60, PERSON.replace("\"", ""), i));
        }
        Run recorded = record(log.toString(), "--visitors").succeeds();
        assertThat(recorded.out()).isEqualTo("""
                20 events counted, 0 repeated views not counted, 0 refused
                counted apart: 980 too many from one source
                """);
        assertThat(norias("--by", "visitors").path("value").asInt()).isEqualTo(20);
        assertThat(norias().path("apart").toString()).isEqualTo("{\"floods\":980}");
    }

    @Test
    @Rule("P-43")
    void anEventWithAWeightStandsForSoMany() {
        Run recorded = record("""
                {"article":"norias","at":"2026-11-20T11:00:00Z","weight":1000000}
                {"article":"norias","at":"2026-11-20T11:00:00Z","weight":10,"visitor":"a","address":"192.0.2.7"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","weight":10,"visitor":"a","source":"192.0.2.0/24"}
                {"article":"norias","at":"2026-11-20T11:00:00Z","weight":1000001}
                """).succeeds();
        assertThat(recorded.out()).contains("line 4: \"weight\" is no whole number from 1 to 1000000");
        assertThat(norias().path("value").asInt()).isEqualTo(1_000_001);
    }

    @Test
    @Rule("P-44")
    void whatIsRefusedIsToldByReason() {
        JsonNode recorded = record("""
                        {"article":"norias","at":"2026-11-20T12:05:00Z"}
                        {"article":"norias","at":"2026-11-20T12:05:01Z"}
                        {"article":"norias","at":"1969-12-31T23:59:59Z"}
                        {"article":"nothing-here","at":"2026-11-20T11:00:00Z"}
                        {"article":
                        """, "--json").succeeds().json();
        assertThat(recorded.path("refused").asInt()).isEqualTo(4);
        assertThat(recorded.path("reasons").toString())
                .isEqualTo("{\"unreadable\":1,\"noArticle\":1,\"ahead\":1,\"tooOld\":1}");
    }

    @Test
    void aLogLeavesNoAddressAndNoAgentOnDisk() throws Exception {
        record("192.0.2.7 - - [20/Nov/2026:14:00:00 +0300] \"GET /norias/ HTTP/1.1\" 200 9 \"-\" \"Mozilla/Own\"\n")
                .succeeds();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("192.0.2.")
                        .doesNotContain("Mozilla/Own");
            }
        }
    }

    @Test
    void whatIsBrokenIsToldByLineAndTheRestGoesOn() {
        StringBuilder lines = new StringBuilder("{\"article\":\"norias\",\"at\":\"2026-11-20T11:00:00Z\"}\n\n");
        lines.append("x".repeat(10_000_000)).append('\n');
        lines.append("{\"article\":\"norias\",\"t\":9223372036854775807}\n");
        lines.append("{\"article\":\"norias\",\"t\":1,\"more\":")
                .append("[".repeat(20_000))
                .append("\n");
        lines.append("\uFFFF\u0000\n");
        lines.append("no\n".repeat(30));
        lines.append("{\"article\":\"norias\",\"at\":\"2026-11-20T11:00:00Z\"}\n");
        Run recorded = record(lines.toString()).succeeds();
        assertThat(recorded.out())
                .contains(
                        "line 3: longer than 65536 bytes",
                        "line 4: the event can't be counted",
                        "line 5: not the JSON of an event",
                        "line 6: not the JSON of an event",
                        "line 22: not the JSON of an event",
                        "… and 14 more",
                        "2 events counted, 0 repeated views not counted, 34 refused",
                        "refused: 33 can't be read, 1 ahead of the clock")
                .doesNotContain("line 23:");
        assertThat(record("no\n", "--log").code()).isEqualTo(Byline.REFUSED);
        assertThat(record("", "--zone", "Mars/Base").code()).isEqualTo(Byline.USAGE);
        assertThat(record("").succeeds().out()).contains("0 events counted");
    }

    @Test
    void aCrawlersInventionsCostNoMemory() {
        int many = 100_000;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < many; i++) {
            lines.append("{\"article\":\"")
                    .append("invented".repeat(20))
                    .append(i)
                    .append("\",\"t\":1795174680000}\n");
        }
        InputStream inventions = new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
        StringWriter err = new StringWriter();
        Instant[] now = {Instant.parse("2026-11-20T12:00:00Z")};
        InstantSource ticking = () -> now[0] = now[0].plus(Duration.ofMillis(1));
        Terminal terminal = new Terminal(
                inventions,
                new ByteArrayOutputStream(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                ticking,
                true);
        try (Newsroom newsroom = Newsroom.edit(folder, InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")))) {
            Recording recording =
                    new Recording(newsroom, Recording.Form.AUTO, ZoneOffset.UTC, CountingPolicy.defaults(), terminal);
            Recording.Recorded recorded = recording.of(new Lines(inventions));
            assertThat(recorded.unknown()).isEqualTo(many);
            assertThat(recorded.problems()).hasSize(20);
            assertThat(recording.remembered()).isLessThanOrEqualTo(10_000);
            assertThat(newsroom.counters().status().articles()).isZero();
        }
        // A second of this clock is a thousand lines.
        assertThat(err.toString()).contains("1,000 lines read, 0 events counted", "100,000 lines read");
    }

    @Test
    void regionAndSectionNarrowTheList() {
        record("{\"article\":\"norias\",\"at\":\"2026-11-20T11:00:00Z\"}").succeeds();
        JsonNode inSyria = Run.of("popular", "--site", folder.toString(), "--region", "SY", "--json")
                .succeeds()
                .json();
        assertThat(inSyria)
                .isNotEmpty()
                .allSatisfy(post ->
                        assertThat(post.path("item").path("regions").toString()).contains("sy"));
        Run unknown = Run.of("popular", "--site", folder.toString(), "--section", "nothing-here");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("no public article is filed under the section \"nothing-here\"");
    }
}
