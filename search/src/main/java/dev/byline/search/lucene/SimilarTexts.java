package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.score.Likeness;
import dev.byline.score.Similar;
import dev.byline.search.likeness.Blend;
import dev.byline.search.likeness.Portrait;
import dev.byline.search.likeness.Stories;
import dev.byline.search.likeness.TextModel;
import dev.byline.search.likeness.TextModel.Telling;
import dev.byline.search.likeness.Wording;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts like one, on one state of the index (rule S-10).
 *
 * <p>On a site of at most {@value #ALL} articles all are compared. On a larger one those whose words point the same way,
 * two for each that is asked for but at least {@value #FEWEST}; and, since words that came up after the site's language was
 * learned point nowhere, those that have one of the {@value #NEW_WORDS} weightiest of these, as long as few have.
 */
final class SimilarTexts {
    private static final int ALL = 2000;
    private static final int FEWEST = 100;
    private static final int SHARED = 10;
    private static final int NEW_WORDS = 8;
    private static final int MOST_WITH_NEW_WORD = 500;

    /** An article that was compared. */
    private record Found(Hanging segment, int document, Likeness likeness, double similarity) {}

    /** The same with all that it is ordered by. */
    private record Candidate(ArticleId id, Instant published, Found found) {}

    private static final Comparator<Candidate> MOST_SIMILAR_FIRST = Comparator.<Candidate>comparingDouble(
                    candidate -> candidate.found.similarity)
            .thenComparing(Candidate::published)
            .thenComparing(Candidate::id)
            .reversed();

    private final NewsAnalyzer analyzer;
    private final FunctionWords functionWords;
    private final PublicArticles publicArticles;
    private final Portraits portraits;

    SimilarTexts(
            NewsAnalyzer analyzer, FunctionWords functionWords, PublicArticles publicArticles, Portraits portraits) {
        this.analyzer = analyzer;
        this.functionWords = functionWords;
        this.publicArticles = publicArticles;
        this.portraits = portraits;
    }

    List<Similar> find(IndexSearcher searcher, Portraits.Drawn drawn, Article article, int n, Instant now)
            throws IOException {
        Map<String, String> written = new HashMap<>();
        Wording text = TextVector.of(ArticleText.of(article), analyzer, written).wording(functionWords);
        Portrait asked = drawn.model().sketch(text);
        List<Telling> telling = drawn.model().telling(text, asked);
        IndexReader reader = searcher.getIndexReader();
        List<Hanging> segments = Hanging.of(reader, portraits, drawn, publicArticles, article.id(), now);
        List<Found> found = reader.numDocs() <= ALL
                ? all(segments, asked)
                : likely(
                        segments,
                        drawn.model(),
                        asked,
                        (int) Math.min(reader.numDocs(), 2L * n),
                        newWords(drawn, telling));
        List<Candidate> best = best(found, n);
        Stories stories = new Stories(asked);
        best.forEach(one -> stories.add(one.found.segment.gallery(), one.found.document));
        List<Similar> similar = new ArrayList<>(best.size());
        for (int place = 0; place < best.size(); place++) {
            Found one = best.get(place).found;
            int story = stories.story(place);
            similar.add(new Similar(
                    best.get(place).id,
                    one.similarity,
                    one.likeness,
                    terms(telling, one.segment.gallery().shared(asked, one.document), written),
                    story == Stories.ASKED ? article.id() : best.get(story).id));
        }
        return similar;
    }

    private static List<Found> all(List<Hanging> segments, Portrait asked) {
        List<Found> found = new ArrayList<>();
        for (Hanging segment : segments) {
            for (int document = 0; document < segment.segment().reader().maxDoc(); document++) {
                if (segment.lists(document)) {
                    compare(asked, segment, document, found);
                }
            }
        }
        return found;
    }

    private static List<Found> likely(
            List<Hanging> segments, TextModel model, Portrait asked, int most, List<String> newWords)
            throws IOException {
        Nearest nearest = Nearest.of(segments, model, asked, Math.max(FEWEST, most));
        List<Found> found = new ArrayList<>();
        Map<Hanging, Set<Integer>> compared = new HashMap<>();
        nearest.tell((segment, document) -> {
            if (!newWords.isEmpty()) {
                compared.computeIfAbsent(segment, none -> new HashSet<>()).add(document);
            }
            compare(asked, segment, document, found);
        });
        for (String word : newWords) {
            for (Map.Entry<Hanging, List<Integer>> one :
                    withWord(segments, word).entrySet()) {
                Set<Integer> known = compared.computeIfAbsent(one.getKey(), none -> new HashSet<>());
                for (int document : one.getValue()) {
                    if (known.add(document)) {
                        compare(asked, one.getKey(), document, found);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> newWords(Portraits.Drawn drawn, List<Telling> telling) {
        return telling.stream()
                .filter(one -> one.second() == null && !drawn.model().knows(one.first()))
                .limit(NEW_WORDS)
                .map(Telling::first)
                .toList();
    }

    /** The articles that are in the answer's reach and have a word; none where they are too many, as they are to be told. */
    private static Map<Hanging, List<Integer>> withWord(List<Hanging> segments, String word) throws IOException {
        Map<Hanging, List<Integer>> found = new LinkedHashMap<>();
        int articles = 0;
        for (Hanging segment : segments) {
            List<Integer> own = new ArrayList<>();
            for (String form : WordForms.withStem(word)) {
                PostingsEnum documents =
                        segment.segment().reader().postings(new Term(Field.TEXT, form), PostingsEnum.NONE);
                while (documents != null && documents.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                    if (segment.lists(documents.docID())) {
                        own.add(documents.docID());
                        articles++;
                    }
                    if (articles > MOST_WITH_NEW_WORD) {
                        return Map.of();
                    }
                }
            }
            found.put(segment, own);
        }
        return found;
    }

    private static void compare(Portrait asked, Hanging segment, int document, List<Found> found) {
        @Nullable Likeness likeness = segment.gallery().compare(asked, document);
        double similarity = likeness == null ? 0 : Blend.similarity(likeness);
        if (likeness != null && similarity > 0) {
            found.add(new Found(segment, document, likeness, similarity));
        }
    }

    private static List<Candidate> best(List<Found> found, int n) throws IOException {
        // Only what may be among the best is worth a look at who it is; in the order of the index, which is read so.
        double[] similarities =
                found.stream().mapToDouble(Found::similarity).sorted().toArray();
        double least = found.size() <= n ? 0 : similarities[found.size() - n];
        List<Found> enough = found.stream()
                .filter(one -> one.similarity >= least)
                .sorted(Comparator.comparingInt(one -> one.segment.segment().docBase + one.document))
                .toList();
        List<Candidate> candidates = new ArrayList<>(enough.size());
        int base = -1;
        BinaryDocValues ids = DocValues.emptyBinary();
        NumericDocValues seconds = DocValues.emptyNumeric();
        NumericDocValues nanos = DocValues.emptyNumeric();
        for (Found one : enough) {
            if (base != one.segment.segment().docBase) {
                base = one.segment.segment().docBase;
                LeafReader segment = one.segment.segment().reader();
                ids = DocValues.getBinary(segment, Field.ID);
                seconds = DocValues.getNumeric(segment, Field.PUBLISHED);
                nanos = DocValues.getNumeric(segment, Field.PUBLISHED_NANO);
            }
            String id = ids.advanceExact(one.document) ? ids.binaryValue().utf8ToString() : "";
            long second = seconds.advanceExact(one.document) ? seconds.longValue() : 0;
            long nano = nanos.advanceExact(one.document) ? nanos.longValue() : 0;
            candidates.add(new Candidate(ArticleDocument.id(id), Instant.ofEpochSecond(second, nano), one));
        }
        candidates.sort(MOST_SIMILAR_FIRST);
        return candidates.subList(0, Math.min(n, candidates.size()));
    }

    /** What both speak of, as the article that was asked about writes it; no word that is in a phrase already. */
    private static List<String> terms(List<Telling> telling, long shared, Map<String, String> written) {
        if (shared == 0) {
            return List.of();
        }
        List<String> terms = new ArrayList<>(SHARED);
        Set<String> said = new HashSet<>();
        for (Telling one : telling) {
            if (terms.size() == SHARED) {
                break;
            }
            String second = one.second();
            if ((shared >>> one.place() & 1) == 0
                    || said.contains(one.first())
                    || (second != null && said.contains(second))) {
                continue;
            }
            String first = written.getOrDefault(one.first(), one.first());
            terms.add(second == null ? first : first + " " + written.getOrDefault(second, second));
            said.add(one.first());
            if (second != null) {
                said.add(second);
            }
        }
        return terms;
    }
}
