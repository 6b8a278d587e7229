package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The index of all articles while it is open: everything that changes it, and the state in which it is read. */
final class ArticleIndex implements Closeable {
    private static final int BATCH = 1000;

    private final InstantSource clock;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong uncommitted = new AtomicLong();

    // Shared by whoever puts and withdraws; held alone by a batch from the store, which must not overwrite what was put
    // since the store was asked.
    private final ReadWriteLock changing = new ReentrantReadWriteLock();
    private final Object following = new Object();
    private final Object committing = new Object();
    private volatile CommitNote note;

    ArticleIndex(Directory directory, NewsAnalyzer analyzer, InstantSource clock) throws IOException {
        this.clock = clock;
        @Nullable CommitNote last = IndexFolder.lastCommit(directory).orElse(null);
        writer = IndexFolder.write(directory, analyzer);
        try {
            note = last == null ? CommitNote.fresh(clock.instant()) : last;
            if (last == null) {
                writer.setLiveCommitData(note.write().entrySet());
                writer.commit();
            }
            searchers = new SearcherManager(writer, new Searchers());
        } catch (IOException | RuntimeException failed) {
            writer.rollback();
            throw failed;
        }
    }

    void put(Collection<Article> articles) throws IOException {
        boolean takenBack;
        changing.readLock().lock();
        try {
            takenBack = holdsAny(articles.stream()
                    .filter(article -> !ArticleDocument.belongs(article))
                    .map(Article::id)
                    .toList());
            for (Article article : articles) {
                index(article);
            }
            searchers.maybeRefreshBlocking();
        } finally {
            changing.readLock().unlock();
        }
        if (takenBack) {
            commit();
        }
    }

    void withdraw(Collection<ArticleId> ids) throws IOException {
        changing.readLock().lock();
        try {
            for (ArticleId id : ids) {
                writer.deleteDocuments(id(id));
                uncommitted.incrementAndGet();
            }
            searchers.maybeRefreshBlocking();
        } finally {
            changing.readLock().unlock();
        }
        commit();
    }

    void commit() throws IOException {
        synchronized (committing) {
            if (writer.hasUncommittedChanges()) {
                long before = uncommitted.get();
                noting(last -> last.at(clock.instant()));
                writer.commit();
                uncommitted.addAndGet(-before);
            }
        }
    }

    /** Follows a store from where it was left; returns how many articles it told of. */
    long catchUp(ArticleStore store) throws IOException {
        synchronized (following) {
            if (note.cursor().equals(Changes.START) && !note.unswept()) {
                noting(CommitNote::anew);
            }
            return follow(store);
        }
    }

    /** Follows a store from its start; returns how many articles it told of. */
    long rebuildFrom(ArticleStore store) throws IOException {
        synchronized (following) {
            noting(CommitNote::anew);
            return follow(store);
        }
    }

    private long follow(ArticleStore store) throws IOException {
        long told = 0;
        boolean more = true;
        while (more) {
            changing.writeLock().lock();
            try {
                Changes changes = store.changedSince(note.cursor(), BATCH);
                take(changes);
                told += changes.articles().size();
                more = changes.more();
            } finally {
                changing.writeLock().unlock();
            }
        }
        searchers.maybeRefreshBlocking();
        commit();
        return told;
    }

    private void take(Changes changes) throws IOException {
        if (changes.fromStart()) {
            noting(CommitNote::anew);
        }
        for (Article article : changes.articles()) {
            index(article);
        }
        noting(last -> last.upTo(changes.cursor()));
        if (!changes.more() && note.unswept()) {
            writer.deleteDocuments(LongPoint.newRangeQuery(Field.ROUND, Long.MIN_VALUE, note.round() - 1));
            noting(CommitNote::complete);
        }
    }

    private void index(Article article) throws IOException {
        Term id = id(article.id());
        if (ArticleDocument.belongs(article)) {
            writer.updateDocument(id, ArticleDocument.of(article, note.round()));
        } else {
            writer.deleteDocuments(id);
        }
        uncommitted.incrementAndGet();
    }

    private boolean holdsAny(Collection<ArticleId> ids) throws IOException {
        if (ids.isEmpty()) {
            return false;
        }
        IndexSearcher searcher = acquire();
        try {
            for (ArticleId id : ids) {
                if (searcher.getIndexReader().docFreq(id(id)) > 0) {
                    return true;
                }
            }
            return false;
        } finally {
            release(searcher);
        }
    }

    private static Term id(ArticleId id) {
        return new Term(Field.ID, id.value());
    }

    private void noting(UnaryOperator<CommitNote> change) {
        synchronized (committing) {
            CommitNote changed = change.apply(note);
            if (!changed.equals(note)) {
                note = changed;
                // No new version: answers are what they were.
                writer.setLiveCommitData(note.write().entrySet(), false);
            }
        }
    }

    /** What the next commit will note. */
    CommitNote note() {
        return note;
    }

    /** How many articles were put or withdrawn since the last commit. */
    long uncommitted() {
        return uncommitted.get();
    }

    /** The state after the last change that has returned; give it back to {@link #release}. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer);
    }

    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            // Filters by the clock differ from query to query.
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
