package dev.byline.exchange;

import dev.byline.exchange.json.JsonStart;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.text.Html;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an item of ninjs looks like; versions 1 and 2 and 3 write the same names in different ways. */
final class Ninjs {
    static final String FORMAT = "ninjs";

    private static final List<String> MARKS = List.of(
            "/versionCreated",
            "/versioncreated",
            "/headlines",
            "/bodies",
            "/body_text",
            "/body_html",
            "/body_xhtml",
            "/pubStatus",
            "/pubstatus",
            "/renditions",
            "/associations",
            "/standard/schema",
            "/eventDetails");
    private static final Set<String> SECOND_LINES =
            Set.of("sub", "subhead", "subheadline", "subheading", "subtitle", "deck", "dek", "standfirst", "drophead");
    private static final Set<String> NO_BODY = Set.of("summary", "abstract", "caption", "teaser", "description");

    private Ninjs() {}

    static boolean recognises(JsonStart start) {
        return start.has("/uri") && MARKS.stream().anyMatch(start::has);
    }

    static JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        if (kind == JsonWalk.Kind.OBJECT || !place.isEmpty()) {
            return JsonWalk.Step.TAKE;
        }
        return kind == JsonWalk.Kind.OBJECTS ? JsonWalk.Step.ENTER : JsonWalk.Step.SKIP;
    }

    /** The headline: the main one, else the first that is no second line. */
    static String headline(JsonValue item) {
        String first = "";
        for (JsonValue headline : item.at("headlines").values()) {
            String role = role(headline);
            String text = SECOND_LINES.contains(role) ? "" : plain(headline);
            if (role.equals("main") && !text.isEmpty()) {
                return text;
            }
            first = first.isEmpty() ? text : first;
        }
        if (!first.isEmpty()) {
            return first;
        }
        String old = WxrSlugs.oneLine(item.first("headline", "headline_main"));
        return old.isEmpty() ? WxrSlugs.oneLine(item.first("title")) : old;
    }

    /** The line below the headline; empty where there is none. */
    static String secondLine(JsonValue item) {
        for (JsonValue headline : item.at("headlines").values()) {
            if (SECOND_LINES.contains(role(headline))) {
                return plain(headline);
            }
        }
        return WxrSlugs.oneLine(item.first("headline_extended", "subheadline"));
    }

    /** The description in plain text; empty where there is none. */
    static String description(JsonValue item) {
        String first = "";
        for (JsonValue description : item.at("descriptions").values()) {
            String text = plain(description);
            if (!isHtml(description) && !text.isEmpty()) {
                return text;
            }
            first = first.isEmpty() ? text : first;
        }
        return first.isEmpty() ? WxrSlugs.plain(item.first("description_text", "description_html")) : first;
    }

    /** The body as HTML: what is marked up goes before plain text, and the main one before others. */
    static String body(JsonValue item) {
        JsonValue best = JsonValue.NOTHING;
        int most = -1;
        for (JsonValue body : item.at("bodies").values()) {
            String role = role(body);
            int worth = (isHtml(body) ? 2 : 0) + (role.equals("main") ? 1 : 0);
            if (worth > most
                    && !NO_BODY.contains(role)
                    && !body.at("value").text().isBlank()) {
                best = body;
                most = worth;
            }
        }
        if (most >= 0) {
            return html(best.at("value").text(), isHtml(best));
        }
        String marked = item.first("body_xhtml", "body_html");
        return marked.isEmpty() ? html(item.first("body_text", "body_plain"), false) : marked;
    }

    private static String html(String text, boolean marked) {
        return marked ? text.strip() : text.isBlank() ? "" : ClassicText.toHtml(Html.escape(text.strip()));
    }

    private static String role(JsonValue text) {
        return text.first("role").toLowerCase(Locale.ROOT);
    }

    // Where nothing is said of it, the end of a tag is found in markup alone.
    private static boolean isHtml(JsonValue text) {
        String type = text.first("contentType", "contenttype", "mimetype").toLowerCase(Locale.ROOT);
        return type.isEmpty() ? text.at("value").text().contains("</") : type.contains("html");
    }

    private static String plain(JsonValue text) {
        String value = text.at("value").text();
        return isHtml(text) ? WxrSlugs.plain(value) : WxrSlugs.oneLine(value);
    }

    /** The items that go with this one: a list in newer versions, fields of an object in the first. */
    static List<JsonValue> associations(JsonValue item) {
        return each(item.at("associations"));
    }

    /** The files that an item is, or can be had as. */
    static List<JsonValue> renditions(JsonValue item) {
        return each(item.at("renditions"));
    }

    private static List<JsonValue> each(JsonValue all) {
        Map<String, JsonValue> named = all.fields();
        return named.isEmpty() ? all.values() : List.copyOf(named.values());
    }
}
