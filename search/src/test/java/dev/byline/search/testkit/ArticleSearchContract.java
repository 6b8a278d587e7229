package dev.byline.search.testkit;

import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every search must do, whatever engine stands behind it: extend it and open yours. */
public abstract class ArticleSearchContract {
    /** When all tests begin. */
    protected static final Instant NOW = SampleArticles.NOW;

    /** The clock of {@link #search}. */
    protected final MovableClock clock = MovableClock.at(NOW);

    /** The search under test, empty at first. */
    @SuppressWarnings("NullAway.Init")
    protected ArticleSearch search;

    /** A folder of the test's own. */
    @TempDir
    @SuppressWarnings("NullAway.Init")
    protected Path folder;

    /** Only for subclasses. */
    protected ArticleSearchContract() {}

    /** Opens a search whose index is in this folder, or begins an empty one there. */
    protected abstract ArticleSearch open(Path folder, InstantSource clock);

    @BeforeEach
    void open() {
        search = open(folder.resolve("index"), clock);
    }

    @AfterEach
    void close() {
        search.close();
    }

    /** The ids that a text finds, in order. */
    protected final List<String> found(String text) {
        return found(SearchQuery.text(text));
    }

    /** The ids that a query finds, in order. */
    protected final List<String> found(SearchQuery query) {
        return search.find(query).hits().stream()
                .map(hit -> hit.item().id().value())
                .toList();
    }

    @Nested
    class Finding extends FindingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Capitals extends CapitalsTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Showing extends ShowingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Ordering extends OrderTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Counting extends FacetTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class LeadingOn extends CursorTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Visibility extends VisibilityTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Suggesting extends SuggestionTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Keeping extends KeepingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Verifying extends VerifyingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Comparing extends SimilarityTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Mistyping extends TypoTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class FindingNothing extends NothingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Explaining extends ExplainingTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }

    @Nested
    class Obeying extends PolicyTests {
        @Override
        ArticleSearchContract contract() {
            return ArticleSearchContract.this;
        }
    }
}
