package dev.byline.comment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, read from its text alone and never looked up.
 *
 * <p>Brackets, a port and a zone, as proxies write them, are left out; an IPv4 address mapped into IPv6 is the IPv4
 * address. Linear, and bounded by the longest text that is looked at.
 */
final class NetworkAddress {
    private static final int LONGEST = 100;
    private static final int GROUPS = 8;

    private final byte[] bytes;

    private NetworkAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address in this text; absent where it is none. */
    static Optional<NetworkAddress> of(@Nullable String text) {
        String address = CommentDraft.trimmed(text);
        if (address.isEmpty() || address.length() > LONGEST) {
            return Optional.empty();
        }
        if (address.charAt(0) == '[') {
            int end = address.indexOf(']');
            boolean fine = end > 0 && isPort(address, end + 1);
            return fine ? six(address.substring(1, end)) : Optional.empty();
        }
        int colon = address.indexOf(':');
        if (colon < 0 || colon == address.lastIndexOf(':')) {
            int end = colon < 0 ? address.length() : colon;
            byte[] four = new byte[4];
            return readFour(address, 0, end, four, 0) && isPort(address, end)
                    ? Optional.of(new NetworkAddress(four))
                    : Optional.empty();
        }
        return six(address);
    }

    /** The address with its last bits set to zero as WordPress does, those after /24 and /64; empty where it is none. */
    static String anonymised(@Nullable String text) {
        return of(text).map(address -> address.masked(24, 64).text()).orElse("");
    }

    /** The network of an address, for example {@code 192.0.2.0/24}; empty where it is none. */
    static String network(@Nullable String text, int fourBits, int sixBits) {
        if (fourBits < 0 || fourBits > 32 || sixBits < 0 || sixBits > 128) {
            throw new IllegalArgumentException(
                    "a network has 0 to 32 or 0 to 128 bits, not " + fourBits + " or " + sixBits);
        }
        return of(text).map(address ->
                        address.masked(fourBits, sixBits).text() + "/" + (address.isFour() ? fourBits : sixBits))
                .orElse("");
    }

    /** The address in its one usual form: lower case, the longest run of zeros left out (RFC 5952). */
    String text() {
        StringBuilder out = new StringBuilder(39);
        if (isFour()) {
            for (int i = 0; i < 4; i++) {
                out.append(i == 0 ? "" : ".").append(bytes[i] & 0xff);
            }
            return out.toString();
        }
        int from = 0;
        int zeros = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(end) == 0) {
                end++;
            }
            if (end - i > zeros) {
                from = i;
                zeros = end - i;
            }
        }
        for (int i = 0; i < GROUPS; i++) {
            if (zeros > 1 && i == from) {
                out.append("::");
                i += zeros - 1;
            } else {
                boolean first = out.length() == 0 || out.charAt(out.length() - 1) == ':';
                out.append(first ? "" : ":").append(Integer.toHexString(group(i)));
            }
        }
        return out.toString();
    }

    private boolean isFour() {
        return bytes.length == 4;
    }

    private int group(int index) {
        return (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
    }

    private NetworkAddress masked(int fourBits, int sixBits) {
        int bits = isFour() ? fourBits : sixBits;
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - 8 * i));
            masked[i] &= (byte) (0xff << (8 - kept));
        }
        return new NetworkAddress(masked);
    }

    private static Optional<NetworkAddress> six(String text) {
        int zone = text.indexOf('%');
        int end = zone < 0 ? text.length() : zone;
        byte[] bytes = new byte[2 * GROUPS];
        boolean fine = zone != text.length() - 1 || zone < 0;
        if (!fine || !readSix(text.substring(0, end), bytes)) {
            return Optional.empty();
        }
        boolean mapped = bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; i < 10; i++) {
            mapped &= bytes[i] == 0;
        }
        return Optional.of(new NetworkAddress(mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes));
    }

    /** Groups of up to four hexadecimal digits, once a double colon, and at the end perhaps an IPv4 address. */
    private static boolean readSix(String text, byte[] bytes) {
        int group = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != ':') {
                end++;
            }
            if (end == text.length() && text.indexOf('.', at) >= 0) {
                if (group > GROUPS - 2 || !readFour(text, at, end, bytes, 2 * group)) {
                    return false;
                }
                group += 2;
                break;
            }
            int value = hex(text, at, end);
            if (value < 0 || group == GROUPS) {
                return false;
            }
            bytes[2 * group] = (byte) (value >> 8);
            bytes[2 * group + 1] = (byte) value;
            group++;
            at = end + 1;
            if (end < text.length() && at == text.length()) {
                return false;
            }
            if (at < text.length() && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return false;
                }
                gap = group;
                at++;
            }
        }
        if (gap < 0) {
            return group == GROUPS;
        }
        int tail = 2 * (group - gap);
        System.arraycopy(bytes, 2 * gap, bytes, bytes.length - tail, tail);
        Arrays.fill(bytes, 2 * gap, bytes.length - tail, (byte) 0);
        return group < GROUPS;
    }

    /** Four numbers without leading zeros, which some systems read as octal. */
    private static boolean readFour(String text, int from, int to, byte[] bytes, int offset) {
        int at = from;
        for (int i = 0; i < 4; i++) {
            int start = at;
            int value = 0;
            while (at < to && at - start < 3 && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at) - '0';
                at++;
            }
            boolean zero = at - start > 1 && text.charAt(start) == '0';
            if (at == start || zero || value > 255 || (i < 3 && (at == to || text.charAt(at) != '.'))) {
                return false;
            }
            bytes[offset + i] = (byte) value;
            at += i < 3 ? 1 : 0;
        }
        return at == to;
    }

    private static int hex(String text, int from, int to) {
        if (to == from || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Whether nothing is left but perhaps a colon and a port. */
    private static boolean isPort(String text, int from) {
        int digits = text.length() - from - 1;
        return digits < 0
                || (text.charAt(from) == ':'
                        && digits >= 1
                        && digits <= 5
                        && text.chars().skip(from + 1L).allMatch(NetworkAddress::isDigit));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "NetworkAddress[IPv%d]", isFour() ? 4 : 6);
    }
}
