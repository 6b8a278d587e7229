package dev.byline.article;

/** The machine failed while content was read or written: a disk, a database, a damaged file. Never a reader's fault. */
public final class ContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with what was tried; holds no personal data. */
    public ContentException(String message) {
        super(message);
    }

    /** A failure with what was tried and what went wrong below; the message holds no personal data. */
    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
