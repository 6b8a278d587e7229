package dev.byline.comment;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as word lists see it: invisible characters out, compatibility forms (NFKC) and letter case folded, blanks
 * single, and a mark wherever a word begins or ends.
 *
 * <p>Two texts that look alike but for these have the same view; a key's view is found inside a text's view exactly
 * where the text has the whole words of the key.
 */
final class WordView {
    /** Stands where a word begins or ends; no view has it otherwise. */
    static final char BOUNDARY = '\0';

    /**
     * More marks on one letter than any language writes are dropped: ordering them would cost the normaliser quadratic
     * time.
     */
    private static final int MOST_MARKS = 16;

    private WordView() {}

    static String of(String text) {
        return marked(folded(text));
    }

    private static String folded(String text) {
        if (isPlainAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String visible = visible(text);
        String normal = Normalizer.isNormalized(visible, Normalizer.Form.NFKC)
                ? visible
                : Normalizer.normalize(visible, Normalizer.Form.NFKC);
        // By way of upper case, as Unicode's folding does for most letters, so that ß is ss and both sigmas are one.
        StringBuilder folded = new StringBuilder(normal.length());
        normal.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(c -> c == 0x2019 || c == 0x2018 || c == 0x02BC ? '\'' : Character.toLowerCase(c))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    // Letters by their kind, but normalisation makes marks of them, which it must then put in order with all others.
    private static boolean isHalfWidthMark(int c) {
        return c == 0xFF9E || c == 0xFF9F;
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Legible.isBlank(c)) {
                kept.append(' ');
                marks = 0;
            } else if (!Legible.isInvisible(c)) {
                marks = Legible.isMark(c) || isHalfWidthMark(c) ? marks + 1 : 0;
                if (marks <= MOST_MARKS) {
                    kept.appendCodePoint(c);
                }
            }
        }
        return kept.toString();
    }

    private static String marked(String folded) {
        StringBuilder view = new StringBuilder(folded.length() + folded.length() / 3);
        boolean word = false;
        boolean gap = false;
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Legible.isBlank(c)) {
                gap = true;
                continue;
            }
            boolean part = isWordPart(c, word && !gap);
            if (word && (gap || !part)) {
                view.append(BOUNDARY);
            }
            if (gap && view.length() > 0) {
                view.append(' ');
            }
            if (part && (gap || !word)) {
                view.append(BOUNDARY);
            }
            view.appendCodePoint(c);
            word = part;
            gap = false;
        }
        if (word) {
            view.append(BOUNDARY);
        }
        return view.toString();
    }

    private static boolean isWordPart(int c, boolean afterWord) {
        return Character.isLetterOrDigit(c) || c == '_' || (afterWord && Legible.isMark(c));
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || (c < ' ' && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }
}
