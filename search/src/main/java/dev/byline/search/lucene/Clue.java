package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Something about an article that speaks for it.
 *
 * @param rule the rule by which it does
 * @param text what it sees, in a few words
 * @param rarity how much it tells: the inverse document frequency of a word
 * @param most what it can add at most
 * @param weights where it is seen, each adding to the others
 */
record Clue(String rule, String text, double rarity, double most, List<Weight> weights) {
    /** Looks for the clue in one segment, whose articles must be asked about in ascending order, each once. */
    Probe in(LeafReaderContext segment) throws IOException {
        List<Scorer> scorers = new ArrayList<>(weights.size());
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(segment);
            if (scorer != null) {
                scorers.add(scorer);
            }
        }
        return new Probe(scorers);
    }

    /** A clue in one segment; for one thread. */
    static final class Probe {
        private final Scorer[] scorers;
        private final DocIdSetIterator[] places;
        private final @Nullable TwoPhaseIterator[] checks;
        private final boolean[] here;

        private Probe(List<Scorer> found) {
            scorers = found.toArray(Scorer[]::new);
            places = new DocIdSetIterator[scorers.length];
            checks = new @Nullable TwoPhaseIterator[scorers.length];
            here = new boolean[scorers.length];
            for (int i = 0; i < scorers.length; i++) {
                TwoPhaseIterator check = scorers[i].twoPhaseIterator();
                checks[i] = check;
                places[i] = check == null ? scorers[i].iterator() : check.approximation();
            }
        }

        /** What the clue adds for this article, or -1 where it is not to be seen. */
        double at(int document) throws IOException {
            return has(document) ? score() : -1;
        }

        /** Whether this article has it. */
        boolean has(int document) throws IOException {
            boolean seen = false;
            for (int i = 0; i < scorers.length; i++) {
                int place = places[i].docID();
                if (place < document) {
                    place = places[i].advance(document);
                }
                TwoPhaseIterator check = checks[i];
                here[i] = place == document && (check == null || check.matches());
                seen |= here[i];
            }
            return seen;
        }

        /** What it adds for the article that was asked about. */
        double score() throws IOException {
            double sum = 0;
            for (int i = 0; i < scorers.length; i++) {
                sum += here[i] ? scorers[i].score() : 0;
            }
            return sum;
        }
    }
}
