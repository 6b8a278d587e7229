package dev.byline.examples.sql;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.examples.sql.Filing.Kind;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the tables, one statement for each call; docs/sql.md says why each has its form.
 *
 * <p>An empty answer stands for a question to which there can be no article, so that the database need not be asked.
 */
final class Queries {
    /** The choice of {@link #bySlug} that was found by a slug that it had before. */
    static final int FORMER = 3;

    // PostgreSQL would rather join the listings whole; an offset, even of none, makes it ask for each article that is
    // passed.
    private static final String FOR_EACH = "LIMIT 1 OFFSET 0";

    private static final int WALKED_AT_ONCE = 16;

    private static final String SLUG_ORDER = "ORDER BY slug DESC, former DESC, published DESC, id DESC LIMIT 1)";

    private Queries() {}

    /** The listings that have a condition: any of the terms of one kind. */
    private record Condition(Kind kind, List<String> terms) {}

    private enum Way {
        OLDER("<", "DESC", Stored.MOMENT.negate()),
        NEWER(">", "ASC", Stored.MOMENT);

        private final String sign;
        private final String order;
        private final BigDecimal step;

        Way(String sign, String order, BigDecimal step) {
            this.sign = sign;
            this.order = order;
            this.step = step;
        }
    }

    static Sql documents(List<String> ids) {
        return Sql.of("SELECT id, document FROM byline_article WHERE id").in(ids);
    }

    static Sql summaries(List<String> ids) {
        return Sql.of("SELECT id, summary FROM byline_article WHERE id").in(ids);
    }

    /** In the order of their ids, from behind one on. */
    static Sql documentsAfter(String id, int most) {
        return Sql.of("SELECT id, document FROM byline_article WHERE id > ? ORDER BY id LIMIT ?", id, most);
    }

    static Optional<Sql> bySlug(String slug, Instant at) {
        if (!Stored.isKey(slug)) {
            return Optional.empty();
        }
        BigDecimal now = Stored.instant(at);
        return Optional.of(Sql.of("SELECT s.choice, a.document FROM (")
                .add(slug(1, slug, false))
                .add("AND published <= ? AND public_until > ?", now, now)
                .add(SLUG_ORDER)
                .add("UNION ALL")
                .add(slug(2, slug, false))
                .add(SLUG_ORDER)
                .add("UNION ALL")
                .add(slug(FORMER, slug, true))
                .add(SLUG_ORDER)
                .add(") s JOIN byline_article a ON a.id = s.id ORDER BY s.choice LIMIT 1"));
    }

    private static Sql slug(int choice, String slug, boolean former) {
        String had = former ? "TRUE" : "FALSE";
        return Sql.of("(SELECT " + choice + " AS choice, id FROM byline_slug WHERE slug = ? AND former = " + had, slug);
    }

    /**
     * The summaries of a page, and of one article more if there is one.
     *
     * @return nothing where there can't be any; several for a group of more than {@value #WALKED_AT_ONCE} regions, whose
     *     answers are to be merged
     */
    static List<Sql> page(ArchiveQuery query) {
        List<Condition> conditions = conditions(query).orElse(List.of());
        return conditions.isEmpty()
                ? List.of()
                : portions(conditions.get(0).terms()).stream()
                        .map(terms -> page(query, conditions, terms))
                        .toList();
    }

    private static Sql page(ArchiveQuery query, List<Condition> conditions, List<String> terms) {
        int most = query.limit() + 1;
        List<Sql> walks = new ArrayList<>();
        for (String term : terms) {
            for (Sql place : places(query.after(), Way.OLDER)) {
                Sql walk = listed("SELECT l.published, l.id", conditions.get(0).kind())
                        .add("AND l.term = ?", term);
                walks.add(ordered(where(walk.add(place), query, conditions), Way.OLDER)
                        .add("LIMIT ?)", most));
            }
        }
        // An article in two regions of a group is in two walks.
        Sql merged = new Sql().join(terms.size() == 1 ? "UNION ALL" : "UNION", walks);
        if (walks.size() > 1) {
            merged.add("ORDER BY published DESC, id DESC LIMIT ?", most);
        }
        return Sql.of("SELECT a.summary FROM (")
                .add(merged)
                .add(") p JOIN byline_article a ON a.id = p.id ORDER BY p.published DESC, p.id DESC");
    }

    // Databases take the square of the number of walks to plan them.
    private static List<List<String>> portions(List<String> terms) {
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < terms.size(); from += WALKED_AT_ONCE) {
            portions.add(terms.subList(from, Math.min(terms.size(), from + WALKED_AT_ONCE)));
        }
        return portions;
    }

    static Optional<Sql> count(ArchiveQuery query) {
        return conditions(query).map(conditions -> {
            Condition walked = conditions.get(0);
            boolean once = walked.terms().size() == 1;
            Sql count = listed(once ? "SELECT COUNT(*)" : "SELECT COUNT(DISTINCT l.id)", walked.kind())
                    .add("AND l.term")
                    .in(walked.terms());
            return where(count, query, conditions);
        });
    }

    static Sql counts(Kind kind, Instant at) {
        return visible(listed("SELECT l.term, COUNT(*)", kind), at).add("GROUP BY l.term");
    }

    /** The nearest on either side; several as {@link #page(ArchiveQuery)}. */
    static List<Sql> neighbours(Listed article, NeighbourQuery query) {
        ArchiveCursor place = ArchiveCursor.behind(article);
        Condition within = switch (query.within()) {
            case SITE -> new Condition(Kind.SITE, List.of(""));
            case REGION -> condition(Kind.REGION, article.regions().stream().map(Region::key));
            case SECTION -> condition(Kind.SECTION, article.sections().stream().map(Section::key));
        };
        return portions(within.terms()).stream()
                .map(terms -> new Condition(within.kind(), terms))
                .map(some -> Sql.of("SELECT n.newer, a.summary FROM (")
                        .add(nearest(some, place, query, Way.OLDER))
                        .add("UNION ALL")
                        .add(nearest(some, place, query, Way.NEWER))
                        .add(") n JOIN byline_article a ON a.id = n.id"))
                .toList();
    }

    private static Sql nearest(Condition within, ArchiveCursor from, NeighbourQuery query, Way way) {
        List<Sql> walks = new ArrayList<>();
        for (String term : within.terms()) {
            for (Sql place : places(from, way)) {
                Sql walk = listed("SELECT l.published, l.id", within.kind()).add("AND l.term = ?", term);
                // The article itself may be here under another date than the one that was handed in.
                visible(walk.add(place), query.at()).add("AND l.id <> ?", Stored.id(from.id()));
                walks.add(ordered(excluding(walk, query.excluded()), way).add("LIMIT 1)"));
            }
        }
        return Sql.of("(SELECT " + (way == Way.NEWER ? 1 : 0) + " AS newer, w.id FROM (")
                .join("UNION ALL", walks)
                .add(") w ORDER BY w.published " + way.order + ", w.id " + way.order + " LIMIT 1)");
    }

    private static Sql excluding(Sql walk, Set<String> excluded) {
        List<String> keys = keys(excluded.stream());
        return keys.isEmpty()
                ? walk
                : walk.add("AND NOT EXISTS (SELECT 1 FROM byline_listing x WHERE x.id = l.id")
                        .add("AND x.kind IN ('REGION', 'SECTION', 'TAG') AND x.term")
                        .in(keys)
                        .add(FOR_EACH + ")");
    }

    /** So many changes behind a number, each with the number of the last one; without any, that number alone. */
    static Sql changes(long revision, long most) {
        return Sql.of("SELECT s.revision, c.revision, c.document FROM byline_store s LEFT JOIN (")
                .add("SELECT revision, document FROM byline_article WHERE revision > ?", revision)
                .add("ORDER BY revision LIMIT ?", most)
                .add(") c ON 1 = 1 WHERE s.one = 1 ORDER BY c.revision");
    }

    /** What tells this store's cursors from another's. */
    static Sql name() {
        return Sql.of("SELECT name FROM byline_store WHERE one = 1");
    }

    /** The number of the last change, which nobody else reads so until the transaction ends. */
    static Sql lastRevision() {
        return Sql.of("SELECT revision FROM byline_store WHERE one = 1 FOR UPDATE");
    }

    static Sql newRevision(long revision) {
        return Sql.of("UPDATE byline_store SET revision = ? WHERE one = 1", revision);
    }

    /** The rows that articles have in {@code byline_listing}. */
    static Sql listings(List<String> ids) {
        return Sql.of("SELECT kind, term, published, id, public_until FROM byline_listing WHERE id")
                .in(ids);
    }

    /** The rows that articles have in {@code byline_slug}. */
    static Sql slugs(List<String> ids) {
        return Sql.of("SELECT slug, former, published, id, public_until FROM byline_slug WHERE id")
                .in(ids);
    }

    // The one to walk first: the narrowest as a rule. Each article that is passed is then looked up under the others.
    private static Optional<List<Condition>> conditions(ArchiveQuery query) {
        List<Condition> conditions = Stream.of(
                        condition(Kind.GROUP, query.translationGroup()),
                        condition(Kind.TAG, query.tag()),
                        condition(Kind.AUTHOR, query.author()),
                        condition(Kind.SECTION, query.section()),
                        query.regions().isEmpty()
                                ? Optional.<Condition>empty()
                                : Optional.of(condition(Kind.REGION, query.regions().stream())))
                .flatMap(Optional::stream)
                .toList();
        if (conditions.stream().anyMatch(one -> one.terms().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(conditions.isEmpty() ? List.of(new Condition(Kind.SITE, List.of(""))) : conditions);
    }

    private static Optional<Condition> condition(Kind kind, String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(condition(kind, Stream.of(key)));
    }

    private static Condition condition(Kind kind, Stream<String> terms) {
        return new Condition(kind, keys(terms));
    }

    private static List<String> keys(Stream<String> keys) {
        return keys.filter(Stored::isKey).distinct().sorted().toList();
    }

    private static Sql listed(String select, Kind kind) {
        return Sql.of(select + " FROM byline_listing l WHERE l.kind = ?", kind.name());
    }

    // A database that can't seek to (published, id) < (?, ?) would read all articles of that instant; and H2 seeks to
    // <= but
    // not to <, so that "before" is "a nanosecond before or earlier".
    private static List<Sql> places(@Nullable ArchiveCursor from, Way way) {
        if (from == null) {
            return List.of(Sql.of(""));
        }
        BigDecimal published = Stored.instant(from.publishedAt());
        return List.of(
                Sql.of("AND l.published = ? AND l.id " + way.sign + " ?", published, Stored.id(from.id())),
                Sql.of("AND l.published " + way.sign + "= ?", published.add(way.step)));
    }

    private static Sql where(Sql sql, ArchiveQuery query, List<Condition> conditions) {
        visible(sql, query.at());
        if (query.from() != null) {
            sql.add("AND l.published >= ?", Stored.instant(query.from()));
        }
        if (query.to() != null) {
            sql.add("AND l.published <= ?", Stored.instant(query.to()).subtract(Stored.MOMENT));
        }
        for (Condition other : conditions.subList(1, conditions.size())) {
            sql.add(
                            "AND EXISTS (SELECT 1 FROM byline_listing o WHERE o.kind = ?",
                            other.kind().name())
                    .add("AND o.id = l.id AND o.term")
                    .in(other.terms())
                    .add(FOR_EACH + ")");
        }
        return sql;
    }

    private static Sql visible(Sql sql, Instant at) {
        BigDecimal now = Stored.instant(at);
        return sql.add("AND l.published <= ? AND l.public_until > ?", now, now);
    }

    // H2 walks along an index only where the order names its columns from the first on.
    private static Sql ordered(Sql walk, Way way) {
        String columns = String.join(
                ", ",
                Stream.of("l.kind", "l.term", "l.published", "l.id")
                        .map(column -> column + " " + way.order)
                        .toList());
        return Sql.of("(").add(walk).add("ORDER BY " + columns);
    }
}
