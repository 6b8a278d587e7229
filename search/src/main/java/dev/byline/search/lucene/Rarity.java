package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

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

    /** Looks up the words with these stems, all in one pass through the index, so that each is known at once later. */
    void learn(Collection<String> stems) throws IOException {
        Map<String, Integer> articles = new HashMap<>();
        Map<BytesRef, String> forms = new TreeMap<>();
        for (String stem : stems) {
            if (!remembered.containsKey(stem) && articles.put(stem, 0) == null) {
                WordForms.withStem(stem).forEach(form -> forms.put(new BytesRef(form), stem));
            }
        }
        if (remembered.size() + articles.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        for (LeafReaderContext segment : reader.leaves()) {
            Terms terms = segment.reader().terms(Field.TEXT);
            if (terms != null) {
                TermsEnum words = terms.iterator();
                for (Map.Entry<BytesRef, String> form : forms.entrySet()) {
                    if (words.seekExact(form.getKey())) {
                        articles.merge(form.getValue(), words.docFreq(), Integer::sum);
                    }
                }
            }
        }
        articles.forEach((stem, count) -> remembered.put(stem, rarity(stem, count)));
    }

    /** The weight of the words with this stem; above 0. */
    double of(String stem) throws IOException {
        Double known = remembered.get(stem);
        return known == null ? rarity(stem, articles(stem)) : known;
    }

    private double rarity(String stem, double articles) {
        double background = isFunctionWord(stem) ? COMMON : 1;
        return Math.log((all + 1) / (Math.min(all, articles + background) + 0.5));
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
        return articles;
    }
}
