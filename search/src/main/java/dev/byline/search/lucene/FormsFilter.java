package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts at the place of each word the terms by which it is found in other forms ({@link WordForms#beside}). */
final class FormsFilter extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final boolean persian;
    private List<String> marks = List.of();
    private int next;
    private String before = "";
    private String wordBeforeThat = "";

    /** For a text in Persian, or in any other language. */
    FormsFilter(TokenStream input, boolean persian) {
        super(input);
        this.persian = persian;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        marks = List.of();
        next = 0;
        before = "";
        wordBeforeThat = "";
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < marks.size()) {
            // The other attributes stay those of the word.
            word.setEmpty().append(marks.get(next++));
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        WordForms.Beside beside = WordForms.beside(word.buffer(), word.length());
        marks = beside.marks(persian, (flags.getFlags() & LinkedWords.ABBREVIATION) != 0);
        next = 0;
        join(beside.word(), (flags.getFlags() & LinkedWords.LINKED) != 0);
        return true;
    }

    private void join(String written, boolean linked) {
        boolean article = Particles.isArticle(before, linked, written);
        boolean binds = !article && Particles.binds(before, written);
        if (linked || article || binds) {
            List<String> more = new ArrayList<>(marks);
            joined(more, before, "", written);
            if (article) {
                joined(more, wordBeforeThat, before, written);
            }
            marks = more;
        }
        // The article is passed over, so that it stands between those on its two sides.
        wordBeforeThat = before;
        before = written;
    }

    private static void joined(List<String> marks, String first, String article, String second) {
        if (!first.isEmpty() && first.length() + article.length() + second.length() <= WordForms.LONGEST_JOINED) {
            for (String whole : Particles.joined(first, article, second)) {
                marks.add(WordForms.STEM + whole);
                marks.addAll(WordForms.names(whole));
            }
        }
    }
}
