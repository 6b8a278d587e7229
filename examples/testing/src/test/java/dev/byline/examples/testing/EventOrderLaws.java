package dev.byline.examples.testing;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;

import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.Window;
import dev.byline.ranking.testkit.ArbitraryEvents;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;

/** What must be so whatever readers do, in however many orders the servers tell of it. */
class EventOrderLaws {
    private static final List<Article> ARTICLES = SampleArticles.mixed(20, 1);

    @Provide
    Arbitrary<Tuple2<List<Engagement>, List<Engagement>>> events() {
        return ArbitraryEvents.streamsTwice(ARTICLES, NOW);
    }

    @Property(tries = 200)
    void no_order_of_events_changes_the_list(@ForAll("events") Tuple2<List<Engagement>, List<Engagement>> events) {
        ExplainedList list = popular(events.get1());
        assertThat(list).isTotallyOrdered().addsUp();
        assertThat(popular(events.get2())).isEqualTo(list);
    }

    private static ExplainedList popular(List<Engagement> events) {
        InstantSource clock = InstantSource.fixed(NOW);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(ARTICLES);
        try (var popular = PopularArticles.with(Touchline.POPULAR, EngagementStore.inMemory(clock), store, clock)) {
            events.forEach(popular::record);
            return popular.explain(10, Window.last(Duration.ofDays(7)));
        }
    }
}
