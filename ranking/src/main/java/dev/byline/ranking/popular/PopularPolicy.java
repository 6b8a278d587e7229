package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How engagement is counted and popular posts are listed. {@link #defaults()}: counted as by {@link CountingPolicy#defaults()},
 * ordered by views, halved every six hours, short lists filled.
 *
 * @param order what a list is ordered by
 * @param counting which events count
 * @param backfill whether a short list is filled: from wider windows, then with the newest
 */
@JsonPropertyOrder({"order", "counting", "backfill"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularPolicy(Order order, CountingPolicy counting, boolean backfill) {
    private static final PopularPolicy DEFAULTS =
            new PopularPolicy(new Order.Decayed(Measure.VIEWS, Order.Decayed.USUAL), CountingPolicy.defaults(), true);

    /** Checks that nothing is missing. */
    public PopularPolicy {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(counting, "counting");
    }

    /**
     * What is read now: by views, each halved every six hours; repeats and floods left out, short lists filled.
     *
     * <p>Of the ten posts that are read most in the next hour, six hours name as many as the best half-life on all requests of a
     * real log, and .07 fewer on its pages alone. On made-up news traffic shorter ones name up to one more, but change more from hour
     * to hour.
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
        return new PopularPolicy(new Order.Most(Measure.VIEWS), CountingPolicy.everything(), false);
    }

    /**
     * As WordPress Popular Posts orders by its average: by views a day, of which every one counts, short lists left short.
     *
     * @param zone the site's
     */
    public static PopularPolicy wordPress(ZoneId zone) {
        return new PopularPolicy(new Order.Average(Measure.VIEWS, zone), CountingPolicy.everything(), false);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static PopularPolicy fromJson(
            @JsonProperty("order") @Nullable Order order,
            @JsonProperty("counting") @Nullable CountingPolicy counting,
            @JsonProperty("backfill") @Nullable Boolean backfill) {
        return new PopularPolicy(
                order == null ? DEFAULTS.order : order,
                counting == null ? DEFAULTS.counting : counting,
                backfill == null ? DEFAULTS.backfill : backfill);
    }

    /** Ordered by this. */
    public PopularPolicy order(Order order) {
        return new PopularPolicy(order, counting, backfill);
    }

    /** Counted so. */
    public PopularPolicy counting(CountingPolicy counting) {
        return new PopularPolicy(order, counting, backfill);
    }

    /** With short lists filled, or left short. */
    public PopularPolicy backfill(boolean backfill) {
        return new PopularPolicy(order, counting, backfill);
    }
}
