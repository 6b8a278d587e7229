package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list of popular posts is ordered by. In JSON {@code by} says which it is: {@code {"by":"most","measure":"views"}}.
 *
 * <p>The greater value comes first, whatever it is; all but {@link Least}, {@link Approval} and {@link Trending} never lower
 * an article for one more event. Where a measure is missing in JSON, it is views.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Order.Most.class, name = "most"),
    @JsonSubTypes.Type(value = Order.Least.class, name = "least"),
    @JsonSubTypes.Type(value = Order.Mix.class, name = "mix"),
    @JsonSubTypes.Type(value = Order.Average.class, name = "average"),
    @JsonSubTypes.Type(value = Order.Velocity.class, name = "velocity"),
    @JsonSubTypes.Type(value = Order.Decayed.class, name = "decayed"),
    @JsonSubTypes.Type(value = Order.Trending.class, name = "trending"),
    @JsonSubTypes.Type(value = Order.Hot.class, name = "hot"),
    @JsonSubTypes.Type(value = Order.Approval.class, name = "approval")
})
public sealed interface Order {
    /** What {@link #parse} reads. */
    static List<String> names() {
        return List.of(
                "views",
                "shares",
                "comments",
                "reactions",
                "visitors",
                "decayed",
                "trending",
                "average",
                "velocity",
                "least",
                "reddit",
                "hacker-news",
                "lemmy",
                "approval");
    }

    /**
     * Reads what somebody types, one of {@link #names()}; each is as a policy has it that says no more, by views where it is no
     * measure.
     *
     * @param zone by whose calendar an average goes
     * @return empty if it is none of these
     */
    static Optional<Order> parse(String text, ZoneId zone) {
        return Optional.ofNullable(
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "views" -> new Most(Measure.VIEWS);
                    case "shares" -> new Most(Measure.SHARES);
                    case "comments" -> new Most(Measure.COMMENTS);
                    case "reactions" -> new Most(Measure.REACTIONS);
                    case "visitors" -> new Most(Measure.VISITORS);
                    case "decayed" -> new Decayed(Measure.VIEWS, Decayed.USUAL);
                    case "trending" -> new Trending(Measure.VIEWS, Trending.USUAL_THRESHOLD, Trending.USUAL_HALF_LIFE);
                    case "average" -> new Average(Measure.VIEWS, zone);
                    case "velocity" -> new Velocity(Measure.VIEWS);
                    case "least" -> new Least(Measure.VIEWS);
                    case "reddit" -> new Hot(Measure.VIEWS, Formula.REDDIT);
                    case "hacker-news" -> new Hot(Measure.VIEWS, Formula.HACKER_NEWS);
                    case "lemmy" -> new Hot(Measure.VIEWS, Formula.LEMMY);
                    case "approval" -> new Approval(Approval.USUAL);
                    default -> null;
                });
    }

    /**
     * By the number in the window (P-01).
     *
     * @param measure what is counted
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Most(Measure measure) implements Order {
        /** Views if nothing is said. */
        public Most {
            measure = measure == null ? Measure.VIEWS : measure;
        }
    }

    /**
     * The fewest first (P-21): by {@code 1 / (1 + number)}. Of the newest thousand that the question asks for.
     *
     * @param measure what is counted
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Least(Measure measure) implements Order {
        /** Views if nothing is said. */
        public Least {
            measure = measure == null ? Measure.VIEWS : measure;
        }
    }

    /**
     * By the sum of the numbers in the window, each times its weight (P-11).
     *
     * @param views the weight of a view, 0 to 1,000,000, as all of them; one at least is above 0
     * @param shares the weight of a share
     * @param comments the weight of a comment
     * @param reactions the weight of a reaction
     */
    @JsonPropertyOrder({"views", "shares", "comments", "reactions"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Mix(double views, double shares, double comments, double reactions) implements Order {
        private static final double MOST = 1_000_000;

        /** Checks the weights. */
        public Mix {
            for (double weight : new double[] {views, shares, comments, reactions}) {
                if (!(weight >= 0 && weight <= MOST)) {
                    throw new IllegalArgumentException("a weight is from 0 to 1000000, not " + weight);
                }
            }
            if (views + shares + comments + reactions == 0) {
                throw new IllegalArgumentException("one weight at least must be above 0");
            }
        }

        double weight(Measure measure) {
            return switch (measure) {
                case VIEWS -> views;
                case SHARES -> shares;
                case COMMENTS -> comments;
                case REACTIONS -> reactions;
                case VISITORS -> 0;
            };
        }
    }

    /**
     * By the number in the window, a day (P-12): through the days of the calendar since publication or the beginning of the
     * window, whichever is later, at least one.
     *
     * @param measure what is counted
     * @param zone by whose calendar; UTC if missing in JSON
     */
    @JsonPropertyOrder({"measure", "zone"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Average(Measure measure, ZoneId zone) implements Order {
        /** Views and UTC if nothing is said. */
        public Average {
            measure = measure == null ? Measure.VIEWS : measure;
            zone = zone == null ? ZoneOffset.UTC : zone;
        }
    }

    /**
     * By the number in the window, an hour (P-13): through the time since publication or the beginning of the window, whichever
     * is later, at least an hour or, where that is shorter, the window.
     *
     * @param measure what is counted
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Velocity(Measure measure) implements Order {
        /** Views if nothing is said. */
        public Velocity {
            measure = measure == null ? Measure.VIEWS : measure;
        }
    }

    /**
     * By the number in the window, each event halved for every half-life that has passed before the window's end (P-20).
     *
     * <p>Counted in whole UTC hours, from the one in which the window begins; in UTC days where the half-life is above two
     * days; through sixteen half-lives at the most, beyond which an event weighs less than 2^-16. Opening balances do not
     * count, for it is not known when their events happened.
     *
     * @param measure what is counted
     * @param halfLife an hour to thirty days; six hours if missing in JSON
     */
    @JsonPropertyOrder({"measure", "halfLife"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Decayed(
            Measure measure,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration halfLife) implements Order {
        static final Duration USUAL = Duration.ofHours(6);

        /** Checks the half-life. */
        public Decayed {
            measure = measure == null ? Measure.VIEWS : measure;
            halfLife = halfLife == null ? USUAL : halfLife;
            checkHalfLife(halfLife);
        }
    }

    /**
     * By how far it rises above its own past (P-14), as Mastodon finds trends: {@code (observed - expected)^2 / expected}, where
     * as much is expected as there was in the time of the same length before, at least 1.
     *
     * <p>Asked at the window's end and at each whole hour of the day before; the greatest value counts, halved for every
     * half-life since (P-15). Counted in whole UTC hours; a window longer than 45 days counts as 45. One more view in the past
     * can lower an article, for then more was to be expected.
     *
     * @param measure what is counted
     * @param threshold how many must have been observed at least; 5 if missing in JSON
     * @param halfLife an hour to thirty days; eight hours if missing in JSON
     */
    @JsonPropertyOrder({"measure", "threshold", "halfLife"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trending(
            Measure measure,
            long threshold,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration halfLife) implements Order {
        /** How much of a window a trend looks at, at the most: its end. */
        public static final Duration LONGEST = Duration.ofDays(45);

        static final long USUAL_THRESHOLD = 5;
        static final Duration USUAL_HALF_LIFE = Duration.ofHours(8);

        /** Checks threshold and half-life. */
        public Trending {
            measure = measure == null ? Measure.VIEWS : measure;
            if (threshold < 0) {
                throw new IllegalArgumentException("a threshold is 0 or more, not " + threshold);
            }
            checkHalfLife(halfLife);
        }

        /** Binds JSON. */
        @JsonCreator
        public static Trending fromJson(
                @JsonProperty("measure") @Nullable Measure measure,
                @JsonProperty("threshold") @Nullable Long threshold,
                @JsonProperty("halfLife") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration halfLife) {
            return new Trending(
                    measure == null ? Measure.VIEWS : measure,
                    threshold == null ? USUAL_THRESHOLD : threshold,
                    halfLife == null ? USUAL_HALF_LIFE : halfLife);
        }
    }

    /**
     * By a formula of the number in the window and of how old the article is (P-16 to P-18).
     *
     * @param measure what is counted in the place of votes
     * @param formula whose
     */
    @JsonPropertyOrder({"measure", "formula"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hot(Measure measure, Formula formula) implements Order {
        /** Views, and Hacker News, if nothing is said. */
        public Hot {
            measure = measure == null ? Measure.VIEWS : measure;
            formula = formula == null ? Formula.HACKER_NEWS : formula;
        }
    }

    /** A formula that weighs votes against age. */
    enum Formula {
        /** Ten times the votes stand as high as 12.5 hours less of age. */
        @JsonProperty("reddit")
        REDDIT,

        /** Votes to the power of .8 through age to the power of 1.8. */
        @JsonProperty("hacker-news")
        HACKER_NEWS,

        /** The logarithm of votes through age to the power of 1.8; nothing from a week on. */
        @JsonProperty("lemmy")
        LEMMY
    }

    /**
     * By the share of its readers in the window who reacted to it, as far as the numbers vouch for it: the lower bound of the
     * Wilson interval (P-19). One more view lowers an article, and one more reaction never does.
     *
     * @param z how sure it is to be, in standard deviations, above 0 and up to 10; 1.96 if missing in JSON
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approval(double z) implements Order {
        static final double USUAL = 1.96;

        /** Checks the number. */
        public Approval {
            if (!(z > 0 && z <= 10)) {
                throw new IllegalArgumentException("z is above 0 and up to 10, not " + z);
            }
        }

        /** Binds JSON. */
        @JsonCreator
        public static Approval fromJson(@JsonProperty("z") @Nullable Double z) {
            return new Approval(z == null ? USUAL : z);
        }
    }

    private static void checkHalfLife(Duration halfLife) {
        if (halfLife.compareTo(Duration.ofHours(1)) < 0 || halfLife.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("a half-life is an hour to thirty days, not " + halfLife);
        }
    }
}
