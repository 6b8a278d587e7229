package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules.Flood;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * What a review asks of earlier comments, in a database: H2 from 2.3.230 on, or PostgreSQL.
 *
 * <p>Whoever claims waits for those who claim, on any number of machines. A claim that no comment has taken the place of
 * and the traces of a deleted comment go with the first claim two days later, a used token after thirty days. What is
 * personal goes earlier where the host {@linkplain #remember remembers} a comment again without it, as {@link
 * dev.byline.comment.CommentPrivacy#kept} has it.
 */
public final class JdbcCommentHistory implements CommentHistory {
    /** In seconds; longer than any flood limit. */
    private static final BigDecimal CLAIMS_KEPT =
            BigDecimal.valueOf(Duration.ofDays(2).toSeconds());

    /** In seconds; longer than any form is open. */
    private static final BigDecimal TOKENS_KEPT =
            BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

    private final Database database;
    private final Predicate<String> membersEmails;

    /**
     * The history in the tables of a database, which {@link CommentTables#create} makes; each claim is a transaction of
     * its own.
     *
     * @param membersEmails whether an email belongs to a member's account; asked with every visitor's. That of a member
     *     who has commented is known besides
     */
    public JdbcCommentHistory(DataSource source, Predicate<String> membersEmails) {
        this(new Database(source), membersEmails);
    }

    /**
     * The same within the transactions of the host, so that a review's claim and the comment are stored together or not
     * at all.
     *
     * @param source whose connections are those of the open transaction, and which are neither committed nor rolled back
     *     here: in Spring a {@code TransactionAwareDataSourceProxy}, else a container's
     * @param transactions runs something within the transaction that is open, or one that it opens, at READ COMMITTED: in
     *     Spring {@code work -> template.executeWithoutResult(status -> work.run())}
     */
    public JdbcCommentHistory(DataSource source, Predicate<String> membersEmails, Consumer<Runnable> transactions) {
        this(new Database(source, Objects.requireNonNull(transactions, "transactions")), membersEmails);
    }

    private JdbcCommentHistory(Database database, Predicate<String> membersEmails) {
        this.database = database;
        this.membersEmails = Objects.requireNonNull(membersEmails, "membersEmails");
        if (database.read(CommentQueries.isClaimable(), row -> row.getInt(1)).isEmpty()) {
            throw new ContentException("byline_claim has no row, so that its table was not made by its script");
        }
    }

    @Override
    public Standing standing(String name, Sender sender) {
        String email = sender.member().isEmpty() ? sender.email() : "";
        // Before a connection is taken: the host may take one for its answer.
        boolean told = !email.isEmpty() && membersEmails.test(email);
        String person = Said.person(name, sender);
        return database.read(connection -> {
            boolean members =
                    told || (!email.isEmpty() && isThere(connection, CommentQueries.isAccounts(Said.email(email))));
            Map<CommentState, Integer> counts = new EnumMap<>(CommentState.class);
            if (!person.isEmpty()) {
                Database.read(
                        connection,
                        CommentQueries.standing(person),
                        row -> counts.put(CommentState.valueOf(row.getString(1)), row.getInt(2)));
            }
            int refused = counts.getOrDefault(CommentState.SPAM, 0) + counts.getOrDefault(CommentState.TRASH, 0);
            return new Standing(
                    counts.getOrDefault(CommentState.APPROVED, 0),
                    Math.min(refused, CommentQueries.MOST_COUNTED),
                    members);
        });
    }

    @Override
    public Found check(Attempt attempt) {
        return database.read(connection -> check(connection, attempt, Said.of(attempt)));
    }

    @Override
    public Found claim(Attempt attempt) {
        Said said = Said.of(attempt);
        return database.change(connection -> {
            if (connection.getTransactionIsolation() > Connection.TRANSACTION_READ_COMMITTED) {
                throw new IllegalStateException(
                        "a claim within a transaction above READ COMMITTED would not see what was claimed before it");
            }
            Database.read(connection, CommentQueries.turn(), row -> row.getInt(1));
            Found found = check(connection, attempt, said);
            if (found.clear()) {
                Database.write(connection, CommentQueries.claim(said, Said.key(attempt.edited())));
                if (!attempt.token().isEmpty()) {
                    Database.write(connection, CommentQueries.use(attempt.token(), said));
                }
                Database.write(
                        connection, CommentQueries.pruneClaims(said.sent().subtract(CLAIMS_KEPT)));
                Database.write(
                        connection, CommentQueries.pruneTokens(said.sent().subtract(TOKENS_KEPT)));
            }
            return found;
        });
    }

    @Override
    public void remember(Comment comment, Sender sender) {
        Said said = Said.of(comment, sender);
        String id = Said.key(comment.id());
        database.change(connection -> {
            boolean stored = Database.write(connection, CommentQueries.update(said, id)) > 0;
            List<Long> claims =
                    Database.read(connection, CommentQueries.claimOf(said, id, stored), row -> row.getLong(1));
            if (claims.isEmpty()) {
                return stored ? 0 : Database.write(connection, CommentQueries.insert(said, id));
            }
            return Database.write(
                    connection,
                    stored ? CommentQueries.delete(claims.get(0)) : CommentQueries.store(said, id, claims.get(0)));
        });
    }

    @Override
    public void forget(CommentId comment) {
        database.change(connection -> Database.write(connection, CommentQueries.forget(Said.key(comment))));
    }

    private static Found check(Connection connection, Attempt attempt, Said said) throws SQLException {
        String edited = Said.key(attempt.edited());
        boolean duplicate = attempt.rules().refuseDuplicates()
                && isThere(connection, CommentQueries.duplicate(said, edited, attempt.rules()));
        boolean used = !attempt.token().isEmpty() && isThere(connection, CommentQueries.isUsed(attempt.token()));
        return new Found(duplicate, isNear(connection, attempt, said, edited), floods(connection, attempt, said), used);
    }

    private static boolean isNear(Connection connection, Attempt attempt, Said said, String edited)
            throws SQLException {
        int percent = attempt.rules().nearPercent();
        if (percent == 0 || attempt.sketch().isEmpty()) {
            return false;
        }
        for (CommentQueries.Key key : CommentQueries.sender(said)) {
            boolean near = Database.read(connection, CommentQueries.latest(key), row -> {
                        boolean own = !edited.isEmpty()
                                && (edited.equals(row.getString(2)) || edited.equals(row.getString(3)));
                        return !own && CommentText.resemblance(row.getString(1), attempt.sketch()) * 100 >= percent;
                    })
                    .contains(true);
            if (near) {
                return true;
            }
        }
        return false;
    }

    private static List<Flood> floods(Connection connection, Attempt attempt, Said said) throws SQLException {
        List<Flood> reached = new ArrayList<>();
        for (Flood flood : attempt.rules().floods()) {
            if (isReached(connection, flood, said)) {
                reached.add(flood);
            }
        }
        return reached;
    }

    private static boolean isReached(Connection connection, Flood flood, Said said) throws SQLException {
        List<CommentQueries.Key> keys =
                flood.by() == Flood.By.SENDER ? CommentQueries.sender(said) : CommentQueries.network(said);
        for (CommentQueries.Key key : keys) {
            int sent = Database.read(connection, CommentQueries.flood(key, said, flood), row -> row.getInt(1))
                    .get(0);
            if (sent >= flood.comments()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Connection connection, Sql question) throws SQLException {
        return !Database.read(connection, question, row -> true).isEmpty();
    }
}
