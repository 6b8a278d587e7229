package dev.byline.examples.cli.site;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Changes;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import dev.byline.examples.cli.site.Listings.Kind;
import dev.byline.taxonomy.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a {@link ContentFile}: heads, bodies and summaries apart, so that a list reads no body, and everything
 * that is asked for found by key.
 */
final class FileArticleStore implements ArticleStore {
    private static final int PUT_AT_ONCE = 512;
    private static final int STREAM_AT_ONCE = 64;

    private final ContentFile file;
    private final String name;
    private final Supplier<ZoneId> zone;
    private final MVMap<String, String> heads;
    private final MVMap<String, String> bodies;
    private final MVMap<String, String> summaries;
    private final Slugs slugs;
    private final MVMap<String, Long> revisions;
    private final MVMap<Long, String> changes;
    private final Listings listings;

    /**
     * The articles of a file.
     *
     * @param name what tells this store's cursors from another's
     * @param zone asked each time months are counted
     */
    FileArticleStore(ContentFile file, String name, Supplier<ZoneId> zone) {
        this.file = file;
        this.name = name;
        this.zone = zone;
        heads = file.texts("articles");
        bodies = file.texts("bodies");
        summaries = file.texts("summaries");
        slugs = new Slugs(file);
        revisions = file.map("revisions", DiskTypes.TEXT, LongDataType.INSTANCE);
        changes = file.map("changes", LongDataType.INSTANCE, DiskTypes.TEXT);
        listings = new Listings(file);
    }

    @Override
    public void put(Collection<Article> articles) {
        List<Article> all = List.copyOf(articles);
        for (int start = 0; start < all.size(); start += PUT_AT_ONCE) {
            List<Article> some = all.subList(start, Math.min(all.size(), start + PUT_AT_ONCE));
            file.changing(() -> {
                some.forEach(this::file);
                return null;
            });
        }
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        List<ArticleId> all = List.copyOf(ids);
        file.changing(() -> {
            for (ArticleId id : all) {
                Article article = article(id.value());
                if (article != null && article.status() != ArticleStatus.WITHDRAWN) {
                    file(article.toBuilder().status(ArticleStatus.WITHDRAWN).build());
                }
            }
            return null;
        });
    }

    /** Stores an article within a change; whether it is new or another than before. */
    boolean file(Article article) {
        String id = article.id().value();
        String head = Packed.write(article.toBuilder().body("").build());
        String headBefore = heads.get(id);
        if (head.equals(headBefore) && article.body().equals(bodies.get(id))) {
            return false;
        }
        Article before = headBefore == null ? null : Packed.read(headBefore, Article.class);
        heads.put(id, head);
        bodies.put(id, article.body());
        summaries.put(id, Packed.write(article.summary()));
        slugs.file(before, article);
        listings.file(before, article);
        long revision = revision() + 1;
        Long revisionBefore = revisions.put(id, revision);
        changes.put(revision, id);
        if (revisionBefore != null) {
            changes.remove(revisionBefore);
        }
        return true;
    }

    private long revision() {
        Long last = changes.lastKey();
        return last == null ? 0 : last;
    }

    /** An article within a question or a change. */
    @Nullable
    Article article(String id) {
        String head = heads.get(id);
        return head == null
                ? null
                : Packed.read(head, Article.class).toBuilder()
                        .body(bodies.getOrDefault(id, ""))
                        .build();
    }

    private @Nullable ArticleSummary summary(String id) {
        String text = summaries.get(id);
        return text == null ? null : Packed.read(text, ArticleSummary.class);
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return find(ids, this::article);
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        return find(ids, this::summary);
    }

    private <T> List<T> find(Collection<ArticleId> ids, Function<String, @Nullable T> by) {
        List<ArticleId> asked = List.copyOf(ids);
        return file.reading(() -> {
            List<T> found = new ArrayList<>(asked.size());
            for (ArticleId id : asked) {
                T one = by.apply(id.value());
                if (one != null) {
                    found.add(one);
                }
            }
            return Collections.unmodifiableList(found);
        });
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(at, "at");
        return file.reading(() -> {
            Set<String> scope = Set.of(Kind.SLUG.scope(slug));
            Place place = listings.older(scope, Place.last(""), null, at).next();
            place = place == null ? slugs.newest(slug) : place;
            if (place != null) {
                return Optional.of(new SlugMatch(known(place.id(), this::article), false));
            }
            place = slugs.newestOnce(slug);
            return Optional.ofNullable(place).map(old -> new SlugMatch(known(old.id(), this::article), true));
        });
    }

    private static <T> T known(String id, Function<String, @Nullable T> by) {
        T one = by.apply(id);
        if (one == null) {
            throw new IllegalStateException("article " + id + " is listed and missing");
        }
        return one;
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        Objects.requireNonNull(query, "query");
        return file.reading(() -> {
            List<ArticleSummary> page = new ArrayList<>(Math.min(query.limit(), 64));
            Search search = new Search(query, query.after());
            Place place = search.next();
            while (place != null && page.size() < query.limit()) {
                page.add(known(place.id(), this::summary));
                place = search.next();
            }
            return new ArchivePage(page, place == null ? null : ArchiveCursor.behind(page.get(page.size() - 1)));
        });
    }

    @Override
    public long count(ArchiveQuery query) {
        Objects.requireNonNull(query, "query");
        return file.reading(() -> {
            List<Set<String>> conditions = conditions(query);
            if (conditions.size() == 1 && conditions.get(0).size() == 1) {
                String scope = conditions.get(0).iterator().next();
                return listings.count(scope, query.at(), query.from(), query.to());
            }
            Search search = new Search(query, null);
            long count = 0;
            while (search.next() != null) {
                count++;
            }
            return count;
        });
    }

    // Each the scopes of which an article must be in one; at least one condition.
    private static List<Set<String>> conditions(ArchiveQuery query) {
        List<Set<String>> conditions = new ArrayList<>(5);
        if (!query.regions().isEmpty()) {
            conditions.add(Kind.REGION.scopes(query.regions()));
        }
        condition(conditions, Kind.SECTION, query.section());
        condition(conditions, Kind.TAG, query.tag());
        condition(conditions, Kind.AUTHOR, query.author());
        condition(conditions, Kind.GROUP, query.translationGroup());
        if (conditions.isEmpty()) {
            conditions.add(Set.of(Listings.ALL));
        }
        return conditions;
    }

    private static void condition(List<Set<String>> conditions, Kind kind, String key) {
        if (!key.isEmpty()) {
            conditions.add(Set.of(kind.scope(key)));
        }
    }

    /** A walk along the condition with the fewest articles, which asks the others for each. */
    private final class Search {
        private final Timeline walk;
        private final List<Set<String>> others;

        Search(ArchiveQuery query, @Nullable ArchiveCursor after) {
            others = conditions(query);
            Set<String> fewest = others.size() == 1
                    ? others.get(0)
                    : Collections.min(others, Comparator.comparingLong(listings::size));
            others.remove(fewest);
            Place begin = query.to() == null ? Place.last("") : Place.before("", query.to());
            if (after != null) {
                Place behind = Place.of("", after.publishedAt(), after.id().value());
                begin = Place.TIMELINE.compare(behind, begin) < 0 ? behind : begin;
            }
            walk = listings.older(fewest, begin, query.from(), query.at());
        }

        @Nullable
        Place next() {
            Place place = walk.next();
            while (place != null && !isInAll(place)) {
                place = walk.next();
            }
            return place;
        }

        private boolean isInAll(Place place) {
            for (Set<String> scopes : others) {
                if (!isInAny(scopes, place)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        Objects.requireNonNull(at, "at");
        return Collections.unmodifiableMap(file.reading(() -> switch (by) {
            case REGION -> listings.counts(Kind.REGION, at);
            case SECTION -> listings.counts(Kind.SECTION, at);
            case TAG -> listings.counts(Kind.TAG, at);
            case AUTHOR -> listings.counts(Kind.AUTHOR, at);
            case MONTH -> listings.months(at, zone.get());
        }));
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        ArchiveCursor cursor = ArchiveCursor.behind(article);
        Set<String> scopes = switch (query.within()) {
            case SITE -> Set.of(Listings.ALL);
            case REGION -> Kind.REGION.scopes(keys(article.regions()));
            case SECTION -> Kind.SECTION.scopes(keys(article.sections()));
        };
        Set<String> excluded = new HashSet<>();
        for (Kind kind : List.of(Kind.REGION, Kind.SECTION, Kind.TAG)) {
            excluded.addAll(kind.scopes(query.excluded()));
        }
        Place place = Place.of("", cursor.publishedAt(), cursor.id().value());
        return file.reading(() -> new Neighbours(
                nearest(listings.older(scopes, place, null, query.at()), place.id(), excluded),
                nearest(listings.newer(scopes, place, query.at()), place.id(), excluded)));
    }

    private static List<String> keys(List<? extends Term> terms) {
        return terms.stream().map(Term::key).toList();
    }

    // The article itself may be here under another date than the one that was handed in.
    private @Nullable ArticleSummary nearest(Timeline walk, String self, Set<String> excluded) {
        Place place = walk.next();
        while (place != null && (place.id().equals(self) || isInAny(excluded, place))) {
            place = walk.next();
        }
        return place == null ? null : known(place.id(), this::summary);
    }

    private boolean isInAny(Set<String> scopes, Place place) {
        for (String scope : scopes) {
            if (listings.has(scope, place)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Stream<Article> stream() {
        return Stream.iterate(
                        batch(""),
                        batch -> !batch.isEmpty(),
                        batch -> batch(batch.get(batch.size() - 1).id().value()))
                .flatMap(List::stream);
    }

    private List<Article> batch(String behind) {
        return file.reading(() -> {
            List<Article> batch = new ArrayList<>(STREAM_AT_ONCE);
            String id = heads.higherKey(behind);
            while (id != null && batch.size() < STREAM_AT_ONCE) {
                Article article = article(id);
                if (article != null) {
                    batch.add(article);
                }
                id = heads.higherKey(id);
            }
            return batch;
        });
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one change must be asked for, not " + limit);
        }
        return file.reading(() -> {
            long known = cursor.equals(Changes.START) ? 0 : revisionOf(cursor);
            long last = Math.max(known, 0);
            List<Article> changed = new ArrayList<>();
            Long next = changes.higherKey(last);
            while (next != null && changed.size() < limit) {
                changed.add(known(String.valueOf(changes.get(next)), this::article));
                last = next;
                next = changes.higherKey(last);
            }
            return new Changes(changed, name + ":" + last, next != null, known < 0);
        });
    }

    // Negative for what this store has not handed out.
    private long revisionOf(String cursor) {
        try {
            long known = Long.parseLong(cursor.substring(cursor.lastIndexOf(':') + 1));
            return known <= revision() && cursor.equals(name + ":" + known) ? known : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
