package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How engagement is counted and popular posts are listed. {@link #defaults()}: by views, halved every eight hours, one
 * visitor's views of an article counting once in half an hour, short lists filled.
 *
 * @param order what a list is ordered by
 * @param repeatSlot within which further views of an article by the same visitor do not count: whole seconds, up to a
 *     day; zero lets every view count. Slots are aligned: those of half an hour begin on the hour and half past in UTC
 * @param backfill whether a short list is filled: from wider windows, then with the newest
 */
@JsonPropertyOrder({"order", "repeatSlot", "backfill"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularPolicy(
        Order order,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration repeatSlot,
        boolean backfill) {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final PopularPolicy DEFAULTS =
            new PopularPolicy(new Order.Decayed(Measure.VIEWS, Order.Decayed.USUAL), HALF_AN_HOUR, true);

    /** Checks the slot. */
    public PopularPolicy {
        Objects.requireNonNull(order, "order");
        checkSlot(repeatSlot);
    }

    /**
     * What is read now: by views, each halved every eight hours; repeats within half an hour left out, short lists filled.
     *
     * <p>On a log of real traffic, half-lives from six hours to two days told about equally well what is read most in the next
     * hour: eight hours were not told apart from the best, neither of pages alone nor of all requests.
     */
    public static PopularPolicy defaults() {
        return DEFAULTS;
    }

    /** By plain views in the window; all else as in {@link #defaults()}. */
    public static PopularPolicy mostRead() {
        return DEFAULTS.order(new Order.Most(Measure.VIEWS));
    }

    /** By how far views rise above an article's own past; all else as in {@link #defaults()}. */
    public static PopularPolicy trending() {
        return DEFAULTS.order(
                new Order.Trending(Measure.VIEWS, Order.Trending.USUAL_THRESHOLD, Order.Trending.USUAL_HALF_LIFE));
    }

    /** As the JNews theme lists its popular posts: by plain views, of which every one counts, short lists left short. */
    public static PopularPolicy jnews() {
        return new PopularPolicy(new Order.Most(Measure.VIEWS), Duration.ZERO, false);
    }

    /**
     * As WordPress Popular Posts orders by its average: by views a day, of which every one counts, short lists left short.
     *
     * @param zone the site's
     */
    public static PopularPolicy wordPress(ZoneId zone) {
        return new PopularPolicy(new Order.Average(Measure.VIEWS, zone), Duration.ZERO, false);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static PopularPolicy fromJson(
            @JsonProperty("order") @Nullable Order order,
            @JsonProperty("repeatSlot") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration repeatSlot,
            @JsonProperty("backfill") @Nullable Boolean backfill) {
        return new PopularPolicy(
                order == null ? DEFAULTS.order : order,
                repeatSlot == null ? DEFAULTS.repeatSlot : repeatSlot,
                backfill == null ? DEFAULTS.backfill : backfill);
    }

    /** Ordered by this. */
    public PopularPolicy order(Order order) {
        return new PopularPolicy(order, repeatSlot, backfill);
    }

    /** With repeats left out within slots of this length; zero lets every view count. */
    public PopularPolicy repeatSlot(Duration repeatSlot) {
        return new PopularPolicy(order, repeatSlot, backfill);
    }

    /** With short lists filled, or left short. */
    public PopularPolicy backfill(boolean backfill) {
        return new PopularPolicy(order, repeatSlot, backfill);
    }

    static void checkSlot(Duration slot) {
        if (slot.isNegative()
                || slot.compareTo(Duration.ofDays(1)) > 0
                || !slot.equals(Duration.ofSeconds(slot.toSeconds()))) {
            throw new IllegalArgumentException("a repeat slot is whole seconds up to a day, not " + slot);
        }
    }
}
