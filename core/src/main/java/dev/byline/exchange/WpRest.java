package dev.byline.exchange;

import dev.byline.exchange.json.JsonStart;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import java.util.Locale;
import java.util.Set;

/** What the answers of WordPress's REST interface look like. */
final class WpRest {
    static final String FORMAT = "WordPress REST";

    /** Lists that somebody may have put into one document, under the names that the interface gives them. */
    private static final Set<String> LISTS =
            Set.of("posts", "pages", "categories", "tags", "users", "media", "comments");

    private static final Set<String> COMMENT_TYPES = Set.of("comment", "pingback", "trackback");

    /** What an object is. */
    enum Thing {
        POST,
        PAGE,
        MEDIA,
        CATEGORY,
        TAG,
        TERM,
        USER,
        COMMENT,
        SITE,
        FAILURE,
        OTHER
    }

    private WpRest() {}

    static boolean recognises(JsonStart start) {
        if (start.isList() ? isThing(start, "") : isThing(start, "") || isSite(start)) {
            return true;
        }
        return LISTS.stream().anyMatch(list -> isThing(start, "/" + list + "/*"));
    }

    private static boolean isThing(JsonStart start, String at) {
        return start.has(at + "/title/rendered")
                || start.has(at + "/content/rendered")
                || start.has(at + "/guid/rendered")
                || start.has(at + "/date_gmt")
                || start.has(at + "/avatar_urls")
                || start.has(at + "/author_avatar_urls")
                || start.has(at + "/media_details")
                || start.has(at + "/taxonomy", at + "/slug")
                || start.has(at + "/id", at + "/count", at + "/link")
                || start.has(at + "/id", at + "/_links")
                || start.text(at + "/code").startsWith("rest_");
    }

    private static boolean isSite(JsonStart start) {
        return start.has("/name", "/url", "/home") || start.has("/namespaces", "/routes");
    }

    static JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        if (place.isEmpty() || place.equals("/*")) {
            return kind == JsonWalk.Kind.SIMPLE
                    ? JsonWalk.Step.SKIP
                    : place.isEmpty() ? JsonWalk.Step.ENTER : JsonWalk.Step.TAKE;
        }
        if (place.equals("/routes") || place.equals("/authentication")) {
            return JsonWalk.Step.SKIP;
        }
        return kind == JsonWalk.Kind.OBJECTS && LISTS.contains(place.substring(1))
                ? JsonWalk.Step.ENTER
                : JsonWalk.Step.TAKE;
    }

    /** What a part is, by what it says of itself, else by where it stands. */
    static Thing thing(JsonPass.Part part) {
        JsonValue value = part.value();
        if (!value.isObject()) {
            return Thing.OTHER;
        }
        if (value.at("code").isText() && value.has("message") && !value.has("id")) {
            return Thing.FAILURE;
        }
        String taxonomy = value.first("taxonomy");
        if (!taxonomy.isEmpty()) {
            return taxonomy.equals("category") ? Thing.CATEGORY : taxonomy.equals("post_tag") ? Thing.TAG : Thing.TERM;
        }
        String type = value.first("type");
        if (value.has("post") && (value.has("author_name") || COMMENT_TYPES.contains(type))) {
            return Thing.COMMENT;
        }
        if (!type.isEmpty()) {
            return switch (type) {
                case "post" -> Thing.POST;
                case "page" -> Thing.PAGE;
                case "attachment" -> Thing.MEDIA;
                default -> Thing.OTHER;
            };
        }
        if (value.has("avatar_urls")) {
            return Thing.USER;
        }
        if (value.has("source_url") && value.has("media_type")) {
            return Thing.MEDIA;
        }
        boolean site = (value.has("name") && value.has("home")) || (value.has("timezone") && value.has("title"));
        return site && !value.has("id") ? Thing.SITE : placed(part);
    }

    private static Thing placed(JsonPass.Part part) {
        String place = part.place().startsWith("/*") ? "" : part.place();
        String name = part.document().substring(part.document().lastIndexOf('/') + 1);
        String called = (place.isEmpty() ? name : place.substring(1)).toLowerCase(Locale.ROOT);
        if (called.startsWith("categor")) {
            return Thing.CATEGORY;
        }
        if (called.startsWith("tag")) {
            return Thing.TAG;
        }
        if (called.startsWith("user") || called.startsWith("author")) {
            return Thing.USER;
        }
        if (called.startsWith("page")) {
            return Thing.PAGE;
        }
        return part.value().has("title") && part.value().has("content") ? Thing.POST : Thing.OTHER;
    }

    /** A field that holds HTML, as the interface renders it, else as it is stored. */
    static String rendered(JsonValue field) {
        if (field.isText()) {
            return field.text();
        }
        String rendered = field.at("rendered").text();
        return rendered.isEmpty() ? field.at("raw").text() : rendered;
    }
}
