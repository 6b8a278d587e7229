package dev.byline.ranking.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Ranked;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists that were worked out, each with all that it depends on besides what was asked; one is given again only while none of
 * that has changed.
 *
 * @param <Q> what was asked, equal for equal questions
 */
public final class KnownLists<Q> {
    // About as many megabytes; a post of a list weighs its summary.
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final long CHARACTERS_A_POST = 1500;

    private final AtomicLong changes = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Cache<Q, Known> known;

    /**
     * None yet.
     *
     * @param characters how many a question holds, about
     */
    public KnownLists(ToLongFunction<Q> characters) {
        known = Caffeine.newBuilder()
                .<Q, Known>weigher((asked, answer) -> (int) Math.min(
                        Integer.MAX_VALUE,
                        characters.applyAsLong(asked) + CHARACTERS_A_POST * (1L + answer.list.size())))
                .maximumWeight(MOST_CHARACTERS)
                .executor(Runnable::run)
                .build();
    }

    /**
     * What was read before a list was worked out: how often something was put or withdrawn until then, what state the texts
     * were in, if it looks at these, and the clock.
     */
    public record Moment(long changes, long texts, Instant at) {}

    private record Known(Moment begun, Instant from, Instant until, List<Ranked<ArticleSummary>> list) {
        boolean holds(Moment now) {
            return isSame(now) && !now.at.isBefore(from) && now.at.isBefore(until);
        }

        boolean isSame(Moment now) {
            return begun.changes == now.changes && begun.texts == now.texts;
        }
    }

    /** To be read before anything that a list depends on. */
    public long changes() {
        return changes.get();
    }

    /** To be told when what was put or withdrawn is in place. */
    public void changed() {
        changes.incrementAndGet();
        known.invalidateAll();
    }

    /** The list, if it may be given again now; else null, and a miss. */
    public @Nullable List<Ranked<ArticleSummary>> find(Q asked, Moment now) {
        @Nullable Known found = known.getIfPresent(asked);
        if (found != null && found.holds(now)) {
            hits.increment();
            return found.list;
        }
        misses.increment();
        return null;
    }

    /**
     * Remembers a list, if nothing has changed since it was begun.
     *
     * @param begun what was read before anything else
     * @param from the first instant at which it may be given again
     * @param until the first instant behind it at which it may not
     * @param now what is read when it is done
     */
    public void keep(
            Q asked, Moment begun, Instant from, Instant until, Moment now, List<Ranked<ArticleSummary>> list) {
        Known one = new Known(begun, from, until, list);
        if (one.isSame(now) && !now.at.isBefore(begun.at) && now.at.isBefore(until)) {
            known.put(asked, one);
        }
    }

    /** Counts a list that can't be remembered. */
    public void missed() {
        misses.increment();
    }

    /** How many lists were given again. */
    public long hits() {
        return hits.sum();
    }

    /** How many had to be worked out. */
    public long misses() {
        return misses.sum();
    }

    /** How many are remembered, about. */
    public long size() {
        return known.estimatedSize();
    }
}
