package dev.byline.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.examples.sql.PostgresServer;
import java.time.Instant;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of comments in the site's database and in its transactions. */
class StorageTest {
    private static final Sender ANN = new Sender("ann@news.example", "192.0.2.1", "", "");
    private static final Attempt ATTEMPT = new Attempt(
            ArticleId.of("a"),
            null,
            "Ann",
            ANN,
            CommentText.fingerprint("Well said."),
            "",
            CommentState.HELD,
            Instant.parse("2026-11-01T12:00:00Z"),
            SenderRules.defaults(),
            "token",
            null);

    private DataSource database;
    private JdbcClient db;
    private TransactionTemplate transaction;

    @BeforeEach
    void open(TestInfo test) {
        database = empty(test.getTestMethod().orElseThrow().getName());
        db = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** A database of its own in memory, or a schema of the server. */
    private static DataSource empty(String name) {
        if (!SiteDatabase.isPostgres()) {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
        String server = SiteDatabase.server();
        JdbcClient.create(new DriverManagerDataSource(server, PostgresServer.USER, ""))
                .sql("create schema " + name)
                .update();
        return new DriverManagerDataSource(server + "?currentSchema=" + name, PostgresServer.USER, "");
    }

    private CommentHistory history() {
        DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource("schema.sql")), database);
        return new Storage().history(database, new Members(db, new BCryptPasswordEncoder(), ""), transaction);
    }

    @Test
    void a_claim_goes_with_the_transaction_that_it_was_made_in() {
        CommentHistory history = history();
        transaction.executeWithoutResult(status -> {
            assertThat(history.claim(ATTEMPT).clear()).isTrue();
            assertThat(history.check(ATTEMPT).duplicate()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(history.check(ATTEMPT).clear()).isTrue();
        assertThat(history.claim(ATTEMPT).clear()).isTrue();
        assertThat(history.check(ATTEMPT).duplicate()).isTrue();
    }

    @Test
    void the_email_of_an_account_is_known() {
        CommentHistory history = history();
        db.sql("insert into member (id, name, email, password, role) values ('m', '', 'Ann@news.example', '', '')")
                .update();
        assertThat(history.standing("Anybody", ANN).membersEmail()).isTrue();
        assertThat(history.standing("Ann", new Sender("ben@news.example", "", "", ""))
                        .membersEmail())
                .isFalse();
    }

    @Test
    void a_database_with_the_tables_of_earlier_builds_is_opened() {
        db.sql("create table said (comment varchar(200))").update();
        db.sql("create table used_token (token varchar(64) primary key)").update();
        db.sql("create table claim_lock (id int primary key)").update();
        assertThat(history().claim(ATTEMPT).clear()).isTrue();
        assertThat(history().claim(ATTEMPT).duplicate()).isTrue();
    }
}
