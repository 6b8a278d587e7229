package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.taxonomy.Gazetteer;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionPolicy;
import dev.byline.taxonomy.RegionRecogniser;
import java.util.List;

/** Files articles that have no region under those that their texts are about. */
final class SuggestedRegions {
    private final RegionRecogniser recogniser = RegionRecogniser.with(RegionPolicy.defaults(), Gazetteer.standard());
    private long count;

    Article filed(Article article) {
        if (!article.regions().isEmpty()) {
            return article;
        }
        List<Region> regions = recogniser
                .read(article.headline(), article.standfirst(), article.body())
                .regions(List.of());
        if (regions.isEmpty()) {
            return article;
        }
        count++;
        return article.toBuilder().regions(regions).build();
    }

    /** How many articles were filed. */
    long count() {
        return count;
    }
}
