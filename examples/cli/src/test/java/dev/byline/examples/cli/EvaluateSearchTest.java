package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A harbour town's news, and what its readers ask. */
class EvaluateSearchTest {
    private static final String DOCUMENTS = """
            {"id":"bridge","title":"Harbour bridge closed","body":"The bridge stays shut for a week.\\n\\nBuses go round.","date":"2026-10-05","wire":7}
            {"id":"ferry","title":"Ferry runs at night","body":"While the bridge is shut, boats carry people over.","date":"2026-10-06T08:00:00Z","language":"en"}
            {"id":3,"title":"Market moves indoors","body":"Rain drove the fish market under a roof."}
            {"id":"tags","title":"How <b>bold</b> words are written","body":"Writers type <marquee> and &oacute; and [gallery] by hand.","date":"2026-10-07"}
            {"id":" ","title":"Lighthouse painted","body":"White and red again."}

            {"id":"empty"}
            """;
    private static final String QUERIES = """
            {"id":"1","text":"bridge"}
            {"id":"2","text":"marquee"}
            {"id":"3","text":"fish market"}
            {"id":"4","text":"zeppelin"}
            {"id":"5","text":"lighthouse"}
            """;
    private static final String JUDGEMENTS = """
            {"qid":"1","docid":"bridge","rel":2}
            {"qid":"1","docid":"ferry","rel":"1"}
            {"qid":"2","docid":"tags","rel":1}
            {"qid":"3","docid":"3","rel":1}
            {"qid":"3","docid":"bridge","rel":0}
            {"qid":"3","docid":"not in the collection","rel":1}
            {"qid":"4","docid":"ferry","rel":0}
            {"qid":5,"docid":" ","rel":1}
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run evaluate(String documents, String queries, String judgements, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "evaluate",
                "search",
                "--warm-up",
                "0",
                "--documents",
                file("documents.jsonl", documents).toString(),
                "--queries",
                file("queries.jsonl", queries).toString(),
                "--judgements",
                file("judgements.jsonl", judgements).toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private Run knownItems(String documents) throws IOException {
        return Run.of(
                "evaluate",
                "search",
                "--known-items",
                "--json",
                "--warm-up=0",
                "--documents=" + file("documents.jsonl", documents));
    }

    @Test
    void gives_every_number_of_both_systems() throws IOException {
        JsonNode report =
                evaluate(DOCUMENTS, QUERIES, JUDGEMENTS, "--json").succeeds().json();
        assertThat(report.propertyNames())
                .containsExactly(
                        "documents",
                        "queries",
                        "leftOut",
                        "map",
                        "ndcg@10",
                        "p@10",
                        "mrr",
                        "zeroResultShare",
                        "articlesPerSecond",
                        "p50Millis",
                        "p99Millis",
                        "baselines",
                        "differences");
        assertThat(report.path("documents").asInt()).isEqualTo(6);
        assertThat(report.path("queries").asInt()).isEqualTo(5);
        assertThat(report.path("leftOut").asInt()).isEqualTo(1);
        JsonNode lucene = report.path("baselines").path("lucene");
        assertThat(lucene.path("analyzer").asString()).isEqualTo("EnglishAnalyzer");
        for (JsonNode system : List.of(report, lucene)) {
            // Query 3 has one relevant document that nobody can find, the other three have all on top.
            assertThat(system.path("map").asDouble()).isCloseTo(3.5 / 4, within(1e-12));
            double half = 1 / (1 + 1 / (Math.log(3) / Math.log(2)));
            assertThat(system.path("ndcg@10").asDouble()).isCloseTo((3 + half) / 4, within(1e-12));
            assertThat(system.path("p@10").asDouble()).isCloseTo((0.2 + 0.1 + 0.1 + 0.1) / 4, within(1e-12));
            assertThat(system.path("mrr").asDouble()).isEqualTo(1);
            assertThat(system.path("zeroResultShare").asDouble()).isEqualTo(0.2);
            assertThat(system.path("articlesPerSecond").asDouble()).isPositive();
            assertThat(system.path("p50Millis").asDouble()).isPositive();
            assertThat(system.path("p99Millis").asDouble())
                    .isGreaterThanOrEqualTo(system.path("p50Millis").asDouble());
        }
        JsonNode differences = report.path("differences");
        assertThat(differences.propertyNames()).containsExactly("map", "ndcg@10");
        assertThat(differences.path("map").propertyNames()).containsExactly("mean", "low", "high");
        assertThat(differences.path("map").path("high").asDouble()).isZero();
    }

    @Test
    void prints_both_rows_and_the_intervals() throws IOException {
        String out = evaluate(DOCUMENTS, QUERIES, JUDGEMENTS).succeeds().out();
        assertThat(out)
                .startsWith("6 documents, 5 queries, 1 left out of the averages\n")
                .contains("\nByline    0.8750 ", "\nlucene    0.8750 ")
                .contains("lucene is plain Lucene with EnglishAnalyzer and BM25.")
                .contains("\n  map      +0.0000  (+0.0000 to +0.0000)\n");
        assertThat(out.lines()).allMatch(line -> line.length() <= Terminal.COLUMNS);
    }

    @Test
    void markup_in_a_text_is_text() throws IOException {
        String queries = """
                {"id":"1","text":"marquee"}
                {"id":"2","text":"oacute"}
                {"id":"3","text":"gallery"}
                {"id":"4","text":"bold"}
                """;
        StringBuilder judgements = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            judgements.append("{\"qid\":\"" + i + "\",\"docid\":\"tags\",\"rel\":1}\n");
        }
        JsonNode report = evaluate(DOCUMENTS, queries, judgements.toString(), "--json")
                .succeeds()
                .json();
        assertThat(report.path("map").asDouble()).isEqualTo(1);
    }

    @Test
    void grades_can_mean_something_else() throws IOException {
        String queries = "{\"id\":\"1\",\"text\":\"bridge\"}\n{\"id\":\"2\",\"text\":\"market\"}\n";
        String judgements = """
                {"qid":"1","docid":"bridge","rel":5}
                {"qid":"1","docid":"ferry","rel":1}
                {"qid":"2","docid":"3","rel":5}
                """;
        assertThat(evaluate(DOCUMENTS, queries, judgements, "--json")
                        .json()
                        .path("leftOut")
                        .asInt())
                .isZero();
        JsonNode report = evaluate(DOCUMENTS, queries, judgements, "--json", "--grades", "5=0,1=4")
                .succeeds()
                .json();
        assertThat(report.path("leftOut").asInt()).isEqualTo(1);
        assertThat(report.path("mrr").asDouble()).isEqualTo(0.5);
    }

    @Test
    void known_items_are_asked_for_by_their_titles() throws IOException {
        String more = DOCUMENTS + "{\"id\":\"twin\",\"title\":\"LIGHTHOUSE painted \"}\n";
        JsonNode report = knownItems(more).succeeds().json();
        assertThat(report.path("documents").asInt()).isEqualTo(7);
        assertThat(report.path("queries").asInt()).isEqualTo(4);
        assertThat(report.path("mrr").asDouble()).isEqualTo(1);
        assertThat(knownItems("{\"id\":\"1\",\"body\":\"text\"}").err()).contains("has no document with a title");
    }

    @Test
    void reads_packed_files_and_marks_of_byte_order() throws IOException {
        Path packed = folder.resolve("documents.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\uFEFF" + DOCUMENTS.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        }
        Run run = Run.of(
                "evaluate", "--json", "search", "--known-items", "--warm-up=0", "--documents", packed.toString());
        assertThat(run.succeeds().json().path("documents").asInt()).isEqualTo(6);
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(whole, whole.length / 2));
        Run torn = Run.of("evaluate", "search", "--known-items", "--warm-up=0", "--documents", packed.toString());
        assertThat(torn.code()).isEqualTo(Byline.REFUSED);
        assertThat(torn.err()).isEqualTo("byline: " + packed + " is packed with gzip and damaged\n");
    }

    @Test
    void plain_lucene_has_the_analyzer_of_the_language() throws IOException {
        String queries = "{\"id\":\"1\",\"text\":\"پل\"}";
        String judgements = "{\"qid\":\"1\",\"docid\":\"1\",\"rel\":1}";
        String document = "{\"id\":\"1\",\"title\":\"پل بسته شد\",\"body\":\"گفت که چهار روز بسته می‌ماند\"}";
        for (String[] more : new String[][] {{"--json"}, {"--json", "--language", "de"}}) {
            JsonNode report =
                    evaluate(document, queries, judgements, more).succeeds().json();
            assertThat(report.path("mrr").asDouble()).isEqualTo(1);
            assertThat(report.path("baselines").path("lucene").path("analyzer").asString())
                    .isEqualTo(more.length == 1 ? "PersianAnalyzer" : "GermanAnalyzer");
        }
    }

    @Test
    void dates_that_cannot_be_read_are_told_and_count_as_none() throws IOException {
        String documents = """
                {"id":"1","title":"One","date":"0001-01-01"}
                {"id":"2","title":"Two","date":"2026-02-30"}
                {"id":"3","title":"Three","date":"9999-12-31T23:59:59Z"}
                """;
        Run run = knownItems(documents);
        assertThat(run.code()).isEqualTo(Byline.DONE);
        assertThat(run.err())
                .isEqualTo("byline: " + folder.resolve("documents.jsonl")
                        + ": 1 dates can't be read, the first in line 2; these documents count as undated\n");
        assertThat(run.json().path("mrr").asDouble()).isEqualTo(1);
    }

    @Test
    void judgements_of_other_queries_are_told() throws IOException {
        Run run = evaluate(DOCUMENTS, QUERIES, JUDGEMENTS + "{\"qid\":\"9\",\"docid\":\"bridge\",\"rel\":1}", "--json");
        assertThat(run.code()).isEqualTo(Byline.DONE);
        assertThat(run.err()).contains("judgements.jsonl: 1 judgements are on queries that aren't asked");
    }

    @Test
    void whatever_is_asked_and_however_long_is_answered() throws IOException {
        String words = "bridge ".repeat(200_000);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("w").append(i).append(' ');
        }
        String queries = "{\"id\":\"1\",\"text\":\"bridge\"}\n{\"id\":\"2\",\"text\":\"" + words + "\"}\n"
                + "{\"id\":\"3\",\"text\":\"" + many + "\"}\n{\"id\":\"4\",\"text\":\"\"}\n"
                + "{\"id\":\"5\",\"text\":\"\\\" -( AND *:* \\u0000\"}\n";
        String judgements = "{\"qid\":\"1\",\"docid\":\"bridge\",\"rel\":1}";
        String documents =
                DOCUMENTS + "{\"id\":\"" + "x".repeat(1_000) + "\",\"title\":\"Long\",\"body\":\"" + words + "\"}\n";
        JsonNode report =
                evaluate(documents, queries, judgements, "--json").succeeds().json();
        assertThat(report.path("queries").asInt()).isEqualTo(5);
        assertThat(report.path("leftOut").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documents.jsonl |                                        |  holds no document",
                "documents.jsonl | {\"id\":\"1\"                          | , line 1: is no JSON",
                "documents.jsonl | [1]                                    | , line 1: is no JSON object",
                "documents.jsonl | {\"title\":\"a\"}                      | , line 1: \"id\" is missing",
                "documents.jsonl | {\"id\":\"1\",\"title\":{}}            | , line 1: \"title\" is no text",
                "documents.jsonl | {\"id\":\"1\"}~{\"id\":1}              | , line 2: the document of line 1 has this id too",
                "queries.jsonl   |                                        |  holds no query",
                "queries.jsonl   | {\"id\":\"1\"}                         | , line 1: \"text\" is missing",
                "queries.jsonl   | {\"id\":\"1\",\"text\":\"a\"}~~{\"id\":\"1\",\"text\":\"a\"} | , line 3: the query of line 1 has this id too",
                "judgements.jsonl |                                       |  holds no judgement",
                "judgements.jsonl | {\"qid\":\"1\",\"docid\":\"bridge\"}  | , line 1: \"rel\" is missing",
                "judgements.jsonl | {\"qid\":\"1\",\"docid\":\"a\",\"rel\":\"yes\"} | , line 1: \"rel\" is no number",
                "judgements.jsonl | {\"qid\":\"1\",\"docid\":\"a\",\"rel\":1e999} | , line 1: \"rel\" is no number",
                "judgements.jsonl | {\"qid\":\"1\",\"docid\":\"a\",\"rel\":1}~{\"qid\":\"1\",\"docid\":\"a\",\"rel\":0} | , line 2: the document was judged for this query before"
            })
    void what_cannot_be_is_refused_with_its_line(String name, String text, String problem) throws IOException {
        String lines = text == null ? "" : text.replace('~', '\n');
        Run run = evaluate(
                name.startsWith("d") ? lines : DOCUMENTS,
                name.startsWith("q") ? lines : QUERIES,
                name.startsWith("j") ? lines : JUDGEMENTS,
                "--json");
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        String where = folder.resolve(name) + (problem.startsWith(",") ? "" : " ");
        assertThat(run.err()).isEqualTo("byline: " + where + problem + "\n");
        assertThat(run.json().path("error").asString()).isEqualTo(where + problem);
    }

    @Test
    void what_is_too_deep_or_too_long_is_refused_with_its_line() throws IOException {
        String deep = "{\"id\":\"1\"}\n{\"id\":\"2\",\"x\":" + "[".repeat(1_000_000) + "\n";
        assertThat(knownItems(deep).err()).contains("documents.jsonl, line 2: is nested deeper than 100 levels");
        String big = "{\"id\":\"1\",\"title\":\"big\",\"body\":\"" + "word ".repeat(2 << 20) + "\"}\n";
        assertThat(knownItems(big).succeeds().json().path("mrr").asDouble()).isEqualTo(1);
        assertThat(knownItems(big.replace("word ", "word word ")).err())
                .contains("documents.jsonl, line 1: is longer than 16 MiB");
    }

    @Test
    void nothing_to_find_is_refused() throws IOException {
        assertThat(evaluate(DOCUMENTS, QUERIES, "{\"qid\":\"1\",\"docid\":\"bridge\",\"rel\":0}")
                        .err())
                .contains("judgements.jsonl names no relevant document for any query of ");
        assertThat(Run.of("evaluate", "search", "--known-items", "--documents", folder + "/none.jsonl")
                        .err())
                .isEqualTo("byline: " + folder + "/none.jsonl is no readable file\n");
    }

    @Test
    void command_lines_that_cannot_be() throws IOException {
        String documents = file("documents.jsonl", DOCUMENTS).toString();
        for (String[] args : new String[][] {
            {"evaluate"},
            {"evaluate", "search"},
            {"evaluate", "search", "--documents", documents},
            {"evaluate", "search", "--documents", documents, "--queries", documents},
            {"evaluate", "search", "--documents", documents, "--known-items", "--queries", documents},
            {"evaluate", "search", "--documents", documents, "--known-items", "--warm-up", "-1"},
            {"evaluate", "search", "--documents", documents, "--known-items", "--language", "!"},
            {"evaluate", "search", "--documents", documents, "--known-items", "--grades", "a=b"},
            {"evaluate", "search", "--documents", documents, "--known-items", "--grades", "1=NaN"},
        }) {
            assertThat(Run.of(args).code()).as(String.join(" ", args)).isEqualTo(Byline.USAGE);
        }
        assertThat(Run.of("evaluate", "search", "--help").succeeds().out())
                .contains("trec_eval", "--known-items", "docs/evaluating.md");
    }

    @Test
    void judges_a_collection_of_others() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        Path cranfield = Path.of(data, "cranfield");
        assumeTrue(Files.isDirectory(cranfield), "no cranfield in byline.data");
        JsonNode report = Run.of(
                        "evaluate",
                        "search",
                        "--json",
                        "--warm-up=0",
                        "--grades=5=0",
                        "--documents=" + cranfield.resolve("docs.jsonl"),
                        "--queries=" + cranfield.resolve("queries.jsonl"),
                        "--judgements=" + cranfield.resolve("qrels.jsonl"))
                .succeeds()
                .json();
        assertThat(report.path("documents").asInt()).isEqualTo(1_400);
        assertThat(report.path("queries").asInt()).isEqualTo(225);
        JsonNode lucene = report.path("baselines").path("lucene");
        assertThat(lucene.path("map").asDouble()).isCloseTo(0.305, within(0.005));
        assertThat(report.path("differences").path("map").path("mean").asDouble())
                .isCloseTo(report.path("map").asDouble() - lucene.path("map").asDouble(), within(1e-12));
    }
}
