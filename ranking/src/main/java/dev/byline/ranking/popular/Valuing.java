package dev.byline.ranking.popular;

import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What posts are worth by an order in a window, as it is looked at at an instant, and why. */
final class Valuing {
    /** The value of what does not stand in a list by itself, but may fill it. */
    static final double NONE = Double.NaN;

    private static final double LOG_OF_TEN = Math.log(10);

    private final Order order;
    private final Window window;
    private final Instant at;
    private final Course.Needed needed;
    private final Formulas.Decay decay;

    Valuing(Order order, Window window, Instant at) {
        this.order = order;
        this.window = window;
        this.at = at;
        this.needed = Course.needed(order, window, at);
        this.decay = needed.decay();
    }

    /** What the values count. */
    String unit() {
        if (order instanceof Order.Most most) {
            return many(most.measure());
        } else if (order instanceof Order.Least least) {
            return "1 / (1 + " + many(least.measure()) + ")";
        } else if (order instanceof Order.Mix) {
            return "points";
        } else if (order instanceof Order.Average average) {
            return many(average.measure()) + " a day";
        } else if (order instanceof Order.Velocity velocity) {
            return many(velocity.measure()) + " an hour";
        } else if (order instanceof Order.Decayed decayed) {
            return "recent " + many(decayed.measure());
        } else if (order instanceof Order.Trending) {
            return "trend";
        } else if (order instanceof Order.Hot hot) {
            return switch (hot.formula()) {
                case REDDIT -> "reddit hot";
                case HACKER_NEWS -> "hacker news";
                case LEMMY -> "lemmy hot";
            };
        }
        return "approval";
    }

    /** The value of a post, or {@link #NONE}. */
    double value(PopularCandidate post) {
        if (order instanceof Order.Average average) {
            return positive(Formulas.average(number(post.inWindow()), days(post, average)));
        } else if (order instanceof Order.Velocity) {
            return positive(number(post.inWindow()) / hours(post));
        } else if (order instanceof Order.Hot hot) {
            double number = number(post.inWindow());
            return number == 0
                    ? NONE
                    : switch (hot.formula()) {
                        case REDDIT -> Formulas.redditHot(number, 0, published(post));
                        case HACKER_NEWS -> positive(Formulas.hackerNews(number + 1, age(post) * 60, 1));
                        case LEMMY -> positive(Formulas.lemmyHot(number, age(post)));
                    };
        }
        return value(post.inWindow(), course(post));
    }

    /** The same for an order that asks for no dates, by the numbers alone. */
    double value(Tally inWindow, long[] course) {
        double number = number(inWindow);
        if (order instanceof Order.Least) {
            return 1 / (1 + number);
        } else if (order instanceof Order.Decayed) {
            return positive(decay.of(course));
        } else if (order instanceof Order.Trending trending) {
            return positive(Course.peak(course, needed, trending).value());
        } else if (order instanceof Order.Approval approval) {
            return number == 0 ? NONE : positive(Formulas.wilson(number, rest(inWindow), approval.z()));
        }
        return positive(number);
    }

    private static double positive(double value) {
        return value > 0 ? value : NONE;
    }

    /**
     * A value from 0 to 1: a share of the greatest; what is from 0 to 1 already is its own; and of Reddit's, which has votes as a
     * logarithm, as a share of the votes that the first would need.
     */
    double score(double value, double greatest) {
        if (order instanceof Order.Least || order instanceof Order.Approval) {
            return value;
        }
        if (order instanceof Order.Hot hot && hot.formula() == Order.Formula.REDDIT) {
            return Math.min(1, Math.exp((value - greatest) * LOG_OF_TEN));
        }
        return Math.min(1, value / greatest);
    }

    /** Why a post has its value. */
    List<Reason> reasons(PopularCandidate post, double value) {
        Parts parts = new Parts();
        if (order instanceof Order.Most most) {
            counted(parts, post, most.measure());
        } else if (order instanceof Order.Least least) {
            parts.upTo("P-21", words(post.inWindow().by(least.measure()), least.measure()), value);
        } else if (order instanceof Order.Mix mix) {
            for (Measure measure : Measure.values()) {
                long number = post.inWindow().by(measure);
                if (mix.weight(measure) > 0 && number > 0) {
                    String text = words(number, measure) + ", at " + plain(mix.weight(measure));
                    parts.add("P-11", text, mix.weight(measure) * number);
                }
            }
        } else if (order instanceof Order.Average average) {
            counted(parts, post, average.measure());
            long days = Math.max(1, days(post, average));
            parts.upTo("P-12", "a day, through " + days + (days == 1 ? " day" : " days"), value);
        } else if (order instanceof Order.Velocity velocity) {
            counted(parts, post, velocity.measure());
            parts.upTo("P-13", "an hour, through " + hours(hours(post)), value);
        } else if (order instanceof Order.Decayed decayed) {
            long number = LongStream.of(course(post)).reduce(0, Counts::added);
            parts.add("P-20", words(number, decayed.measure()) + ", by the " + needed.word(), (double) number);
            parts.upTo("P-20", "halved every " + words(decayed.halfLife()), value);
        } else if (order instanceof Order.Trending trending) {
            Course.Peak peak = Course.peak(course(post), needed, trending);
            String text = number((long) peak.observed(), trending.measure()) + " in " + needed.length()
                    + (needed.length() == 1 ? " hour, " : " hours, ")
                    + (needed.isLongest() ? "the most that a trend looks at, " : "") + plain(peak.expected())
                    + " in as many before";
            parts.add("P-14", text, peak.trend());
            if (peak.hoursAgo() > 0) {
                parts.upTo("P-15", peak.hoursAgo() + " hours ago, halved every " + words(trending.halfLife()), value);
            }
        } else if (order instanceof Order.Hot hot) {
            hot(parts, post, hot, value);
        } else {
            double reactions = number(post.inWindow());
            double readers = reactions + rest(post.inWindow());
            parts.add("P-19", plain(reactions) + " reactions of " + plain(readers) + " readers", reactions / readers);
            parts.upTo("P-19", "less what so few can't vouch for", value);
        }
        return parts.reasons;
    }

    private void hot(Parts parts, PopularCandidate post, Order.Hot hot, double value) {
        long number = post.inWindow().by(hot.measure());
        String votes = words(number, hot.measure());
        String old = hours(age(post)) + " old";
        switch (hot.formula()) {
            case REDDIT -> {
                parts.add("P-16", votes + ", as a logarithm", Formulas.redditVotes((double) number, 0));
                parts.upTo("P-16", "published " + post.article().publishedAt(), value);
            }
            case HACKER_NEWS -> {
                parts.add("P-17", votes + ", to the power of .8", Math.pow((double) number, .8));
                parts.upTo("P-17", old, value);
            }
            case LEMMY -> {
                parts.add("P-18", votes + ", as a logarithm", Math.log10(Math.max(2, number + 2.0)));
                parts.upTo("P-18", old, value);
            }
        }
    }

    private void counted(Parts parts, PopularCandidate post, Measure by) {
        long here = post.inWindow().counted().by(by);
        long before = post.inWindow().opening().by(by);
        if (here > 0) {
            parts.add("P-01", words(here, by), (double) here);
        }
        if (before > 0) {
            parts.add(
                    "P-02",
                    number(before, by) + " brought along",
                    (double) post.inWindow().by(by) - here);
        }
    }

    /** The number of which an order is made, which fills a list too. */
    double number(Tally tally) {
        if (order instanceof Order.Mix mix) {
            double sum = 0;
            for (Measure measure : Measure.values()) {
                sum += mix.weight(measure) * tally.by(measure);
            }
            return sum;
        }
        return tally.by(measure());
    }

    /** The number in words. */
    String numberInWords(Tally tally) {
        return order instanceof Order.Mix
                ? plain(number(tally)) + (number(tally) == 1 ? " point" : " points")
                : number(tally.by(measure()), measure());
    }

    /** All that the order counts. */
    List<Measure> measures() {
        return order instanceof Order.Mix mix
                ? Arrays.stream(Measure.values())
                        .filter(measure -> mix.weight(measure) > 0)
                        .toList()
                : List.of(measure());
    }

    /** What the order counts; of a mix, what weighs most. */
    Measure measure() {
        if (order instanceof Order.Most most) {
            return most.measure();
        } else if (order instanceof Order.Least least) {
            return least.measure();
        } else if (order instanceof Order.Average average) {
            return average.measure();
        } else if (order instanceof Order.Velocity velocity) {
            return velocity.measure();
        } else if (order instanceof Order.Decayed decayed) {
            return decayed.measure();
        } else if (order instanceof Order.Trending trending) {
            return trending.measure();
        } else if (order instanceof Order.Hot hot) {
            return hot.measure();
        } else if (order instanceof Order.Mix mix) {
            Measure heaviest = Measure.VIEWS;
            for (Measure measure : Measure.values()) {
                heaviest = mix.weight(measure) > mix.weight(heaviest) ? measure : heaviest;
            }
            return heaviest;
        }
        return Measure.REACTIONS;
    }

    /** As much as the order goes by. */
    private long[] course(PopularCandidate post) {
        List<Long> all = post.course();
        if (all.isEmpty()) {
            return new long[] {post.inWindow().counted().by(measure())};
        }
        long[] course = new long[Math.min(all.size(), Math.max(1, needed.steps()))];
        for (int i = 0; i < course.length; i++) {
            course[i] = all.get(all.size() - course.length + i);
        }
        return course;
    }

    /** Readers who did not react, if each of those who did had a view of their own. */
    private static double rest(Tally inWindow) {
        return Math.max(0.0, (double) inWindow.by(Measure.VIEWS) - inWindow.by(Measure.REACTIONS));
    }

    private long days(PopularCandidate post, Order.Average average) {
        return Days.between(begin(post), window.to(at).minusSeconds(1), average.zone());
    }

    private double hours(PopularCandidate post) {
        Instant end = window.to(at).isBefore(at) ? window.to(at) : at;
        Instant from = window.from(at);
        double floor = from == null ? 1 : Math.min(1, Days.hours(from, window.to(at)));
        return Math.max(floor, Days.hours(begin(post), end));
    }

    private double age(PopularCandidate post) {
        return Math.max(0, Days.hours(published(post), at));
    }

    /** Since when it could be read in the window. */
    private Instant begin(PopularCandidate post) {
        Instant from = window.from(at);
        return from == null || published(post).isAfter(from) ? published(post) : from;
    }

    private Instant published(PopularCandidate post) {
        Instant published = post.article().publishedAt();
        return published == null ? at : published;
    }

    private String words(long number, Measure by) {
        return number(number, by) + " " + window.phrase();
    }

    private static String number(long number, Measure by) {
        String many = many(by);
        return number + " " + (number == 1 ? many.substring(0, many.length() - 1) : many);
    }

    private static String many(Measure by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Duration time) {
        long hours = time.toHours();
        return !time.equals(Duration.ofHours(hours)) ? time.toString() : hours == 1 ? "hour" : hours + " hours";
    }

    private static String hours(double number) {
        return plain(number) + (number == 1 ? " hour" : " hours");
    }

    /** Without decimals where there are none, else with one, or the first that is not zero. */
    private static String plain(double number) {
        if (number == Math.rint(number) && number < 1e18) {
            return Long.toString((long) number);
        }
        return String.format(Locale.ROOT, number >= 1 ? "%.1f" : "%.3g", number);
    }

    /** Reasons that add up to a value, even where doubles are too coarse for the first of them. */
    private static final class Parts {
        private static final double DUST = 1e-12;

        private List<Reason> reasons = new ArrayList<>();

        void add(String rule, String text, double part) {
            reasons.add(new Reason(rule, text, part));
        }

        /** The last part, which is what is lacking; where that can't be told, the others are remarks and it is all. */
        void upTo(String rule, String text, double value) {
            double lacking = value - sum(reasons);
            // What is left of rounding is no part of anything.
            lacking = Math.abs(lacking) <= DUST * Math.max(1, Math.abs(value)) ? 0 : lacking;
            List<Reason> all = new ArrayList<>(reasons);
            all.add(new Reason(rule, text, lacking));
            if (Math.abs(sum(all) - value) > Ranked.TOLERANCE / 10 * Math.max(1, Math.abs(value))) {
                all = new ArrayList<>();
                for (Reason one : reasons) {
                    all.add(new Reason(one.rule(), one.text(), 0));
                }
                all.add(new Reason(rule, text, value));
            }
            reasons = all;
        }

        private static double sum(List<Reason> reasons) {
            return reasons.stream().mapToDouble(Reason::part).sum();
        }
    }
}
