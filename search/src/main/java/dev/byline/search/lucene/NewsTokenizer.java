package dev.byline.search.lucene;

import java.io.CharArrayReader;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts a text into folded words by Unicode's rules ({@link NewsAnalyzer}). Lines of Latin letters and common punctuation are
 * cut here by the few of these rules that concern them, which takes a fraction of the time; all others by ICU.
 */
final class NewsTokenizer extends Tokenizer {
    private static final DefaultICUTokenizerConfig CUTTING = new DefaultICUTokenizerConfig(true, true);

    // A longer buffer is not kept for the next text.
    private static final int KEPT = 1 << 16;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final ByRules rules = new ByRules();
    private char[] text = new char[4096];
    private int length;
    private int at;
    // The lines up to here are either all Latin or all not.
    private int end;
    private boolean latin;
    private boolean linked;
    private boolean capitalsBefore;
    // Words left out since the last one.
    private int skipped;

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        for (int read; (read = input.read(text, length, text.length - length)) >= 0; ) {
            length += read;
            if (length == text.length) {
                text = Arrays.copyOf(text, 2 * length);
            }
        }
        at = 0;
        end = 0;
        latin = true;
        linked = false;
        capitalsBefore = false;
        skipped = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (true) {
            clearAttributes();
            if (at == end) {
                if (end == length) {
                    return false;
                }
                begin();
            }
            if (latin ? cut() : rules.next()) {
                step.setPositionIncrement(1 + skipped);
                skipped = 0;
                return true;
            }
        }
    }

    private void begin() throws IOException {
        end = LatinText.lineEnd(text, at, length);
        latin = LatinText.isLatin(text, at, end);
        if (!latin) {
            while (end < length) {
                int next = LatinText.lineEnd(text, end, length);
                if (LatinText.isLatin(text, end, next)) {
                    break;
                }
                end = next;
            }
            rules.begin();
        }
    }

    // The next word of a Latin line; false at its end, or where a word is left out.
    private boolean cut() {
        while (at < end && !LatinText.beginsWord(text[at])) {
            at++;
        }
        if (at == end) {
            return false;
        }
        int start = at;
        int behind = LatinText.wordEnd(text, start, end);
        boolean link = LatinText.isLink(text, behind, end);
        at = link ? behind + 1 : behind;
        if (behind == start + 1 && text[start] == '_') {
            return false; // A line to write on.
        }
        note(start, behind);
        linked = link;
        int kept = fold(start, behind);
        offset.setOffset(start, behind);
        skipped += kept > 0 ? 0 : 1;
        return kept > 0;
    }

    private void note(int start, int behind) {
        boolean capitals = LinkedWords.capitals(text, start, behind);
        flags.setFlags((linked ? LinkedWords.LINKED : 0)
                | (LinkedWords.isAbbreviation(text, start, behind, capitals, capitalsBefore)
                        ? LinkedWords.ABBREVIATION
                        : 0));
        capitalsBefore = capitals;
    }

    // Writes the word; returns its length, which is 0 where it is but marks.
    private int fold(int start, int behind) {
        char[] folded = word.resizeBuffer(LatinText.LONGEST_FOLDED * (behind - start));
        int length = 0;
        for (int i = start; i < behind; i++) {
            length = LatinText.fold(text[i], folded, length);
        }
        int kept = WordMarksFilter.withoutMarks(folded, length);
        word.setLength(kept);
        return kept;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(length, length);
        step.setPositionIncrement(skipped);
    }

    @Override
    public void close() throws IOException {
        super.close();
        rules.close();
        if (text.length > KEPT) {
            text = new char[KEPT];
        }
    }

    /** The same for texts of any script, by ICU. */
    private final class ByRules {
        private final Tokenizer cutting = new ICUTokenizer(CUTTING);
        private final LinkedWords links = new LinkedWords(cutting);
        private final TokenStream words = new WordMarksFilter(
                new PersianNormalizationFilter(new ArabicNormalizationFilter(new ICUFoldingFilter(links))));
        private final CharTermAttribute itsWord = words.getAttribute(CharTermAttribute.class);
        private final OffsetAttribute itsOffset = words.getAttribute(OffsetAttribute.class);
        private final FlagsAttribute itsFlags = words.getAttribute(FlagsAttribute.class);
        private final PositionIncrementAttribute itsStep = words.getAttribute(PositionIncrementAttribute.class);
        private int base;

        /** Begins with the lines that are next. */
        void begin() throws IOException {
            base = at;
            cutting.setReader(new LinkFilter(new CharArrayReader(text, at, end - at)));
            words.reset();
            links.after(capitalsBefore);
        }

        boolean next() throws IOException {
            if (words.incrementToken()) {
                word.copyBuffer(itsWord.buffer(), 0, itsWord.length());
                offset.setOffset(base + itsOffset.startOffset(), base + itsOffset.endOffset());
                flags.setFlags(itsFlags.getFlags());
                skipped += itsStep.getPositionIncrement() - 1;
                return true;
            }
            words.end();
            skipped += itsStep.getPositionIncrement();
            words.close();
            capitalsBefore = links.capitalsBefore();
            linked = false;
            at = end;
            return false;
        }

        void close() throws IOException {
            words.close();
        }
    }
}
