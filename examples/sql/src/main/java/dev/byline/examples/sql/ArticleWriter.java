package dev.byline.examples.sql;

import dev.byline.article.Article;
import dev.byline.examples.sql.Filing.Kind;
import dev.byline.examples.sql.Filing.Listing;
import dev.byline.examples.sql.Filing.Slug;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes articles within one transaction, and of their rows those that are others than before. */
final class ArticleWriter {
    private record Written(String id, long revision, String summary, String document, Filing filing, boolean isNew) {
        /** Whether the article is stored so, and only its rows may be those of another zone or an earlier version. */
        boolean isAsStored() {
            return revision == 0;
        }
    }

    private final Connection connection;
    private final Documents documents;
    private final ZoneId zone;
    private final List<Written> waiting = new ArrayList<>();
    private long revision;

    ArticleWriter(Connection connection, Documents documents, ZoneId zone, long revision) {
        this.connection = connection;
        this.documents = documents;
        this.zone = zone;
        this.revision = revision;
    }

    /** The number of the last change. */
    long revision() {
        return revision;
    }

    /** Adds an article to what will be written, as far as it is another than what is stored. */
    void add(Article article, @Nullable String stored) {
        String document = documents.write(article);
        waiting.add(new Written(
                Stored.id(article.id()),
                document.equals(stored) ? 0 : ++revision,
                documents.write(article.summary()),
                document,
                Filing.of(article, zone),
                stored == null));
    }

    /** Writes what was added. */
    void write() throws SQLException {
        List<String> known =
                waiting.stream().filter(one -> !one.isNew()).map(Written::id).toList();
        List<Listing> listed = known.isEmpty()
                ? List.of()
                : Database.read(
                        connection,
                        Queries.listings(known),
                        row -> new Listing(
                                Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getBigDecimal(3),
                                row.getString(4),
                                row.getBigDecimal(5)));
        insert();
        update(listed);
        replace(
                listed,
                waiting.stream()
                        .flatMap(one -> one.filing().listings().stream())
                        .toList(),
                "DELETE FROM byline_listing WHERE kind = ? AND term = ? AND published = ? AND id = ?"
                        + " AND public_until = ?",
                "INSERT INTO byline_listing (kind, term, published, id, public_until) VALUES (?, ?, ?, ?, ?)",
                row -> List.of(row.kind().name(), row.term(), row.published(), row.id(), row.publicUntil()));
        replace(
                known.isEmpty()
                        ? List.of()
                        : Database.read(
                                connection,
                                Queries.slugs(known),
                                row -> new Slug(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        row.getBigDecimal(3),
                                        row.getString(4),
                                        row.getBigDecimal(5))),
                waiting.stream().flatMap(one -> one.filing().slugs().stream()).toList(),
                "DELETE FROM byline_slug WHERE slug = ? AND former = ? AND published = ? AND id = ?"
                        + " AND public_until = ?",
                "INSERT INTO byline_slug (slug, former, published, id, public_until) VALUES (?, ?, ?, ?, ?)",
                row -> List.of(row.slug(), row.former(), row.published(), row.id(), row.publicUntil()));
        waiting.clear();
    }

    private void insert() throws SQLException {
        batch(
                "INSERT INTO byline_article (id, revision, summary, document) VALUES (?, ?, ?, ?)",
                waiting.stream().filter(Written::isNew).toList(),
                one -> List.of(one.id(), one.revision(), one.summary(), one.document()));
    }

    private void update(List<Listing> listed) throws SQLException {
        List<Written> stored = waiting.stream().filter(one -> !one.isNew()).toList();
        batch(
                "UPDATE byline_article SET revision = ?, summary = ?, document = ? WHERE id = ?",
                stored.stream().filter(one -> !one.isAsStored()).toList(),
                one -> List.of(one.revision(), one.summary(), one.document(), one.id()));
        Map<String, Set<Listing>> before =
                listed.stream().collect(Collectors.groupingBy(Listing::id, Collectors.toSet()));
        // Who files by what an earlier version did not know may find it in summaries too.
        batch(
                "UPDATE byline_article SET summary = ? WHERE id = ?",
                stored.stream()
                        .filter(Written::isAsStored)
                        .filter(one -> !one.filing().listings().equals(before.getOrDefault(one.id(), Set.of())))
                        .toList(),
                one -> List.of(one.summary(), one.id()));
    }

    private interface Columns<T> {
        List<Object> of(T row);
    }

    private <T> void replace(List<T> before, List<T> after, String delete, String insert, Columns<T> columns)
            throws SQLException {
        batch(delete, without(before, after), columns);
        batch(insert, without(after, before), columns);
    }

    private static <T> Collection<T> without(List<T> all, List<T> others) {
        Set<T> rest = new HashSet<>(all);
        others.forEach(rest::remove);
        return rest;
    }

    private <T> void batch(String sql, Collection<T> rows, Columns<T> columns) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                List<Object> values = columns.of(row);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
