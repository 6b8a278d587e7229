package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KnownListsLaws {
    private static final List<RelatedPolicy> POLICIES = List.of(
            RelatedPolicy.defaults(),
            RelatedPolicy.background(),
            RelatedPolicy.followUp().minimumScore(.3),
            RelatedPolicy.jnews(),
            RelatedPolicy.defaults().copies(true).variety(new RelatedPolicy.Variety(2, 0)));

    @Property(tries = 150)
    void whatIsRememberedIsWhatWouldBeWorkedOut(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int count) {
        Random random = new Random(seed);
        MovableClock clock = MovableClock.at(NOW);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        SteadyTexts texts = new SteadyTexts();
        RelatedArticles related = RelatedArticles.with(RelatedPolicy.defaults(), texts, store, clock);
        ArticleSink desk = ArticleSink.all(store, texts, related);
        List<Article> articles = new ArrayList<>(SampleArticles.mixed(count, seed));
        desk.put(articles);

        List<RelatedQuery> queries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            queries.add(query(articles, random));
        }
        for (int step = 0; step < 60; step++) {
            int which = random.nextInt(articles.size());
            Article one = articles.get(which);
            switch (random.nextInt(12)) {
                case 0 -> desk.withdraw(one.id());
                case 1 -> {
                    Article edited = one.toBuilder()
                            .headline(articles.get(random.nextInt(articles.size()))
                                    .headline())
                            .status(
                                    random.nextBoolean() || one.publishedAt() == null
                                            ? one.status()
                                            : ArticleStatus.PUBLISHED)
                            .build();
                    articles.set(which, edited);
                    desk.put(edited);
                }
                case 2 -> {
                    // A change of which the texts need not hear.
                    Article edited =
                            one.toBuilder().commentCount(random.nextInt(9)).build();
                    articles.set(which, edited);
                    ArticleSink.all(store, related).put(edited);
                }
                case 3 -> clock.advance(Duration.ofMinutes(random.nextInt(200)));
                case 4 -> clock.set(NOW.plus(Duration.ofMinutes(random.nextInt(600))));
                case 5 -> queries.set(random.nextInt(queries.size()), query(articles, random));
                default -> {
                    // Only asked.
                }
            }
            RelatedQuery query = queries.get(random.nextInt(queries.size()));
            RelatedPolicy policy = POLICIES.get(random.nextInt(POLICIES.size()));
            RelatedArticles known = related.by(policy);
            assertThat(known.to(query)).isEqualTo(known.explain(query).ranked());
        }
    }

    private static RelatedQuery query(List<Article> articles, Random random) {
        RelatedQuery query =
                RelatedQuery.of(articles.get(random.nextInt(articles.size()))).limit(1 + random.nextInt(6));
        ArticleId some = articles.get(random.nextInt(articles.size())).id();
        return switch (random.nextInt(5)) {
            case 0 -> query.pinned(List.of(some));
            case 1 -> query.without(List.of(some));
            case 2 -> query.in(SampleArticles.POLITICS);
            default -> query;
        };
    }
}
