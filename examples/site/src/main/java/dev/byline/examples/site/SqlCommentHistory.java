package dev.byline.examples.site;

import dev.byline.comment.*;
import dev.byline.comment.SenderRules.Flood;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a review asks of earlier comments, answered by SQL. Comments and claims are rows of one table; a claim is one without
 * a comment. Its contract test is Byline's own.
 */
@Component
record SqlCommentHistory(JdbcClient db, TransactionTemplate transaction) implements CommentHistory {
    /** What was deleted: found by nobody, but it was sent. */
    private static final String GONE = "GONE";

    private static final int SKETCHES = 20;

    @Override
    public Standing standing(String name, Sender sender) {
        boolean visitor = sender.member().isEmpty();
        String email = folded(sender.email());
        boolean members = visitor
                && !email.isEmpty()
                && (isThere("select 1 from said where email = ? and member <> '' and comment is not null", email)
                        || isThere("select 1 from member where lower(email) = ?", email));
        if (!visitor) {
            String own = "select count(*) from said where comment is not null and member = ? and state in ";
            return new Standing(
                    count(own + "('APPROVED')", sender.member()),
                    count(own + "('SPAM', 'TRASH')", sender.member()),
                    false);
        }
        if (name.isEmpty() || email.isEmpty()) {
            return new Standing(0, 0, members);
        }
        String own =
                "select count(*) from said where comment is not null and member = '' and email = ? and name = ? and state in ";
        return new Standing(
                count(own + "('APPROVED')", email, bare(name)),
                count(own + "('SPAM', 'TRASH')", email, bare(name)),
                members);
    }

    @Override
    public Found check(Attempt attempt) {
        return new Found(
                attempt.rules().refuseDuplicates() && isDuplicate(attempt),
                isNear(attempt),
                attempt.rules().floods().stream()
                        .filter(flood -> isReached(flood, attempt))
                        .toList(),
                isThere("select 1 from used_token where token = ?", attempt.token()));
    }

    /** One claim at a time: whoever waits for the row sees what the one before has claimed. */
    @Override
    public Found claim(Attempt attempt) {
        return transaction.execute(status -> {
            db.sql("select id from claim_lock for update").query(Integer.class).single();
            Found found = check(attempt);
            if (found.clear()) {
                String edited =
                        attempt.edited() == null ? null : attempt.edited().value();
                insert(new Row(
                        null,
                        edited,
                        attempt.article().value(),
                        attempt.parent(),
                        attempt.name(),
                        attempt.sender(),
                        attempt.fingerprint(),
                        attempt.sketch(),
                        attempt.state(),
                        attempt.at().toEpochMilli()));
                if (!attempt.token().isEmpty()) {
                    db.sql("insert into used_token (token, used) values (?, ?)")
                            .params(attempt.token(), attempt.at().toEpochMilli())
                            .update();
                }
            }
            return found;
        });
    }

    @Override
    public void remember(Comment comment, Sender sender) {
        Row row = new Row(
                comment.id().value(),
                null,
                comment.article().value(),
                comment.parent(),
                comment.name(),
                sender,
                CommentText.fingerprint(comment.text()),
                CommentText.sketch(comment.text()),
                comment.state(),
                comment.at().toEpochMilli());
        transaction.executeWithoutResult(status -> {
            String id = comment.id().value();
            boolean stored = isThere("select 1 from said where comment = ?", id);
            Optional<Long> claim = claimOf(row, id, stored);
            if (stored) {
                update(row, "comment = ?", id);
                claim.ifPresent(number -> db.sql("delete from said where number = ?")
                        .param(number)
                        .update());
            } else if (claim.isPresent()) {
                update(row, "number = ?", claim.get());
            } else {
                insert(row);
            }
        });
    }

    private Optional<Long> claimOf(Row row, String id, boolean stored) {
        String edits = stored ? "edited = ?" : "(edited is null or edited = ?)";
        return db.sql("select number from said where comment is null and state <> 'GONE' and article = ? and parent = ?"
                        + " and name = ? and email = ? and fingerprint = ? and " + edits
                        + " order by number fetch first 1 rows only")
                .params(
                        row.article(),
                        row.above(),
                        bare(row.name()),
                        folded(row.sender().email()),
                        row.fingerprint(),
                        id)
                .query(Long.class)
                .optional();
    }

    @Override
    public void forget(CommentId comment) {
        db.sql("update said set comment = null, state = ? where comment = ?")
                .params(GONE, comment.value())
                .update();
    }

    private boolean isDuplicate(Attempt attempt) {
        String email = folded(attempt.sender().email());
        String who = email.isEmpty()
                ? ""
                : attempt.sender().member().isEmpty() ? " and (email = :email or member <> '')" : " and email = :email";
        int seconds = attempt.rules().repeatSeconds();
        String when = seconds == 0 ? "" : " and sent > :from and sent < :to";
        return db.sql("select 1 from said where fingerprint = :fingerprint and article = :article and parent = :parent"
                        + " and name = :name and state not in ('TRASH', 'GONE') and (comment is null or comment <> :edited)"
                        + who + when + " fetch first 1 rows only")
                .param("fingerprint", attempt.fingerprint())
                .param("article", attempt.article().value())
                .param(
                        "parent",
                        attempt.parent() == null ? "" : attempt.parent().value())
                .param("name", bare(attempt.name()))
                .param("edited", edited(attempt))
                .param("email", email)
                .param("from", attempt.at().toEpochMilli() - seconds * 1000L)
                .param("to", attempt.at().toEpochMilli() + seconds * 1000L)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean isNear(Attempt attempt) {
        int percent = attempt.rules().nearPercent();
        if (percent == 0 || attempt.sketch().isEmpty()) {
            return false;
        }
        return asked(attempt.sender()).stream()
                .flatMap(key -> db
                        .sql("select sketch from said where sketch <> '' and state not in ('TRASH', 'GONE')"
                                + " and (comment is null or comment <> ?) and (edited is null or edited <> ?) and "
                                + key.condition() + " order by number desc fetch first " + SKETCHES + " rows only")
                        .params(edited(attempt), edited(attempt), key.value())
                        .query(String.class)
                        .list()
                        .stream())
                .anyMatch(sketch -> CommentText.resemblance(sketch, attempt.sketch()) * 100 >= percent);
    }

    private boolean isReached(Flood flood, Attempt attempt) {
        List<Key> keys = flood.by() == Flood.By.SENDER
                ? asked(attempt.sender())
                : List.of(new Key("network = ?", network(attempt.sender())));
        long at = attempt.at().toEpochMilli();
        return keys.stream()
                .filter(key -> !key.value().isEmpty())
                .anyMatch(key -> count(
                                "select count(*) from said where edited is null and " + key.condition()
                                        + " and sent > ? and sent < ?",
                                key.value(),
                                at - flood.seconds() * 1000L,
                                at + flood.seconds() * 1000L)
                        >= flood.comments());
    }

    /** What a sender is known by: a visitor by address and by no member's email, a member by account and email. */
    private static List<Key> asked(Sender sender) {
        List<Key> keys = new ArrayList<>(2);
        if (sender.member().isEmpty()) {
            keys.add(new Key("ip = ?", sender.ip()));
            keys.add(new Key("member = '' and email = ?", folded(sender.email())));
        } else {
            keys.add(new Key("member = ?", sender.member()));
            keys.add(new Key("email = ?", folded(sender.email())));
        }
        keys.removeIf(key -> key.value().isEmpty());
        return keys;
    }

    private record Key(String condition, String value) {}

    private record Row(
            @Nullable String comment,
            @Nullable String edited,
            String article,
            @Nullable CommentId parent,
            String name,
            Sender sender,
            String fingerprint,
            String sketch,
            CommentState state,
            long sent) {
        String above() {
            return parent == null ? "" : parent.value();
        }
    }

    private void insert(Row row) {
        db.sql("insert into said (comment, edited, article, parent, name, email, member, ip, network, fingerprint,"
                        + " sketch, state, sent) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(values(row))
                .update();
    }

    private void update(Row row, String which, Object key) {
        List<@Nullable Object> values = values(row);
        values.add(key);
        db.sql("update said set comment = ?, edited = ?, article = ?, parent = ?, name = ?, email = ?, member = ?,"
                        + " ip = ?, network = ?, fingerprint = ?, sketch = ?, state = ?, sent = ? where " + which)
                .params(values)
                .update();
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.comment());
        values.add(row.edited());
        values.add(row.article());
        values.add(row.above());
        values.add(bare(row.name()));
        values.add(folded(row.sender().email()));
        values.add(row.sender().member());
        values.add(row.sender().ip());
        values.add(network(row.sender()));
        values.add(row.fingerprint());
        values.add(row.sketch());
        values.add(row.state().name());
        values.add(row.sent());
        return values;
    }

    private boolean isThere(String sql, Object... values) {
        return db.sql(sql + " fetch first 1 rows only")
                .params(values)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private int count(String sql, Object... values) {
        return db.sql(sql).params(values).query(Integer.class).single();
    }

    private static String edited(Attempt attempt) {
        return attempt.edited() == null ? "" : attempt.edited().value();
    }

    private static String network(Sender sender) {
        String network = CommentPrivacy.network(sender.ip(), 24, 48);
        return network.isEmpty() ? sender.ip() : network;
    }

    /** A name without accents, which a returning reader types now and then. */
    private static String bare(String name) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return folded(letters.toString());
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
