package dev.byline.examples.cli.evaluate.regions;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * How right and how fast regions were recognised in a collection.
 *
 * @param articles how many articles were read
 * @param labels how many places their editors gave them, without those left out
 * @param byline Byline's figures
 * @param regions the figures of each region over which macro is the mean, by its code
 * @param baselines the figures of simpler ways, by name
 * @param megabytesPerSecond how many millions of bytes of headline and body, in UTF-8, are read in a second on one thread
 */
@JsonPropertyOrder({"articles", "labels", "micro", "macro", "regions", "baselines", "megabytesPerSecond"})
public record RegionsReport(
        int articles,
        int labels,
        @JsonUnwrapped Quality byline,
        Map<String, Region> regions,
        Map<String, Quality> baselines,
        double megabytesPerSecond) {
    /** Every region that is mentioned at all. */
    public static final String ANY_MENTION = "anyMention";

    /** Every region that is mentioned twice. */
    public static final String TWO_MENTIONS = "twoMentions";

    /** Every region that the headline mentions. */
    public static final String HEADLINE = "headline";

    /**
     * One way's figures.
     *
     * @param micro over all pairs of article and place
     * @param macro the means over the regions that are asked for
     */
    @JsonPropertyOrder({"micro", "macro"})
    public record Quality(Figures micro, Figures macro) {}

    /**
     * How right suggestions were; each is 0 to 1.
     *
     * @param precision the share of the suggestions that were right; 0 where there was none
     * @param recall the share of the places that were suggested; 0 where there was none
     * @param f1 their harmonic mean
     */
    @JsonPropertyOrder({"precision", "recall", "f1"})
    public record Figures(double precision, double recall, double f1) {}

    /**
     * One region's figures.
     *
     * @param labels how many articles have it
     * @param suggested how many articles it was suggested for
     * @param precision the share of these that was right
     * @param recall the share of those that was suggested
     * @param f1 their harmonic mean
     */
    @JsonPropertyOrder({"labels", "suggested", "precision", "recall", "f1"})
    public record Region(int labels, int suggested, double precision, double recall, double f1) {}
}
