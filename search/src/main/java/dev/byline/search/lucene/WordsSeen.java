package dev.byline.search.lucene;

import dev.byline.search.likeness.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.jspecify.annotations.Nullable;

/** What is noted of an article's words while they go by: how often each is there, and which may be names. */
final class WordsSeen {
    private static final class Seen {
        private final String term;
        private int times;
        // What stands beside it, by which it is counted.
        private @Nullable Seen stem;

        Seen(String term) {
            this.term = term;
        }

        String counted() {
            return stem != null
                    ? stem.counted()
                    : term.startsWith(WordForms.STEM) ? term.substring(WordForms.STEM.length()) : term;
        }
    }

    private final CharArrayMap<Seen> terms = new CharArrayMap<>(64, false);
    private final List<Seen> inOrder = new ArrayList<>();
    private final Set<String> spellings = new LinkedHashSet<>();
    private final List<List<Seen>> order = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private @Nullable Seen word;

    /**
     * Notes the term that a stream has come to.
     *
     * @param times how much it counts; 0 where it only may be a name
     * @param part the number of the part that the stream is, if it is one
     */
    void see(CharTermAttribute term, FlagsAttribute flags, int times, int part) {
        Seen seen = terms.get(term.buffer(), 0, term.length());
        boolean mark = WordForms.isMark(term);
        if (seen == null) {
            seen = new Seen(term.toString());
            terms.put(seen.term, seen);
            inOrder.add(seen);
            if (!mark) {
                spellings.addAll(WordForms.beside(term.buffer(), term.length()).names());
            }
        }
        seen.times += times;
        if (!mark) {
            word = seen;
            if (part >= 0) {
                order.get(part).add(seen);
            }
        } else if ((flags.getFlags() & FormsFilter.JOINED) != 0) {
            spellings.addAll(WordForms.names(seen.term.substring(WordForms.STEM.length())));
        } else if (word != null && seen.term.startsWith(WordForms.STEM)) {
            word.stem = seen;
        }
    }

    /** How often each is there, by its stem, in the order of the text. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>(2 * inOrder.size());
        for (Seen seen : inOrder) {
            boolean stem = seen.term.startsWith(WordForms.STEM);
            if (seen.times > 0 && (stem || !(seen.stem != null || WordForms.isMark(seen.term)))) {
                counts.merge(seen.counted(), seen.times, Integer::sum);
            }
        }
        return counts;
    }

    /** The stems of headline, standfirst and body in their order, by their places among the counted ones. */
    int[][] order() {
        Map<String, Integer> places = new HashMap<>();
        counts().keySet().forEach(stem -> places.put(stem, places.size()));
        return order.stream()
                .map(part -> part.stream()
                        .limit(Wording.MOST)
                        .mapToInt(seen -> places.getOrDefault(seen.counted(), 0))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** As {@link WordForms#names}, for each that was seen. */
    Set<String> spellings() {
        return spellings;
    }
}
