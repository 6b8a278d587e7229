package dev.byline.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ContentException;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.comment.SenderRules.Flood;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables of a history hold, for how long, and in whose transactions. */
abstract class KeptTests {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456789Z");
    private static final Sender ANN = new Sender("ann@news.example", "192.0.2.1", "agent", "");
    private static final SenderRules RULES =
            SenderRules.defaults().nearPercent(80).floods(List.of(new Flood(Flood.By.SENDER, 1, 15)));
    private static final String STORY = "The council closed the old bridge on Monday because of the flood.";

    private DataSource tables;
    private CommentHistory history;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        tables = database().tables();
        history = new JdbcCommentHistory(tables, "mia@news.example"::equals);
    }

    private static Attempt attempt(String name, Sender sender, String text, String token, Instant at) {
        return new Attempt(
                ArticleId.of("a1"),
                null,
                name,
                sender,
                CommentText.fingerprint(text),
                CommentText.sketch(text),
                CommentState.HELD,
                at,
                RULES,
                token,
                null);
    }

    private static Comment comment(String id, String name, String text, Instant at) {
        return new Comment(
                CommentId.of(id),
                ArticleId.of("a1"),
                null,
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                name,
                "",
                text,
                at);
    }

    private long count(String condition) {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + condition)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void instantsAreExact() {
        assertThat(history.claim(attempt("Ann", ANN, "one", "", NOON)).clear()).isTrue();
        Instant end = NOON.plusSeconds(15);
        assertThat(history.check(attempt("Ann", ANN, "two", "", end.minusNanos(1)))
                        .floods())
                .hasSize(1);
        assertThat(history.check(attempt("Ann", ANN, "two", "", end)).floods()).isEmpty();
    }

    @Test
    void theHostSaysWhichEmailsAreMembers() {
        assertThat(history.standing("Any", new Sender("mia@news.example", "", "", ""))
                        .membersEmail())
                .isTrue();
        assertThat(history.standing("Any", ANN).membersEmail()).isFalse();
        assertThat(history.standing("Mia", new Sender("mia@news.example", "", "", "m1"))
                        .membersEmail())
                .isFalse();
    }

    @Test
    void noMoreThanAHundredAreCounted() {
        for (int i = 0; i < 120; i++) {
            history.remember(comment("c" + i, "Ann", "text " + i, NOON), ANN);
        }
        assertThat(history.standing("Ann", ANN).approved()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "half \uD800", "long", "%", "'; DROP TABLE byline_said; --"})
    void whateverIsTypedIsAsked(String odd) {
        String typed = odd.equals("long") ? "long".repeat(5_000) : odd;
        Sender sender = new Sender(typed, typed, typed, "");
        assertThat(history.standing(typed, sender).approved()).isZero();
        assertThat(history.claim(attempt(typed, sender, typed, typed, NOON))).isEqualTo(Found.nothing());
        Found again = history.check(attempt(typed, sender, typed, typed, NOON));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.floods()).hasSize(1);
        assertThat(again.tokenUsed()).isTrue();
        history.remember(comment("c1", typed, typed, NOON), sender);
        assertThat(history.standing(typed, sender).approved()).isOne();
        Sender member = new Sender(typed, typed, typed, typed);
        history.remember(comment("c2", typed, typed, NOON), member);
        assertThat(history.standing("", member).approved()).isOne();
        assertThat(history.standing("", sender).membersEmail()).isTrue();
    }

    @Test
    void whatIsDeletedGoesAfterTwoDays() {
        history.claim(attempt("Ann", ANN, STORY, "t1", NOON));
        history.remember(comment("c1", "Ann", STORY, NOON), ANN);
        history.remember(comment("c2", "Ann", "two", NOON), ANN);
        history.forget(CommentId.of("c1"));
        assertThat(count("byline_said WHERE email = 'ann@news.example'")).isEqualTo(2);
        Sender ben = new Sender("ben@news.example", "192.0.2.2", "", "");
        history.claim(attempt("Ben", ben, "x", "t2", NOON.plus(Duration.ofDays(2))));
        assertThat(count("byline_said")).isEqualTo(3);
        Sender cid = new Sender("cid@news.example", "192.0.2.3", "", "");
        history.claim(
                attempt("Cid", cid, "x", "t3", NOON.plus(Duration.ofDays(2)).plusNanos(1)));
        assertThat(count("byline_said WHERE email = 'ann@news.example'"))
                .as("the stored comment stays")
                .isOne();
    }

    @Test
    void aClaimThatIsNeverStoredAndAUsedTokenGoInTheEnd() {
        history.claim(attempt("Ann", ANN, STORY, "t1", NOON));
        assertThat(history.check(attempt("Ann", ANN, STORY, "t1", NOON)).duplicate())
                .isTrue();
        Instant later = NOON.plus(Duration.ofDays(3));
        history.claim(attempt("Ann", ANN, "x", "t2", later));
        assertThat(history.check(attempt("Ann", ANN, STORY, "t1", later)))
                .isEqualTo(new Found(false, false, RULES.floods(), true));
        history.claim(attempt("Ann", ANN, "y", "t3", NOON.plus(Duration.ofDays(31))));
        assertThat(count("byline_token WHERE token = 't1'")).isZero();
        assertThat(count("byline_said")).isOne();
    }

    @Test
    void aCommentRememberedWithoutItsSenderHoldsNothingOfThem() {
        Comment comment = comment("c1", "Ann", STORY, NOON);
        history.remember(comment, ANN);
        history.remember(comment, new Sender("", "", "", ""));
        assertThat(count("byline_said WHERE email <> '' OR ip <> '' OR network <> '' OR person <> ''"))
                .isZero();
        assertThat(history.standing("Ann", ANN).approved()).isZero();
    }

    /** As a container has it: one connection while a transaction is open. */
    private final class Host implements Consumer<Runnable> {
        private final AtomicReference<@Nullable Connection> open = new AtomicReference<>();
        private boolean fails;
        private int isolation = Connection.TRANSACTION_READ_COMMITTED;

        @Override
        public void accept(Runnable work) {
            if (open.get() != null) {
                work.run();
                return;
            }
            try (Connection connection = tables.getConnection()) {
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(false);
                open.set(connection);
                boolean worked = false;
                try {
                    work.run();
                    worked = true;
                } finally {
                    if (worked && !fails) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    open.set(null);
                    connection.setAutoCommit(true);
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        DataSource source() {
            return Watched.joined(() -> Objects.requireNonNull(open.get(), "no transaction is open"));
        }
    }

    @Test
    void withinATransactionOfTheHostAllIsThereOrNothing() {
        Host host = new Host();
        CommentHistory joined = new JdbcCommentHistory(host.source(), email -> false, host);
        Runnable sending = () -> {
            assertThat(joined.claim(attempt("Ann", ANN, STORY, "t1", NOON)).clear())
                    .isTrue();
            joined.remember(comment("c1", "Ann", STORY, NOON), ANN);
        };
        host.fails = true;
        host.accept(sending);
        assertThat(count("byline_said") + count("byline_token")).isZero();
        host.fails = false;
        host.accept(sending);
        assertThat(history.check(attempt("Ann", ANN, STORY, "", NOON)).duplicate())
                .isTrue();
        assertThat(joined.standing("Ann", ANN).approved()).isOne();
        joined.forget(CommentId.of("c1"));
        assertThat(joined.check(attempt("Ann", ANN, STORY, "", NOON)).duplicate())
                .isFalse();
    }

    @Test
    void aClaimOnASnapshotIsRefused() {
        Host host = new Host();
        CommentHistory joined = new JdbcCommentHistory(host.source(), email -> false, host);
        host.isolation = Connection.TRANSACTION_REPEATABLE_READ;
        assertThatThrownBy(() -> joined.claim(attempt("Ann", ANN, STORY, "", NOON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("READ COMMITTED");
        assertThat(count("byline_said")).isZero();
    }

    @Test
    void tablesThatWereNotMadeByTheirScriptAreRefused() throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM byline_claim");
        }
        assertThatThrownBy(() -> new JdbcCommentHistory(tables, email -> false))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("byline_claim");
    }
}
