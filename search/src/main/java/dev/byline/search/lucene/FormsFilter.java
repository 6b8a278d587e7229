package dev.byline.search.lucene;

import dev.byline.search.lucene.WordForms.Beside;
import dev.byline.search.lucene.WordForms.Forms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Puts at the place of each word the terms by which it is found in other forms ({@link WordForms#beside}). */
final class FormsFilter extends TokenFilter {
    /** The flag of a mark that is made of two words. */
    static final int JOINED = 4;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Forms forms;
    private List<String> marks = List.of();
    private int next;
    // How many of the marks are of the word alone.
    private int own;
    // Those behind are of three.
    private int ofTwo;
    private int wordFlags;
    private int start;
    private int startBefore;
    private int startBeforeThat;
    private @Nullable Beside before;
    private @Nullable Beside beforeThat;

    FormsFilter(TokenStream input, Forms forms) {
        super(input);
        this.forms = forms;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        marks = List.of();
        next = 0;
        before = null;
        beforeThat = null;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < marks.size()) {
            // The other attributes stay those of the word.
            flags.setFlags(next < own ? wordFlags : wordFlags | JOINED);
            // An index takes no places that go backwards, a reader sees all of it marked.
            if (forms == Forms.ANY && next >= own) {
                offset.setOffset(next < ofTwo ? startBefore : startBeforeThat, offset.endOffset());
            }
            word.setEmpty().append(marks.get(next++));
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        Beside beside = WordForms.beside(word.buffer(), word.length());
        wordFlags = flags.getFlags();
        startBeforeThat = startBefore;
        startBefore = start;
        start = offset.startOffset();
        marks = beside.marks(forms, (wordFlags & LinkedWords.ABBREVIATION) != 0);
        own = marks.size();
        ofTwo = own;
        next = 0;
        join(beside, (wordFlags & LinkedWords.LINKED) != 0);
        return true;
    }

    private void join(Beside written, boolean linked) {
        if (before != null) {
            boolean article = before.isArticle(linked, written);
            if (linked || article || before.binds(written)) {
                List<String> more = new ArrayList<>(marks);
                joined(more, before.word(), "", written.word());
                ofTwo = more.size();
                if (article && beforeThat != null) {
                    joined(more, beforeThat.word(), before.word(), written.word());
                }
                marks = more;
            }
        }
        // The article is passed over, so that it stands between those on its two sides.
        beforeThat = before;
        before = written;
    }

    private static void joined(List<String> marks, String first, String article, String second) {
        if (first.length() + article.length() + second.length() <= WordForms.LONGEST_JOINED) {
            for (String whole : Particles.joined(first, article, second)) {
                marks.add(WordForms.STEM + whole);
            }
        }
    }
}
