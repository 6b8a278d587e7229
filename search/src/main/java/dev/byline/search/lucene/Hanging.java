package dev.byline.search.lucene;

import dev.byline.article.ArticleId;
import dev.byline.search.likeness.Gallery;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * A segment with the portraits of its articles.
 *
 * @param listed those that are public; null where all are
 * @param self the article that is asked about, if it is one of them; else -1
 */
record Hanging(
        LeafReaderContext segment,
        Gallery gallery,
        @Nullable Bits listed,
        int self) {
    /** All segments of an index, by what is public at an instant. */
    static List<Hanging> of(
            IndexReader reader,
            Portraits portraits,
            Portraits.Drawn drawn,
            PublicArticles articles,
            ArticleId self,
            Instant now)
            throws IOException {
        List<Hanging> all = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            all.add(new Hanging(
                    segment,
                    portraits.of(segment.reader(), drawn),
                    articles.of(segment.reader(), now),
                    document(segment, self)));
        }
        return all;
    }

    private static int document(LeafReaderContext segment, ArticleId id) throws IOException {
        PostingsEnum documents = segment.reader().postings(new Term(Field.ID, id.value()), PostingsEnum.NONE);
        Bits live = segment.reader().getLiveDocs();
        while (documents != null && documents.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            if (live == null || live.get(documents.docID())) {
                return documents.docID();
            }
        }
        return -1;
    }

    /** Whether an article may be in the answer. */
    boolean lists(int document) {
        return document != self && (listed == null || listed.get(document));
    }
}
