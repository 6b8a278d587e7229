package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** How rare words are; remembers what it was asked about the newest state of the index. Thread-safe. */
final class Rarity {
    private static final int MOST_WORDS = 16;
    private static final int MOST_REMEMBERED = 50_000;

    private record Remembered(IndexReader reader, Map<String, Double> rarities) {}

    private final NewsAnalyzer analyzer;
    private volatile @Nullable Remembered remembered;

    Rarity(NewsAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** How rare a word is among the site's articles, from 0, in every one, to 1, in none; of several, the rarest one. */
    double of(String term, IndexReader reader) throws IOException {
        Remembered last = remembered;
        if (last == null || !last.reader.equals(reader) || last.rarities.size() >= MOST_REMEMBERED) {
            last = new Remembered(reader, new ConcurrentHashMap<>());
            remembered = last;
        }
        Double known = last.rarities.get(term);
        if (known != null) {
            return known;
        }
        double rarity = lookUp(term, reader);
        last.rarities.put(term, rarity);
        return rarity;
    }

    /** Lets go of the index. */
    void forget() {
        remembered = null;
    }

    private double lookUp(String term, IndexReader reader) throws IOException {
        double fewest = reader.maxDoc();
        boolean asked = false;
        for (NewsAnalyzer.Token token : analyzer.tokens(term, MOST_WORDS)) {
            double articles = 0;
            for (String form : WordForms.withStem(WordForms.stem(token.word()))) {
                articles += reader.docFreq(new Term(Field.TEXT, form));
            }
            fewest = Math.min(fewest, articles);
            asked = true;
        }
        return asked && fewest > 0 ? 1 - Math.log1p(fewest) / Math.log1p(reader.maxDoc()) : 1;
    }
}
