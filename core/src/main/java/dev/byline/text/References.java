package dev.byline.text;

import org.jsoup.nodes.Entities;

/** Decodes character references as the HTML standard does in text (13.2.5.72 and following). */
final class References {
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_WITHOUT_SEMICOLON = 6;

    /** What the numbers 128 to 159 mean: windows-1252, as the standard says. */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private References() {}

    /** The end of the reference whose ampersand is here, with its semicolon, or -1 if there is none. */
    static int end(String html, int at) {
        int length = html.length();
        int i = at + 1;
        if (i < length && html.charAt(i) == '#') {
            boolean hex = i + 1 < length && (html.charAt(i + 1) | 0x20) == 'x';
            int digits = hex ? i + 2 : i + 1;
            i = digits;
            while (i < length && Character.digit(html.charAt(i), hex ? 16 : 10) >= 0 && html.charAt(i) < 0x80) {
                i++;
            }
            if (i == digits) {
                return -1;
            }
            return i < length && html.charAt(i) == ';' ? i + 1 : i;
        }
        int most = Math.min(length, i + LONGEST_NAME);
        while (i < most && isNameCharacter(html.charAt(i))) {
            i++;
        }
        if (i < length && html.charAt(i) == ';' && Entities.isNamedEntity(html.substring(at + 1, i))) {
            return i + 1;
        }
        for (int end = Math.min(i, at + 1 + LONGEST_WITHOUT_SEMICOLON); end > at + 2; end--) {
            if (Entities.isBaseNamedEntity(html.substring(at + 1, end))) {
                return end;
            }
        }
        return -1;
    }

    /** What the reference between these indexes, as {@link #end} found it, stands for. */
    static String decode(String html, int at, int end) {
        int nameEnd = html.charAt(end - 1) == ';' ? end - 1 : end;
        if (html.charAt(at + 1) != '#') {
            return Entities.getByName(html.substring(at + 1, nameEnd));
        }
        boolean hex = (html.charAt(at + 2) | 0x20) == 'x';
        int radix = hex ? 16 : 10;
        int point = 0;
        for (int i = hex ? at + 3 : at + 2; i < nameEnd && point <= Character.MAX_CODE_POINT; i++) {
            point = point * radix + Character.digit(html.charAt(i), radix);
        }
        if (point >= 0x80 && point <= 0x9F) {
            return WINDOWS_1252.substring(point - 0x80, point - 0x7F);
        }
        boolean broken = point == 0
                || point > Character.MAX_CODE_POINT
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return broken ? "\uFFFD" : Character.toString(point);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
