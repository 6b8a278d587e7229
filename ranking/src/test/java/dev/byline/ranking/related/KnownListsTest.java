package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import dev.byline.testkit.WordsInCommon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** That lists are remembered, and for no longer than they are right. */
class KnownListsTest {
    private final MovableClock clock = MovableClock.at(NOW);
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final SteadyTexts texts = new SteadyTexts();
    private final RelatedArticles related = RelatedArticles.with(RelatedPolicy.defaults(), texts, store, clock);
    private final ArticleSink desk = ArticleSink.all(store, texts, related);
    private final Article flood = article("flood").headline("flood").build();
    private final Article wall = article("wall").headline("flood wall").build();

    @Test
    void aListIsWorkedOutOnce() {
        desk.put(List.of(flood, wall));
        assertThat(related.status()).isEqualTo(new RelatedStatus(0, 0, 0));
        assertThat(related.to(flood, 4)).containsExactly("wall");
        store.reset();
        assertThat(related.to(flood, 4)).containsExactly("wall");
        assertThat(related.to(flood.toBuilder().build(), 4)).containsExactly("wall");
        assertThat(store.reads()).isZero();
        assertThat(texts.questions()).isEqualTo(1);
        assertThat(related.status()).isEqualTo(new RelatedStatus(2, 1, 1));

        // Another question, another policy and an edited article are lists of their own.
        related.to(flood, 3);
        related.by(RelatedPolicy.background()).to(flood, 4);
        related.to(flood.toBuilder().headline("wall").build(), 4);
        assertThat(related.by(RelatedPolicy.jnews()).status()).isEqualTo(new RelatedStatus(2, 4, 4));
        related.explain(RelatedQuery.of(flood));
        assertThat(related.status()).isEqualTo(new RelatedStatus(2, 4, 4));
    }

    @Test
    void everyChangeIsInTheNextList() {
        desk.put(List.of(flood, wall));
        assertThat(related.to(flood, 4)).containsExactly("wall");
        desk.put(article("again").headline("flood again").build());
        assertThat(related.to(flood, 4)).containsExactly("wall", "again");
        desk.withdraw(wall.id());
        assertThat(related.to(flood, 4)).containsExactly("again");
        RelatedArticles other = related.by(RelatedPolicy.background());
        assertThat(other.to(flood, 4)).containsExactly("again");
        // Of the store's change alone one of the two hears, and both know.
        store.put(wall);
        related.put(wall);
        assertThat(other.to(flood, 4)).containsExactly("wall", "again");
    }

    @Test
    void whatAppearsOrExpiresByTheClockIsRightWithoutACall() {
        desk.put(List.of(
                flood,
                wall.toBuilder()
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusSeconds(60))
                        .expiresAt(NOW.plusSeconds(120))
                        .build()));
        assertThat(related.to(flood, 4)).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(related.to(flood, 4)).isEmpty();
        assertThat(related.status().cacheHits()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(related.to(flood, 4)).containsExactly("wall");
        clock.advance(Duration.ofSeconds(60));
        assertThat(related.to(flood, 4)).isEmpty();
        // Even where the clock goes back.
        clock.set(NOW.plusSeconds(90));
        assertThat(related.to(flood, 4)).containsExactly("wall");
        assertThat(related.status().cacheHits()).isEqualTo(1);
    }

    @Test
    void whatOnlyTheStoreKnowsOfEndsAListToo() {
        texts.put(List.of(flood));
        store.put(List.of(
                flood, article("pinned").publishedAt(NOW.plusSeconds(60)).build()));
        RelatedQuery query = RelatedQuery.of(flood).pinned(List.of(ArticleId.of("pinned")));
        assertThat(related.to(query)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(related.to(query)).containsExactly("pinned");
    }

    @Test
    void aDraftWithoutADateAgesWithTheClock() {
        desk.put(List.of(flood, wall));
        Article draft =
                flood.toBuilder().status(ArticleStatus.DRAFT).publishedAt(null).build();
        double first = related.to(draft, 1).get(0).value();
        clock.advance(Duration.ofDays(200));
        assertThat(related.to(draft, 1).get(0).value()).isLessThan(first);
        assertThat(related.status()).isEqualTo(new RelatedStatus(0, 2, 0));
    }

    @Test
    void nothingIsRememberedWherePopularityCounts() {
        desk.put(List.of(flood, wall, article("again").headline("flood again").build()));
        AtomicLong asked = new AtomicLong();
        RelatedArticles knowing = related.popularity(id -> {
            asked.incrementAndGet();
            return id.value().equals("wall") ? 3 : Double.NaN;
        });
        assertThat(knowing.to(flood, 1)).ranks("wall").hasPart("R-20", 0);
        assertThat(asked).hasValue(0);
        assertThat(related.status()).isEqualTo(new RelatedStatus(0, 1, 1));

        RelatedPolicy policy = RelatedPolicy.defaults()
                .weights(Weights.none().words(1).popularity(1))
                .minimumScore(0);
        for (int i = 0; i < 2; i++) {
            assertThat(knowing.by(policy).to(flood, 4))
                    .containsExactly("wall", "again")
                    .ranks("wall")
                    .hasPart("R-20", .5)
                    .and()
                    .ranks("again")
                    .hasPart("R-20", 0);
        }
        assertThat(related.status()).isEqualTo(new RelatedStatus(0, 3, 1));
        // One that was told nothing of it goes on as before.
        assertThat(related.by(policy).to(flood, 1)).ranks("wall").hasPart("R-20", 0);
    }

    @Test
    void nothingIsRememberedOfTextsThatCannotSayHowLongTheyHold() {
        WordsInCommon words = new WordsInCommon();
        RelatedArticles other = RelatedArticles.with(RelatedPolicy.defaults(), words, store, clock);
        ArticleSink.all(store, words, other).put(List.of(flood, wall));
        assertThat(other.to(flood, 4)).isEqualTo(other.to(flood, 4));
        assertThat(other.status()).isEqualTo(new RelatedStatus(0, 2, 0));
    }

    @Test
    void aChangeWhileAListIsWorkedOutIsInTheNext() {
        desk.put(List.of(flood, wall));
        AtomicBoolean once = new AtomicBoolean(true);
        AtomicLong asked = new AtomicLong();
        RelatedArticles[] slow = new RelatedArticles[1];
        TextSimilarity interrupted = new TextSimilarity() {
            @Override
            public List<Similar> similarTo(Article article, int n) {
                List<Similar> before = texts.similarTo(article, n);
                asked.incrementAndGet();
                if (once.getAndSet(false)) {
                    // The texts hear of nothing, as where only a picture has changed.
                    store.put(wall.toBuilder().commentCount(7).build());
                    slow[0].put(wall);
                }
                return before;
            }

            @Override
            public long revision() {
                return texts.revision();
            }

            @Override
            public Instant steadyUntil(Instant at) {
                return texts.steadyUntil(at);
            }

            @Override
            public double rarity(String term) {
                return texts.rarity(term);
            }
        };
        slow[0] = RelatedArticles.with(RelatedPolicy.defaults(), interrupted, store, clock);
        slow[0].to(flood, 4);
        assertThat(slow[0].status().cacheEntries()).isZero();
        slow[0].to(flood, 4);
        slow[0].to(flood, 4);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aListIsRightWhenAChangeReturnsHoweverManyRead() throws Exception {
        List<Article> articles = SampleArticles.published(40, 6);
        desk.put(articles);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        List<Future<?>> reading = new ArrayList<>();
        for (int reader = 0; reader < 3; reader++) {
            reading.add(readers.submit(() -> {
                while (!done.get()) {
                    articles.subList(0, 8).forEach(article -> related.to(article, 4));
                }
            }));
        }
        for (int i = 0; i < 300; i++) {
            Article one = articles.get(i % articles.size());
            if (i % 3 == 0) {
                desk.withdraw(one.id());
            } else {
                desk.put(one.toBuilder().commentCount(i).build());
            }
            RelatedQuery query = RelatedQuery.of(articles.get(i % 8));
            assertThat(related.to(query)).isEqualTo(related.explain(query).ranked());
        }
        done.set(true);
        for (Future<?> one : reading) {
            one.get();
        }
        readers.shutdown();
        assertThat(related.status().cacheHits()).isPositive();
    }
}
