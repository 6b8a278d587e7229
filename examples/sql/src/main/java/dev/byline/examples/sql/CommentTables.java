package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import javax.sql.DataSource;

/** The tables of {@link JdbcCommentHistory}: {@code comments.sql} beside this class. */
public final class CommentTables {
    private CommentTables() {}

    /**
     * Makes the tables that are not there yet.
     *
     * @throws ContentException if the database fails
     */
    public static void create(DataSource source) {
        Script.run(source, "comments.sql");
    }
}
