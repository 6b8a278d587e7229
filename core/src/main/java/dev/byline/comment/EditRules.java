package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * When a sender may still change a comment; by default for five minutes, unless somebody has replied. Moderators always
 * may.
 *
 * @param seconds for how many seconds after it was sent; 0 for never
 * @param afterReplies whether also once it has replies
 */
@JsonPropertyOrder({"seconds", "afterReplies"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record EditRules(int seconds, boolean afterReplies) {
    private static final EditRules DEFAULTS = new EditRules(300, false);

    /** Checks the number. */
    public EditRules {
        CommentRulesCopy.notNegative("seconds", seconds);
    }

    /** Five minutes. */
    public static EditRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static EditRules fromJson(
            @JsonProperty("seconds") @Nullable Integer seconds,
            @JsonProperty("afterReplies") @Nullable Boolean afterReplies) {
        return new EditRules(
                CommentRulesCopy.or(seconds, DEFAULTS.seconds),
                CommentRulesCopy.or(afterReplies, DEFAULTS.afterReplies));
    }

    /** The same, but for so many seconds; 0 for never. */
    public EditRules seconds(int seconds) {
        return new EditRules(seconds, afterReplies);
    }

    /** The same, but also once there are replies, or not. */
    public EditRules afterReplies(boolean allowed) {
        return new EditRules(seconds, allowed);
    }
}
