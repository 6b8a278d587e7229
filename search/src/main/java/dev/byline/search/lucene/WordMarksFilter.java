package dev.byline.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes marks out of folded words: the English possessive ({@code iran's}), apostrophes and gershayim ({@code sana'a},
 * {@code צה"ל}) and the points of initials ({@code u.s}); and cuts words that no language has.
 */
final class WordMarksFilter extends FilteringTokenFilter {
    /** The longest word that is kept whole. */
    static final int LONGEST = 64;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    WordMarksFilter(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() throws IOException {
        int kept = withoutMarks(word.buffer(), word.length());
        word.setLength(kept);
        return kept > 0;
    }

    /** Takes the marks out of a word of this length; returns its length without them. */
    static int withoutMarks(char[] buffer, int length) {
        int end = length > 2 && buffer[length - 1] == 's' && buffer[length - 2] == '\'' ? length - 2 : length;
        boolean initials = initials(buffer, end);
        int kept = 0;
        for (int i = 0; i < end; i++) {
            char c = buffer[i];
            if (c != '\'' && c != '"' && !(initials && c == '.')) {
                buffer[kept++] = c;
            }
        }
        if (kept > LONGEST) {
            kept = Character.isHighSurrogate(buffer[LONGEST - 1]) ? LONGEST - 1 : LONGEST;
        }
        return kept;
    }

    // Single letters with points between: u.s, a.m, ph.d is none.
    private static boolean initials(char[] buffer, int length) {
        if (length < 3 || length % 2 == 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (i % 2 == 0 ? !Character.isLetter(buffer[i]) : buffer[i] != '.') {
                return false;
            }
        }
        return true;
    }
}
