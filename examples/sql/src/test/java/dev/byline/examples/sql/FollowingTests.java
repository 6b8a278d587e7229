package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.Changes;
import dev.byline.article.ContentException;
import dev.byline.testkit.SampleArticles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What followers hear while several write at once, and what is left of a change that failed. */
abstract class FollowingTests {
    private DataSource tables;
    private ArticleStore store;
    private final List<String> heard = new ArrayList<>();
    private String cursor = Changes.START;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        tables = database().tables();
        store = new JdbcArticleStore(tables, ZoneOffset.UTC);
    }

    private void listen() {
        Changes changes = store.changedSince(cursor, 2);
        assertThat(changes.fromStart()).isFalse();
        changes.articles().forEach(article -> heard.add(article.id() + " " + article.headline()));
        cursor = changes.cursor();
        if (changes.more()) {
            listen();
        }
    }

    @Test
    void aChangeThatIsCommittedLateIsHeard() {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DataSource slow = Watched.commits(tables, () -> {
            written.countDown();
            goOn.await();
        });
        ArticleStore late = new JdbcArticleStore(slow, ZoneOffset.UTC);
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> late.put(article("first").headline("").build()));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            await(written);
            store.put(article("second").headline("").build());
        });
        await(written);
        // Time enough for the second to be committed, if nothing made it wait for the first.
        for (int i = 0; i < 300; i++) {
            listen();
        }
        assertThat(heard).isEmpty();
        goOn.countDown();
        first.join();
        second.join();
        listen();
        assertThat(heard).containsExactly("first ", "second ");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoFollowsManyWritersEndsWithWhatTheyWrote() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "w" + writer;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 25; i++) {
                    // Two of everybody, so that they meet, in both orders.
                    Article shared =
                            article("shared" + i % 2).headline(name + i).build();
                    Article own = article(name + "-" + i).headline("").build();
                    store.put(i % 2 == 0 ? List.of(shared, own) : List.of(own, shared));
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            listen();
        }
        all.join();
        listen();
        for (int writer = 0; writer < 4; writer++) {
            for (int i = 0; i < 25; i++) {
                assertThat(heard).containsOnlyOnce("w" + writer + "-" + i + " ");
            }
        }
        for (String shared : List.of("shared0", "shared1")) {
            String last = store.find(ArticleId.of(shared)).orElseThrow().headline();
            assertThat(heard.stream().filter(text -> text.startsWith(shared)).reduce((a, b) -> b))
                    .contains(shared + " " + last);
        }
    }

    @Test
    void aChangeThatFailsLeavesNothing() {
        store.put(article("there").headline("Before").build());
        listen();
        heard.clear();
        DataSource broken = Watched.commits(tables, () -> {
            throw new SQLException("no");
        });
        ArticleStore failing = new JdbcArticleStore(broken, ZoneOffset.UTC);
        assertThatThrownBy(() -> failing.put(List.of(
                        article("there").headline("After").build(),
                        article("new").build())))
                .isInstanceOf(ContentException.class)
                .hasRootCauseMessage("no");
        assertThatThrownBy(() -> failing.withdraw(ArticleId.of("there"))).isInstanceOf(ContentException.class);
        listen();
        assertThat(heard).isEmpty();
        assertThat(store.page(ArchiveQuery.at(SampleArticles.NOW)).articles())
                .extracting(article -> article.headline())
                .containsExactly("Before");
        store.put(article("new").headline("").build());
        listen();
        assertThat(heard).containsExactly("new ");
    }

    @Test
    void anotherStoreOnTheSameTablesGoesOn() {
        store.put(article("a").headline("").build());
        listen();
        store = new JdbcArticleStore(tables, ZoneOffset.UTC);
        store.put(article("b").headline("").build());
        listen();
        assertThat(heard).containsExactly("a ", "b ");
    }

    @Test
    void whatIsPutAgainIsListedAnewAndNobodyHearsOfIt() throws SQLException {
        Article article = article("a")
                .published(Instant.parse("2026-10-31T22:00:00Z"))
                .headline("")
                .translationGroup("t")
                .build();
        store.put(List.of(article, article("b").headline("").build()));
        listen();
        heard.clear();
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            // As a version left it that did not know of groups.
            statement.execute("DELETE FROM byline_listing WHERE kind = 'GROUP'");
            statement.execute("UPDATE byline_article SET summary = '{\"id\":\"a\",\"status\":\"draft\",\"slug\":\"a\"}'"
                    + " WHERE id = 'a'");
        }
        store = new JdbcArticleStore(tables, ZoneId.of("Asia/Baghdad"));
        assertThat(store.translations(article, SampleArticles.NOW)).isEmpty();
        assertThat(store.counts(By.MONTH, SampleArticles.NOW)).containsEntry("2026-10", 1L);
        store.put(article);
        assertThat(store.translations(article, SampleArticles.NOW)).containsExactly(article.summary());
        assertThat(store.counts(By.MONTH, SampleArticles.NOW)).containsExactly(Map.entry("2026-11", 2L));
        listen();
        assertThat(heard).isEmpty();
    }

    @Test
    void whoHasHeardMoreThanADatabaseThatWasSetBackBeginsAnew() throws SQLException {
        store.put(SampleArticles.published(3, 1));
        listen();
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM byline_listing WHERE id = 'n2'");
            statement.execute("DELETE FROM byline_slug WHERE id = 'n2'");
            statement.execute("DELETE FROM byline_article WHERE id = 'n2'");
            statement.execute("UPDATE byline_store SET revision = 2");
        }
        Changes changes = store.changedSince(cursor, 5);
        assertThat(changes.fromStart()).isTrue();
        assertThat(changes.articles()).hasSize(2);
        assertThat(store.changedSince(changes.cursor(), 5).fromStart()).isFalse();
    }
}
