package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * What a window holds of an article.
 *
 * @param counted what was counted here
 * @param opening the opening balance; {@link Counts#NONE} for every window but all time
 */
@JsonPropertyOrder({"counted", "opening"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tally(Counts counted, Counts opening) {
    /** Nothing at all. */
    public static final Tally NONE = new Tally(Counts.NONE, Counts.NONE);

    /** Checks that nothing is missing. */
    public Tally {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(opening, "opening");
    }

    /** This was counted, and nothing brought along. */
    public static Tally of(Counts counted) {
        return new Tally(counted, Counts.NONE);
    }

    /** The number that a list is ordered by. */
    public long by(Measure measure) {
        return Counts.added(counted.by(measure), opening.by(measure));
    }

    /** Both together. */
    public Counts sum() {
        return counted.plus(opening);
    }
}
