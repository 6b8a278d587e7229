package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Comments in the order in which a page prints them: each before the replies to it, siblings as {@link ThreadRules} say.
 *
 * <p>A reply whose parent is not there, or is on another article, stands on the top level (C-41); what becomes of the
 * replies to a comment that is there but not shown, the rules say (C-43). Where parents lead in a circle, its oldest
 * shown comment stands on the top level (C-42). Nothing recurses: depth and number are bounded by memory alone.
 *
 * <pre>{@code
 * var rules = ThreadRules.defaults().roots(ThreadRules.Order.SCORE).gone(ThreadRules.Gone.TOMBSTONE);
 * var thread = CommentThread.of(comments, rules, votes::get);
 * var page = thread.page(1, CommentThread.WORDPRESS_ROOTS);
 * for (var entry : page.thread().atMost(4).entries()) {
 *     print(entry.depth(), entry.comment());                    // null for a tombstone
 * }
 * }</pre>
 *
 * @param entries the entries, each comment once
 */
@JsonPropertyOrder("entries")
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentThread(List<Entry> entries) {
    /** How many comments of the top level WordPress shows on a page, with all replies to them. */
    public static final int WORDPRESS_ROOTS = 50;

    /**
     * A comment in its place, or a tombstone in the place of one that is not shown.
     *
     * @param id the id of the comment
     * @param comment the comment; null for a tombstone
     * @param depth how deep to indent it; 0 for the top level, and at most one more than the entry before
     */
    @JsonPropertyOrder({"id", "comment", "depth"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(CommentId id, @Nullable Comment comment, int depth) {
        /** Checks the depth, and takes a missing id from the comment. */
        public Entry {
            id = id == null ? Objects.requireNonNull(comment, "comment").id() : id;
            if (comment != null && !comment.id().equals(id)) {
                throw new IllegalArgumentException("the entry " + id + " can't hold the comment " + comment.id());
            }
            if (depth < 0) {
                throw new IllegalArgumentException("comment " + id + " can't have the depth " + depth);
            }
        }

        /** A comment in its place. */
        public Entry(Comment comment, int depth) {
            this(comment.id(), comment, depth);
        }

        /** Whether it is a tombstone. */
        public boolean gone() {
            return comment == null;
        }
    }

    /**
     * How readers voted on a comment.
     *
     * @param up for it, 0 or more
     * @param down against it, 0 or more
     */
    @JsonPropertyOrder({"up", "down"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Votes(long up, long down) {
        /** Nobody voted. */
        public static final Votes NONE = new Votes(0, 0);

        /** The 97.5th percentile of the normal distribution: 2.5 % lie beyond it on either side. */
        private static final double Z = 1.959963984540054;

        /** Checks that neither is negative. */
        public Votes {
            if (up < 0 || down < 0) {
                throw new IllegalArgumentException("votes can't be " + up + " for and " + down + " against");
            }
        }

        /** The votes in a JSON document; what is null is 0. */
        @JsonCreator
        public static Votes fromJson(@JsonProperty("up") @Nullable Long up, @JsonProperty("down") @Nullable Long down) {
            return new Votes(up == null ? 0 : up, down == null ? 0 : down);
        }

        /**
         * The share of votes for it that can be relied on, from 0 to less than 1: the lower bound of the Wilson score
         * interval at 95 %. 0 where nobody voted for it (C-60).
         *
         * <p>With p of n votes for it and z = 1.96 that is (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). E. B.
         * Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
         * Statistical Association 22 (1927), 209–212.
         */
        public double score() {
            if (up == 0) {
                return 0;
            }
            double n = (double) up + down;
            double p = up / n;
            double zz = Z * Z / n;
            return Math.max(0, (p + zz / 2 - Math.sqrt((p * (1 - p) + zz / 4) * zz)) / (1 + zz));
        }

        /**
         * How much readers disagree, 0 where they don't: the number of votes to the power of the lesser side's share of
         * the greater (C-61). The formula of reddit's {@code _sorts.pyx}, {@code controversy(ups, downs)}.
         */
        public double controversy() {
            return up == 0 || down == 0
                    ? 0
                    : Math.pow((double) up + down, (double) Math.min(up, down) / Math.max(up, down));
        }
    }

    /**
     * Some comments of the top level with all that hangs below them.
     *
     * @param number which page it is, from 1; beyond the pages it is empty
     * @param pages how many there are, at least 1
     * @param thread what is on it
     */
    @JsonPropertyOrder({"number", "pages", "thread"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Page(int number, int pages, CommentThread thread) {
        /** Checks the number of pages. */
        public Page {
            Objects.requireNonNull(thread, "thread");
            if (pages < 1) {
                throw new IllegalArgumentException("a thread can't have " + pages + " pages");
            }
        }
    }

    /** Copies the list, and checks that none is indented by more than one against the one before. */
    public CommentThread {
        entries = entries == null ? List.of() : List.copyOf(entries);
        int before = -1;
        for (Entry entry : entries) {
            if (entry.depth() > before + 1) {
                throw new IllegalArgumentException("comment " + entry.id() + " can't have the depth " + entry.depth()
                        + (before < 0 ? " at the beginning" : " behind one of " + before));
            }
            before = entry.depth();
        }
    }

    /** The thread of the approved comments by {@link ThreadRules#defaults}; of several with one id the first counts. */
    public static CommentThread of(Collection<Comment> comments) {
        return of(comments, ThreadRules.defaults());
    }

    /** The thread of the comments that are to be shown, for example to a moderator, by {@link ThreadRules#defaults}. */
    public static CommentThread of(Collection<Comment> comments, Predicate<Comment> shown) {
        return of(comments, ThreadRules.defaults(), id -> Votes.NONE, shown);
    }

    /** The thread of the approved comments, on which nobody voted. */
    public static CommentThread of(Collection<Comment> comments, ThreadRules rules) {
        return of(comments, rules, id -> Votes.NONE);
    }

    /** The thread of the approved comments; the votes on a comment may be null where there are none. */
    public static CommentThread of(
            Collection<Comment> comments, ThreadRules rules, Function<CommentId, @Nullable Votes> votes) {
        return of(comments, rules, votes, comment -> comment.state() == CommentState.APPROVED);
    }

    /**
     * The thread of the comments that are to be shown; the votes on a comment may be null where there are none.
     *
     * <p>Hand in the comments that are not shown too, for what hangs below them. Votes are asked for only where an order
     * needs them, once for each comment. Time grows as sorting does: n log n.
     */
    public static CommentThread of(
            Collection<Comment> comments,
            ThreadRules rules,
            Function<CommentId, @Nullable Votes> votes,
            Predicate<Comment> shown) {
        return new CommentThread(new ThreadBuilder(comments, shown, rules.gone()).entries(rules, votes));
    }

    /**
     * What to print in the place of a tombstone: in English, Arabic, Persian or Hebrew as the locale's language says,
     * else in English.
     *
     * <p>It is {@code dev.byline.comment.thread.gone} of {@code ContributorValidationMessages}.
     */
    public static String goneText(Locale locale) {
        return CommentMessages.in(locale).text("thread.gone");
    }

    /** How many comments are shown; tombstones don't count. */
    public int size() {
        int shown = 0;
        for (Entry entry : entries) {
            shown += entry.gone() ? 0 : 1;
        }
        return shown;
    }

    /** The comments that are shown, in order, without tombstones. */
    public List<Comment> comments() {
        List<Comment> comments = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Comment comment = entry.comment();
            if (comment != null) {
                comments.add(comment);
            }
        }
        return List.copyOf(comments);
    }

    /**
     * How many pages it takes: at least 1, so that a thread without comments has an empty first page.
     *
     * @param roots how many entries of the top level are on a page, at least 1
     */
    public int pages(int roots) {
        return Math.max(1, (int) ((positive(roots) - 1L + count()) / roots));
    }

    /**
     * One page, with the whole subtree of each of its entries of the top level (C-62).
     *
     * <p>Cut the depth of the page's thread, not of this one: what {@code atMost(0)} leaves is all on the top level.
     *
     * @param number which page, from 1; one that is not there is empty
     * @param roots how many entries of the top level are on a page, at least 1
     */
    public Page page(int number, int roots) {
        int pages = pages(roots);
        if (number < 1 || number > pages) {
            return new Page(number, pages, new CommentThread(List.of()));
        }
        int from = start((number - 1) * roots, 0);
        int to = start(roots, from);
        return new Page(number, pages, new CommentThread(entries.subList(from, to)));
    }

    /**
     * Which page holds this comment; empty where the thread does not have it.
     *
     * @param roots how many entries of the top level are on a page, at least 1
     */
    public OptionalInt pageOf(CommentId id, int roots) {
        positive(roots);
        int root = -1;
        for (Entry entry : entries) {
            root += entry.depth() == 0 ? 1 : 0;
            if (entry.id().equals(id)) {
                return OptionalInt.of(root / roots + 1);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The same thread in the same order, but what is indented deeper than this is indented just so deep. WordPress' five
     * levels are {@code atMost(4)}.
     *
     * @param depth 0 or more
     */
    public CommentThread atMost(int depth) {
        return new CommentThread(entries.stream()
                .map(entry -> entry.depth() <= depth ? entry : new Entry(entry.id(), entry.comment(), depth))
                .toList());
    }

    private int count() {
        int roots = 0;
        for (Entry entry : entries) {
            roots += entry.depth() == 0 ? 1 : 0;
        }
        return roots;
    }

    /** Where the entry of the top level stands that has so many before it from there on; the end where there is none. */
    private int start(int before, int from) {
        int left = before;
        for (int i = from; i < entries.size(); i++) {
            if (entries.get(i).depth() == 0 && left-- == 0) {
                return i;
            }
        }
        return entries.size();
    }

    private static int positive(int roots) {
        if (roots < 1) {
            throw new IllegalArgumentException("a page can't have " + roots + " comments of the top level");
        }
        return roots;
    }
}
