package dev.byline.exchange;

import dev.byline.exchange.json.JsonStart;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Ghost's JSON looks like. */
final class Ghost {
    static final String FORMAT = "Ghost JSON";

    private static final List<String> ROOTS = List.of("/db/*/data", "/data", "");
    private static final Set<String> TABLES = Set.of(
            "posts",
            "pages",
            "tags",
            "users",
            "authors",
            "posts_tags",
            "posts_authors",
            "posts_meta",
            "settings",
            "comments");
    private static final Set<String> MARKS = Set.of(
            "mobiledoc",
            "lexical",
            "comment_id",
            "feature_image",
            "primary_tag",
            "published_at",
            "custom_excerpt",
            "data");
    private static final long MOST_MILLIS = 253_402_300_799_999L;

    private Ghost() {}

    static boolean recognises(JsonStart start) {
        if (start.isList()) {
            return false;
        }
        if (start.has("/db/*/data") || start.has("/db/*/meta") || start.has("/meta/exported_on")) {
            return true;
        }
        for (String root : List.of("/data", "")) {
            for (String table : List.of("/posts/*/", "/pages/*/")) {
                if (MARKS.stream().anyMatch(mark -> start.has(root + table + mark))) {
                    return true;
                }
            }
            if (start.has(root + "/posts_tags") || start.has(root + "/posts_authors")) {
                return true;
            }
        }
        return false;
    }

    /** The table in which a part stands, without what stands around it; empty for what is in none. */
    static String table(String place) {
        for (String root : ROOTS) {
            if (place.startsWith(root + "/")) {
                String rest = place.substring(root.length() + 1);
                int end = rest.indexOf('/');
                return end < 0 ? rest : rest.substring(0, end);
            }
        }
        return "";
    }

    static JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        if (place.isEmpty() || place.equals("/db") || place.equals("/db/*") || ROOTS.contains(place)) {
            return kind == JsonWalk.Kind.SIMPLE ? JsonWalk.Step.SKIP : JsonWalk.Step.ENTER;
        }
        String table = table(place);
        if (!TABLES.contains(table)) {
            return JsonWalk.Step.SKIP;
        }
        if (place.endsWith("/*")) {
            return JsonWalk.Step.TAKE;
        }
        return kind == JsonWalk.Kind.OBJECTS ? JsonWalk.Step.ENTER : JsonWalk.Step.SKIP;
    }

    /** A row; the tools for moving in put it beside the address from which it came. */
    static JsonValue row(JsonValue value) {
        return value.at("data").isObject() ? value.at("data") : value;
    }

    /** What a row is called by others. */
    static String id(JsonValue value) {
        JsonValue row = row(value);
        String id = row.first("id", "slug", "uuid");
        return id.isEmpty() ? value.first("url") : id;
    }

    /** Whether it is a page: in old exports by a flag, in later ones by its type. */
    static boolean isPage(JsonPass.Part part, JsonValue row) {
        return row.first("type").equals("page")
                || row.at("page").isTrue()
                || table(part.place()).equals("pages");
    }

    /** An instant as Ghost and its databases write it: UTC, whether they say so or not, or as milliseconds. */
    static @Nullable Instant instant(String text) {
        Long millis = WxrIndex.number(text);
        if (millis != null) {
            return millis > MOST_MILLIS ? null : Instant.ofEpochMilli(millis);
        }
        return MarkdownDates.of(text, ZoneOffset.UTC);
    }

    /** HTML or an address without the placeholder for the site's own address. */
    static String local(String text) {
        return text.replace("__GHOST_URL__", "");
    }
}
