package dev.byline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives for tests: whole ones as another library writes them, and tar blocks one by one for what none would write. */
final class Packs {
    private static final int BLOCK = 512;

    private Packs() {}

    /** What was read from a source. */
    static Wxrs.Result read(ContentSource source) {
        ContentReader reader =
                ContentReader.recognising(source, ImportOptions.defaults()).orElseThrow();
        return read(reader, source);
    }

    static Wxrs.Result read(ContentReader reader, ContentSource source) {
        List<Item> items = new ArrayList<>();
        ImportReport report = reader.read(source, items::add);
        return new Wxrs.Result(report, items);
    }

    /** Why an archive is refused. */
    static String refusal(byte[] archive) {
        Problem fatal = read(WxrReader.with(ImportOptions.defaults()), ContentSource.archive("test.bin", archive))
                .fatal();
        if (!fatal.document().equals("test.bin")) {
            throw new AssertionError("the fatal problem names " + fatal.document());
        }
        return fatal.message();
    }

    /** The documents of a source and what is in them, in order. */
    static List<String> documents(ContentSource source) {
        List<String> documents = new ArrayList<>();
        try {
            source.visit((document, in) -> {
                documents.add(document + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, String> files) {
        return zip(files, ZipArchiveOutputStream.DEFLATED);
    }

    static byte[] zip(Map<String, String> files, int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setMethod(method);
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = bytes(file.getValue());
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                CRC32 check = new CRC32();
                check.update(content);
                entry.setCrc(check.getValue());
                entry.setSize(content.length);
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] tar(Map<String, String> files) {
        return tar(files, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static byte[] tar(Map<String, String> files, int longNames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, String> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                byte[] content = bytes(file.getValue());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A header of a tar entry. */
    static byte[] header(String name, char type, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name.getBytes(StandardCharsets.ISO_8859_1));
        put(header, 100, bytes("0000644"));
        put(header, 124, bytes(String.format("%011o", size)));
        put(header, 136, bytes("00000000000"));
        header[156] = (byte) type;
        put(header, 257, bytes("ustar\00000"));
        return checked(header);
    }

    /** The header with the checksum that it should have. */
    static byte[] checked(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, bytes(String.format("%06o\0 ", sum)));
        return header;
    }

    /** An entry: its header and its content, filled up to whole blocks. */
    static byte[] entry(String name, char type, byte[] content) {
        return join(
                header(name, type, content.length),
                Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    /** A tar archive of these entries. */
    static byte[] tarOf(byte[]... entries) {
        return join(join(entries), new byte[2 * BLOCK]);
    }

    /** A record of a pax header. */
    static byte[] pax(String key, String value) {
        int length = bytes(key + value).length + 3;
        int whole = length + Integer.toString(length).length();
        whole = length + Integer.toString(whole).length();
        return bytes(whole + " " + key + "=" + value + "\n");
    }

    static void put(byte[] into, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    /** Where these bytes stand for the first time. */
    static int find(byte[] in, byte[] what) {
        for (int at = 0; at <= in.length - what.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
