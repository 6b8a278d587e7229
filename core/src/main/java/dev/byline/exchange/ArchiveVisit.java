package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;

/** One visit to an archive: counts its entries, judges their paths and shows those that are files. */
final class ArchiveVisit {
    private static final int MOST_ENTRIES = 500_000;

    private final String archive;
    private final ContentSource.Visitor visitor;
    private final LongSet files = new LongSet();
    private int entries;

    ArchiveVisit(String archive, ContentSource.Visitor visitor) {
        this.archive = archive;
        this.visitor = visitor;
    }

    /**
     * Counts an entry.
     *
     * @return its path, with slashes and without the segments that mean nothing; empty for the archive's own folder
     */
    String enter(String name) throws RefusedSource {
        if (++entries > MOST_ENTRIES) {
            throw refusal("holds more than " + MOST_ENTRIES + " entries");
        }
        return ArchivePath.of(archive, name);
    }

    /** Takes note of a file, of which there can be but one with its path. */
    void file(String path) throws RefusedSource {
        if (path.isEmpty()) {
            throw refusal("holds a file without a name");
        }
        if (!files.add(path)) {
            throw refusal("holds " + Tally.quote(path) + " twice");
        }
    }

    boolean show(String path, InputStream in) throws IOException {
        return visitor.visit(path, in);
    }

    RefusedSource refusal(String reason) {
        return new RefusedSource(archive, reason);
    }

    RefusedSource holds(String path, String which) {
        return refusal("holds " + Tally.quote(path) + ", which " + which);
    }

    RefusedSource damaged(String why) {
        return refusal("is damaged: " + why);
    }
}
