package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Map;
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

    /** Lucene's own for BM25, which is above what one word can add. */
    private static double idf(int all, int articles) {
        return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
    }
}
