package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in a listing: behind the article that was published at this instant and has this id, whether or not it is
 * still there. So a page that follows is right while others are published and withdrawn.
 *
 * @param publishedAt when that article was published
 * @param id its id
 */
public record ArchiveCursor(Instant publishedAt, ArticleId id) {
    /** The place behind this article. */
    public static ArchiveCursor behind(Listed article) {
        Instant published = article.publishedAt();
        if (published == null) {
            throw new IllegalArgumentException("article " + article.id() + " has no date and so no place in a listing");
        }
        return new ArchiveCursor(published, article.id());
    }

    /**
     * Reads what {@link #toString()} wrote, for example from an address.
     *
     * @return empty if it is no cursor, which a reader may well have typed
     */
    public static Optional<ArchiveCursor> parse(String text) {
        int tilde = text.indexOf('~');
        try {
            return tilde < 0
                    ? Optional.empty()
                    : Optional.of(new ArchiveCursor(
                            Instant.parse(text.substring(0, tilde)), ArticleId.of(text.substring(tilde + 1))));
        } catch (DateTimeException | IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }

    /**
     * As {@link #parse(String)}, for text that can be nothing else, such as JSON that Byline wrote.
     *
     * @throws IllegalArgumentException if it is no cursor
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ArchiveCursor of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a cursor: \"" + text + "\""));
    }

    /** The instant, {@code ~} and the id; percent-encode it in an address. */
    @Override
    @JsonValue
    public String toString() {
        return publishedAt + "~" + id;
    }
}
