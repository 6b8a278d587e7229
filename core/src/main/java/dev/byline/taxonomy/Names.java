package dev.byline.taxonomy;

import java.text.Normalizer;
import java.util.Locale;

/** Brings spellings of one name together. */
final class Names {
    /** The most characters of a name; nothing longer is one. */
    private static final int MOST_CHARACTERS = 200;

    private Names() {}

    /**
     * The letters and digits of a name without case, accents, spaces, punctuation and a leading "the"; empty where there
     * are none or the name is too long for one.
     */
    static String fold(String name) {
        if (name.length() > MOST_CHARACTERS) {
            return "";
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        boolean firstWord = true;
        int size;
        for (int i = 0; i < plain.length(); i += size) {
            int point = plain.codePointAt(i);
            size = Character.charCount(point);
            if (point == '&') {
                out.append("and");
            } else if (Character.isLetterOrDigit(point) || isKeptMark(point)) {
                if (point != 0x640) {
                    out.appendCodePoint(unified(point));
                }
            } else if (firstWord && (Character.isWhitespace(point) || point == '-') && !out.isEmpty()) {
                if (out.toString().equals("the")) {
                    out.setLength(0);
                }
                firstWord = false;
            }
        }
        return out.toString();
    }

    /** The letters and digits alone, each as the one that stands for its spellings. */
    static String letters(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> (Character.isLetterOrDigit(point) || isKeptMark(point)) && point != 0x640)
                .forEach(point -> out.appendCodePoint(unified(point)));
        return out.toString();
    }

    // Accents and vowel points say little in the scripts that these ranges belong to; in others a mark is a vowel.
    static boolean isKeptMark(int point) {
        int type = Character.getType(point);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        boolean accent = point <= 0x36F
                || (point >= 0x591 && point <= 0x5C7)
                || (point >= 0x610 && point <= 0x6ED)
                || (point >= 0xFE00 && point <= 0xFE0F);
        return mark && !accent;
    }

    private static int unified(int point) {
        return switch (point) {
            case 0x649, 0x6CC -> 0x64A;
            case 0x6A9 -> 0x643;
            case 0x629, 0x6C0, 0x6D5 -> 0x647;
            case 0x131 -> 'i';
            case 0xF8 -> 'o';
            case 0x142 -> 'l';
            case 0x111 -> 'd';
            default -> point;
        };
    }
}
