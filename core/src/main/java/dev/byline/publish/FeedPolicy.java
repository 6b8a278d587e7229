package dev.byline.publish;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.text.Excerpt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds. {@link #defaults()}: twenty articles with their whole text.
 *
 * @param entries the most articles, at least 1
 * @param full whether articles that are open to everyone stand there with their whole text; the others never do
 * @param excerpt how the summary is cut
 */
@JsonPropertyOrder({"entries", "full", "excerpt"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedPolicy(int entries, boolean full, Excerpt excerpt) {
    private static final FeedPolicy DEFAULTS = new FeedPolicy(20, true, Excerpt.wordPress());

    /** Checks the number. */
    public FeedPolicy {
        if (entries < 1) {
            throw new IllegalArgumentException("a feed holds at least one article, not " + entries);
        }
        Objects.requireNonNull(excerpt, "excerpt");
    }

    /** Twenty articles, whole. */
    public static FeedPolicy defaults() {
        return DEFAULTS;
    }

    /** Twenty articles, of which the first words are told. */
    public static FeedPolicy excerpts() {
        return DEFAULTS.full(false);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static FeedPolicy fromJson(
            @JsonProperty("entries") @Nullable Integer entries,
            @JsonProperty("full") @Nullable Boolean full,
            @JsonProperty("excerpt") @Nullable Excerpt excerpt) {
        return new FeedPolicy(
                entries == null ? DEFAULTS.entries : entries,
                full == null ? DEFAULTS.full : full,
                excerpt == null ? DEFAULTS.excerpt : excerpt);
    }

    /** With at most so many articles. */
    public FeedPolicy entries(int entries) {
        return new FeedPolicy(entries, full, excerpt);
    }

    /** With whole texts, or summaries alone. */
    public FeedPolicy full(boolean full) {
        return new FeedPolicy(entries, full, excerpt);
    }

    /** With summaries cut so. */
    public FeedPolicy excerpt(Excerpt excerpt) {
        return new FeedPolicy(entries, full, excerpt);
    }
}
