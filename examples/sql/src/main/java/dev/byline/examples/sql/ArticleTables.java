package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import javax.sql.DataSource;

/** The tables of {@link JdbcArticleStore}: {@code h2.sql} and {@code postgresql.sql} beside this class. */
public final class ArticleTables {
    private ArticleTables() {}

    /**
     * Makes the tables that are not there yet.
     *
     * @throws ContentException if the database is neither H2 nor PostgreSQL, or fails
     */
    public static void create(DataSource source) {
        Script.run(source, Script.PRODUCT + ".sql");
    }
}
