package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.Changes;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a call costs. */
abstract class StatementTests {
    private final List<String> prepared = new ArrayList<>();
    private final List<Article> articles = SampleArticles.published(100, 1);
    private CountingArticleStore store;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        DataSource watched = Watched.statements(database().tables(), prepared::add);
        store = CountingArticleStore.of(new JdbcArticleStore(watched, ZoneOffset.UTC));
        store.put(articles);
        store.reset();
        prepared.clear();
    }

    @Test
    void eachCallIsOneStatement() {
        ArchiveQuery all = ArchiveQuery.at(NOW).limit(10);
        RegionGroup group = new RegionGroup("group", "", SampleArticles.REGIONS);
        List<Runnable> calls = new ArrayList<>(List.of(
                () -> store.find(articles.get(3).id()),
                () -> store.find(articles.stream().map(Article::id).toList()),
                () -> store.summaries(articles.stream().map(Article::id).toList()),
                () -> store.bySlug("story-7", NOW),
                () -> store.page(all),
                () -> store.page(all.in(group).after(store.page(all).next())),
                () -> store.page(all.in(group).section("politics").tag("oil").author("the-desk")),
                () -> store.count(all.in(group).tag("oil")),
                () -> store.translations(articles.get(9), NOW),
                () -> store.translations(
                        articles.get(9).toBuilder().translationGroup("t").build(), NOW),
                () -> store.neighbours(articles.get(9), NeighbourQuery.at(NOW)),
                () -> store.neighbours(
                        articles.get(9),
                        NeighbourQuery.at(NOW).within(Within.REGION).excluding("oil", "iq")),
                () -> store.changedSince(Changes.START, 10)));
        for (By by : By.values()) {
            calls.add(() -> store.counts(by, NOW));
        }
        for (Runnable call : calls) {
            prepared.clear();
            store.reset();
            call.run();
            assertThat(prepared).hasSize((int) store.reads());
        }
    }

    @Test
    void aWholeNewsPageIsEightStatements() {
        Article article = store.bySlug("story-20", NOW).orElseThrow().article();
        store.neighbours(article, NeighbourQuery.at(NOW).within(Within.SECTION));
        store.page(ArchiveQuery.at(NOW).in(article.regions().get(0)).limit(6));
        store.page(ArchiveQuery.at(NOW).tag(article.tags().get(0).key()).limit(6));
        store.summaries(List.of(ArticleId.of("n1"), ArticleId.of("n2"), ArticleId.of("n3")));
        store.summaries(List.of(ArticleId.of("n4"), ArticleId.of("n5")));
        store.page(ArchiveQuery.at(NOW).limit(5));
        store.counts(By.REGION, NOW);
        assertThat(store.reads()).isEqualTo(8);
        assertThat(prepared).hasSize(8);
    }

    @Test
    void aBatchIsWrittenInAFewStatements() {
        store.put(SampleArticles.published(200, 2));
        assertThat(prepared).hasSizeLessThanOrEqualTo(11);
        prepared.clear();
        store.put(SampleArticles.published(200, 2));
        assertThat(prepared).as("nothing to write").hasSize(4).allMatch(sql -> sql.startsWith("SELECT"));
    }

    @Test
    void anEditOfTheTextWritesOneRow() {
        store.put(articles.get(5).toBuilder().headline("Edited").build());
        assertThat(prepared)
                .filteredOn(sql -> !sql.startsWith("SELECT"))
                .hasSize(2)
                .allMatch(sql -> sql.startsWith("UPDATE"));
    }

    @Test
    void nothingIsWrittenForNothing() {
        store.put(List.of());
        store.withdraw(List.of());
        assertThat(prepared).isEmpty();
        assertThat(store.find(List.of())).isEmpty();
        assertThat(store.summaries(List.of())).isEmpty();
        assertThat(prepared).isEmpty();
    }
}
