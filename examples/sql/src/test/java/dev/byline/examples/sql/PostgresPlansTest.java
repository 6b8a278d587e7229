package dev.byline.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link PlanTests} on a PostgreSQL server: {@code mvn -Ppostgres verify}. */
@EnabledIfSystemProperty(named = "byline.postgres", matches = "true")
class PostgresPlansTest extends PlanTests {
    private static final Pattern SCANNED = Pattern.compile("Index[^\\n]* rows=(\\d+) loops=");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by [A-Za-z ]+: (\\d+)");

    @RegisterExtension
    static final TestDatabase DATABASE = new Postgres();

    private static DataSource tables;

    @BeforeAll
    static void fill() {
        tables = filled(DATABASE);
    }

    @Override
    String plan(Sql question) {
        // Of so few articles it would rather sort hundreds than walk; that it can walk is what is asked here.
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            for (String way : List.of("seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort")) {
                statement.execute("SET enable_" + way + " = off");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return explained(tables, "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF)", question);
    }

    @Override
    int rows(String plan) {
        assertThat(plan)
                .contains("Index")
                .doesNotContainPattern("Seq Scan on byline_(listing|article|slug|said|token)");
        return numbers(SCANNED, plan).stream().mapToInt(Integer::intValue).sum()
                + numbers(REMOVED, plan).stream().mapToInt(Integer::intValue).sum();
    }
}
