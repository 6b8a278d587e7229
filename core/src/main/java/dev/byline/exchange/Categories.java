package dev.byline.exchange;

import dev.byline.taxonomy.Gazetteer;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source's categories become: what the editor's table says; else a region if the name, or the slug read as words,
 * is one that Byline ships, under the name that the source gives it. What neither knows is left to the reader, to whom
 * it is a section. A slug of up to three letters is not read as a name: "it" is rather technology than Italy.
 */
final class Categories {
    private static final int SHORTEST_NAME_IN_SLUG = 4;

    private final CategoryTable table;
    private final Gazetteer gazetteer = Gazetteer.standard();

    Categories(CategoryTable table) {
        this.table = table;
    }

    /**
     * What was decided of a category.
     *
     * @param term what it becomes; null if it is dropped
     */
    record Verdict(@Nullable Term term) {}

    /** What the table or the names of regions say; null if they say nothing, so that it is a section. */
    @Nullable
    Verdict verdict(String slug, String name) {
        Region region = table.region(slug, name).orElse(null);
        if (region != null) {
            return new Verdict(region);
        }
        Section section = table.section(slug, name).orElse(null);
        if (section != null) {
            return new Verdict(section);
        }
        if (table.drops(slug, name)) {
            return new Verdict(null);
        }
        Optional<Region> named = gazetteer.find(name);
        if (named.isEmpty() && slug.length() >= SHORTEST_NAME_IN_SLUG) {
            named = gazetteer.find(slug.replace('-', ' '));
        }
        return named.map(found -> new Verdict(new Region(found.key(), name, found.parent())))
                .orElse(null);
    }
}
