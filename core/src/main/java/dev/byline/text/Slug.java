package dev.byline.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes the readable part of an address.
 *
 * <p>A slug holds letters and digits of any script, in lower case and composed (NFC), and single hyphens between them:
 * "إيران" stays, "Straße" becomes {@code straße}. Apostrophes, the tatweel and characters without a width go without a
 * trace, the joiners inside Persian words included, as readers type such words without them; so do bidirectional
 * controls, unassigned and private characters. All else becomes a hyphen. So a slug holds no dot, slash or space.
 *
 * <p>It takes at most {@value #MOST_BYTES} bytes in an address, percent-encoded: 200 Latin letters, 33 Arabic or Cyrillic
 * ones, 22 Chinese, as in WordPress. What is longer is cut at a hyphen if there is one in the second half, else between
 * two characters, never inside one.
 */
public final class Slug {
    /** The most bytes of a slug in an address, percent-encoded. */
    public static final int MOST_BYTES = 200;

    /** The slug of a text without a letter or digit. */
    public static final String FALLBACK = "untitled";

    private static final int MOST_CHARACTERS_READ = 4096;
    private static final int MOST_NUMBER = 1_000_000;

    private Slug() {}

    /**
     * The slug of a headline or name in plain text; {@link #FALLBACK} where it holds no letter or digit. Applying it
     * twice equals once. Reads the first 4,096 characters.
     */
    public static String of(String text) {
        String slug = make(text);
        return slug.isEmpty() ? FALLBACK : slug;
    }

    /**
     * The slug of a text that is transliterated first.
     *
     * @param transliterator for example ICU's {@code Transliterator.getInstance("Any-Latin; Latin-ASCII")::transliterate};
     *     where it leaves no letter or digit, the text's own are used
     */
    public static String of(String text, UnaryOperator<String> transliterator) {
        String slug = make(transliterator.apply(head(text)));
        return slug.isEmpty() ? of(text) : slug;
    }

    /**
     * The slug of a text, followed by {@code -2}, {@code -3} and so on where it is taken.
     *
     * @param taken whether another has this slug; asked once for each number up to the first free one
     * @throws IllegalStateException if a million of them are taken
     */
    public static String unique(String text, Predicate<String> taken) {
        String slug = of(text);
        String candidate = slug;
        for (int n = 2; taken.test(candidate); n++) {
            if (n > MOST_NUMBER) {
                throw new IllegalStateException("a million slugs like \"" + slug + "\" are taken");
            }
            String suffix = "-" + n;
            candidate = cut(slug, MOST_BYTES - suffix.length()) + suffix;
        }
        return candidate;
    }

    /**
     * A slug, or any other single segment of a path, percent-encoded for an address: all but the unreserved characters
     * of RFC 3986, in UTF-8.
     */
    public static String encoded(String slug) {
        StringBuilder out = new StringBuilder(slug.length() + 16);
        int size;
        for (int i = 0; i < slug.length(); i += size) {
            int point = slug.codePointAt(i);
            size = Character.charCount(point);
            if (isAsciiLetterOrDigit(point) || point == '-' || point == '.' || point == '_' || point == '~') {
                out.appendCodePoint(point);
            } else {
                boolean half = size == 1 && Character.isSurrogate((char) point);
                SafeUrl.appendEncoded(out, half ? 0xFFFD : point);
            }
        }
        return out.toString();
    }

    private static String make(String text) {
        String composed = Normalizer.normalize(head(text), Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean gap = false;
        int size;
        for (int i = 0; i < composed.length(); i += size) {
            int point = composed.codePointAt(i);
            size = Character.charCount(point);
            boolean mark = isMark(point);
            if (Character.isLetterOrDigit(point) || isOtherNumber(point) || mark) {
                if (isIgnored(point)) {
                    continue;
                }
                // A mark without a letter before it has nothing to stand on.
                if (mark && (gap || out.isEmpty())) {
                    continue;
                }
                if (gap && !out.isEmpty()) {
                    out.append('-');
                }
                gap = false;
                // The dot of a lower-cased İ would be left as a mark of its own.
                out.appendCodePoint(point == 0x130 ? 'i' : point);
            } else if (!vanishes(point)) {
                gap = true;
            }
        }
        String lower = out.toString().toLowerCase(Locale.ROOT);
        return cut(Normalizer.normalize(lower, Normalizer.Form.NFC), MOST_BYTES);
    }

    private static String head(String text) {
        if (text.length() <= MOST_CHARACTERS_READ) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS_READ - 1));
        return text.substring(0, splits ? MOST_CHARACTERS_READ - 1 : MOST_CHARACTERS_READ);
    }

    /** The longest part of a slug that takes so many bytes in an address, cut where a reader would. */
    private static String cut(String slug, int bytes) {
        int used = 0;
        int before = 0;
        int characterEnd = 0;
        int hyphen = -1;
        int i = 0;
        while (i < slug.length()) {
            int point = slug.codePointAt(i);
            if (i > 0 && !Words.joins(before, point)) {
                characterEnd = i;
            }
            int size = encodedLength(point);
            if (used + size > bytes) {
                break;
            }
            if (point == '-' && used >= bytes / 2) {
                hyphen = i;
            }
            used += size;
            before = point;
            i += Character.charCount(point);
        }
        if (i == slug.length()) {
            return slug;
        }
        if (slug.charAt(i) != '-') {
            i = hyphen > 0 ? hyphen : characterEnd > 0 ? characterEnd : i;
        }
        return slug.substring(0, slug.charAt(i - 1) == '-' ? i - 1 : i);
    }

    private static int encodedLength(int point) {
        return point < 0x80 ? 1 : 3 * Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isAsciiLetterOrDigit(int point) {
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isOtherNumber(int point) {
        int type = Character.getType(point);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }

    /** Letters and marks that say nothing in an address: apostrophes, the tatweel, what has no width. */
    private static boolean isIgnored(int point) {
        return switch (point) {
            case 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x640, 0x7FA, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 ->
                true;
            default ->
                (point >= 0x180B && point <= 0x180F)
                        || (point >= 0xFE00 && point <= 0xFE0F)
                        || (point >= 0xE0100 && point <= 0xE01EF);
        };
    }

    private static boolean vanishes(int point) {
        return switch (point) {
            case '\'', '`', 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x5F3, 0xFF07 -> true;
            default ->
                switch (Character.getType(point)) {
                    case Character.FORMAT,
                            Character.ENCLOSING_MARK,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
        };
    }
}
