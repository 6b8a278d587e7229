package dev.byline.examples.cli.evaluate;

import java.nio.file.Path;

/** A file says what can't be evaluated; the message names the file, the line where there is one, and the problem. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    /** A file as a whole. */
    public BadInput(Path file, String problem) {
        super(file + " " + problem, null, false, false);
    }

    /** A line of it, from 1. */
    public BadInput(Path file, long line, String problem) {
        super(file + ", line " + line + ": " + problem, null, false, false);
    }
}
