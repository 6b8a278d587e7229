package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How deep replies go; by default five levels, and a reply below the last is stored under the deepest comment that may
 * have replies.
 *
 * @param levels how many levels a thread has, the first being replies to the article; 0 for any number (WordPress:
 *     thread_comments_depth)
 * @param tooDeep what becomes of a reply below the last level
 * @param belowRefused whether a reply is taken below a comment that was refused, as long as the one that it replies to
 *     is approved; WordPress takes it
 */
@JsonPropertyOrder({"levels", "tooDeep", "belowRefused"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReplyRules(int levels, TooDeep tooDeep, boolean belowRefused) {
    private static final ReplyRules DEFAULTS = new ReplyRules(5, TooDeep.MOVE, false);

    /** What becomes of a reply below the last level. */
    public enum TooDeep {
        /** It is refused. */
        @JsonProperty("refuse")
        REFUSE,

        /** It is stored as a reply to the deepest comment above that may have replies. */
        @JsonProperty("move")
        MOVE,

        /** It is stored as it was sent, and the page prints it on the last level, as WordPress does. */
        @JsonProperty("flatten")
        FLATTEN
    }

    /** Checks the number. */
    public ReplyRules {
        Objects.requireNonNull(tooDeep, "tooDeep");
        CommentRulesCopy.notNegative("levels", levels);
    }

    /** Five levels. */
    public static ReplyRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static ReplyRules fromJson(
            @JsonProperty("levels") @Nullable Integer levels,
            @JsonProperty("tooDeep") @Nullable TooDeep tooDeep,
            @JsonProperty("belowRefused") @Nullable Boolean belowRefused) {
        return new ReplyRules(
                CommentRulesCopy.or(levels, DEFAULTS.levels),
                CommentRulesCopy.or(tooDeep, DEFAULTS.tooDeep),
                CommentRulesCopy.or(belowRefused, DEFAULTS.belowRefused));
    }

    /** The same with so many levels; 0 for any number. */
    public ReplyRules levels(int levels) {
        return new ReplyRules(levels, tooDeep, belowRefused);
    }

    /** The same, but this becomes of replies below the last level. */
    public ReplyRules tooDeep(TooDeep tooDeep) {
        return new ReplyRules(levels, tooDeep, belowRefused);
    }

    /** The same, but replies below a refused comment are taken, or not. */
    public ReplyRules belowRefused(boolean taken) {
        return new ReplyRules(levels, tooDeep, taken);
    }
}
