package dev.byline.exchange.json;

/** Why JSON can't be read any further. */
public final class UnreadableJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String reason;

    UnreadableJson(long line, String reason) {
        super(reason, null, false, false);
        this.line = line;
        this.reason = reason;
    }

    /** The line on which it ends, counted from 1. */
    public long line() {
        return line;
    }

    /** What is wrong, in words that quote nothing of it. */
    public String reason() {
        return reason;
    }
}
