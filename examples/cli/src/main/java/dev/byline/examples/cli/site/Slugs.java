package dev.byline.examples.cli.site;

import dev.byline.article.Article;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Which articles, in whatever status, have a slug or had it. */
final class Slugs {
    private final MVMap<Place, String> map;

    Slugs(ContentFile file) {
        map = file.map("slugs", DiskTypes.PLACE, DiskTypes.TEXT);
    }

    /** Files an article, and takes away what it was before. */
    void file(@Nullable Article before, Article after) {
        if (before != null) {
            places(before).forEach(map::remove);
        }
        places(after).forEach(place -> map.put(place, ""));
    }

    /** The newest article that has a slug now; null if none has. */
    @Nullable
    Place newest(String slug) {
        return last(now(slug));
    }

    /** The newest article that had a slug before; null if none had. */
    @Nullable
    Place newestOnce(String slug) {
        return last(once(slug));
    }

    private @Nullable Place last(String scope) {
        Place place = map.lowerKey(Place.last(scope));
        return place != null && place.scope().equals(scope) ? place : null;
    }

    private static List<Place> places(Article article) {
        List<Place> places = new ArrayList<>();
        String id = article.id().value();
        places.add(Place.of(now(article.slug()), article.publishedAt(), id));
        article.oldSlugs().forEach(slug -> places.add(Place.of(once(slug), article.publishedAt(), id)));
        return places;
    }

    private static String now(String slug) {
        return "n" + slug;
    }

    private static String once(String slug) {
        return "o" + slug;
    }
}
