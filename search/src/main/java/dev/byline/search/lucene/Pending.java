package dev.byline.search.lucene;

import dev.byline.search.Commits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What was changed since the last commit, and whether that has waited as long as the policy lets it. Thread-safe. */
final class Pending {
    private final Commits policy;
    private final InstantSource clock;
    private long articles;
    private long takenBack;
    private @Nullable Instant since;

    Pending(Commits policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What a commit covers.
     *
     * @param articles how many changes
     * @param takenBack how many withdrawals
     * @param at when it began
     */
    record Mark(long articles, long takenBack, Instant at) {}

    /** Counts a change that has been made; one counted before it is made could be taken for committed and lost. */
    synchronized void changed() {
        articles++;
        if (since == null) {
            since = clock.instant();
        }
    }

    /** Counts articles that have been taken out of the index and may not come back. */
    synchronized void takenBack(int articles) {
        takenBack += articles;
    }

    /** Whether something was taken out of the index that no commit has covered yet. */
    synchronized boolean hasTakenBack() {
        return takenBack > 0;
    }

    synchronized Mark mark() {
        return new Mark(articles, takenBack, clock.instant());
    }

    synchronized void committed(Mark mark) {
        articles -= mark.articles();
        takenBack -= mark.takenBack();
        since = articles > 0 ? mark.at() : null;
    }

    synchronized boolean due() {
        Instant oldest = since;
        if (oldest == null) {
            return false;
        }
        boolean full = policy.articles() > 0 && articles >= policy.articles();
        return full || (waits() && Duration.between(oldest, clock.instant()).compareTo(policy.within()) >= 0);
    }

    /** Whether the policy says how long. */
    boolean waits() {
        return !policy.within().isZero();
    }

    Duration within() {
        return policy.within();
    }

    synchronized long articles() {
        return articles;
    }

    synchronized @Nullable Instant since() {
        return since;
    }
}
