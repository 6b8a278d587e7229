package dev.byline.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** How often the words of a text are in it, all forms of a word together; the weight of a word is (1 + ln n) · rarity. */
final class TextVector {
    private final Map<String, Integer> counts;

    private TextVector(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** Counts an article's words as the index would, and notes how each is written where it is first. */
    static TextVector of(ArticleText text, NewsAnalyzer analyzer, Map<String, String> written) throws IOException {
        WordsSeen seen = new WordsSeen();
        for (ArticleText.Part part : text.parts()) {
            try (TokenStream stream = analyzer.forms(part.text(), text.persian())) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                FlagsAttribute flags = stream.addAttribute(FlagsAttribute.class);
                OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    seen.see(term, flags, part.weight());
                    String word = term.toString();
                    written.computeIfAbsent(
                            word.startsWith(WordForms.STEM) ? word.substring(1) : word,
                            first -> printable(part.text(), offset.startOffset(), offset.endOffset()));
                }
                stream.end();
            }
        }
        return of(seen);
    }

    /** The words of a text that has gone by. */
    static TextVector of(WordsSeen seen) {
        return new TextVector(seen.counts());
    }

    /** The words of an article in the index. */
    static TextVector of(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues texts = DocValues.getBinary(segment.reader(), Field.WORDS);
        return texts.advanceExact(document - segment.docBase) ? read(texts.binaryValue()) : new TextVector(Map.of());
    }

    /** The words as the index keeps them: how often, a space and the stem, a line for each, in the order of the text. */
    String write() {
        StringBuilder written = new StringBuilder();
        counts.forEach(
                (word, times) -> written.append(times).append(' ').append(word).append('\n'));
        return written.toString();
    }

    private static TextVector read(BytesRef written) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int end = written.offset + written.length;
        for (int at = written.offset; at < end; at++) {
            int count = 0;
            for (; written.bytes[at] != ' '; at++) {
                count = 10 * count + written.bytes[at] - '0';
            }
            int start = ++at;
            while (written.bytes[at] != '\n') {
                at++;
            }
            counts.put(new String(written.bytes, start, at - start, StandardCharsets.UTF_8), count);
        }
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
