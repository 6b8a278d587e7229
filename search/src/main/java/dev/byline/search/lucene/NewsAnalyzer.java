package dev.byline.search.lucene;

import dev.byline.search.lucene.WordForms.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text in any language: cut by Unicode's rules, and by dictionary where a script has no spaces; linked words
 * are words of their own; case, accents, vowel marks, digits, and the variants of Arabic and Persian letters folded; marks
 * inside a word left out. Beside each word stand the terms by which it is found in other forms ({@link WordForms}).
 */
final class NewsAnalyzer extends Analyzer {
    /** How far the words of two fields are apart, so that no phrase reaches from one into the other. */
    private static final int GAP = 100;

    // Asked for by these names, a text is cut into words without other forms, its words are Persian, or they may be.
    private static final String WORDS = "words";
    private static final String PERSIAN = "persian";
    private static final String ANY = "any";

    /**
     * A word in its text.
     *
     * @param word as it is indexed
     * @param position its place in words
     * @param start where it begins in the text
     * @param end behind its last character in the text
     * @param linked whether it is linked to the word before, as by a hyphen
     * @param abbreviation whether it is written as one
     */
    record Token(String word, int position, int start, int end, boolean linked, boolean abbreviation) {
        /** The same in a text that has this many more characters before. */
        Token behind(int characters) {
            return new Token(word, position, start + characters, end + characters, linked, abbreviation);
        }

        /** The same as no abbreviation. */
        Token inSmallLetters() {
            return new Token(word, position, start, end, linked, false);
        }
    }

    NewsAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        NewsTokenizer words = new NewsTokenizer();
        return new TokenStreamComponents(
                words,
                switch (field) {
                    case WORDS -> words;
                    case PERSIAN -> new FormsFilter(words, Forms.PERSIAN);
                    case ANY -> new FormsFilter(words, Forms.ANY);
                    default -> new FormsFilter(words, Forms.PLAIN);
                });
    }

    /** The words of a text and their other forms, for indexing. */
    TokenStream forms(String text, boolean persian) {
        return tokenStream(persian ? PERSIAN : Field.TEXT, text);
    }

    /** The words of a text that may be in any language, and their other forms but for the spellings of names. */
    TokenStream anyForms(String text) {
        return tokenStream(ANY, text);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    /** The first words of a text, at most so many. */
    List<Token> tokens(String text, int most) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream(WORDS, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            FlagsAttribute flags = stream.addAttribute(FlagsAttribute.class);
            stream.reset();
            int position = -1;
            while (tokens.size() < most && stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(
                        word.toString(),
                        position,
                        offset.startOffset(),
                        offset.endOffset(),
                        (flags.getFlags() & LinkedWords.LINKED) != 0,
                        (flags.getFlags() & LinkedWords.ABBREVIATION) != 0));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }
}
