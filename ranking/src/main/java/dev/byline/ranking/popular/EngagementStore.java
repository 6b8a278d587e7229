package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
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
 * <p>A view with a visitor counts once per article, visitor and slot. Repeats are known by a hash under a random key of
 * that slot, which is forgotten one slot after the slot's end or, for views that come later than that, one slot after
 * the first of them; a repeat that comes later still counts again. So does one when four million visits or 4,096 slots
 * are remembered at once: the slot that would be forgotten first then goes early.
 */
public interface EngagementStore extends AutoCloseable {
    /** What became of an event. */
    enum Outcome {
        /** It counts. */
        COUNTED,

        /** It does not count, for the visitor had seen the article in the same slot. */
        REPEAT,

        /** It can't be counted: its instant is not between 1970 and 4000, or there are too many articles. */
        REFUSED
    }

    /**
     * How the store is.
     *
     * @param articles how many articles have been counted or have an opening balance
     * @param repeats how many views were repeats, of all time
     * @param refused how many events were refused since the store was opened
     * @param visits how many visits are remembered at the moment, to know repeats by
     * @param journalBytes the length of the journal; 0 where there is none
     * @param unflushed how many events would be lost if the machine lost power now; 0 where nothing outlives the process
     * @param flushedAt when the disk last confirmed everything, or null if it has not since the store was opened
     * @param cutBytes how many bytes of a torn journal were cut off when the store was opened
     */
    @JsonPropertyOrder({"articles", "repeats", "refused", "visits", "journalBytes", "unflushed", "flushedAt", "cutBytes"
    })
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Status(
            long articles,
            long repeats,
            long refused,
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
     * A store that keeps its counts in a folder, in a journal that is checksummed record by record and folded into a
     * snapshot as it grows.
     *
     * <p>When {@link #record} returns, the event has been handed to the operating system, so the death of this process
     * loses nothing and counts nothing twice. The disk confirms with {@link #flush} and {@link #close}, and within
     * {@code record} when ten thousand events wait or a second has passed since the last time; so a loss of power loses
     * what came since then. No thread does so by itself: after the last event before a pause, call {@code flush}.
     *
     * <p>Neither journal nor snapshot holds anything of a visitor. The hashes that repeats are known by are in a file of
     * their own, {@code visitors}, which only its owner may read, and go when their slot has passed and the next event,
     * flush, opening or closing comes. The disk holds at most two snapshots and 16 MiB or a snapshot's length of
     * journal. Memory takes about half a kilobyte for an article, as much for each network that it was shared on, and
     * 12 bytes for each minute of the last eight days, each hour of the last 91 and each day in which either happened;
     * and 24 for each visit that is remembered.
     *
     * @param folder made if it is missing; for one store at a time
     * @throws RankingException if another store has the folder open, here or in another process, or it can't be read
     */
    static EngagementStore open(Path folder, InstantSource clock) {
        return EmbeddedEngagementStore.open(folder, clock);
    }

    /**
     * Counts an event.
     *
     * @param repeatSlot the length of the slots within which a visitor's further views of an article do not count: whole
     *     seconds up to a day, or zero to count every view; keep to one length
     * @throws RankingException if it can't be written; then it does not count, what was counted before is safe, and
     *     trying again is right
     */
    Outcome record(Engagement event, Duration repeatSlot);

    /**
     * States what an article had been counted before it came here, which adds to all time and to no other window.
     *
     * <p>Replaces the article's earlier balance, so importing twice changes nothing; one that is dated before the balance
     * that is there is passed over.
     *
     * @param at the instant up to which it was counted, between 1970 and 4000
     * @param views 0 or more
     * @param shares by network, each 0 or more
     * @throws RankingException as {@link #record}
     */
    void balance(ArticleId article, Instant at, long views, Map<String, Long> shares);

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
