package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.ranking.counting.Keys;
import dev.byline.ranking.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of counters holds, and whether it is whole and agrees with itself: {@link EngagementStore#check}.
 *
 * @param articles how many articles have been counted or have an opening balance
 * @param snapshotBytes the length of the snapshot; 0 if there is none
 * @param journalBytes the length of the journal, without its torn end
 * @param records how many whole records the journal has
 * @param tornBytes how long its torn end is, which a killed process leaves and the next opening cuts off; no fault
 * @param newest the minute of the newest event, or null without any
 * @param damage what can't be read, or null; then nothing else is known
 * @param differences where what is kept of one time in two ways is not the same, the first {@value #SHOWN}
 * @param differing how many such there are
 */
@JsonPropertyOrder({
    "sound",
    "articles",
    "snapshotBytes",
    "journalBytes",
    "records",
    "tornBytes",
    "newest",
    "damage",
    "differences",
    "differing"
})
public record CountersCheck(
        long articles,
        long snapshotBytes,
        long journalBytes,
        long records,
        long tornBytes,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant newest,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String damage,
        List<Difference> differences,
        long differing) {
    /** How many differences are told at the most. */
    public static final int SHOWN = 20;

    private static final int HOUR = 60;
    private static final int MINUTE = 60;

    /** Of what time the sums are. */
    public enum Level {
        /** All time, and the sum of its days. */
        @JsonProperty("all")
        ALL,

        /** A UTC day, and the sum of its hours. */
        @JsonProperty("day")
        DAY,

        /** An hour, and the sum of its minutes. */
        @JsonProperty("hour")
        HOUR
    }

    /**
     * Where what is kept of one time is not the sum of what is kept of its parts.
     *
     * @param article its id, or its number where it has none
     * @param counted what was counted of it, such as {@code views} or {@code shares/facebook}
     * @param from when the time begins
     * @param kept the number that is kept of it
     * @param sum that of its parts
     */
    @JsonPropertyOrder({"level", "article", "counted", "from", "kept", "sum"})
    public record Difference(
            Level level,
            String article,
            String counted,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,
            long kept,
            long sum) {}

    /** The differences are copied. */
    public CountersCheck {
        differences = List.copyOf(differences);
    }

    /** Whether nothing is damaged and nothing differs. */
    @JsonProperty
    public boolean sound() {
        return damage == null && differing == 0;
    }

    static CountersCheck of(Path folder, Instant now) {
        Book book = Book.empty();
        Journal.Found found;
        List<Difference> differences = new ArrayList<>();
        long[] differing = {0};
        try {
            found = Journal.read(folder, book.contents(now));
            book.ledger().compare((key, minute, length, kept, sum) -> {
                if (differing[0]++ < SHOWN) {
                    differences.add(difference(book, key, minute, length, kept, sum));
                }
            });
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return new CountersCheck(0, 0, 0, 0, 0, null, damage(damaged), List.of(), 0);
        }
        int newest = book.ledger().newest();
        return new CountersCheck(
                book.names().size(),
                found.snapshotBytes(),
                found.journalBytes(),
                found.records(),
                found.tornBytes(),
                newest == 0 ? null : Instant.ofEpochSecond((long) MINUTE * newest),
                null,
                differences,
                differing[0]);
    }

    private static String damage(Exception damaged) {
        Throwable cause = damaged.getCause();
        return damaged.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private static Difference difference(Book book, int key, int minute, int length, long kept, long sum) {
        int article = Keys.article(key);
        return new Difference(
                length == 0 ? Level.ALL : length == HOUR ? Level.HOUR : Level.DAY,
                article < book.names().size() ? book.names().get(article) : "number " + article,
                Series.name(Keys.series(key), book.networks()),
                Instant.ofEpochSecond((long) MINUTE * minute),
                kept,
                sum);
    }
}
