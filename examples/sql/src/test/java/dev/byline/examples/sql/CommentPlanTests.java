package dev.byline.examples.sql;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.comment.SenderRules.Flood;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** That each question of a review looks at few rows, however much was said, also by one sender and in one place. */
abstract class CommentPlanTests {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);
    private static final int MANY = 600;
    private static final Sender ANN = new Sender("ann@news.example", "192.0.2.1", "", "");
    private static final Sender MIA = new Sender("mia@news.example", "192.0.2.2", "", "m1");
    private static final SenderRules RULES = SenderRules.defaults();
    private static final CommentState[] STATES = CommentState.values();

    abstract PlanTests plans();

    /** Many who say one thing each; two who say much; one thing that many say in one place; claims, and used tokens. */
    static void fill(DataSource tables) {
        new Database(tables).change(connection -> {
            for (int i = 0; i < MANY; i++) {
                String email = "reader" + i + "@news.example";
                Sender reader = new Sender(email, "198.51.100." + i % 250, "", "");
                insert(connection, "reader" + i, said("a" + i, "Reader", reader, "text", i, CommentState.APPROVED));
                insert(connection, "ann" + i, said("a" + i, "Ann", ANN, "text " + i, i, STATES[i % STATES.length]));
                insert(connection, "mia" + i, said("a" + i, "Mia", MIA, "text " + i, i, STATES[i % STATES.length]));
                insert(connection, "first" + i, said("a1", "First", reader, "First!", i, CommentState.TRASH));
                insert(connection, "again" + i, said("a1", "First", reader, "First!", i, CommentState.APPROVED));
                Said claim = said("a" + i, "Ann", ANN, "claimed " + i, i, CommentState.HELD);
                Database.write(connection, CommentQueries.claim(claim, ""));
                Database.write(connection, CommentQueries.use("token" + i, claim));
            }
            return 0;
        });
    }

    private static void insert(Connection connection, String id, Said said) throws SQLException {
        Database.write(connection, CommentQueries.insert(said, id));
    }

    private static Said said(String article, String name, Sender sender, String text, int ago, CommentState state) {
        Comment comment = new Comment(
                CommentId.of("c"),
                ArticleId.of(article),
                null,
                Comment.Kind.COMMENT,
                state,
                name,
                "",
                text,
                NOW.minus(SPAN.multipliedBy(ago)));
        return Said.of(comment, sender);
    }

    private static Said now(String article, String name, Sender sender, String text) {
        return said(article, name, sender, text, 0, CommentState.HELD);
    }

    @Test
    void duplicates() {
        Sender stranger = new Sender("stranger@news.example", "203.0.113.1", "", "");
        Sender member = new Sender("else@news.example", "203.0.113.1", "", "m2");
        for (Sender sender : List.of(ANN, MIA, stranger, member, Sender.unknown())) {
            for (SenderRules rules : List.of(RULES, RULES.repeatSeconds(60))) {
                plans().looksAtNoMoreThan(6, CommentQueries.duplicate(now("a1", "First", sender, "First!"), "", rules));
            }
        }
        plans().looksAtNoMoreThan(
                        6, CommentQueries.duplicate(now("a7", "Ann", ANN, "text 7"), "ann7", RULES.repeatSeconds(60)));
    }

    @Test
    void nearness() {
        for (Said said : List.of(now("a", "Ann", ANN, "x"), now("a", "Mia", MIA, "x"))) {
            for (CommentQueries.Key key : CommentQueries.sender(said)) {
                plans().looksAtNoMoreThan(104, CommentQueries.latest(key));
            }
        }
    }

    @Test
    void floods() {
        Flood flood = new Flood(Flood.By.SENDER, 3, 86_400);
        for (Said said : List.of(now("a", "Ann", ANN, "x"), now("a", "Mia", MIA, "x"))) {
            for (CommentQueries.Key key : CommentQueries.sender(said)) {
                plans().looksAtNoMoreThan(12, CommentQueries.flood(key, said, flood));
            }
            plans().looksAtNoMoreThan(
                            12,
                            CommentQueries.flood(CommentQueries.network(said).get(0), said, flood));
        }
    }

    @Test
    void standings() {
        plans().looksAtNoMoreThan(2 * 310, CommentQueries.standing(Said.person("Mia", MIA)));
        plans().looksAtNoMoreThan(8, CommentQueries.standing(Said.person("Nobody", ANN)));
        plans().looksAtNoMoreThan(3, CommentQueries.isAccounts("mia@news.example"));
        plans().looksAtNoMoreThan(3, CommentQueries.isAccounts("ann@news.example"));
    }

    @Test
    void claims() {
        plans().looksAtNoMoreThan(4, CommentQueries.claimOf(now("a7", "Ann", ANN, "claimed 7"), "new", false));
        plans().looksAtNoMoreThan(4, CommentQueries.claimOf(now("a7", "Ann", ANN, "claimed 7"), "ann7", true));
        plans().looksAtNoMoreThan(3, CommentQueries.isUsed("token7"));
        plans().looksAtNoMoreThan(3, CommentQueries.isUsed("another"));
    }

    @Test
    void whatIsOldIsFoundByItsAge() {
        Said before = said("a", "", ANN, "", MANY + 1, CommentState.HELD);
        plans().looksAtNoMoreThan(4, CommentQueries.pruneClaims(before.sent()));
        plans().looksAtNoMoreThan(4, CommentQueries.pruneTokens(before.sent()));
    }
}
