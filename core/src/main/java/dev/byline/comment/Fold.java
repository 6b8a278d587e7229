package dev.byline.comment;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a character in a view, the same wherever it stands: of one that nobody sees nothing, of others what is
 * left without compatibility form (NFKD), letter case, accent and stroke.
 *
 * <p>A character is worked out when it is first met and remembered.
 */
final class Fold {
    /** The letters themselves. */
    static final Fold PLAIN = new Fold(Fold::plain);

    /** The ASCII letters that they look like, upper and lower case told apart. */
    static final Fold LOOKS = new Fold(Fold::looks);

    /** The ASCII letters that they look like in either case; coarser, but indifferent to letter case. */
    static final Fold EITHER = new Fold(Fold::either);

    /** The kinds of folded characters; from {@link #LETTER} on they are parts of words. */
    static final byte SYMBOL = 0;

    static final byte BLANK = 1;
    static final byte APOSTROPHE = 2;
    static final byte UNDERSCORE = 3;
    /** A letter of a script whose marks are accents or may be left out. */
    static final byte LETTER = 4;
    /** A letter of another script, whose marks are vowels. */
    static final byte OTHER = 5;

    static final byte DIGIT = 6;
    static final byte MARK = 7;
    /** An ASCII letter that another was taken for. */
    static final byte DISGUISED = 8;
    /** A letter that a digit or sign was taken for. */
    static final byte LEET = 9;

    private static final int UNKNOWN = 0;
    private static final int NOTHING = -1;
    private static final int SEVERAL = -2;
    private static final int PAGE = 256;
    private static final int LAST = 0x20000;

    /** What stands for more than a short word stays itself; else a text could grow sixfold. */
    private static final int LONGEST = 4;

    private static final Set<UnicodeScript> ACCENTED = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.INHERITED,
            UnicodeScript.COMMON);

    private static final String APOSTROPHES = "`\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u055A\u05F3\u2018\u2019\u201B"
            + "\u1FEF\u1FFD\u2032\u2035\uA78C\uFF07\uFF40";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05BE\uFE58";
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u2033\u05F4\u00AB\u00BB";

    /** Pairs of an Arabic letter and the one that it is written for: alef, ya, kaf, heh and ta marbuta. */
    private static final String ARABIC = "\u0671\u0627\u0672\u0627\u0673\u0627\u0649\u064A\u06CC\u064A\u06CD\u064A"
            + "\u06D0\u064A\u06D2\u064A\u06A9\u0643\u06AA\u0643\u0629\u0647\u06C1\u0647\u06BE\u0647\u06C3\u0647\u06D5\u0647";

    private static final byte[] ASCII_KINDS = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII_KINDS[c] = kind(c);
        }
    }

    private final Step step;
    private final @Nullable Page[] pages = new Page[LAST / PAGE];

    private Fold(Step step) {
        this.step = step;
    }

    private interface Step {
        void once(int c, StringBuilder to);
    }

    /** Appends what becomes of this character, which is not in ASCII. */
    void append(int c, FoldedText to) {
        if (c >= LAST && c < 0xE0000 && !(c >= 0x2F800 && c < 0x2FA20)) {
            if (Character.isDefined(c)) {
                to.put(Character.highSurrogate(c), kind(c));
                to.put(Character.lowSurrogate(c), kind(c));
            }
            return;
        }
        int folded = c < LAST ? page(c).single[c % PAGE] : SEVERAL;
        if (folded == UNKNOWN) {
            folded = learn(c);
        }
        if (folded == SEVERAL) {
            several(c, to);
        } else if (folded != NOTHING) {
            to.put((char) folded, (byte) (folded >>> 16));
        }
    }

    private void several(int c, FoldedText to) {
        String[] known = c < LAST ? page(c).several : null;
        String folded = known == null ? null : known[c % PAGE];
        if (folded == null) {
            folded = folded(c);
        }
        int i = 0;
        while (i < folded.length()) {
            int x = folded.codePointAt(i);
            byte kind = kind(x);
            int end = i + Character.charCount(x);
            while (i < end) {
                to.put(folded.charAt(i), kind);
                i++;
            }
        }
    }

    private Page page(int c) {
        Page page = pages[c / PAGE];
        if (page == null) {
            page = new Page();
            pages[c / PAGE] = page;
        }
        return page;
    }

    // Threads may work out the same character at once; they write the same.
    private int learn(int c) {
        Page page = page(c);
        String folded = folded(c);
        int code;
        if (folded.isEmpty()) {
            code = NOTHING;
        } else if (folded.length() == 1) {
            char to = folded.charAt(0);
            boolean disguised = this == LOOKS
                    && to < 128
                    && kind(to) == LETTER
                    && PLAIN.folded(c).charAt(0) != to;
            code = ((disguised ? DISGUISED : kind(to)) << 16) | to;
        } else {
            code = SEVERAL;
            String[] several = page.several == null ? new String[PAGE] : page.several;
            several[c % PAGE] = folded;
            page.several = several;
        }
        page.single[c % PAGE] = code;
        return code;
    }

    private String folded(int c) {
        String before = Character.toString(c);
        if (Normalizer.normalize(before, Normalizer.Form.NFKD).codePoints().count() > LONGEST) {
            return before;
        }
        // What a letter becomes may become another; two steps are the most that Unicode 15 needs.
        for (int i = 0; i < 4; i++) {
            StringBuilder after = new StringBuilder();
            before.codePoints().forEach(x -> step.once(x, after));
            if (after.toString().equals(before)) {
                break;
            }
            before = after.toString();
        }
        return before;
    }

    static byte asciiKind(char c) {
        return ASCII_KINDS[c];
    }

    static byte kind(int c) {
        if (c == ' ' || c == '_' || c == '\'') {
            return c == ' ' ? BLANK : c == '_' ? UNDERSCORE : APOSTROPHE;
        }
        if (Legible.isMark(c)) {
            return MARK;
        }
        boolean sign = c >= 0x2B0 && c <= 0x2FF;
        if (sign || !Character.isLetterOrDigit(c)) {
            return SYMBOL;
        }
        return Character.isDigit(c) ? DIGIT : ACCENTED.contains(UnicodeScript.of(c)) ? LETTER : OTHER;
    }

    private static void plain(int c, StringBuilder to) {
        decomposed(c, false, to);
    }

    private static void looks(int c, StringBuilder to) {
        decomposed(c, true, to);
    }

    private static void either(int c, StringBuilder to) {
        StringBuilder plain = new StringBuilder();
        decomposed(c, false, plain);
        plain.codePoints().forEach(x -> to.append(eitherLook(x)));
    }

    private static void decomposed(int c, boolean looks, StringBuilder to) {
        String look = looks ? LookAlikes.looks(c) : null;
        if (look != null) {
            to.append(look);
        } else if (Legible.isBlank(c)) {
            to.append(' ');
        } else if (!Legible.isInvisible(c)) {
            int sign = sign(c);
            if (sign != 0) {
                to.append((char) sign);
                return;
            }
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .codePoints()
                    .forEach(x -> {
                        String part = looks ? LookAlikes.looks(x) : null;
                        if (part == null) {
                            part(x, to);
                        } else {
                            to.append(part);
                        }
                    });
        }
    }

    private static int sign(int c) {
        return APOSTROPHES.indexOf(c) >= 0
                ? '\''
                : DASHES.indexOf(c) >= 0
                        ? '-'
                        : QUOTES.indexOf(c) >= 0 ? '"' : c == 0x3002 || c == 0xFF61 || c == 0x2024 ? '.' : 0;
    }

    private static void part(int c, StringBuilder to) {
        if (Legible.isBlank(c)) {
            to.append(' ');
        } else if (Legible.isMark(c)) {
            boolean voicing = c == 0x3099 || c == 0x309A;
            if (voicing || !ACCENTED.contains(UnicodeScript.of(c))) {
                to.appendCodePoint(c);
            }
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            to.append((char) ('0' + Character.digit(c, 10)));
        } else if (c != 0x0640 && !Legible.isInvisible(c)) {
            // By way of upper case, as Unicode's folding does for most letters, so that both sigmas are one.
            Character.toString(c).toUpperCase(Locale.ROOT).codePoints().forEach(x -> letter(x, to));
        }
    }

    private static void letter(int upper, StringBuilder to) {
        int c = Character.toLowerCase(upper);
        String plain = LookAlikes.plain(c);
        int arabic = ARABIC.indexOf(c);
        if (plain != null) {
            to.append(plain);
        } else if (arabic >= 0 && arabic % 2 == 0) {
            to.append(ARABIC.charAt(arabic + 1));
        } else {
            to.appendCodePoint(c);
        }
    }

    private static String eitherLook(int plain) {
        String lower = LookAlikes.looks(plain);
        String upper = lower != null ? lower : LookAlikes.looks(Character.toUpperCase(plain));
        String near = upper != null ? upper : LookAlikes.near(plain);
        return near != null ? near : Character.toString(plain);
    }

    /** What is known of 256 characters. */
    private static final class Page {
        final int[] single = new int[PAGE];

        @Nullable
        String @Nullable [] several;
    }
}
