package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.counting.Names;
import dev.byline.ranking.counting.Stripes;
import dev.byline.ranking.counting.Visits;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts in memory, with a journal or without.
 *
 * <p>Whoever records adds to a stripe and waits for nobody who reads or writes files. Whoever reads puts the stripes into the
 * book first, under a lock that it is read under.
 */
final class EmbeddedEngagementStore implements EngagementNode {
    private static final String NO_NODE = "";

    private final InstantSource clock;
    private final String node;
    private final long epoch;
    private final @Nullable Keeper keeper;
    private final Book book;
    private final Visits visits;
    private final Recorder recorder;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean closed;

    private EmbeddedEngagementStore(InstantSource clock, String node, Book book, Visits visits) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.node = node;
        this.epoch = epoch(book, clock.instant());
        this.book = book;
        this.visits = visits;
        this.recorder = new Recorder(clock, book, visits, false);
        this.keeper = null;
    }

    private EmbeddedEngagementStore(
            InstantSource clock, String node, Path folder, Book book, Journal.Opened opened, Journal.Limits limits) {
        this.clock = clock;
        this.node = node;
        this.epoch = epoch(book, clock.instant());
        this.book = book;
        this.visits = opened.visits();
        this.recorder = new Recorder(clock, book, visits, true);
        this.keeper = new Keeper(folder, opened, book, limits, clock, reading, isNode(), recorder, this::collect);
        keeper.start();
    }

    static EngagementStore inMemory(InstantSource clock) {
        return new EmbeddedEngagementStore(clock, NO_NODE, Book.empty(), forgetful());
    }

    static EngagementNode inMemory(String node, InstantSource clock) {
        Delta.checkNode(node);
        return new EmbeddedEngagementStore(clock, node, Book.empty(), forgetful());
    }

    private static Visits forgetful() {
        return new Visits(Journal.Limits.USUAL.visits());
    }

    static EngagementStore open(Path folder, InstantSource clock, Disk disk, Journal.Limits limits) {
        return opened(NO_NODE, folder, clock, disk, limits);
    }

    static EngagementNode open(String node, Path folder, InstantSource clock, Disk disk, Journal.Limits limits) {
        Delta.checkNode(node);
        return opened(node, folder, clock, disk, limits);
    }

    private static EmbeddedEngagementStore opened(
            String node, Path folder, InstantSource clock, Disk disk, Journal.Limits limits) {
        Objects.requireNonNull(clock, "clock");
        Book book = Book.empty();
        Instant now = clock.instant();
        Journal.Opened opened = Journal.open(folder, disk, limits, book.contents(now), now);
        return new EmbeddedEngagementStore(clock, node, folder, book, opened, limits);
    }

    private static long epoch(Book book, Instant now) {
        return Math.max(now.toEpochMilli(), book.outbox().epoch() + 1);
    }

    private boolean isNode() {
        return !node.isEmpty();
    }

    @Override
    public Outcome record(Engagement event, CountingPolicy policy) {
        checkOpen();
        if (keeper != null) {
            keeper.checkWritable();
        }
        Outcome outcome = recorder.record(event, policy, keeper);
        if (recorder.isFull()) {
            tryCollect();
        }
        return outcome;
    }

    private void tryCollect() {
        // Who reads at the moment, or another who records, puts it all away.
        if (reading.tryLock()) {
            try {
                collect();
            } finally {
                reading.unlock();
            }
        }
    }

    /** Puts the stripes into the book; the lock is held. */
    private void collect() {
        int now = Book.minute(clock.instant().getEpochSecond());
        Stripes.Taken taken = recorder.take();
        if (keeper != null) {
            // First, for what the book has is not to be missed on disk.
            keeper.pending().add(taken);
        }
        for (Stripes.Dated dated : taken.counted()) {
            book.ledger().add(dated.minute(), dated.cells(), now);
            if (keeper == null && isNode()) {
                book.outbox().add(dated.minute(), dated.cells());
            }
        }
    }

    @Override
    public void balance(ArticleId article, Instant at, Counts counts) {
        checkOpen();
        int number = Book.canCount(at) ? recorder.number(article) : Names.UNKNOWN;
        if (number == Names.UNKNOWN) {
            throw new IllegalArgumentException("the balance of " + article + " at " + at
                    + " can't be kept: not between 1970 and 4000, or more than " + Recorder.MOST_ARTICLES
                    + " articles");
        }
        Counts named = book.networks().named(counts);
        if (keeper != null) {
            keeper.checkWritable();
        }
        reading.lock();
        try {
            Balances.Balance balance = new Balances.Balance(number, at, named, isNode() ? next() : DeltaKey.NONE);
            book.balances().put(balance);
            if (keeper != null) {
                keeper.pending().add(balance);
            } else if (isNode()) {
                book.outbox().add(balance);
            }
        } finally {
            reading.unlock();
        }
        if (keeper != null) {
            keeper.waiting(recorder.takes(), () -> {});
        }
    }

    @Override
    public Map<ArticleId, Tally> most(Measure by, Window window, Instant at, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one article must be asked for, not " + most);
        }
        return read(now -> book.most(by, window, at, most, now));
    }

    @Override
    public Map<ArticleId, Tally> tallies(Collection<ArticleId> articles, Window window, Instant at) {
        return read(now -> book.tallies(articles, window, at, now));
    }

    @Override
    public Map<ArticleId, long[]> timeline(
            Collection<ArticleId> articles, Measure measure, Instant from, Step step, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("a timeline has 1 to " + MOST_STEPS + " steps, not " + steps);
        }
        int length = (int) step.length().toMinutes();
        return read(now -> book.timeline(articles, measure, step.number(from) * length, length, steps));
    }

    private <T> T read(Function<Instant, T> question) {
        checkOpen();
        reading.lock();
        try {
            collect();
            return question.apply(clock.instant());
        } finally {
            reading.unlock();
        }
    }

    private DeltaKey next() {
        return book.outbox().next(epoch, node);
    }

    @Override
    public List<Delta> deltas() {
        checkOpen();
        if (keeper != null) {
            keeper.seal(this::next);
        }
        reading.lock();
        try {
            if (keeper == null) {
                collect();
                book.seal(next());
            }
            return book.outbox().sealed().stream()
                    .map(one -> Deltas.of(one, book))
                    .toList();
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void confirm(Delta delta) {
        DeltaKey origin = Deltas.origin(delta);
        change(() -> book.outbox().confirm(origin), () -> Records.confirmed(origin));
    }

    @Override
    public boolean merge(Delta delta) {
        if (delta.node().equals(node)) {
            return false;
        }
        Outbox.Sealed other = Deltas.of(delta, recorder::number, book.networks());
        int now = Book.minute(clock.instant().getEpochSecond());
        byte[] record = Records.merged(other);
        if (record.length > Records.LONGEST) {
            throw new IllegalArgumentException("a delta of " + record.length + " bytes is too long");
        }
        return change(() -> book.merge(other, now), () -> record);
    }

    /** Does something to the book; if it changes anything, the journal hears of it. */
    private boolean change(BooleanSupplier doing, Supplier<byte[]> record) {
        checkOpen();
        if (keeper != null) {
            keeper.checkWritable();
        }
        reading.lock();
        try {
            if (!doing.getAsBoolean()) {
                return false;
            }
            if (keeper != null) {
                keeper.pending().add(record.get());
            }
        } finally {
            reading.unlock();
        }
        if (keeper != null) {
            keeper.waiting(recorder.takes(), () -> {});
        }
        return true;
    }

    @Override
    public void flush() {
        checkOpen();
        if (keeper != null) {
            keeper.flush();
        }
    }

    @Override
    public Status status() {
        visits.expire(clock.instant().getEpochSecond());
        reading.lock();
        try {
            collect();
            return new Status(
                    book.names().size(),
                    book.total(Series.REPEATS),
                    book.total(Series.FLOODS),
                    recorder.refused(),
                    recorder.ahead(),
                    visits.size(),
                    keeper == null ? 0 : keeper.journal().length(),
                    keeper == null ? 0 : keeper.unflushed(),
                    keeper == null ? null : keeper.journal().syncedAt(),
                    keeper == null ? 0 : keeper.journal().cutBytes());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (keeper != null) {
                keeper.close();
            }
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the counters are closed");
        }
    }
}
