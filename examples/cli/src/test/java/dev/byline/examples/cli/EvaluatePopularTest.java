package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluatePopularTest {
    @TempDir
    Path folder;

    private Run evaluate(List<String> lines, String... more) throws IOException {
        Path trace = Files.write(folder.resolve("trace.jsonl"), lines);
        List<String> args =
                new ArrayList<>(List.of("evaluate", "popular", "--trace", trace.toString(), "--warm-up", "0"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    /** Three days of readers, some of whom come back at once, and of programs; every minute is used. */
    private static List<String> trace() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            long at = 1_795_000_000_000L + i * 72_000L;
            int item = (int) Math.floor(60 * Math.pow(random.nextDouble(), 3));
            String agent = random.nextInt(3) == 0 ? "Somebot/1" : "Mozilla/5.0 (X11)";
            lines.add("{\"t\":" + at + ",\"item\":\"/post-" + item + "/\",\"kind\":\"view\",\"visitor\":\"v"
                    + random.nextInt(40) + "\",\"ua\":\"" + agent + "\",\"method\":\"GET\",\"status\":"
                    + (random.nextInt(20) == 0 ? 404 : 200) + "}");
        }
        return lines;
    }

    @Test
    void countersAgreeWithTheReplay() throws IOException {
        JsonNode report = evaluate(trace(), "--json").succeeds().json();
        assertThat(report.path("windows").propertyNames())
                .containsExactly("last-hour", "last-24-hours", "last-7-days", "last-30-days", "all");
        for (JsonNode window : report.path("windows")) {
            assertThat(window.path("overlap@10").asDouble()).isBetween(.98, 1.0);
            assertThat(window.path("countError").asDouble()).isBetween(0.0, .02);
        }
        assertThat(report.path("windows").path("all").path("overlap@10").asDouble())
                .isEqualTo(1);
        assertThat(report.path("windows").path("all").path("countError").asDouble())
                .isZero();
        assertThat(report.path("eventsPerSecond").asDouble()).isPositive();
        assertThat(report.path("readers").path("bot").asInt()).isBetween(1_000, 1_500);
        assertThat(report.path("repeats").asInt()).isPositive();
        assertThat(report.path("noViews").asInt()).isBetween(100, 300);
        assertThat(report.path("formulas")
                        .path(report.path("bestFormula").asString())
                        .path("nextHour@10")
                        .asDouble())
                .isBetween(.01, 1.0);
        assertThat(report.path("formulas").propertyNames())
                .contains("most@last-hour", "trending@last-7-days", "hacker-news@last-24-hours")
                .contains(report.path("defaults").asString() + "@last-7-days")
                .noneMatch(name -> name.startsWith("mix"));
        assertThat(report.path("differences").size())
                .isEqualTo(report.path("formulas").size() - 1);
    }

    @Test
    void theOrderOfLinesMakesNoDifference() throws IOException {
        List<String> lines = trace();
        JsonNode sorted = evaluate(lines, "--json").succeeds().json();
        Collections.shuffle(lines, new Random(1));
        JsonNode shuffled = evaluate(lines, "--json").succeeds().json();
        for (String part : List.of("events", "readers", "repeats", "windows", "hours", "formulas")) {
            assertThat(shuffled.path(part)).as(part).isEqualTo(sorted.path(part));
        }
    }

    @Test
    void weightsCount() throws IOException {
        JsonNode report = evaluate(
                        List.of(
                                "{\"t\":1795000000000,\"item\":\"a\",\"weight\":3,\"visitor\":\"v\"}",
                                "{\"t\":1795000000000,\"item\":\"a\",\"weight\":3,\"visitor\":\"v\"}",
                                "{\"t\":1795007200000,\"item\":\"b\"}"),
                        "--json")
                .succeeds()
                .json();
        assertThat(report.path("windows").path("all").path("countError").asDouble())
                .isZero();
        assertThat(report.path("repeats").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNoEventIsToldByLineAndTheRestGoesOn() throws IOException {
        Run run = evaluate(List.of(
                "{\"t\":1795000000000,\"item\":\"" + "long".repeat(100) + "\"}",
                "not json",
                "{\"t\":9223372036854775807,\"item\":\"a\"}",
                "{\"t\":-1,\"item\":\"a\"}",
                "{\"t\":1795000000000,\"item\":\"a\",\"weight\":1e300}",
                "{\"t\":1795000000000,\"item\":\"\\ud800\"}"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("line 2: not the JSON of an event", "line 3: the time", "line 4: the time", "line 5: ");
        assertThat(run.out()).contains("2 events of 2 items", "last-30-days", "events counted a second");
        assertThat(evaluate(List.of("{}")).code()).isEqualTo(Byline.REFUSED);
        assertThat(Run.of(
                                "evaluate",
                                "popular",
                                "--trace",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(Byline.REFUSED);
    }

    @Test
    void onlyPagesMayBeLookedAt() throws IOException {
        List<String> lines = List.of(
                "{\"t\":1795000000000,\"item\":\"/a.html\"}",
                "{\"t\":1795000000000,\"item\":\"/a.CSS\"}",
                "{\"t\":1795000000000,\"item\":\"/v1.2/a\"}");
        assertThat(evaluate(lines, "--pages-only", "--json")
                        .succeeds()
                        .json()
                        .path("items")
                        .asInt())
                .isEqualTo(2);
        assertThat(evaluate(lines, "--json").succeeds().json().path("items").asInt())
                .isEqualTo(3);
    }

    @Test
    void aRealTraceAgrees() {
        String data = System.getProperty("byline.data", "");
        Path trace = Path.of(data, "traces", "semicomplete-apache-2015-05", "events.jsonl");
        assumeTrue(!data.isEmpty() && Files.exists(trace), "no BYLINE_DATA with traces");
        JsonNode report = Run.of(
                        "evaluate", "popular", "--trace", trace.toString(), "--warm-up", "0", "--pages-only", "--json")
                .succeeds()
                .json();
        for (JsonNode window : report.path("windows")) {
            assertThat(window.path("overlap@10").asDouble()).isGreaterThanOrEqualTo(.995);
        }
        assertThat(report.path("topTenChanged").asInt()).isEqualTo(4);
        double bots = report.path("readers").path("bot").asDouble()
                / report.path("events").asDouble();
        assertThat(bots).isBetween(.48, .6);
    }
}
