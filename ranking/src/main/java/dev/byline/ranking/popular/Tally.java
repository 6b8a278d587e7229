package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * What a window holds of an article.
 *
 * @param counted what was counted here
 * @param opening the opening balance; {@link Counts#NONE} for every window but all time
 * @param apart what does not count
 */
@JsonPropertyOrder({"counted", "opening", "apart"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tally(Counts counted, Counts opening, Apart apart) {
    /** Nothing at all. */
    public static final Tally NONE = new Tally(Counts.NONE, Counts.NONE, Apart.NONE);

    /** Checks that nothing is missing. */
    public Tally {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(opening, "opening");
        apart = apart == null ? Apart.NONE : apart;
    }

    /** This was counted, and nothing brought along. */
    public static Tally of(Counts counted) {
        return new Tally(counted, Counts.NONE, Apart.NONE);
    }

    /** This was counted, and that brought along. */
    public static Tally of(Counts counted, Counts opening) {
        return new Tally(counted, opening, Apart.NONE);
    }

    /** The number that a list is ordered by. */
    public long by(Measure measure) {
        return Counts.added(counted.by(measure), opening.by(measure));
    }

    /** What was counted and what was brought along, together. */
    public Counts sum() {
        return counted.plus(opening);
    }
}
