package dev.byline.ranking.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.ranking.popular.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Readers who view and share articles, in a few words: first who and when, then what they do, which is told at once.
 *
 * <pre>{@code
 * Readers readers = Readers.of(popular::record, clock);
 * readers.view("bridge");                                      // somebody new, now
 * readers.by("ana").at(hoursAgo(3)).view("bridge");
 * readers.over(Duration.ofHours(2)).view("harvest", 40);       // forty people, evenly over the last two hours
 * readers.share("bridge", "facebook");
 * readers.over(Duration.ofDays(7)).browse(articles, 10_000, 1); // a week of traffic, the same for the same seed
 * }</pre>
 *
 * <p>Nothing depends on chance: the same calls make the same events. Immutable but for the count of readers that have
 * come, which all copies share; thread-safe where what they tell is.
 */
public final class Readers {
    private final Consumer<Engagement> told;
    private final InstantSource clock;
    private final AtomicLong come;
    private final @Nullable String visitor;
    private final Duration span;

    private Readers(
            Consumer<Engagement> told, InstantSource clock, AtomicLong come, @Nullable String visitor, Duration span) {
        this.told = Objects.requireNonNull(told, "told");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.come = come;
        this.visitor = visitor;
        this.span = span;
    }

    /**
     * Readers whose doings are told to this, at the instants of this clock.
     *
     * @param told for example {@code popular::record}, {@code event -> store.record(event, policy)} or {@code list::add}
     */
    public static Readers of(Consumer<Engagement> told, InstantSource clock) {
        return new Readers(told, clock, new AtomicLong(), null, Duration.ZERO);
    }

    /** The same readers, at this instant. */
    public Readers at(Instant instant) {
        return new Readers(told, InstantSource.fixed(instant), come, visitor, span);
    }

    /** This one reader, who is the same at every call; an empty key is a reader of whom nothing is known. */
    public Readers by(String visitor) {
        return new Readers(told, clock, come, Objects.requireNonNull(visitor, "visitor"), span);
    }

    /** The same readers, spread evenly over the time up to now, of this length. */
    public Readers over(Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException("readers come over a span of time, not " + span);
        }
        return new Readers(told, clock, come, visitor, span);
    }

    /** Somebody reads an article. */
    public Readers view(String article) {
        return view(article, 1);
    }

    /** Somebody reads an article. */
    public Readers view(Listed article) {
        return view(article, 1);
    }

    /** So many read an article, each once; if it is one reader, so many times. */
    public Readers view(Listed article, int times) {
        return view(article.id().value(), times);
    }

    /** So many read an article, each once; if it is one reader, so many times. */
    public Readers view(String article, int times) {
        ArticleId id = ArticleId.of(article);
        Instant now = clock.instant();
        for (int i = 0; i < times; i++) {
            told.accept(Engagement.view(id, visitor(), moment(now, i, times)));
        }
        return this;
    }

    /** Somebody shares an article on a network. */
    public Readers share(String article, String network) {
        return share(article, network, 1);
    }

    /** Somebody shares an article on a network. */
    public Readers share(Listed article, String network) {
        return share(article.id().value(), network, 1);
    }

    /** So many share an article on a network. */
    public Readers share(String article, String network, int times) {
        ArticleId id = ArticleId.of(article);
        Instant now = clock.instant();
        for (int i = 0; i < times; i++) {
            told.accept(Engagement.share(id, network, moment(now, i, times)));
        }
        return this;
    }

    /**
     * Traffic as sites see it: the first article is read most, the second half as often, the third a third as often, and
     * so on; one view in ten is the last reader's again a moment later, and one event in fifty is a share.
     *
     * @param articles those that are read most first
     * @param events how many events, in the order of time
     * @param seed another seed, other events
     */
    public Readers browse(List<? extends Listed> articles, int events, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] upTo = new double[articles.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        Instant now = clock.instant();
        @Nullable Engagement last = null;
        for (int i = 0; i < events; i++) {
            Instant at = moment(now, i, events);
            int kind = random.nextInt(50);
            ArticleId id = articles.get(pick(upTo, random.nextDouble() * sum)).id();
            if (kind == 0) {
                told.accept(Engagement.share(id, random.nextInt(3) == 0 ? "x" : "facebook", at));
            } else if (kind <= 5 && last != null) {
                told.accept(Engagement.view(last.article(), last.visitor(), at));
            } else {
                last = Engagement.view(id, visitor(), at);
                told.accept(last);
            }
        }
        return this;
    }

    private String visitor() {
        return visitor != null ? visitor : "reader-" + come.incrementAndGet();
    }

    /** The last one is there now, the others as far before each other as the span allows. */
    private Instant moment(Instant now, int which, int of) {
        return now.minus(span.multipliedBy(of - 1L - which).dividedBy(of));
    }

    private static int pick(double[] upTo, double where) {
        int place = 0;
        while (place < upTo.length - 1 && upTo[place] <= where) {
            place++;
        }
        return place;
    }
}
