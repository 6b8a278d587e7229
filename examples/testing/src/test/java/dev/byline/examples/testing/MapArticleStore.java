package dev.byline.examples.testing;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Changes;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The site's own store, here a map that looks at every article for every question; a database would ask an index. */
final class MapArticleStore implements ArticleStore {
    private final ZoneId zone;

    // In the order of the last change.
    private final Map<ArticleId, Article> articles = new LinkedHashMap<>();
    private final Map<ArticleId, Long> revisions = new HashMap<>();
    private final String name = UUID.randomUUID() + ":";
    private long revision;

    MapArticleStore(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public synchronized void put(Collection<Article> changed) {
        for (Article article : changed) {
            if (!article.equals(articles.get(article.id()))) {
                articles.remove(article.id());
                articles.put(article.id(), article);
                revisions.put(article.id(), ++revision);
            }
        }
    }

    @Override
    public synchronized void withdraw(Collection<ArticleId> ids) {
        find(ids)
                .forEach(article ->
                        put(article.toBuilder().status(ArticleStatus.WITHDRAWN).build()));
    }

    @Override
    public synchronized List<Article> find(Collection<ArticleId> ids) {
        return ids.stream().map(articles::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        return find(ids).stream().map(Article::summary).toList();
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        List<Article> now = newestFirst(article -> article.slug().equals(slug));
        return Stream.concat(now.stream().filter(article -> article.isPublic(at)), now.stream())
                .map(article -> new SlugMatch(article, false))
                .findFirst()
                .or(() -> newestFirst(article -> article.oldSlugs().contains(slug)).stream()
                        .map(article -> new SlugMatch(article, true))
                        .findFirst());
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        ArchiveCursor after = query.after();
        List<ArticleSummary> found =
                newestFirst(article -> query.matches(article) && (after == null || isBehind(article, after))).stream()
                        .limit(query.limit() + 1L)
                        .map(Article::summary)
                        .toList();
        return found.size() <= query.limit()
                ? new ArchivePage(found, null)
                : new ArchivePage(found.subList(0, query.limit()), ArchiveCursor.behind(found.get(query.limit() - 1)));
    }

    private static boolean isBehind(Article article, ArchiveCursor cursor) {
        return Comparator.comparing(ArchiveCursor::publishedAt)
                        .thenComparing(ArchiveCursor::id)
                        .compare(ArchiveCursor.behind(article), cursor)
                < 0;
    }

    @Override
    public long count(ArchiveQuery query) {
        return newestFirst(query::matches).size();
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        return Collections.unmodifiableMap(newestFirst(article -> article.isPublic(at)).stream()
                .flatMap(article -> keys(by, article).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
    }

    private Set<String> keys(By by, Listed article) {
        Stream<String> keys = switch (by) {
            case REGION ->
                article.regions().stream()
                        .flatMap(region -> region.path().stream().map(Region::key));
            case SECTION ->
                article.sections().stream()
                        .flatMap(section -> section.path().stream().map(Section::key));
            case TAG -> article.tags().stream().map(Tag::key);
            case AUTHOR -> article.authors().stream().map(Author::slug);
            case MONTH ->
                Stream.ofNullable(article.publishedAt())
                        .map(date -> YearMonth.from(date.atZone(zone)).toString());
        };
        return keys.collect(Collectors.toSet());
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        ArchiveCursor place = ArchiveCursor.behind(article);
        Set<String> shared = switch (query.within()) {
            case SITE -> Set.of();
            case REGION -> article.regions().stream().map(Region::key).collect(Collectors.toSet());
            case SECTION -> article.sections().stream().map(Section::key).collect(Collectors.toSet());
        };
        List<Article> others = newestFirst(other -> other.isPublic(query.at())
                && !other.id().equals(article.id())
                && switch (query.within()) {
                    case SITE -> true;
                    case REGION -> !Collections.disjoint(keys(By.REGION, other), shared);
                    case SECTION -> !Collections.disjoint(keys(By.SECTION, other), shared);
                }
                && Stream.of(By.REGION, By.SECTION, By.TAG)
                        .allMatch(by -> Collections.disjoint(keys(by, other), query.excluded())));
        List<Article> older =
                others.stream().filter(other -> isBehind(other, place)).toList();
        List<Article> newer = others.subList(0, others.size() - older.size());
        return new Neighbours(
                older.isEmpty() ? null : older.get(0).summary(),
                newer.isEmpty() ? null : newer.get(newer.size() - 1).summary());
    }

    @Override
    public synchronized Stream<Article> stream() {
        return articles.values().stream().sorted(Comparator.comparing(Article::id)).toList().stream();
    }

    @Override
    public synchronized Changes changedSince(String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one change must be asked for, not " + limit);
        }
        long known = cursor.equals(Changes.START) ? 0 : known(cursor);
        List<Article> changed = articles.values().stream()
                .filter(article -> revision(article) > known)
                .toList();
        List<Article> portion = new ArrayList<>(changed.subList(0, Math.min(limit, changed.size())));
        long last = portion.isEmpty() ? Math.max(known, 0) : revision(portion.get(portion.size() - 1));
        return new Changes(portion, name + last, changed.size() > portion.size(), known < 0);
    }

    private long revision(Article article) {
        return Objects.requireNonNull(revisions.get(article.id()));
    }

    /** The revision of a cursor of this store, or -1 for one of another. */
    private long known(String cursor) {
        for (long known = revision; known >= 0; known--) {
            if (cursor.equals(name + known)) {
                return known;
            }
        }
        return -1;
    }

    private synchronized List<Article> newestFirst(Predicate<Article> which) {
        return articles.values().stream()
                .filter(which)
                .sorted(Listed.NEWEST_FIRST)
                .toList();
    }
}
