package dev.byline.ranking;

/** The machine failed while something was counted or ranked: a disk, a damaged file, a folder in use elsewhere. */
public final class RankingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with what was tried; holds no personal data. */
    public RankingException(String message) {
        super(message);
    }

    /** A failure with what was tried and what went wrong below; the message holds no personal data. */
    public RankingException(String message, Throwable cause) {
        super(message, cause);
    }
}
