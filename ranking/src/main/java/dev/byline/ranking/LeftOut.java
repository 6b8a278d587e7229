package dev.byline.ranking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.util.Objects;

/**
 * An article that was weighed and may not stand in the list.
 *
 * @param article the article
 * @param rule the stable id of the rule that kept it out, for example {@code R-02}; docs/rules.md has its sentence
 * @param text what the rule saw, in a few words of English
 */
@JsonPropertyOrder({"article", "rule", "text"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeftOut(ArticleId article, String rule, String text) {
    /** Checks that nothing is missing. */
    public LeftOut {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(text, "text");
    }
}
