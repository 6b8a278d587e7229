package dev.byline.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** English words to their stems by Lucene's Krovetz stemmer, which works on streams only; for one thread. */
final class EnglishForms {
    // The stemmer's dictionary is older than these, or takes them apart.
    private static final Set<String> UNCHANGED = Set.of("hamas", "isis", "texas", "arms", "goods", "customs");

    // What it takes for words of their own.
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("children", "child"),
            Map.entry("crises", "crisis"),
            Map.entry("analyses", "analysis"),
            Map.entry("days", "day"),
            Map.entry("men", "man"),
            Map.entry("movies", "movie"),
            Map.entry("oils", "oil"),
            Map.entry("troops", "troop"),
            Map.entry("wives", "wife"),
            Map.entry("women", "woman"));

    private final OneWord word = new OneWord();
    private final TokenStream stemmer = new KStemFilter(word);
    private final CharTermAttribute stem = stemmer.getAttribute(CharTermAttribute.class);

    String stem(String folded) {
        if (UNCHANGED.contains(folded)) {
            return folded;
        }
        String irregular = IRREGULAR.get(folded);
        if (irregular != null) {
            return irregular;
        }
        word.next = folded;
        try {
            stemmer.incrementToken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stem.toString();
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private String next = "";

        @Override
        public boolean incrementToken() {
            clearAttributes();
            word.append(next);
            return true;
        }
    }
}
