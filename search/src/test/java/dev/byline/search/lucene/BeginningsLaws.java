package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.lucene.Beginnings.Having;
import dev.byline.testkit.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class BeginningsLaws {
    private static final Map<String, Float> OTHERS = Map.of("ab", 1f, "b", 0.5f, "abba", 0.2f);

    private final Beginnings beginnings = new Beginnings();

    @Provide
    Arbitrary<List<List<String>>> texts() {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(4);
        return word.list().ofMaxSize(4).list().ofMinSize(1).ofMaxSize(600);
    }

    @Property(tries = 60)
    @Rule("S-15")
    void a_beginning_has_each_article_as_often_as_words_begin_so(
            @ForAll("texts") List<List<String>> texts, @ForAll @IntRange(min = 0, max = 3) int length)
            throws IOException {
        String beginning = "abca".substring(0, length + 1);
        NavigableMap<Integer, Double> times = new TreeMap<>();
        NavigableMap<Integer, Double> withOthers = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i)) {
                double share = word.startsWith(beginning) ? WordForms.OTHER : 0;
                add(times, i, share);
                add(withOthers, i, Math.max(share, OTHERS.getOrDefault(word, 0f)));
            }
        }
        try (Directory directory = new ByteBuffersDirectory();
                DirectoryReader reader = index(directory, texts)) {
            LeafReaderContext segment = reader.leaves().get(0);
            for (int asked = 0; asked < 2; asked++) {
                assertSame(beginnings.of(segment, Field.TEXT, beginning), times);
            }
            Begun begun = new Begun(beginnings, reader, Field.TEXT, beginning, OTHERS);
            assertThat(begun.articles()).isBetween(times.size(), withOthers.size());
            Scorer scorer = begun.createWeight(new IndexSearcher(reader), ScoreMode.COMPLETE, 1)
                    .scorer(segment);
            for (int from = 0; from < texts.size() && scorer != null; from += 1 + from / 3) {
                Scorer anew = begun.createWeight(new IndexSearcher(reader), ScoreMode.COMPLETE, 1)
                        .scorer(segment);
                assertThat(anew).isNotNull();
                Integer next = withOthers.ceilingKey(from);
                assertThat(anew.iterator().advance(from))
                        .isEqualTo(next == null ? DocIdSetIterator.NO_MORE_DOCS : next);
                if (next != null && next > scorer.docID()) {
                    assertThat(scorer.iterator().advance(next)).isEqualTo(next);
                    assertThat(scorer.score()).isEqualTo(anew.score()).isPositive();
                }
            }
            assertThat(scorer == null).isEqualTo(withOthers.isEmpty());
        }
    }

    private static void add(Map<Integer, Double> times, int document, double share) {
        if (share > 0) {
            times.merge(document, share, Double::sum);
        }
    }

    private static void assertSame(Having having, NavigableMap<Integer, Double> times) {
        assertThat(having.size()).isEqualTo(times.size());
        int at = 0;
        for (Map.Entry<Integer, Double> one : times.entrySet()) {
            assertThat(having.documents()[at]).isEqualTo(one.getKey());
            assertThat((double) having.times()[at++])
                    .isCloseTo(one.getValue(), org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    private static DirectoryReader index(Directory directory, List<List<String>> texts) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (List<String> text : texts) {
                Document document = new Document();
                document.add(new TextField(Field.TEXT, String.join(" ", text), Store.NO));
                writer.addDocument(document);
            }
        }
        return DirectoryReader.open(directory);
    }
}
