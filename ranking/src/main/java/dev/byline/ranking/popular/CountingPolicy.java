package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which events count. {@link #defaults()}: of a visitor's views of an article one in half an hour, of those from one source twenty
 * in a day; visitors are not counted.
 *
 * <p>Slots are aligned: those of half an hour begin on the hour and half past in UTC, those of a day at midnight in UTC. Keep to
 * one policy for one store: under another slot, what was seen counts again.
 *
 * @param repeatSlot within which further views of an article by the same visitor do not count: whole seconds, up to a day; zero
 *     lets every view count
 * @param floodLimit how many views of an article from one source count in a slot, 0 to {@value #MOST_FROM_ONE}, the earliest;
 *     0 lets every one count. Which slot it is, the beginning of the visitor's slot says. As many of its shares count on each
 *     network
 * @param floodSlot how long that slot is: whole seconds, from one up to a day
 * @param visitors whether visitors are counted too, each once per article and UTC day; under the same limit for one source. It
 *     takes 8 to 24 bytes of memory for each until the day is over
 */
@JsonPropertyOrder({"repeatSlot", "floodLimit", "floodSlot", "visitors"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record CountingPolicy(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration repeatSlot,
        int floodLimit,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration floodSlot,
        boolean visitors) {
    /** The greatest limit for views from one source. */
    public static final int MOST_FROM_ONE = 1000;

    private static final Duration DAY = Duration.ofDays(1);
    private static final CountingPolicy DEFAULTS = new CountingPolicy(Duration.ofMinutes(30), 20, DAY, false);
    private static final CountingPolicy EVERYTHING = new CountingPolicy(Duration.ZERO, 0, DAY, false);

    /** Checks limit and slots. */
    public CountingPolicy {
        if (!isWhole(repeatSlot) || repeatSlot.isNegative()) {
            throw new IllegalArgumentException("a repeat slot is whole seconds up to a day, not " + repeatSlot);
        }
        if (!isWhole(floodSlot) || floodSlot.isNegative() || floodSlot.isZero()) {
            throw new IllegalArgumentException("a flood slot is a second or more up to a day, not " + floodSlot);
        }
        if (floodLimit < 0 || floodLimit > MOST_FROM_ONE) {
            throw new IllegalArgumentException("a flood limit is 0 to " + MOST_FROM_ONE + ", not " + floodLimit);
        }
    }

    private static boolean isWhole(Duration slot) {
        return slot.compareTo(DAY) <= 0 && slot.equals(Duration.ofSeconds(slot.toSeconds()));
    }

    /**
     * Repeats within half an hour left out, and more than twenty views of an article from one source in a day.
     *
     * <p>A flood of twenty does not reach the tenth place of a small site, which is read sixty times a day; on a log of real
     * traffic the limit took one view of people in 400. On a large site, where very many readers share the networks of few
     * carriers, it takes more than one in twenty: a third of what the tenth place is read in a day is a limit that is as safe there,
     * see {@link #floodLimit(int)}.
     */
    public static CountingPolicy defaults() {
        return DEFAULTS;
    }

    /** Every view counts, whoever sends it; visitors are not counted. */
    public static CountingPolicy everything() {
        return EVERYTHING;
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static CountingPolicy fromJson(
            @JsonProperty("repeatSlot") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration repeatSlot,
            @JsonProperty("floodLimit") @Nullable Integer floodLimit,
            @JsonProperty("floodSlot") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration floodSlot,
            @JsonProperty("visitors") @Nullable Boolean visitors) {
        return new CountingPolicy(
                repeatSlot == null ? DEFAULTS.repeatSlot : repeatSlot,
                floodLimit == null ? DEFAULTS.floodLimit : floodLimit,
                floodSlot == null ? DEFAULTS.floodSlot : floodSlot,
                visitors == null ? DEFAULTS.visitors : visitors);
    }

    /** With repeats left out within slots of this length; zero lets every view count. */
    public CountingPolicy repeatSlot(Duration repeatSlot) {
        return new CountingPolicy(repeatSlot, floodLimit, floodSlot, visitors);
    }

    /** With so many views of an article, and shares on one network, counted from one source in a slot; 0 lets every one count. */
    public CountingPolicy floodLimit(int floodLimit) {
        return new CountingPolicy(repeatSlot, floodLimit, floodSlot, visitors);
    }

    /** With that slot of this length. */
    public CountingPolicy floodSlot(Duration floodSlot) {
        return new CountingPolicy(repeatSlot, floodLimit, floodSlot, visitors);
    }

    /** With visitors counted or not. */
    public CountingPolicy visitors(boolean visitors) {
        return new CountingPolicy(repeatSlot, floodLimit, floodSlot, visitors);
    }
}
