package dev.byline.examples.cli.site;

/**
 * The folder can't be worked with: nothing is there, it is damaged, of another version, or in use. The message is for
 * the person at the terminal and says what to do.
 *
 * <p>Damage that shows only when a damaged part is read is a {@link dev.byline.article.ContentException}, with a
 * message of the same kind.
 */
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SiteException(String message) {
        super(message);
    }

    SiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
