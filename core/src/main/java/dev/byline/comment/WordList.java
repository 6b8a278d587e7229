package dev.byline.comment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any number of words and phrases, looked for in one pass (Aho and Corasick, "Efficient string matching", 1975) over
 * {@link WordView}s.
 */
final class WordList {
    private static final int NONE = -1;

    private final Edges edges;
    private final int[] fail;
    private final int[] key;
    private final boolean empty;

    private WordList(Edges edges, int[] fail, int[] key, boolean empty) {
        this.edges = edges;
        this.fail = fail;
        this.key = key;
        this.empty = empty;
    }

    /** The keys in their order; one without anything visible is never found. */
    static WordList of(List<String> keys) {
        List<String> views = keys.stream().map(WordView::of).toList();
        int size = 1 + views.stream().mapToInt(String::length).sum();
        Edges edges = new Edges(size);
        int[] parent = new int[size];
        int[] depth = new int[size];
        char[] by = new char[size];
        int[] key = new int[size];
        Arrays.fill(key, NONE);
        int nodes = 1;
        for (int k = 0; k < views.size(); k++) {
            String view = views.get(k);
            int node = 0;
            for (int i = 0; i < view.length(); i++) {
                int next = edges.get(node, view.charAt(i));
                if (next == NONE) {
                    next = nodes++;
                    edges.put(node, view.charAt(i), next);
                    parent[next] = node;
                    depth[next] = i + 1;
                    by[next] = view.charAt(i);
                }
                node = next;
            }
            if (node != 0 && key[node] == NONE) {
                key[node] = k;
            }
        }
        int[] fail = new int[nodes];
        for (int node : byDepth(depth, nodes)) {
            fail[node] = parent[node] == 0 ? 0 : step(edges, fail, fail[parent[node]], by[node]);
            if (key[node] == NONE) {
                key[node] = key[fail[node]];
            }
        }
        return new WordList(edges, fail, Arrays.copyOf(key, nodes), nodes == 1);
    }

    record Hit(int key, int offset) {}

    @Nullable
    Hit find(WordViews views) {
        int key = find(views.plain());
        return key < 0 ? null : new Hit(key, 0);
    }

    /** The number of a key that this view holds, the first that ends; -1 where it holds none. */
    int find(String view) {
        if (empty) {
            return NONE;
        }
        int node = 0;
        for (int i = 0; i < view.length(); i++) {
            node = step(edges, fail, node, view.charAt(i));
            if (key[node] != NONE) {
                return key[node];
            }
        }
        return NONE;
    }

    private static int step(Edges edges, int[] fail, int from, char c) {
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
            return (int) (mixed >>> 40) & mask;
        }
    }
}
