package dev.byline.exchange;

import dev.byline.exchange.Categories.Verdict;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a WXR file and what they become.
 *
 * <p>A category becomes what {@link Categories} says, else a section below the sections that the file puts above it. A tag
 * that has the slug or the name of a category takes both from it.
 */
final class WxrTerms {
    private static final int MOST_LEVELS = 8;
    private static final int MOST_CLIMBED = 64;

    /**
     * A term of the file.
     *
     * @param slug the slug, decoded
     * @param name the name, plain text
     * @param parent the slug of the term above as stored; may be empty
     */
    private record Known(String slug, String name, String parent) {}

    /** The terms of one taxonomy. */
    private static final class Taxonomy {
        private final Set<String> defined = new HashSet<>();
        private final Map<String, Known> bySlug = new HashMap<>();
        private final Map<String, String> slugByName = new HashMap<>();
        private final Map<String, String> slugById = new HashMap<>();

        /** Takes what the head says, which counts for more than what items mention; false if it said so before. */
        boolean define(Known term, String id) {
            boolean added = defined.add(term.slug());
            if (added) {
                bySlug.put(term.slug(), term);
            }
            slugByName.putIfAbsent(fold(term.name()), term.slug());
            if (!id.isEmpty()) {
                slugById.putIfAbsent(id, term.slug());
            }
            return added;
        }

        /** Takes what an item says; false if nothing of it is new. */
        boolean mention(Known term) {
            boolean slug = bySlug.putIfAbsent(term.slug(), term) == null;
            boolean name = slugByName.putIfAbsent(fold(term.name()), term.slug()) == null;
            return slug || name;
        }

        @Nullable
        Known find(String slug, String name) {
            Known found = bySlug.get(slug);
            return found == null ? bySlug.get(slugByName.getOrDefault(fold(name), "")) : found;
        }

        @Nullable
        Known byId(String id) {
            return bySlug.get(slugById.getOrDefault(id, ""));
        }
    }

    private final Categories decisions;
    private final Taxonomy categories = new Taxonomy();
    private final Taxonomy tags = new Taxonomy();
    private final Taxonomy menus = new Taxonomy();
    private final Map<String, Verdict> filed = new HashMap<>();

    WxrTerms(CategoryTable table) {
        decisions = new Categories(table);
    }

    /** Takes a term that the head defines; tells what was counted, or null. */
    @Nullable
    Counted define(WxrItem.Term term) {
        Taxonomy taxonomy = taxonomy(term.taxonomy);
        Known known = taxonomy == null ? null : known(term.slug, term.name, term.parent);
        if (taxonomy == null || known == null || !taxonomy.define(known, term.id)) {
            return null;
        }
        return taxonomy == categories ? Counted.CATEGORIES : taxonomy == tags ? Counted.TAGS : null;
    }

    /** Takes the terms of an item, which old files define nowhere else; returns the size of those that are new. */
    long mention(WxrItem item) {
        long size = 0;
        for (WxrItem.Category category : item.categories) {
            Taxonomy taxonomy = taxonomy(category.domain());
            Known known = taxonomy == null || category.nicename().isBlank()
                    ? null
                    : known(category.nicename(), category.name(), "");
            if (taxonomy != null && known != null && taxonomy.mention(known)) {
                size += WxrIndex.size(known.slug(), known.name(), known.name());
            }
        }
        return size;
    }

    private @Nullable Taxonomy taxonomy(String domain) {
        return switch (domain) {
            case "", "category" -> categories;
            case "tag", "post_tag" -> tags;
            case "nav_menu" -> menus;
            default -> null;
        };
    }

    private static @Nullable Known known(String storedSlug, String html, String parent) {
        String name = WxrSlugs.plain(html);
        String slug = WxrSlugs.key(WxrSlugs.slug(storedSlug));
        if (slug.isEmpty()) {
            slug = name.isEmpty() ? "" : WxrSlugs.key(WxrSlugs.made(name));
        }
        return slug.isEmpty() ? null : new Known(slug, name.isEmpty() ? slug : name, parent);
    }

    static boolean isCategory(String domain) {
        return domain.isEmpty() || domain.equals("category");
    }

    static boolean isTag(String domain) {
        return domain.equals("tag") || domain.equals("post_tag");
    }

    /** What a category of an item is filed under; empty if it is dropped or has neither slug nor name. */
    Optional<Term> category(WxrItem.Category category) {
        Known mentioned = known(category.nicename(), category.name(), "");
        return mentioned == null ? Optional.empty() : file(known(categories, mentioned));
    }

    /** The tag that a tag of an item is; empty if it has neither slug nor name. */
    Optional<Tag> tag(WxrItem.Category category) {
        Known mentioned = known(category.nicename(), category.name(), "");
        return mentioned == null ? Optional.empty() : Optional.of(merged(known(tags, mentioned)));
    }

    private static Known known(Taxonomy taxonomy, Known mentioned) {
        Known defined = taxonomy.find(mentioned.slug(), mentioned.name());
        return defined == null ? mentioned : defined;
    }

    private Tag merged(Known tag) {
        Known category = categories.find(tag.slug(), tag.name());
        return category == null ? Tag.of(tag.slug(), tag.name()) : Tag.of(category.slug(), category.name());
    }

    /** What the category with this id is filed under. */
    Optional<Term> categoryById(String id) {
        Known known = categories.byId(id);
        return known == null ? Optional.empty() : file(known);
    }

    /** Whether there is a category with this id, though it may be dropped. */
    boolean knowsCategory(String id) {
        return categories.byId(id) != null;
    }

    /** The tag with this id. */
    Optional<Tag> tagById(String id) {
        Known known = tags.byId(id);
        return known == null ? Optional.empty() : Optional.of(merged(known));
    }

    /** The slug of the menu that a menu item is in; empty where it is in none. */
    String menu(WxrItem item) {
        for (WxrItem.Category category : item.categories) {
            Known known = category.domain().equals("nav_menu") ? known(category.nicename(), category.name(), "") : null;
            if (known != null) {
                return known.slug();
            }
        }
        return "";
    }

    /** The name of a menu. */
    String menuName(String slug) {
        Known known = menus.bySlug.get(slug);
        return known == null ? slug : known.name();
    }

    private Optional<Term> file(Known category) {
        Verdict verdict = filed.get(category.slug());
        if (verdict == null) {
            verdict = direct(category);
            if (verdict == null) {
                verdict = new Verdict(section(category));
            }
            filed.put(category.slug(), verdict);
        }
        return Optional.ofNullable(verdict.term());
    }

    private @Nullable Verdict direct(Known category) {
        return decisions.verdict(category.slug(), category.name());
    }

    // Climbs by the file's own parents, over regions and what is dropped, and stops at a section of the table, at a
    // circle, or where a section would lie too deep.
    private Section section(Known category) {
        List<Known> path = new ArrayList<>();
        path.add(category);
        Set<String> visited = new HashSet<>(Set.of(category.slug()));
        Section above = null;
        Known next = parent(category);
        while (next != null && path.size() < MOST_LEVELS && visited.size() < MOST_CLIMBED && visited.add(next.slug())) {
            Verdict verdict = direct(next);
            if (verdict == null) {
                path.add(next);
            } else if (verdict.term() instanceof Section section) {
                above = section;
                break;
            }
            next = parent(next);
        }
        if (above != null && above.path().size() + path.size() > MOST_LEVELS) {
            above = null;
        }
        for (int i = path.size() - 1; i > 0; i--) {
            above = new Section(path.get(i).slug(), path.get(i).name(), above);
        }
        return new Section(category.slug(), category.name(), above);
    }

    private @Nullable Known parent(Known term) {
        return term.parent().isEmpty()
                ? null
                : categories.find(WxrSlugs.key(WxrSlugs.slug(term.parent())), WxrSlugs.plain(term.parent()));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
