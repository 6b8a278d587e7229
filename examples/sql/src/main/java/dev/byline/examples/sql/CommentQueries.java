package dev.byline.examples.sql;

import dev.byline.comment.CommentState;
import dev.byline.comment.SenderRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a history of comments asks of its tables and writes to them; docs/sql.md says why each has its form. */
final class CommentQueries {
    /** At which number a sender's comments are counted no further. */
    static final int MOST_COUNTED = 100;

    private static final int SKETCHES = 50;

    private static final String COLUMNS = "place, state, member, by_member, email, ip, network, sketch, sent";

    private CommentQueries() {}

    /** What a sender is known by: a condition on a value, and the columns of its index. */
    record Key(String condition, List<String> columns, String value) {
        private static Key of(String column, String value) {
            return new Key(column + " = ?", List.of(column), value);
        }

        private static Key email(String value, boolean member) {
            String by = member ? "TRUE" : "FALSE";
            return new Key("email = ? AND by_member = " + by, List.of("email", "by_member"), value);
        }

        @Override
        public String toString() {
            return "Key[" + condition + "]";
        }
    }

    /** A visitor is known by address and by no member's email, a member by account and any email. */
    static List<Key> sender(Said said) {
        List<Key> keys = said.isByMember()
                ? List.of(
                        Key.of("member", said.member()), Key.email(said.email(), false), Key.email(said.email(), true))
                : List.of(Key.of("ip", said.ip()), Key.email(said.email(), false));
        return keys.stream().filter(key -> !key.value().isEmpty()).toList();
    }

    static List<Key> network(Said said) {
        return said.network().isEmpty() ? List.of() : List.of(Key.of("network", said.network()));
    }

    /** Waits until nobody else claims. */
    static Sql turn() {
        return Sql.of("SELECT one FROM byline_claim WHERE one = 1 FOR UPDATE");
    }

    static Sql isClaimable() {
        return Sql.of("SELECT one FROM byline_claim WHERE one = 1");
    }

    /**
     * A row if the same was said in the same place.
     *
     * @param edited the comment that does not count, or empty
     */
    static Sql duplicate(Said said, String edited, SenderRules rules) {
        List<Sql> seeks = new ArrayList<>(2);
        if (said.email().isEmpty()) {
            seeks.add(Sql.of(""));
        } else {
            seeks.add(Sql.of("AND by_member = FALSE AND email = ?", said.email()));
            // A visitor who repeats a member must not learn which email is the member's.
            seeks.add(
                    said.isByMember()
                            ? Sql.of("AND by_member = TRUE AND email = ?", said.email())
                            : Sql.of("AND by_member = TRUE"));
        }
        for (int i = 0; i < seeks.size(); i++) {
            Sql seek = Sql.of("(SELECT number FROM byline_said WHERE place = ?", said.place());
            seek.add(seeks.get(i));
            if (rules.repeatSeconds() > 0) {
                within(seek, said, rules.repeatSeconds());
            }
            if (!edited.isEmpty()) {
                seek.add("AND (comment IS NULL OR comment <> ?)", edited);
            }
            seeks.set(i, seek.add("LIMIT 1)"));
        }
        return new Sql().join("UNION ALL", seeks);
    }

    /** The sketches of the latest that were said by a key, with the comments whose they are. */
    static Sql latest(Key key) {
        String order = String.join(" DESC, ", key.columns());
        return Sql.of("SELECT sketch, comment, edited FROM byline_said WHERE " + key.condition(), key.value())
                .add("ORDER BY " + order + " DESC, sent DESC, number DESC LIMIT " + SKETCHES);
    }

    /** How many were sent by a key within a time, counted up to the limit. */
    static Sql flood(Key key, Said said, SenderRules.Flood flood) {
        Sql sql = Sql.of("SELECT COUNT(*) FROM (SELECT number FROM byline_said WHERE " + key.condition(), key.value());
        return within(sql, said, flood.seconds())
                .add("AND edited = '' LIMIT ?", flood.comments())
                .add(") s");
    }

    private static Sql within(Sql sql, Said said, int seconds) {
        BigDecimal span = BigDecimal.valueOf(seconds);
        return sql.add(
                "AND sent > ? AND sent < ?",
                said.sent().subtract(span),
                said.sent().add(span));
    }

    static Sql isUsed(String token) {
        return Sql.of("SELECT token FROM byline_token WHERE token = ?", Said.key(token));
    }

    /** How many comments of a person are in each state that says something. */
    static Sql standing(String person) {
        List<Sql> states = new ArrayList<>(3);
        for (String state : List.of("APPROVED", "SPAM", "TRASH")) {
            String of = "(SELECT state FROM byline_said WHERE person = ? AND state = '" + state + "'";
            states.add(Sql.of(of, person).add("LIMIT " + MOST_COUNTED + ")"));
        }
        return Sql.of("SELECT state, COUNT(*) FROM (").join("UNION ALL", states).add(") s GROUP BY state");
    }

    /** A row if a member with this email has commented. */
    static Sql isAccounts(String email) {
        return Sql.of(
                "SELECT number FROM byline_said WHERE email = ? AND by_member = TRUE AND comment IS NOT NULL LIMIT 1",
                email);
    }

    /** Reserves what nobody has stored yet. */
    static Sql claim(Said said, String edited) {
        return insert("claim, edited", List.of(said.claim(), edited), said);
    }

    static Sql use(String token, Said said) {
        return Sql.of("INSERT INTO byline_token (token, used) VALUES (?, ?)", Said.key(token), said.sent());
    }

    /** Takes away what was claimed, and never stored, or deleted before an instant. */
    static Sql pruneClaims(BigDecimal before) {
        return Sql.of("DELETE FROM byline_said WHERE comment IS NULL AND sent < ?", before);
    }

    static Sql pruneTokens(BigDecimal before) {
        return Sql.of("DELETE FROM byline_token WHERE used < ?", before);
    }

    /** A claim that a comment may be stored in the place of; not one that another comment is taking. */
    static Sql claimOf(Said said, String comment, boolean stored) {
        return Sql.of("SELECT number FROM byline_said WHERE claim = ?", said.claim())
                .add(stored ? "AND edited = ?" : "AND edited IN ('', ?)", comment)
                .add("LIMIT 1 FOR UPDATE SKIP LOCKED");
    }

    static Sql insert(Said said, String comment) {
        return insert("comment, person", List.of(comment, said.person()), said);
    }

    private static Sql insert(String columns, List<String> own, Said said) {
        List<Object> values = new ArrayList<>(own);
        values.addAll(values(said));
        String marks = "?" + ", ?".repeat(values.size() - 1);
        return Sql.of(
                "INSERT INTO byline_said (" + columns + ", " + COLUMNS + ") VALUES (" + marks + ")", values.toArray());
    }

    /** Changes a stored comment. */
    static Sql update(Said said, String comment) {
        return set("person = ?", List.of(said.person()), said).add("WHERE comment = ?", comment);
    }

    /** Stores a comment in the place of its claim. */
    static Sql store(Said said, String comment, long claim) {
        return set("comment = ?, claim = '', edited = '', person = ?", List.of(comment, said.person()), said)
                .add("WHERE number = ?", claim);
    }

    private static Sql set(String columns, List<String> own, Said said) {
        List<Object> values = new ArrayList<>(own);
        values.addAll(values(said));
        String more = COLUMNS.replace(",", " = ?,") + " = ?";
        return Sql.of("UPDATE byline_said SET " + columns + ", " + more, values.toArray());
    }

    // In the order of the columns; what is in the trash is neither a duplicate nor near.
    private static List<Object> values(Said said) {
        boolean trash = said.state() == CommentState.TRASH;
        return List.of(
                trash ? "" : said.place(),
                said.state().name(),
                said.member(),
                said.isByMember(),
                said.email(),
                said.ip(),
                said.network(),
                trash ? "" : Said.key(said.sketch()),
                said.sent());
    }

    static Sql delete(long claim) {
        return Sql.of("DELETE FROM byline_said WHERE number = ?", claim);
    }

    /** Leaves of a comment what floods count. */
    static Sql forget(String comment) {
        return Sql.of(
                "UPDATE byline_said SET comment = NULL, place = '', person = '', sketch = '' WHERE comment = ?",
                comment);
    }
}
