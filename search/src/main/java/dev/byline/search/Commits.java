package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an index makes durable what was put: after 1,000 articles or 30 seconds by default, whichever comes first.
 *
 * <p>What was put is found when {@code put} returns, and survives a crash once a commit has returned: one that was asked
 * for, one by this policy, one by a withdrawal, which always commits before it returns, or {@code close()}. So a crash
 * loses at most what these bounds let wait, and {@link ArticleSearch#catchUp} brings back what the store was told. A
 * commit costs some tens of milliseconds on a disk, however much it covers.
 *
 * @param articles a call that brings the articles which wait to this number commits before it returns; 0 for any number
 * @param within how long an article waits at the most, by the search's clock and, without further calls, by the
 *     machine's; at most a day; zero for any time
 */
@JsonPropertyOrder({"articles", "within"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Commits(
        int articles,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration within) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Commits DEFAULTS = new Commits(1_000, Duration.ofSeconds(30));

    /** Checks the bounds. */
    public Commits {
        Objects.requireNonNull(within, "within");
        if (articles < 0) {
            throw new IllegalArgumentException("articles that wait for a commit can't be " + articles);
        }
        if (within.isNegative() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an article waits for a commit between zero and a day, not " + within);
        }
    }

    /** Reads one; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static Commits fromJson(
            @JsonProperty("articles") @Nullable Integer articles,
            @JsonProperty("within") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration within) {
        return new Commits(
                Objects.requireNonNullElse(articles, DEFAULTS.articles()),
                Objects.requireNonNullElse(within, DEFAULTS.within()));
    }

    /** After 1,000 articles or 30 seconds. */
    public static Commits defaults() {
        return DEFAULTS;
    }

    /** Only by {@code commit()}, {@code close()} and withdrawals: for whoever follows a store and can catch up with it. */
    public static Commits onlyWhenAsked() {
        return new Commits(0, Duration.ZERO);
    }

    /** Before each {@code put} returns: nothing is lost, and a put waits for the disk. */
    public static Commits everyChange() {
        return new Commits(1, Duration.ZERO);
    }

    /** With another number of articles. */
    public Commits articles(int articles) {
        return new Commits(articles, within);
    }

    /** With another time. */
    public Commits within(Duration within) {
        return new Commits(articles, within);
    }
}
