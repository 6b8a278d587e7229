package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How related posts are chosen. {@link #defaults()}: words and meaning count most, what posts are filed under a little,
 * older and newer posts alike, softly faded with the distance in time, copies left out, and a short list filled.
 *
 * <p>The signals of a candidate, each from 0 to 1, are weighed by {@link Weights} as a share of the sum of the weights, less
 * what its crowd takes away; that times {@link Age} is brought onto the scale of scores, which is one for every site: a score of .9
 * means that of ten such pairs an editor would have linked nine, on a site where one post in eleven deserves it.
 *
 * @param order what the list is sorted by
 * @param weights how much each signal counts
 * @param age how posts fade that are far apart in time
 * @param dates whether posts newer than the article may stand in its list, and where
 * @param minimumScore the least score, from 0 to 1, of a post that is not there merely to fill the list; a score of 0
 *     is never enough
 * @param variety how many posts may be of one section or author
 * @param backfill whether a short list is filled: with what is less surely related, then with the newest of the section,
 *     the regions and the site
 * @param sponsored whether sponsored posts may stand in the list
 * @param copies whether copies of the article and several posts that tell one story may
 */
@JsonPropertyOrder({"order", "weights", "age", "dates", "minimumScore", "variety", "backfill", "sponsored", "copies"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelatedPolicy(
        Order order,
        Weights weights,
        Age age,
        Dates dates,
        double minimumScore,
        Variety variety,
        boolean backfill,
        boolean sponsored,
        boolean copies) {
    private static final RelatedPolicy DEFAULTS = new RelatedPolicy(
            Order.SCORE, Weights.defaults(), Age.defaults(), Dates.ANY, .9, Variety.NO_LIMIT, true, false, false);

    /** What a list is sorted by. */
    public enum Order {
        /** The weighed signals. */
        @JsonProperty("score")
        SCORE,

        /** The date alone, among those that share a section, region or tag; weights and age play no part. */
        @JsonProperty("newest")
        NEWEST
    }

    /** Where posts newer than the article stand; a draft without a date is as new as the moment. */
    public enum Dates {
        /** Among the older ones. */
        @JsonProperty("any")
        ANY,

        /** Nowhere: only what led up to the article is listed. */
        @JsonProperty("older")
        OLDER,

        /** Before the older ones: what came of it. */
        @JsonProperty("newerFirst")
        NEWER_FIRST
    }

    /**
     * How posts fade: times {@code floor + (1 - floor) * 2^(-gap / halfLife)} for a gap between the two dates.
     *
     * @param halfLife after which distance in time half of what can fade has faded, a second or more
     * @param floor what is left however far apart the two are, from 0 to 1; 1 switches age off
     */
    @JsonPropertyOrder({"halfLife", "floor"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Age(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration halfLife, double floor) {
        private static final Age DEFAULTS = new Age(Duration.ofDays(365), .5);

        /** Checks both. */
        public Age {
            Objects.requireNonNull(halfLife, "halfLife");
            if (halfLife.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("the half-life of age is a second or more, not " + halfLife);
            }
            if (!(floor >= 0 && floor <= 1)) {
                throw new IllegalArgumentException("the floor of age is from 0 to 1, not " + floor);
            }
        }

        /** Down to no less than half over the years. */
        public static Age defaults() {
            return DEFAULTS;
        }

        /** Binds JSON; what is missing is as in {@link #defaults()}. */
        @JsonCreator
        public static Age fromJson(
                @JsonProperty("halfLife") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration halfLife,
                @JsonProperty("floor") @Nullable Double floor) {
            return new Age(or(halfLife, DEFAULTS.halfLife), or(floor, DEFAULTS.floor));
        }

        /** Faded by half of what can fade after this distance in time. */
        public Age halfLife(Duration halfLife) {
            return new Age(halfLife, floor);
        }

        /** Faded to this share at the least, from 0 to 1; 1 switches age off. */
        public Age floor(double floor) {
            return new Age(halfLife, floor);
        }

        double factor(Duration gap) {
            return floor + (1 - floor) * Math.pow(2, -(seconds(gap) / seconds(halfLife)));
        }

        // Those of more than some hundred million years have no milliseconds.
        private static double seconds(Duration time) {
            return time.getSeconds() + time.getNano() / 1e9;
        }
    }

    /**
     * How many posts of one kind a list may hold, those that an editor pinned counted but never left out.
     *
     * @param mostPerSection of one main section, which is the one that a card prints, else the first; 0 for no limit
     * @param mostPerAuthor of one author; 0 for no limit
     */
    @JsonPropertyOrder({"mostPerSection", "mostPerAuthor"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Variety(int mostPerSection, int mostPerAuthor) {
        /** As many as are related. */
        public static final Variety NO_LIMIT = new Variety(0, 0);

        /** Checks that neither is negative. */
        public Variety {
            if (mostPerSection < 0 || mostPerAuthor < 0) {
                throw new IllegalArgumentException(
                        "a limit is 0 or more, not " + Math.min(mostPerSection, mostPerAuthor));
            }
        }

        /** Binds JSON; what is missing is no limit. */
        @JsonCreator
        public static Variety fromJson(
                @JsonProperty("mostPerSection") @Nullable Integer mostPerSection,
                @JsonProperty("mostPerAuthor") @Nullable Integer mostPerAuthor) {
            return new Variety(or(mostPerSection, 0), or(mostPerAuthor, 0));
        }

        /** At most so many of one main section; 0 for no limit. */
        public Variety mostPerSection(int most) {
            return new Variety(most, mostPerAuthor);
        }

        /** At most so many of one author; 0 for no limit. */
        public Variety mostPerAuthor(int most) {
            return new Variety(mostPerSection, most);
        }
    }

    /** Checks that the score is within its scale and that something counts. */
    public RelatedPolicy {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(variety, "variety");
        if (!(weights.sum() >= 1e-6)) {
            throw new IllegalArgumentException("at least one signal needs a weight");
        }
        if (!(minimumScore >= 0 && minimumScore <= 1)) {
            throw new IllegalArgumentException("the minimum score is from 0 to 1, not " + minimumScore);
        }
    }

    /** Older and newer posts by text first, without copies, and short lists filled. */
    public static RelatedPolicy defaults() {
        return DEFAULTS;
    }

    /** As {@link #defaults()}, but never newer than the article: what led up to it. */
    public static RelatedPolicy background() {
        return DEFAULTS.dates(Dates.OLDER);
    }

    /** As {@link #defaults()}, but what is newer than the article first: what came of it. */
    public static RelatedPolicy followUp() {
        return DEFAULTS.dates(Dates.NEWER_FIRST);
    }

    /** The newest posts of the same category or tag, as the JNews theme lists them, without any score: each has 1. */
    public static RelatedPolicy jnews() {
        return DEFAULTS.order(Order.NEWEST);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static RelatedPolicy fromJson(
            @JsonProperty("order") @Nullable Order order,
            @JsonProperty("weights") @Nullable Weights weights,
            @JsonProperty("age") @Nullable Age age,
            @JsonProperty("dates") @Nullable Dates dates,
            @JsonProperty("minimumScore") @Nullable Double minimumScore,
            @JsonProperty("variety") @Nullable Variety variety,
            @JsonProperty("backfill") @Nullable Boolean backfill,
            @JsonProperty("sponsored") @Nullable Boolean sponsored,
            @JsonProperty("copies") @Nullable Boolean copies) {
        return new RelatedPolicy(
                or(order, DEFAULTS.order),
                or(weights, DEFAULTS.weights),
                or(age, DEFAULTS.age),
                or(dates, DEFAULTS.dates),
                or(minimumScore, DEFAULTS.minimumScore),
                or(variety, DEFAULTS.variety),
                or(backfill, DEFAULTS.backfill),
                or(sponsored, DEFAULTS.sponsored),
                or(copies, DEFAULTS.copies));
    }

    /** Sorted by this. */
    public RelatedPolicy order(Order order) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With these weights. */
    public RelatedPolicy weights(Weights weights) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** Faded so. */
    public RelatedPolicy age(Age age) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With newer posts there. */
    public RelatedPolicy dates(Dates dates) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** Without what scores below this, from 0 to 1. */
    public RelatedPolicy minimumScore(double minimumScore) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With so many of one section or author. */
    public RelatedPolicy variety(Variety variety) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With short lists filled, or left short. */
    public RelatedPolicy backfill(boolean backfill) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With sponsored posts, or without. */
    public RelatedPolicy sponsored(boolean sponsored) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    /** With copies and several posts of one story, or without. */
    public RelatedPolicy copies(boolean copies) {
        return new RelatedPolicy(order, weights, age, dates, minimumScore, variety, backfill, sponsored, copies);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
