package dev.byline.search.lucene;

import dev.byline.article.Changes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit of the index notes beside the articles.
 *
 * @param cursor how far the index has followed the store
 * @param round how often it has begun anew from the store
 * @param swept the last round that came to its end, whereupon what the store did not tell of was deleted; less than the
 *     round while one is under way, so that a crash in between is made good by the next that follows the store
 * @param model the number of the model of texts by which the portraits are drawn
 * @param committedAt when
 */
record CommitNote(String cursor, long round, long swept, long model, Instant committedAt) {
    static final String FORMAT = "byline.format";

    /** Goes up with every change to what the index holds: the fields, their analysis, the notes. */
    static final String CURRENT = "4";

    private static final String CURSOR = "byline.cursor";
    private static final String ROUND = "byline.round";
    private static final String SWEPT = "byline.swept";
    private static final String MODEL = "byline.model";
    private static final String COMMITTED_AT = "byline.committedAt";

    static CommitNote fresh(Instant now) {
        return new CommitNote(Changes.START, 0, 0, 0, now);
    }

    /** Reads what {@link #write()} wrote; empty if it is of another format. */
    static Optional<CommitNote> read(Map<String, String> data) {
        try {
            return CURRENT.equals(data.get(FORMAT))
                    ? Optional.of(new CommitNote(
                            data.getOrDefault(CURSOR, Changes.START),
                            Long.parseLong(data.getOrDefault(ROUND, "")),
                            Long.parseLong(data.getOrDefault(SWEPT, "")),
                            Long.parseLong(data.getOrDefault(MODEL, "")),
                            Instant.parse(data.getOrDefault(COMMITTED_AT, ""))))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    Map<String, String> write() {
        return Map.of(
                FORMAT, CURRENT,
                CURSOR, cursor,
                ROUND, Long.toString(round),
                SWEPT, Long.toString(swept),
                MODEL, Long.toString(model),
                COMMITTED_AT, committedAt.toString());
    }

    CommitNote at(Instant now) {
        return new CommitNote(cursor, round, swept, model, now);
    }

    /** A new round from the start of the store. */
    CommitNote anew() {
        return new CommitNote(Changes.START, round + 1, swept, model, committedAt);
    }

    CommitNote upTo(String cursor) {
        return new CommitNote(cursor, round, swept, model, committedAt);
    }

    CommitNote complete() {
        return new CommitNote(cursor, round, round, model, committedAt);
    }

    /** With portraits by another model. */
    CommitNote drawnBy(long model) {
        return new CommitNote(cursor, round, swept, model, committedAt);
    }

    /** Whether a round has begun that is not at its end. */
    boolean unswept() {
        return swept < round;
    }
}
