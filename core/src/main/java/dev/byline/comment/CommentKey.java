package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of the host, by which {@link FormTokens} signs and {@link CommentPrivacy} hides; its bytes are in no JSON and
 * no {@code toString}.
 *
 * <p>One key may serve both, since each use is kept apart from every other. Thread-safe; equal are keys of one id and
 * the same bytes.
 */
@JsonIgnoreType
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class CommentKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_ID = 16;
    private static final int FEWEST_BYTES = 32;

    private final String id;
    private final byte[] secret;

    private CommentKey(String id, byte[] secret) {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(CommentKey::isPlain)) {
            throw new IllegalArgumentException("the id of a key has 1 to " + LONGEST_ID
                    + " ASCII letters, digits, hyphens or underscores, not \"" + id + "\"");
        }
        if (secret.length < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "key " + id + " has at least " + FEWEST_BYTES + " bytes, not " + secret.length);
        }
        this.id = id;
        this.secret = secret;
    }

    /**
     * The key with these bytes, which are copied.
     *
     * @param id names the key in what it signs, and tells nothing of it: 1 to 16 ASCII letters, digits, hyphens or
     *     underscores
     * @param secret at least 32 bytes, from a good source of randomness
     */
    public static CommentKey of(String id, byte[] secret) {
        return new CommentKey(id, secret.clone());
    }

    /** A new key, for a process that shares with no other what it signs, and forgets it when it ends. */
    public static CommentKey random(String id) {
        byte[] secret = new byte[FEWEST_BYTES];
        new SecureRandom().nextBytes(secret);
        return new CommentKey(id, secret);
    }

    /** What names the key; no secret. */
    public String id() {
        return id;
    }

    /** The HMAC-SHA-256, 32 bytes, over the purpose and the text; no two pairs of them are taken for one another. */
    byte[] sign(String purpose, CharSequence text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(units(purpose));
            mac.update(new byte[2]);
            return mac.doFinal(units(text));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java has " + ALGORITHM, e);
        }
    }

    /** The first digits of {@link #sign}, at most 64. */
    String sign(String purpose, CharSequence text, int digits) {
        return HexFormat.of().formatHex(sign(purpose, text)).substring(0, digits);
    }

    /** Two bytes for each char: UTF-8 would make one of all halves of surrogate pairs. */
    private static byte[] units(CharSequence text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommentKey key && id.equals(key.id) && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "CommentKey[" + id + "]";
    }
}
