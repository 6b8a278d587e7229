package dev.byline.ranking.popular;

import dev.byline.article.ArticleSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A post that may be popular, with its numbers.
 *
 * @param article the post, in any status
 * @param inWindow what the window of the list holds of it
 * @param ever what all time holds of it
 * @param course what was counted of it by the UTC hour, or by the day, for {@link Order.Decayed} and {@link Order.Trending}:
 *     oldest first, the last one that in which the window ends. Empty where it is not known: then all that the window holds
 *     happened in its last hour
 * @param wider what windows hold of it from which a short list is filled; may be empty
 */
public record PopularCandidate(
        ArticleSummary article, Tally inWindow, Tally ever, List<Long> course, Map<Window, Tally> wider) {
    /** Checks that nothing is missing. */
    public PopularCandidate {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(inWindow, "inWindow");
        Objects.requireNonNull(ever, "ever");
        course = List.copyOf(course);
        for (long count : course) {
            if (count < 0) {
                throw new IllegalArgumentException("an hour can't hold " + count + " events");
            }
        }
        wider = wider.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(wider));
    }

    /** A post with these numbers, of which no more is known. */
    public static PopularCandidate of(ArticleSummary article, Tally inWindow, Tally ever) {
        return new PopularCandidate(article, inWindow, ever, List.of(), Map.of());
    }

    /** A post with these views in the window, and none before. */
    public static PopularCandidate of(ArticleSummary article, long views) {
        Tally tally = Tally.of(new Counts(views, Counts.NONE.shares(), 0, 0));
        return of(article, tally, tally);
    }

    /** With this course, oldest first. */
    public PopularCandidate course(List<Long> course) {
        return new PopularCandidate(article, inWindow, ever, course, wider);
    }

    /** With this of all time. */
    PopularCandidate ever(Tally ever) {
        return new PopularCandidate(article, inWindow, ever, course, wider);
    }

    /** With this in a wider window too. */
    public PopularCandidate in(Window window, Tally tally) {
        Map<Window, Tally> more = new LinkedHashMap<>(wider);
        more.put(window, tally);
        return new PopularCandidate(article, inWindow, ever, course, more);
    }
}
