package dev.byline.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * One part of why an item stands where it stands.
 *
 * @param rule the stable id of the rule that spoke, for example {@code R-02}; docs/rules.md has its sentence
 * @param text what it saw, in a few words of English, for example {@code shares the tags Iran, oil}
 * @param part what it adds to the value, negative where it takes away; zero for a mere remark
 */
@JsonPropertyOrder({"rule", "text", "part"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reason(String rule, String text, double part) {
    /** Checks that the part is a number. */
    public Reason {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(text, "text");
        if (!Double.isFinite(part)) {
            throw new IllegalArgumentException("the part of " + rule + " can't be " + part);
        }
    }
}
