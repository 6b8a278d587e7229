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

/** The scripts that make tables, beside this class. */
final class Script {
    /** What stands in a script's name for the database's own, in lower case. */
    static final String PRODUCT = "{product}";

    private Script() {}

    /**
     * Runs a script.
     *
     * @throws ContentException if there is none for this database, or it fails
     */
    static void run(DataSource source, String name) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            String script = read(name.replace(PRODUCT, product));
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
            throw new ContentException("the tables can't be made", e);
        }
    }

    // The statements alone: a comment may hold a semicolon.
    static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ContentException("there is no script " + name + " for this database");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new ContentException("the script " + name + " can't be read", e);
        }
    }
}
