package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.counting.Keys;
import dev.byline.ranking.counting.Names;
import dev.byline.ranking.counting.Stripes;
import dev.byline.ranking.counting.Turnstile;
import dev.byline.ranking.counting.Turnstile.Lane;
import dev.byline.ranking.counting.Visits;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts events in stripes, by the rules of who counts, and waits for nobody who reads or writes files. Thread-safe. */
final class Recorder {
    static final int MOST_ARTICLES = 1_000_000;

    private static final int DAY = 86_400;
    private static final long AHEAD = EngagementStore.MOST_AHEAD.toSeconds();

    private final InstantSource clock;
    private final Book book;
    private final Turnstile turnstile;
    private final Stripes stripes;
    private final Turnstile.Count counting = new Counting(Series.VIEWS);
    private final LongAdder refused = new LongAdder();
    private final LongAdder ahead = new LongAdder();
    // The present second when it was last asked for; an older one of another thread does no harm.
    private volatile long latest = Long.MIN_VALUE / 2;
    // That of the policy that was used last.
    private Rules rules = Rules.of(CountingPolicy.defaults());

    /**
     * Counts what a book will hold.
     *
     * @param noting whether visits are written down
     */
    Recorder(InstantSource clock, Book book, Visits visits, boolean noting) {
        this.clock = clock;
        this.book = book;
        this.turnstile = new Turnstile(visits);
        this.stripes = new Stripes(Runtime.getRuntime().availableProcessors(), noting);
    }

    /** What a turnstile has to know of a policy. */
    private record Rules(
            CountingPolicy policy, Turnstile.Limits views, Turnstile.Limits visitors, Turnstile.Limits shares) {
        static Rules of(CountingPolicy policy) {
            int repeats = (int) policy.repeatSlot().toSeconds();
            int floods = (int) policy.floodSlot().toSeconds();
            return new Rules(
                    policy,
                    new Turnstile.Limits(repeats, floods, policy.floodLimit()),
                    new Turnstile.Limits(DAY, floods, policy.floodLimit()),
                    new Turnstile.Limits(0, floods, policy.floodLimit()));
        }
    }

    @SuppressWarnings("ReferenceEquality") // Another policy that is equal costs no more than the first.
    private Rules rules(CountingPolicy policy) {
        Rules known = rules;
        if (known.policy != policy) {
            known = Rules.of(policy);
            rules = known;
        }
        return known;
    }

    /** Adds to the stripe of the thread. */
    private final class Counting implements Turnstile.Count {
        private final int counted;

        /** Where views, or shares on one network, are counted. */
        Counting(int counted) {
            this.counted = counted;
        }

        @Override
        public void begin() {
            stripes.own().lock();
        }

        @Override
        public void add(Lane lane, Turnstile.Part part, int minute, int article, int amount) {
            if (lane != Lane.VISITORS) {
                int series = switch (part) {
                    case COUNTED -> counted;
                    case REPEATED -> Series.REPEATS;
                    case FLOODED -> Series.FLOODS;
                };
                stripes.own().add(minute, Keys.of(series, article), amount);
            } else if (part == Turnstile.Part.COUNTED) {
                stripes.own().add(minute, Keys.of(Series.VISITORS, article), amount);
            }
        }

        @Override
        public void note(Visits.Slot slot, long visit, int before) {
            stripes.own().note(slot, visit, before);
        }

        @Override
        public void noteBack(Visits.Slot slot, long visit) {
            stripes.own().noteBack(slot, visit);
        }

        @Override
        public void end() {
            stripes.own().unlock();
        }
    }

    /**
     * Counts an event.
     *
     * @param keeper who is told of it, and waited for where that is to be; what can't be written is taken back
     */
    Outcome record(Engagement event, CountingPolicy policy, @Nullable Keeper keeper) {
        Outcome refusal = refusal(event.at());
        int article = refusal == null ? number(event.article()) : Names.UNKNOWN;
        if (article == Names.UNKNOWN) {
            refused.increment();
            return refusal == null ? Outcome.TOO_MANY_ARTICLES : refusal;
        }
        boolean isKnown = !event.visitor().isEmpty() || !event.source().isEmpty();
        if (isKnown && event.kind() == Engagement.Kind.VIEW && event.reader() == Reader.PERSON) {
            return viewed(event, article, policy, keeper);
        }
        if (!event.source().isEmpty() && event.kind() == Engagement.Kind.SHARE && event.reader() == Reader.PERSON) {
            return shared(event, article, policy, keeper);
        }
        int minute = Book.minute(event.at().getEpochSecond());
        Outcome outcome = outcome(event.reader());
        int series = outcome == Outcome.COUNTED ? series(event) : Series.of(event.reader());
        int key = Keys.of(series, article);
        long takes = add(minute, key, event.weight());
        settle(keeper, takes, () -> add(minute, key, -event.weight()));
        return outcome;
    }

    private @Nullable Outcome refusal(Instant at) {
        long second = at.getEpochSecond();
        if (second > latest + AHEAD) {
            // The clock is not read for every event.
            latest = now();
        }
        if (second > latest + AHEAD) {
            ahead.increment();
            return Outcome.AHEAD;
        }
        return Book.canCount(at) ? null : Outcome.TOO_OLD;
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private Outcome viewed(Engagement event, int article, CountingPolicy policy, @Nullable Keeper keeper) {
        long second = event.at().getEpochSecond();
        long now = now();
        Rules rules = rules(policy);
        boolean isVisitor = policy.visitors() && !event.visitor().isEmpty();
        Turnstile.Part part;
        Passing views = new Passing(Lane.VIEWS, rules.views, article, event, second, now);
        Passing visitor = new Passing(Lane.VISITORS, rules.visitors, article, event, second, now);
        if (keeper != null && keeper.isWaitedFor()) {
            part = passed(keeper, isVisitor ? List.of(views, visitor) : List.of(views), counting);
        } else {
            part = isVisitor ? both(views, visitor) : views.through(turnstile, counting);
            settle(keeper, stripes.takes(), () -> {});
        }
        return outcome(part);
    }

    /** Shares on one network are told from those on another, so that what falls out is of the same. */
    private Outcome shared(Engagement event, int article, CountingPolicy policy, @Nullable Keeper keeper) {
        int series = series(event);
        Passing share = new Passing(
                Lane.SHARES, rules(policy).shares, article, event, event.at().getEpochSecond(), now());
        Turnstile.Count shares = new Counting(series);
        if (keeper != null && keeper.isWaitedFor()) {
            return outcome(passed(keeper, List.of(share), shares));
        }
        Turnstile.Part part = share.through(turnstile, shares);
        settle(keeper, stripes.takes(), () -> {});
        return outcome(part);
    }

    private static Outcome outcome(Turnstile.Part part) {
        return switch (part) {
            case COUNTED -> Outcome.COUNTED;
            case REPEATED -> Outcome.REPEAT;
            case FLOODED -> Outcome.FLOOD;
        };
    }

    /** A view that may have to be taken back. */
    private record Passing(Lane lane, Turnstile.Limits limits, int article, Engagement event, long second, long now) {
        Turnstile.Part through(Turnstile turnstile, Turnstile.Count count) {
            return turnstile.pass(lane, limits, article, source(), event.visitor(), second, now, count);
        }

        private String source() {
            return lane == Lane.SHARES ? event.network() + " " + event.source() : event.source();
        }

        Turnstile.Taken by(Turnstile turnstile, Turnstile.Count count) {
            return turnstile.passForNow(lane, limits, article, source(), event.visitor(), second, now, count);
        }
    }

    private Turnstile.Part both(Passing views, Passing visitor) {
        stripes.enter();
        try {
            Turnstile.Part part = views.through(turnstile, counting);
            visitor.through(turnstile, counting);
            return part;
        } finally {
            stripes.leave();
        }
    }

    private Turnstile.Part passed(Keeper waitedFor, List<Passing> all, Turnstile.Count counting) {
        List<Turnstile.Taken> taken;
        long takes = stripes.enter();
        try {
            taken = all.stream().map(one -> one.by(turnstile, counting)).toList();
        } finally {
            stripes.leave();
        }
        settle(waitedFor, takes, () -> taken.forEach(one -> one.back(counting)));
        List<Turnstile.Part> parts = taken.stream().map(Turnstile.Taken::stay).toList();
        return parts.get(0);
    }

    /**
     * Tells that something was counted.
     *
     * @param takes how often stripes had been taken when it was
     * @param back takes it back if it can't be written
     */
    private static void settle(@Nullable Keeper keeper, long takes, Runnable back) {
        if (keeper == null) {
            return;
        }
        try {
            keeper.waiting(takes, back);
        } catch (RankingException failure) {
            throw new RankingException(failure.getMessage() + "; the event does not count", failure);
        }
    }

    /** Returns how often stripes had been taken. */
    private long add(int minute, int key, long amount) {
        Stripes.Stripe stripe = stripes.own();
        stripe.lock();
        try {
            stripe.add(minute, key, amount);
            return stripes.takes();
        } finally {
            stripe.unlock();
        }
    }

    private static Outcome outcome(Reader reader) {
        return switch (reader) {
            case PERSON -> Outcome.COUNTED;
            case BOT -> Outcome.BOT;
            case PREFETCH -> Outcome.PREFETCH;
            case EDITOR -> Outcome.EDITOR;
        };
    }

    private int series(Engagement event) {
        return switch (event.kind()) {
            case VIEW -> Series.VIEWS;
            case COMMENT -> Series.COMMENTS;
            case REACTION -> Series.REACTIONS;
            case SHARE -> book.networks().series(event.network());
        };
    }

    /** The number of an article, new if there is room for another; {@link Names#UNKNOWN} if not. */
    int number(ArticleId id) {
        int number = book.names().find(id.value());
        if (number == Names.UNKNOWN && book.names().size() < MOST_ARTICLES) {
            return book.names().add(id.value());
        }
        return number;
    }

    /** Whether it is time to {@link #take}. */
    boolean isFull() {
        return stripes.full();
    }

    /** What was counted since the last time. */
    Stripes.Taken take() {
        return stripes.take();
    }

    /** Returns when nothing more is counted. */
    void close() {
        stripes.close();
    }

    /** How often what was counted was taken; what is counted from now on is taken later. */
    long takes() {
        return stripes.takes();
    }

    /** How many events were refused. */
    long refused() {
        return refused.sum();
    }

    /** How many of these were ahead of the clock. */
    long ahead() {
        return ahead.sum();
    }
}
