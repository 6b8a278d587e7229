package dev.byline.ranking.listing;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
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
 * Which posts a question lets in: of several of one kind any will do, those of different kinds must all be met.
 *
 * @param regions region keys; a region around the post's own will do
 * @param sections section keys; a section above the post's own will do
 * @param tags tag keys
 * @param authors author slugs
 * @param languages one without a region takes in those with one
 */
public record Filters(
        Set<String> regions, Set<String> sections, Set<String> tags, Set<String> authors, Set<Language> languages) {
    private static final int MOST_IDS = 1_000_000;
    private static final int MOST_NAMED = 1_000;

    /** Whether every post is let in. */
    public boolean isEmpty() {
        return regions.isEmpty() && sections.isEmpty() && tags.isEmpty() && authors.isEmpty() && languages.isEmpty();
    }

    /** What keeps a post out, or null. */
    public @Nullable String unmet(Listed post) {
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
        return null;
    }

    private static boolean covers(String wanted, Language language) {
        return language.tag().equals(wanted) || language.tag().startsWith(wanted + "-");
    }

    private static <T> boolean any(List<T> terms, Function<T, Stream<String>> keys, Set<String> wanted) {
        return terms.stream().flatMap(keys).anyMatch(wanted::contains);
    }

    /** With a region. */
    public Filters in(Region region) {
        Objects.requireNonNull(region, "region");
        return new Filters(more(regions, List.of(region.key())), sections, tags, authors, languages);
    }

    /** With all regions of a group. */
    public Filters in(RegionGroup group) {
        Objects.requireNonNull(group, "group");
        List<String> keys = group.members().stream().map(Region::key).toList();
        return new Filters(more(regions, keys), sections, tags, authors, languages);
    }

    /** With a section. */
    public Filters in(Section section) {
        Objects.requireNonNull(section, "section");
        return new Filters(regions, more(sections, List.of(section.key())), tags, authors, languages);
    }

    /** With a tag. */
    public Filters tagged(Tag tag) {
        Objects.requireNonNull(tag, "tag");
        return new Filters(regions, sections, more(tags, List.of(tag.key())), authors, languages);
    }

    /** With an author. */
    public Filters by(String slug) {
        return new Filters(regions, sections, tags, more(authors, List.of(slug)), languages);
    }

    /** With a language. */
    public Filters language(Language language) {
        Objects.requireNonNull(language, "language");
        return new Filters(regions, sections, tags, authors, more(languages, List.of(language)));
    }

    /** Ids, checked and in order. */
    public static Set<ArticleId> ids(@Nullable Set<ArticleId> given, String what) {
        return sorted(given, Comparator.naturalOrder(), what, MOST_IDS);
    }

    /** Ids in the order given, each once, and checked. */
    public static List<ArticleId> pinned(@Nullable List<ArticleId> given) {
        return given == null ? List.of() : List.copyOf(new LinkedHashSet<>(checked(given, "pinned", MOST_NAMED)));
    }

    /** Keys, checked and in order. */
    public static Set<String> keys(@Nullable Set<String> given, String what) {
        return sorted(given, Comparator.naturalOrder(), what, MOST_NAMED);
    }

    /** Languages, checked and in order. */
    public static Set<Language> languages(@Nullable Set<Language> given) {
        return sorted(given, Comparator.comparing(Language::tag), "languages", MOST_NAMED);
    }

    /** Both together. */
    public static <T> Set<T> more(Set<T> some, Collection<? extends T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> Set<T> sorted(@Nullable Set<T> given, Comparator<? super T> order, String what, int most) {
        if (given == null || given.isEmpty()) {
            return Set.of();
        }
        Set<T> sorted = new TreeSet<>(order);
        sorted.addAll(checked(given, what, most));
        return Collections.unmodifiableSet(sorted);
    }

    private static <C extends Collection<?>> C checked(C given, String what, int most) {
        if (given.size() > most) {
            throw new IllegalArgumentException(what + " holds " + given.size() + ", more than " + most);
        }
        for (Object one : given) {
            Objects.requireNonNull(one, what);
        }
        return given;
    }
}
