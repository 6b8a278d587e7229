package dev.byline.examples.cli;

/** The input was refused, or there is nothing by that name; the message says which and what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(String message) {
        this(message, Byline.REFUSED);
    }

    private Refusal(String message, int code) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A command line that can't be. */
    static Refusal usage(String message) {
        return new Refusal(message, Byline.USAGE);
    }

    /** The exit code. */
    int code() {
        return code;
    }
}
