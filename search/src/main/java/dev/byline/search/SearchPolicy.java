package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How a site is searched: {@link #defaults()} fits any collection and language.
 *
 * <p>Nothing of it is in the index, so that another policy holds from the next query on.
 *
 * @param recency the most that being new adds, as a share of what the words add, 0 to 1; 0 leaves age out (rule S-08)
 * @param halfLife after which time that is half as much; above zero
 * @param tolerant whether words that no public article has are respelled (rule S-12); a query whose words all occur is
 *     answered alike either way
 * @param synonyms words that mean the same here
 * @param cursorLife how long a page's cursor leads on from the state of the index in which its first page was found
 * @param cursors how many such states are kept at most; the oldest goes first; 0 for no cursors
 * @param zone whose months articles are counted by; UTC where it is missing
 */
@JsonPropertyOrder({"recency", "halfLife", "tolerant", "synonyms", "cursorLife", "cursors", "zone"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchPolicy(
        double recency,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration halfLife,

        boolean tolerant,
        Synonyms synonyms,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration cursorLife,

        int cursors,

        @JsonFormat(shape = JsonFormat.Shape.STRING) ZoneId zone) {
    private static final SearchPolicy DEFAULTS = new SearchPolicy(
            0.1, Duration.ofDays(30), true, Synonyms.none(), Duration.ofMinutes(5), 16, ZoneOffset.UTC);

    /** Checks the numbers. */
    public SearchPolicy {
        Objects.requireNonNull(halfLife, "halfLife");
        Objects.requireNonNull(cursorLife, "cursorLife");
        zone = zone == null ? ZoneOffset.UTC : zone;
        synonyms = synonyms == null ? Synonyms.none() : synonyms;
        if (!(recency >= 0 && recency <= 1)) {
            throw new IllegalArgumentException("recency is a share from 0 to 1, not " + recency);
        }
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("a half-life is above zero, not " + halfLife);
        }
        if (cursorLife.isNegative()) {
            throw new IllegalArgumentException("a cursor can't live for " + cursorLife);
        }
        if (cursors < 0) {
            throw new IllegalArgumentException("can't keep " + cursors + " states");
        }
    }

    /**
     * Being new adds at most a tenth and half of that after thirty days; tolerant; no synonyms; cursors for five minutes
     * on at most sixteen states; months of UTC.
     */
    public static SearchPolicy defaults() {
        return DEFAULTS;
    }

    /** Where age decides only between equals, as in an archive. */
    public static SearchPolicy archive() {
        return DEFAULTS.recency(0);
    }

    /** Being new adds at most this share. */
    public SearchPolicy recency(double recency) {
        return new SearchPolicy(recency, halfLife, tolerant, synonyms, cursorLife, cursors, zone);
    }

    /** Being new adds half as much after this time. */
    public SearchPolicy halfLife(Duration halfLife) {
        return new SearchPolicy(recency, halfLife, tolerant, synonyms, cursorLife, cursors, zone);
    }

    /** Whether words that no public article has are respelled. */
    public SearchPolicy tolerant(boolean tolerant) {
        return new SearchPolicy(recency, halfLife, tolerant, synonyms, cursorLife, cursors, zone);
    }

    /** With these words that mean the same. */
    public SearchPolicy synonyms(Synonyms synonyms) {
        return new SearchPolicy(recency, halfLife, tolerant, synonyms, cursorLife, cursors, zone);
    }

    /** With cursors that lead on for this long, on at most so many states of the index. */
    public SearchPolicy cursors(Duration life, int most) {
        return new SearchPolicy(recency, halfLife, tolerant, synonyms, life, most, zone);
    }

    /** Counting by the months of this zone. */
    public SearchPolicy zone(ZoneId zone) {
        return new SearchPolicy(
                recency, halfLife, tolerant, synonyms, cursorLife, cursors, Objects.requireNonNull(zone, "zone"));
    }
}
