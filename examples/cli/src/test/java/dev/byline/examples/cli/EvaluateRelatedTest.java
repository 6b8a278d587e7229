package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A harbour town's news, and what belongs together. */
class EvaluateRelatedTest {
    private static final String ARTICLES = """
            {"id":"bridge-1","title":"Cracks found","body":"Welders found cracks in the steel deck of the harbour bridge, which stays shut.","section":"Transport","date":"2026-10-01 23:30:00 -0400","authors":["Ada Reed"],"tags":["bridge"]}
            {"id":"bridge-2","title":"Cracks spread","body":"More cracks in the deck: welders look at the steel of the harbour bridge by night.","section":"Transport","date":"2026-10-05","authors":["Ada Reed"],"tags":["bridge"]}
            {"id":"bridge-3","title":"Open again","body":"Cars cross the water once more, and the mayor cut a ribbon on the bridge.","section":"Transport","date":"2026-10-09"}
            {"id":"ferry","title":"Night boats","body":"Passengers sleep on board.","section":"Transport","date":"2026-10-07T08:00:00Z"}
            {"id":"market","title":"Stalls move indoors","body":"The fish market got a roof of glass.","section":"Town","date":"2026-10-03","summary":"No more wet herring."}
            {"id":"roof","title":"Glass leaks","body":"Rain comes through the glass roof of the fish market.","section":"Town","date":"2026-10-08"}

            {"id":"choir","title":"Sailors sing","body":"Two hundred voices filled the old customs house on Sunday evening & nobody went home early.","section":"Culture","date":"2026-10-04"}
            {"id":"choir-copy","title":"Sailors sing!","body":"Two hundred voices filled the old customs house on Sunday evening & nobody went home early.","section":"Culture","date":"2026-10-06"}
            """;
    private static final String LINKS = "query\ttargets\nbridge-1\tbridge-2\nroof\tmarket\n";
    private static final String GRADES = """
            bridge-1\tbridge-2\t2
            bridge-1\tbridge-3\t1
            bridge-1\tferry\t0
            bridge-1\tchoir\t0
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run evaluate(String articles, String judgements, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "evaluate",
                "related",
                "--warm-up=0",
                "--articles",
                file("articles.jsonl", articles).toString(),
                "--judgements",
                file("judgements.tsv", judgements).toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static JsonNode baseline(JsonNode report, String name) {
        return report.path("baselines").path(name);
    }

    private static double number(JsonNode figures, String key) {
        assertThat(figures.path(key).isNumber()).as(key).isTrue();
        return figures.path(key).asDouble();
    }

    @Test
    void gives_every_number_of_every_system() throws IOException {
        JsonNode report = evaluate(ARTICLES, LINKS, "--json").succeeds().json();
        assertThat(report.propertyNames())
                .containsExactly(
                        "articles",
                        "queries",
                        "leftOut",
                        "ndcg@5",
                        "mrr",
                        "recall@10",
                        "neverListedShare",
                        "neverListedYoungShare",
                        "mostListedShare",
                        "copyShare",
                        "tieShare",
                        "p50Millis",
                        "p99Millis",
                        "baselines",
                        "bestBaseline",
                        "differences");
        assertThat(report.path("articles").asInt()).isEqualTo(8);
        assertThat(report.path("queries").asInt()).isEqualTo(2);
        assertThat(report.path("leftOut").asInt()).isZero();
        assertThat(report.path("baselines").propertyNames())
                .containsExactly("moreLikeThis", "moreLikeThisBest", "tfIdf", "category");
        for (JsonNode system : List.of(report, baseline(report, "moreLikeThisBest"), baseline(report, "tfIdf"))) {
            assertThat(number(system, "ndcg@5")).isEqualTo(1);
            assertThat(number(system, "mrr")).isEqualTo(1);
            assertThat(number(system, "recall@10")).isEqualTo(1);
            assertThat(number(system, "p99Millis")).isGreaterThanOrEqualTo(number(system, "p50Millis"));
            assertThat(number(system, "p50Millis")).isPositive();
        }
        assertThat(report.path("differences").propertyNames())
                .containsExactly(
                        "ndcg@5",
                        "mrr",
                        "recall@10",
                        "neverListedShare",
                        "neverListedYoungShare",
                        "copyShare",
                        "tieShare");
        assertThat(report.path("differences").path("ndcg@5").propertyNames()).containsExactly("mean", "low", "high");
        assertThat(report.path("bestBaseline").asString()).isEqualTo("moreLikeThisBest");
    }

    @Test
    void the_newest_of_the_category_are_counted_as_by_hand() throws IOException {
        JsonNode category =
                baseline(evaluate(ARTICLES, LINKS, "--json").succeeds().json(), "category");
        // bridge-2 comes third, behind bridge-3 and the ferry: 1/log2(4). The market comes first.
        assertThat(number(category, "ndcg@5")).isCloseTo((0.5 + 1) / 2, within(1e-12));
        assertThat(number(category, "mrr")).isCloseTo((1 / 3.0 + 1) / 2, within(1e-12));
        assertThat(number(category, "recall@10")).isEqualTo(1);
        // Four, two and two of a section list each other; only the choir's two lists hold a copy.
        assertThat(number(category, "neverListedShare")).isZero();
        assertThat(number(category, "mostListedShare")).isEqualTo(3 / 8.0);
        assertThat(number(category, "copyShare")).isEqualTo(2 / 8.0);
        assertThat(number(category, "tieShare")).isZero();
    }

    @Test
    void more_like_this_is_silent_on_a_small_site() throws IOException {
        JsonNode silent =
                baseline(evaluate(ARTICLES, LINKS, "--json").succeeds().json(), "moreLikeThis");
        assertThat(number(silent, "ndcg@5")).isZero();
        assertThat(number(silent, "neverListedShare")).isEqualTo(1);
        assertThat(number(silent, "mostListedShare")).isZero();
    }

    @Test
    void only_the_past_goes_by_calendar_days() throws IOException {
        // By the clock bridge-1 is from the day after, by the calendar where it was written from the same.
        String articles = ARTICLES
                + "{\"id\":\"eve\",\"title\":\"Eve\",\"body\":\"Welders look for cracks in the steel deck.\",\"section\":\"Transport\",\"date\":\"2026-10-01\"}";
        String judgements = "eve\tbridge-1\nbridge-3\tbridge-1\nbridge-2\tbridge-3,bridge-1\nmarket\troof\n";
        Run run = evaluate(articles, judgements, "--past-only", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("byline: " + folder.resolve("judgements.tsv")
                        + ": 2 judgements are of articles from a later day and don't count\n");
        JsonNode report = run.json();
        assertThat(report.path("queries").asInt()).isEqualTo(4);
        assertThat(report.path("leftOut").asInt()).isEqualTo(1);
        JsonNode category = baseline(report, "category");
        // eve: bridge-1 alone; bridge-3: ferry, bridge-2, and one of two of a day; bridge-2: one of the two.
        assertThat(number(category, "recall@10")).isEqualTo(1);
        assertThat(number(report, "recall@10")).isEqualTo(1);
        assertThat(number(report, "mrr")).isGreaterThan(0.4);
        // Nothing comes after bridge-3, roof and choir-copy that could list them.
        assertThat(number(category, "neverListedShare")).isCloseTo(3 / 9.0, within(1e-12));
        assertThat(number(category, "copyShare")).isCloseTo(1 / 9.0, within(1e-12));
    }

    @Test
    void the_young_are_those_of_the_last_ninety_days_before_the_newest() throws IOException {
        String others = """
                {"id":"old","title":"Old","body":"A lighthouse nobody lists.","date":"2026-07-11T23:00:00Z"}
                {"id":"undated","title":"Undated","body":"A windmill nobody lists."}
                """;
        String young = "{\"id\":\"young\",\"title\":\"Young\",\"body\":\"A cannery.\",\"date\":\"2026-07-12\"}\n";
        JsonNode category = baseline(
                evaluate(ARTICLES + others + young, LINKS, "--json").succeeds().json(), "category");
        assertThat(number(category, "neverListedShare")).isCloseTo(3 / 11.0, within(1e-12));
        assertThat(number(category, "neverListedYoungShare")).isCloseTo(1 / 9.0, within(1e-12));
        category =
                baseline(evaluate(ARTICLES + others, LINKS, "--json").succeeds().json(), "category");
        assertThat(number(category, "neverListedYoungShare")).isZero();
        assertThat(evaluate("{\"id\":\"a\"}\n{\"id\":\"b\"}", "a\tb", "--json")
                        .succeeds()
                        .json()
                        .has("neverListedYoungShare"))
                .isFalse();
    }

    @Test
    void links_can_count_both_ways() throws IOException {
        JsonNode report =
                evaluate(ARTICLES, LINKS, "--both-ways", "--json").succeeds().json();
        assertThat(report.path("queries").asInt()).isEqualTo(4);
        // From bridge-2 the first bridge comes third too, and from the market the roof first.
        assertThat(number(baseline(report, "category"), "ndcg@5")).isCloseTo(0.75, within(1e-12));
        String both = LINKS + "bridge-2\tbridge-1\nmarket\troof\n";
        assertThat(withoutTimes(evaluate(ARTICLES, both, "--json").json())).isEqualTo(withoutTimes(report));
        assertThat(evaluate(ARTICLES, GRADES, "--both-ways").err())
                .isEqualTo("byline: " + folder.resolve("judgements.tsv")
                        + " has grades, and only links can be counted both ways\n");
    }

    @Test
    void grades_are_ranked_among_themselves() throws IOException {
        JsonNode report = evaluate(ARTICLES, GRADES, "--json").succeeds().json();
        assertThat(report.path("queries").asInt()).isEqualTo(1);
        assertThat(number(report, "ndcg@5")).isEqualTo(1);
        assertThat(number(report, "auc")).isEqualTo(1);
        assertThat(report.path("differences").propertyNames()).contains("auc");
        // bridge-3, ferry, bridge-2 by date, and the choir behind: 1 + 2/log2(4), over 2 + 1/log2(3).
        JsonNode category = baseline(report, "category");
        assertThat(number(category, "ndcg@5")).isCloseTo(2 / (2 + Math.log(2) / Math.log(3)), within(1e-12));
        // Both bridges are level with the ferry and above the choir.
        assertThat(number(category, "auc")).isEqualTo(0.75);
        // Who finds nothing has all of them level, and the newest first.
        JsonNode silent = baseline(report, "moreLikeThis");
        assertThat(number(silent, "ndcg@5")).isCloseTo(2 / (2 + Math.log(2) / Math.log(3)), within(1e-12));
        assertThat(number(silent, "auc")).isEqualTo(0.5);
        // The lists that readers see are still those of all posts.
        assertThat(number(category, "mostListedShare")).isEqualTo(3 / 8.0);
    }

    @Test
    void a_pool_may_be_longer_than_a_list() throws IOException {
        StringBuilder articles = new StringBuilder(ARTICLES);
        StringBuilder grades = new StringBuilder("bridge-1\tchoir\t1\n");
        for (int i = 0; i < 450; i++) {
            // Alike in what few others have, and no copies: some word is another in each run of five.
            articles.append("{\"id\":\"" + i + "\",\"title\":\"Cracks number " + i + "\",\"body\":\"Welders " + i
                    + "x found cracks in the " + i + "y steel deck of the " + i + "z harbour bridge " + i + "w.\"}\n");
            grades.append("bridge-1\t" + i + "\t0\n");
        }
        JsonNode report = evaluate(articles.toString(), grades.toString(), "--json")
                .succeeds()
                .json();
        assertThat(number(report, "auc")).isZero();
        assertThat(number(report, "mrr")).isCloseTo(1 / 451.0, within(1e-12));
    }

    @Test
    void pairs_are_scored_and_correlated() throws IOException {
        Path pairs = file("pairs.tsv", "bridge-1\tbridge-2\t0.9\tx\nbridge-1\tchoir\t0.1\ty\nroof\tmarket\t0.8\n");
        JsonNode report = evaluate(ARTICLES, LINKS, "--json", "--pairs=" + pairs)
                .succeeds()
                .json();
        // 1, 0 and 1 against 0.9, 0.1 and 0.8: 0.5 over the root of 2/3 * 0.38.
        assertThat(number(baseline(report, "category"), "pearson"))
                .isCloseTo(0.5 / Math.sqrt(2 / 3.0 * 0.38), within(1e-12));
        assertThat(number(report, "pearson")).isGreaterThan(0.8);
        assertThat(baseline(report, "moreLikeThis").has("pearson")).isFalse();
        assertThat(report.path("pairs").size()).isEqualTo(3);
        JsonNode second = report.path("pairs").get(1);
        assertThat(second.propertyNames()).containsExactly("first", "second", "human", "score");
        assertThat(second.path("second").asString()).isEqualTo("choir");
        assertThat(second.path("human").asDouble()).isEqualTo(0.1);
        assertThat(number(second, "score"))
                .isLessThan(number(report.path("pairs").get(0), "score"));
    }

    @Test
    void the_order_of_lines_makes_no_difference() throws IOException {
        Path pairs = file("pairs.tsv", "bridge-1\tbridge-2\t0.9\nbridge-1\tchoir\t0.1\nroof\tmarket\t0.8\n");
        JsonNode report = withoutTimes(evaluate(ARTICLES, GRADES, "--json", "--pairs=" + pairs)
                .succeeds()
                .json());
        for (int seed = 1; seed <= 3; seed++) {
            assertThat(withoutTimes(
                            evaluate(shuffled(ARTICLES, seed), shuffled(GRADES, seed), "--json", "--pairs=" + pairs)
                                    .succeeds()
                                    .json()))
                    .isEqualTo(report);
        }
    }

    private static String shuffled(String text, int seed) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines, new Random(seed));
        return String.join("\n", lines);
    }

    private static JsonNode withoutTimes(JsonNode report) {
        List<JsonNode> systems = new ArrayList<>(List.of(report));
        report.path("baselines").forEach(systems::add);
        systems.forEach(system -> ((ObjectNode) system).remove(List.of("p50Millis", "p99Millis")));
        return report;
    }

    @Test
    void prints_all_systems_and_the_intervals() throws IOException {
        String out = evaluate(ARTICLES, LINKS).succeeds().out();
        assertThat(out)
                .startsWith("8 articles, 2 queries, 0 left out of the averages\n")
                .contains("\nByline             1.0000", "\ncategory           0.7500", "\nmoreLikeThis       0.0000")
                .contains("Byline less moreLikeThisBest, with the 95 % interval of the paired bootstrap:")
                .contains("\n  ndcg@5                +0.0000  (+0.0000 to +0.0000)\n");
        assertThat(out.lines()).allMatch(line -> line.length() <= Terminal.COLUMNS);
    }

    @Test
    void texts_are_plain_text_and_anything_may_be_missing() throws IOException {
        String articles = """
                {"id":"a","body":"Writers type <marquee> and &oacute; by hand."}
                {"id":"b","body":"Nobody needs <marquee> nor &oacute; today.","tags":"one","section":7}
                {"id":"c","body":"Gloves off.","tags":[],"authors":null}
                {"id":"d"}
                """;
        JsonNode report = evaluate(articles, "a\tb\nd\tc", "--json").succeeds().json();
        // Nothing is like an empty text.
        assertThat(number(report, "ndcg@5")).isEqualTo(0.5);
        assertThat(number(baseline(report, "tfIdf"), "ndcg@5")).isEqualTo(0.5);
    }

    @Test
    void dates_that_cannot_be_read_are_told_and_count_as_none() throws IOException {
        Run run = evaluate(
                "{\"id\":\"a\",\"body\":\"one\"}\n{\"id\":\"b\",\"body\":\"one\",\"date\":\"yesterday\"}", "a\tb");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("byline: " + folder.resolve("articles.jsonl")
                        + ": 1 dates can't be read, the first in line 2; these articles count as undated\n");
    }

    @Test
    void judgements_of_the_article_itself_are_told() throws IOException {
        Run run = evaluate(ARTICLES, "roof\troof, market,");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains(": 1 judgements are of the article itself and don't count");
    }

    @Test
    void reads_packed_files() throws IOException {
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\uFEFF" + ARTICLES).getBytes(StandardCharsets.UTF_8));
        }
        Path judgements = file("judgements.tsv", "\uFEFF" + LINKS.replace("\n", "\r\n"));
        Run run = Run.of(
                "evaluate", "--json", "related", "--warm-up=0", "--articles=" + packed, "--judgements=" + judgements);
        assertThat(run.succeeds().json().path("queries").asInt()).isEqualTo(2);
    }

    @Test
    void takes_the_public_articles_of_a_site() throws IOException {
        String site = folder.resolve("site").toString();
        Run.of("import", "--site", site, "../sample/site.jsonl").succeeds();
        Path judgements = file("judgements.tsv", "abra\tal-ahsa,baalbek\n");
        String[] args = {"evaluate", "related", "--json", "--warm-up=0", "--site=" + site, "--judgements=" + judgements
        };
        JsonNode report = Run.of(args).succeeds().json();
        assertThat(report.path("articles").asInt()).isGreaterThan(50);
        assertThat(report.path("queries").asInt()).isEqualTo(1);
        assertThat(number(report, "tieShare")).isZero();
        file("judgements.tsv", "slug\ttargets\n/five-minutes-on-dubai-creek/\tal-ahsa, baalbek\n");
        assertThat(withoutTimes(Run.of(args).succeeds().json())).isEqualTo(withoutTimes(report));
        file("judgements.tsv", "five-minutes-on-dubai-creek\tbaalbek,al-ahsa\n");
        assertThat(withoutTimes(Run.of(args).succeeds().json())).isEqualTo(withoutTimes(report));
        List<String> early = new ArrayList<>(List.of(args));
        early.addAll(List.of("--now", "1999-01-01T00:00:00Z"));
        assertThat(Run.of(early.toArray(String[]::new)).err())
                .isEqualTo("byline: " + site + " holds no public article\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "articles.jsonl |                               |  holds no article",
                "articles.jsonl | {\"id\":\"1\"                 | , line 1: is no JSON",
                "articles.jsonl | {\"title\":\"a\"}             | , line 1: \"id\" is missing",
                "articles.jsonl | {\"id\":\" \"}                | , line 1: an id has 1 to 200 characters",
                "articles.jsonl | {\"id\":\"1\",\"tags\":[{}]}  | , line 1: \"tags\" is no list of texts",
                "articles.jsonl | {\"id\":\"1\"}~{\"id\":1}     | , line 2: the article of line 1 has this id too",
                "judgements.tsv |                               |  holds no judgement",
                "judgements.tsv | query>targets                 |  holds no judgement",
                "judgements.tsv | brigde-1>bridge-2             | , line 1: there is no article \"brigde-1\"",
                "judgements.tsv | brigde-1>brigde-2             | , line 1: there is no article \"brigde-1\"",
                "judgements.tsv | ~QID>Doc>Grade~query>roof>1   | , line 3: there is no article \"query\"",
                "judgements.tsv | query>roof                    | , line 1: there is no article \"query\"",
                "judgements.tsv | roof market                   | , line 1: has no tab",
                "judgements.tsv | roof>harbour                  | , line 1: there is no article \"harbour\"",
                "judgements.tsv | q>t~harbour>roof              | , line 2: there is no article \"harbour\"",
                "judgements.tsv | harbour>ship>1                | , line 1: there is no article \"harbour\"",
                "judgements.tsv | roof>, ,                      | , line 1: names no related post",
                "judgements.tsv | roof>market, market           | , line 1: \"market\" was judged for this article before",
                "judgements.tsv | roof>market~~roof>market      | , line 3: \"market\" was judged for this article before",
                "judgements.tsv | roof>market>1~roof>market>0   | , line 2: \"market\" was judged for this article before",
                "judgements.tsv | roof>market>good              | , line 1: \"good\" is no grade",
                "judgements.tsv | roof>market>1e999             | , line 1: \"1e999\" is no grade",
                "judgements.tsv | roof>market~roof>choir>1      | , line 2: has 3 columns where those before have 2",
                "judgements.tsv | roof>market>1>2               | , line 1: has 4 columns, not 2 or 3",
                "judgements.tsv | roof>market>0                 |  names no related post that a list could hold",
                "pairs.tsv      |                               |  holds no pair",
                "pairs.tsv      | roof market                   | , line 1: has no tab",
                "pairs.tsv      | roof>market                   | , line 1: has 2 columns, not 3: two ids and a number",
                "pairs.tsv      | roof>harbour>1                | , line 1: there is no article \"harbour\"",
                "pairs.tsv      | roof>market>much              | , line 1: \"much\" is no number",
                "pairs.tsv      | id1>id2>x~roof>market>1~market>roof>2 | , line 3: pairs the articles of line 2 again",
                "pairs.tsv      | roof>market>1~roof>market>1   | , line 2: pairs the articles of line 1 again",
                "pairs.tsv      | roof>roof>1                   | , line 1: pairs an article with itself"
            })
    void what_cannot_be_is_refused_with_its_line(String name, String text, String problem) throws IOException {
        String lines = text == null ? "" : text.replace('~', '\n').replace('>', '\t');
        Run run = evaluate(
                name.startsWith("a") ? lines : ARTICLES,
                name.startsWith("j") ? lines : LINKS,
                "--json",
                "--pairs=" + file("pairs.tsv", name.startsWith("p") ? lines : "roof\tmarket\t1"));
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        String where = folder.resolve(name) + (problem.startsWith(",") ? "" : " ");
        assertThat(run.err()).isEqualTo("byline: " + where + problem + "\n");
        assertThat(run.json().path("error").asString()).isEqualTo(where + problem);
    }

    @Test
    void only_the_past_needs_dates() throws IOException {
        String articles = ARTICLES + "{\"id\":\"undated\"}\n";
        assertThat(evaluate(articles, LINKS, "--past-only").err())
                .isEqualTo("byline: " + folder.resolve("articles.jsonl")
                        + ", line 10: has no date that --past-only could go by\n");
        assertThat(evaluate(ARTICLES, LINKS, "--now", "2026-10-01T00:00:00Z").err())
                .isEqualTo("byline: " + folder.resolve("articles.jsonl")
                        + " holds no article from before 2026-10-01T00:00:00Z\n");
    }

    @Test
    void command_lines_that_cannot_be() throws IOException {
        String articles = file("articles.jsonl", ARTICLES).toString();
        String judgements = file("judgements.tsv", LINKS).toString();
        for (String[] args : new String[][] {
            {"evaluate", "related"},
            {"evaluate", "related", "--articles", articles},
            {"evaluate", "related", "--judgements", judgements},
            {"evaluate", "related", "--judgements", judgements, "--articles", articles, "--site", "site"},
            {"evaluate", "related", "--judgements", judgements, "--articles", articles, "--warm-up", "-1"},
            {"evaluate", "related", "--judgements", judgements, "--articles", articles, "--language", "!"},
            {"evaluate", "related", "--judgements", judgements, "--site", "site", "--language", "fa"},
        }) {
            assertThat(Run.of(args).code()).as(String.join(" ", args)).isEqualTo(Byline.USAGE);
        }
        assertThat(Run.of("evaluate", "related", "--help").succeeds().out())
                .contains("--past-only", "--pairs", "docs/evaluating.md");
        Run missing = Run.of("evaluate", "related", "--judgements", judgements, "--articles", folder + "/none.jsonl");
        assertThat(missing.err()).isEqualTo("byline: " + folder + "/none.jsonl is no readable file\n");
        Run noSite = Run.of("evaluate", "related", "--judgements", judgements, "--site", folder + "/none");
        assertThat(noSite.code()).isEqualTo(Byline.FAILED);
        assertThat(noSite.err().lines()).hasSize(1);
    }
}
