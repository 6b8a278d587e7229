package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Comments in the order in which a page prints them: each before the replies to it, siblings oldest first.
 *
 * <p>A reply to a comment that is not shown moves up to the nearest comment above that is; one whose parent is not
 * there, or is on another article, stands on the top level (C-41). Where parents lead in a circle, its oldest shown
 * comment stands on the top level (C-42). Nothing recurses: depth and number are bounded by memory alone.
 *
 * @param entries the comments, each once
 */
@JsonPropertyOrder("entries")
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentThread(List<Entry> entries) {
    private static final int NONE = -1;

    /**
     * A comment in its place.
     *
     * @param comment the comment
     * @param depth how deep to indent it; 0 for the top level, and at most one more than the entry before
     */
    @JsonPropertyOrder({"comment", "depth"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(Comment comment, int depth) {
        /** Checks the depth. */
        public Entry {
            Objects.requireNonNull(comment, "comment");
            if (depth < 0) {
                throw new IllegalArgumentException("comment " + comment.id() + " can't have the depth " + depth);
            }
        }
    }

    /** Copies the list. */
    public CommentThread {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** The thread of the approved comments; of several with one id the first counts. */
    public static CommentThread of(Collection<Comment> comments) {
        return of(comments, comment -> comment.state() == CommentState.APPROVED);
    }

    /** The thread of the comments that are to be shown, for example to a moderator. */
    public static CommentThread of(Collection<Comment> comments, Predicate<Comment> shown) {
        Map<CommentId, Comment> byId = new HashMap<>(comments.size() * 2);
        comments.forEach(comment -> byId.putIfAbsent(comment.id(), comment));
        Comment[] sorted = byId.values().toArray(new Comment[0]);
        Arrays.sort(sorted, Comment.OLDEST_FIRST);
        boolean[] isShown = new boolean[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            isShown[i] = shown.test(sorted[i]);
        }
        int[] parents = parents(sorted);
        cutCircles(parents, isShown);
        return new CommentThread(inOrder(sorted, isShown, shownParents(parents, isShown)));
    }

    /** How many comments there are. */
    public int size() {
        return entries.size();
    }

    /**
     * The same thread in the same order, but what is indented deeper than this is indented just so deep. WordPress' five
     * levels are {@code atMost(4)}.
     *
     * @param depth 0 or more
     */
    public CommentThread atMost(int depth) {
        return new CommentThread(entries.stream()
                .map(entry -> entry.depth() <= depth ? entry : new Entry(entry.comment(), depth))
                .toList());
    }

    private static int[] parents(Comment[] sorted) {
        Map<CommentId, Integer> places = new HashMap<>(sorted.length * 2);
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i].id(), i);
        }
        int[] parents = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            CommentId parent = sorted[i].parent();
            int place = parent == null ? NONE : places.getOrDefault(parent, NONE);
            parents[i] = place != NONE && sorted[place].article().equals(sorted[i].article()) ? place : NONE;
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

    private static List<Entry> inOrder(Comment[] sorted, boolean[] isShown, int[] parents) {
        // Linked from the newest to the oldest, so that the oldest is the first child.
        int[] firstChild = new int[sorted.length];
        int[] nextSibling = new int[sorted.length];
        int[] depth = new int[sorted.length];
        Arrays.fill(firstChild, NONE);
        int top = NONE;
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (!isShown[i]) {
                continue;
            }
            if (parents[i] == NONE) {
                nextSibling[i] = top;
                top = i;
            } else {
                nextSibling[i] = firstChild[parents[i]];
                firstChild[parents[i]] = i;
            }
        }
        List<Entry> entries = new ArrayList<>(sorted.length);
        int at = top;
        while (at != NONE) {
            entries.add(new Entry(sorted[at], depth[at]));
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
