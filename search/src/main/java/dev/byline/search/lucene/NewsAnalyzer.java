package dev.byline.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text in any language: cut by Unicode's rules, and by dictionary where a script has no spaces; case,
 * accents, vowel marks, digits, and the variants of Arabic and Persian letters folded; marks inside a word left out. No
 * word is stemmed: {@link WordForms}.
 */
final class NewsAnalyzer extends Analyzer {
    /** How far the words of two fields are apart, so that no phrase reaches from one into the other. */
    private static final int GAP = 100;

    private static final DefaultICUTokenizerConfig CUTTING = new DefaultICUTokenizerConfig(true, true);

    /**
     * A word in its text.
     *
     * @param word as it is indexed
     * @param position its place in words
     * @param start where it begins in the text
     * @param end behind its last character in the text
     */
    record Token(String word, int position, int start, int end) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer cut = new ICUTokenizer(CUTTING);
        TokenStream folded = new ICUFoldingFilter(cut);
        TokenStream letters = new PersianNormalizationFilter(new ArabicNormalizationFilter(folded));
        return new TokenStreamComponents(cut, new WordMarksFilter(letters));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    /** The first words of a text, at most so many. */
    List<Token> tokens(String text, int most) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream(Field.TEXT, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int position = -1;
            while (tokens.size() < most && stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(word.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }
}
