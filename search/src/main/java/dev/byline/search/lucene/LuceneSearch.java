package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.score.Similar;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Commits;
import dev.byline.search.SearchException;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchStatus;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Site search on a Lucene index in a folder of its own, one for all languages.
 *
 * <p>Holds the folder alone until it is closed, unless it was opened by {@link #reading}. It starts no thread but Lucene's
 * for merging and, where something waits for a commit or a site has grown, one that commits and learns; reads nothing ahead
 * when it is opened but what it has learned of the site's language; and answers on the caller's thread from the state after
 * the last change that has returned. Statistics of
 * words are Lucene's: how much a word tells is counted over all articles in the index, also embargoed and expired ones and,
 * until merges have removed them, those that were replaced or withdrawn. None of their words, names or ids ever shows; but
 * values, and whether a word tells enough for an article to be found by it alone, depend a little on how many they are.
 */
public final class LuceneSearch implements ArticleSearch {
    static {
        LuceneLogs.quiet();
    }

    private final InstantSource clock;
    // What is put is searched long before it is committed: until then, small files need not be on disk, where making
    // each takes longer than indexing an article.
    private static final double LARGEST_RECENT_MEGABYTES = 4;
    private static final double MOST_RECENT_MEGABYTES = 32;

    private final @Nullable Directory ownDirectory;
    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final FunctionWords functionWords = new FunctionWords(analyzer);
    private final Finder finder = new Finder(analyzer, functionWords);
    private final Cursors cursors = new Cursors();
    private final Rarity rarity = new Rarity(analyzer);
    private final Suggester suggester = new Suggester(analyzer, finder);
    private final Portraits portraits = new Portraits(functionWords);
    private final SimilarTexts similarTexts =
            new SimilarTexts(analyzer, functionWords, finder.publicArticles(), portraits);
    private final OpenIndex index;
    private final Object closing = new Object();
    private volatile SearchPolicy policy = SearchPolicy.defaults();
    private volatile boolean closed;

    private LuceneSearch(Directory directory, boolean own, Opening opening, InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        ownDirectory = own ? directory : null;
        try {
            index = opening.open(directory, analyzer, portraits, clock);
        } catch (IOException | RuntimeException | Error failed) {
            throw IndexFolder.thrown("open the search index in " + IndexFolder.name(directory), failed);
        }
    }

    /** How an index is opened. */
    private interface Opening {
        OpenIndex open(Directory directory, NewsAnalyzer analyzer, Portraits portraits, InstantSource clock)
                throws IOException;

        static Opening changing(Commits commits) {
            return (directory, analyzer, portraits, clock) ->
                    new ArticleIndex(directory, analyzer, portraits, commits, clock);
        }
    }

    /**
     * Opens the index in a folder, or begins an empty one if there is none; {@link #catchUp} then fills it.
     *
     * <p>Reads every byte of the last commit once to compare checksums: an eighth to half a second for a gigabyte, or 100,000
     * articles of 450 words, that the machine still has in its memory, and as long as the disk takes for one that it has not. What
     * is damaged later is told by the question or change that meets it, likewise by {@link SearchException#rebuildHelps()}.
     *
     * @param folder made if it does not exist
     * @param clock by which articles appear and expire
     * @throws SearchException if another process or search has it open; or if it is damaged or of another format, which
     *     {@link SearchException#rebuildHelps()} tells and {@link #anew} puts right
     */
    public static LuceneSearch open(Path folder, InstantSource clock) {
        return open(folder, Commits.defaults(), clock);
    }

    /**
     * As {@link #open(Path, InstantSource)}, with commits by this policy instead of its defaults.
     *
     * @throws SearchException as above
     */
    public static LuceneSearch open(Path folder, Commits commits, InstantSource clock) {
        return open(folder, Opening.changing(commits), clock);
    }

    private static LuceneSearch open(Path folder, Opening opening, InstantSource clock) {
        Directory directory =
                new NRTCachingDirectory(directory(folder), LARGEST_RECENT_MEGABYTES, MOST_RECENT_MEGABYTES);
        try {
            return new LuceneSearch(directory, true, opening, clock);
        } catch (RuntimeException failed) {
            IOUtils.closeWhileHandlingException(directory);
            throw failed;
        }
    }

    /**
     * As {@link #open(Path, InstantSource)}, in a Lucene directory of the host's, which stays the host's to close.
     *
     * @throws SearchException as above
     */
    public static LuceneSearch open(Directory directory, InstantSource clock) {
        return new LuceneSearch(directory, false, Opening.changing(Commits.defaults()), clock);
    }

    /**
     * Opens the index in a folder only to be read, whether or not another process has it open and changes it.
     *
     * <p>Writes nothing. Answers from the other's last commit; a question that comes a second or more after the last look,
     * by the clock, looks for a newer one. What the other withdraws is thus gone here a second later. All that would change
     * the index throws {@link IllegalStateException}. Does not read all of it first, as {@link #open(Path, InstantSource)} does;
     * {@link #verifyAgainst} does.
     *
     * @throws SearchException as above, or if there is no index; {@link SearchException#rebuildHelps()} then
     */
    public static LuceneSearch reading(Path folder, InstantSource clock) {
        if (!Files.exists(folder)) {
            throw SearchException.unusable("there is no search index in " + folder + "; build it from the store", null);
        }
        return open(folder, (directory, analyzer, portraits, at) -> new ReadIndex(directory, portraits, at), clock);
    }

    /**
     * Deletes the index in a folder, whatever its state, and begins an empty one in its place; {@link #rebuildFrom} then
     * fills it. Files that are no index stay.
     *
     * @throws SearchException if another process or search has it open
     */
    public static LuceneSearch anew(Path folder, InstantSource clock) {
        try (Directory directory = directory(folder)) {
            IndexFolder.clear(directory);
        } catch (IOException failed) {
            throw IndexFolder.failure("clear the search index in " + folder, failed);
        }
        return open(folder, clock);
    }

    @Override
    public LuceneSearch use(SearchPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** The policy by which it searches now. */
    public SearchPolicy policy() {
        return policy;
    }

    private static Directory directory(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw SearchException.failed(
                    "can't keep a search index in " + folder + ": it is a file, not a folder", null);
        }
        try {
            return FSDirectory.open(folder);
        } catch (IOException failed) {
            throw IndexFolder.failure("keep a search index in " + folder, failed);
        }
    }

    @Override
    public void put(Collection<Article> articles) {
        changing("index articles", own -> {
            own.put(articles);
            return articles.size();
        });
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        changing("withdraw articles", own -> {
            own.withdraw(ids);
            return ids.size();
        });
    }

    @Override
    public void commit() {
        changing("commit the search index", own -> {
            own.commit();
            return 0;
        });
    }

    @Override
    public long catchUp(ArticleStore store, Progress progress) {
        return changing("bring the search index up to date", own -> own.catchUp(store, progress));
    }

    @Override
    public long rebuildFrom(ArticleStore store, Progress progress) {
        return changing("rebuild the search index", own -> own.rebuildFrom(store, progress));
    }

    @Override
    public Verification verifyAgainst(ArticleStore store) {
        return asking("verify the search index", () -> {
            // What texts are compared by is a part of the index too.
            index.comparing((searcher, drawn) -> drawn.number());
            return StoreCheck.of(index, store);
        });
    }

    @Override
    public SearchPage find(SearchQuery query) {
        return reading(searcher -> cursors.find(finder, searcher, query, policy, clock.instant()));
    }

    @Override
    public Suggestions suggest(SuggestQuery query) {
        return reading(searcher -> suggester.suggest(searcher, query, policy, clock.instant()));
    }

    @Override
    public SearchExplanation explain(SearchQuery query, ArticleId id) {
        return reading(searcher -> {
            View view = new View(searcher, searcher, clock.instant(), policy, 0, null, null, null);
            return WhyThere.of(finder, view, query, id);
        });
    }

    @Override
    public List<Similar> similarTo(Article article, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one similar article must be asked for, not " + n);
        }
        return comparing((searcher, drawn) -> similarTexts.find(searcher, drawn, article, n, clock.instant()));
    }

    @Override
    public long revision() {
        return comparing((searcher, drawn) -> {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            // Another index in the same folder counts its versions and models from the start too.
            long told = reader.getIndexCommit().getUserData().hashCode();
            return 31 * (31 * (31 * reader.getVersion() + drawn.number()) + drawn.mark()) + told;
        });
    }

    @Override
    public Instant steadyUntil(Instant at) {
        return reading(searcher -> finder.publicArticles().until(searcher.getIndexReader(), at));
    }

    /**
     * {@inheritDoc}
     *
     * <p>It does so by itself whenever half as many articles have come since or half have gone: for up to 200 in the call that
     * puts them, and for more in a thread of its own, while all else goes on. Takes a second or two for a thousand articles
     * and, since more than twenty thousand teach no more, some tens of seconds for any number; in the end nobody can put or
     * withdraw for about a second for every hundred thousand.
     *
     * @throws IllegalStateException if the search was opened only to be read
     */
    @Override
    public void learn() {
        changing("learn the language of the articles", own -> {
            own.learn();
            return 0;
        });
    }

    @Override
    public double rarity(String term) {
        return reading(searcher -> rarity.of(term, searcher.getIndexReader()));
    }

    @Override
    public SearchStatus status() {
        return asking("read the search index", index::status);
    }

    @Override
    public void close() {
        synchronized (closing) {
            if (closed) {
                return;
            }
            try {
                if (index instanceof ArticleIndex) {
                    commit();
                }
            } finally {
                closed = true;
                rarity.forget();
                release();
            }
        }
    }

    private void release() {
        try {
            IOUtils.close(cursors, index, ownDirectory);
        } catch (IOException failed) {
            throw IndexFolder.failure("close the search index", failed);
        }
    }

    /** Something done to the index, and how many articles it concerned. */
    private interface Change {
        long make(ArticleIndex index) throws IOException;
    }

    /** A question to one state of the index. */
    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /** Something asked of the machine. */
    private interface Request<T> {
        T answer() throws IOException;
    }

    private long changing(String what, Change change) {
        checkOpen();
        if (!(index instanceof ArticleIndex own)) {
            throw new IllegalStateException("the search was opened only to be read");
        }
        return asking(what, () -> change.make(own));
    }

    private <T> T reading(Question<T> question) {
        return asking("read the search index", () -> {
            IndexSearcher searcher = index.acquire();
            try {
                return question.ask(searcher);
            } finally {
                index.release(searcher);
            }
        });
    }

    private <T> T comparing(Portraits.Question<T> question) {
        return asking("read the search index", () -> index.comparing(question));
    }

    private <T> T asking(String what, Request<T> request) {
        checkOpen();
        try {
            return request.answer();
        } catch (AlreadyClosedException gone) {
            throw gone(gone);
        } catch (IOException | RuntimeException | Error failed) {
            throw IndexFolder.thrown(what, failed);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the search is closed");
        }
    }

    // Lucene lets go of the index by itself when the machine fails beneath it.
    private RuntimeException gone(AlreadyClosedException cause) {
        return closed
                ? new IllegalStateException("the search is closed", cause)
                : SearchException.failed("the search index was given up after a failure; open it again", cause);
    }
}
