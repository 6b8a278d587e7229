package dev.byline.exchange;

import dev.byline.article.ArticleBuilder;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one article is filed: each region, section and tag once, in the order of the source. */
final class Filed {
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Tag> tags = new LinkedHashMap<>();

    void under(@Nullable Term term) {
        if (term instanceof Region region) {
            regions.putIfAbsent(region.key(), region);
        } else if (term instanceof Section section) {
            sections.putIfAbsent(section.key(), section);
        } else if (term instanceof Tag tag) {
            tags.putIfAbsent(tag.key(), tag);
        }
    }

    boolean isUnder(Term term) {
        return term instanceof Region ? regions.containsKey(term.key()) : sections.containsKey(term.key());
    }

    ArticleBuilder on(ArticleBuilder article) {
        return article.regions(List.copyOf(regions.values()))
                .sections(List.copyOf(sections.values()))
                .tags(List.copyOf(tags.values()));
    }
}
