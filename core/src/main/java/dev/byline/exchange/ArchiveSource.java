package dev.byline.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files in a zip or tar archive, by their paths; or the one file that is packed with gzip alone.
 *
 * <p>Nothing is unpacked to the disk. What points out of the archive, is a link, a device or encrypted, or grows beyond
 * measure refuses the whole archive, since it was made to harm.
 */
record ArchiveSource(String name, Opening opening) implements ContentSource {
    /** Opens the archive. */
    @FunctionalInterface
    interface Opening {
        ArchiveBytes open() throws IOException;
    }

    @Override
    public void visit(Visitor visitor) throws IOException {
        ArchiveVisit visit = new ArchiveVisit(name, visitor);
        try (ArchiveBytes bytes = opening.open()) {
            ArchiveRange in = new ArchiveRange(bytes, 0, bytes.size());
            byte[] start = new ArchiveRange(bytes, 0, Archives.START).readAllBytes();
            if (Archives.isZip(start)) {
                new ZipArchive(name, visit, bytes).show();
            } else if (Archives.isGzip(start)) {
                try (GzipStream packed = new GzipStream(name, in)) {
                    packed.begin();
                    packed(visit, packed, visitor);
                }
            } else if (TarArchive.recognises(start)) {
                new TarArchive(visit, in).show();
            } else {
                throw visit.refusal("is neither a zip nor a tar archive");
            }
        }
    }

    private void packed(ArchiveVisit visit, GzipStream packed, Visitor visitor) throws IOException {
        InputStream in = new BufferedInputStream(packed, 1 << 16);
        in.mark(TarArchive.BLOCK);
        boolean tar = TarArchive.recognises(in.readNBytes(TarArchive.BLOCK));
        in.reset();
        if (tar) {
            new TarArchive(visit, in).show();
        } else {
            boolean named = name.length() > Reading.GZIP.length() && name.endsWith(Reading.GZIP);
            visitor.visit(named ? name.substring(0, name.length() - Reading.GZIP.length()) : name, in);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
