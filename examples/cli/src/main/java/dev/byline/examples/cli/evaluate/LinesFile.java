package dev.byline.examples.cli.evaluate;

import dev.byline.examples.cli.lines.Lines;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of lines in UTF-8, packed with gzip or not, which is read anew each time. */
public record LinesFile(Path path) {
    /** The most bytes of a line. */
    static final int LONGEST = 16 << 20;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Whoever is given the lines. */
    public interface Taker {
        /**
         * Takes a line; whether it wants more.
         *
         * @param number from 1
         */
        boolean take(String line, long number) throws BadInput;
    }

    /** Gives the lines in order, without a mark of the byte order; blank ones are passed over. */
    public void each(Taker taker) throws BadInput {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BadInput(path, "is no readable file");
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = unpacked(file)) {
            Lines lines = new Lines(in, LONGEST);
            for (String line = lines.next(); line != null; line = lines.next()) {
                String text = lines.number() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (lines.tooLong()) {
                    throw new BadInput(path, lines.number(), "is longer than " + (LONGEST >> 20) + " MiB");
                }
                if (!text.isBlank() && !taker.take(text, lines.number())) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    // By its first bytes, not its name: a file is often renamed and seldom repacked.
    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        boolean packed = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
        file.reset();
        return packed ? new GZIPInputStream(file, 1 << 16) : file;
    }

    private BadInput unreadable(IOException failed) {
        boolean torn = failed instanceof ZipException || failed instanceof EOFException;
        return new BadInput(path, torn ? "is packed with gzip and damaged" : "can't be read: " + failed.getMessage());
    }
}
