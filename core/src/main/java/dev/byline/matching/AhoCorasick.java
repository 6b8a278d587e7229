package dev.byline.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Any number of strings, looked for in one pass (Aho and Corasick, "Efficient string matching", 1975).
 *
 * <p>Each character costs at most two steps whatever the strings, and where no string goes on, most cost the look into one
 * small table. Immutable and thread-safe.
 */
public final class AhoCorasick {
    /** What {@link #find} answers where there is nothing. */
    public static final long NOWHERE = -1;

    private static final int NONE = -1;
    private static final int DENSE = 128;
    private static final int DEEPEST_ROW = 3;
    private static final int MOST_ROWS = 1024;

    private final Edges edges;
    private final int[] fail;
    private final int[] depth;
    /** The number of the string that ends at a node. */
    private final int[] number;
    /** The longest string that ends at a node or at a suffix of it, as the node where it ends; 0 where none does. */
    private final int[] found;

    /** Where a node's row begins in {@link #next}, or -1: the nodes near the root, where most of any text is read. */
    private final int[] rows;
    /** The state after each ASCII character at the nodes that have a row. */
    private final int[] next;

    private AhoCorasick(Edges edges, int[] fail, int[] depth, int[] number, int[] found) {
        this.edges = edges;
        this.fail = fail;
        this.depth = depth;
        this.number = number;
        this.found = found;
        rows = new int[fail.length];
        Arrays.fill(rows, NONE);
        int count = 0;
        // A node comes after its parent, so the first ones are near the root as far as strings begin alike.
        for (int node = 0; node < fail.length && count < MOST_ROWS; node++) {
            if (depth[node] <= DEEPEST_ROW) {
                rows[node] = DENSE * count++;
            }
        }
        next = new int[DENSE * count];
        for (int node = 0; node < fail.length; node++) {
            if (rows[node] != NONE) {
                for (char c = 0; c < DENSE; c++) {
                    next[rows[node] + c] = after(edges, fail, node, c);
                }
            }
        }
    }

    /** A string with its number; of equal strings the first counts. */
    public record Entry(String string, int number) {}

    /** A matcher for these; an empty string is never found. */
    public static AhoCorasick of(List<Entry> entries) {
        int size = 1 + entries.stream().mapToInt(e -> e.string().length()).sum();
        Edges edges = new Edges(size);
        int[] parent = new int[size];
        int[] depth = new int[size];
        char[] by = new char[size];
        int[] number = new int[size];
        Arrays.fill(number, NONE);
        int nodes = 1;
        for (Entry entry : entries) {
            String string = entry.string();
            int node = 0;
            for (int i = 0; i < string.length(); i++) {
                int next = edges.get(node, string.charAt(i));
                if (next == NONE) {
                    next = nodes++;
                    edges.put(node, string.charAt(i), next);
                    parent[next] = node;
                    depth[next] = i + 1;
                    by[next] = string.charAt(i);
                }
                node = next;
            }
            if (node != 0 && number[node] == NONE) {
                number[node] = entry.number();
            }
        }
        int[] fail = new int[nodes];
        int[] found = new int[nodes];
        for (int node : byDepth(depth, nodes)) {
            fail[node] = parent[node] == 0 ? 0 : after(edges, fail, fail[parent[node]], by[node]);
            found[node] = number[node] == NONE ? found[fail[node]] : node;
        }
        return new AhoCorasick(edges, fail, Arrays.copyOf(depth, nodes), Arrays.copyOf(number, nodes), found);
    }

    /** Whether it looks for nothing. */
    public boolean isEmpty() {
        return fail.length == 1;
    }

    /**
     * The first string that ends in these characters and, of those that end at the same place, the longest; as one
     * number for {@link #end}, {@link #lengthOf} and {@link #numberOf}.
     */
    public long find(char[] chars, int length) {
        int node = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            node = next(node, c);
            if (found[node] != 0) {
                return (long) (i + 1) << 32 | found[node];
            }
        }
        return NOWHERE;
    }

    /** Where {@link #next} begins. */
    public static int start() {
        return 0;
    }

    /** The state after one more character; with {@link #found} and {@link #shorter} it tells all that ends there. */
    public int next(int state, char c) {
        int node = state;
        while (true) {
            if (c < DENSE && rows[node] != NONE) {
                return next[rows[node] + c];
            }
            int to = edges.get(node, c);
            if (to != NONE) {
                return to;
            }
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
    }

    /** The longest string that ends here, for {@link #lengthOf} and {@link #numberOf}; 0 where none does. */
    public int found(int state) {
        return found[state];
    }

    /** The next shorter string that ends where this one does; 0 where none does. */
    public int shorter(int hit) {
        return found[fail[hit]];
    }

    /** Where the string that was found ends: how many characters come before. */
    public static int end(long hit) {
        return (int) (hit >>> 32);
    }

    /** How long the string is that was found. */
    public int lengthOf(long hit) {
        return depth[(int) hit];
    }

    /** The number of the string that was found. */
    public int numberOf(long hit) {
        return number[(int) hit];
    }

    private static int after(Edges edges, int[] fail, int from, char c) {
        int node = from;
        while (true) {
            int next = edges.get(node, c);
            if (next != NONE) {
                return next;
            }
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
    }

    /** All nodes but the root, the shallow ones first. */
    private static int[] byDepth(int[] depth, int nodes) {
        int[] starts = new int[nodes + 1];
        for (int node = 1; node < nodes; node++) {
            starts[depth[node]]++;
        }
        for (int d = 1; d <= nodes; d++) {
            starts[d] += starts[d - 1];
        }
        int[] order = new int[nodes - 1];
        for (int node = nodes - 1; node > 0; node--) {
            order[--starts[depth[node]]] = node;
        }
        return order;
    }

    /** A hash table from a node and a character to the next node. */
    private static final class Edges {
        private final long[] from;
        private final int[] to;
        private final int mask;

        Edges(int most) {
            int capacity = Integer.highestOneBit(Math.max(8, most) * 2 - 1) * 2;
            from = new long[capacity];
            to = new int[capacity];
            mask = capacity - 1;
        }

        int get(int node, char c) {
            long wanted = packed(node, c);
            for (int i = slot(wanted); from[i] != 0; i = (i + 1) & mask) {
                if (from[i] == wanted) {
                    return to[i];
                }
            }
            return NONE;
        }

        void put(int node, char c, int next) {
            long edge = packed(node, c);
            int i = slot(edge);
            while (from[i] != 0) {
                i = (i + 1) & mask;
            }
            from[i] = edge;
            to[i] = next;
        }

        /** Never 0, which stands for a free slot. */
        private static long packed(int node, char c) {
            return ((long) node << 17) | ((long) c << 1) | 1;
        }

        private int slot(long edge) {
            long mixed = edge * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 32) & mask;
        }
    }
}
