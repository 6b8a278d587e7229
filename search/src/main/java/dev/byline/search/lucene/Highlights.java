package dev.byline.search.lucene;

import dev.byline.search.lucene.LookedFor.Match;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LabelledCharArrayMatcher;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.PhraseHelper;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Marks what a query looked for in headlines and stories, as HTML; for one search, in one thread. */
final class Highlights {
    // Beyond that a story is not searched for sentences to show.
    private static final int LONGEST = 50_000;
    private static final int SENTENCES = 2;

    private final LookedFor lookedFor;
    private final FieldHighlighter headlines;
    private final FieldHighlighter stories;

    Highlights(NewsAnalyzer analyzer, LookedFor lookedFor) {
        this.lookedFor = lookedFor;
        Places places = new Places(analyzer, lookedFor);
        headlines = highlighter(places, new WholeBreakIterator(), 1, Integer.MAX_VALUE);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        stories = highlighter(places, sentences, SENTENCES, MarkedPassages.LONGEST);
    }

    private static FieldHighlighter highlighter(Places places, BreakIterator parts, int passages, int longest) {
        return new FieldHighlighter(
                Field.TEXT,
                places,
                parts,
                new PassageScorer(),
                passages,
                0,
                new MarkedPassages(longest),
                Comparator.comparingInt(Passage::getStartOffset));
    }

    /** The whole headline. */
    String headline(String headline) throws IOException {
        return marked(headlines, headline, Integer.MAX_VALUE);
    }

    /** The sentences of a story that have most of it, or the beginning. */
    String snippet(String story) throws IOException {
        return marked(stories, story, MarkedPassages.LONGEST);
    }

    private String marked(FieldHighlighter highlighter, String text, int longest) throws IOException {
        if (text.isBlank()) {
            return "";
        }
        @Nullable Object marked = lookedFor.isEmpty() ? null : highlighter.highlightFieldForDoc(null, -1, text);
        return marked == null ? MarkedPassages.beginning(text, longest) : marked.toString();
    }

    /**
     * Where in a text the words are. Lucene's own ways compare each word of the text with each term of the query, or
     * index the text first.
     */
    private static final class Places extends FieldOffsetStrategy {
        private final NewsAnalyzer analyzer;
        private final LookedFor lookedFor;

        Places(NewsAnalyzer analyzer, LookedFor lookedFor) {
            super(new UHComponents(
                    Field.TEXT,
                    Field.TEXT::equals,
                    new MatchNoDocsQuery(),
                    new BytesRef[0],
                    PhraseHelper.NONE,
                    new LabelledCharArrayMatcher[0],
                    false,
                    Set.of()));
            this.analyzer = analyzer;
            this.lookedFor = lookedFor;
        }

        @Override
        public OffsetSource getOffsetSource() {
            return OffsetSource.ANALYSIS;
        }

        @Override
        public OffsetsEnum getOffsetsEnum(@Nullable LeafReader none, int any, String text) throws IOException {
            try (TokenStream words = analyzer.anyForms(text.substring(0, read(text)))) {
                return new Matches(lookedFor.in(words), lookedFor.size());
            }
        }
    }

    // No word is cut, but for one that has no end.
    private static int read(String text) {
        int end = Math.min(LONGEST, text.length());
        while (end < text.length() && end > LONGEST / 2 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return end;
    }

    private static final class Matches extends OffsetsEnum {
        private final List<Match> matches;
        private final int[] times;
        private int at = -1;

        Matches(List<Match> matches, int sought) {
            this.matches = matches;
            times = new int[sought];
            matches.forEach(match -> times[match.number()]++);
        }

        @Override
        public boolean nextPosition() {
            return ++at < matches.size();
        }

        @Override
        public int freq() {
            return times[matches.get(at).number()];
        }

        @Override
        public BytesRef getTerm() {
            return new BytesRef(Integer.toString(matches.get(at).number()));
        }

        @Override
        public int startOffset() {
            return matches.get(at).start();
        }

        @Override
        public int endOffset() {
            return matches.get(at).end();
        }
    }
}
