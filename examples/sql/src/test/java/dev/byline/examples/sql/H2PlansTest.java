package dev.byline.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link PlanTests} on H2. */
class H2PlansTest extends PlanTests {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @RegisterExtension
    static final TestDatabase DATABASE = new H2();

    private static DataSource tables;

    @BeforeAll
    static void fill() {
        tables = filled(DATABASE);
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
