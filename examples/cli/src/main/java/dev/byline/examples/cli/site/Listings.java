package dev.byline.examples.cli.site;

import dev.byline.article.Listed;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are public at any instant, newest first: all, and those of each region, section, tag, author,
 * translation group and slug.
 *
 * <p>Asked with keys alone; no article is read. Each listing is a scope of {@link Place}s.
 */
final class Listings {
    /** The scope of everything. */
    static final String ALL = "*";

    // What is dated outside of these years is in no month that an archive could name.
    private static final Instant YEAR_1 = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    private final MVMap<Place, String> lasting;
    private final Expiring expiring;

    Listings(ContentFile file) {
        lasting = file.map("lasting", DiskTypes.PLACE, DiskTypes.TEXT);
        expiring = new Expiring(file);
    }

    /** The terms by which articles are listed, each with the letter before its keys. */
    enum Kind {
        REGION('r'),
        SECTION('s'),
        TAG('t'),
        AUTHOR('a'),
        GROUP('g'),
        SLUG('u');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** The scope of a key. */
        String scope(String key) {
            return letter + key;
        }

        Set<String> scopes(Collection<String> keys) {
            Set<String> scopes = new HashSet<>();
            keys.forEach(key -> scopes.add(scope(key)));
            return scopes;
        }
    }

    /** Files an article where it belongs, and takes away what it was before. */
    void file(@Nullable Listed before, Listed after) {
        Set<String> in = isEverPublic(after) ? scopes(after) : new HashSet<>();
        if (before != null && isEverPublic(before)) {
            boolean moved = !Objects.equals(before.publishedAt(), after.publishedAt())
                    || !Objects.equals(before.expiresAt(), after.expiresAt());
            for (String scope : scopes(before)) {
                if (moved || !in.remove(scope)) {
                    remove(Place.of(scope, before.publishedAt(), before.id().value()), before.expiresAt());
                }
            }
        }
        for (String scope : in) {
            add(Place.of(scope, after.publishedAt(), after.id().value()), after.expiresAt());
        }
    }

    private void add(Place place, @Nullable Instant expiry) {
        if (expiry == null) {
            lasting.put(place, "");
        } else {
            expiring.add(place, expiry);
        }
    }

    private void remove(Place place, @Nullable Instant expiry) {
        if (expiry == null) {
            lasting.remove(place);
        } else {
            expiring.remove(place, expiry);
        }
    }

    // If it is ever public, then when it is published.
    private static boolean isEverPublic(Listed article) {
        Instant published = article.publishedAt();
        return published != null && article.isPublic(published);
    }

    private static Set<String> scopes(Listed article) {
        Set<String> scopes = new HashSet<>();
        scopes.add(ALL);
        scopes.add(Kind.SLUG.scope(article.slug()));
        for (Region own : article.regions()) {
            own.path().forEach(region -> scopes.add(Kind.REGION.scope(region.key())));
        }
        for (Section own : article.sections()) {
            own.path().forEach(section -> scopes.add(Kind.SECTION.scope(section.key())));
        }
        article.tags().forEach(tag -> scopes.add(Kind.TAG.scope(tag.key())));
        article.authors().forEach(author -> scopes.add(Kind.AUTHOR.scope(author.slug())));
        if (!article.translationGroup().isEmpty()) {
            scopes.add(Kind.GROUP.scope(article.translationGroup()));
        }
        return scopes;
    }

    /** Whether an article is listed in a scope, at whatever instant. */
    boolean has(String scope, Place article) {
        Place place = article.in(scope);
        return lasting.containsKey(place) || expiring.articles().containsKey(place);
    }

    /** About how many articles these scopes hold together, whenever they are public; never too few. */
    long size(Collection<String> scopes) {
        long size = 0;
        for (String scope : scopes) {
            size += between(lasting, Place.first(scope), Place.last(scope))
                    + between(expiring.articles(), Place.first(scope), Place.last(scope));
        }
        return size;
    }

    private static long between(MVMap<Place, ?> map, Place from, Place to) {
        return from.compareTo(to) >= 0 ? 0 : Expiring.rank(map, to) - Expiring.rank(map, from);
    }

    /** What is public at an instant in any of these scopes, newest first, from behind one place to before another. */
    Timeline older(Collection<String> scopes, Place from, @Nullable Instant until, Instant at) {
        List<Timeline.Source> sources = new ArrayList<>();
        for (String scope : scopes) {
            Place now = Place.behind(scope, at);
            Place begin = from.in(scope);
            begin = begin.compareTo(now) < 0 ? begin : now;
            Place end = until == null ? Place.first(scope) : Place.before(scope, until);
            sources.add(new Timeline.Plain(lasting, begin, end, true));
            sources.add(expiring.new Walk(begin, end, true, at));
        }
        return new Timeline(sources, true);
    }

    /** What is public at an instant in any of these scopes, oldest first, from behind a place on. */
    Timeline newer(Collection<String> scopes, Place from, Instant at) {
        List<Timeline.Source> sources = new ArrayList<>();
        for (String scope : scopes) {
            Place begin = from.in(scope);
            Place end = Place.behind(scope, at);
            sources.add(new Timeline.Plain(lasting, begin, end, false));
            sources.add(expiring.new Walk(begin, end, false, at));
        }
        return new Timeline(sources, false);
    }

    /**
     * How many articles of a scope are public at an instant.
     *
     * @param from published at or after this instant, or null
     * @param to published before this instant, or null
     */
    long count(String scope, Instant at, @Nullable Instant from, @Nullable Instant to) {
        Place now = Place.behind(scope, at);
        Place begin = from == null ? Place.first(scope) : Place.before(scope, from);
        Place end = to == null || now.compareTo(Place.before(scope, to)) <= 0 ? now : Place.before(scope, to);
        if (begin.compareTo(end) >= 0) {
            return 0;
        }
        return between(lasting, begin, end)
                + (from == null && end.equals(now) ? expiring.count(scope, at) : expiring.count(begin, end, at));
    }

    /** How many public articles each key of a kind has, by key; those without are left out. */
    Map<String, Long> counts(Kind kind, Instant at) {
        Map<String, Long> counts = new TreeMap<>();
        count(lasting, kind, at, counts);
        count(expiring.articles(), kind, at, counts);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void count(MVMap<Place, ?> map, Kind kind, Instant at, Map<String, Long> counts) {
        Place next = map.ceilingKey(Place.first(kind.scope("")));
        while (next != null && next.scope().charAt(0) == kind.letter) {
            String scope = next.scope();
            counts.computeIfAbsent(scope.substring(1), key -> count(scope, at, null, null));
            next = map.ceilingKey(Place.last(scope));
        }
    }

    /** How many public articles each month of a zone has; those without are left out. */
    Map<String, Long> months(Instant at, ZoneId zone) {
        Map<String, Long> counts = new TreeMap<>();
        Instant before = YEAR_9999;
        Place newest = older(Set.of(ALL), Place.before(ALL, before), YEAR_1, at).next();
        while (newest != null) {
            YearMonth month = YearMonth.from(newest.instant().atZone(zone));
            Instant start = month.atDay(1).atStartOfDay(zone).toInstant();
            Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
            counts.put(month.toString(), count(ALL, at, start, end));
            newest = older(Set.of(ALL), Place.before(ALL, start), YEAR_1, at).next();
        }
        return counts;
    }
}
