package dev.byline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What archives are known by. */
final class Archives {
    /** How many first bytes {@link #recognises} wants to see. */
    static final int START = 512;

    private static final int MAGIC_OF_TAR = 257;

    private Archives() {}

    /** Whether a file that begins so is one. */
    static boolean recognises(byte[] start) {
        return isZip(start) || isGzip(start) || isTar(start);
    }

    static boolean isZip(byte[] start) {
        // The second is how a zip without entries begins.
        return isAt(start, 0, "PK\u0003\u0004") || isAt(start, 0, "PK\u0005\u0006");
    }

    static boolean isGzip(byte[] start) {
        return isAt(start, 0, "\u001f\u008b\u0008");
    }

    static boolean isTar(byte[] start) {
        return isAt(start, MAGIC_OF_TAR, "ustar");
    }

    private static boolean isAt(byte[] bytes, int from, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        int to = from + wanted.length;
        return bytes.length >= to && Arrays.equals(bytes, from, to, wanted, 0, wanted.length);
    }
}
