package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.hoursAgo;
import static dev.byline.testkit.SampleArticles.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.testkit.SampleArticles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That each question is answered from an index, which looks at no more rows than are asked for. */
abstract class PlanTests {
    private static final RegionGroup GROUP = new RegionGroup("group", "", SampleArticles.REGIONS);

    /** Inside the tie. */
    private static final ArchiveCursor CURSOR = new ArchiveCursor(hoursAgo(30), ArticleId.of("tie-150"));

    private static final Article SUBJECT = SampleArticles.published(300, 1).get(180);

    /** The plan of a question after it was run. */
    abstract String plan(Sql question);

    /** How many rows it looked at. */
    abstract int rows(String plan);

    /** A pool of connections to the tables that are filled for these tests. */
    static DataSource filled(TestDatabase database) {
        DataSource tables = database.tables();
        JdbcArticleStore store = new JdbcArticleStore(tables, ZoneOffset.UTC);
        store.put(SampleArticles.published(1200, 1));
        // An import that gave everything one date.
        store.put(IntStream.range(0, 300)
                .mapToObj(i -> article("tie-" + i)
                        .published(CURSOR.publishedAt())
                        .regions(SampleArticles.BASRA)
                        .sections(SampleArticles.ELECTIONS)
                        .build())
                .toList());
        store.put(IntStream.range(0, 100)
                .mapToObj(i -> article("later-" + i)
                        .published(NOW.plusSeconds(i + 1))
                        .regions(SampleArticles.IRAQ)
                        .build())
                .toList());
        store.put(IntStream.range(0, 2000)
                .mapToObj(i -> article("translated-" + i)
                        .published(hoursAgo(1000 + i))
                        .translationGroup("group-" + i / 4)
                        .build())
                .toList());
        CommentPlanTests.fill(tables);
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return tables;
    }

    static String explained(DataSource tables, String how, Sql question) {
        try (Connection connection = tables.getConnection();
                PreparedStatement statement = question.prepareExplained(connection, how);
                ResultSet result = statement.executeQuery()) {
            StringBuilder plan = new StringBuilder();
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private void looksAtNoMoreThan(int rows, List<Sql> questions) {
        assertThat(questions).hasSize(1);
        looksAtNoMoreThan(rows, questions.get(0));
    }

    final void looksAtNoMoreThan(int rows, Sql question) {
        String plan = plan(question);
        assertThat(rows(plan)).as(plan).isLessThanOrEqualTo(rows);
    }

    // A page of 20 looks at 21 places in each listing that is walked, at 21 of them merged, and twice at 21 articles.

    @Test
    void pages() {
        ArchiveQuery all = ArchiveQuery.at(NOW);
        for (ArchiveQuery query : List.of(
                all,
                all.in(SampleArticles.IRAQ),
                all.in(SampleArticles.MIDDLE_EAST),
                all.section("politics"),
                all.tag("oil"),
                all.author("the-desk"),
                all.published(hoursAgo(60), hoursAgo(40)))) {
            looksAtNoMoreThan(4 * 22, Queries.page(query));
            looksAtNoMoreThan(5 * 23, Queries.page(query.after(CURSOR)));
            looksAtNoMoreThan(5 * 23, Queries.page(query.after(ArchiveCursor.behind(SUBJECT))));
        }
    }

    @Test
    void groups() {
        ArchiveQuery query = ArchiveQuery.at(NOW).in(GROUP);
        looksAtNoMoreThan(10 * 22, Queries.page(query));
        looksAtNoMoreThan(17 * 22, Queries.page(query.after(CURSOR)));
    }

    @Test
    void translations() {
        ArchiveQuery query = ArchiveQuery.at(NOW).translationGroup("group-99").limit(100);
        looksAtNoMoreThan(20, Queries.page(query));
        looksAtNoMoreThan(20, Queries.page(query.section("politics")));
        looksAtNoMoreThan(20, Queries.page(query.translationGroup("nobody's")));
    }

    @Test
    void severalConditions() {
        // The narrowest is walked, an article in twelve or so; of these about two in five are in politics.
        looksAtNoMoreThan(
                6 * 23,
                Queries.page(ArchiveQuery.at(NOW).tag("oil").section("politics").in(GROUP)));
    }

    @Test
    void neighbours() {
        NeighbourQuery all = NeighbourQuery.at(NOW);
        for (NeighbourQuery query : List.of(all, all.within(Within.REGION), all.within(Within.SECTION))) {
            looksAtNoMoreThan(40, Queries.neighbours(SUBJECT, query));
            looksAtNoMoreThan(120, Queries.neighbours(SUBJECT, query.excluding("oil", "poetry")));
        }
        looksAtNoMoreThan(
                40,
                Queries.neighbours(
                        article("tie-150").published(CURSOR.publishedAt()).build(), all));
        looksAtNoMoreThan(
                40,
                Queries.neighbours(
                        article("future").published(NOW.plusSeconds(7)).build(), all));
    }

    @Test
    void slugs() {
        looksAtNoMoreThan(12, Queries.bySlug("story-7", NOW).orElseThrow());
        looksAtNoMoreThan(12, Queries.bySlug("nobody", NOW).orElseThrow());
    }

    @Test
    void ids() {
        List<String> ids = List.of("n3", "n5", "n8", "nobody");
        looksAtNoMoreThan(10, Queries.documents(ids));
        looksAtNoMoreThan(10, Queries.summaries(ids));
        looksAtNoMoreThan(12, Queries.documentsAfter("n3", 10));
        looksAtNoMoreThan(40, Queries.listings(ids));
        looksAtNoMoreThan(12, Queries.slugs(ids));
    }

    @Test
    void changes() {
        looksAtNoMoreThan(26, Queries.changes(900, 11));
        looksAtNoMoreThan(6, Queries.changes(3600, 11));
    }

    @Test
    void countsLookAtOneListing() {
        looksAtNoMoreThan(
                130,
                Queries.count(ArchiveQuery.at(NOW).published(minutesAgo(1200), null))
                        .orElseThrow());
    }

    @Nested
    class Comments extends CommentPlanTests {
        @Override
        PlanTests plans() {
            return PlanTests.this;
        }
    }
}
