package dev.byline.exchange;

/** Why a document can't be read any further. Never leaves the package: readers turn it into the fatal problem. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String reason;

    Refused(long line, String reason) {
        super(reason, null, false, false);
        this.line = line;
        this.reason = reason;
    }

    long line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
