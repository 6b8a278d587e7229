package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.score.Similar;
import dev.byline.search.lucene.TextVector.Weighed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds texts like one, on one state of the index (rule S-10).
 *
 * <p>The {@value #TELLING} weightiest words of the article fetch candidates, two for each that is asked for but at least
 * {@value #FEWEST} and at most {@value #MOST}, by BM25; then whole texts are compared by the cosine of their words,
 * weighted with sublinear frequency and {@link Rarity}.
 */
final class SimilarTexts {
    private static final int TELLING = 40;
    private static final int FEWEST = 24;
    private static final int MOST = 1000;
    private static final int SHARED = 10;

    private record Candidate(ArticleId id, double similarity, Instant published, Weighed text) {}

    private static final Comparator<Candidate> MOST_SIMILAR_FIRST = Comparator.<Candidate>comparingDouble(
                    Candidate::similarity)
            .thenComparing(Candidate::published)
            .thenComparing(Candidate::id)
            .reversed();

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Field.PUBLISHED, SortField.Type.LONG, true),
            new SortField(Field.PUBLISHED_NANO, SortField.Type.LONG, true),
            new SortField(Field.ID, SortField.Type.STRING_VAL, true));

    private final NewsAnalyzer analyzer;

    SimilarTexts(NewsAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    List<Similar> find(IndexSearcher searcher, Rarity rarity, Article article, int n, Instant now) throws IOException {
        Map<String, String> written = new HashMap<>();
        TextVector asked = TextVector.of(ArticleText.of(article), analyzer, written);
        rarity.learn(asked.stems());
        Weighed own = asked.weighed(rarity);
        int most = (int) Math.min(MOST, Math.max(FEWEST, 2L * n));
        ScoreDoc[] found = searcher.search(query(own, rarity, article.id(), now), most, BEST_FIRST).scoreDocs;
        List<TextVector> texts = new ArrayList<>(found.length);
        Set<String> stems = new HashSet<>();
        for (ScoreDoc one : found) {
            TextVector text = TextVector.of(searcher.getIndexReader(), one.doc);
            texts.add(text);
            stems.addAll(text.stems());
        }
        rarity.learn(stems);
        List<Candidate> candidates = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            Weighed text = texts.get(i).weighed(rarity);
            double similarity = own.cosine(text);
            if (similarity > 0) {
                // What the search sorted by says which article it is; reading the stored fields would cost more.
                Object[] place = ((FieldDoc) found[i]).fields;
                ArticleId id = ArticleDocument.id(((BytesRef) place[3]).utf8ToString());
                Instant published = Instant.ofEpochSecond((Long) place[1], (Long) place[2]);
                candidates.add(new Candidate(id, similarity, published, text));
            }
        }
        candidates.sort(MOST_SIMILAR_FIRST);
        List<Similar> similar = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(n, candidates.size()))) {
            List<String> terms = shared(own, candidate.text(), rarity, written);
            similar.add(new Similar(candidate.id(), candidate.similarity(), terms));
        }
        return similar;
    }

    private static BooleanQuery query(Weighed own, Rarity rarity, ArticleId self, Instant now) {
        BooleanQuery.Builder telling = new BooleanQuery.Builder();
        own.weights().entrySet().stream()
                .filter(word -> !rarity.isFunctionWord(word.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TELLING)
                .forEach(word -> {
                    SynonymQuery.Builder forms = new SynonymQuery.Builder(Field.TEXT);
                    WordForms.withStem(word.getKey()).forEach(form -> forms.addTerm(new Term(Field.TEXT, form)));
                    telling.add(new BoostQuery(forms.build(), word.getValue().floatValue()), Occur.SHOULD);
                });
        return new BooleanQuery.Builder()
                .add(telling.build(), Occur.MUST)
                .add(Filters.visible(now), Occur.FILTER)
                .add(new TermQuery(new Term(Field.ID, self.value())), Occur.MUST_NOT)
                .build();
    }

    private static List<String> shared(Weighed own, Weighed other, Rarity rarity, Map<String, String> written)
            throws IOException {
        Map<String, Double> shared = new HashMap<>();
        for (String stem : own.weights().keySet()) {
            if (other.weights().containsKey(stem) && !rarity.isFunctionWord(stem)) {
                shared.put(stem, rarity.of(stem));
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHARED)
                .map(word -> written.getOrDefault(word.getKey(), word.getKey()))
                .toList();
    }
}
