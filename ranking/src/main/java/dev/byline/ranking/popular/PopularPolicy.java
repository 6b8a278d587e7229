package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How engagement is counted and popular posts are listed. {@link #defaults()}: by views, one visitor's views of an
 * article counting once in half an hour, short lists filled.
 *
 * @param by what a list is ordered by
 * @param repeatSlot within which further views of an article by the same visitor do not count: whole seconds, up to a
 *     day; zero lets every view count. Slots are aligned: those of half an hour begin on the hour and half past in UTC
 * @param backfill whether a short list is filled with what was read most of all time, then with the newest
 */
@JsonPropertyOrder({"by", "repeatSlot", "backfill"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularPolicy(
        Measure by,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration repeatSlot,
        boolean backfill) {
    private static final PopularPolicy DEFAULTS = new PopularPolicy(Measure.VIEWS, Duration.ofMinutes(30), true);

    /** Checks the slot. */
    public PopularPolicy {
        Objects.requireNonNull(by, "by");
        checkSlot(repeatSlot);
    }

    /** By views, a visitor's repeats within half an hour left out, short lists filled. */
    public static PopularPolicy defaults() {
        return DEFAULTS;
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static PopularPolicy fromJson(
            @JsonProperty("by") @Nullable Measure by,
            @JsonProperty("repeatSlot") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration repeatSlot,
            @JsonProperty("backfill") @Nullable Boolean backfill) {
        return new PopularPolicy(
                by == null ? DEFAULTS.by : by,
                repeatSlot == null ? DEFAULTS.repeatSlot : repeatSlot,
                backfill == null ? DEFAULTS.backfill : backfill);
    }

    /** Ordered by this. */
    public PopularPolicy by(Measure by) {
        return new PopularPolicy(by, repeatSlot, backfill);
    }

    /** With repeats left out within slots of this length; zero lets every view count. */
    public PopularPolicy repeatSlot(Duration repeatSlot) {
        return new PopularPolicy(by, repeatSlot, backfill);
    }

    /** With short lists filled, or left short. */
    public PopularPolicy backfill(boolean backfill) {
        return new PopularPolicy(by, repeatSlot, backfill);
    }

    static void checkSlot(Duration slot) {
        if (slot.isNegative()
                || slot.compareTo(Duration.ofDays(1)) > 0
                || !slot.equals(Duration.ofSeconds(slot.toSeconds()))) {
            throw new IllegalArgumentException("a repeat slot is whole seconds up to a day, not " + slot);
        }
    }
}
