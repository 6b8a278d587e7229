package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RegionsCommandTest {
    private static final String TEXT = "Tehran raises prices\n\nIran said so on Monday. Officials in Erbil listened.\n";

    @TempDir
    Path folder;

    @Test
    void saysWhatATextIsAboutAndWhy() {
        Run run = Run.of("regions", "Tehran raises prices, Iran says", "--explain", "--mentioned")
                .succeeds();

        assertThat(run.out())
                .contains("ir     Iran", "G-03", "in the headline", "log-odds", "Mentioned:", "Iran: Tehran, Iran");
        assertThat(Run.of("regions", "nothing of the kind").succeeds().out()).contains("About no region");
    }

    @Test
    void readsAFileOrWhatIsPipedIn() throws IOException {
        Path file = Files.writeString(folder.resolve("text.txt"), TEXT);
        JsonNode one = Run.of("regions", "--file", file.toString(), "--json")
                .succeeds()
                .json();
        JsonNode other = Run.with(TEXT.replace("\n", "\r\n"), "regions", "--json")
                .succeeds()
                .json();
        JsonNode html = Run.with(
                        "<p>Iran said so on Monday. Officials in Erbil listened.</p>",
                        "regions",
                        "--html",
                        "--headline",
                        "Tehran raises prices",
                        "--json")
                .succeeds()
                .json();

        assertThat(one.path("about").get(0).path("region").path("key").asString())
                .isEqualTo("ir");
        assertThat(one.path("about").get(0).path("reasons").get(1).path("rule").asString())
                .isEqualTo("G-03");
        assertThat(one.path("mentioned")).hasSize(2);
        assertThat(other).isEqualTo(one);
        assertThat(html).isEqualTo(one);
    }

    @Test
    void anEditorsWordsLieOverBylines() throws IOException {
        Path own = Files.writeString(folder.resolve("own.txt"), "[kurdistan] Kurdistan\ncities: Erbil | Qandil\n");
        Path broken = Files.writeString(folder.resolve("broken.txt"), "[kurdistan]\n");

        assertThat(Run.of("regions", "Kurdistan is quiet, Kurdistan says", "--gazetteer", own.toString())
                        .succeeds()
                        .out())
                .contains("kurdistan");
        Run refused = Run.of("regions", "x", "--gazetteer", broken.toString());
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.err()).contains("broken.txt", "line 1");
        assertThat(Run.of("regions", "x", "--minimum", "2").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("regions", "x", "--article", "y").code()).isEqualTo(Byline.USAGE);
    }

    @Test
    void readsAnArticleOfTheSite() throws IOException {
        Path site = folder.resolve("site");
        Path articles = Files.writeString(
                folder.resolve("a.md"),
                "---\ntitle: Tehran raises prices\ndate: 2026-01-02T00:00:00Z\n---\nIran said so on Monday.\n");
        Run imported = Run.of("import", "--site", site.toString(), "--regions", articles.toString())
                .succeeds();
        assertThat(imported.out()).contains("suggested: regions of 1 article");

        JsonNode answer = Run.of("regions", "--site", site.toString(), "--article", "a", "--json")
                .succeeds()
                .json();
        assertThat(answer.path("assigned").get(0).path("key").asString()).isEqualTo("ir");
        assertThat(answer.path("about").get(0).path("region").path("key").asString())
                .isEqualTo("ir");
        assertThat(Run.of("regions", "--site", site.toString(), "--article", "none")
                        .code())
                .isEqualTo(Byline.REFUSED);
    }

    private Run evaluate(List<String> lines, String... more) throws IOException {
        Path file = Files.write(folder.resolve("articles.jsonl"), lines);
        List<String> args =
                new ArrayList<>(List.of("evaluate", "regions", "--articles", file.toString(), "--warm-up", "0"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void judgesByEditorsPlaces() throws IOException {
        List<String> lines = List.of(
                "{\"id\":\"1\",\"title\":\"Iran raises prices\",\"body\":\"Iran said so.\",\"places\":[\"IR\",\"US\"]}",
                "{\"id\":\"2\",\"title\":\"Iraq raises prices\",\"body\":\"Iraq said so.\",\"places\":[\"iq\",\"QA\"]}",
                "{\"id\":\"3\",\"title\":\"Oman raises prices\",\"body\":\"Oman said so. U.S. officials did not.\",\"places\":[]}");
        JsonNode report = evaluate(lines, "--ignore", "US", "--json").succeeds().json();

        assertThat(report.path("articles").asInt()).isEqualTo(3);
        assertThat(report.path("labels").asInt()).isEqualTo(3);
        assertThat(report.path("micro").path("precision").asDouble()).isEqualTo(2 / 3.0);
        assertThat(report.path("micro").path("recall").asDouble()).isEqualTo(2 / 3.0);
        assertThat(report.path("micro").path("f1").asDouble()).isEqualTo(2 / 3.0);
        assertThat(report.path("macro").path("f1").asDouble()).isEqualTo(2 / 3.0);
        assertThat(report.path("regions").propertyNames()).containsExactly("iq", "ir", "qa");
        assertThat(report.path("baselines")
                        .path("headline")
                        .path("micro")
                        .path("f1")
                        .asDouble())
                .isEqualTo(2 / 3.0);
        assertThat(report.path("megabytesPerSecond").asDouble()).isPositive();
        assertThat(evaluate(lines, "--ignore", "US", "--regions", "IR,IQ", "--json")
                        .json()
                        .path("macro")
                        .path("f1")
                        .asDouble())
                .isEqualTo(1);
        assertThat(evaluate(lines).succeeds().out()).contains("Byline", "anyMention", "MB a second");
    }

    @Test
    void refusesWhatCannotBeJudged() throws IOException {
        assertThat(evaluate(List.of("{\"id\":\"1\"}")).err()).contains("no article with a place");
        assertThat(evaluate(List.of("{\"id\":\"1\",\"places\":[\"IR\"]}", "{\"id\":\"1\"}"))
                        .err())
                .contains("line 2", "twice");
        assertThat(evaluate(List.of("{\"title\":\"1\"}")).err()).contains("line 1", "\"id\" is missing");
    }

    @Test
    void isBetterThanPlainListsOnNewswire() {
        String data = System.getProperty("byline.data", "");
        Path file = Path.of(data, "newswire", "places-dev.jsonl");
        assumeTrue(!data.isEmpty() && Files.exists(file), "needs the collection in byline.data");
        JsonNode report = Run.of(
                        "evaluate",
                        "regions",
                        "--articles",
                        file.toString(),
                        "--ignore",
                        "US",
                        "--warm-up",
                        "0",
                        "--json")
                .succeeds()
                .json();

        double f1 = report.path("micro").path("f1").asDouble();
        assertThat(f1).isGreaterThan(0.77);
        report.path("baselines")
                .forEach(way ->
                        assertThat(way.path("micro").path("f1").asDouble()).isLessThan(f1 - 0.05));
    }
}
