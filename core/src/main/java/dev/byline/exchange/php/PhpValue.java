package dev.byline.exchange.php;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that PHP serialised, as plugins of WordPress store what they know: a scalar or an array.
 *
 * <p>Objects are never made: what holds one is no value, and neither is what is cut off, nested deeper than 32 levels or
 * larger than 10,000 values. Linear in the length, without recursion. PHP counts the bytes of a text; where a count is
 * wrong, since somebody replaced an address in a dump, the text ends at the next <code>";</code>.
 */
public final class PhpValue {
    /** What is no value. */
    public static final PhpValue NOTHING = scalar("");

    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private final Map<String, PhpValue> entries;
    private final boolean array;

    private PhpValue(String text, Map<String, PhpValue> entries, boolean array) {
        this.text = text;
        this.entries = entries;
        this.array = array;
    }

    private static PhpValue scalar(String text) {
        return new PhpValue(text, Map.of(), false);
    }

    /** Reads a value; {@link #NOTHING} if it is none. */
    public static PhpValue of(String serialised) {
        return new Reading(serialised.strip().getBytes(StandardCharsets.UTF_8)).read();
    }

    /** The text or number; {@code 1} or empty for true or false; empty for an array, null and what is no value. */
    public String text() {
        return text;
    }

    /** The entries of an array in their order; none for anything else. */
    public Map<String, PhpValue> entries() {
        return entries;
    }

    /** An entry of an array; {@link #NOTHING} if it has none of this key. */
    public PhpValue at(String key) {
        return entries.getOrDefault(key, NOTHING);
    }

    /** An array whose end has not been seen. */
    private static final class Open {
        private final Map<String, PhpValue> entries = new LinkedHashMap<>();
        private String key = "";
        private boolean keyed;
    }

    /** Goes over the bytes once. */
    private static final class Reading {
        private final byte[] bytes;
        private final Deque<Open> open = new ArrayDeque<>();
        private int at;
        private boolean broken;
        // From here on no text ends as it should, so that nothing is searched twice.
        private boolean noMoreEnds;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        PhpValue read() {
            for (int values = 0; values < MOST_VALUES && at < bytes.length; values++) {
                PhpValue done = value();
                if (broken) {
                    return NOTHING;
                }
                if (done != null && open.isEmpty()) {
                    return at == bytes.length ? done : NOTHING;
                }
                if (done != null) {
                    add(open.getFirst(), done);
                }
            }
            return NOTHING;
        }

        private void add(Open array, PhpValue value) {
            if (array.keyed) {
                array.entries.put(array.key, value);
                array.keyed = false;
            } else {
                broken |= value.array;
                array.key = value.text;
                array.keyed = true;
            }
        }

        /** The value that begins here, or the array that ends here; null where an array begins. */
        private @Nullable PhpValue value() {
            switch (bytes[at]) {
                case '}' -> {
                    at++;
                    Open closed = open.poll();
                    broken |= closed == null || closed.keyed;
                    return closed == null
                            ? NOTHING
                            : new PhpValue("", Collections.unmodifiableMap(closed.entries), true);
                }
                case 'N' -> {
                    broken |= !skip("N;");
                    return scalar("");
                }
                case 'a' -> {
                    broken |= !skip("a:");
                    number(':');
                    broken |= !skip("{") || open.size() == DEEPEST;
                    open.push(new Open());
                    return null;
                }
                case 's' -> {
                    return string();
                }
                case 'i', 'd', 'b' -> {
                    char type = (char) bytes[at];
                    at++;
                    broken |= !skip(":");
                    String number = number(';');
                    return scalar(type == 'b' && number.equals("0") ? "" : number);
                }
                default -> {
                    // "O" and "C" are objects, "r" and "R" lead elsewhere.
                    broken = true;
                    return null;
                }
            }
        }

        private PhpValue string() {
            broken |= !skip("s:");
            String length = number(':');
            broken |= !skip("\"");
            int from = at;
            long end = broken || length.length() > 9 || !isNumber(length) ? -1 : from + Long.parseLong(length);
            if (end < 0 || !ends(end)) {
                end = nextEnd(from);
            }
            if (broken || end < 0) {
                broken = true;
                return NOTHING;
            }
            at = (int) end + 2;
            return scalar(new String(bytes, from, (int) end - from, StandardCharsets.UTF_8));
        }

        private boolean ends(long end) {
            return end + 1 < bytes.length && bytes[(int) end] == '"' && bytes[(int) end + 1] == ';';
        }

        private int nextEnd(int from) {
            for (int end = from; !noMoreEnds && end + 1 < bytes.length; end++) {
                if (ends(end)) {
                    return end;
                }
            }
            noMoreEnds = true;
            return -1;
        }

        private String number(char last) {
            int from = at;
            while (at < bytes.length && bytes[at] != last && at - from <= LONGEST_NUMBER) {
                at++;
            }
            broken |= at == bytes.length || bytes[at] != last || at == from;
            String number = new String(bytes, from, at - from, StandardCharsets.UTF_8);
            at = Math.min(at + 1, bytes.length);
            return number;
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private boolean skip(String expected) {
            byte[] wanted = expected.getBytes(StandardCharsets.UTF_8);
            int end = at + wanted.length;
            boolean there = end <= bytes.length && Arrays.equals(bytes, at, end, wanted, 0, wanted.length);
            at = there ? end : at;
            return there;
        }
    }
}
