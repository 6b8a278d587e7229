package dev.byline.exchange.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What can be told of JSON from its first bytes: which fields the first value has, as far as they go. Where that is a
 * list, its first element stands for it. Needs no library, and minds no error.
 */
public final class JsonStart {
    private static final int DEEPEST = 32;
    private static final String ELEMENT = "/*";

    private final String text;
    private final Set<String> places = new HashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private final StringBuilder path = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean list;

    /** An object or list that has begun. */
    private static final class Open {
        private final boolean object;
        // How long the path is without what stands in it.
        private final int path;
        private boolean named;

        Open(boolean object, int path) {
            this.object = object;
            this.path = path;
        }
    }

    private JsonStart(String text) {
        this.text = text;
    }

    /** Reads the first bytes of a document. */
    public static JsonStart of(byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        // UTF-16 has a zero byte beside every ASCII character.
        JsonStart read = new JsonStart(bytes.indexOf('\0') < 0 ? bytes : bytes.replace("\0", ""));
        read.read();
        return read;
    }

    /** Whether it is an object or a list at all. */
    public boolean isJson() {
        return !places.isEmpty();
    }

    /** Whether it is a list. */
    public boolean isList() {
        return list;
    }

    /**
     * Whether all these fields are there.
     *
     * @param fields such as {@code /title/rendered}; the elements of a list are called {@code *}
     */
    public boolean has(String... fields) {
        for (String field : fields) {
            if (!places.contains(field)) {
                return false;
            }
        }
        return true;
    }

    /** The first text of a field; empty where it has none. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    private void read() {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) >= 0x80)) {
            at++;
        }
        list = at < text.length() && text.charAt(at) == '[';
        boolean begun = list || (at < text.length() && text.charAt(at) == '{');
        if (begun) {
            places.add("");
        }
        while (begun && at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '{', '[' -> begin(c == '{');
                case '}', ']' -> end();
                case ',' -> next();
                case '"' -> at = string(at);
                default -> {}
            }
            at++;
            begun = !open.isEmpty() && open.size() <= DEEPEST;
        }
    }

    private void begin(boolean object) {
        open.push(new Open(object, path.length()));
        if (!object) {
            path.append(ELEMENT);
        }
    }

    private void end() {
        Open closed = open.pop();
        path.setLength(closed.path);
        if (!open.isEmpty() && open.getFirst().object) {
            path.setLength(open.getFirst().path);
        }
    }

    private void next() {
        Open around = open.getFirst();
        if (around.object) {
            path.setLength(around.path);
            around.named = false;
        }
    }

    private int string(int from) {
        int to = from + 1;
        while (to < text.length() && text.charAt(to) != '"') {
            to += text.charAt(to) == '\\' ? 2 : 1;
        }
        int end = Math.min(to, text.length());
        Open around = open.getFirst();
        if (around.object && !around.named) {
            path.append('/').append(text, from + 1, end);
            around.named = true;
            places.add(place());
        } else {
            texts.putIfAbsent(place(), text.substring(from + 1, end));
        }
        return end;
    }

    private String place() {
        return list ? path.substring(Math.min(ELEMENT.length(), path.length())) : path.toString();
    }
}
