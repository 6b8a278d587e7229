package dev.byline.search.lucene;

import dev.byline.article.ArticleId;
import dev.byline.search.likeness.TextModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Learns the next model of texts from one state of an index, and draws all its articles anew. */
final class Refit {
    private static final int BATCH = 1 << 18;

    /** Told of new portraits. */
    interface Portrayed {
        void portraits(Map<ArticleId, BytesRef> batch) throws IOException;
    }

    private record Sampled(long number, int document) {}

    private final IndexSearcher searcher;
    private final Portraits portraits;
    private final Runnable breath;

    Refit(IndexSearcher searcher, Portraits portraits, Runnable breath) {
        this.breath = breath;
        this.searcher = searcher;
        this.portraits = portraits;
    }

    /**
     * Whether so many articles call for a new model: at ten, and whenever half as many have come, or half have gone, since the
     * last one was made.
     */
    static boolean due(int articles, Portraits.Drawn present) {
        int before = present.model().articles();
        return articles >= 10 && (articles >= before + Math.max(1, before / 2) || articles <= before / 2);
    }

    /** A model of all articles, or of as many as one is fitted to: those with the smallest numbers, which are as good as drawn by lot. */
    TextModel fit() throws IOException {
        PriorityQueue<Sampled> sample =
                new PriorityQueue<>(Comparator.comparingLong(Sampled::number).reversed());
        int[] articles = {0};
        forEach((id, document, words) -> {
            articles[0]++;
            sample.add(new Sampled(Portraits.Drawn.number(id), document));
            if (sample.size() > TextModel.MOST_FITTED) {
                sample.poll();
            }
        });
        Sampled[] chosen = sample.stream()
                .sorted(Comparator.comparingLong(Sampled::number).thenComparingInt(Sampled::document))
                .toArray(Sampled[]::new);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < chosen.length; place++) {
            places.put(chosen[place].document(), place);
        }
        return TextModel.fit(
                new TextModel.Examples() {
                    @Override
                    public long[] ids() {
                        return Arrays.stream(chosen).mapToLong(Sampled::number).toArray();
                    }

                    @Override
                    public void read(Reader reader) throws IOException {
                        forEach((id, document, words) -> {
                            Integer place = places.get(document);
                            if (place != null) {
                                reader.article(place, portraits.wording(words.binaryValue()));
                            }
                        });
                    }
                },
                articles[0],
                breath);
    }

    /** Draws all. */
    void draw(Portraits.Drawn drawn, Portrayed portrayed) throws IOException {
        Map<ArticleId, BytesRef> batch = new LinkedHashMap<>();
        forEach((id, document, words) -> {
            batch.put(id, drawn.portrait(id, portraits.wording(words.binaryValue())));
            if ((batch.size() & 255) == 0) {
                breath.run();
            }
            // Every batch has Lucene write the portraits of whole segments, so they are few.
            if (batch.size() == BATCH) {
                portrayed.portraits(batch);
                batch.clear();
            }
        });
        portrayed.portraits(batch);
    }

    private interface Visitor {
        void visit(ArticleId id, int document, BinaryDocValues words) throws IOException;
    }

    private void forEach(Visitor visitor) throws IOException {
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Bits live = segment.reader().getLiveDocs();
            BinaryDocValues ids = DocValues.getBinary(segment.reader(), Field.ID);
            BinaryDocValues words = DocValues.getBinary(segment.reader(), Field.WORDS);
            for (int document = 0; document < segment.reader().maxDoc(); document++) {
                if ((live == null || live.get(document))
                        && ids.advanceExact(document)
                        && words.advanceExact(document)) {
                    ArticleId id = ArticleDocument.id(ids.binaryValue().utf8ToString());
                    visitor.visit(id, segment.docBase + document, words);
                }
            }
        }
    }
}
