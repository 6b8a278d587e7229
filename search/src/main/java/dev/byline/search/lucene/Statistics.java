package dev.byline.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How many articles of an index have a word, and what follows from it: how much it tells, and the most that it can add. */
final class Statistics {
    private static final double K1 = 1.2;

    private final IndexReader reader;

    Statistics(IndexReader reader) {
        this.reader = reader;
    }

    int articles(String field, String term) throws IOException {
        return reader.docFreq(new Term(field, term));
    }

    boolean hasAny(String term) throws IOException {
        return articles(Field.TEXT, term) > 0 || articles(Field.FILED, term) > 0;
    }

    /** How many articles have the most frequent of some terms. */
    int most(String field, Map<String, Float> terms) throws IOException {
        int most = 0;
        for (String term : terms.keySet()) {
            most = Math.max(most, articles(field, term));
        }
        return most;
    }

    /** The inverse document frequency of a word that so many articles have. */
    double rarity(int articles) {
        return idf(reader.maxDoc(), articles);
    }

    /** The most that BM25 can add for a word that so many articles have in a field. */
    double bound(String field, int articles) throws IOException {
        return articles == 0 ? 0 : (K1 + 1) * idf(reader.getDocCount(field), articles);
    }

    /**
     * What Lucene takes for the rarity of a phrase with any of some terms at each place: the sum over all of them, so that
     * one with many forms would count for more; 1 where no article has any.
     */
    double sum(String field, List<Set<String>> places) throws IOException {
        double sum = 0;
        for (Set<String> terms : places) {
            for (String term : terms) {
                int having = articles(field, term);
                sum += having == 0 ? 0 : idf(reader.getDocCount(field), having);
            }
        }
        return sum == 0 ? 1 : sum;
    }

    /** How many articles may have any of some terms at each place: of the places, the fewest that have the most frequent. */
    int fewest(List<Set<String>> places) throws IOException {
        int fewest = Integer.MAX_VALUE;
        for (Set<String> terms : places) {
            int most = 0;
            for (String term : terms) {
                most = Math.max(most, Math.max(articles(Field.TEXT, term), articles(Field.FILED, term)));
            }
            fewest = Math.min(fewest, most);
        }
        return fewest;
    }

    /** Lucene's own for BM25, which is above what one word can add. */
    private static double idf(int all, int articles) {
        return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
    }
}
