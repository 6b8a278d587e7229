package dev.byline.ranking.related;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Ranked;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Lists that were worked out, each with all that it depends on besides what was asked; one is given again only where
 * working it out anew would give the same.
 */
final class KnownLists {
    // About as many megabytes; a post of a list weighs its summary, a question its article.
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final long CHARACTERS_A_POST = 1500;
    private static final long CHARACTERS_A_TERM = 200;
    private static final long CHARACTERS_AN_ID = 100;

    private final AtomicLong changes = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Cache<Asked, Known> known = Caffeine.newBuilder()
            .<Asked, Known>weigher((asked, answer) -> answer.characters(asked))
            .maximumWeight(MOST_CHARACTERS)
            .executor(Runnable::run)
            .build();

    record Asked(RelatedQuery query, RelatedPolicy policy) {}

    /**
     * What was read before a list was worked out: how often something was put or withdrawn until then, what state the texts
     * were in, and the clock.
     */
    record Moment(long changes, long texts, Instant at) {}

    private record Known(Moment moment, Instant until, List<Ranked<ArticleSummary>> list) {
        boolean holds(Moment now) {
            return moment.changes == now.changes
                    && moment.texts == now.texts
                    && !now.at.isBefore(moment.at)
                    && now.at.isBefore(until);
        }

        int characters(Asked asked) {
            RelatedQuery query = asked.query();
            long characters = (long) query.article().body().length()
                    + query.article().headline().length()
                    + query.article().standfirst().length()
                    + CHARACTERS_AN_ID
                            * ((long) query.without().size() + query.pinned().size())
                    + CHARACTERS_A_TERM
                            * ((long) query.article().tags().size()
                                    + query.article().regions().size()
                                    + query.article().sections().size()
                                    + query.article().authors().size())
                    + CHARACTERS_A_POST * (1L + list.size());
            return (int) Math.min(Integer.MAX_VALUE, characters);
        }
    }

    /** To be read before anything that a list depends on. */
    long changes() {
        return changes.get();
    }

    /** To be told when what was put or withdrawn is in place. */
    void changed() {
        changes.incrementAndGet();
        known.invalidateAll();
    }

    /** The list, if it is still what working it out now would give; else null, and a miss. */
    @Nullable
    List<Ranked<ArticleSummary>> find(Asked asked, Moment now) {
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
     * @param until the first instant behind it at which the list may change by itself
     * @param now what is read when it is done
     */
    void keep(Asked asked, Moment begun, Instant until, Moment now, List<Ranked<ArticleSummary>> list) {
        Known one = new Known(begun, until, list);
        if (one.holds(now)) {
            known.put(asked, one);
        }
    }

    /** Counts a list that can't be remembered. */
    void missed() {
        misses.increment();
    }

    RelatedStatus status() {
        return new RelatedStatus(hits.sum(), misses.sum(), known.estimatedSize());
    }
}
