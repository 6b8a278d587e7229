package dev.byline.examples.cli.review;

import dev.byline.ranking.related.RelatedPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies of related posts by name, and over them what a document says: {@code {"preset": "background", "copies": true}}. */
public final class RelatedPolicies {
    private static final String PRESET = "preset";
    private static final Map<String, RelatedPolicy> PRESETS = new LinkedHashMap<>();

    static {
        PRESETS.put("defaults", RelatedPolicy.defaults());
        PRESETS.put("jnews", RelatedPolicy.jnews());
        PRESETS.put("background", RelatedPolicy.background());
        PRESETS.put("followUp", RelatedPolicy.followUp());
    }

    private RelatedPolicies() {}

    /** The preset of this name, in whatever letter case. */
    public static Optional<RelatedPolicy> preset(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return PRESETS.entrySet().stream()
                .filter(preset -> preset.getKey().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static RelatedPolicy of(JsonNode document) throws BadInput {
        if (document.isString()) {
            return preset(document);
        }
        if (!(document instanceof ObjectNode object)) {
            throw new BadInput("", "must be an object, not " + Values.kind(document));
        }
        Set<String> known = new LinkedHashSet<>(Set.of(PRESET));
        known.addAll(Components.names(RelatedPolicy.class));
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw Components.unknown(Values.path("", name), known);
            }
        }
        ObjectNode said = object.deepCopy();
        JsonNode preset = said.remove(PRESET);
        return Components.over(preset == null ? RelatedPolicy.defaults() : preset(preset), said, "");
    }

    private static RelatedPolicy preset(JsonNode name) throws BadInput {
        return (name.isString() ? preset(name.stringValue()) : Optional.<RelatedPolicy>empty())
                .orElseThrow(() -> Values.notOneOf(PRESET, PRESETS.keySet(), name));
    }
}
