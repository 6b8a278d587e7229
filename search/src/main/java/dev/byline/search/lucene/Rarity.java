package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How much each word tells on one state of the index: its inverse document frequency among the site's articles and
 * {@value #BACKGROUND} imagined ones, in which function words are in nine of ten and any other word in one. So words
 * weigh alike on a site of three articles and on a large one, where the imagined ones no longer count.
 *
 * <p>Thread-safe; remembers what it was asked.
 */
final class Rarity {
    private static final int BACKGROUND = 100;
    private static final double COMMON = 0.9 * BACKGROUND;
    private static final int MOST_WORDS = 16;
    private static final int MOST_REMEMBERED = 200_000;

    private final IndexReader reader;
    private final FunctionWords functionWords;
    private final double all;
    private final Map<String, Double> remembered = new ConcurrentHashMap<>();

    Rarity(IndexReader reader, FunctionWords functionWords) {
        this.reader = reader;
        this.functionWords = functionWords;
        all = (double) reader.maxDoc() + BACKGROUND;
    }

    IndexReader reader() {
        return reader;
    }

    /** The weight of the words with this stem; above 0. */
    double of(String stem) throws IOException {
        Double known = remembered.get(stem);
        if (known != null) {
            return known;
        }
        double rarity =
                Math.log((all + 1) / (Math.min(all, articles(stem) + (isFunctionWord(stem) ? COMMON : 1)) + 0.5));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(stem, rarity);
        }
        return rarity;
    }

    /** How rare a word is among the site's articles, from 0, in every one, to 1, in none; of several, the rarest one. */
    double ofTerm(String term, NewsAnalyzer analyzer) throws IOException {
        double fewest = reader.maxDoc();
        boolean asked = false;
        for (NewsAnalyzer.Token token : analyzer.tokens(term, MOST_WORDS)) {
            fewest = Math.min(fewest, articles(WordForms.stem(token.word())));
            asked = true;
        }
        return asked && fewest > 0 ? 1 - Math.log1p(fewest) / Math.log1p(reader.maxDoc()) : 1;
    }

    boolean isFunctionWord(String stem) {
        return functionWords.contains(stem);
    }

    private double articles(String stem) throws IOException {
        double articles = 0;
        for (String form : WordForms.withStem(stem)) {
            articles += reader.docFreq(new Term(Field.TEXT, form));
        }
        return Math.min(articles, reader.maxDoc());
    }
}
