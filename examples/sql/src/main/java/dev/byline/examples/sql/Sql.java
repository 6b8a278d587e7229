package dev.byline.examples.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement that is being put together: its text with question marks, and the values for them. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** A statement that begins so. */
    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    /** Adds text after a space, with a value for each of its question marks. */
    Sql add(String more, Object... own) {
        text.append(text.isEmpty() ? "" : " ").append(more);
        values.addAll(List.of(own));
        return this;
    }

    /** Adds another statement. */
    Sql add(Sql other) {
        text.append(' ').append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Adds several statements with a word between them. */
    Sql join(String word, Collection<Sql> parts) {
        boolean first = true;
        for (Sql part : parts) {
            if (!first) {
                add(word);
            }
            add(part);
            first = false;
        }
        return this;
    }

    /**
     * Adds {@code IN (?, ?, …)} with at least one value.
     *
     * <p>Fills up to a power of two with the last value, so that a database meets few different texts and keeps their plans.
     */
    Sql in(List<String> own) {
        int size = Math.max(1, Integer.highestOneBit(own.size() - 1) * 2);
        text.append(" IN (?").append(", ?".repeat(size - 1)).append(')');
        values.addAll(own);
        for (int i = own.size(); i < size; i++) {
            values.add(own.get(own.size() - 1));
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        return bind(connection.prepareStatement(text()));
    }

    // For the tests, which ask how a statement will be run.
    PreparedStatement prepareExplained(Connection connection, String how) throws SQLException {
        return bind(connection.prepareStatement(how + " " + text));
    }

    private PreparedStatement bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    @Override
    public String toString() {
        return text();
    }
}
