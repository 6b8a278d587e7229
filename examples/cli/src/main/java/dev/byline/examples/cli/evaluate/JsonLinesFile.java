package dev.byline.examples.cli.evaluate;

import dev.byline.examples.cli.lines.BadLine;
import dev.byline.examples.cli.lines.JsonLine;
import java.nio.file.Path;

/** A file with one JSON object a line, packed with gzip or not, which is read anew each time. */
public record JsonLinesFile(Path path) {
    /** Whoever is given the lines. */
    public interface Taker {
        /** Takes a line; whether it wants more. */
        boolean take(JsonLine line) throws BadLine, BadInput;
    }

    /** Gives the lines in order; blank ones are passed over. */
    public void each(Taker taker) throws BadInput {
        new LinesFile(path).each((text, number) -> {
            try {
                return taker.take(JsonLine.parse(text, number));
            } catch (BadLine bad) {
                throw new BadInput(path, number, bad.reason());
            }
        });
    }
}
