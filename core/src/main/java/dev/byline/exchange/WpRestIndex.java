package dev.byline.exchange;

import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.text.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first pass over WordPress's answers gathers, so that the second can give each post whole. */
final class WpRestIndex implements JsonPass.Parts {
    private static final int MOST_KEPT = 32 << 20;
    private static final int COST_OF_A_COUNT = 80;

    /** A term until the terms above it are known. */
    private record Known(boolean category, String slug, String name, String parent) {}

    final WxrTerms terms;
    final Bylines authors = new Bylines();
    final FreeSlugs articleSlugs = new FreeSlugs();
    final FreeSlugs pageSlugs = new FreeSlugs();
    private final ImportOptions options;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<Long, Image> media = new HashMap<>();
    private final Set<Long> pictures = new HashSet<>();
    private final Map<Long, String> pages = new HashMap<>();
    private final Map<Long, Integer> comments = new HashMap<>();
    private final LongSet commentIds = new LongSet();
    private JsonValue site = JsonValue.NOTHING;
    private long kept;

    WpRestIndex(ImportOptions options) {
        this.options = options;
        terms = new WxrTerms(options.categories());
    }

    private void keep(JsonPass.Part part, long size) throws Refused {
        kept += size;
        if (kept > MOST_KEPT) {
            throw new Refused(
                    part.line(), "holds more than " + MOST_KEPT + " characters of names, titles and addresses");
        }
    }

    @Override
    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        return WpRest.step(place, kind);
    }

    @Override
    public void take(JsonPass.Part part) throws Refused {
        JsonValue value = part.value();
        switch (WpRest.thing(part)) {
            case POST -> post(part);
            case PAGE -> page(part);
            case MEDIA -> media(part, value);
            case CATEGORY -> term(part, value, true);
            case TAG -> term(part, value, false);
            case USER -> user(part, value);
            case COMMENT -> comment(part);
            case SITE -> {
                if (!site.isObject()) {
                    keep(part, WxrIndex.size(value.first("name", "title"), value.first("description")));
                    site = value;
                }
            }
            default -> {}
        }
    }

    private void post(JsonPass.Part part) throws Refused {
        JsonValue value = part.value();
        articleSlugs.reserve(WxrSlugs.slug(value.first("slug")));
        Long picture = WxrIndex.number(value.first("featured_media"));
        if (picture != null && pictures.add(picture)) {
            keep(part, COST_OF_A_COUNT);
        }
        embedded(part);
    }

    private void page(JsonPass.Part part) throws Refused {
        JsonValue value = part.value();
        Long id = WxrIndex.number(value.first("id"));
        String slug = WxrSlugs.slug(value.first("slug"));
        pageSlugs.reserve(slug);
        if (id != null && !slug.isEmpty()) {
            keep(part, WxrIndex.size(slug));
            pages.putIfAbsent(id, WxrSlugs.key(slug));
        }
        embedded(part);
    }

    private void embedded(JsonPass.Part part) throws Refused {
        JsonValue embedded = part.value().at("_embedded");
        for (JsonValue author : embedded.at("author").values()) {
            user(part, author);
        }
        for (JsonValue picture : embedded.at("wp:featuredmedia").values()) {
            media(part, picture);
        }
        for (JsonValue taxonomy : embedded.at("wp:term").values()) {
            for (JsonValue term : taxonomy.values()) {
                switch (term.first("taxonomy")) {
                    case "category" -> term(part, term, true);
                    case "post_tag" -> term(part, term, false);
                    default -> {}
                }
            }
        }
    }

    private void user(JsonPass.Part part, JsonValue user) throws Refused {
        String id = user.first("id");
        if (id.isEmpty() || (user.first("slug").isEmpty() && user.first("name").isEmpty())) {
            return;
        }
        String picture = "";
        for (JsonValue avatar : user.at("avatar_urls").fields().values()) {
            // From the smallest to the largest.
            picture = avatar.text();
        }
        long before = authors.size();
        authors.define(
                id,
                user.first("slug"),
                WxrSlugs.plain(user.first("name")),
                picture,
                WxrSlugs.plain(user.first("description")));
        keep(part, authors.size() - before);
    }

    private void media(JsonPass.Part part, JsonValue value) throws Refused {
        Long id = WxrIndex.number(value.first("id"));
        String url = value.first("source_url");
        if (id == null || url.isEmpty() || media.containsKey(id)) {
            return;
        }
        JsonValue details = value.at("media_details");
        Integer width = pixels(details.first("width"));
        Integer height = pixels(details.first("height"));
        Image image = new Image(
                url,
                WxrSlugs.plain(value.first("alt_text")),
                WxrSlugs.plain(WpRest.rendered(value.at("caption"))),
                WxrSlugs.plain(details.at("image_meta").first("credit", "copyright")),
                width,
                height);
        keep(part, WxrIndex.size(url, image.alt(), image.caption(), image.credit()));
        media.put(id, image);
    }

    /** A number of pixels, or null where it says nothing. */
    static @Nullable Integer pixels(String text) {
        Long number = WxrIndex.number(text);
        return number == null || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    private void term(JsonPass.Part part, JsonValue term, boolean category) throws Refused {
        String id = term.first("id");
        String slug = term.first("slug");
        String name = term.first("name");
        if (id.isEmpty() || (slug.isEmpty() && name.isEmpty())) {
            return;
        }
        String parent = term.first("parent");
        Known found = new Known(category, slug, name, parent.equals("0") ? "" : parent);
        if (known.putIfAbsent(id, found) == null) {
            keep(part, 2 * WxrIndex.size(id, slug, name));
        } else if (!found.parent().isEmpty()) {
            // What is embedded does not say what stands above it.
            known.put(id, found);
        }
    }

    private void comment(JsonPass.Part part) throws Refused {
        Long id = WxrIndex.number(part.value().first("id"));
        Long post = WxrIndex.number(part.value().first("post"));
        if (id != null && post != null && commentIds.add(id) && WpRestArticles.isApproved(part.value())) {
            if (comments.merge(post, 1, Integer::sum) == 1) {
                keep(part, COST_OF_A_COUNT);
            }
        }
    }

    /** Says that the source has been seen to its end. */
    void end(Tally tally) {
        known.forEach((id, term) -> {
            WxrItem.Term defined = new WxrItem.Term(0);
            defined.taxonomy = term.category() ? "category" : "post_tag";
            defined.id = id;
            defined.slug = term.slug();
            defined.name = term.name();
            Known above = known.get(term.parent());
            defined.parent = above == null ? "" : above.slug();
            Counted counted = terms.define(defined);
            if (counted != null) {
                tally.count(counted);
            }
        });
        known.clear();
        media.keySet().retainAll(pictures);
        commentIds.clear();
    }

    @Nullable
    Image picture(long id) {
        return media.get(id);
    }

    String page(long id) {
        return pages.getOrDefault(id, "");
    }

    int comments(long post) {
        return comments.getOrDefault(post, 0);
    }

    boolean hasSite() {
        return site.isObject();
    }

    Language language() {
        return Language.of(
                site.first("language").isEmpty()
                        ? "und"
                        : site.first("language").replace('_', '-'));
    }

    Publication publication() {
        String name = WxrSlugs.plain(site.first("name", "title"));
        String logo = site.first("site_icon_url");
        return new Publication(
                name,
                site.first("home", "url"),
                WxrSlugs.plain(site.first("description")),
                logo.isEmpty() ? null : Image.of(logo, name),
                language(),
                zone(),
                "",
                java.util.List.of());
    }

    // The zone of the options says what the host knows; the site's own is asked where they say nothing.
    private ZoneId zone() {
        String stated = site.first("timezone_string", "timezone");
        if (stated.isEmpty() || !options.zone().equals(ImportOptions.defaults().zone())) {
            return options.zone();
        }
        try {
            return ZoneId.of(stated);
        } catch (DateTimeException unknown) {
            return options.zone();
        }
    }
}
