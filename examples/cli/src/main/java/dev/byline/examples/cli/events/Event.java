package dev.byline.examples.cli.events;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader did with whatever the item is.
 *
 * @param kind what was done
 * @param item the article's id or slug, or the path that was asked for
 * @param at when
 * @param visitor tells visitors apart, or empty. Personal data: in no {@code toString}
 * @param network where a share went
 * @param reader who is behind it, where that is stated; else null, and the request tells
 * @param request what is known of the request
 * @param weight how often it counts
 */
public record Event(
        Engagement.Kind kind,
        String item,
        Instant at,
        String visitor,
        String network,
        @Nullable Reader reader,
        Request request,
        int weight) {
    /** The most that an event may weigh. */
    public static final int HEAVIEST = 1_000;

    /** Who is behind it. */
    public Audience.Told told(Audience audience) {
        Audience.Told told = audience.of(request);
        return reader == null ? told : new Audience.Told(reader, told.view(), told.rule(), told.reason());
    }

    /** The same as what is counted. */
    public Engagement of(ArticleId article, Reader who) {
        return new Engagement(kind, article, at, visitor, network, who);
    }

    @Override
    public String toString() {
        return "Event[" + kind + " of " + item + " at " + at + "]";
    }
}
