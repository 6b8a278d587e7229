package dev.byline.exchange;

import java.util.List;

/** What reading and writing Byline's JSON lines have in common. */
final class JsonLines {
    static final String FORMAT = "Byline JSON lines";
    static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json");
    static final int LONGEST_LINE = 16 << 20;
    static final int DEEPEST = 100;
    static final int MOST_TOKENS = 300_000;

    private JsonLines() {}

    /** The binding to JSON, or one clear word on what is missing. */
    static JsonBinding binding() {
        try {
            return new JsonBinding();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    FORMAT + " need the artifact tools.jackson.core:jackson-databind, version 3, which is not there",
                    e);
        }
    }

    static boolean recognises(byte[] start) {
        int at = start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF
                ? 3
                : 0;
        while (at < start.length && isSpace(start[at])) {
            at++;
        }
        return at < start.length && start[at] == '{';
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
