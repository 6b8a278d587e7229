package dev.byline.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Foreign text that is read as a whole, in UTF-8 and no more than {@value #MOST} bytes. */
final class SmallFile {
    /** The most bytes of it. */
    static final int MOST = 4 << 20;

    private SmallFile() {}

    /** The text of a file, without a byte order mark. */
    static String text(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("there is no readable file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return text(in, file.toString());
        } catch (IOException e) {
            throw unread(file.toString(), e);
        }
    }

    /** The same of a stream, which stays open. */
    static String text(InputStream in, String name) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw unread(name, e);
        }
        if (bytes.length > MOST) {
            throw new Refusal(name + " holds more than " + (MOST >> 20) + " MiB");
        }
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, out, true);
        if (result.isError()) {
            throw new Refusal(name + " is not UTF-8: see line " + line(bytes, left.position()));
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static UncheckedIOException unread(String name, IOException e) {
        return new UncheckedIOException(name + " can't be read: " + e.getMessage(), e);
    }

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
