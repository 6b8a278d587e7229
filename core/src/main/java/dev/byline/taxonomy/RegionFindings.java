package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text says of regions.
 *
 * @param about suggestions of what it is about, the surest first, equal ones by key; what an editor assigned wins, see
 *     {@link #regions}
 * @param mentioned all regions of which it has words, those with most words first, equal ones by key
 */
@JsonPropertyOrder({"about", "mentioned"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegionFindings(List<Suggestion> about, List<Mention> mentioned) {
    /** Copies the lists. */
    public RegionFindings {
        about = about == null ? List.of() : List.copyOf(about);
        mentioned = mentioned == null ? List.of() : List.copyOf(mentioned);
    }

    /** The regions of an article: those that an editor assigned if there are any, else the suggestions. */
    public List<Region> regions(List<Region> assigned) {
        return assigned.isEmpty() ? about.stream().map(Suggestion::region).toList() : List.copyOf(assigned);
    }

    /**
     * A region that the text may be about.
     *
     * @param region the host's region
     * @param value the sum of the reasons, a log-odds
     * @param score how likely an editor would file the text under the region, 0 to 1: 1 / (1 + e^-value)
     * @param reasons the parts of the value, which add up to it within 1e-9
     */
    @JsonPropertyOrder({"region", "value", "score", "reasons"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Suggestion(Region region, double value, double score, List<Reason> reasons) {
        /** Copies the reasons. */
        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One part of why a region is suggested.
     *
     * @param rule the stable id of the rule, for example {@code G-03}; docs/rules.md has its sentence
     * @param text what it saw, in a few words of English
     * @param part what it adds to the value, negative where it takes away
     */
    @JsonPropertyOrder({"rule", "text", "part"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reason(String rule, String text, double part) {}

    /**
     * A region of which the text has words.
     *
     * @param region the host's region
     * @param count how many words of the region there are
     * @param words how often each is there, in the spelling of the gazetteer and the order of the text
     */
    @JsonPropertyOrder({"region", "count", "words"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Mention(Region region, int count, Map<String, Integer> words) {
        /** Copies the words. */
        public Mention {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }
}
