package dev.byline.search.lucene;

import dev.byline.article.Changes;
import dev.byline.search.SearchException;
import dev.byline.search.SearchStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
    private record State(
            IndexSearcher searcher, DirectoryReader reader, CommitNote note, Portraits.Drawn drawn, String commit) {}

    ReadIndex(Directory directory, Portraits portraits, InstantSource clock) throws IOException {
        this.directory = directory;
        this.portraits = portraits;
        this.clock = clock;
        looked = clock.instant();
        if (IndexFolder.lastCommit(directory).isEmpty()) {
            throw SearchException.unusable(
                    "there is no search index in " + IndexFolder.name(directory) + "; build it from the store", null);
        }
        state = latest(null);
    }

    private String lastCommit() throws IOException {
        return StringHelper.idToString(SegmentInfos.readLatestCommit(directory).getId());
    }

    private State state(DirectoryReader reader, String commit) throws IOException {
        try {
            CommitNote note =
                    IndexFolder.note(directory, reader.getIndexCommit().getUserData());
            // At once, since whoever changes the index keeps a model only as long as the last commit or two need it.
            Portraits.Drawn drawn = ModelFile.read(directory, note.model());
            portraits.use(drawn);
            return new State(OpenIndex.SEARCHERS.newSearcher(reader, null), reader, note, drawn, commit);
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
                state = latest(before);
                before.reader().decRef();
            }
            looked = clock.instant();
        }
        state.reader().incRef();
        return state;
    }

    /** The last commit, or the one that has come in its place while it was being opened. */
    private State latest(@Nullable State before) throws IOException {
        String commit = lastCommit();
        while (true) {
            try {
                return state(before == null ? DirectoryReader.open(directory) : newer(before), commit);
            } catch (FileNotFoundException | NoSuchFileException gone) {
                String newer = lastCommit();
                if (newer.equals(commit)) {
                    throw gone;
                }
                commit = newer;
            }
        }
    }

    private DirectoryReader newer(State before) throws IOException {
        try {
            @Nullable DirectoryReader changed = DirectoryReader.openIfChanged(before.reader());
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
        synchronized (this) {
            now = current();
        }
        try {
            return question.ask(now.searcher(), now.drawn());
        } finally {
            release(now.searcher());
        }
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
