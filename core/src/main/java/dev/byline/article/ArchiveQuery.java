package dev.byline.article;

import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A listing of public articles, newest first (rule A-01): all of them, or those of a region, section, tag, author,
 * translation group or time, and of any of these together.
 *
 * <p>Starts as {@link #at(Instant)}: everything public at that instant, twenty to the page, from the top.
 *
 * @param at the instant at which an article must be public
 * @param regions region keys, any of which an article must lie in, itself or by a region around it; empty for all
 * @param section the key of a section that it must be in, itself or by a section above it; empty for all
 * @param tag the key of a tag that it must have; empty for all
 * @param author the slug of an author that it must have; empty for all
 * @param translationGroup the {@link Article#translationGroup} that it must be of; empty for all
 * @param from published at or after this instant, or null
 * @param to published before this instant, or null
 * @param limit the most articles of a page, 1 to {@value #MOST}
 * @param after the cursor of the page before, or null for the first
 */
public record ArchiveQuery(
        Instant at,
        Set<String> regions,
        String section,
        String tag,
        String author,
        String translationGroup,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable ArchiveCursor after) {
    /** The most articles that a page may ask for. */
    public static final int MOST = 1000;

    /** Checks the limit and copies the keys. */
    public ArchiveQuery {
        Objects.requireNonNull(at, "at");
        regions = Set.copyOf(regions);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page holds 1 to " + MOST + " articles, not " + limit);
        }
    }

    /** All that is public at this instant. */
    public static ArchiveQuery at(Instant at) {
        return new ArchiveQuery(at, Set.of(), "", "", "", "", null, null, 20, null);
    }

    /** Only what lies in this region. */
    public ArchiveQuery in(Region region) {
        return new ArchiveQuery(
                at, Set.of(region.key()), section, tag, author, translationGroup, from, to, limit, after);
    }

    /** Only what lies in any region of this group. */
    public ArchiveQuery in(RegionGroup group) {
        Set<String> keys = group.members().stream().map(Region::key).collect(Collectors.toCollection(TreeSet::new));
        return new ArchiveQuery(at, keys, section, tag, author, translationGroup, from, to, limit, after);
    }

    /** Only what is in the section with this key. */
    public ArchiveQuery section(String key) {
        return new ArchiveQuery(at, regions, key, tag, author, translationGroup, from, to, limit, after);
    }

    /** Only what has the tag with this key. */
    public ArchiveQuery tag(String key) {
        return new ArchiveQuery(at, regions, section, key, author, translationGroup, from, to, limit, after);
    }

    /** Only what the author with this slug wrote. */
    public ArchiveQuery author(String slug) {
        return new ArchiveQuery(at, regions, section, tag, slug, translationGroup, from, to, limit, after);
    }

    /** Only an article and its translations, which share this group; {@link ArticleStore#translations} asks so. */
    public ArchiveQuery translationGroup(String group) {
        return new ArchiveQuery(at, regions, section, tag, author, group, from, to, limit, after);
    }

    /** Only what was published in this span: at or after the first instant, before the second; null for no bound. */
    public ArchiveQuery published(@Nullable Instant from, @Nullable Instant to) {
        return new ArchiveQuery(at, regions, section, tag, author, translationGroup, from, to, limit, after);
    }

    /** Only what was published in this month of the publication's zone. */
    public ArchiveQuery month(YearMonth month, ZoneId zone) {
        return published(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** With pages of this many articles, 1 to {@value #MOST}. */
    public ArchiveQuery limit(int limit) {
        return new ArchiveQuery(at, regions, section, tag, author, translationGroup, from, to, limit, after);
    }

    /** From behind this cursor on; null for the top. */
    public ArchiveQuery after(@Nullable ArchiveCursor cursor) {
        return new ArchiveQuery(at, regions, section, tag, author, translationGroup, from, to, limit, cursor);
    }

    /**
     * Whether an article belongs to the listing, wherever the cursor stands; the definition that every store must meet.
     */
    public boolean matches(Listed article) {
        Instant published = article.publishedAt();
        return published != null
                && article.isPublic(at)
                && (from == null || !published.isBefore(from))
                && (to == null || published.isBefore(to))
                && (translationGroup.isEmpty() || translationGroup.equals(article.translationGroup()))
                && (regions.isEmpty() || Keys.isInAnyRegion(article, regions))
                && (section.isEmpty() || Keys.isInAnySection(article, Set.of(section)))
                && (tag.isEmpty() || Keys.hasAnyTag(article, Set.of(tag)))
                && (author.isEmpty()
                        || article.authors().stream().anyMatch(own -> own.slug().equals(author)));
    }
}
