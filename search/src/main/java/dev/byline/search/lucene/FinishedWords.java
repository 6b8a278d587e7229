package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The headlines with the words that a reader has finished. */
final class FinishedWords {
    // A word that more articles have does not narrow headlines down, and takes long to look up.
    private static final int COMMON = 1 << 13;

    private FinishedWords() {}

    /**
     * The documents of each segment whose headlines have all these words in any form; null in the place of a segment that has
     * none, and null alone where no word narrows them down.
     */
    static @Nullable List<@Nullable FixedBitSet> headlines(IndexReader reader, List<Token> words) throws IOException {
        List<Set<String>> narrowing = new ArrayList<>();
        for (Token word : words) {
            Set<String> forms = WordForms.of(word).keySet();
            long articles = 0;
            for (String form : forms) {
                articles += reader.docFreq(new Term(Field.HEADLINE, form));
            }
            if (articles <= COMMON) {
                narrowing.add(forms);
            }
        }
        if (narrowing.isEmpty()) {
            return null;
        }
        List<@Nullable FixedBitSet> headlines = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            headlines.add(withAll(segment.reader(), narrowing));
        }
        return headlines;
    }

    private static @Nullable FixedBitSet withAll(LeafReader segment, List<Set<String>> words) throws IOException {
        FixedBitSet all = null;
        for (Set<String> forms : words) {
            FixedBitSet some = withAny(segment, forms);
            if (some == null) {
                return null;
            }
            if (all == null) {
                all = some;
            } else {
                all.and(some);
            }
        }
        return all == null || all.scanIsEmpty() ? null : all;
    }

    private static @Nullable FixedBitSet withAny(LeafReader segment, Set<String> forms) throws IOException {
        FixedBitSet any = null;
        for (String form : forms) {
            PostingsEnum documents = segment.postings(new Term(Field.HEADLINE, form), PostingsEnum.NONE);
            if (documents != null) {
                any = any == null ? new FixedBitSet(segment.maxDoc()) : any;
                while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    any.set(documents.docID());
                }
            }
        }
        return any;
    }
}
