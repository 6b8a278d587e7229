package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** How every reader goes over a source. */
final class Reading {
    /** What the name of a file gets when gzip packs it. */
    static final String GZIP = ".gz";

    private Reading() {}

    /**
     * Shows the documents that may be of a format. A source that is one document shows it whatever it is called; of
     * several, those count that are called as the format's are, and the others are skipped.
     *
     * @param endings how the names of the format's documents end, in lower case
     * @param tally takes what is the source's own fault, which refuses it, and what is skipped
     * @param skip what the others are in the report; empty where another pass counts them
     * @throws dev.byline.article.ContentException if the machine fails to give the bytes
     */
    static void over(
            ContentSource source, List<String> endings, String skip, Tally tally, ContentSource.Visitor visitor) {
        try {
            source.visit(new ContentSource.Visitor() {
                @Override
                public boolean visit(String document, InputStream in) throws IOException {
                    if (isOne(source, document) || isCalled(document, endings)) {
                        return visitor.visit(document, in);
                    }
                    passOver(skip);
                    return true;
                }

                @Override
                public void passOver(String what) {
                    if (!skip.isEmpty()) {
                        tally.skip(what);
                    }
                }
            });
        } catch (RefusedSource e) {
            tally.refuse(e.document(), new Refused(0, e.reason()));
        } catch (IOException e) {
            throw Failures.cannotRead(source, e);
        }
    }

    /** Whether a document is the only one of its source, which may be packed. */
    static boolean isOne(ContentSource source, String document) {
        return document.equals(source.name()) || (document + GZIP).equals(source.name());
    }

    /** Whether the name ends so, and neither it nor a folder above it is hidden or a leftover of macOS. */
    static boolean isCalled(String document, List<String> endings) {
        String name = document.toLowerCase(Locale.ROOT);
        if (name.startsWith(".")
                || name.contains("/.")
                || name.startsWith("__macosx/")
                || name.contains("/__macosx/")) {
            return false;
        }
        return endings.stream().anyMatch(name::endsWith);
    }
}
