package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
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
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String script = script(product.toLowerCase(Locale.ROOT) + ".sql");
            boolean commits = connection.getAutoCommit();
            try (Statement statement = connection.createStatement()) {
                for (String one : script.split(";", -1)) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
            }
            if (!commits) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new ContentException("the tables of the articles can't be made", e);
        }
    }

    // The statements alone: a comment may hold a semicolon.
    private static String script(String name) {
        try (InputStream in = ArticleTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ContentException("there is no script " + name + " for this database");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new ContentException("the script " + name + " can't be read", e);
        }
    }
}
