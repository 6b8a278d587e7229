package dev.byline.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The listings of a site: of everything, and of each region, section, tag, author and translation group. Not
 * thread-safe.
 *
 * <p>Holds whatever is public at some instant, and is asked for one.
 */
final class Listings {
    // What is dated outside of these years is in no month that an archive could name.
    private static final Instant YEAR_1 = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    private final Listing all = new Listing();
    private final Map<String, Listing> regions = new HashMap<>();
    private final Map<String, Listing> sections = new HashMap<>();
    private final Map<String, Listing> tags = new HashMap<>();
    private final Map<String, Listing> authors = new HashMap<>();
    private final Map<String, Listing> translations = new HashMap<>();

    /**
     * Files an article under its terms, if it ever becomes public, and takes away what it was before.
     *
     * @param before as it was filed last; null where it is new
     */
    void file(@Nullable ArticleSummary before, ArticleSummary after) {
        ArticleSummary out = before != null && isEverPublic(before) ? before : null;
        ArticleSummary in = isEverPublic(after) ? after : null;
        all.replace(out, in);
        file(out, in, regions, Keys::regions);
        file(out, in, sections, Keys::sections);
        file(out, in, tags, Keys::tags);
        file(out, in, authors, Keys::authors);
        file(out, in, translations, Keys::translations);
    }

    // If it is ever public, then when it is published.
    private static boolean isEverPublic(ArticleSummary article) {
        Instant published = article.publishedAt();
        return published != null && article.isPublic(published);
    }

    private static void file(
            @Nullable ArticleSummary out,
            @Nullable ArticleSummary in,
            Map<String, Listing> listings,
            Function<Listed, Set<String>> keys) {
        Set<String> from = out == null ? Set.of() : keys.apply(out);
        Set<String> to = in == null ? Set.of() : keys.apply(in);
        for (String key : from) {
            Listing listing = Objects.requireNonNull(listings.get(key));
            listing.replace(out, to.contains(key) ? in : null);
            if (listing.size() == 0) {
                listings.remove(key);
            }
        }
        for (String key : to) {
            if (!from.contains(key)) {
                listings.computeIfAbsent(key, unknown -> new Listing()).replace(null, in);
            }
        }
    }

    /** So many articles of a query from behind its cursor on, at most. */
    List<ArticleSummary> articles(ArchiveQuery query, int most) {
        Plan plan = plan(query);
        List<ArticleSummary> found = new ArrayList<>(Math.min(most, plan.size()));
        Iterator<ArticleSummary> walk = plan.walk(query);
        while (found.size() < most && walk.hasNext()) {
            ArticleSummary article = walk.next();
            if (!plan.filtered() || query.matches(article)) {
                found.add(article);
            }
        }
        return found;
    }

    /** How many articles a query has, wherever its cursor stands. */
    long count(ArchiveQuery counted) {
        ArchiveQuery query = counted.after(null);
        Plan plan = plan(query);
        if (!plan.filtered() && plan.union().size() <= 1) {
            return plan.union().isEmpty() ? 0 : plan.union().get(0).count(query);
        }
        long count = 0;
        for (Iterator<ArticleSummary> walk = plan.walk(query); walk.hasNext(); ) {
            ArticleSummary article = walk.next();
            count += !plan.filtered() || query.matches(article) ? 1 : 0;
        }
        return count;
    }

    /** How many articles each key has at an instant, without those that have none. */
    Map<String, Long> counts(ArticleStore.By by, Instant at, ZoneId zone) {
        return switch (by) {
            case REGION -> counts(regions, at);
            case SECTION -> counts(sections, at);
            case TAG -> counts(tags, at);
            case AUTHOR -> counts(authors, at);
            case MONTH -> months(at, zone);
        };
    }

    private static Map<String, Long> counts(Map<String, Listing> listings, Instant at) {
        ArchiveQuery query = ArchiveQuery.at(at);
        Map<String, Long> counts = new TreeMap<>();
        listings.forEach((key, listing) -> {
            long count = listing.count(query);
            if (count > 0) {
                counts.put(key, count);
            }
        });
        return counts;
    }

    private Map<String, Long> months(Instant at, ZoneId zone) {
        Map<String, Long> counts = new TreeMap<>();
        ArchiveQuery rest = ArchiveQuery.at(at).published(YEAR_1, YEAR_9999);
        for (Iterator<ArticleSummary> walk = all.older(rest); walk.hasNext(); walk = all.older(rest)) {
            YearMonth month = YearMonth.from(ListingPlace.date(walk.next()).atZone(zone));
            ArchiveQuery inMonth = rest.month(month, zone);
            counts.put(month.toString(), all.count(inMonth));
            rest = rest.published(YEAR_1, inMonth.from());
        }
        return counts;
    }

    /** The nearest articles before and after one. */
    Neighbours neighbours(Listed article, NeighbourQuery query) {
        ArchiveCursor place = ArchiveCursor.behind(article);
        List<Listing> within = switch (query.within()) {
            case SITE -> List.of(all);
            case REGION ->
                known(regions, article.regions().stream().map(own -> own.key()).toList());
            case SECTION ->
                known(
                        sections,
                        article.sections().stream().map(own -> own.key()).toList());
        };
        if (within.isEmpty()) {
            return new Neighbours(null, null);
        }
        ArchiveQuery older = ArchiveQuery.at(query.at()).after(place);
        return new Neighbours(
                nearest(within, listing -> listing.older(older), Listed.NEWEST_FIRST, article, query),
                nearest(
                        within,
                        listing -> listing.newer(place, query.at()),
                        Listed.NEWEST_FIRST.reversed(),
                        article,
                        query));
    }

    private static @Nullable ArticleSummary nearest(
            List<Listing> within,
            Function<Listing, Iterator<ArticleSummary>> away,
            Comparator<Listed> order,
            Listed article,
            NeighbourQuery query) {
        Iterator<ArticleSummary> walk = MergedWalk.of(within.stream().map(away).toList(), order);
        while (walk.hasNext()) {
            ArticleSummary candidate = walk.next();
            // The article itself may be here under another date than the one that was handed in.
            if (!candidate.id().equals(article.id()) && !Keys.isUnderAny(candidate, query.excluded())) {
                return candidate;
            }
        }
        return null;
    }

    private static List<Listing> known(Map<String, Listing> listings, Collection<String> keys) {
        List<Listing> known = new ArrayList<>(keys.size());
        for (String key : new HashSet<>(keys)) {
            Listing listing = listings.get(key);
            if (listing != null) {
                known.add(listing);
            }
        }
        return known;
    }

    /**
     * How a query is answered.
     *
     * @param union the listings of the condition with the fewest articles
     * @param filtered whether there are further conditions
     */
    private record Plan(List<Listing> union, boolean filtered) {
        int size() {
            return (int) Math.min(
                    Integer.MAX_VALUE, union.stream().mapToLong(Listing::size).sum());
        }

        Iterator<ArticleSummary> walk(ArchiveQuery query) {
            return MergedWalk.of(
                    union.stream().map(listing -> listing.older(query)).toList(), Listed.NEWEST_FIRST);
        }
    }

    private Plan plan(ArchiveQuery query) {
        List<Plan> plans = new ArrayList<>(5);
        if (!query.regions().isEmpty()) {
            plans.add(new Plan(known(regions, query.regions()), false));
        }
        plan(plans, sections, query.section());
        plan(plans, tags, query.tag());
        plan(plans, authors, query.author());
        plan(plans, translations, query.translationGroup());
        if (plans.isEmpty()) {
            return new Plan(List.of(all), false);
        }
        Plan smallest = plans.stream().min(Comparator.comparingInt(Plan::size)).orElseThrow();
        return new Plan(smallest.union(), plans.size() > 1);
    }

    private static void plan(List<Plan> plans, Map<String, Listing> listings, String key) {
        if (!key.isEmpty()) {
            plans.add(new Plan(known(listings, List.of(key)), false));
        }
    }
}
