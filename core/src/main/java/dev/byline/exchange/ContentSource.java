package dev.byline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where content comes from: one document or several, which can be read more than once.
 *
 * <p>A file is one document; a folder or an archive is a source whose documents are its files. Readers go over a source
 * as often as they need, so each time it must show the same documents in the same order. A stream that can be read only
 * once is no source: the host saves it to a file or reads it into bytes first.
 */
public interface ContentSource {
    /** What reports call the source, for example the name of its file; no path, so that a report can be shown. */
    String name();

    /**
     * Shows each document in turn until the visitor has seen enough; may be called again.
     *
     * @throws IOException if a document can't be opened or read
     */
    void visit(Visitor visitor) throws IOException;

    /** Sees the documents of a source. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Sees one document.
         *
         * @param document what reports call it: its path within the source, or the source's name where it has but one,
         *     without {@code .gz} where gzip packed it
         * @param in its bytes from the first; the source closes it
         * @return whether to go on to the next one
         * @throws IOException if the bytes can't be read
         */
        boolean visit(String document, InputStream in) throws IOException;

        /** Hears of something in the source that is not shown, with what it is; does nothing by itself. */
        default void passOver(String what) {}
    }

    /** A file; opened each time it is visited. */
    static ContentSource file(Path file) {
        return new SingleDocument(nameOf(file), () -> Files.newInputStream(file));
    }

    /**
     * All files in a folder and the folders in it, by their paths, in the order of these. Each visit looks anew.
     *
     * <p>Links in it are not followed but passed over, and so are devices and files whose path holds a control
     * character; a report counts them as skipped. A reader refuses a folder with more than 500,000 files.
     */
    static ContentSource folder(Path folder) {
        return new FolderSource(nameOf(folder.toAbsolutePath().normalize()), folder);
    }

    /**
     * The files in an archive: zip, tar, tar packed with gzip, or one file packed with gzip; which one is told by its
     * first bytes. Its documents come in the order of the archive, as streams: nothing is unpacked to the disk, and
     * archives in the archive are files like others.
     *
     * <p>A reader refuses an archive that is damaged, or made to harm: one with an entry whose path is absolute, leads
     * out of it, holds a control character or more than 1,024 characters, or stands there twice; that is encrypted or
     * anything but a plain file or folder; with more than 500,000 entries; or that grows to more than 200 times its size
     * and more than 64 MiB. Names that are not UTF-8 are read as code page 437.
     */
    static ContentSource archive(Path archive) {
        return new ArchiveSource(nameOf(archive), () -> ArchiveBytes.of(Files.newByteChannel(archive)));
    }

    /** An archive in memory under a name for reports, else as {@link #archive(Path)}. The array is not copied. */
    static ContentSource archive(String name, byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(name, "name");
        return new ArchiveSource(name, () -> ArchiveBytes.of(bytes));
    }

    /**
     * What lies at a path: a folder, an archive, or a file of any other kind. A link that is named here is followed.
     *
     * @throws dev.byline.article.ContentException if the machine fails to tell what it is
     */
    static ContentSource at(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        ContentSource file = file(path);
        try (InputStream in = Files.newInputStream(path)) {
            return Archives.recognises(in.readNBytes(Archives.START)) ? archive(path) : file;
        } catch (IOException e) {
            throw Failures.cannotRead(file, e);
        }
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Bytes in memory under a name for reports. The array is not copied: don't change it while it is read. */
    static ContentSource of(String name, byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new SingleDocument(name, () -> new ByteArrayInputStream(bytes));
    }
}
