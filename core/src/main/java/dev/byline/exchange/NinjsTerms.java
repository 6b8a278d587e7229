package dev.byline.exchange;

import dev.byline.exchange.json.JsonValue;
import dev.byline.taxonomy.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What places, subjects and keywords of ninjs become. */
final class NinjsTerms {
    private static final String ISO = "3166";
    // Codes alone; names come from the gazetteer.
    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    private final NamedTerms terms;

    NinjsTerms(CategoryTable table) {
        terms = new NamedTerms(table);
    }

    private static Map<String, String> byThreeLetters() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String key = code.toLowerCase(Locale.ROOT);
            codes.put(key, key);
            codes.put(new Locale("", code).getISO3Country().toLowerCase(Locale.ROOT), key);
        }
        return codes;
    }

    Filed filed(JsonValue item) {
        Filed filed = new Filed();
        for (JsonValue place : item.any("places", "place").values()) {
            String name = WxrSlugs.oneLine(place.first("name"));
            String code = code(place);
            if (!name.isEmpty() && terms.isKnown("", name)) {
                filed.under(terms.category("", name));
            } else if (!code.isEmpty()) {
                Region shipped = Region.of(code);
                filed.under(name.isEmpty() ? shipped : new Region(shipped.key(), name, shipped.parent()));
            } else {
                filed.under(terms.tag("", name));
            }
        }
        for (JsonValue subject : item.any("subjects", "subject").values()) {
            filed.under(terms.category("", WxrSlugs.oneLine(subject.first("name", "literal"))));
        }
        for (String field :
                List.of("keywords", "people", "person", "organisations", "organisation", "events", "event")) {
            for (JsonValue value : item.at(field).values()) {
                String name = value.isObject() ? value.first("name") : value.text();
                filed.under(terms.tag("", WxrSlugs.oneLine(name)));
            }
        }
        return filed;
    }

    /** The ISO 3166-1 code of a place, in lower case and two letters; empty where it states none. */
    private static String code(JsonValue place) {
        String uri = place.first("uri").toLowerCase(Locale.ROOT);
        if (uri.contains(ISO)) {
            String code = known(uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1));
            return code == null ? "" : code;
        }
        String scheme = place.first("scheme").toLowerCase(Locale.ROOT);
        String code = place.first("code", "literal").toLowerCase(Locale.ROOT);
        boolean stated = scheme.contains(ISO) || code.contains(ISO);
        String known = stated ? known(code.substring(code.lastIndexOf(':') + 1)) : null;
        return known == null ? "" : known;
    }

    private static @Nullable String known(String code) {
        return BY_THREE_LETTERS.get(code);
    }
}
