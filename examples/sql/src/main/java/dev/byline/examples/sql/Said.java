package dev.byline.examples.sql;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentPrivacy;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a comment or an attempt is found under: the columns of {@code byline_said}.
 *
 * @param place a digest of article, parent, name and words
 * @param claim a digest of the place and the email
 * @param person a digest of whom it speaks for; empty for a visitor without name or email
 * @param state where it stands
 * @param member the id of the member, or empty
 * @param email a visitor's email or that of a member's account, or empty
 * @param ip the address, or empty
 * @param network the network that it is in, or empty
 * @param sketch what is compared to find nearly the same words
 * @param sent when
 */
record Said(
        String place,
        String claim,
        String person,
        CommentState state,
        String member,
        String email,
        String ip,
        String network,
        String sketch,
        BigDecimal sent) {
    private static final int LONGEST = 254;

    static Said of(Attempt attempt) {
        return of(
                attempt.article(),
                attempt.parent(),
                attempt.name(),
                attempt.sender(),
                attempt.fingerprint(),
                attempt.sketch(),
                attempt.state(),
                attempt.at());
    }

    static Said of(Comment comment, Sender sender) {
        return of(
                comment.article(),
                comment.parent(),
                comment.name(),
                sender,
                CommentText.fingerprint(comment.text()),
                CommentText.sketch(comment.text()),
                comment.state(),
                comment.at());
    }

    private static Said of(
            ArticleId article,
            @Nullable CommentId parent,
            String name,
            Sender sender,
            String fingerprint,
            String sketch,
            CommentState state,
            Instant at) {
        String bare = bare(name);
        String email = folded(sender.email());
        String place = digest(article.value(), parent == null ? "" : parent.value(), bare, fingerprint);
        return new Said(
                place,
                digest(place, email),
                person(bare, email, sender.member()),
                state,
                key(sender.member()),
                key(email),
                key(sender.ip()),
                key(network(sender.ip())),
                sketch,
                Stored.instant(at));
    }

    /** Whom somebody's comments speak for, as in {@link #person}. */
    static String person(String name, Sender sender) {
        return person(bare(name), folded(sender.email()), sender.member());
    }

    private static String person(String bare, String email, String member) {
        if (!member.isEmpty()) {
            return digest("member", member);
        }
        return bare.isEmpty() || email.isEmpty() ? "" : digest("visitor", bare, email);
    }

    boolean isByMember() {
        return !member.isEmpty();
    }

    /** An email as it is compared. */
    static String email(String email) {
        return key(folded(email));
    }

    /** A text as it stands in a column: itself, or a digest where a column can't hold it, whoever may have typed it. */
    static String key(String text) {
        boolean holdable = text.length() <= LONGEST && text.indexOf('\u0000') < 0 && Stored.halfPair(text, 0) < 0;
        return holdable ? text : digest(text);
    }

    static String key(@Nullable CommentId id) {
        return id == null ? "" : key(id.value());
    }

    private static String network(String ip) {
        String network = CommentPrivacy.network(ip, 24, 48);
        return network.isEmpty() ? ip : network;
    }

    /** A name without accents, which a returning reader types now and then. */
    private static String bare(String name) {
        // Marks first, since putting many of them in order would take quadratic time.
        return folded(unmarked(Normalizer.normalize(unmarked(name), Normalizer.Form.NFD)));
    }

    private static String unmarked(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isMark(c)).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String digest(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Said[" + state + " at " + sent + "]";
    }
}
