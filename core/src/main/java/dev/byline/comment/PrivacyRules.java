package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site keeps of those who comment; by default all of it for 180 days, and then of the sender nothing but the
 * member's id.
 *
 * <p>Whoever has no email stored any more is unknown to {@link CommentRules#holdUnknown} again. Read from JSON, what is
 * missing is as in {@link #defaults()}.
 *
 * @param ip what is stored of an IP from the beginning
 * @param purgeAfterDays after how many days email, IP and agent go; 0 for never
 */
@JsonPropertyOrder({"ip", "purgeAfterDays"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record PrivacyRules(Ip ip, int purgeAfterDays) {
    private static final PrivacyRules DEFAULTS = new PrivacyRules(Ip.WHOLE, 180);

    /** What is stored of an IP. */
    public enum Ip {
        /** All of it. */
        @JsonProperty("whole")
        WHOLE,

        /** Its network alone: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address, then zeros. */
        @JsonProperty("network")
        NETWORK,

        /** 16 hexadecimal digits by which the host knows it again, and which say nothing without the host's key. */
        @JsonProperty("keyed")
        KEYED,

        /** Nothing. */
        @JsonProperty("none")
        NONE
    }

    /** Checks the days. */
    public PrivacyRules {
        Objects.requireNonNull(ip, "ip");
        if (purgeAfterDays < 0) {
            throw new IllegalArgumentException("purgeAfterDays can't be " + purgeAfterDays);
        }
    }

    /** Everything for 180 days. */
    public static PrivacyRules defaults() {
        return DEFAULTS;
    }

    /** Everything for ever, as WordPress does. */
    public static PrivacyRules wordPress() {
        return new PrivacyRules(Ip.WHOLE, 0);
    }

    /** IPs keyed, and all of it for 30 days. */
    public static PrivacyRules strict() {
        return new PrivacyRules(Ip.KEYED, 30);
    }

    /** The rules in a JSON document. */
    @JsonCreator
    static PrivacyRules fromJson(
            @JsonProperty("ip") @Nullable Ip ip, @JsonProperty("purgeAfterDays") @Nullable Integer purgeAfterDays) {
        return new PrivacyRules(
                ip == null ? DEFAULTS.ip : ip, purgeAfterDays == null ? DEFAULTS.purgeAfterDays : purgeAfterDays);
    }

    /** The same, but this is stored of an IP. */
    public PrivacyRules ip(Ip ip) {
        return new PrivacyRules(ip, purgeAfterDays);
    }

    /** The same, but email, IP and agent go after so many days; 0 for never. */
    public PrivacyRules purgeAfterDays(int days) {
        return new PrivacyRules(ip, days);
    }

    /** What was sent before this instant is to be purged, for the query of a host; absent where nothing ever is. */
    public Optional<Instant> purgedBefore(Instant now) {
        Duration kept = Duration.ofDays(purgeAfterDays);
        boolean never =
                purgeAfterDays == 0 || Duration.between(Instant.MIN, now).compareTo(kept) < 0;
        return never ? Optional.empty() : Optional.of(now.minus(kept));
    }
}
