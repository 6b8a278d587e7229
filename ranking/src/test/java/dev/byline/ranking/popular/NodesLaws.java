package dev.byline.ranking.popular;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.ranking.testkit.ArbitraryEvents;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NodesLaws {
    private static final List<Article> ARTICLES = SampleArticles.mixed(12, 11);
    private static final List<ArticleId> IDS =
            ARTICLES.stream().map(Article::id).toList();
    private static final List<Window> WINDOWS = List.of(
            Window.all(),
            Window.last(Duration.ofMinutes(17)),
            Window.last(Duration.ofHours(23).plusMinutes(7)),
            Window.last(Duration.ofDays(30)));

    @Provide
    Arbitrary<List<Engagement>> streams() {
        return ArbitraryEvents.streams(ARTICLES, NOW);
    }

    /** Deltas are made at any moment, and come late, twice and in any order. */
    @Property
    @Rule("P-60")
    void howeverEventsAreSplitOverNodesAllAnswerAsOneStoreWould(
            @ForAll("streams") List<Engagement> events,
            @ForAll @IntRange(min = 1, max = 8) int size,
            @ForAll long seed) {
        Random random = new Random(seed);
        EngagementStore alone = EngagementStore.inMemory(() -> NOW);
        List<EngagementNode> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(EngagementNode.inMemory("node " + i, () -> NOW));
        }
        List<Delta> told = new ArrayList<>();
        for (Engagement event : events) {
            alone.record(event, CountingPolicy.defaults());
            // A visitor stays with a node.
            int owner = event.visitor().isEmpty()
                    ? random.nextInt(size)
                    : event.visitor().hashCode() % size;
            EngagementNode node = nodes.get(Math.floorMod(owner, size));
            node.record(event, CountingPolicy.defaults());
            if (random.nextInt(5) == 0) {
                List<Delta> deltas = node.deltas();
                told.addAll(deltas);
                if (random.nextBoolean()) {
                    deltas.forEach(node::confirm);
                }
            }
        }
        nodes.forEach(node -> told.addAll(node.deltas()));
        for (EngagementNode node : nodes) {
            Collections.shuffle(told, random);
            told.forEach(node::merge);
            told.subList(0, told.size() / 2).forEach(node::merge);
            for (Window window : WINDOWS) {
                assertThat(lists(node, window)).isEqualTo(lists(alone, window));
            }
        }
    }

    private static List<Map<ArticleId, Tally>> lists(EngagementStore store, Window window) {
        return List.of(store.most(Measure.VIEWS, window, NOW, 9), store.tallies(IDS, window, NOW));
    }
}
