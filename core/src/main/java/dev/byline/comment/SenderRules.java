package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sender's other comments mean for the next one; by default the same words twice are refused, 15 seconds lie
 * between two comments, and whoever has no approved comment yet waits.
 *
 * @param refuseDuplicates whether the same words by the same sender in the same place are refused
 * @param repeatSeconds for how long the first of two equal comments counts; 0 for ever
 * @param nearPercent from how much resemblance on, 1 to 100, a sender's comment waits that says nearly the same as one
 *     of that sender's latest; 0 where it need not
 * @param floods how many comments a sender may send in how long; moderators may at any speed
 * @param approvals how many approved comments a sender needs whose next one does not wait; 0 for none (WordPress:
 *     comment_previously_approved)
 * @param refusedPercent from which share on, 1 to 100, of spam and trash among a sender's comments the next one waits,
 *     once there are {@value #LEAST_DECIDED}; 0 for any share
 */
@JsonPropertyOrder({"refuseDuplicates", "repeatSeconds", "nearPercent", "floods", "approvals", "refusedPercent"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SenderRules(
        boolean refuseDuplicates,
        int repeatSeconds,
        int nearPercent,
        List<Flood> floods,
        int approvals,
        int refusedPercent) {
    /** How many comments of a sender must have been decided on before their share of refused ones says anything. */
    public static final int LEAST_DECIDED = 5;

    private static final SenderRules DEFAULTS =
            new SenderRules(true, 0, 0, List.of(new Flood(Flood.By.SENDER, 1, 15)), 1, 0);

    /**
     * How many comments may come in how long.
     *
     * @param by from whom
     * @param comments how many, 1 to 50; the next one is refused
     * @param seconds within how many seconds, 1 to 86,400
     */
    @JsonPropertyOrder({"by", "comments", "seconds"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Flood(By by, int comments, int seconds) {
        /** Whose comments are counted together. */
        public enum By {
            /** Those of a visitor by IP or email, of a member by account or email, as WordPress does. */
            @JsonProperty("sender")
            SENDER,

            /** Those of one network, the first 24 bits of an IPv4 address and 48 of an IPv6 address, as Isso does. */
            @JsonProperty("network")
            NETWORK
        }

        /** Checks the numbers. */
        public Flood {
            Objects.requireNonNull(by, "by");
            within("comments", comments, 1, 50);
            within("seconds", seconds, 1, 86_400);
        }
    }

    /** Copies the list and checks the numbers. */
    public SenderRules {
        floods = CommentRulesCopy.copy("floods", floods);
        CommentRulesCopy.notNegative("repeatSeconds", repeatSeconds);
        CommentRulesCopy.notNegative("approvals", approvals);
        within("nearPercent", nearPercent, 0, 100);
        within("refusedPercent", refusedPercent, 0, 100);
    }

    /** As WordPress has it. */
    public static SenderRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static SenderRules fromJson(
            @JsonProperty("refuseDuplicates") @Nullable Boolean refuseDuplicates,
            @JsonProperty("repeatSeconds") @Nullable Integer repeatSeconds,
            @JsonProperty("nearPercent") @Nullable Integer nearPercent,
            @JsonProperty("floods") @Nullable List<Flood> floods,
            @JsonProperty("approvals") @Nullable Integer approvals,
            @JsonProperty("refusedPercent") @Nullable Integer refusedPercent) {
        return new SenderRules(
                CommentRulesCopy.or(refuseDuplicates, DEFAULTS.refuseDuplicates),
                CommentRulesCopy.or(repeatSeconds, DEFAULTS.repeatSeconds),
                CommentRulesCopy.or(nearPercent, DEFAULTS.nearPercent),
                CommentRulesCopy.or(floods, DEFAULTS.floods),
                CommentRulesCopy.or(approvals, DEFAULTS.approvals),
                CommentRulesCopy.or(refusedPercent, DEFAULTS.refusedPercent));
    }

    /** The same, but repeated comments are refused, or not. */
    public SenderRules refuseDuplicates(boolean refuse) {
        return new SenderRules(refuse, repeatSeconds, nearPercent, floods, approvals, refusedPercent);
    }

    /** The same, but the first of two equal comments counts for so many seconds; 0 for ever. */
    public SenderRules repeatSeconds(int seconds) {
        return new SenderRules(refuseDuplicates, seconds, nearPercent, floods, approvals, refusedPercent);
    }

    /** The same, but a comment waits that resembles an earlier one so much; 0 where it need not. */
    public SenderRules nearPercent(int percent) {
        return new SenderRules(refuseDuplicates, repeatSeconds, percent, floods, approvals, refusedPercent);
    }

    /** The same, but so many comments may come in so long. */
    public SenderRules floods(List<Flood> floods) {
        return new SenderRules(refuseDuplicates, repeatSeconds, nearPercent, floods, approvals, refusedPercent);
    }

    /** The same, but a sender needs so many approved comments; 0 for none. */
    public SenderRules approvals(int approvals) {
        return new SenderRules(refuseDuplicates, repeatSeconds, nearPercent, floods, approvals, refusedPercent);
    }

    /** The same, but a sender waits from this share of refused comments on; 0 for any share. */
    public SenderRules refusedPercent(int percent) {
        return new SenderRules(refuseDuplicates, repeatSeconds, nearPercent, floods, approvals, percent);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }
}
