package dev.byline.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How rare words are on one state of the index. */
final class Rarity {
    private static final int MOST_WORDS = 16;

    private Rarity() {}

    /** How rare a word is among the site's articles, from 0, in every one, to 1, in none; of several, the rarest one. */
    static double of(String term, IndexReader reader, NewsAnalyzer analyzer) throws IOException {
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
