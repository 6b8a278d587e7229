package dev.byline.exchange;

/** How much comes out of an archive, held against what went in. */
final class ArchiveGrowth {
    // What ten thousand articles take is read without asking how well it was packed.
    private static final long FREE = 64L << 20;
    private static final long MOST = 200;

    private final String archive;
    private long unpacked;

    ArchiveGrowth(String archive) {
        this.archive = archive;
    }

    /** Takes what has come out since the last time, and of how many packed bytes everything came. */
    void add(int bytes, long packed) throws RefusedSource {
        unpacked += bytes;
        if (unpacked > FREE && unpacked / MOST > packed) {
            throw new RefusedSource(archive, "grows to more than " + MOST + " times its size");
        }
    }
}
