package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares an index with a store: the whole of both once, and what differs then a few times more, since it may have been
 * changed between the two looks.
 */
final class StoreCheck {
    private static final int MORE_LOOKS = 2;
    private static final int BATCH = 100;

    private final OpenIndex index;
    private final ArticleStore store;
    private long compared;

    private StoreCheck(OpenIndex index, ArticleStore store) {
        this.index = index;
        this.store = store;
    }

    /** How an article that is not the same in both differs. */
    private enum Difference {
        MISSING,
        EXTRA,
        DIFFERENT
    }

    /** An article that differed. */
    private record Suspect(ArticleId id, Difference how) {}

    static Verification of(OpenIndex index, ArticleStore store) throws IOException {
        StoreCheck check = new StoreCheck(index, store);
        List<Suspect> suspects = check.all();
        suspects.sort((one, other) -> one.id().compareTo(other.id()));
        for (int look = 0; look < MORE_LOOKS && !suspects.isEmpty(); look++) {
            suspects = check.again(suspects);
        }
        return new Verification(
                check.compared,
                count(suspects, Difference.MISSING),
                count(suspects, Difference.EXTRA),
                count(suspects, Difference.DIFFERENT),
                first(suspects, Difference.MISSING),
                first(suspects, Difference.EXTRA),
                first(suspects, Difference.DIFFERENT));
    }

    private static long count(List<Suspect> suspects, Difference how) {
        return suspects.stream().filter(suspect -> suspect.how() == how).count();
    }

    private static List<ArticleId> first(List<Suspect> suspects, Difference how) {
        return suspects.stream()
                .filter(suspect -> suspect.how() == how)
                .map(Suspect::id)
                .limit(Verification.MOST_IDS)
                .toList();
    }

    private List<Suspect> all() throws IOException {
        List<Suspect> suspects = new ArrayList<>();
        IndexSearcher searcher = index.acquire();
        try {
            IndexReader reader = searcher.getIndexReader();
            for (LeafReaderContext leaf : reader.leaves()) {
                // Reads every byte once: what is compared below is a small part of the index.
                leaf.reader().checkIntegrity();
            }
            Held held = new Held(reader);
            try (Stream<Article> articles = store.stream()) {
                for (Iterator<Article> each = articles.iterator(); each.hasNext(); ) {
                    Article article = each.next();
                    compared += ArticleFields.belongs(article) ? 1 : 0;
                    compare(article.id(), article, held, suspects);
                }
            }
            for (ArticleId id : held.unseen()) {
                suspects.add(new Suspect(id, Difference.EXTRA));
            }
            return suspects;
        } finally {
            index.release(searcher);
        }
    }

    private List<Suspect> again(List<Suspect> suspects) throws IOException {
        List<Suspect> still = new ArrayList<>();
        for (int from = 0; from < suspects.size(); from += BATCH) {
            List<ArticleId> ids = suspects.subList(from, Math.min(suspects.size(), from + BATCH)).stream()
                    .map(Suspect::id)
                    .toList();
            Map<ArticleId, Article> stored = new HashMap<>();
            store.find(ids).forEach(article -> stored.put(article.id(), article));
            // Whoever told the store before this has told the index when this is over, or is about to.
            index.settle();
            IndexSearcher searcher = index.acquire();
            try {
                Held held = new Held(searcher.getIndexReader());
                for (ArticleId id : ids) {
                    compare(id, stored.get(id), held, still);
                }
            } finally {
                index.release(searcher);
            }
        }
        return still;
    }

    private static void compare(ArticleId id, @Nullable Article article, Held held, List<Suspect> suspects)
            throws IOException {
        boolean belongs = article != null && ArticleFields.belongs(article);
        int copies = held.look(id);
        if (article == null || !belongs) {
            if (copies > 0) {
                suspects.add(new Suspect(id, Difference.EXTRA));
            }
        } else if (copies == 0) {
            suspects.add(new Suspect(id, Difference.MISSING));
        } else if (copies > 1 || !Fingerprint.of(article).equals(held.fingerprint())) {
            suspects.add(new Suspect(id, Difference.DIFFERENT));
        }
    }

    /** What one state of the index holds, looked up by id. */
    private static final class Held {
        private final List<LeafReaderContext> leaves;
        private final FixedBitSet seen;
        private @Nullable BytesRef fingerprint;

        Held(IndexReader reader) {
            leaves = reader.leaves();
            seen = new FixedBitSet(Math.max(1, reader.maxDoc()));
        }

        /** Sees the documents of an article; returns how many there are. */
        int look(ArticleId id) throws IOException {
            int copies = 0;
            fingerprint = null;
            for (LeafReaderContext leaf : leaves) {
                var documents = leaf.reader().postings(new org.apache.lucene.index.Term(Field.ID, id.value()));
                Bits live = leaf.reader().getLiveDocs();
                if (documents == null) {
                    continue;
                }
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        copies++;
                        seen.set(leaf.docBase + doc);
                        fingerprint = value(leaf, Field.FINGERPRINT, doc);
                    }
                }
            }
            return copies;
        }

        /** The one of the article last looked at, if it has one. */
        @Nullable
        BytesRef fingerprint() {
            return fingerprint;
        }

        /** The articles that nobody has looked at. */
        List<ArticleId> unseen() throws IOException {
            List<ArticleId> ids = new ArrayList<>();
            for (LeafReaderContext leaf : leaves) {
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if ((live == null || live.get(doc)) && !seen.get(leaf.docBase + doc)) {
                        BytesRef id = value(leaf, Field.ID, doc);
                        if (id != null) {
                            ids.add(ArticleDocument.id(id.utf8ToString()));
                        }
                    }
                }
            }
            return ids;
        }

        private static @Nullable BytesRef value(LeafReaderContext leaf, String field, int doc) throws IOException {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
            return values != null && values.advanceExact(doc) ? BytesRef.deepCopyOf(values.binaryValue()) : null;
        }
    }
}
