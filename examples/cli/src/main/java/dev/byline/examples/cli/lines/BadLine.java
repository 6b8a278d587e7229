package dev.byline.examples.cli.lines;

/** A line is not what it should be; the message says why, and quotes nothing of it. */
public final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public BadLine(String reason) {
        super(reason, null, false, false);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
