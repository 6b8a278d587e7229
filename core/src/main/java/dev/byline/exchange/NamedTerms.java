package dev.byline.exchange;

import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import org.jspecify.annotations.Nullable;

/** What categories and tags become of which a source says no more than a name and perhaps a slug; both plain text. */
final class NamedTerms {
    private final Categories decisions;

    NamedTerms(CategoryTable table) {
        decisions = new Categories(table);
    }

    /** What a category becomes; null if it is dropped or has no name. */
    @Nullable
    Term category(String slug, String name) {
        String key = key(slug, name);
        if (key.isEmpty()) {
            return null;
        }
        Categories.Verdict verdict = decisions.verdict(key, printed(key, name));
        return verdict == null ? Section.of(key, printed(key, name)) : verdict.term();
    }

    /** Whether the editor's table or the gazetteer say what it is, rather than its being a category. */
    boolean isKnown(String slug, String name) {
        String key = key(slug, name);
        return !key.isEmpty() && decisions.verdict(key, printed(key, name)) != null;
    }

    /** The tag; null if it has no name. */
    @Nullable
    Tag tag(String slug, String name) {
        String key = key(slug, name);
        return key.isEmpty() ? null : Tag.of(key, printed(key, name));
    }

    private static String printed(String key, String name) {
        return name.isEmpty() ? key : name;
    }

    private static String key(String slug, String name) {
        String own = WxrSlugs.slug(slug);
        return WxrSlugs.key(own.isEmpty() ? WxrSlugs.made(name) : own);
    }
}
