package dev.byline.article;

import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that an article is listed under: those of its terms and of the terms around them. */
final class Keys {
    private Keys() {}

    static Set<String> regions(Listed article) {
        Set<String> keys = new HashSet<>();
        for (Region own : article.regions()) {
            for (@Nullable Region region = own; region != null; region = region.parent()) {
                keys.add(region.key());
            }
        }
        return keys;
    }

    static Set<String> sections(Listed article) {
        Set<String> keys = new HashSet<>();
        for (Section own : article.sections()) {
            for (@Nullable Section section = own; section != null; section = section.parent()) {
                keys.add(section.key());
            }
        }
        return keys;
    }

    static Set<String> tags(Listed article) {
        Set<String> keys = new HashSet<>();
        article.tags().forEach(tag -> keys.add(tag.key()));
        return keys;
    }

    static Set<String> authors(Listed article) {
        Set<String> keys = new HashSet<>();
        article.authors().forEach(author -> keys.add(author.slug()));
        return keys;
    }

    static Set<String> translations(Listed article) {
        return article.translationGroup().isEmpty() ? Set.of() : Set.of(article.translationGroup());
    }

    // The questions below are asked of every article that a walk passes, so they build nothing.

    static boolean isInAnyRegion(Listed article, Set<String> keys) {
        for (Region own : article.regions()) {
            for (@Nullable Region region = own; region != null; region = region.parent()) {
                if (keys.contains(region.key())) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isInAnySection(Listed article, Set<String> keys) {
        for (Section own : article.sections()) {
            for (@Nullable Section section = own; section != null; section = section.parent()) {
                if (keys.contains(section.key())) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean hasAnyTag(Listed article, Set<String> keys) {
        for (Tag tag : article.tags()) {
            if (keys.contains(tag.key())) {
                return true;
            }
        }
        return false;
    }

    static boolean isUnderAny(Listed article, Set<String> keys) {
        return !keys.isEmpty()
                && (isInAnyRegion(article, keys) || isInAnySection(article, keys) || hasAnyTag(article, keys));
    }
}
