package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much the findings of several rules weigh together; by default nothing.
 *
 * <p>Each rule that found something against a comment adds its weight; the sum decides besides what each asks for alone.
 *
 * @param spamAt from which sum on a comment is spam; 0 for never
 * @param weights the weight of each rule by its id, for example {@code C-22}; a rule that is not named weighs 0
 */
@JsonPropertyOrder({"spamAt", "weights"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Scoring(int spamAt, Map<String, Integer> weights) {
    private static final Scoring DEFAULTS = new Scoring(0, Map.of());

    /** Copies the weights and checks the numbers. */
    public Scoring {
        CommentRulesCopy.notNegative("spamAt", spamAt);
        CommentRulesCopy.copy("weights", weights == null ? null : weights.values());
        weights = weights == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(weights));
        weights.forEach(CommentRulesCopy::notNegative);
    }

    /** Nothing weighs anything. */
    public static Scoring defaults() {
        return DEFAULTS;
    }

    /** The weights in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static Scoring fromJson(
            @JsonProperty("spamAt") @Nullable Integer spamAt,
            @JsonProperty("weights") @Nullable Map<String, Integer> weights) {
        return new Scoring(CommentRulesCopy.or(spamAt, 0), CommentRulesCopy.or(weights, Map.of()));
    }

    /** The same, but spam from this sum on; 0 for never. */
    public Scoring spamAt(int sum) {
        return new Scoring(sum, weights);
    }

    /** The same, but this rule weighs so much. */
    public Scoring weight(String rule, int weight) {
        Map<String, Integer> all = new TreeMap<>(weights);
        all.put(rule, weight);
        return new Scoring(spamAt, all);
    }
}
