package dev.byline.examples.cli.events;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import dev.byline.ranking.popular.Engagement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader did with whatever the item is.
 *
 * @param kind what was done
 * @param item the article's id or slug, or the path that was asked for
 * @param at when
 * @param origin where it came from. Personal data: in no {@code toString}
 * @param network where a share went
 * @param reader who is behind it, where that is stated; else null, and the request tells
 * @param request what is known of the request
 * @param weight for how many it stands; for one where its visitor or source is known
 */
public record Event(
        Engagement.Kind kind,
        String item,
        Instant at,
        Origin origin,
        String network,
        @Nullable Reader reader,
        Request request,
        int weight) {
    /** The most that an event may weigh. */
    public static final int HEAVIEST = Engagement.HEAVIEST;

    /** Who is behind it. */
    public Audience.Told told(Audience audience) {
        Audience.Told told = audience.of(request);
        return reader == null ? told : new Audience.Told(reader, told.view(), told.rule(), told.reason());
    }

    /** What tells visitors apart, or empty. */
    public String visitor() {
        return origin.visitor();
    }

    /** The same as what is counted: once where a visitor or a source is known. */
    public Engagement of(ArticleId article, Reader who) {
        Engagement once = new Engagement(kind, article, at, "", network, who);
        return origin.equals(Origin.UNKNOWN) ? once.weight(weight) : once.from(origin);
    }

    @Override
    public String toString() {
        return "Event[" + kind + " of " + item + " at " + at + "]";
    }
}
