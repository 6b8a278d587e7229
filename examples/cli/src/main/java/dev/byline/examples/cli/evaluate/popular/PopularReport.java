package dev.byline.examples.cli.evaluate.popular;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.examples.cli.evaluate.Interval;
import java.util.Map;

/**
 * How right and how fast popular posts were on a trace.
 *
 * @param events how many events there were, without those that are no views
 * @param items of how many items
 * @param noViews how many requests showed no page
 * @param readers how many of the events came from whom
 * @param repeats how many views of persons were repeats
 * @param topTenChanged how many of the ten most read would be others if everybody and every repeat counted
 * @param windows how right each window is, by its name
 * @param hours how many hours the formulas were asked about
 * @param formulas how much each order tells of the hour that comes, by its name, {@code @} and that of the window
 * @param defaults the name of the order that {@code PopularPolicy.defaults()} has
 * @param bestFormula the order and window that tells most; empty if nothing could be asked
 * @param differences the best less each of the others
 * @param eventsPerSecond how many events are counted in a second, on one thread
 */
@JsonPropertyOrder({
    "events",
    "items",
    "noViews",
    "readers",
    "repeats",
    "topTenChanged",
    "windows",
    "hours",
    "formulas",
    "defaults",
    "bestFormula",
    "differences",
    "eventsPerSecond"
})
public record PopularReport(
        long events,
        int items,
        long noViews,
        Map<String, Long> readers,
        long repeats,
        int topTenChanged,
        Map<String, WindowFigures> windows,
        int hours,
        Map<String, FormulaFigures> formulas,
        String defaults,
        String bestFormula,
        Map<String, Interval> differences,
        double eventsPerSecond) {
    /** The share of the ten that should be listed that is. */
    public static final String OVERLAP = "overlap@10";

    /** The share of the next hour's ten that a formula lists. */
    public static final String NEXT_HOUR = "nextHour@10";

    /**
     * How right a window is.
     *
     * @param overlap the mean of {@link Ten#overlap} over all moments
     * @param countError how far the counts of the ten that should be listed are off, as a share of each, at the mean
     */
    @JsonPropertyOrder({OVERLAP, "countError"})
    public record WindowFigures(@JsonProperty(OVERLAP) double overlap, double countError) {}

    /**
     * How much a formula tells.
     *
     * @param nextHour the mean of {@link Ten#overlap} with the hour that comes
     * @param turnover the share of its list that was not in it an hour before, at the mean
     */
    @JsonPropertyOrder({NEXT_HOUR, "turnover"})
    public record FormulaFigures(@JsonProperty(NEXT_HOUR) double nextHour, double turnover) {}
}
