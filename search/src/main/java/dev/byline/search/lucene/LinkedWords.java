package dev.byline.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes linked words apart, and notes of each word how it was written, before letters are folded: whether it is linked to
 * the one before, and whether it stands in capitals where others do not.
 */
final class LinkedWords extends TokenFilter {
    /** The word is linked to the one before. */
    static final int LINKED = 1;

    /** The word is written as an abbreviation: {@code US} among small letters, or {@code U.S.} */
    static final int ABBREVIATION = 2;

    private static final int LONGEST_ABBREVIATION = 6;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
    private String rest = "";
    private int at;
    private int start;
    private int textEnd;
    private boolean capitalsBefore;

    LinkedWords(TokenStream input) {
        super(input);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        rest = "";
        at = 0;
        capitalsBefore = false;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (at >= rest.length()) {
            if (!input.incrementToken()) {
                return false;
            }
            int link = link(word.buffer(), word.length());
            if (link < 0) {
                note(0);
                return true;
            }
            rest = word.toString();
            at = 0;
            start = offset.startOffset();
            textEnd = offset.endOffset();
        }
        return part();
    }

    private boolean part() throws IOException {
        while (at < rest.length() && rest.charAt(at) == LinkFilter.LINK) {
            at++;
        }
        if (at == rest.length()) {
            return incrementToken();
        }
        int end = rest.indexOf(LinkFilter.LINK, at);
        end = end < 0 ? rest.length() : end;
        boolean whole = textEnd - start == rest.length();
        word.setEmpty().append(rest, at, end);
        offset.setOffset(whole ? start + at : start, whole ? start + end : textEnd);
        note(at == 0 ? 0 : LINKED);
        at = end;
        return true;
    }

    private void note(int link) {
        boolean capitals = capitals(word.buffer(), 0, word.length());
        boolean abbreviation = isAbbreviation(word.buffer(), 0, word.length(), capitals, capitalsBefore);
        flags.setFlags(link | (abbreviation ? ABBREVIATION : 0));
        capitalsBefore = capitals;
    }

    /** Goes on behind another text, whose last word was written in capitals or not. */
    void after(boolean capitals) {
        capitalsBefore = capitals;
    }

    /** Whether the last word was written in capitals. */
    boolean capitalsBefore() {
        return capitalsBefore;
    }

    /** Whether a word of two letters or more is written in capitals. */
    static boolean capitals(char[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c != '.' && !Character.isUpperCase(c)) {
                return false;
            }
        }
        return end - start > 1;
    }

    /** Whether a word is written as an abbreviation. */
    static boolean isAbbreviation(char[] text, int start, int end, boolean capitals, boolean capitalsBefore) {
        return capitals && end - start <= LONGEST_ABBREVIATION && (text[start + 1] == '.' || !capitalsBefore);
    }

    private static int link(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == LinkFilter.LINK) {
                return i;
            }
        }
        return -1;
    }
}
