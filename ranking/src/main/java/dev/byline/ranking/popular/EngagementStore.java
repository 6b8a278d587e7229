package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The seam to whatever counts engagement. Thread-safe; an implementation passes the contract test that comes in the
 * test-jar.
 *
 * <p>What is counted is the sum of its events, in whatever order they come. Windows that begin within eight days before
 * the newest event are exact to the minute, those that begin within ninety days to the hour, older ones to the UTC day:
 * such a window begins with the hour or the day in which its first instant lies.
 *
 * <p>A view with a visitor counts once per article, visitor and slot, in the minute of the earliest that was told; the others
 * are counted apart. Where it came from a source of which the policy lets only so many count, those are the earliest, whenever they
 * are told, each in its minute; the others are counted apart. Repeats and sources are known by a hash under a random key of that
 * slot, which is forgotten one slot, at most an hour, after the slot's end or, for views that come later than that, after the first
 * of them; what comes later still counts again. So does what comes when four million visits, four million views from sources or
 * 4,096 slots are remembered at once: the slot that would be forgotten first then goes early.
 *
 * <p>An event that lies more than five minutes ahead of the clock is refused: it comes from a clock that is wrong or from somebody
 * who wants to be on top for long.
 *
 * <p>Comments, reactions and shares count each time. What a program, a browser ahead of its reader or somebody of the house does
 * is counted apart ({@link Apart}), whatever it is.
 */
public interface EngagementStore extends AutoCloseable {
    /** The most steps of a {@link #timeline}. */
    int MOST_STEPS = 5000;

    /** What became of an event. */
    enum Outcome {
        /** It counts. */
        COUNTED,

        /** It is counted apart, or a later one in its place, for the visitor had seen the article in the same slot. */
        REPEAT,

        /** It is counted apart, for a program did it. */
        BOT,

        /** It is counted apart, for a browser was ahead of its reader. */
        PREFETCH,

        /** It is counted apart, for somebody of the house did it. */
        EDITOR,

        /** It is counted apart, or a later one in its place, for enough views, or shares on its network, from its source came earlier in the slot. */
        FLOOD,

        /** It is not counted: it lies more than five minutes ahead of the clock. */
        AHEAD,

        /** It is not counted: it lies before 1970. */
        TOO_OLD,

        /** It is not counted: a million articles are known, and its own is not one of them. */
        TOO_MANY_ARTICLES,

        /** It is not counted: its article is none of the site's ({@link PopularArticles#knowing}). */
        UNKNOWN_ARTICLE;

        /** Whether nothing was counted, not even apart. */
        public boolean refused() {
            return compareTo(AHEAD) >= 0;
        }
    }

    /**
     * How far an event may be ahead of the clock, for clocks differ a little. A window has it when its minute has come, an order
     * that goes by hours at once.
     */
    Duration MOST_AHEAD = Duration.ofMinutes(5);

    /**
     * How the store is.
     *
     * @param articles how many articles have been counted or have an opening balance
     * @param repeats how many views were repeats, of all time
     * @param floods how many were too many from one source, of all time
     * @param refused how many events were refused since the store was opened
     * @param ahead how many of these lay ahead of the clock
     * @param visits how many visits are remembered at the moment, to know repeats by
     * @param journalBytes the length of the journal; 0 where there is none
     * @param unflushed how many events would be lost if the process died now; 0 where nothing outlives the process
     * @param flushedAt when the disk last confirmed what was counted, or null if it has not since the store was opened
     * @param cutBytes how many bytes of a torn journal were cut off when the store was opened, which the file {@code torn} has; if
     *     records lay behind them, which a failing disk makes and no torn end, they are in {@code damaged-1} to {@code damaged-8}
     */
    @JsonPropertyOrder({
        "articles",
        "repeats",
        "floods",
        "refused",
        "ahead",
        "visits",
        "journalBytes",
        "unflushed",
        "flushedAt",
        "cutBytes"
    })
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Status(
            long articles,
            long repeats,
            long floods,
            long refused,
            long ahead,
            long visits,
            long journalBytes,
            long unflushed,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant flushedAt,

            long cutBytes) {}

    /** A store that forgets everything with the process. */
    static EngagementStore inMemory(InstantSource clock) {
        return EmbeddedEngagementStore.inMemory(clock);
    }

    /**
     * A store that keeps its counts in a folder and brings them to disk within a tenth of a second, by a thread of its own: see
     * {@link #open(Path, InstantSource, Duration)}.
     *
     * @throws RankingException if another store has the folder open, here or in another process, or it can't be read
     */
    static EngagementStore open(Path folder, InstantSource clock) {
        return EmbeddedEngagementStore.open(folder, clock, Disk.local(), Journal.Limits.USUAL);
    }

    /**
     * A store that keeps its counts in a folder, in a journal of what was counted since the last time, checksummed, which is
     * folded into a snapshot as it grows.
     *
     * <p>Nothing that the disk has confirmed is lost or counted twice, whether a process dies or a machine; {@link #flush} and
     * {@link #close} return when that is everything. {@link #record} waits for no disk; beside {@code close} it counts the event
     * or throws {@link IllegalStateException}, and never both. If the disk can't be written, what was
     * recorded stays in memory and is tried again, and {@code record} refuses more until it succeeds.
     *
     * <p>Neither journal nor snapshot holds anything of a visitor. The hashes that repeats are known by are in a file of
     * their own, {@code visitors}, which only its owner may read, and go when their slot has passed and anything is written
     * next.
     *
     * <p>A snapshot takes two to four bytes for each article and day in which it is read, for ever, and as many for each hour of
     * ninety-one days and each minute of eight in which it is. The disk holds one, another while that is written, at most two
     * older ones that are still read, and 16 MiB or a snapshot's length of journal. Counts are read where they lie in a mapped
     * snapshot, so that heap takes only some hundred bytes for each article, some twenty for each that was read in a window
     * that is asked about, at most about 8 MiB of what came since, and 8 to 24 bytes for each visit that is remembered. The files
     * of an open folder must not be cut by anybody else, which could end the process.
     *
     * @param folder made if it is missing; for one store at a time
     * @param interval the longest that an event waits to be written, beside the time that the disk takes to confirm what came
     *     before; zero if {@code record} is to return only when the disk has it, for all that wait at once
     * @throws RankingException if another store has the folder open, here or in another process, or it can't be read
     */
    static EngagementStore open(Path folder, InstantSource clock, Duration interval) {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("an interval is not " + interval + " long");
        }
        return EmbeddedEngagementStore.open(folder, clock, Disk.local(), Journal.Limits.USUAL.interval(interval));
    }

    /**
     * Reads what a folder of counters holds, replays its journal and compares what is kept of each time in two ways; changes
     * nothing.
     *
     * @throws RankingException if a store has the folder open, here or in another process, or there are no counters in it
     */
    static CountersCheck check(Path folder, InstantSource clock) {
        return CountersCheck.of(folder, clock.instant());
    }

    /**
     * Counts an event.
     *
     * @param policy which events count; keep to one
     * @throws RankingException if the disk can't be written, with this event or since an earlier one; then it does not count,
     *     also not for whoever opens the folder after the process has died, unless the disk refuses to shorten a file too; nothing
     *     that was counted before is forgotten, and trying again is right
     */
    Outcome record(Engagement event, CountingPolicy policy);

    /**
     * States what an article had been counted before it came here, which adds to all time and to no other window.
     *
     * <p>Replaces the article's earlier balance, so importing twice changes nothing; one that is dated before the balance
     * that is there is passed over.
     *
     * @param at the instant up to which it was counted, between 1970 and 4000
     * @param counts the networks of shares are brought into their form
     * @throws RankingException as {@link #record}
     */
    void balance(ArticleId article, Instant at, Counts counts);

    /**
     * The articles with the greatest numbers in a window, as it is looked at at an instant; those with none are left
     * out.
     *
     * @param most how many at the most, at least 1
     * @return an unmodifiable map, greatest number first and then by id
     */
    Map<ArticleId, Tally> most(Measure by, Window window, Instant at, int most);

    /** What a window holds of these articles; {@link Tally#NONE} for those that were never counted. */
    Map<ArticleId, Tally> tallies(Collection<ArticleId> articles, Window window, Instant at);

    /** A length of time by which {@link #timeline} counts, aligned in UTC. */
    enum Step {
        /** Whole minutes. */
        MINUTE(Duration.ofMinutes(1)),

        /** Whole hours. */
        HOUR(Duration.ofHours(1)),

        /** Days of UTC. */
        DAY(Duration.ofDays(1));

        private final Duration length;

        Step(Duration length) {
            this.length = length;
        }

        /** How long it is. */
        public Duration length() {
            return length;
        }

        /** The number of the step in which an instant lies, 0 for the first of 1970. */
        long number(Instant at) {
            return Math.floorDiv(Days.within(at).getEpochSecond(), length.toSeconds());
        }

        /** The instant at which the step of this number begins. */
        Instant beginning(long number) {
            return Instant.ofEpochSecond(number * length.toSeconds());
        }
    }

    /**
     * What was counted of each of these articles, step by step, without opening balances.
     *
     * <p>Hours older than ninety days and minutes older than eight hold what the windows of their length do.
     *
     * @param from lies in the first step
     * @param steps how many, 1 to {@value #MOST_STEPS}
     * @return in the order asked for; an array of so many numbers, oldest first, for each, zeros for those that were never
     *     counted
     */
    default Map<ArticleId, long[]> timeline(
            Collection<ArticleId> articles, Measure measure, Instant from, Step step, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("a timeline has 1 to " + MOST_STEPS + " steps, not " + steps);
        }
        Map<ArticleId, long[]> timeline = new LinkedHashMap<>();
        articles.forEach(id -> timeline.put(id, new long[steps]));
        long first = step.number(from);
        for (int i = 0; i < steps; i++) {
            Instant begin = step.beginning(first + i);
            int here = i;
            tallies(timeline.keySet(), Window.between(begin, begin.plus(step.length())), begin)
                    .forEach((id, tally) -> timeline.computeIfAbsent(id, any -> new long[steps])[here] =
                            tally.counted().by(measure));
        }
        return Collections.unmodifiableMap(timeline);
    }

    /**
     * Returns when the disk has everything.
     *
     * @throws RankingException if it can't be written
     */
    void flush();

    /** How the store is now. */
    Status status();

    /** Flushes and lets go of the folder; closing twice changes nothing. */
    @Override
    void close();
}
