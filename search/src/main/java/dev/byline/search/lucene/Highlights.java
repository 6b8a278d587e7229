package dev.byline.search.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Marks what a query looked for in headlines and stories, as HTML; for one search, in one thread. */
final class Highlights {
    // Beyond that a story is not searched for sentences to show.
    private static final int LONGEST = 50_000;
    private static final int SENTENCES = 2;

    private final @Nullable Query query;
    private final UnifiedHighlighter headlines;
    private final UnifiedHighlighter stories;

    Highlights(NewsAnalyzer analyzer, @Nullable Query query) {
        this.query = query;
        headlines = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withMaxLength(LONGEST)
                .withMaxNoHighlightPassages(0)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new MarkedPassages(Integer.MAX_VALUE))
                .build();
        stories = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withMaxLength(LONGEST)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withMaxNoHighlightPassages(0)
                .withFormatter(new MarkedPassages(MarkedPassages.LONGEST))
                .build();
    }

    /** The whole headline. */
    String headline(String headline) throws IOException {
        return query == null
                ? MarkedPassages.beginning(headline, Integer.MAX_VALUE)
                : marked(query, headlines, headline, 1, Integer.MAX_VALUE);
    }

    /** The sentences of a story that have most of it, or the beginning. */
    String snippet(String story) throws IOException {
        return query == null
                ? MarkedPassages.beginning(story, MarkedPassages.LONGEST)
                : marked(query, stories, story, SENTENCES, MarkedPassages.LONGEST);
    }

    private static String marked(Query query, UnifiedHighlighter highlighter, String text, int passages, int longest)
            throws IOException {
        if (text.isBlank()) {
            return "";
        }
        // To the highlighter, this character parts the values of a field, and no match may reach across.
        String one = text.replace('\0', ' ');
        @Nullable Object marked = highlighter.highlightWithoutSearcher(Field.TEXT, query, one, passages);
        return marked == null ? MarkedPassages.beginning(text, longest) : marked.toString();
    }
}
