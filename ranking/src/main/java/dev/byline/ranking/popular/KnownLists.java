package dev.byline.ranking.popular;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lists that were worked out within the last second. One is given again only while the clock has moved on by less than that,
 * nothing was put or withdrawn, and all of it is public still; a clock that stands still or goes back remembers nothing.
 */
final class KnownLists {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    // About as many megabytes; a post of a list weighs its summary.
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final long CHARACTERS_A_POST = 1500;
    private static final long CHARACTERS_AN_ID = 100;

    private final AtomicLong changes = new AtomicLong();
    private final Cache<Asked, Known> known = Caffeine.newBuilder()
            .<Asked, Known>weigher((asked, answer) -> answer.characters(asked))
            .maximumWeight(MOST_CHARACTERS)
            .executor(Runnable::run)
            .build();

    record Asked(PopularQuery query, PopularPolicy policy) {}

    private record Known(long changes, Instant at, List<Ranked<ArticleSummary>> list) {
        boolean holds(long now, Instant moment) {
            if (changes != now
                    || !moment.isAfter(at)
                    || Duration.between(at, moment).compareTo(LONGEST) >= 0) {
                return false;
            }
            for (Ranked<ArticleSummary> place : list) {
                if (!place.item().isPublic(moment)) {
                    return false;
                }
            }
            return true;
        }

        int characters(Asked asked) {
            return (int) Math.min(
                    Integer.MAX_VALUE,
                    CHARACTERS_AN_ID * asked.query().without().size() + CHARACTERS_A_POST * (1L + list.size()));
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

    /** The list, if it may be given again at this moment; else null. */
    @Nullable
    List<Ranked<ArticleSummary>> find(Asked asked, Instant moment) {
        @Nullable Known found = known.getIfPresent(asked);
        return found != null && found.holds(changes.get(), moment) ? found.list : null;
    }

    /**
     * Remembers a list.
     *
     * @param begun the changes that were read before anything else
     */
    void keep(Asked asked, long begun, Instant at, List<Ranked<ArticleSummary>> list) {
        known.put(asked, new Known(begun, at, list));
    }
}
