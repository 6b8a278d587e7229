package dev.byline.exchange;

import dev.byline.article.ContentException;
import java.io.IOException;

/** What is thrown when the machine fails. */
final class Failures {
    private Failures() {}

    static ContentException cannotRead(ContentSource source, IOException cause) {
        return new ContentException("can't read " + source.name(), cause);
    }

    static ContentException cannotWrite(String format, IOException cause) {
        return new ContentException("can't write " + format, cause);
    }
}
