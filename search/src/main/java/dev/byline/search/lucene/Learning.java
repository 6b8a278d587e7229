package dev.byline.search.lucene;

import dev.byline.article.ArticleId;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Learns the language of a site anew when it has grown, and draws all articles by it; puts and questions go on meanwhile.
 *
 * <p>First a model is made of one state of the index, and is safe on disk. From then on each article that is put is drawn by it
 * too, while those before are drawn one by one. When all are, it takes the place of the last; a crash before that, or before
 * the next commit, leaves the last one and its portraits.
 */
final class Learning {
    /** Told what becomes of the index. */
    interface Teller {
        /** Articles are drawn by this model now: to be noted with the next commit. */
        void drawnBy(long model);

        /** It could not be learned, though nobody had asked. */
        void failed(Exception failure);

        /** A moment for what can't wait until all is learned. */
        void breathe();
    }

    // The language of so few articles is learned in no time.
    private static final int AT_ONCE = 200;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Lock alone;
    private final Directory directory;
    private final Portraits portraits;
    private final CommitThread thread;
    private final Teller teller;
    private final Object learning = new Object();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private volatile boolean closed;

    // While articles are drawn anew, those that were put since, which are drawn already; null else.
    private volatile @Nullable Set<ArticleId> drawn;

    /**
     * Learns for an index.
     *
     * @param alone keeps everybody from putting and withdrawing
     * @param thread on which much is learned
     */
    Learning(
            IndexWriter writer,
            SearcherManager searchers,
            Lock alone,
            Directory directory,
            Portraits portraits,
            CommitThread thread,
            Teller teller) {
        this.writer = writer;
        this.searchers = searchers;
        this.alone = alone;
        this.directory = directory;
        this.portraits = portraits;
        this.thread = thread;
        this.teller = teller;
    }

    /** An article was put, with all portraits that it needs. */
    void put(ArticleId id) {
        Set<ArticleId> since = drawn;
        if (since != null) {
            since.add(id);
        }
    }

    /** Learns if the site has grown enough: at once where that takes no time, else by the thread. */
    void goOn() throws IOException {
        int articles = articles();
        if (Refit.due(articles, portraits.present())) {
            if (articles <= AT_ONCE) {
                learn();
            } else if (awaited.compareAndSet(false, true)) {
                thread.soon(this::learnUnasked);
            }
        }
    }

    private void learnUnasked() {
        awaited.set(false);
        try {
            learnIfDue();
        } catch (AlreadyClosedException gone) {
            // The next who opens it learns.
        } catch (IOException | RuntimeException failed) {
            teller.failed(failed);
        }
    }

    /** Learns at once, however much, if the site has grown enough. */
    void learnIfDue() throws IOException {
        if (Refit.due(articles(), portraits.present())) {
            learn();
        }
    }

    private int articles() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    /** Returns when all articles are compared by what they teach. */
    void learn() throws IOException {
        synchronized (learning) {
            try {
                Portraits.Drawn coming = model();
                alone.lock();
                try {
                    drawn = ConcurrentHashMap.newKeySet();
                    portraits.prepare(coming);
                } finally {
                    alone.unlock();
                }
                draw(coming);
                alone.lock();
                try {
                    searchers.maybeRefreshBlocking();
                    portraits.use(coming);
                    teller.drawnBy(coming.number());
                } finally {
                    alone.unlock();
                }
            } finally {
                portraits.giveUp();
                drawn = null;
            }
        }
    }

    private Portraits.Drawn model() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            long number = portraits.present().number() + 1;
            return ModelFile.write(directory, number, new Refit(searcher, portraits, this::breathe).fit());
        } finally {
            searchers.release(searcher);
        }
    }

    private void draw(Portraits.Drawn coming) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            new Refit(searcher, portraits, this::breathe).draw(coming, batch -> write(coming.field(), batch));
        } finally {
            searchers.release(searcher);
        }
    }

    private void write(String field, Map<ArticleId, BytesRef> batch) throws IOException {
        alone.lock();
        try {
            Set<ArticleId> since = drawn == null ? Set.of() : drawn;
            for (Map.Entry<ArticleId, BytesRef> one : batch.entrySet()) {
                if (!since.contains(one.getKey())) {
                    writer.updateBinaryDocValue(new Term(Field.ID, one.getKey().value()), field, one.getValue());
                }
            }
        } finally {
            alone.unlock();
        }
    }

    private void breathe() {
        if (closed) {
            throw new AlreadyClosedException("the index is being closed");
        }
        teller.breathe();
    }

    /** Gives up what is being learned, and waits until it is. */
    void close() {
        closed = true;
        synchronized (learning) {
            // Whoever was learning has given up.
        }
    }
}
