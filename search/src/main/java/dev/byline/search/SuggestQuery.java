package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What stands in the search box while a reader types: starts as {@link #typed(String)}, for eight suggestions and four
 * articles.
 *
 * @param text what has been typed so far, of any length; its last word may be unfinished
 * @param suggestions the most suggestions, 0 to {@value #MOST}
 * @param articles the most articles, 0 to {@value #MOST}
 */
@JsonPropertyOrder({"text", "suggestions", "articles"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SuggestQuery(String text, int suggestions, int articles) {
    /** The most suggestions, and the most articles. */
    public static final int MOST = 50;

    /** Checks the numbers. */
    public SuggestQuery {
        text = text == null ? "" : text;
        if (suggestions < 0 || suggestions > MOST || articles < 0 || articles > MOST) {
            throw new IllegalArgumentException(
                    "0 to " + MOST + " suggestions and articles, not " + suggestions + " and " + articles);
        }
    }

    /** What has been typed so far. */
    public static SuggestQuery typed(String text) {
        return new SuggestQuery(text, 8, 4);
    }

    /** At most so many suggestions and articles. */
    public SuggestQuery most(int suggestions, int articles) {
        return new SuggestQuery(text, suggestions, articles);
    }
}
