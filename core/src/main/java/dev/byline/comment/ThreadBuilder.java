package dev.byline.comment;

import dev.byline.comment.CommentThread.Entry;
import dev.byline.comment.CommentThread.Votes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts comments into the order of a thread.
 *
 * <p>A comment is known by its place among all, oldest first, so that a greater number is newer. Every walk up from a
 * comment ends at one that was walked before; so all but the sorting is linear, however deep a thread is.
 */
final class ThreadBuilder {
    private static final int NONE = -1;

    private final Comment[] sorted;
    private final boolean[] isShown;
    /** Which comments have an entry: the shown ones that were not pruned, and the tombstones. */
    private final boolean[] stands;
    /** The comment below which one stands. */
    private final int[] parents;

    /** A comment and its place, once that is known. */
    private static final class Node implements Comparable<Node> {
        private final Comment comment;
        /** At hand, since sorting looks at it most. */
        private final long second;

        private int place;

        Node(Comment comment) {
            this.comment = comment;
            this.second = comment.at().getEpochSecond();
        }

        @Override
        public int compareTo(Node other) {
            return second == other.second
                    ? Comment.OLDEST_FIRST.compare(comment, other.comment)
                    : Long.compare(second, other.second);
        }
    }

    ThreadBuilder(Collection<Comment> comments, Predicate<Comment> shown, ThreadRules.Gone gone) {
        Map<CommentId, Node> byId = new HashMap<>(comments.size() * 2);
        comments.forEach(comment -> byId.computeIfAbsent(comment.id(), id -> new Node(comment)));
        Node[] nodes = byId.values().toArray(new Node[0]);
        Arrays.sort(nodes);
        sorted = new Comment[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            sorted[i] = nodes[i].comment;
            nodes[i].place = i;
        }
        isShown = new boolean[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            isShown[i] = shown.test(sorted[i]);
        }
        int[] above = parents(sorted, byId);
        cutCircles(above, isShown);
        stands = switch (gone) {
            case PROMOTE -> isShown;
            case TOMBSTONE -> withAllAbove(above, isShown);
            case PRUNE -> wholeWayShown(above, isShown);
        };
        parents = gone == ThreadRules.Gone.PROMOTE ? shownParents(above, isShown) : above;
    }

    List<Entry> entries(ThreadRules rules, Function<CommentId, @Nullable Votes> votes) {
        int[] roots = inOrder(rules.roots(), votes);
        int[] replies = rules.replies() == rules.roots() ? roots : inOrder(rules.replies(), votes);
        return walk(roots, replies);
    }

    private static int[] parents(Comment[] sorted, Map<CommentId, Node> byId) {
        int[] parents = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            CommentId parent = sorted[i].parent();
            Node node = parent == null ? null : byId.get(parent);
            parents[i] = node != null && node.comment.article().equals(sorted[i].article()) ? node.place : NONE;
        }
        return parents;
    }

    /** Puts one comment of every circle on the top level: the oldest that is shown, else the oldest. */
    private static void cutCircles(int[] parents, boolean[] isShown) {
        int[] walk = new int[parents.length];
        for (int start = 0; start < parents.length; start++) {
            int at = start;
            while (at != NONE && walk[at] == 0) {
                walk[at] = start + 1;
                at = parents[at];
            }
            if (at == NONE || walk[at] != start + 1) {
                continue;
            }
            int first = at;
            int oldest = at;
            do {
                boolean better = isShown[at] == isShown[oldest] ? at < oldest : isShown[at];
                oldest = better ? at : oldest;
                at = parents[at];
            } while (at != first);
            parents[oldest] = NONE;
        }
    }

    /** The nearest shown comment above each; the comments in between are walked once. */
    private static int[] shownParents(int[] parents, boolean[] isShown) {
        int[] nearest = parents.clone();
        for (int start = 0; start < parents.length; start++) {
            int above = nearest[start];
            while (above != NONE && !isShown[above]) {
                above = nearest[above];
            }
            int at = start;
            while (at != NONE && nearest[at] != above) {
                int next = nearest[at];
                nearest[at] = above;
                at = next;
            }
        }
        return nearest;
    }

    /** The shown comments and all above them. */
    private static boolean[] withAllAbove(int[] parents, boolean[] isShown) {
        boolean[] stands = new boolean[parents.length];
        for (int start = 0; start < parents.length; start++) {
            int at = isShown[start] ? start : NONE;
            while (at != NONE && !stands[at]) {
                stands[at] = true;
                at = parents[at];
            }
        }
        return stands;
    }

    /** The comments that are shown, and so are all above them. */
    private static boolean[] wholeWayShown(int[] parents, boolean[] isShown) {
        boolean[] stands = new boolean[parents.length];
        boolean[] isKnown = new boolean[parents.length];
        for (int start = 0; start < parents.length; start++) {
            int end = start;
            while (end != NONE && !isKnown[end] && isShown[end]) {
                end = parents[end];
            }
            boolean whole = end == NONE || stands[end];
            for (int at = start; at != end; at = parents[at]) {
                isKnown[at] = true;
                stands[at] = whole;
            }
        }
        return stands;
    }

    /** All comments, so that siblings among them come in this order. */
    private int[] inOrder(ThreadRules.Order order, Function<CommentId, @Nullable Votes> votes) {
        return switch (order) {
            case OLDEST -> {
                int[] oldest = new int[sorted.length];
                Arrays.setAll(oldest, i -> i);
                yield oldest;
            }
            case NEWEST -> greatestFirst(new double[sorted.length]);
            case ACTIVE -> greatestFirst(latest());
            case SCORE -> greatestFirst(values(votes, cast -> cast.up() > 0 ? cast.score() : 0.0 - cast.down()));
            case CONTROVERSY -> greatestFirst(values(votes, Votes::controversy));
        };
    }

    /** By value, then the newer first. */
    private static int[] greatestFirst(double[] values) {
        double[] ranks = values.clone();
        Arrays.sort(ranks);
        long[] places = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            // Equal values find the same rank, be it any of theirs.
            places[i] = (long) Arrays.binarySearch(ranks, values[i]) << Integer.SIZE | i;
        }
        Arrays.sort(places);
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) places[order.length - 1 - i];
        }
        return order;
    }

    private double[] values(Function<CommentId, @Nullable Votes> votes, ToDoubleFunction<Votes> formula) {
        double[] values = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            Votes cast = stands[i] && isShown[i] ? votes.apply(sorted[i].id()) : null;
            values[i] = formula.applyAsDouble(cast == null ? Votes.NONE : cast);
        }
        return values;
    }

    /** The newest shown comment of each subtree: whoever is reached from the newest first, keeps it. */
    private double[] latest() {
        double[] latest = new double[sorted.length];
        Arrays.fill(latest, NONE);
        for (int i = sorted.length - 1; i >= 0; i--) {
            int at = stands[i] && isShown[i] ? i : NONE;
            while (at != NONE && latest[at] == NONE) {
                latest[at] = i;
                at = parents[at];
            }
        }
        return latest;
    }

    private List<Entry> walk(int[] roots, int[] replies) {
        int[] firstChild = new int[sorted.length];
        int[] nextSibling = new int[sorted.length];
        int[] depth = new int[sorted.length];
        Arrays.fill(firstChild, NONE);
        Arrays.fill(nextSibling, NONE);
        int top = NONE;
        // Linked from the last to the first, so that the first becomes the first child.
        for (int i = sorted.length - 1; i >= 0; i--) {
            int root = roots[i];
            if (stands[root] && parents[root] == NONE) {
                nextSibling[root] = top;
                top = root;
            }
            int reply = replies[i];
            if (stands[reply] && parents[reply] != NONE) {
                nextSibling[reply] = firstChild[parents[reply]];
                firstChild[parents[reply]] = reply;
            }
        }
        List<Entry> entries = new ArrayList<>(sorted.length);
        int at = top;
        while (at != NONE) {
            entries.add(new Entry(sorted[at].id(), isShown[at] ? sorted[at] : null, depth[at]));
            if (firstChild[at] != NONE) {
                depth[firstChild[at]] = depth[at] + 1;
                at = firstChild[at];
                continue;
            }
            while (at != NONE && nextSibling[at] == NONE) {
                at = parents[at];
            }
            if (at != NONE) {
                depth[nextSibling[at]] = depth[at];
                at = nextSibling[at];
            }
        }
        return entries;
    }
}
