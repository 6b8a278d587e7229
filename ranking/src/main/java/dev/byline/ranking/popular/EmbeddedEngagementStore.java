package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * All counts in memory, with a journal or without.
 *
 * <p>The inner lock guards the counts and the order of the journal. The outer one, which is taken first, keeps apart
 * what replaces files, and what waits for the disk while others record.
 */
final class EmbeddedEngagementStore implements EngagementStore {
    private static final System.Logger LOG = System.getLogger(EmbeddedEngagementStore.class.getName());

    private final InstantSource clock;
    private final @Nullable Journal journal;
    private final ReentrantLock settling = new ReentrantLock();
    private final ReentrantReadWriteLock counting = new ReentrantReadWriteLock();
    private final EngagementState state;
    private final RepeatViews repeats;
    private long refused;
    private boolean closed;

    private EmbeddedEngagementStore(
            InstantSource clock, EngagementState state, RepeatViews repeats, @Nullable Journal journal) {
        this.clock = clock;
        this.state = state;
        this.repeats = repeats;
        this.journal = journal;
    }

    static EngagementStore inMemory(InstantSource clock) {
        return new EmbeddedEngagementStore(
                Objects.requireNonNull(clock, "clock"),
                new EngagementState(),
                new RepeatViews(Journal.Limits.USUAL.visits()),
                null);
    }

    static EngagementStore open(Path folder, InstantSource clock) {
        return open(folder, clock, Disk.local(), Journal.Limits.USUAL);
    }

    static EngagementStore open(Path folder, InstantSource clock, Disk disk, Journal.Limits limits) {
        Journal.Opened opened = Journal.open(folder, disk, limits, clock.instant());
        return new EmbeddedEngagementStore(clock, opened.state(), opened.repeats(), opened.journal());
    }

    @Override
    public Outcome record(Engagement event, Duration repeatSlot) {
        PopularPolicy.checkSlot(repeatSlot);
        Instant now = clock.instant();
        mend(now);
        boolean due;
        Outcome outcome = Outcome.COUNTED;
        counting.writeLock().lock();
        try {
            checkOpen();
            if (!state.takes(event.article(), event.at())) {
                refused++;
                return Outcome.REFUSED;
            }
            forget(now);
            long second = event.at().getEpochSecond();
            if (event.kind() == Engagement.Kind.SHARE) {
                write(new Entry.Share(event.article(), second, state.network(event.network())), null, now);
            } else if (event.visitor().isEmpty() || repeatSlot.isZero()) {
                write(new Entry.View(event.article(), second, false), null, now);
            } else {
                RepeatViews.Visit visit =
                        repeats.look(event.article(), event.visitor(), event.at(), (int) repeatSlot.toSeconds(), now);
                outcome = visit == null ? Outcome.REPEAT : Outcome.COUNTED;
                write(new Entry.View(event.article(), second, visit == null), visit, now);
            }
            due = journal != null && journal.due(now);
        } finally {
            counting.writeLock().unlock();
        }
        if (due) {
            settleIfFree(now);
        }
        return outcome;
    }

    @Override
    public void balance(ArticleId article, Instant at, long views, Map<String, Long> shares) {
        Instant now = clock.instant();
        mend(now);
        boolean due;
        counting.writeLock().lock();
        try {
            checkOpen();
            if (!state.takes(article, at)) {
                throw new IllegalArgumentException(
                        "the balance of " + article + " at " + at + " can't be kept: not between 1970 and 4000, or more"
                                + " than " + EngagementState.MOST_ARTICLES + " articles");
            }
            SortedMap<String, Long> byNetwork = new TreeMap<>();
            new TreeMap<>(shares)
                    .forEach((network, count) ->
                            byNetwork.merge(state.network(Engagement.networkName(network)), count, Counts::added));
            write(new Entry.Balance(article, at, new Counts(views, byNetwork)), null, now);
            due = journal != null && journal.due(now);
        } finally {
            counting.writeLock().unlock();
        }
        if (due) {
            settleIfFree(now);
        }
    }

    /** First on disk, then in memory, so that a failure leaves both as they were. */
    private void write(Entry entry, RepeatViews.@Nullable Visit visit, Instant now) {
        if (journal != null) {
            try {
                journal.append(entry, visit);
            } catch (IOException failure) {
                throw new RankingException(
                        "the journal in " + journal.folder() + " can't be written; the event does not count", failure);
            }
        }
        state.apply(entry, now);
        if (visit != null && repeats.keep(visit) && journal != null) {
            journal.visitsStale();
        }
    }

    @Override
    public Map<ArticleId, Tally> most(Measure by, Window window, Instant at, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one article must be asked for, not " + most);
        }
        counting.readLock().lock();
        try {
            checkOpen();
            return state.most(by, window, at, most);
        } finally {
            counting.readLock().unlock();
        }
    }

    @Override
    public Map<ArticleId, Tally> tallies(Collection<ArticleId> articles, Window window, Instant at) {
        counting.readLock().lock();
        try {
            checkOpen();
            return state.tallies(articles, window, at);
        } finally {
            counting.readLock().unlock();
        }
    }

    @Override
    public void flush() {
        settling.lock();
        try {
            counting.readLock().lock();
            try {
                checkOpen();
            } finally {
                counting.readLock().unlock();
            }
            settle(clock.instant(), false);
        } finally {
            settling.unlock();
        }
    }

    @Override
    public Status status() {
        counting.readLock().lock();
        try {
            return new Status(
                    state.articles(),
                    state.repeats(),
                    refused,
                    repeats.size(),
                    journal == null ? 0 : journal.length(),
                    journal == null ? 0 : journal.unsynced(),
                    journal == null ? null : journal.syncedAt(),
                    journal == null ? 0 : journal.cutBytes());
        } finally {
            counting.readLock().unlock();
        }
    }

    @Override
    public void close() {
        settling.lock();
        try {
            counting.writeLock().lock();
            try {
                if (closed) {
                    return;
                }
                closed = true;
                close(journal);
            } finally {
                counting.writeLock().unlock();
            }
        } finally {
            settling.unlock();
        }
    }

    private void close(@Nullable Journal kept) {
        if (kept == null) {
            return;
        }
        try {
            settle(clock.instant(), true);
        } finally {
            try {
                kept.close();
            } catch (IOException nothingIsLost) {
                LOG.log(System.Logger.Level.WARNING, "The counters did not close cleanly", nothingIsLost);
            }
        }
    }

    /** What could not be written anew before must be now, before anything else is promised. */
    private void mend(Instant now) {
        if (journal != null && journal.broken()) {
            settling.lock();
            try {
                settle(now, false);
            } finally {
                settling.unlock();
            }
        }
    }

    /** What is due after an event that counts already: a failure shows with the next one. */
    private void settleIfFree(Instant now) {
        if (settling.tryLock()) {
            try {
                settle(now, false);
            } catch (RankingException failure) {
                LOG.log(System.Logger.Level.WARNING, "Counters will be written again with the next event", failure);
            } finally {
                settling.unlock();
            }
        }
    }

    /** Makes the disk hold everything; the outer lock is held. */
    private void settle(Instant now, boolean closing) {
        Journal kept = journal;
        if (kept == null) {
            return;
        }
        try {
            counting.writeLock().lock();
            try {
                if (closed && !closing) {
                    return;
                }
                forget(now);
                if (kept.broken() || kept.foldDue()) {
                    kept.fold(state, repeats, now);
                    return;
                }
                if (kept.areVisitsStale()) {
                    kept.rewriteVisits(repeats);
                }
            } finally {
                counting.writeLock().unlock();
            }
            kept.sync(now);
        } catch (IOException failure) {
            throw new RankingException(
                    "the disk did not confirm the counters in " + kept.folder() + "; nothing counted is forgotten",
                    failure);
        }
    }

    private void forget(Instant now) {
        if (repeats.expire(now) && journal != null) {
            journal.visitsStale();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the counters are closed");
        }
    }
}
