package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which popular posts a block of a page asks for: starts as {@link #of(Window)}, five of the whole site.
 *
 * <p>Filters of different kinds must all be met, of several of one kind any; what fills a short list meets them too.
 *
 * @param window whose engagement counts
 * @param limit the most posts to list, 1 to {@value #MOST}
 * @param without ids of posts that are not listed, for example those that stand on the page already
 * @param regions region keys, any of which a post must lie in, itself or by a region around it; empty for all
 * @param sections section keys, any of which it must be in, itself or by a section above it; empty for all
 * @param tags tag keys, any of which it must have; empty for all
 * @param authors author slugs, any of which it must have; empty for all
 * @param languages any of which it must be written in; one without a region, {@code pt}, takes in those with one,
 *     {@code pt-BR}; empty for all
 * @param published within which it must have been published, or null
 * @param mostPerSection how many may come from one main section, which is the one that a card prints, else the first, so
 *     that a big one does not drown the others; 0 for no limit
 */
@JsonPropertyOrder({
    "window",
    "limit",
    "without",
    "regions",
    "sections",
    "tags",
    "authors",
    "languages",
    "published",
    "mostPerSection"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularQuery(
        Window window,
        int limit,
        Set<ArticleId> without,
        Set<String> regions,
        Set<String> sections,
        Set<String> tags,
        Set<String> authors,
        Set<Language> languages,
        @Nullable Window published,
        int mostPerSection) {
    /** The most posts that a list may hold. */
    public static final int MOST = 200;

    private static final int USUAL = 5;
    private static final int MOST_IDS = 1_000_000;
    private static final int MOST_NAMED = 1_000;

    /**
     * Checks the numbers, copies the collections, and puts empty ones in the place of what is missing.
     *
     * @throws IllegalArgumentException if more than 1,000,000 posts are excluded, or more than 1,000 keys of one kind given
     */
    public PopularQuery {
        Objects.requireNonNull(window, "window");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a list holds 1 to " + MOST + " posts, not " + limit);
        }
        if (mostPerSection < 0) {
            throw new IllegalArgumentException("0 or more posts may come from one section, not " + mostPerSection);
        }
        without = sorted(without, Comparator.naturalOrder(), "without", MOST_IDS);
        regions = sorted(regions, Comparator.naturalOrder(), "regions", MOST_NAMED);
        sections = sorted(sections, Comparator.naturalOrder(), "sections", MOST_NAMED);
        tags = sorted(tags, Comparator.naturalOrder(), "tags", MOST_NAMED);
        authors = sorted(authors, Comparator.naturalOrder(), "authors", MOST_NAMED);
        languages = sorted(languages, Comparator.comparing(Language::tag), "languages", MOST_NAMED);
    }

    /** The five most popular posts of the site in this window. */
    public static PopularQuery of(Window window) {
        return new PopularQuery(window, USUAL, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, 0);
    }

    /** At most so many, 1 to {@value #MOST}. */
    public PopularQuery limit(int limit) {
        return new PopularQuery(
                window, limit, without, regions, sections, tags, authors, languages, published, mostPerSection);
    }

    /** Without these either. */
    public PopularQuery without(Collection<ArticleId> ids) {
        Objects.requireNonNull(ids, "without");
        return new PopularQuery(
                window,
                limit,
                more(without, ids),
                regions,
                sections,
                tags,
                authors,
                languages,
                published,
                mostPerSection);
    }

    /** Only what lies in this region, or in one named before. */
    public PopularQuery in(Region region) {
        Objects.requireNonNull(region, "region");
        return only(more(regions, List.of(region.key())), sections, tags, authors, languages);
    }

    /** Only what lies in any region of this group, or in one named before. */
    public PopularQuery in(RegionGroup group) {
        Objects.requireNonNull(group, "group");
        List<String> keys = group.members().stream().map(Region::key).toList();
        return only(more(regions, keys), sections, tags, authors, languages);
    }

    /** Only what is in this section, or in one named before. */
    public PopularQuery in(Section section) {
        Objects.requireNonNull(section, "section");
        return only(regions, more(sections, List.of(section.key())), tags, authors, languages);
    }

    /** Only what has this tag, or one named before. */
    public PopularQuery tagged(Tag tag) {
        Objects.requireNonNull(tag, "tag");
        return only(regions, sections, more(tags, List.of(tag.key())), authors, languages);
    }

    /** Only what this author wrote, or one named before. */
    public PopularQuery by(Author author) {
        Objects.requireNonNull(author, "author");
        return only(regions, sections, tags, more(authors, List.of(author.slug())), languages);
    }

    /** Only what is written in this language, or in one named before. */
    public PopularQuery language(Language language) {
        Objects.requireNonNull(language, "language");
        return only(regions, sections, tags, authors, more(languages, List.of(language)));
    }

    /** Only what was published within this window, as it is looked at at the moment of asking; null for whenever. */
    public PopularQuery published(@Nullable Window published) {
        return new PopularQuery(
                window, limit, without, regions, sections, tags, authors, languages, published, mostPerSection);
    }

    /** At most so many of one main section; 0 for no limit. */
    public PopularQuery mostPerSection(int most) {
        return new PopularQuery(window, limit, without, regions, sections, tags, authors, languages, published, most);
    }

    private PopularQuery only(
            Set<String> regions, Set<String> sections, Set<String> tags, Set<String> authors, Set<Language> languages) {
        return new PopularQuery(
                window, limit, without, regions, sections, tags, authors, languages, published, mostPerSection);
    }

    /** Whether a post may be kept out for what it is. */
    boolean isFiltered() {
        return !regions.isEmpty()
                || !sections.isEmpty()
                || !tags.isEmpty()
                || !authors.isEmpty()
                || !languages.isEmpty()
                || published != null
                || mostPerSection > 0;
    }

    /** The newest that may meet it: exactly what does, but for what the archive can't be asked. */
    ArchiveQuery archive(Instant at, int limit) {
        ArchiveQuery query =
                new ArchiveQuery(at, regions, only(sections), only(tags), only(authors), null, null, limit, null);
        return published == null ? query : query.published(published.from(at), published.to(at));
    }

    private static String only(Set<String> keys) {
        return keys.size() == 1 ? keys.iterator().next() : "";
    }

    /** What keeps a post out of the list, or null. */
    @Nullable
    String unmet(Listed post, Instant at) {
        if (!regions.isEmpty()
                && !any(post.regions(), region -> region.path().stream().map(Region::key), regions)) {
            return "lies in none of the regions " + String.join(", ", regions);
        }
        if (!sections.isEmpty()
                && !any(post.sections(), section -> section.path().stream().map(Section::key), sections)) {
            return "is in none of the sections " + String.join(", ", sections);
        }
        if (!tags.isEmpty() && !any(post.tags(), tag -> Stream.of(tag.key()), tags)) {
            return "has none of the tags " + String.join(", ", tags);
        }
        if (!authors.isEmpty() && !any(post.authors(), author -> Stream.of(author.slug()), authors)) {
            return "is by none of " + String.join(", ", authors);
        }
        if (!languages.isEmpty() && languages.stream().noneMatch(one -> covers(one.tag(), post.language()))) {
            return "is written in " + post.language().tag();
        }
        Instant date = post.publishedAt();
        if (published != null && date != null) {
            Instant from = published.from(at);
            if ((from != null && date.isBefore(from)) || !date.isBefore(published.to(at))) {
                return "was published at " + date;
            }
        }
        return null;
    }

    private static boolean covers(String wanted, Language language) {
        return language.tag().equals(wanted) || language.tag().startsWith(wanted + "-");
    }

    private static <T> boolean any(List<T> terms, Function<T, Stream<String>> keys, Set<String> wanted) {
        return terms.stream().flatMap(keys).anyMatch(wanted::contains);
    }

    private static <T> Set<T> more(Set<T> some, Collection<? extends T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> Set<T> sorted(@Nullable Set<T> given, Comparator<? super T> order, String what, int most) {
        if (given == null || given.isEmpty()) {
            return Set.of();
        }
        if (given.size() > most) {
            throw new IllegalArgumentException(what + " holds " + given.size() + ", more than " + most);
        }
        Set<T> sorted = new TreeSet<>(order);
        for (T one : given) {
            sorted.add(Objects.requireNonNull(one, what));
        }
        return Collections.unmodifiableSet(sorted);
    }
}
