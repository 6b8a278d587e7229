package dev.byline.testkit;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a store must answer, worked out in the plainest way: every question looks at every article. */
final class ArticleStoreModel {
    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private final ZoneId zone;

    ArticleStoreModel(ZoneId zone) {
        this.zone = zone;
    }

    void put(Collection<Article> changed) {
        changed.forEach(article -> articles.put(article.id(), article));
    }

    void withdraw(Collection<ArticleId> ids) {
        for (ArticleId id : ids) {
            articles.computeIfPresent(
                    id,
                    (same, article) ->
                            article.toBuilder().status(ArticleStatus.WITHDRAWN).build());
        }
    }

    List<Article> all() {
        return List.copyOf(articles.values());
    }

    List<ArticleSummary> listing(ArchiveQuery query) {
        return articles.values().stream()
                .filter(query::matches)
                .sorted(Listed.NEWEST_FIRST)
                .map(Article::summary)
                .toList();
    }

    List<ArticleSummary> translations(Listed article, Instant at) {
        return articles.values().stream()
                .filter(other -> !other.translationGroup().isEmpty())
                .filter(other -> other.translationGroup().equals(article.translationGroup()))
                .filter(other -> other.isPublic(at))
                .sorted(Listed.NEWEST_FIRST)
                .map(Article::summary)
                .toList();
    }

    Optional<SlugMatch> bySlug(String slug, Instant at) {
        List<Article> current = articles.values().stream()
                .filter(article -> article.slug().equals(slug))
                .sorted(Listed.NEWEST_FIRST)
                .toList();
        Stream<SlugMatch> old = articles.values().stream()
                .filter(article -> article.oldSlugs().contains(slug))
                .sorted(Listed.NEWEST_FIRST)
                .map(article -> new SlugMatch(article, true));
        return Stream.of(current.stream().filter(article -> article.isPublic(at)), current.stream())
                .flatMap(Function.identity())
                .findFirst()
                .map(article -> new SlugMatch(article, false))
                .or(old::findFirst);
    }

    Map<String, Long> counts(By by, Instant at) {
        return articles.values().stream()
                .filter(article -> article.isPublic(at))
                .flatMap(article -> keys(by, article).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private Set<String> keys(By by, Listed article) {
        return switch (by) {
            case REGION -> regions(article);
            case SECTION -> sections(article);
            case TAG -> article.tags().stream().map(Tag::key).collect(Collectors.toSet());
            case AUTHOR -> article.authors().stream().map(Author::slug).collect(Collectors.toSet());
            case MONTH ->
                Set.of(YearMonth.from(
                                Objects.requireNonNull(article.publishedAt()).atZone(zone))
                        .toString());
        };
    }

    private static Set<String> regions(Listed article) {
        return article.regions().stream()
                .flatMap(region -> region.path().stream())
                .map(Region::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> sections(Listed article) {
        return article.sections().stream()
                .flatMap(section -> section.path().stream())
                .map(Section::key)
                .collect(Collectors.toSet());
    }

    Neighbours neighbours(Listed article, NeighbourQuery query) {
        List<ArticleSummary> others = articles.values().stream()
                .filter(other -> !other.id().equals(article.id()))
                .filter(other -> other.isPublic(query.at()))
                .filter(other -> switch (query.within()) {
                    case SITE -> true;
                    case REGION ->
                        article.regions().stream()
                                .anyMatch(own -> regions(other).contains(own.key()));
                    case SECTION ->
                        article.sections().stream()
                                .anyMatch(own -> sections(other).contains(own.key()));
                })
                .filter(other -> Stream.of(regions(other), sections(other), keys(By.TAG, other))
                        .flatMap(Set::stream)
                        .noneMatch(query.excluded()::contains))
                .map(Article::summary)
                .toList();
        Comparator<Listed> order = Listed.NEWEST_FIRST;
        return new Neighbours(
                others.stream()
                        .filter(other -> order.compare(other, article) > 0)
                        .min(order)
                        .orElse(null),
                others.stream()
                        .filter(other -> order.compare(other, article) < 0)
                        .max(order)
                        .orElse(null));
    }
}
