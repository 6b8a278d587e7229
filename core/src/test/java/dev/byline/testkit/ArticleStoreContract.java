package dev.byline.testkit;

import dev.byline.article.ArticleStore;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link ArticleStore} must do: extend this class, say how a store is made, and pass.
 *
 * <p>Stores that are {@link AutoCloseable} are closed after each test.
 */
public abstract class ArticleStoreContract {
    /** Only for subclasses. */
    protected ArticleStoreContract() {}

    /**
     * Makes an empty store of its own, for each test one and for some two that know nothing of each other.
     *
     * @param zone the publication's zone
     */
    protected abstract ArticleStore create(ZoneId zone);

    @Nested
    class Finding extends FindingTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Visibility extends VisibilityTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Listings extends ListingTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Neighbouring extends NeighbourTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Translating extends TranslationTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Changing extends ChangeTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }

    @Nested
    class Whole extends WholeStoreTests {
        @Override
        ArticleStore create(ZoneId zone) {
            return ArticleStoreContract.this.create(zone);
        }
    }
}
