package dev.byline.ranking.related;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import dev.byline.taxonomy.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the candidates of one list from texts and store, which is asked at most three times, four if need be. */
final class Gathering {
    private static final int USUAL = 100;
    private static final int SPARE = 8;
    private static final int FEW = 60;
    private static final int WIDER = 4;
    private static final int WIDEST = 1600;
    private static final int STORE_CALLS = 3;
    private static final int FILLING = 200;

    private final RelatedQuery query;
    private final RelatedPolicy policy;
    private final Instant at;
    private final TextSimilarity texts;
    private final ArticleStore store;
    private final @Nullable ToDoubleFunction<ArticleId> popularity;

    private final Map<ArticleId, ArticleSummary> looked = new HashMap<>();
    private final List<RelatedCandidate> alike = new ArrayList<>();
    private final List<RelatedCandidate> others = new ArrayList<>();
    private int asked;
    private int answered;
    private int calls;
    private int mostCalls = STORE_CALLS;
    private int steps;

    Gathering(
            RelatedQuery query,
            RelatedPolicy policy,
            Instant at,
            TextSimilarity texts,
            ArticleStore store,
            @Nullable ToDoubleFunction<ArticleId> popularity) {
        this.query = query;
        this.policy = policy;
        this.at = at;
        this.texts = texts;
        this.store = store;
        this.popularity = popularity;
    }

    List<RelatedCandidate> candidates() {
        return Stream.concat(alike.stream(), others.stream()).toList();
    }

    /** The first candidates, and what is pinned. */
    void begin() {
        if (policy.order() == RelatedPolicy.Order.NEWEST) {
            lookUp(List.of());
            sharing();
        } else {
            alike(Math.max(USUAL, 2 * (query.limit() + query.unwanted()) + FEW));
        }
    }

    /** Whether there are more texts alike than were asked for, and as many have been asked for as ever are. */
    boolean mayWiden() {
        return asked > 0 && answered == asked && asked < WIDEST;
    }

    /** Those less alike too, four times as many. */
    void widen() {
        mostCalls = STORE_CALLS + 1;
        alike(asked * WIDER);
    }

    /** The half of the texts alike that are less so; what lies behind them is less so still. */
    List<RelatedCandidate> lessAlike() {
        return alike.subList(alike.size() / 2, alike.size());
    }

    private void alike(int most) {
        asked = Math.min(WIDEST, most);
        List<Similar> similar = texts.similarTo(query.article(), asked);
        answered = similar.size();
        lookUp(similar.stream().map(Similar::id).toList());
        alike.clear();
        for (Similar one : similar) {
            @Nullable ArticleSummary other = looked.get(one.id());
            if (other != null) {
                alike.add(popular(RelatedCandidate.of(other, one)));
            }
        }
    }

    /** Those of these, and of the pinned ones, that were not looked up before. */
    private void lookUp(List<ArticleId> ids) {
        Set<ArticleId> missing = new LinkedHashSet<>(ids);
        missing.addAll(query.pinned());
        missing.remove(query.article().id());
        missing.removeAll(looked.keySet());
        if (missing.isEmpty()) {
            return;
        }
        if (ids.isEmpty()) {
            mostCalls = STORE_CALLS + 1;
        }
        calls++;
        Set<ArticleId> pinned = Set.copyOf(query.pinned());
        for (ArticleSummary other : store.summaries(missing)) {
            looked.put(other.id(), other);
            if (pinned.contains(other.id())) {
                others.add(RelatedCandidate.toFill(other));
            }
        }
    }

    /** The newest that share a region, the first section or the first tag. */
    private void sharing() {
        Article article = query.article();
        List<ArchiveQuery> queries = new ArrayList<>(STORE_CALLS);
        section().ifPresent(queries::add);
        regions().ifPresent(queries::add);
        article.tags().stream()
                .findFirst()
                .ifPresent(tag -> queries.add(newest(0).tag(tag.key())));
        for (ArchiveQuery one : queries) {
            calls++;
            store.page(one).articles().forEach(other -> others.add(popular(RelatedCandidate.of(other, 0))));
        }
    }

    /**
     * Asks for the next of section, regions and site; for the site in the place of the regions if only one call is left,
     * among whose newest those of the regions then come first.
     *
     * @return false if there is nothing further to ask
     */
    boolean fill() {
        while (calls < mostCalls && steps < 3) {
            int step = calls == mostCalls - 1 ? 2 : steps;
            steps = step + 1;
            Optional<ArchiveQuery> next = switch (step) {
                case 0 -> section();
                case 1 -> regions();
                default -> Optional.of(newest(FILLING));
            };
            if (next.isPresent()) {
                calls++;
                store.page(next.get()).articles().forEach(other -> others.add(RelatedCandidate.toFill(other)));
                return true;
            }
        }
        return false;
    }

    private Optional<ArchiveQuery> section() {
        return Weighing.mainSection(query.article()).map(section -> newest(0).section(section.key()));
    }

    private Optional<ArchiveQuery> regions() {
        Set<String> keys = query.article().regions().stream().map(Region::key).collect(Collectors.toSet());
        return keys.isEmpty() ? Optional.empty() : Optional.of(in(newest(0), keys));
    }

    /** As much of the filters as one query can say; {@link RelatedQuery#unmet} says the rest. */
    private ArchiveQuery newest(int atLeast) {
        int most = query.limit() + query.unwanted() + query.pinned().size() + SPARE;
        boolean filtered = query.isFiltered() || !policy.variety().equals(RelatedPolicy.Variety.NO_LIMIT);
        int limit = Math.max(most, filtered ? FILLING : atLeast);
        ArchiveQuery newest = ArchiveQuery.at(at).limit(Math.min(limit, ArchiveQuery.MOST));
        if (!query.regions().isEmpty()) {
            newest = in(newest, query.regions());
        }
        if (query.sections().size() == 1) {
            newest = newest.section(query.sections().iterator().next());
        }
        if (query.tags().size() == 1) {
            newest = newest.tag(query.tags().iterator().next());
        }
        @Nullable Instant published = query.article().publishedAt();
        return policy.dates() == RelatedPolicy.Dates.OLDER && published != null && published.isBefore(Instant.MAX)
                ? newest.published(null, published.plusNanos(1))
                : newest;
    }

    private static ArchiveQuery in(ArchiveQuery query, Set<String> regions) {
        return new ArchiveQuery(
                query.at(),
                new TreeSet<>(regions),
                query.section(),
                query.tag(),
                query.author(),
                query.translationGroup(),
                query.from(),
                query.to(),
                query.limit(),
                query.after());
    }

    private RelatedCandidate popular(RelatedCandidate candidate) {
        if (popularity == null) {
            return candidate;
        }
        double told = popularity.applyAsDouble(candidate.id());
        return candidate.popularity(told > 0 ? Math.min(told, 1) : 0);
    }

    /** The first instant behind this list's at which one of those gathered appears or expires. */
    Instant steadyUntil(Instant otherwise) {
        return Stream.concat(looked.values().stream(), others.stream().map(RelatedCandidate::article))
                .flatMap(post ->
                        Stream.of(Optional.ofNullable(post.publishedAt()), Optional.ofNullable(post.expiresAt())))
                .flatMap(Optional::stream)
                .filter(instant -> instant.isAfter(at))
                .reduce(otherwise, (one, other) -> one.isBefore(other) ? one : other);
    }
}
