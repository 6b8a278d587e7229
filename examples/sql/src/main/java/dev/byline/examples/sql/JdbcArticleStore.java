package dev.byline.examples.sql;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Changes;
import dev.byline.article.ContentException;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Articles in a database: H2 from 2.3.230 on, or PostgreSQL.
 *
 * <p>Each call takes a connection and gives it back, so the source should be a pool; each change is a transaction of its
 * own, all of it or nothing, and writers take turns. What is put as it is stored is no change, but is listed anew as this
 * version does. Exact to the nanosecond. Slugs, translation groups and the keys of terms and authors have at most 300
 * characters: an article with a longer one is refused with an {@link IllegalArgumentException}.
 */
public final class JdbcArticleStore implements ArticleStore {
    private static final int FOUND_AT_ONCE = 16_384;
    private static final int WRITTEN_AT_ONCE = 512;
    private static final int STREAMED_AT_ONCE = 256;

    private final Database database;
    private final ZoneId zone;
    private final Documents documents = new Documents();
    private final String cursorPrefix;

    /**
     * The articles in the tables of a database, which {@link ArticleTables#create} makes.
     *
     * @param zone the publication's zone, by which months are counted; articles that were put under another one keep
     *     their month until they are put again
     */
    public JdbcArticleStore(DataSource source, ZoneId zone) {
        this.database = new Database(source);
        this.zone = Objects.requireNonNull(zone, "zone");
        List<String> names = database.read(Queries.name(), row -> row.getString(1));
        if (names.isEmpty()) {
            throw new ContentException("byline_store has no row, so that its tables were not made by their script");
        }
        this.cursorPrefix = names.get(0) + ":";
    }

    @Override
    public void put(Collection<Article> articles) {
        Map<ArticleId, Article> latest = new LinkedHashMap<>();
        for (Article article : articles) {
            // Taken out first, so that the last change to each article stands where it was made.
            latest.remove(article.id());
            latest.put(article.id(), article);
        }
        change(latest.keySet(), (id, stored) -> Objects.requireNonNull(latest.get(id)));
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        change(List.copyOf(ids), (id, stored) -> {
            Article article = stored == null ? null : documents.article(stored);
            return article == null
                    ? null
                    : article.toBuilder().status(ArticleStatus.WITHDRAWN).build();
        });
    }

    /** What becomes of an article whose stored JSON, if any, is this; null for nothing. */
    private interface Edit {
        @Nullable
        Article of(ArticleId id, @Nullable String stored);
    }

    private void change(Collection<ArticleId> ids, Edit edit) {
        List<ArticleId> all = ids.stream().distinct().toList();
        if (all.isEmpty()) {
            return;
        }
        database.change(connection -> {
            // Held until the end of the transaction. So numbers are committed in their order, and who has read one will
            // never find a lower one later; and nobody changes an article between our reading and writing it.
            long before = Database.read(connection, Queries.lastRevision(), row -> row.getLong(1))
                    .get(0);
            ArticleWriter writer = new ArticleWriter(connection, documents, zone, before);
            for (List<ArticleId> some : portions(all, WRITTEN_AT_ONCE)) {
                Map<String, String> stored = documents(connection, some);
                for (ArticleId id : some) {
                    String key = Stored.id(id);
                    Article after = edit.of(id, stored.get(key));
                    if (after != null) {
                        writer.add(after, stored.get(key));
                    }
                }
                writer.write();
            }
            return writer.revision() == before ? 0 : Database.write(connection, Queries.newRevision(writer.revision()));
        });
    }

    private static Map<String, String> documents(Connection connection, List<ArticleId> ids) throws SQLException {
        Map<String, String> stored = new HashMap<>();
        Database.read(
                connection,
                Queries.documents(ids.stream().map(Stored::id).toList()),
                row -> stored.put(row.getString(1), row.getString(2)));
        return stored;
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return find(ids, Queries::documents, documents::article);
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        return find(ids, Queries::summaries, documents::summary);
    }

    private <T> List<T> find(Collection<ArticleId> ids, Function<List<String>, Sql> query, Function<String, T> as) {
        List<String> asked = ids.stream().map(Stored::id).toList();
        Map<String, T> found = new HashMap<>();
        for (List<String> some : portions(asked.stream().distinct().toList(), FOUND_AT_ONCE)) {
            database.read(query.apply(some), row -> found.put(row.getString(1), as.apply(row.getString(2))));
        }
        return asked.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static <T> List<List<T>> portions(List<T> all, int size) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return portions;
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        return Queries.bySlug(slug, at)
                .flatMap(query -> database
                        .read(
                                query,
                                row -> new SlugMatch(
                                        documents.article(row.getString(2)), row.getInt(1) == Queries.FORMER))
                        .stream()
                        .findFirst());
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        SortedSet<ArticleSummary> merged = new TreeSet<>(Listed.NEWEST_FIRST);
        for (Sql sql : Queries.page(query)) {
            merged.addAll(database.read(sql, row -> documents.summary(row.getString(1))));
        }
        List<ArticleSummary> found = merged.stream().limit(query.limit() + 1L).toList();
        if (found.size() <= query.limit()) {
            return new ArchivePage(found, null);
        }
        List<ArticleSummary> page = found.subList(0, query.limit());
        return new ArchivePage(page, ArchiveCursor.behind(page.get(page.size() - 1)));
    }

    @Override
    public long count(ArchiveQuery query) {
        return Queries.count(query)
                .map(sql -> database.read(sql, row -> row.getLong(1)).get(0))
                .orElse(0L);
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        Filing.Kind kind = switch (by) {
            case REGION -> Filing.Kind.REGION;
            case SECTION -> Filing.Kind.SECTION;
            case TAG -> Filing.Kind.TAG;
            case AUTHOR -> Filing.Kind.AUTHOR;
            case MONTH -> Filing.Kind.MONTH;
        };
        Map<String, Long> counts = new TreeMap<>();
        database.read(Queries.counts(kind, at), row -> counts.put(row.getString(1), row.getLong(2)));
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        SortedSet<ArticleSummary> older = new TreeSet<>(Listed.NEWEST_FIRST);
        SortedSet<ArticleSummary> newer = new TreeSet<>(Listed.NEWEST_FIRST.reversed());
        for (Sql sql : Queries.neighbours(article, query)) {
            database.read(sql, row -> (row.getInt(1) == 0 ? older : newer).add(documents.summary(row.getString(2))));
        }
        return new Neighbours(
                older.stream().findFirst().orElse(null),
                newer.stream().findFirst().orElse(null));
    }

    /** {@inheritDoc} Holds no connection between its portions. */
    @Override
    public Stream<Article> stream() {
        Stream<List<String[]>> portions = Stream.iterate(
                portionAfter(""),
                portion -> !portion.isEmpty(),
                portion -> portion.size() < STREAMED_AT_ONCE
                        ? List.of()
                        : portionAfter(portion.get(portion.size() - 1)[0]));
        return portions.flatMap(List::stream).map(row -> documents.article(row[1]));
    }

    private List<String[]> portionAfter(String id) {
        return database.read(
                Queries.documentsAfter(id, STREAMED_AT_ONCE), row -> new String[] {row.getString(1), row.getString(2)});
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one change must be asked for, not " + limit);
        }
        long known = cursor.equals(Changes.START) ? 0 : revisionOf(cursor);
        List<Change> found = changes(known, limit + 1L);
        // A database that was set back to an earlier day has not come to that number yet.
        boolean fromStart = known < 0 || known > found.get(0).last();
        if (fromStart) {
            known = 0;
            found = changes(known, limit + 1L);
        }
        List<Change> told = found.stream()
                .filter(change -> change.document() != null)
                .limit(limit)
                .toList();
        long last = told.isEmpty() ? known : told.get(told.size() - 1).revision();
        return new Changes(
                told.stream()
                        .map(change -> documents.article(Objects.requireNonNull(change.document())))
                        .toList(),
                cursorPrefix + last,
                found.size() > limit,
                fromStart);
    }

    private record Change(
            long last, long revision, @Nullable String document) {}

    private List<Change> changes(long known, long most) {
        return database.read(
                Queries.changes(known, most), row -> new Change(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    // Negative for what this store has not handed out.
    private long revisionOf(String cursor) {
        if (!cursor.startsWith(cursorPrefix)) {
            return -1;
        }
        try {
            long known = Long.parseLong(cursor.substring(cursorPrefix.length()));
            return cursor.equals(cursorPrefix + known) ? known : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
