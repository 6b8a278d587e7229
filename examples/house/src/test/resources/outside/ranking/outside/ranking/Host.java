package outside.ranking;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.popular.Window;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

public final class Host {
    private Host() {}

    public static void main(String[] args) {
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        InstantSource clock = InstantSource.fixed(now);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        Article a = Article.builder(ArticleId.of("a"), "a").published(now).build();
        Article b = Article.builder(ArticleId.of("b"), "b").published(now).build();
        store.put(List.of(a, b));
        try (var popular =
                PopularArticles.with(PopularPolicy.defaults(), EngagementStore.inMemory(clock), store, clock)) {
            popular.record(Engagement.view(a.id(), "somebody", now));
            System.out.println("popular "
                    + popular.top(1, Window.all()).get(0).item().id());
        }
        TextSimilarity texts = new TextSimilarity() {
            @Override
            public List<Similar> similarTo(Article article, int n) {
                return List.of(new Similar(b.id(), 0.5, List.of()));
            }

            @Override
            public long revision() {
                return 1;
            }

            @Override
            public double rarity(String term) {
                return 1;
            }
        };
        var related = RelatedArticles.with(RelatedPolicy.defaults(), texts, store, clock);
        System.out.println("related " + related.to(a, 1).get(0).item().id());
    }
}
