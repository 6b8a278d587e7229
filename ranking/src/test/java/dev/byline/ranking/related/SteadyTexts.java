package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import dev.byline.testkit.WordsInCommon;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@link WordsInCommon} that knows until when its answers hold, tells copies by their headline, and counts questions. */
final class SteadyTexts implements TextSimilarity, ArticleSink {
    private final WordsInCommon words = new WordsInCommon();
    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private long questions;
    private int mostAsked;

    /** How often {@link #similarTo} was asked. */
    synchronized long questions() {
        return questions;
    }

    /** The most that was ever asked for. */
    synchronized int mostAsked() {
        return mostAsked;
    }

    @Override
    public synchronized void put(Collection<Article> put) {
        words.put(put);
        put.forEach(article -> articles.put(article.id(), article));
    }

    @Override
    public synchronized void withdraw(Collection<ArticleId> ids) {
        words.withdraw(ids);
    }

    @Override
    public synchronized List<Similar> similarTo(Article article, int n) {
        questions++;
        mostAsked = Math.max(mostAsked, n);
        return words.similarTo(article, n).stream()
                .map(one -> new Similar(
                        one.id(), one.similarity(), one.likeness(), one.terms(), storyOf(article, one.id())))
                .toList();
    }

    private ArticleId storyOf(Article asked, ArticleId id) {
        String headline = headline(id);
        if (headline.equals(asked.headline())) {
            return asked.id();
        }
        return articles.keySet().stream()
                .filter(other -> headline(other).equals(headline))
                .findFirst()
                .orElse(id);
    }

    private String headline(ArticleId id) {
        return Optional.ofNullable(articles.get(id)).map(Article::headline).orElse("");
    }

    @Override
    public synchronized long revision() {
        return words.revision();
    }

    @Override
    public synchronized Instant steadyUntil(Instant at) {
        return articles.values().stream()
                .flatMap(one -> Stream.of(Optional.ofNullable(one.publishedAt()), Optional.ofNullable(one.expiresAt())))
                .flatMap(Optional::stream)
                .filter(instant -> instant.isAfter(at))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    @Override
    public synchronized double rarity(String term) {
        return words.rarity(term);
    }
}
