package dev.byline.examples.cli.evaluate.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import java.time.Instant;
import java.time.InstantSource;

/** Tells Byline a trace as it happened. */
final class Telling implements InstantSource {
    private final Trace trace;
    private final CountingPolicy counting;
    private long now;
    private int told;

    /**
     * About to tell.
     *
     * @param counting which events count
     */
    Telling(Trace trace, CountingPolicy counting) {
        this.trace = trace;
        this.counting = counting;
        this.now = trace.first();
    }

    /** The time of the event that is being told, else that up to which all was told. */
    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    /** Tells what happened before this time and at it, and then it is this time. In milliseconds since 1970; never goes back. */
    void upTo(long time, EngagementStore store) {
        tell(time + 1, time, store);
    }

    /** Tells what happened before this time, and then it is this time. */
    void before(long time, EngagementStore store) {
        tell(time, time, store);
    }

    private void tell(long end, long then, EngagementStore store) {
        while (told < trace.events().size() && trace.events().get(told).at() < end) {
            now = trace.events().get(told).at();
            tell(trace.events().get(told++), store);
        }
        now = then;
    }

    /** Tells all of it at once. */
    void all(EngagementStore store) {
        trace.events().forEach(event -> tell(event, store));
    }

    private void tell(Trace.Entry event, EngagementStore store) {
        ArticleId article = trace.items().get(event.item());
        Instant at = Instant.ofEpochMilli(event.at());
        Outcome outcome = store.record(
                new Engagement(event.kind(), article, at, event.visitor(), event.network(), event.reader()), counting);
        if (event.weight() > 1 && outcome != Outcome.REPEAT && !outcome.refused()) {
            Engagement more = new Engagement(event.kind(), article, at, "", event.network(), event.reader());
            store.record(more.weight(event.weight() - 1), counting);
        }
    }
}
