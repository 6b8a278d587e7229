package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh store for each test of the contract, and short ways to ask it. */
abstract class StoreTests {
    /** A zone in which a month begins three hours before it does in UTC. */
    static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    static final Duration MINUTE = Duration.ofMinutes(1);

    /** The least that databases tell apart. */
    static final Duration MOMENT = Duration.ofNanos(1000);

    private final List<ArticleStore> made = new ArrayList<>();
    ArticleStore store;

    abstract ArticleStore create(ZoneId zone);

    final ArticleStore make() {
        ArticleStore fresh = create(ZONE);
        made.add(fresh);
        return fresh;
    }

    @BeforeEach
    void open() {
        store = make();
    }

    @AfterEach
    void close() throws Exception {
        for (ArticleStore one : made) {
            if (one instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    final ArticleSummary only(String id) {
        return store.summaries(List.of(ArticleId.of(id))).get(0);
    }

    final List<String> ids(ArchiveQuery query) {
        return walk(query).stream().map(article -> article.id().value()).toList();
    }

    final List<String> headlines(ArchiveQuery query) {
        return walk(query).stream().map(ArticleSummary::headline).toList();
    }

    static List<String> changed(Changes changes) {
        return changes.articles().stream().map(article -> article.id().value()).toList();
    }

    final List<ArticleSummary> walk(ArchiveQuery query) {
        return walk(store, query);
    }

    static List<ArticleSummary> walk(ArticleStore store, ArchiveQuery query) {
        List<ArticleSummary> all = new ArrayList<>();
        ArchivePage page = store.page(query);
        all.addAll(page.articles());
        while (page.next() != null) {
            assertThat(page.articles()).as("every page but the last is full").hasSize(query.limit());
            ArchiveCursor behind = page.next();
            page = store.page(query.after(behind));
            all.addAll(page.articles());
            assertThat(page.next()).as("a cursor that moves on").isNotEqualTo(behind);
        }
        return all;
    }

    static ArchiveQuery at(ArchiveQuery query, Instant at) {
        return new ArchiveQuery(
                at,
                query.regions(),
                query.section(),
                query.tag(),
                query.author(),
                query.translationGroup(),
                query.from(),
                query.to(),
                query.limit(),
                query.after());
    }
}
