package dev.byline.examples.cli.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.related.Pairs.Pair;
import dev.byline.examples.cli.evaluate.related.RelatedReport.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedTrialTest {
    @TempDir
    Path folder;

    /** Lists posts by number, the score falling from 0.9 by a tenth each, and keeps some out as copies. */
    private record ByNumber(Posts posts, Set<String> copies, Set<String> unlike) implements RelatedSystem {
        @Override
        public Answer ask(Post post, Scope scope, int most) {
            List<Scored> ranked = new ArrayList<>();
            Set<Integer> suppressed = new HashSet<>();
            for (Post other : posts.all()) {
                boolean listed = scope.allows(post, other) && !unlike.contains(other.id());
                if (listed && copies.contains(other.id())) {
                    suppressed.add(other.number());
                } else if (listed && ranked.size() < most) {
                    ranked.add(new Scored(other.number(), 0.9 - other.number() / 10.0));
                }
            }
            return new Answer(ranked, scope.pool() == null ? Set.of() : suppressed);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private Posts posts(String... days) throws IOException, BadInput {
        StringBuilder lines = new StringBuilder();
        for (String day : days) {
            lines.append(
                    "{\"id\":\"" + (char) ('a' + lines.toString().lines().count()) + "\",\"date\":\"" + day + "\"}\n");
        }
        return Posts.of(Files.writeString(folder.resolve("articles.jsonl"), lines), null, null, remark -> {});
    }

    private Judgements judgements(Posts posts, String lines) throws IOException, BadInput {
        return Judgements.of(Files.writeString(folder.resolve("judgements.tsv"), lines), posts, false, false);
    }

    private static Figures figures(Posts posts, Judgements judgements, List<Pair> pairs, RelatedSystem system) {
        return new RelatedTrial(posts, judgements, pairs, false, Duration.ZERO)
                .of(any -> system)
                .figures();
    }

    @Test
    void in_a_pool_the_unlike_come_behind_the_listed_and_copies_behind_them() throws IOException, BadInput {
        Posts posts = posts("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06");
        RelatedSystem system = new ByNumber(posts, Set.of("b"), Set.of("d", "e"));
        // Ranked c and f, then e and d as the newest first, then the copy b.
        for (String[] one : new String[][] {{"c", "1"}, {"f", "2"}, {"e", "3"}, {"d", "4"}, {"b", "5"}}) {
            StringBuilder lines = new StringBuilder();
            for (String id : List.of("b", "c", "d", "e", "f")) {
                lines.append("a\t" + id + "\t" + (id.equals(one[0]) ? 3 : 0) + "\n");
            }
            Figures figures = figures(posts, judgements(posts, lines.toString()), List.of(), system);
            assertThat(figures.mrr()).isEqualTo(1.0 / Integer.parseInt(one[1]));
        }
        // Of d, e and b level with each other only d and e are: e is above b and level with d, below c and f.
        String lines = "a\tb\t0\na\tc\t0\na\td\t0\na\te\t1\na\tf\t0\n";
        Double area =
                figures(posts, judgements(posts, lines), List.of(), system).auc();
        assertThat(area).isEqualTo(1.5 / 4);
    }

    @Test
    void the_first_related_post_is_looked_for_beyond_the_tenth() throws IOException, BadInput {
        String[] days = new String[15];
        Arrays.fill(days, "2026-01-01");
        Posts posts = posts(days);
        Figures figures =
                figures(posts, judgements(posts, "a\tm,o"), List.of(), new ByNumber(posts, Set.of(), Set.of("b")));
        // m is the thirteenth by number, and neither a nor b is before it.
        assertThat(figures.mrr()).isEqualTo(1 / 11.0);
        assertThat(figures.ndcg()).isZero();
        assertThat(figures.recall()).isZero();
    }

    @Test
    void a_pair_has_the_mean_of_both_lists_and_a_copy_is_as_alike_as_can_be() throws IOException, BadInput {
        Posts posts = posts("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04");
        RelatedSystem system = new ByNumber(posts, Set.of("c"), Set.of("d"));
        List<Pair> pairs = List.of(
                new Pair(posts.get(0), posts.get(1), 3), // 0.9 and 0.8
                new Pair(posts.get(0), posts.get(2), 2), // 0.9 and a copy
                new Pair(posts.get(1), posts.get(3), 1)); // 0.8 and nothing
        RelatedTrial.Outcome outcome =
                new RelatedTrial(posts, judgements(posts, "a\tb"), pairs, false, Duration.ZERO).of(any -> system);
        assertThat(outcome.scores()).containsExactly(new double[] {0.85, 0.95, 0.4}, within(1e-12));
        assertThat(outcome.figures().pearson()).isNotNull();
    }

    @Test
    void warming_up_takes_a_system_of_its_own() throws IOException, BadInput {
        Posts posts = posts("2026-01-01", "2026-01-02");
        List<Path> opened = new ArrayList<>();
        new RelatedTrial(posts, judgements(posts, "a\tb"), List.of(), false, Duration.ofMillis(1)).of(path -> {
            opened.add(path);
            return new ByNumber(posts, Set.of(), Set.of());
        });
        assertThat(opened).doesNotHaveDuplicates().hasSize(2).noneMatch(Files::exists);
    }

    @Test
    void baselines_are_as_good_on_real_news_as_they_are_known_to_be() throws BadInput {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        Path news = Path.of(data, "digitalgov");
        assumeTrue(Files.isDirectory(news), "no digitalgov in byline.data");
        Posts posts = Posts.of(news.resolve("articles.jsonl.gz"), null, null, remark -> {})
                .byDay();
        Judgements judgements = Judgements.of(news.resolve("related-dev.tsv"), posts, true, false);
        assertThat(posts.count()).isEqualTo(2_079);
        assertThat(judgements.queries()).hasSize(360);
        assertThat(judgements.remarks()).isEmpty();
        RelatedTrial trial = new RelatedTrial(posts, judgements, List.of(), true, Duration.ZERO);
        assertThat(trial.of(path -> LuceneRelated.withDefaults(posts, path))
                        .figures()
                        .ndcg())
                .isCloseTo(0.338, within(0.005));
        assertThat(trial.of(path -> new TfIdfRelated(posts)).figures().ndcg()).isCloseTo(0.372, within(0.005));
        assertThat(trial.of(path -> new CategoryRelated(posts)).figures().ndcg())
                .isCloseTo(0.109, within(0.005));
    }
}
