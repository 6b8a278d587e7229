package dev.byline.search.lucene;

import dev.byline.search.likeness.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * How often the words of a text are in it, all forms of a word together, and in which order.
 *
 * <p>Written as a line for each word, its number, a space and the stem, in the order of the text; then an empty line; then a line
 * each for headline, standfirst and body, with a character for each of its words: {@value #FIRST} and the place of the word among
 * the lines above.
 */
final class TextVector {
    private static final int FIRST = 0xA1;
    private static final int LAST = Character.MIN_SURROGATE - 1;
    private static final int PARTS = 3;
    private static final int UNSEEN = -1;
    private static final int TELLS_NOTHING = -2;

    private final Map<String, Integer> counts;
    private final int[][] order;

    private TextVector(Map<String, Integer> counts, int[][] order) {
        this.counts = counts;
        this.order = order;
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
                    seen.see(term, flags, part.weight(), part.number());
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
        int[][] order = seen.order();
        for (int part = 0; part < order.length; part++) {
            order[part] = Arrays.stream(order[part])
                    .filter(place -> place <= LAST - FIRST)
                    .toArray();
        }
        return new TextVector(seen.counts(), order);
    }

    /** How often each word of an article in the index is there, by its stem. */
    static Map<String, Integer> counts(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues texts = DocValues.getBinary(segment.reader(), Field.WORDS);
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (texts.advanceExact(document - segment.docBase)) {
            read(texts.binaryValue(), counts);
        }
        return counts;
    }

    /** All of what an article in the index was written as. */
    static TextVector read(BytesRef written) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int at = read(written, counts);
        int end = written.offset + written.length;
        String text = new String(written.bytes, at, end - at, StandardCharsets.UTF_8);
        int[][] order = new int[PARTS][];
        int start = 0;
        for (int part = 0; part < PARTS; part++) {
            int stop = text.indexOf('\n', start);
            if (stop < 0) {
                throw new CorruptIndexException("no words in their order", Field.WORDS);
            }
            order[part] =
                    text.substring(start, stop).chars().map(one -> one - FIRST).toArray();
            start = stop + 1;
        }
        return new TextVector(counts, order);
    }

    /** The words as the index keeps them. */
    String write() {
        StringBuilder written = new StringBuilder();
        counts.forEach(
                (word, times) -> written.append(times).append(' ').append(word).append('\n'));
        written.append('\n');
        for (int[] part : order) {
            for (int place : part) {
                written.append((char) (FIRST + place));
            }
            written.append('\n');
        }
        return written.toString();
    }

    // Returns where the order begins.
    private static int read(BytesRef written, Map<String, Integer> counts) {
        int end = written.offset + written.length;
        int at = written.offset;
        for (; at < end && written.bytes[at] != '\n'; at++) {
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
        return at + 1;
    }

    /** Its words in their order, but for those that tell nothing. */
    Wording wording(FunctionWords functionWords) {
        String[] stems = counts.keySet().toArray(String[]::new);
        int[] places = new int[stems.length];
        Arrays.fill(places, UNSEEN);
        List<String> words = new ArrayList<>(stems.length);
        int[][] telling = new int[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            int[] own = new int[order[part].length];
            int size = 0;
            for (int stem : order[part]) {
                if (places[stem] == UNSEEN) {
                    boolean tells = !functionWords.contains(stems[stem]);
                    places[stem] = tells ? words.size() : TELLS_NOTHING;
                    if (tells) {
                        words.add(stems[stem]);
                    }
                }
                if (places[stem] >= 0) {
                    own[size++] = places[stem];
                }
            }
            telling[part] = Arrays.copyOf(own, size);
        }
        return new Wording(words, telling[0], telling[1], telling[2]);
    }

    private static String printable(String text, int start, int end) {
        String word = text.substring(start, end);
        boolean possessive = word.endsWith("'s") || word.endsWith("\u2019s");
        return possessive ? word.substring(0, word.length() - 2) : word;
    }
}
