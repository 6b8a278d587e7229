package dev.byline.exchange;

import dev.byline.text.PlainText;
import dev.byline.text.Slug;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The slugs and names of WXR, brought into Byline's form. */
final class WxrSlugs {
    static final int LONGEST_KEY = 200;

    private WxrSlugs() {}

    /**
     * A stored slug with its letters instead of their percent codes; made anew if it holds what no slug can, and empty
     * where it is empty.
     */
    static String slug(String stored) {
        String decoded = decoded(stored.strip());
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c <= ' ' || "/\\?#".indexOf(c) >= 0 || Character.isISOControl(c) || c == 0xA0 || isHidden(c)) {
                return made(decoded);
            }
        }
        // "." and ".." are folders to whoever writes a file for each slug.
        return decoded.chars().allMatch(c -> c == '.') ? "" : decoded;
    }

    // What turns the direction of the text around it; the joiners are letters' own in Persian.
    private static boolean isHidden(char c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D;
    }

    /** The slug of a title or name in plain text; empty where it holds no letter or digit. */
    static String made(String plain) {
        String slug = Slug.of(plain);
        return slug.equals(Slug.FALLBACK) ? "" : slug;
    }

    /** A slug no longer than the key of a term may be. */
    static String key(String slug) {
        if (slug.length() <= LONGEST_KEY) {
            return slug;
        }
        int end = Character.isHighSurrogate(slug.charAt(LONGEST_KEY - 1)) ? LONGEST_KEY - 1 : LONGEST_KEY;
        return slug.substring(0, end);
    }

    /** The plain text of a title or name, in one line. */
    static String plain(String html) {
        return isPlain(html) ? html : PlainText.of(html).replace('\n', ' ');
    }

    /** A plain text in one line, without control characters. */
    static String oneLine(String plain) {
        StringBuilder line = new StringBuilder(plain.length());
        boolean blank = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean space = c <= ' ' || c == 0xA0 || Character.isISOControl(c);
            if (!space) {
                line.append(blank && !line.isEmpty() ? " " : "").append(c);
            }
            blank = space;
        }
        return line.toString();
    }

    // Most names are, and a look is cheaper than a reading of HTML.
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == ' ' ? before != ' ' : c > ' ' && c < 0x7F && c != '<' && c != '&' && c != '[';
            if (!plain) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String decoded(String slug) {
        if (slug.indexOf('%') < 0) {
            return slug;
        }
        byte[] bytes = slug.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                bytes[length++] = bytes[i];
            } else {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return made(slug);
        }
    }

    /** The way back: percent codes in lower case for all but unreserved ASCII, as WordPress stores them. */
    static String stored(String slug) {
        StringBuilder stored = new StringBuilder(slug.length());
        for (byte b : slug.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (b > ' ' && b < 0x7F && c != '%') {
                stored.append(c);
            } else {
                stored.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
            }
        }
        return stored.toString();
    }
}
