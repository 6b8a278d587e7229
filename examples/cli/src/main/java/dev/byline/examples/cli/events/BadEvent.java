package dev.byline.examples.cli.events;

/** A line is no event; the message says why, and holds nothing of a visitor. */
public final class BadEvent extends Exception {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public BadEvent(String reason) {
        super(reason, null, false, false);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
