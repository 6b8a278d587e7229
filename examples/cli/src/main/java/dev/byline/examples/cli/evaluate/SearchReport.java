package dev.byline.examples.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good and how fast search was on a collection.
 *
 * @param documents how many documents were searched
 * @param queries how many queries were asked
 * @param leftOut how many of them no judged document answers, which count in no measure of quality
 * @param byline Byline's figures
 * @param baselines the same of others, by name
 * @param differences Byline less {@link #LUCENE}, by measure
 */
@JsonPropertyOrder({"documents", "queries", "leftOut", "byline", "baselines", "differences"})
public record SearchReport(
        int documents,
        int queries,
        int leftOut,
        @JsonUnwrapped Figures byline,
        Map<String, Figures> baselines,
        Map<String, Interval> differences) {
    /** Lucene with the analyzer of the documents' language and BM25. */
    public static final String LUCENE = "lucene";

    /** Mean average precision. */
    public static final String MAP = "map";

    /** The normalised discounted cumulative gain of the first ten. */
    public static final String NDCG = "ndcg@10";

    /**
     * One system's figures.
     *
     * @param analyzer which of Lucene's analyzers it has, or null for Byline, which has its own
     * @param map the mean of {@link Measures#averagePrecision()}, a thousand hits deep
     * @param ndcg the mean of {@link Measures#ndcg()}
     * @param precision the mean of {@link Measures#precision()}
     * @param mrr the mean of {@link Measures#reciprocalRank()}
     * @param zeroResultShare how many of all queries found nothing, as a share
     * @param articlesPerSecond documents over the time that putting them and the commit took
     * @param p50Millis how long half of the queries took at most, for their first ten hits
     * @param p99Millis how long 99 of 100 took at most
     */
    @JsonPropertyOrder({
        "analyzer",
        MAP,
        NDCG,
        "p@10",
        "mrr",
        "zeroResultShare",
        "articlesPerSecond",
        "p50Millis",
        "p99Millis"
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @Nullable String analyzer,
            @JsonProperty(MAP) double map,
            @JsonProperty(NDCG) double ndcg,
            @JsonProperty("p@10") double precision,
            double mrr,
            double zeroResultShare,
            double articlesPerSecond,
            double p50Millis,
            double p99Millis) {}
}
