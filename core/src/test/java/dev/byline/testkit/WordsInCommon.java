package dev.byline.testkit;

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

/**
 * A likeness that a test can work out by hand: the words that two headlines share, as a share of all words of the two.
 *
 * <p>Stands in for a search index. It tells of every article that was put, public or not and withdrawn or not, as a
 * careless index may; whoever asks must not take its word for what readers may see. Not thread-safe.
 */
public final class WordsInCommon implements TextSimilarity, ArticleSink {
    private final Map<ArticleId, Set<String>> words = new TreeMap<>();
    private long revision;

    /** One that knows no article yet. */
    public WordsInCommon() {}

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
