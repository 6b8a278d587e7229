package dev.byline.search.testkit;

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
import java.util.Optional;
import java.util.stream.Stream;

/** A store that hands all calls on to another. */
abstract class ForwardingStore implements ArticleStore {
    private final ArticleStore store;

    ForwardingStore(ArticleStore store) {
        this.store = store;
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        return store.changedSince(cursor, limit);
    }

    @Override
    public void put(Collection<Article> articles) {
        store.put(articles);
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        store.withdraw(ids);
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return store.find(ids);
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        return store.summaries(ids);
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        return store.bySlug(slug, at);
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        return store.page(query);
    }

    @Override
    public long count(ArchiveQuery query) {
        return store.count(query);
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        return store.counts(by, at);
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        return store.neighbours(article, query);
    }

    @Override
    public Stream<Article> stream() {
        return store.stream();
    }
}
