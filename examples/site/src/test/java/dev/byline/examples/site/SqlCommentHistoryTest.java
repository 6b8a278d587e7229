package dev.byline.examples.site;

import dev.byline.comment.CommentHistory;
import dev.byline.examples.sql.PostgresServer;
import dev.byline.testkit.CommentHistoryContract;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The history over SQL does what every history does. */
class SqlCommentHistoryTest extends CommentHistoryContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    protected CommentHistory history() {
        DataSource source = empty("history" + DATABASES.incrementAndGet());
        DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource("schema.sql")), source);
        return new SqlCommentHistory(
                JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /** A database of its own in memory, or a schema of the server. */
    private static DataSource empty(String name) {
        if (!SiteDatabase.isPostgres()) {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
        }
        String server = SiteDatabase.server();
        JdbcClient.create(new DriverManagerDataSource(server, PostgresServer.USER, ""))
                .sql("create schema " + name)
                .update();
        return new DriverManagerDataSource(server + "?currentSchema=" + name, PostgresServer.USER, "");
    }
}
