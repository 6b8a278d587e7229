package dev.byline.ranking.audience;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as far as counting needs to know. Personal data: in no {@code toString}; a store keeps nothing of it
 * but hashes under random keys, as long as their slots last.
 *
 * @param source the network of the address, 256 addresses of IPv4 ({@code 192.0.2.0/24}) or what one site is given of IPv6
 *     ({@code 2001:db8:7::/48}); empty if it is not known
 * @param visitor what tells one visitor there from another, for example a session id of the host's own; empty if that is not known
 */
public record Origin(String source, String visitor) {
    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "");

    private static final int LONGEST = 100;
    private static final int KEY_BYTES = 16;
    private static final int GROUPS = 8;

    /** Checks that nothing is missing. */
    public Origin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(visitor, "visitor");
    }

    /**
     * From this address, of which the network is left; visitors are told apart by a hash of address and agent.
     *
     * @param address IPv4 or IPv6, also in brackets, with a port or a zone; anything else is no source, but tells visitors apart.
     *     Nothing is looked up. Of a request that came through a proxy, what a proxy that the host trusts says of it
     * @param agent the {@code User-Agent} header, or null
     */
    public static Origin of(String address, @Nullable String agent) {
        Objects.requireNonNull(address, "address");
        if (address.isEmpty() && agent == null) {
            return UNKNOWN;
        }
        MessageDigest hash = sha256();
        hash.update(address.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        byte[] digest = hash.digest((agent == null ? "" : agent).getBytes(StandardCharsets.UTF_8));
        return new Origin(source(address), HexFormat.of().formatHex(digest, 0, KEY_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The same with visitors told apart by this, for example a session id; never by what a page says of itself. */
    public Origin visitor(String visitor) {
        return new Origin(source, visitor);
    }

    /** The network of an address, as {@link #source()} says; empty if it is no address. */
    public static String source(String address) {
        if (address.length() > LONGEST) {
            return "";
        }
        int from = 0;
        int to = address.length();
        if (address.startsWith("[")) {
            from = 1;
            to = address.indexOf(']');
        } else if (address.indexOf(':') == address.lastIndexOf(':') && address.indexOf(':') > 0) {
            to = address.indexOf(':');
        }
        int zone = address.indexOf('%');
        to = zone > 0 && zone < to ? zone : to;
        if (to <= from) {
            return "";
        }
        String bare = address.substring(from, to);
        return bare.indexOf(':') < 0 ? ofFour(four(bare, 0)) : ofSix(bare);
    }

    private static String ofFour(long four) {
        return four < 0 ? "" : (four >>> 24) + "." + (four >>> 16 & 0xFF) + "." + (four >>> 8 & 0xFF) + ".0/24";
    }

    /** Four numbers in one from a place on, or -1. */
    private static long four(String text, int from) {
        long all = 0;
        int numbers = 0;
        int digits = 0;
        int number = 0;
        for (int i = from; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                digits++;
                if (digits > 3) {
                    return -1;
                }
            } else if (c == '.' && digits > 0 && number <= 0xFF) {
                all = all << 8 | number;
                numbers++;
                digits = 0;
                number = 0;
            } else {
                return -1;
            }
        }
        return numbers == 4 ? all : -1;
    }

    private static String ofSix(String text) {
        int[] groups = new int[GROUPS];
        int size = 0;
        // Where "::" stands, and how many groups come before it.
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            end = end < 0 ? text.length() : end;
            if (text.indexOf('.', at) >= 0 && end == text.length()) {
                long four = four(text, at);
                if (four < 0 || size > GROUPS - 2) {
                    return "";
                }
                groups[size++] = (int) (four >>> 16);
                groups[size++] = (int) (four & 0xFFFF);
                at = end;
            } else {
                int group = group(text, at, end);
                if (group < 0 || size == GROUPS) {
                    return "";
                }
                groups[size++] = group;
                at = end + 1;
                if (end == text.length() - 1) {
                    return "";
                }
                if (at < text.length() && text.charAt(at) == ':') {
                    if (gap >= 0) {
                        return "";
                    }
                    gap = size;
                    at++;
                }
            }
        }
        if (gap < 0 ? size < GROUPS : size == GROUPS) {
            return "";
        }
        if (gap >= 0) {
            int behind = size - gap;
            for (int i = 1; i <= behind; i++) {
                groups[GROUPS - i] = groups[size - i];
                if (size - i < GROUPS - behind) {
                    groups[size - i] = 0;
                }
            }
        }
        return network(groups);
    }

    private static String network(int[] groups) {
        long four = (long) groups[6] << 16 | groups[7];
        int last = groups[5];
        boolean isZero = (groups[0] | groups[1] | groups[2] | groups[3] | groups[4]) == 0;
        boolean isMapped = isZero && last == 0xFFFF;
        // What a translator makes of IPv4 (RFC 6052).
        boolean isTranslated =
                groups[0] == 0x64 && groups[1] == 0xFF9B && (groups[2] | groups[3] | groups[4] | last) == 0;
        if (isMapped || isTranslated) {
            return ofFour(four);
        }
        return Integer.toHexString(groups[0]) + ":" + Integer.toHexString(groups[1]) + ":"
                + Integer.toHexString(groups[2]) + "::/48";
    }

    private static int group(String text, int from, int to) {
        if (to - from < 1 || to - from > 4) {
            return -1;
        }
        int group = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            group = group << 4 | digit;
        }
        return group;
    }

    @Override
    public String toString() {
        return "Origin[" + (source.isEmpty() && visitor.isEmpty() ? "unknown" : "known") + "]";
    }
}
