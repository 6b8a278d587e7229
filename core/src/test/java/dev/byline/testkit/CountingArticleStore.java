package dev.byline.testkit;

import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Changes;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A store that counts what is asked of the one behind it, so that a test can hold what a page costs: so many calls,
 * however large the archive. Thread-safe.
 */
public final class CountingArticleStore implements ArticleStore {
    private final ArticleStore store;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();

    private CountingArticleStore(ArticleStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /** Counts from nought what is asked of this store. */
    public static CountingArticleStore of(ArticleStore store) {
        return new CountingArticleStore(store);
    }

    /** How many calls have read something; each one is a query where the store is a database. */
    public long reads() {
        return reads.get();
    }

    /** How many calls have put or withdrawn. */
    public long writes() {
        return writes.get();
    }

    /** How many articles and summaries the reading calls have handed out, or counts of a term; streams apart. */
    public long returned() {
        return returned.get();
    }

    /** Counts from nought again. */
    public void reset() {
        reads.set(0);
        writes.set(0);
        returned.set(0);
    }

    @Override
    public void put(Collection<Article> articles) {
        writes.incrementAndGet();
        store.put(articles);
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        writes.incrementAndGet();
        store.withdraw(ids);
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        List<Article> found = store.find(ids);
        read(found.size());
        return found;
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        List<ArticleSummary> found = store.summaries(ids);
        read(found.size());
        return found;
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        Optional<Article> found = store.find(id);
        read(found.isPresent() ? 1 : 0);
        return found;
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        Optional<SlugMatch> found = store.bySlug(slug, at);
        read(found.isPresent() ? 1 : 0);
        return found;
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        ArchivePage page = store.page(query);
        read(page.articles().size());
        return page;
    }

    @Override
    public long count(ArchiveQuery query) {
        read(0);
        return store.count(query);
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        Map<String, Long> counts = store.counts(by, at);
        read(counts.size());
        return counts;
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        Neighbours neighbours = store.neighbours(article, query);
        read((neighbours.previous() == null ? 0 : 1) + (neighbours.next() == null ? 0 : 1));
        return neighbours;
    }

    @Override
    public Stream<Article> stream() {
        read(0);
        return store.stream();
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        Changes changes = store.changedSince(cursor, limit);
        read(changes.articles().size());
        return changes;
    }

    private void read(int articles) {
        reads.incrementAndGet();
        returned.addAndGet(articles);
    }
}
