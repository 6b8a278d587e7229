package dev.byline.examples.sql;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link H2ArticleStoreTest}, on a PostgreSQL server: {@code mvn -Ppostgres verify}. */
@EnabledIfSystemProperty(named = "byline.postgres", matches = "true")
class PostgresArticleStoreTest extends JdbcArticleStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new Postgres();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
