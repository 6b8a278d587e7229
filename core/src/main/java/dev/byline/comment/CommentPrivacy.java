package dev.byline.comment;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Keeps of those who comment no more than the rules say.
 *
 * <pre>{@code
 * var privacy = CommentPrivacy.with(PrivacyRules.strict(), key);
 * save(privacy.kept(new StoredComment(kept.toComment(id), kept.sender()), now));
 * }</pre>
 *
 * <p>The same call on what is stored, once a day, purges what has become too old. Nothing here changes what a host
 * stores: each call answers the new value. Thread-safe.
 */
public final class CommentPrivacy {
    private static final int IP_DIGITS = 16;
    private static final int SEED_DIGITS = 32;

    private final PrivacyRules rules;
    private final CommentKey key;

    private CommentPrivacy(PrivacyRules rules, CommentKey key) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.key = Objects.requireNonNull(key, "key");
    }

    /** Privacy by these rules. With another key, neither keyed IPs nor avatars are what they were. */
    public static CommentPrivacy with(PrivacyRules rules, CommentKey key) {
        return new CommentPrivacy(rules, key);
    }

    /**
     * What is to be stored of a comment at this instant (C-87, C-88): the IP as the rules say, and once the comment is
     * older than their days neither email, IP nor agent. A second time changes nothing.
     */
    public StoredComment kept(StoredComment stored, Instant now) {
        Sender sender = stored.sender();
        boolean old =
                rules.purgedBefore(now).map(stored.comment().at()::isBefore).orElse(false);
        return stored.from(
                old
                        ? new Sender("", "", "", sender.member())
                        : new Sender(sender.email(), kept(sender.ip()), sender.agent(), sender.member()));
    }

    /**
     * 16 hexadecimal digits by which an IP is known again (C-82), however it is written; empty where it is no address.
     *
     * <p>What such a call gave already is given back.
     */
    public String keyed(String ip) {
        return isKeyed(ip)
                ? ip
                : NetworkAddress.of(ip)
                        .map(address -> key.sign("ip", address.text(), IP_DIGITS))
                        .orElse("");
    }

    /**
     * 32 hexadecimal digits to draw an avatar from (C-83): the same for the same email, or for the same name where there
     * is no email, ignoring letter case and blanks around it.
     *
     * <p>Unlike a bare hash of the email, nobody without the key can find out whose it is, or whether two sites speak of
     * one person.
     */
    public String avatarSeed(String name, String email) {
        String address = folded(email);
        return address.isEmpty()
                ? key.sign("avatar-name", folded(name), SEED_DIGITS)
                : key.sign("avatar-email", address, SEED_DIGITS);
    }

    /**
     * The IP with its last bits set to zero as WordPress does it (C-81): an IPv4 address to its first 24 bits, an IPv6
     * address to its first 64; empty where it is no address. Nothing is looked up.
     */
    public static String anonymised(String ip) {
        return NetworkAddress.anonymised(ip);
    }

    /**
     * The network of an IP, for example {@code 192.0.2.0/24}; empty where it is no address.
     *
     * @param fourBits how many bits of an IPv4 address count, 0 to 32
     * @param sixBits how many of an IPv6 address, 0 to 128
     */
    public static String network(String ip, int fourBits, int sixBits) {
        return NetworkAddress.network(ip, fourBits, sixBits);
    }

    private String kept(String ip) {
        return switch (rules.ip()) {
            case WHOLE -> ip;
            case NETWORK -> isKeyed(ip) ? ip : NetworkAddress.anonymised(ip);
            case KEYED -> keyed(ip);
            case NONE -> "";
        };
    }

    /** Whether this is a keyed IP; no address looks like one. */
    private static boolean isKeyed(String ip) {
        return ip.length() == IP_DIGITS && ip.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "CommentPrivacy[" + rules + ", " + key + "]";
    }
}
