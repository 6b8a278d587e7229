package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Commits;
import dev.byline.search.SearchStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The index of all articles while it is open: everything that changes it, and the state in which it is read. */
final class ArticleIndex implements OpenIndex {
    private static final int BATCH = 1000;

    private final Directory directory;
    private final NewsAnalyzer analyzer;
    private final Portraits portraits;
    private final Learning learning;
    private final Pending pending;
    private final CommitThread thread = new CommitThread(this::commitUnasked);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    // Calls under way that may take articles back.
    private final AtomicInteger takingBack = new AtomicInteger();

    // Shared by whoever puts and withdraws; held alone by a batch from the store, which must not overwrite what was put
    // since the store was asked.
    private final ReadWriteLock changing = new ReentrantReadWriteLock();
    private final Object following = new Object();
    private final Object committing = new Object();
    private volatile CommitNote note;
    private volatile Instant committedAt;
    private volatile String problem = "";

    ArticleIndex(Directory directory, NewsAnalyzer analyzer, Portraits portraits, Commits policy, InstantSource clock)
            throws IOException {
        this.directory = directory;
        this.analyzer = analyzer;
        this.portraits = portraits;
        pending = new Pending(policy, clock);
        @Nullable CommitNote last = IndexFolder.lastCommit(directory).orElse(null);
        writer = IndexFolder.write(directory, analyzer);
        try {
            note = last == null ? CommitNote.fresh(clock.instant()) : last;
            committedAt = note.committedAt();
            portraits.use(ModelFile.read(directory, note.model()));
            if (last == null) {
                writer.setLiveCommitData(note.write().entrySet());
                writer.commit();
            }
            IndexFolder.verify(directory);
            searchers = new SearcherManager(writer, OpenIndex.SEARCHERS);
            learning = new Learning(writer, searchers, changing.writeLock(), directory, portraits, thread, teller());
        } catch (IOException | RuntimeException | Error failed) {
            writer.rollback();
            throw failed;
        }
    }

    void put(Collection<Article> articles) throws IOException {
        List<ArticleId> notKept = articles.stream()
                .filter(article -> !ArticleFields.belongs(article))
                .map(Article::id)
                .toList();
        if (notKept.isEmpty()) {
            take(articles, changing.readLock());
            commitIfDue();
            learning.goOn();
            return;
        }
        takingBack.incrementAndGet();
        try {
            // What somebody else is just taking back may be out of the index and not yet out of its last commit.
            if (takeBack(articles, notKept) || takingBack.get() > 1 || pending.hasTakenBack()) {
                commit();
            } else {
                commitIfDue();
            }
        } finally {
            takingBack.decrementAndGet();
        }
        learning.goOn();
    }

    private void take(Collection<Article> articles, Lock lock) throws IOException {
        lock.lock();
        try {
            for (Article article : articles) {
                index(article);
            }
            searchers.maybeRefreshBlocking();
        } finally {
            lock.unlock();
        }
    }

    /** Takes articles; tells whether any of these, which are not kept, was in the index, and must leave its commits too. */
    private boolean takeBack(Collection<Article> articles, List<ArticleId> notKept) throws IOException {
        // Alone, so that nobody puts and commits one of them between the look and the change.
        changing.writeLock().lock();
        try {
            searchers.maybeRefreshBlocking();
            boolean held = holdsAny(notKept);
            take(articles, changing.writeLock());
            pending.takenBack(held ? notKept.size() : 0);
            return held;
        } finally {
            changing.writeLock().unlock();
        }
    }

    void withdraw(Collection<ArticleId> ids) throws IOException {
        takingBack.incrementAndGet();
        try {
            changing.readLock().lock();
            try {
                for (ArticleId id : ids) {
                    writer.deleteDocuments(id(id));
                    pending.changed();
                }
                pending.takenBack(ids.size());
                searchers.maybeRefreshBlocking();
            } finally {
                changing.readLock().unlock();
            }
            commit();
        } finally {
            takingBack.decrementAndGet();
        }
    }

    void commit() throws IOException {
        synchronized (committing) {
            Pending.Mark mark = pending.mark();
            try {
                if (writer.hasUncommittedChanges()) {
                    noting(last -> last.at(mark.at()));
                    writer.commit();
                    committedAt = mark.at();
                    ModelFile.deleteBefore(directory, note.model());
                }
                pending.committed(mark);
                problem = "";
            } catch (IOException | RuntimeException failed) {
                problem = "the last commit failed: " + failed.getMessage();
                throw failed;
            }
        }
    }

    private void commitIfDue() throws IOException {
        if (pending.due()) {
            commit();
        } else {
            commitLater();
        }
    }

    private void commitLater() {
        if (pending.waits() && pending.articles() > 0) {
            thread.within(pending.within());
        }
    }

    // Whoever comes next hears of a failure: nobody waits for this one.
    private void commitUnasked() {
        try {
            commit();
        } catch (IOException | RuntimeException failed) {
            if (writer.isOpen()) {
                commitLater();
            }
        }
    }

    /** Follows a store from where it was left; returns how many articles it told of. */
    long catchUp(ArticleStore store, ArticleSearch.Progress progress) throws IOException {
        synchronized (following) {
            if (note.cursor().equals(Changes.START) && !note.unswept()) {
                noting(CommitNote::anew);
            }
            return follow(store, progress);
        }
    }

    /** Follows a store from its start; returns how many articles it told of. */
    long rebuildFrom(ArticleStore store, ArticleSearch.Progress progress) throws IOException {
        synchronized (following) {
            noting(CommitNote::anew);
            return follow(store, progress);
        }
    }

    private long follow(ArticleStore store, ArticleSearch.Progress progress) throws IOException {
        long told = 0;
        boolean more = true;
        boolean goesOn = true;
        while (goesOn) {
            changing.writeLock().lock();
            try {
                Changes changes = store.changedSince(note.cursor(), BATCH);
                follow(changes);
                told += changes.articles().size();
                more = changes.more();
            } finally {
                changing.writeLock().unlock();
            }
            // How many articles wait is no matter here: the store has them, and tells of them again after a crash.
            commitLater();
            goesOn = progress.heard(told) && more;
        }
        searchers.maybeRefreshBlocking();
        if (!more) {
            // Once for all of them; who stopped it before its end waits for no learning.
            learning.learnIfDue();
        }
        commit();
        return told;
    }

    private void follow(Changes changes) throws IOException {
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
        if (ArticleFields.belongs(article)) {
            writer.updateDocument(id, ArticleDocument.of(article, note.round(), analyzer, portraits));
            learning.put(article.id());
        } else {
            writer.deleteDocuments(id);
        }
        pending.changed();
    }

    private Learning.Teller teller() {
        return new Learning.Teller() {
            @Override
            public void drawnBy(long model) {
                noting(last -> last.drawnBy(model));
            }

            @Override
            public void failed(Exception failure) {
                // Texts are compared by what was learned before; the next article that is put asks again.
                problem = "the texts could not be learned anew: " + failure.getMessage();
            }

            @Override
            public void breathe() {
                if (pending.due()) {
                    commitUnasked();
                }
            }
        };
    }

    /** Learns the language of all articles anew. */
    void learn() throws IOException {
        learning.learn();
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

    @Override
    public IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    @Override
    public void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    @Override
    public <T> T comparing(Portraits.Question<T> question) throws IOException {
        while (true) {
            Portraits.Drawn drawn = portraits.present();
            IndexSearcher searcher = acquire();
            try {
                // Else another model has taken its place, and what was put since has no portrait by this one.
                if (portraits.present().is(drawn)) {
                    return question.ask(searcher, drawn);
                }
            } finally {
                release(searcher);
            }
        }
    }

    @Override
    public void settle() {
        changing.writeLock().lock();
        try {
            // Whoever was changing it is done.
        } finally {
            changing.writeLock().unlock();
        }
    }

    @Override
    public SearchStatus status() throws IOException {
        if (pending.due()) {
            commitUnasked();
        }
        @Nullable Throwable gone = writer.getTragicException();
        IndexSearcher searcher = acquire();
        try {
            CommitNote now = note;
            return new SearchStatus(
                    searcher.getIndexReader().numDocs(),
                    pending.articles(),
                    pending.since(),
                    committedAt,
                    now.unswept() ? Changes.START : now.cursor(),
                    IndexFolder.FORMAT,
                    IndexFolder.bytes(directory),
                    false,
                    gone == null ? problem : "it was given up after a failure, and must be opened again: " + gone);
        } finally {
            release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        thread.close();
        learning.close();
        IOUtils.close(searchers, writer);
    }
}
