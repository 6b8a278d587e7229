package dev.byline.search.lucene;

import dev.byline.article.Changes;
import dev.byline.search.SearchException;
import dev.byline.search.SearchStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** An index that somebody else may be changing, as its commits leave it; looks for a newer one at most once a second. */
final class ReadIndex implements OpenIndex {
    private static final Duration STALE = Duration.ofSeconds(1);

    private final Directory directory;
    private final Portraits portraits;
    private final InstantSource clock;
    private State state;
    private Instant looked;
    private boolean closed;

    /** One commit, opened, and what tells it from all others: another index counts its versions from the start too. */
    private record State(IndexSearcher searcher, DirectoryReader reader, CommitNote note, String commit) {}

    ReadIndex(Directory directory, Portraits portraits, InstantSource clock) throws IOException {
        this.directory = directory;
        this.portraits = portraits;
        this.clock = clock;
        looked = clock.instant();
        if (IndexFolder.lastCommit(directory).isEmpty()) {
            throw SearchException.unusable(
                    "there is no search index in " + IndexFolder.name(directory) + "; build it from the store", null);
        }
        String commit = lastCommit();
        state = state(DirectoryReader.open(directory), commit);
    }

    private String lastCommit() throws IOException {
        return StringHelper.idToString(SegmentInfos.readLatestCommit(directory).getId());
    }

    private State state(DirectoryReader reader, String commit) throws IOException {
        try {
            CommitNote note =
                    IndexFolder.note(directory, reader.getIndexCommit().getUserData());
            return new State(OpenIndex.SEARCHERS.newSearcher(reader, null), reader, note, commit);
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
            String commit = lastCommit();
            if (!commit.equals(state.commit())) {
                State before = state;
                state = state(newer(), commit);
                before.reader().decRef();
            }
            looked = clock.instant();
        }
        state.reader().incRef();
        return state;
    }

    private DirectoryReader newer() throws IOException {
        try {
            @Nullable DirectoryReader changed = DirectoryReader.openIfChanged(state.reader());
            if (changed != null) {
                return changed;
            }
        } catch (IllegalStateException begunAnew) {
            // The files of another index have the names of this one's.
        }
        return DirectoryReader.open(directory);
    }

    @Override
    public void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    @Override
    public <T> T comparing(Portraits.Question<T> question) throws IOException {
        State now;
        Portraits.Drawn drawn;
        synchronized (this) {
            now = current();
            try {
                drawn = drawn(now);
            } catch (IOException | RuntimeException failed) {
                release(now.searcher());
                throw failed;
            }
        }
        try {
            return question.ask(now.searcher(), drawn);
        } finally {
            release(now.searcher());
        }
    }

    // Read when it is first needed: a page of search results needs none.
    private Portraits.Drawn drawn(State now) throws IOException {
        if (portraits.present().number() != now.note().model()) {
            portraits.use(ModelFile.read(directory, now.note().model()));
        }
        return portraits.present();
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
