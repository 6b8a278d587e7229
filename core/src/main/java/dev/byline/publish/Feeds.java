package dev.byline.publish;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.ContentException;
import dev.byline.article.Publication;
import dev.byline.text.Sanitiser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes feeds: RSS 2.0, Atom and JSON Feed. Holds one article at a time, however many there are. Thread-safe.
 *
 * <p>An article is known by {@link Addresses#permanent}, so a reader that has it does not show it again when its slug changes. Its
 * body goes through the sanitiser, with whole addresses in the place of relative ones; of an article that is not open to everyone
 * there is a summary alone.
 */
public final class Feeds {
    private static final int PAGE = 100;

    private final FeedPolicy policy;
    private final Publication publication;
    private final Addresses addresses;
    private final Sanitiser sanitiser;

    private Feeds(FeedPolicy policy, Publication publication, Addresses addresses, Sanitiser sanitiser) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.publication = Objects.requireNonNull(publication, "publication");
        this.addresses = whole(addresses);
        this.sanitiser = Objects.requireNonNull(sanitiser, "sanitiser");
    }

    /**
     * For articles of this publication, which are there; bodies as {@link Sanitiser#news()} lets them pass.
     *
     * @throws IllegalArgumentException if addresses are not whole, as those of a publication without a base address
     */
    public static Feeds with(FeedPolicy policy, Publication publication, Addresses addresses) {
        return new Feeds(policy, publication, addresses, Sanitiser.news());
    }

    /** The same with bodies as this sanitiser lets them pass. */
    public Feeds sanitiser(Sanitiser other) {
        return new Feeds(policy, publication, addresses, other);
    }

    static Addresses whole(Addresses addresses) {
        String home = addresses.home();
        if (!home.startsWith("https://") && !home.startsWith("http://")) {
            throw new IllegalArgumentException(
                    "feeds and sitemaps need whole addresses, such as https://example.org/: the publication has no base address");
        }
        return addresses;
    }

    /**
     * Writes the feed of a listing. Costs two calls of the store for each hundred articles that the feed holds.
     *
     * @param query which articles, and the instant at which they must be public
     * @param out flushed, not closed
     * @return how many articles are in it
     * @throws ContentException if it can't be written
     */
    public int write(FeedFormat format, FeedPlace place, ArticleStore store, ArchiveQuery query, OutputStream out) {
        ArchiveQuery paged = query.limit(Math.min(policy.entries(), PAGE));
        Stream<Article> articles = Walk.pages(store, paged)
                .flatMap(
                        page -> store.find(page.stream().map(ArticleSummary::id).toList()).stream());
        return write(format, place, articles, query.at(), out);
    }

    /**
     * Writes a feed.
     *
     * @param place which listing it is of
     * @param articles in the order of the feed, usually newest first; those that are not public are passed over, and no more
     *     are asked for than it holds. Closed when this returns
     * @param at the instant at which articles must be public; the time of an empty feed
     * @param out flushed, not closed
     * @return how many articles are in it
     * @throws ContentException if it can't be written
     */
    public int write(FeedFormat format, FeedPlace place, Stream<Article> articles, Instant at, OutputStream out) {
        try (articles) {
            Iterator<FeedEntry> entries = articles.filter(article -> article.isPublic(at))
                    .limit(policy.entries())
                    .map(article -> FeedEntry.of(article, policy, sanitiser, addresses))
                    .iterator();
            return format == FeedFormat.JSON
                    ? new JsonFeed(place, publication, addresses).write(entries, out)
                    : new XmlFeed(format, place, publication, addresses).write(entries, at, out);
        } catch (IOException failure) {
            throw new ContentException("a feed can't be written", failure);
        } catch (UncheckedIOException failure) {
            throw new ContentException("a feed can't be written", failure);
        }
    }
}
