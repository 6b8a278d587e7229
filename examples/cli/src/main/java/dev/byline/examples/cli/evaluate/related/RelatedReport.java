package dev.byline.examples.cli.evaluate.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.examples.cli.evaluate.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good and how fast related posts were on a collection.
 *
 * @param articles how many there were
 * @param queries for how many of them there are judgements
 * @param leftOut how many of these have no related post, and count in no measure of quality
 * @param byline Byline's figures
 * @param baselines the same of others, by name
 * @param bestBaseline the one with the greatest {@link #NDCG}
 * @param differences Byline less the best baseline, by measure
 * @param pairs the pairs with Byline's scores; null if none were given
 */
@JsonPropertyOrder({"articles", "queries", "leftOut", "byline", "baselines", "bestBaseline", "differences", "pairs"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedReport(
        int articles,
        int queries,
        int leftOut,
        @JsonUnwrapped Figures byline,
        Map<String, Figures> baselines,
        String bestBaseline,
        Map<String, Interval> differences,
        @Nullable List<PairScore> pairs) {
    /** The normalised discounted cumulative gain of the first five. */
    public static final String NDCG = "ndcg@5";

    /** The mean reciprocal rank of the first related post. */
    public static final String MRR = "mrr";

    /** How many of the related posts are among the first ten, as a share. */
    public static final String RECALL = "recall@10";

    /** The area under the ROC curve. */
    public static final String AUC = "auc";

    /** How many posts are in no list, as a share. */
    public static final String NEVER_LISTED = "neverListedShare";

    /** How many of the posts younger than 90 days are in no list, as a share. */
    public static final String NEVER_LISTED_YOUNG = "neverListedYoungShare";

    /** How many lists hold copies, as a share. */
    public static final String COPIES = "copyShare";

    /** How many lists are cut between equals, as a share. */
    public static final String TIES = "tieShare";

    /**
     * One system's figures.
     *
     * @param ndcg the mean of {@link RankScores#ndcg()}
     * @param mrr the mean of {@link RankScores#reciprocalRank()}
     * @param recall the mean of {@link RankScores#recall()}
     * @param auc the mean of {@link RankScores#auc}, or null where nothing is graded
     * @param neverListedShare the mean of {@link TopLists#never()}
     * @param neverListedYoungShare the same over the posts of the last 90 days before the newest; null where none has a date
     * @param mostListedShare {@link TopLists#mostListed()}
     * @param copyShare the mean of {@link TopLists#copies()}
     * @param tieShare the mean of {@link TopLists#ties()}
     * @param p50Millis how long half of the lists took at most, each asked for once
     * @param p99Millis how long 99 of 100 took at most
     * @param pearson the correlation of scores and human values over the pairs; null where there is none
     */
    @JsonPropertyOrder({
        NDCG,
        MRR,
        RECALL,
        AUC,
        NEVER_LISTED,
        NEVER_LISTED_YOUNG,
        "mostListedShare",
        COPIES,
        TIES,
        "p50Millis",
        "p99Millis",
        "pearson"
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @JsonProperty(NDCG) double ndcg,
            @JsonProperty(MRR) double mrr,
            @JsonProperty(RECALL) double recall,
            @JsonProperty(AUC) @Nullable Double auc,
            @JsonProperty(NEVER_LISTED) double neverListedShare,
            @JsonProperty(NEVER_LISTED_YOUNG) @Nullable Double neverListedYoungShare,
            double mostListedShare,
            @JsonProperty(COPIES) double copyShare,
            @JsonProperty(TIES) double tieShare,
            double p50Millis,
            double p99Millis,
            @Nullable Double pearson) {}

    /**
     * A pair of articles.
     *
     * @param first the id of one
     * @param second the id of the other
     * @param human what people say
     * @param score the mean of the scores that each has in the other's list
     */
    @JsonPropertyOrder({"first", "second", "human", "score"})
    public record PairScore(String first, String second, double human, double score) {}
}
