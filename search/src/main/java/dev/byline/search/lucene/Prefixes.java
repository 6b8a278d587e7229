package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The words of an index that begin alike. */
final class Prefixes {
    private Prefixes() {}

    private record Found(String word, int articles) {}

    /**
     * The words of a field that begin so and that most articles have.
     *
     * @param first how many are looked at, in the order of the index
     * @param most how many are kept
     */
    static Map<String, Float> most(IndexReader reader, String field, String prefix, int first, int most)
            throws IOException {
        @Nullable Terms terms = MultiTerms.getTerms(reader, field);
        List<Found> found = new ArrayList<>();
        if (terms != null) {
            BytesRef begin = new BytesRef(prefix);
            TermsEnum words = terms.iterator();
            boolean more = words.seekCeil(begin) != TermsEnum.SeekStatus.END;
            while (more && found.size() < first && StringHelper.startsWith(words.term(), begin)) {
                found.add(new Found(words.term().utf8ToString(), words.docFreq()));
                more = words.next() != null;
            }
        }
        found.sort(Comparator.comparingInt(Found::articles).reversed().thenComparing(Found::word));
        Map<String, Float> best = new LinkedHashMap<>();
        found.subList(0, Math.min(most, found.size())).forEach(word -> best.put(word.word(), WordForms.OTHER));
        return best;
    }
}
