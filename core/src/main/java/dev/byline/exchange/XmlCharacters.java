package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * The characters of an XML document: decoded strictly, by its byte order mark, else by what it declares, else as UTF-8.
 *
 * <p>The JDK's parser could do this itself, but prints to the error stream when a byte is wrong. Gives all characters
 * before a wrong byte, so that the parser knows the line.
 */
final class XmlCharacters extends Reader {
    private static final int START = 1024;
    private static final int CHUNK = 8192;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
    private boolean ended;
    private boolean begun;
    private boolean broken;

    private XmlCharacters(InputStream in, Charset charset) {
        this.in = in;
        decoder = charset.newDecoder();
    }

    static XmlCharacters of(InputStream in) throws IOException, Refused {
        PushbackInputStream bytes = new PushbackInputStream(in, START);
        byte[] start = bytes.readNBytes(START);
        bytes.unread(start);
        return new XmlCharacters(bytes, charset(start));
    }

    private static Charset charset(byte[] start) throws Refused {
        int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
        switch (first) {
            case 0xFEFF, '<' -> {
                return StandardCharsets.UTF_16BE;
            }
            case 0xFFFE, '<' << 8 -> {
                return StandardCharsets.UTF_16LE;
            }
            case 0xEFBB -> {
                return StandardCharsets.UTF_8;
            }
            default -> {}
        }
        String declared = declared(new String(start, StandardCharsets.ISO_8859_1));
        if (declared.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(declared);
            if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
                throw new Refused(1, "declares the encoding " + charset.name() + ", but is not written in it");
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refused(1, "declares the encoding " + Tally.quote(declared) + ", which nobody knows");
        }
    }

    private static String declared(String start) {
        int end = start.startsWith("<?xml") ? start.indexOf("?>") : -1;
        int at = end < 0 ? -1 : start.substring(0, end).indexOf("encoding");
        if (at < 0) {
            return "";
        }
        String rest = start.substring(at + "encoding".length(), end).strip();
        String value = rest.startsWith("=") ? rest.substring(1).strip() : "";
        int close = value.isEmpty() ? -1 : value.indexOf(value.charAt(0), 1);
        return close < 0 ? "" : value.substring(1, close);
    }

    /** Whether a byte was met that is none of the encoding; the parser does not hand the exception on. */
    boolean broken() {
        return broken;
    }

    String encoding() {
        return decoder.charset().name();
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(buffer, from, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            int count = withoutMark(buffer, from, out.position());
            if (count > 0) {
                return count;
            }
            out.clear();
            if (result.isError()) {
                broken = true;
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private int withoutMark(char[] buffer, int from, int count) {
        if (begun || count == 0) {
            return count;
        }
        begun = true;
        if (buffer[from] != '\uFEFF') {
            return count;
        }
        System.arraycopy(buffer, from + 1, buffer, from, count - 1);
        return count - 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() {
        // The stream belongs to the source.
    }
}
