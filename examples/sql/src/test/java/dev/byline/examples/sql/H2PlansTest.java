package dev.byline.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@link PlanTests} on H2. */
class H2PlansTest extends PlanTests {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @TempDir
    static Path folder;

    private static H2 database;
    private static DataSource tables;

    @BeforeAll
    static void fill() {
        database = new H2(folder);
        tables = filled(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    String plan(Sql question) {
        return explained(tables, "EXPLAIN ANALYZE", question);
    }

    @Override
    int rows(String plan) {
        assertThat(plan).contains("scanCount").doesNotContain("tableScan");
        return numbers(SCANNED, plan).stream().mapToInt(Integer::intValue).sum();
    }
}
