package dev.byline.ranking.testkit;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Traffic of a news site that never was, of the shape that real traffic has; the same for the same seed.
 *
 * <p>Every minute has events, more of them by day than by night. Two articles of three are published as time goes on, the others
 * were there before; interest in each begins with its publication, halves within hours or days and leaves a rest for ever, and
 * now and then an old one rises again. The first holds some 3 to 15 % of all views. More than two of five events are programs',
 * who read everything alike, and of persons' views about a tenth are repeats within half an hour. Of the shares of an article's
 * first two days 2 % come within the first hour, 9 % within three, 36 % within twelve and 66 % within a day.
 */
public final class MadeUpTraffic {
    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;
    private static final double BOTS = .43;
    private static final double REPEATED = .14;
    private static final double SHARED = .01;
    private static final double COMMENTED = .004;
    private static final double[] SHARE_HOURS = {0, 1, 3, 12, 24, 48};
    private static final double[] SHARE_PARTS = {0, .02, .09, .36, .66, 1};

    private final SplittableRandom random;
    private final Instant from;
    private final int hours;
    private final Subject[] subjects;
    private final List<Engagement> events = new ArrayList<>();
    private int visitors;

    /** An article and how much it draws; times in hours from the beginning. */
    private record Subject(
            ArticleId id, double published, double weight, double halfLife, double rest, double risesAt, double rise) {
        double draws(double hour) {
            double age = hour - published;
            if (age < 0) {
                return 0;
            }
            double again = hour < risesAt ? 0 : rise * Math.pow(2, -(hour - risesAt) / 4);
            return weight * (Math.pow(2, -age / halfLife) + rest + again);
        }
    }

    private MadeUpTraffic(long seed, Instant from, int hours, int articles) {
        random = new SplittableRandom(seed);
        this.from = from;
        this.hours = hours;
        subjects = new Subject[articles];
        for (int i = 0; i < articles; i++) {
            boolean before = random.nextInt(3) == 0;
            // The first is always there, for programs.
            double published = before || i == 0 ? -random.nextDouble() * 24 * 365 : random.nextDouble() * hours;
            double weight = Math.exp(1.3 * gaussian());
            double halfLife = 3 * Math.exp(random.nextDouble() * Math.log(16));
            double rest = .003 + .02 * Math.pow(random.nextDouble(), 4);
            boolean rises = random.nextInt(25) == 0;
            subjects[i] = new Subject(
                    ArticleId.of("post-" + i),
                    published,
                    weight,
                    halfLife,
                    rest,
                    rises ? random.nextDouble() * hours : Double.MAX_VALUE,
                    rises ? .3 + random.nextDouble() : 0);
        }
    }

    /**
     * The events of a time, in the order in which they happened.
     *
     * @param seed of two times with other seeds nothing is the same
     * @param from its beginning
     * @param length in whole hours
     * @param articles how many there are in the end
     * @param events about how many events there are; at least two a minute
     */
    public static List<Engagement> of(long seed, Instant from, Duration length, int articles, int events) {
        MadeUpTraffic traffic = new MadeUpTraffic(seed, from, (int) length.toHours(), articles);
        double each = Math.max(2, events / (60.0 * traffic.hours));
        for (int hour = 0; hour < traffic.hours; hour++) {
            traffic.hour(hour, each);
        }
        traffic.events.sort(Comparator.comparing(Engagement::at));
        return List.copyOf(traffic.events);
    }

    private void hour(int hour, double each) {
        double[] sums = new double[subjects.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += subjects[i].draws(hour + .5);
            sums[i] = sum;
        }
        // Least at three o'clock in the night, most in the afternoon.
        double rhythm = 1 - .8 * Math.cos(2 * Math.PI * (hour - 3) / 24);
        for (int minute = 0; minute < 60; minute++) {
            double many = each * rhythm * (1 - REPEATED * (1 - BOTS));
            int count = Math.max(1, (int) (many + random.nextDouble()));
            for (int i = 0; i < count; i++) {
                long at = (long) hour * HOUR + (long) minute * MINUTE + random.nextInt(MINUTE);
                event(at, sums, sum);
            }
        }
    }

    private void event(long at, double[] sums, double sum) {
        if (random.nextDouble() < BOTS) {
            Subject read = subjects[random.nextInt(subjects.length)];
            while (read.published * HOUR > at) {
                read = subjects[random.nextInt(subjects.length)];
            }
            add(Engagement.view(read.id, "", instant(at)).reader(Reader.BOT));
            return;
        }
        int place = Arrays.binarySearch(sums, random.nextDouble() * sum);
        Subject read = subjects[Math.min(subjects.length - 1, place < 0 ? -place - 1 : place)];
        String visitor = "v" + (random.nextInt(4) == 0 && visitors > 0 ? random.nextInt(visitors) : visitors++);
        add(Engagement.view(read.id, visitor, instant(at)));
        if (random.nextDouble() < REPEATED) {
            // Some of them fall into the next slot.
            add(Engagement.view(read.id, visitor, instant(at + random.nextInt(HOUR / 4))));
        }
        if (random.nextDouble() < COMMENTED) {
            add(Engagement.comment(read.id, instant(at + random.nextInt(HOUR))));
        }
        if (read.published >= 0 && random.nextDouble() < SHARED) {
            String network = random.nextInt(3) == 0 ? "x" : "facebook";
            add(Engagement.share(read.id, network, instant((long) (read.published * HOUR) + shareDelay())));
        }
    }

    private long shareDelay() {
        double part = random.nextDouble();
        int i = 1;
        while (part > SHARE_PARTS[i]) {
            i++;
        }
        double within = (part - SHARE_PARTS[i - 1]) / (SHARE_PARTS[i] - SHARE_PARTS[i - 1]);
        return (long) ((SHARE_HOURS[i - 1] + within * (SHARE_HOURS[i] - SHARE_HOURS[i - 1])) * HOUR);
    }

    private void add(Engagement event) {
        if (event.at().isBefore(instant((long) hours * HOUR))) {
            events.add(event);
        }
    }

    private Instant instant(long millis) {
        return from.plusMillis(millis);
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
