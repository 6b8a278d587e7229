package dev.byline.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The public articles behind the terms of an index: how many they are and which are the newest. Remembered for each state of
 * a segment.
 */
final class Behind {
    /** The most articles that are named. */
    static final int NAMED = 8;

    private static final int MOST_COUNTS = 1 << 15;
    private static final int MOST_HEADLINES = 1 << 12;
    private static final int QUICK = 16;
    private static final int MOST_AT_ONCE = 64;

    /** A document, by its place in the segment or in the index, and where its article stands among others. */
    record Article(long second, long nano, String id, int document) {
        private Article behind(int documents) {
            return new Article(second, nano, id, documents + document);
        }
    }

    static final Comparator<Article> NEWEST_FIRST = Comparator.comparingLong(Article::second)
            .thenComparingLong(Article::nano)
            .thenComparing(Article::id)
            .reversed();

    /**
     * What is behind a term.
     *
     * @param articles how many
     * @param newest the newest, at most {@value #NAMED}
     */
    record Found(int articles, List<Article> newest) {
        static final Found NOTHING = new Found(0, List.of());
    }

    /** A state of a segment, and what is known of it, by field and term. */
    private record Known(Object state, Map<String, Map<String, Integer>> articles, Map<String, Found> headlines) {}

    private final PublicArticles publicArticles;
    private final Map<IndexReader.CacheKey, Known> segments = new ConcurrentHashMap<>();

    Behind(PublicArticles publicArticles) {
        this.publicArticles = publicArticles;
    }

    /** One state of the index at an instant; for one thread. */
    At at(IndexReader reader, Instant now) {
        return new At(reader, now);
    }

    /** Looks on one state of the index. */
    final class At {
        private final List<LeafReaderContext> segments;
        private final Instant now;

        // Terms that begin alike are found faster one after the other.
        private final Map<String, @Nullable TermsEnum[]> terms = new HashMap<>();

        private At(IndexReader reader, Instant now) {
            segments = reader.leaves();
            this.now = now;
        }

        /** How many public articles are behind a term. */
        int articles(String field, Completions.Found term) throws IOException {
            int articles = 0;
            for (LeafReaderContext segment : segments) {
                if (term.maybeIn(segment.ord)) {
                    Map<String, Integer> known = known(segment.reader(), now)
                            .articles
                            .computeIfAbsent(field, one -> new ConcurrentHashMap<>());
                    Integer some = known.get(term.term());
                    if (some == null) {
                        some = count(segment, field, term.term());
                        makeRoom(known, MOST_COUNTS);
                        known.put(term.term(), some);
                    }
                    articles += some;
                }
            }
            return articles;
        }

        private int count(LeafReaderContext segment, String field, String term) throws IOException {
            TermsEnum found = find(segment, field, term);
            if (found == null) {
                return 0;
            }
            Bits open = publicArticles.of(segment.reader(), now);
            if (open == null) {
                return found.docFreq();
            }
            PostingsEnum documents = found.postings(null, PostingsEnum.NONE);
            int articles = 0;
            while (next(documents, null, open)) {
                articles++;
            }
            return articles;
        }

        /**
         * The public articles with a word in their headlines.
         *
         * @param among those that come into question, by segment, null for none of it; null for all
         */
        Found headlines(Completions.Found word, @Nullable List<@Nullable FixedBitSet> among) throws IOException {
            int articles = 0;
            List<Article> newest = new ArrayList<>();
            for (LeafReaderContext segment : segments) {
                FixedBitSet some = among == null ? null : among.get(segment.ord);
                if (word.maybeIn(segment.ord) && (among == null || some != null)) {
                    Found found = some == null
                            ? knownHeadlines(segment, word.term())
                            : Behind.headlines(
                                    segment.reader(),
                                    find(segment, Field.HEADLINE, word.term()),
                                    some,
                                    publicArticles.of(segment.reader(), now));
                    articles += found.articles;
                    found.newest.forEach(one -> newest.add(one.behind(segment.docBase)));
                }
            }
            newest.sort(NEWEST_FIRST);
            return new Found(articles, newest.size() > NAMED ? newest.subList(0, NAMED) : newest);
        }

        private Found knownHeadlines(LeafReaderContext segment, String word) throws IOException {
            Map<String, Found> known = known(segment.reader(), now).headlines;
            Found found = known.get(word);
            if (found == null) {
                found = Behind.headlines(
                        segment.reader(),
                        find(segment, Field.HEADLINE, word),
                        null,
                        publicArticles.of(segment.reader(), now));
                if (found.articles > QUICK) {
                    makeRoom(known, MOST_HEADLINES);
                    known.put(word, found);
                }
            }
            return found;
        }

        private @Nullable TermsEnum find(LeafReaderContext segment, String field, String term) throws IOException {
            @Nullable TermsEnum[] all = terms.computeIfAbsent(field, one -> new TermsEnum[segments.size()]);
            TermsEnum found = all[segment.ord];
            if (found == null) {
                Terms some = segment.reader().terms(field);
                if (some == null) {
                    return null;
                }
                found = some.iterator();
                all[segment.ord] = found;
            }
            return found.seekExact(new BytesRef(term)) ? found : null;
        }
    }

    private static void makeRoom(Map<?, ?> known, int most) {
        if (known.size() >= most) {
            known.clear();
        }
    }

    private Known known(LeafReader segment, Instant now) throws IOException {
        Object state = publicArticles.state(segment, now);
        IndexReader.@Nullable CacheHelper cache = segment.getReaderCacheHelper();
        Known known = cache == null ? null : segments.get(cache.getKey());
        if (known == null || known.state != state) {
            boolean fresh = known == null;
            known = new Known(state, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            if (cache != null) {
                segments.put(cache.getKey(), known);
                if (fresh) {
                    cache.addClosedListener(segments::remove);
                }
            }
        }
        return known;
    }

    private static Found headlines(
            LeafReader segment, @Nullable TermsEnum word, @Nullable FixedBitSet among, @Nullable Bits open)
            throws IOException {
        if (word == null) {
            return Found.NOTHING;
        }
        PostingsEnum documents = word.postings(null, PostingsEnum.NONE);
        if (word.docFreq() <= QUICK) {
            List<Article> all = named(segment, documents, among, open, Long.MIN_VALUE);
            return new Found(all.size(), newest(all));
        }
        NumericDocValues seconds = DocValues.getNumeric(segment, Field.PUBLISHED);
        int articles = 0;
        long[] newest = new long[NAMED];
        while (next(documents, among, open)) {
            seconds.advanceExact(documents.docID());
            keep(newest, Math.min(articles++, NAMED), seconds.longValue());
        }
        if (articles == 0) {
            return Found.NOTHING;
        }
        documents = word.postings(documents, PostingsEnum.NONE);
        long from = newest[Math.min(articles, NAMED) - 1];
        return new Found(articles, newest(named(segment, documents, among, open, from)));
    }

    private static boolean next(PostingsEnum documents, @Nullable FixedBitSet among, @Nullable Bits open)
            throws IOException {
        int document = documents.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (among != null && !among.get(document)) {
                int next = among.nextSetBit(document);
                document = next == DocIdSetIterator.NO_MORE_DOCS ? next : documents.advance(next);
            } else if (open != null && !open.get(document)) {
                document = documents.nextDoc();
            } else {
                return true;
            }
        }
        return false;
    }

    // Sorted from the newest on.
    private static void keep(long[] newest, int size, long second) {
        int at = size;
        if (size == NAMED) {
            if (second <= newest[NAMED - 1]) {
                return;
            }
            at = NAMED - 1;
        }
        while (at > 0 && newest[at - 1] < second) {
            newest[at] = newest[at - 1];
            at--;
        }
        newest[at] = second;
    }

    private static List<Article> named(
            LeafReader segment, PostingsEnum documents, @Nullable FixedBitSet among, @Nullable Bits open, long from)
            throws IOException {
        NumericDocValues seconds = DocValues.getNumeric(segment, Field.PUBLISHED);
        NumericDocValues nanos = DocValues.getNumeric(segment, Field.PUBLISHED_NANO);
        BinaryDocValues ids = DocValues.getBinary(segment, Field.ID);
        List<Article> named = new ArrayList<>();
        while (next(documents, among, open)) {
            int document = documents.docID();
            seconds.advanceExact(document);
            if (seconds.longValue() >= from) {
                nanos.advanceExact(document);
                ids.advanceExact(document);
                named.add(new Article(
                        seconds.longValue(),
                        nanos.longValue(),
                        ids.binaryValue().utf8ToString(),
                        document));
                if (named.size() == MOST_AT_ONCE) {
                    named = new ArrayList<>(newest(named));
                }
            }
        }
        return named;
    }

    private static List<Article> newest(List<Article> articles) {
        articles.sort(NEWEST_FIRST);
        return List.copyOf(articles.subList(0, Math.min(NAMED, articles.size())));
    }
}
