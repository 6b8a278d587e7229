package dev.byline.ranking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Ranked;
import java.util.List;

/**
 * A list with why each article stands in it, and what was kept out of it and why.
 *
 * @param ranked the list in its order: best first, behind what is pinned
 * @param leftOut the candidates that a rule kept out, by id; those for which there was merely no more room are in
 *     neither list
 */
@JsonPropertyOrder({"ranked", "leftOut"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExplainedList(List<Ranked<ArticleSummary>> ranked, List<LeftOut> leftOut) {
    /** Copies the lists. */
    public ExplainedList {
        ranked = List.copyOf(ranked);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    }
}
