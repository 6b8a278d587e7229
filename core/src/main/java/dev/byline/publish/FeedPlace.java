package dev.byline.publish;

import dev.byline.article.Publication;
import dev.byline.taxonomy.Term;

/**
 * Which listing a feed is of, and where it is.
 *
 * @param title what the feed is called, plain text
 * @param description a line about it, plain text; may be empty
 * @param home the address of the listing's page
 * @param self the address of the feed itself, by which readers follow it
 */
public record FeedPlace(String title, String description, String home, String self) {
    /**
     * All that a site publishes.
     *
     * @param path the feed's own, for example {@code /feed.xml}
     */
    public static FeedPlace site(Publication publication, Addresses addresses, String path) {
        return new FeedPlace(publication.name(), publication.tagline(), addresses.home(), addresses.at(path));
    }

    /** What is filed under a term. */
    public static FeedPlace of(Term term, Publication publication, Addresses addresses, String path) {
        return new FeedPlace(term.name() + " – " + publication.name(), "", addresses.term(term), addresses.at(path));
    }
}
