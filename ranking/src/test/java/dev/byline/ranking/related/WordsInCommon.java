package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Likeness by the words that two headlines share; tells of every article put, public or not, as a careless index may. */
final class WordsInCommon implements TextSimilarity, ArticleSink {
    private final Map<ArticleId, Set<String>> words = new TreeMap<>();
    private long revision;

    @Override
    public void put(Collection<Article> articles) {
        articles.forEach(article -> words.put(article.id(), words(article)));
        revision++;
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        revision++;
    }

    @Override
    public List<Similar> similarTo(Article article, int n) {
        Set<String> own = words(article);
        List<Similar> similar = new ArrayList<>();
        words.forEach((id, others) -> {
            Set<String> both = new TreeSet<>(own);
            both.retainAll(others);
            if (!both.isEmpty()) {
                Set<String> all = new TreeSet<>(own);
                all.addAll(others);
                similar.add(new Similar(id, both.size() / (double) all.size(), List.copyOf(both)));
            }
        });
        similar.sort(Comparator.comparingDouble(Similar::similarity).reversed().thenComparing(Similar::id));
        return similar.subList(0, Math.min(n, similar.size()));
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public double rarity(String term) {
        long with = words.values().stream()
                .filter(set -> set.contains(term.toLowerCase(Locale.ROOT)))
                .count();
        return words.isEmpty() ? 1 : 1 - with / (double) words.size();
    }

    private static Set<String> words(Article article) {
        return new TreeSet<>(
                Arrays.asList(article.headline().toLowerCase(Locale.ROOT).split(" ", -1)));
    }
}
