package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.CommentThread.Entry;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.comment.ThreadRules.Gone;
import dev.byline.comment.ThreadRules.Order;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

final class CommentThreadLaws {
    @Provide
    Arbitrary<List<Comment>> comments() {
        Arbitrary<Comment> comment = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(-5, 30),
                        Arbitraries.of(CommentState.APPROVED, CommentState.APPROVED, CommentState.HELD),
                        Arbitraries.integers().between(0, 5))
                .as((id, parent, state, second) -> new Comment(
                        CommentId.of("c" + id),
                        ArticleId.of(second == 5 ? "b" : "a"),
                        parent < 0 ? null : CommentId.of("c" + parent),
                        Comment.Kind.COMMENT,
                        state,
                        "",
                        "",
                        "",
                        Instant.EPOCH.plusSeconds(second)));
        return comment.list().ofMaxSize(40).uniqueElements(Comment::id);
    }

    @Provide
    Arbitrary<ThreadRules> rules() {
        return Combinators.combine(Arbitraries.of(Order.class), Arbitraries.of(Order.class), Arbitraries.of(Gone.class))
                .as(ThreadRules::new);
    }

    @Property
    @Rule("C-40")
    void everyApprovedCommentIsThereOnceAndBelowWhatItAnswers(@ForAll("comments") List<Comment> comments) {
        CommentThread thread = CommentThread.of(comments);
        List<CommentId> ids = thread.entries().stream().map(Entry::id).toList();
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(approved(comments));
        int before = -1;
        for (Entry entry : thread.entries()) {
            assertThat(entry.depth()).isBetween(0, before + 1);
            before = entry.depth();
        }
    }

    @Property
    @Rule("C-40")
    void theOrderOfStorageDoesNotMatter(
            @ForAll("comments") List<Comment> comments, @ForAll("rules") ThreadRules rules, @ForAll long seed) {
        List<Comment> shuffled = new ArrayList<>(comments);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(CommentThread.of(shuffled, rules, votes(seed)))
                .isEqualTo(CommentThread.of(comments, rules, votes(seed)));
    }

    @Property
    @Rule("C-43")
    void whatIsNotShownIsATombstoneAboveSomethingShownOrNotThere(
            @ForAll("comments") List<Comment> comments, @ForAll("rules") ThreadRules rules) {
        CommentThread thread = CommentThread.of(comments, rules);
        Set<CommentId> approved = approved(comments);
        List<Entry> entries = thread.entries();
        assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(thread.comments()).extracting(Comment::id).allMatch(approved::contains);
        if (rules.gone() != Gone.PRUNE) {
            assertThat(thread.size()).isEqualTo(approved.size());
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).gone()) {
                assertThat(rules.gone()).isEqualTo(Gone.TOMBSTONE);
                assertThat(approved).doesNotContain(entries.get(i).id());
                assertThat(entries.get(i + 1).depth()).isEqualTo(entries.get(i).depth() + 1);
            }
        }
    }

    /** As a plain engine would do it, with recursion and scanning; on comments whose parents are older. */
    @Property
    @Rule("C-44")
    void itIsWhatAPlainBuilderMakes(
            @ForAll("comments") List<Comment> comments, @ForAll("rules") ThreadRules rules, @ForAll long seed) {
        Function<CommentId, @Nullable Votes> votes = votes(seed);
        List<Comment> sane = withoutCircles(comments);
        List<Entry> expected = new ArrayList<>();
        plain(sane, rules, votes, null, 0, expected);
        assertThat(CommentThread.of(sane, rules, votes).entries()).isEqualTo(expected);
    }

    @Property
    @Rule("C-62")
    void pagesAreTheThreadCutBeforeRoots(
            @ForAll("comments") List<Comment> comments,
            @ForAll("rules") ThreadRules rules,
            @ForAll @IntRange(min = 1, max = 12) int roots) {
        CommentThread thread = CommentThread.of(comments, rules);
        List<Entry> all = new ArrayList<>();
        for (int number = 1; number <= thread.pages(roots); number++) {
            CommentThread.Page page = thread.page(number, roots);
            List<Entry> entries = page.thread().entries();
            assertThat(entries.stream().filter(entry -> entry.depth() == 0).count())
                    .isLessThanOrEqualTo(roots);
            for (Entry entry : entries) {
                assertThat(thread.pageOf(entry.id(), roots)).hasValue(number);
            }
            all.addAll(entries);
        }
        assertThat(all).isEqualTo(thread.entries());
        assertThat(thread.page(thread.pages(roots) + 1, roots).thread().entries())
                .isEmpty();
    }

    @Property
    @Rule("C-60")
    void scoresStayInBoundsAndGrowWithVotesFor(@ForAll @IntRange(min = 0) int up, @ForAll @IntRange(min = 0) int down) {
        double score = new Votes(up, down).score();
        assertThat(score).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(new Votes(up + 1L, down).score()).isGreaterThanOrEqualTo(score - 1e-12);
        assertThat(new Votes(up, down + 1L).score()).isLessThanOrEqualTo(score + 1e-12);
        if (up + down > 0) {
            assertThat(score).isLessThanOrEqualTo(up / ((double) up + down));
        }
        assertThat(new Votes(up, down).controversy())
                .isBetween(0.0, (double) up + down)
                .isEqualTo(new Votes(down, up).controversy());
    }

    private static Set<CommentId> approved(List<Comment> comments) {
        return comments.stream()
                .filter(CommentThreadLaws::isShown)
                .map(Comment::id)
                .collect(Collectors.toSet());
    }

    private static boolean isShown(Comment comment) {
        return comment.state() == CommentState.APPROVED;
    }

    /** Some votes, also none, and often the same. */
    private static Function<CommentId, @Nullable Votes> votes(long seed) {
        return id -> {
            Random random = new Random(seed + id.hashCode());
            return random.nextInt(4) == 0 ? null : new Votes(random.nextInt(3), random.nextInt(3));
        };
    }

    private static List<Comment> withoutCircles(List<Comment> comments) {
        Map<CommentId, Comment> byId = new HashMap<>();
        comments.forEach(comment -> byId.put(comment.id(), comment));
        return comments.stream()
                .filter(comment -> {
                    Set<CommentId> above = new HashSet<>();
                    Comment at = comment;
                    while (at != null && above.add(at.id())) {
                        at = at.parent() == null ? null : byId.get(at.parent());
                    }
                    return at == null;
                })
                .toList();
    }

    private static void plain(
            List<Comment> comments,
            ThreadRules rules,
            Function<CommentId, @Nullable Votes> votes,
            @Nullable Comment above,
            int depth,
            List<Entry> into) {
        Comparator<Comment> order = comparator(comments, rules, depth == 0 ? rules.roots() : rules.replies(), votes);
        for (Comment child :
                children(comments, rules, above).stream().sorted(order).toList()) {
            into.add(isShown(child) ? new Entry(child, depth) : new Entry(child.id(), null, depth));
            plain(comments, rules, votes, child, depth + 1, into);
        }
    }

    private static List<Comment> children(List<Comment> comments, ThreadRules rules, @Nullable Comment above) {
        List<Comment> children = new ArrayList<>();
        for (Comment comment : comments) {
            Comment parent = parent(comments, comment);
            boolean below = above == null
                    ? parent == null
                    : parent != null && parent.id().equals(above.id());
            if (!below) {
                continue;
            }
            if (isShown(comment)) {
                children.add(comment);
            } else if (rules.gone() == Gone.PROMOTE) {
                children.addAll(children(comments, rules, comment));
            } else if (rules.gone() == Gone.TOMBSTONE
                    && subtree(comments, rules, comment).stream().anyMatch(CommentThreadLaws::isShown)) {
                children.add(comment);
            }
        }
        return children;
    }

    private static List<Comment> subtree(List<Comment> comments, ThreadRules rules, Comment root) {
        List<Comment> subtree = new ArrayList<>(List.of(root));
        children(comments, rules, root).forEach(child -> subtree.addAll(subtree(comments, rules, child)));
        return subtree;
    }

    private static @Nullable Comment parent(List<Comment> comments, Comment comment) {
        return comments.stream()
                .filter(one ->
                        one.id().equals(comment.parent()) && one.article().equals(comment.article()))
                .findFirst()
                .orElse(null);
    }

    private static Comparator<Comment> comparator(
            List<Comment> comments, ThreadRules rules, Order order, Function<CommentId, @Nullable Votes> votes) {
        Comparator<Comment> newest = Comment.OLDEST_FIRST.reversed();
        Function<Comment, Votes> cast = comment -> {
            Votes found = isShown(comment) ? votes.apply(comment.id()) : null;
            return found == null ? Votes.NONE : found;
        };
        return switch (order) {
            case OLDEST -> Comment.OLDEST_FIRST;
            case NEWEST -> newest;
            case ACTIVE ->
                Comparator.comparing(
                        comment -> subtree(comments, rules, comment).stream()
                                .filter(CommentThreadLaws::isShown)
                                .max(Comment.OLDEST_FIRST)
                                .orElseThrow(),
                        newest);
            case SCORE ->
                Comparator.<Comment>comparingDouble(
                                comment -> -cast.apply(comment).score())
                        .thenComparingLong(comment -> cast.apply(comment).up() > 0
                                ? 0
                                : cast.apply(comment).down())
                        .thenComparing(newest);
            case CONTROVERSY ->
                Comparator.<Comment>comparingDouble(
                                comment -> -cast.apply(comment).controversy())
                        .thenComparing(newest);
        };
    }
}
