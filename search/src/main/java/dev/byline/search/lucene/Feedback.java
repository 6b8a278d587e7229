package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SynonymQuery;

/**
 * What the best articles of a query have in common, as a clue for the others: relevance models after Lavrenko and Croft
 * (2001), mixed with the query as Abdul-Jaleel et al. (RM3, 2004) do.
 */
final class Feedback {
    /** The most that it can add, as a share of what words and phrases can reach. */
    static final double MOST = 0.8;

    private static final int BEST = 10;
    private static final int FEWEST = 3;
    private static final int WORDS = 15;

    // A word that more articles have tells nothing about this query.
    private static final double COMMON = 0.1;

    // On fewer articles, what the best have in common says nothing of the query.
    private static final int FEW_ARTICLES = 50;

    private static final Comparator<Map.Entry<String, Double>> MOST_FIRST =
            Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final IndexReader reader;
    private final FunctionWords functionWords;
    private final ArticleCounts articleCounts;

    Feedback(IndexSearcher searcher, FunctionWords functionWords, ArticleCounts articleCounts) {
        reader = searcher.getIndexReader();
        this.functionWords = functionWords;
        this.articleCounts = articleCounts;
    }

    /**
     * The words that the best articles share, as clues.
     *
     * @param hits the best first
     * @return none if there are too few hits or articles to have anything in common
     */
    List<Clue> of(Plan plan, List<BestHits.Hit> hits) throws IOException {
        if (hits.size() < FEWEST || plan.words.isEmpty() || reader.maxDoc() < FEW_ARTICLES) {
            return List.of();
        }
        Set<String> typed = new HashSet<>();
        plan.wanted.forEach(word -> typed.add(WordForms.stem(word.token().word())));
        Map<String, Double> words = words(hits.subList(0, Math.min(BEST, hits.size())), typed);
        double all = words.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Clue> clues = new ArrayList<>(words.size());
        for (Map.Entry<String, Double> word : words.entrySet()) {
            SynonymQuery.Builder forms = new SynonymQuery.Builder(Field.TEXT);
            WordForms.withStem(word.getKey()).forEach(term -> forms.addTerm(new Term(Field.TEXT, term)));
            double share = MOST * plan.words.size() * word.getValue() / all;
            clues.add(new Clue(
                    "S-11",
                    "speaks of " + word.getKey() + " as the best do",
                    0,
                    0,
                    List.of(plan.weight(forms.build(), share))));
        }
        return clues;
    }

    private Map<String, Double> words(List<BestHits.Hit> best, Set<String> typed) throws IOException {
        ArticleCounts.At counts = articleCounts.at(reader);
        Map<String, Double> shares = new HashMap<>();
        double values = best.stream().mapToDouble(BestHits.Hit::value).sum();
        for (BestHits.Hit hit : best) {
            Map<String, Integer> inText = TextVector.counts(reader, hit.document());
            inText.keySet().removeIf(word -> !telling(word));
            double length = inText.values().stream().mapToInt(Integer::intValue).sum();
            inText.forEach((word, count) -> shares.merge(word, hit.value() / values * count / length, Double::sum));
        }
        Map<String, Double> words = new LinkedHashMap<>();
        // Most need not be sorted: the first few are enough.
        PriorityQueue<Map.Entry<String, Double>> first = new PriorityQueue<>(Math.max(1, shares.size()), MOST_FIRST);
        first.addAll(shares.entrySet());
        while (words.size() < WORDS && !first.isEmpty()) {
            Map.Entry<String, Double> share = first.remove();
            if (!typed.contains(share.getKey()) && counts.of(share.getKey()) <= COMMON * reader.maxDoc()) {
                words.put(share.getKey(), share.getValue());
            }
        }
        return words;
    }

    private boolean telling(String word) {
        return word.length() > 1 && !functionWords.contains(word) && !Character.isDigit(word.charAt(0));
    }
}
