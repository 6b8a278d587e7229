package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens that a page puts into its comment form, so that what comes back is known to have begun with this form,
 * on this article, so long ago.
 *
 * <p>A token is at most 88 letters, digits, hyphens, underscores and dots: safe in HTML and in an address. It holds a
 * version, the id of a key, the instant and 11 random bytes, and an HMAC-SHA-256 over all of these and the id of the
 * article. Nothing is stored: {@link Ages} judges the age, and {@link Valid#usedBy} gives what a history claims so that
 * it counts once.
 *
 * <pre>{@code
 * var tokens = FormTokens.with(List.of(newest, former), clock);
 * String token = tokens.issue(article.id());
 * FormTokens.Checked checked = tokens.check(sent, article.id());
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FormTokens {
    private static final String PURPOSE = "form-token";
    private static final String VERSION = "1";
    private static final int INSTANT_BYTES = 8;
    private static final int HEAD_BYTES = 19;
    private static final int MAC_BYTES = 32;
    private static final int LONGEST = 88;
    private static final int ID_DIGITS = 24;

    // 51 bytes are 68 characters without a bit to spare, so that no two texts stand for the same bytes.
    private static final int BODY = (HEAD_BYTES + MAC_BYTES) * 4 / 3;

    /** How much the clocks of a host's machines may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final List<CommentKey> keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** What is known of a token that came back. */
    public sealed interface Checked {}

    /**
     * One of the host's own tokens, made for this article.
     *
     * @param issuedAt when it was made
     * @param age how long ago that was; never below zero
     * @param id a digest of the token, 24 hexadecimal digits
     */
    @JsonPropertyOrder({"issuedAt", "age", "id"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Valid(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant issuedAt,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration age,
            String id)
            implements Checked {
        /** Checks that everything is there. */
        public Valid {
            Objects.requireNonNull(issuedAt, "issuedAt");
            Objects.requireNonNull(age, "age");
            Objects.requireNonNull(id, "id");
        }

        /**
         * What to claim so that the token counts once for each sender, 32 hexadecimal digits that don't tell whose.
         *
         * <p>A member is known by account, a visitor by email together with the IPv4 address or the /64 of the IPv6
         * address: many readers may send one form that a cache served, also from behind one address.
         */
        public String usedBy(Sender sender) {
            String member = sender.member();
            String visitor = NetworkAddress.network(sender.ip(), 32, 64)
                    + '\n'
                    + CommentDraft.trimmed(sender.email()).toLowerCase(Locale.ROOT);
            return digest(id + (member.isEmpty() ? "\nv\n" + visitor : "\nm\n" + member), 32);
        }
    }

    /**
     * No token that says anything.
     *
     * @param reason why; a token of another article is forged
     */
    public record Unusable(Reason reason) implements Checked {
        /** Checks that there is a reason. */
        public Unusable {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a token says nothing. */
    public enum Reason {
        /** There is none. */
        @JsonProperty("missing")
        MISSING,

        /** No key of the host made it, or not for this article. */
        @JsonProperty("forged")
        FORGED,

        /** A key of the host made it more than a minute from now. */
        @JsonProperty("future")
        FUTURE
    }

    /**
     * How old a form may be that comes back, both ends included; by default 3 seconds to 24 hours. Read from JSON, what
     * is missing is as by default.
     *
     * @param leastSeconds the fewest seconds; 0 or more
     * @param mostSeconds the most seconds; not fewer
     */
    @JsonPropertyOrder({"leastSeconds", "mostSeconds"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ages(int leastSeconds, int mostSeconds) {
        private static final Ages DEFAULTS = new Ages(3, 86_400);

        /** Checks the order. */
        public Ages {
            if (leastSeconds < 0 || mostSeconds < leastSeconds) {
                throw new IllegalArgumentException(
                        "a form can't be from " + leastSeconds + " to " + mostSeconds + " seconds old");
            }
        }

        /** From 3 seconds to 24 hours. */
        public static Ages defaults() {
            return DEFAULTS;
        }

        /** The ages in a JSON document. */
        @JsonCreator
        static Ages fromJson(
                @JsonProperty("leastSeconds") @Nullable Integer leastSeconds,
                @JsonProperty("mostSeconds") @Nullable Integer mostSeconds) {
            return new Ages(
                    leastSeconds == null ? DEFAULTS.leastSeconds : leastSeconds,
                    mostSeconds == null ? DEFAULTS.mostSeconds : mostSeconds);
        }

        /** The same, but at least so many seconds old. */
        public Ages leastSeconds(int seconds) {
            return new Ages(seconds, mostSeconds);
        }

        /** The same, but at most so many seconds old. */
        public Ages mostSeconds(int seconds) {
            return new Ages(leastSeconds, seconds);
        }

        /** C-90, C-92 and C-93: what is wrong with a form that came back with this token; empty where nothing is. */
        Optional<CommentViolation> against(Checked token) {
            if (token instanceof Unusable unusable) {
                boolean missing = unusable.reason() == Reason.MISSING;
                return Optional.of(
                        CommentViolation.of("C-90", missing ? "comment_form_missing" : "comment_form_invalid", ""));
            }
            Duration age = ((Valid) token).age();
            int seconds = (int) Math.min(age.toSeconds(), Integer.MAX_VALUE);
            if (age.compareTo(Duration.ofSeconds(leastSeconds)) < 0) {
                return Optional.of(CommentViolation.of("C-92", "comment_form_too_fast", "", leastSeconds, seconds));
            }
            return age.compareTo(Duration.ofSeconds(mostSeconds)) > 0
                    ? Optional.of(CommentViolation.of("C-93", "comment_form_expired", "", mostSeconds, seconds))
                    : Optional.empty();
        }
    }

    private FormTokens(List<CommentKey> keys, InstantSource clock) {
        this.keys = List.copyOf(keys);
        this.clock = Objects.requireNonNull(clock, "clock");
        if (this.keys.isEmpty()) {
            throw new IllegalArgumentException("tokens need at least one key");
        }
        if (this.keys.stream().map(CommentKey::id).distinct().count() < this.keys.size()) {
            throw new IllegalArgumentException("two keys have one id: " + this.keys);
        }
    }

    /**
     * Tokens by these keys, of which the first signs and every one checks.
     *
     * <p>To change keys, put the new one first and take the old one away once the last form that it signed is too old;
     * with several machines, first add the new one at the end everywhere.
     *
     * @param keys at least one, with different ids
     */
    public static FormTokens with(List<CommentKey> keys, InstantSource clock) {
        return new FormTokens(keys, clock);
    }

    /** A new token for a form on this article; each is another one. */
    public String issue(ArticleId article) {
        byte[] nonce = new byte[HEAD_BYTES - INSTANT_BYTES];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(clock.instant().toEpochMilli())
                .put(nonce)
                .array();
        CommentKey key = keys.get(0);
        byte[] body = Arrays.copyOf(head, HEAD_BYTES + MAC_BYTES);
        System.arraycopy(mac(key, head, article), 0, body, HEAD_BYTES, MAC_BYTES);
        return VERSION + '.' + key.id() + '.' + Base64.getUrlEncoder().encodeToString(body);
    }

    /**
     * What this text is, which came back with a form on this article; never throws, whatever it is.
     *
     * <p>What is no token costs the same as a token with a wrong signature, and what is too long for one is not read.
     */
    public Checked check(@Nullable String token, ArticleId article) {
        if (token == null || token.isEmpty()) {
            return new Unusable(Reason.MISSING);
        }
        Read read = read(token);
        // Evaluated for a text that is no token too, so that time tells nothing.
        boolean signed = MessageDigest.isEqual(mac(read.key, read.head, article), read.mac);
        if (!signed || !read.wellFormed) {
            return new Unusable(Reason.FORGED);
        }
        Instant issued = Instant.ofEpochMilli(ByteBuffer.wrap(read.head).getLong());
        Duration age = Duration.between(issued, clock.instant());
        return age.compareTo(SKEW.negated()) < 0
                ? new Unusable(Reason.FUTURE)
                : new Valid(issued, age.isNegative() ? Duration.ZERO : age, digest(token, ID_DIGITS));
    }

    /** The parts of a text; of one that is no token, parts that were never signed. */
    private static final class Read {
        private final boolean wellFormed;
        private final CommentKey key;
        private final byte[] head;
        private final byte[] mac;

        private Read(boolean wellFormed, CommentKey key, byte[] body) {
            this.wellFormed = wellFormed;
            this.key = key;
            this.head = Arrays.copyOf(body, HEAD_BYTES);
            this.mac = Arrays.copyOfRange(body, HEAD_BYTES, body.length);
        }
    }

    private Read read(String token) {
        int bodyAt = token.length() - BODY;
        boolean shaped = token.length() <= LONGEST
                && bodyAt > VERSION.length() + 2
                && token.startsWith(VERSION + '.')
                && token.charAt(bodyAt - 1) == '.'
                && token.chars().skip(bodyAt).allMatch(CommentKey::isPlain);
        CommentKey key = shaped ? key(token.substring(VERSION.length() + 1, bodyAt - 1)) : null;
        byte[] body = key == null
                ? new byte[HEAD_BYTES + MAC_BYTES]
                : Base64.getUrlDecoder().decode(token.substring(bodyAt));
        return new Read(key != null, key == null ? keys.get(0) : key, body);
    }

    private @Nullable CommentKey key(String id) {
        for (CommentKey key : keys) {
            if (key.id().equals(id)) {
                return key;
            }
        }
        return null;
    }

    private static byte[] mac(CommentKey key, byte[] head, ArticleId article) {
        String signed = VERSION + '.' + key.id() + '.' + HexFormat.of().formatHex(head) + '.' + article.value();
        return key.sign(PURPOSE, signed);
    }

    private static String digest(String text, int digits) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "FormTokens" + keys;
    }
}
