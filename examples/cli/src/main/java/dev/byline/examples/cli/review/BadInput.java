package dev.byline.examples.cli.review;

/** A document says what can't be; the message begins with the path of the field. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PATH = 120;

    BadInput(String path, String problem) {
        super(path.isEmpty() ? problem : shortened(path, LONGEST_PATH) + ": " + problem, null, false, false);
    }

    static String shortened(String text, int most) {
        int points = text.codePointCount(0, text.length());
        return points <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + '…';
    }
}
