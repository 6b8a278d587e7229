package dev.byline.examples.cli;

/** The input was refused, or there is nothing by that name; the message says which and what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message, null, false, false);
    }
}
