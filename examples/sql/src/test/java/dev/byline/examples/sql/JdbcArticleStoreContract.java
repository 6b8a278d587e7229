package dev.byline.examples.sql;

import dev.byline.article.ArticleStore;
import dev.byline.testkit.ArticleStoreContract;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;

/** What the store must do on every database. */
abstract class JdbcArticleStoreContract extends ArticleStoreContract {
    abstract TestDatabase database();

    @Override
    protected ArticleStore create(ZoneId zone) {
        return new JdbcArticleStore(database().tables(), zone);
    }

    @Nested
    class Exact extends ExactTests {
        @Override
        TestDatabase database() {
            return JdbcArticleStoreContract.this.database();
        }
    }

    @Nested
    class Following extends FollowingTests {
        @Override
        TestDatabase database() {
            return JdbcArticleStoreContract.this.database();
        }
    }

    @Nested
    class Statements extends StatementTests {
        @Override
        TestDatabase database() {
            return JdbcArticleStoreContract.this.database();
        }
    }
}
