package dev.byline.search.lucene;

import dev.byline.article.ArticleId;
import dev.byline.search.likeness.Gallery;
import dev.byline.search.likeness.Portrait;
import dev.byline.search.likeness.TextModel;
import dev.byline.search.likeness.Wording;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The portraits of all articles of an index, by which texts are compared, and the model they are drawn by.
 *
 * <p>They stand beside the articles as doc values, in one of two fields by turns: while a new model is at work, the old
 * portraits are still compared.
 */
final class Portraits {
    /** Before the turn of a field of portraits. */
    static final String FIELD = "portrait";

    private final FunctionWords functionWords;
    private final Map<IndexReader.CacheKey, Hung> galleries = new ConcurrentHashMap<>();
    private volatile Drawn present = Drawn.FIRST;
    private volatile @Nullable Drawn next;

    Portraits(FunctionWords functionWords) {
        this.functionWords = functionWords;
    }

    /**
     * A model, and the portraits drawn by it.
     *
     * @param number counts the models of an index
     * @param mark tells models of one number apart, such as those of another index in the same folder
     */
    record Drawn(long number, long mark, TextModel model) {
        static final Drawn FIRST = new Drawn(0, 0, TextModel.unfitted());

        boolean is(Drawn other) {
            return number == other.number && mark == other.mark;
        }

        String field() {
            return FIELD + (number & 1);
        }

        /** Where the portraits by the next model will be. */
        String nextField() {
            return FIELD + ((number + 1) & 1);
        }

        BytesRef portrait(ArticleId id, Wording text) {
            return new BytesRef(model.portrait(number(id), text).write());
        }

        /** An id as a number, which tells it from all others but by an odd chance. */
        static long number(ArticleId id) {
            long number = 0xCBF29CE484222325L;
            for (int i = 0; i < id.value().length(); i++) {
                number = (number ^ id.value().charAt(i)) * 0x100000001B3L;
            }
            return number;
        }
    }

    /** Whoever compares articles by their portraits. */
    interface Question<T> {
        T ask(IndexSearcher searcher, Drawn drawn) throws IOException;
    }

    private record Hung(Drawn drawn, Gallery gallery) {}

    /** Those that are compared. */
    Drawn present() {
        return present;
    }

    /** What every new article gets: a portrait by the present model, and by the next where there is one. */
    List<Drawn> drawn() {
        Drawn coming = next;
        return coming == null ? List.of(present) : List.of(present, coming);
    }

    /** From now on articles are drawn by the next model too. */
    void prepare(Drawn coming) {
        next = coming;
    }

    /** The next model is not to come after all. */
    void giveUp() {
        next = null;
    }

    /** All articles have portraits by this model, which are compared from now on. */
    void use(Drawn drawn) {
        present = drawn;
        next = null;
        galleries.values().removeIf(hung -> !hung.drawn.is(drawn));
    }

    Wording wording(WordsSeen seen) {
        return TextVector.of(seen).wording(functionWords);
    }

    /** The words of an article in the index. */
    Wording wording(BytesRef words) throws IOException {
        return TextVector.read(words).wording(functionWords);
    }

    /** The portraits of a segment; read when they are first asked for. */
    Gallery of(LeafReader segment, Drawn drawn) throws IOException {
        IndexReader.CacheKey key =
                Objects.requireNonNull(segment.getCoreCacheHelper()).getKey();
        Hung known = galleries.get(key);
        if (known != null && known.drawn.is(drawn)) {
            return known.gallery;
        }
        synchronized (galleries) {
            known = galleries.get(key);
            if (known != null && known.drawn.is(drawn)) {
                return known.gallery;
            }
            Gallery gallery = read(segment, drawn);
            if (drawn.is(present)) {
                galleries.put(key, new Hung(drawn, gallery));
                Objects.requireNonNull(segment.getCoreCacheHelper()).addClosedListener(galleries::remove);
            }
            return gallery;
        }
    }

    private static Gallery read(LeafReader segment, Drawn drawn) throws IOException {
        @Nullable Portrait[] portraits = new Portrait[segment.maxDoc()];
        BinaryDocValues written = DocValues.getBinary(segment, drawn.field());
        Bits live = segment.getLiveDocs();
        try {
            for (int document = written.nextDoc();
                    document != BinaryDocValues.NO_MORE_DOCS;
                    document = written.nextDoc()) {
                // Who has gone was not drawn by this model, and may still have a portrait by the last but one.
                if (live == null || live.get(document)) {
                    BytesRef one = written.binaryValue();
                    portraits[document] = one.length == 0 ? null : Portrait.read(one.bytes, one.offset, one.length);
                }
            }
            return new Gallery(drawn.model(), portraits);
        } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
            throw new CorruptIndexException("no portrait", drawn.field(), damaged);
        }
    }
}
