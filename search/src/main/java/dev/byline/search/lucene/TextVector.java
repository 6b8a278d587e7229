package dev.byline.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How often the words of a text are in it, all forms of a word together; the weight of a word is (1 + ln n) · rarity. */
final class TextVector {
    private final Map<String, Integer> counts;

    private TextVector(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** Counts an article's words as the index would, and notes how each is written where it is first. */
    static TextVector of(ArticleText text, NewsAnalyzer analyzer, Map<String, String> written) throws IOException {
        Map<String, Integer> terms = new LinkedHashMap<>();
        for (ArticleText.Part part : text.parts()) {
            try (TokenStream stream = analyzer.forms(part.text(), text.persian())) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    String word = term.toString();
                    terms.merge(word, part.weight(), Integer::sum);
                    written.computeIfAbsent(
                            word.startsWith(WordForms.STEM) ? word.substring(1) : word,
                            first -> printable(part.text(), offset.startOffset(), offset.endOffset()));
                }
                stream.end();
            }
        }
        return of(terms);
    }

    /** The words of an article in the index, from its term vector; null has none. */
    static TextVector of(@Nullable Terms vector) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (vector != null) {
            TermsEnum terms = vector.iterator();
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                // Marks of other kinds are many, and are not counted.
                if (!WordForms.isOtherMark((char) term.bytes[term.offset])) {
                    counts.put(term.utf8ToString(), (int) terms.totalTermFreq());
                }
            }
        }
        return of(counts);
    }

    private static TextVector of(Map<String, Integer> terms) {
        Map<String, Integer> counts = new LinkedHashMap<>(2 * terms.size());
        terms.forEach((term, count) -> {
            if (term.startsWith(WordForms.STEM)) {
                counts.merge(term.substring(1), count, Integer::sum);
            }
        });
        // Where a word has another stem, the mark of that has been counted.
        terms.forEach((term, count) -> {
            if (!WordForms.isMark(term)
                    && WordForms.stems(term).stream().noneMatch(stem -> terms.containsKey(WordForms.STEM + stem))) {
                counts.merge(term, count, Integer::sum);
            }
        });
        return new TextVector(counts);
    }

    /** How often each is there, by its stem. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** The stems of the words. */
    Set<String> stems() {
        return counts.keySet();
    }

    /** Weighs the words by how much each tells. */
    Weighed weighed(Rarity rarity) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>(2 * counts.size());
        double squares = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            double weight = (1 + Math.log(count.getValue())) * rarity.of(count.getKey());
            weights.put(count.getKey(), weight);
            squares += weight * weight;
        }
        return new Weighed(weights, Math.sqrt(squares));
    }

    /**
     * The weights of a text's words.
     *
     * @param weights by the stems of the words
     * @param length the square root of the sum of their squares
     */
    record Weighed(Map<String, Double> weights, double length) {
        /** The cosine of the angle between two texts, from 0 to 1. */
        double cosine(Weighed other) {
            double shared = 0;
            for (Map.Entry<String, Double> word : weights.entrySet()) {
                Double weight = other.weights.get(word.getKey());
                shared += weight == null ? 0 : word.getValue() * weight;
            }
            return shared == 0 ? 0 : Math.min(1, shared / (length * other.length));
        }
    }

    private static String printable(String text, int start, int end) {
        String word = text.substring(start, end);
        boolean possessive = word.endsWith("'s") || word.endsWith("\u2019s");
        return possessive ? word.substring(0, word.length() - 2) : word;
    }
}
