package dev.byline.exchange;

import dev.byline.article.Publication;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first pass over Ghost's tables gathers, so that the second can give each post whole. */
final class GhostIndex implements JsonPass.Parts {
    private static final int MOST_KEPT = 64 << 20;
    private static final int COST_OF_A_ROW = 40;

    /**
     * A tag.
     *
     * @param internal whether no reader sees it
     */
    record Known(String slug, String name, boolean internal) {}

    /** What the table beside the posts says of a picture. */
    record Meta(String alt, String caption) {}

    /** Rows that join posts with something, in the order that Ghost keeps. */
    private static final class Joins {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> keys = new ArrayList<>();
        // Pairs of place and number.
        private final Map<String, int[]> byPost = new HashMap<>();

        boolean add(String post, String key, int place) {
            Integer number = numbers.get(key);
            if (number == null) {
                number = keys.size();
                numbers.put(key, number);
                keys.add(key);
            }
            int[] before = byPost.get(post);
            int[] pairs = before == null ? new int[2] : Arrays.copyOf(before, before.length + 2);
            pairs[pairs.length - 2] = place;
            pairs[pairs.length - 1] = number;
            byPost.put(post, pairs);
            return before == null;
        }

        List<String> of(String post) {
            int[] pairs = byPost.getOrDefault(post, new int[0]);
            List<int[]> rows = new ArrayList<>();
            for (int i = 0; i < pairs.length; i += 2) {
                rows.add(new int[] {pairs[i], pairs[i + 1]});
            }
            rows.sort(Comparator.comparingInt(row -> row[0]));
            return rows.stream().map(row -> keys.get(row[1])).toList();
        }
    }

    final Bylines authors = new Bylines();
    final FreeSlugs articleSlugs = new FreeSlugs();
    final FreeSlugs pageSlugs = new FreeSlugs();
    private final ImportOptions options;
    private final Map<String, Known> tags = new HashMap<>();
    private final Joins tagged = new Joins();
    private final Joins written = new Joins();
    private final Map<String, Meta> metas = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private long kept;

    GhostIndex(ImportOptions options) {
        this.options = options;
    }

    private void keep(JsonPass.Part part, long size) throws Refused {
        kept += size;
        if (kept > MOST_KEPT) {
            throw new Refused(part.line(), "holds more than " + MOST_KEPT + " characters of names and joins");
        }
    }

    @Override
    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        return Ghost.step(place, kind);
    }

    @Override
    public void take(JsonPass.Part part) throws Refused {
        JsonValue row = Ghost.row(part.value());
        switch (Ghost.table(part.place())) {
            case "posts", "pages" -> post(part, row);
            case "tags" -> tag(part, part.value());
            case "users", "authors" -> author(part, part.value());
            case "posts_tags" -> join(part, row, tagged, row.first("tag_id"));
            case "posts_authors" -> join(part, row, written, row.first("author_id"));
            case "posts_meta" -> meta(part, row);
            case "settings" -> setting(part, row);
            default -> {}
        }
    }

    private void post(JsonPass.Part part, JsonValue row) throws Refused {
        String slug = WxrSlugs.slug(row.first("slug"));
        if (Ghost.isPage(part, row)) {
            pageSlugs.reserve(slug);
        } else {
            articleSlugs.reserve(slug);
        }
        for (JsonValue tag : row.at("tags").values()) {
            tag(part, tag);
        }
        for (JsonValue author : row.at("authors").values()) {
            author(part, author);
        }
        if (row.at("author").isObject()) {
            author(part, row.at("author"));
        }
    }

    private void tag(JsonPass.Part part, JsonValue value) throws Refused {
        JsonValue row = Ghost.row(value);
        String id = Ghost.id(value);
        String name = WxrSlugs.oneLine(row.first("name"));
        if (id.isEmpty() || (name.isEmpty() && row.first("slug").isEmpty()) || tags.containsKey(id)) {
            return;
        }
        boolean internal = row.first("visibility").equals("internal") || name.startsWith("#");
        Known tag = new Known(row.first("slug"), name, internal);
        keep(part, WxrIndex.size(id, tag.slug(), name));
        tags.put(id, tag);
    }

    private void author(JsonPass.Part part, JsonValue value) throws Refused {
        JsonValue row = Ghost.row(value);
        if (row.first("slug").isEmpty() && row.first("name").isEmpty()) {
            return;
        }
        long before = authors.size();
        authors.define(
                Ghost.id(value),
                row.first("slug"),
                row.first("name"),
                Ghost.local(row.first("profile_image", "image")),
                WxrSlugs.oneLine(row.first("bio")));
        keep(part, authors.size() - before);
    }

    private void join(JsonPass.Part part, JsonValue row, Joins joins, String other) throws Refused {
        String post = row.first("post_id");
        if (!post.isEmpty() && !other.isEmpty()) {
            Long place = WxrIndex.number(row.first("sort_order"));
            int order = place == null ? 0 : (int) Math.min(place, Integer.MAX_VALUE);
            keep(part, COST_OF_A_ROW + (joins.add(post, other, order) ? WxrIndex.size(post) : 0));
        }
    }

    private void meta(JsonPass.Part part, JsonValue row) throws Refused {
        Meta meta = new Meta(
                WxrSlugs.oneLine(row.first("feature_image_alt")), WxrSlugs.plain(row.first("feature_image_caption")));
        String post = row.first("post_id");
        if (!post.isEmpty() && !(meta.alt() + meta.caption()).isEmpty() && !metas.containsKey(post)) {
            keep(part, WxrIndex.size(post, meta.alt(), meta.caption()));
            metas.put(post, meta);
        }
    }

    private void setting(JsonPass.Part part, JsonValue row) throws Refused {
        String key = row.first("key");
        switch (key) {
            case "title", "description", "logo", "lang", "default_locale", "locale", "timezone", "active_timezone" -> {
                String value = row.first("value");
                keep(part, WxrIndex.size(key, value));
                settings.putIfAbsent(key, value);
            }
            default -> {}
        }
    }

    /** Says that the source has been seen to its end. */
    void end(Tally tally) {
        tally.count(Counted.TAGS, tags.size());
    }

    /** The tags of a post: those that it holds, else those that are joined to it. */
    List<Known> tags(JsonValue row, String id) {
        List<String> keys = row.at("tags").values().isEmpty()
                ? tagged.of(id)
                : row.at("tags").values().stream().map(Ghost::id).toList();
        List<Known> found = new ArrayList<>();
        for (String key : keys) {
            Known tag = tags.get(key);
            if (tag != null && !tag.internal()) {
                found.add(tag);
            }
        }
        return found;
    }

    /** What the authors of a post are called: those that it holds, else those that are joined to it. */
    List<String> authors(JsonValue row, String id) {
        if (!row.at("authors").values().isEmpty()) {
            return row.at("authors").values().stream().map(Ghost::id).toList();
        }
        List<String> joined = written.of(id);
        if (!joined.isEmpty()) {
            return joined;
        }
        String one = row.at("author").isObject() ? Ghost.id(row.at("author")) : row.first("author_id", "author");
        return one.isEmpty() ? List.of() : List.of(one);
    }

    @Nullable
    Meta meta(String post) {
        return metas.get(post);
    }

    boolean hasSite() {
        return !settings.isEmpty();
    }

    private String setting(String... keys) {
        for (String key : keys) {
            String value = settings.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    Language language() {
        String stated = setting("locale", "lang", "default_locale");
        return Language.of(stated.isEmpty() ? "und" : stated.replace('_', '-'));
    }

    Publication publication() {
        String name = WxrSlugs.oneLine(setting("title"));
        return new Publication(
                name,
                "",
                WxrSlugs.oneLine(setting("description")),
                SafeUrl.of(Ghost.local(setting("logo")))
                        .map(url -> dev.byline.article.Image.of(url, name))
                        .orElse(null),
                language(),
                zone(),
                "",
                List.of());
    }

    private ZoneId zone() {
        String stated = setting("timezone", "active_timezone");
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
