package dev.byline.search;

import org.jspecify.annotations.Nullable;

/**
 * The machine failed while searching or indexing: a full disk, a damaged index, a folder that another process holds.
 * Never a reader's fault; the message holds no personal data.
 */
public final class SearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the index itself is at fault. */
    private final boolean rebuildHelps;

    private SearchException(String message, boolean rebuildHelps, @Nullable Throwable cause) {
        super(message, cause);
        this.rebuildHelps = rebuildHelps;
    }

    /** A failure of the machine: what was tried, and what went wrong below, if anything did. */
    public static SearchException failed(String message, @Nullable Throwable cause) {
        return new SearchException(message, false, cause);
    }

    /** An index that is damaged or of another format, so that only building it anew from the store will help. */
    public static SearchException unusable(String message, @Nullable Throwable cause) {
        return new SearchException(message, true, cause);
    }

    /**
     * Whether the index is damaged or of another format: then throwing it away and building it anew from the store
     * helps, and trying again does not.
     */
    public boolean rebuildHelps() {
        return rebuildHelps;
    }
}
