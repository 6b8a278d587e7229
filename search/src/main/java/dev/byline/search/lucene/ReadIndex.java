package dev.byline.search.lucene;

import dev.byline.article.Changes;
import dev.byline.search.SearchException;
import dev.byline.search.SearchStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** An index that somebody else may be changing, as its commits leave it; looks for a newer one at most once a second. */
final class ReadIndex implements OpenIndex {
    private static final Duration STALE = Duration.ofSeconds(1);

    private final Directory directory;
    private final InstantSource clock;
    private State state;
    private Instant looked;
    private boolean closed;

    /** One commit, opened. */
    private record State(IndexSearcher searcher, DirectoryReader reader, CommitNote note) {}

    ReadIndex(Directory directory, InstantSource clock) throws IOException {
        this.directory = directory;
        this.clock = clock;
        looked = clock.instant();
        if (IndexFolder.lastCommit(directory).isEmpty()) {
            throw SearchException.unusable(
                    "there is no search index in " + IndexFolder.name(directory) + "; build it from the store", null);
        }
        state = state(DirectoryReader.open(directory));
    }

    private State state(DirectoryReader reader) throws IOException {
        try {
            CommitNote note =
                    IndexFolder.note(directory, reader.getIndexCommit().getUserData());
            return new State(OpenIndex.SEARCHERS.newSearcher(reader, null), reader, note);
        } catch (IOException | RuntimeException failed) {
            reader.close();
            throw failed;
        }
    }

    @Override
    public synchronized IndexSearcher acquire() throws IOException {
        return current().searcher();
    }

    private State current() throws IOException {
        if (closed) {
            throw new AlreadyClosedException("the index is closed");
        }
        Duration age = Duration.between(looked, clock.instant()).abs();
        if (age.compareTo(STALE) >= 0) {
            @Nullable DirectoryReader newer = newer();
            if (newer != null) {
                State before = state;
                state = state(newer);
                before.reader().decRef();
            }
            looked = clock.instant();
        }
        state.reader().incRef();
        return state;
    }

    private @Nullable DirectoryReader newer() throws IOException {
        try {
            return DirectoryReader.openIfChanged(state.reader());
        } catch (IllegalStateException begunAnew) {
            // Another index in the place of this one, whose files have the same names.
            return DirectoryReader.open(directory);
        }
    }

    @Override
    public void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    @Override
    public void settle() {}

    @Override
    public SearchStatus status() throws IOException {
        State now;
        synchronized (this) {
            now = current();
        }
        try {
            return new SearchStatus(
                    now.reader().numDocs(),
                    0,
                    null,
                    now.note().committedAt(),
                    now.note().unswept() ? Changes.START : now.note().cursor(),
                    IndexFolder.FORMAT,
                    IndexFolder.bytes(directory),
                    true,
                    "");
        } finally {
            release(now.searcher());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            state.reader().decRef();
        }
    }
}
