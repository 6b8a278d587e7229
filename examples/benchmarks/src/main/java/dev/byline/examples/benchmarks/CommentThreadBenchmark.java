package dev.byline.examples.benchmarks;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentThread;
import dev.byline.comment.CommentThread.Entry;
import dev.byline.comment.CommentThread.Page;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.comment.ThreadRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Build, order and page a thread of 100,000 comments that a storage gives in no order; beside it a builder that finds
 * replies by scanning and recursion, on as many comments as it can bear.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CommentThreadBenchmark {
    private static final int COMMENTS = 100_000;
    private static final int FEW = 2_000;
    private static final int DEEPEST = 10_000;

    /** How the comments hang together. */
    @Param({"flat", "chain", "tree"})
    public String shape = "";

    /** What comes first, on the top level and below. */
    @Param({"OLDEST", "NEWEST", "ACTIVE", "SCORE", "CONTROVERSY"})
    public ThreadRules.Order order = ThreadRules.Order.OLDEST;

    private final Map<CommentId, Votes> votes = new HashMap<>();
    private List<Comment> many = List.of();
    private List<Comment> few = List.of();

    /** Makes the comments; every tenth is not shown. */
    @Setup
    public void write() {
        many = comments(COMMENTS);
        few = comments(FEW);
    }

    /** The thread of all, and its second page. */
    @Benchmark
    public Page thread() {
        return page(many);
    }

    /** The same of as many comments as the peer gets. */
    @Benchmark
    public Page threadOfFew() {
        return page(few);
    }

    /** What a plain engine does: oldest first, replies found by scanning all comments. */
    @Benchmark
    public List<Entry> peerOfFew() {
        List<Entry> entries = new ArrayList<>();
        scan(few, null, 0, entries);
        return entries;
    }

    private Page page(List<Comment> comments) {
        ThreadRules rules = new ThreadRules(order, order, ThreadRules.Gone.TOMBSTONE);
        return CommentThread.of(comments, rules, votes::get).page(2, CommentThread.WORDPRESS_ROOTS);
    }

    private static void scan(List<Comment> comments, @Nullable CommentId parent, int depth, List<Entry> into) {
        List<Comment> children = new ArrayList<>();
        for (Comment comment : comments) {
            if (Objects.equals(comment.parent(), parent)) {
                children.add(comment);
            }
        }
        children.sort(Comment.OLDEST_FIRST);
        for (Comment child : children) {
            into.add(new Entry(child, depth));
            scan(comments, child.id(), depth + 1, into);
        }
    }

    private List<Comment> comments(int number) {
        Random random = new Random(11);
        List<Comment> comments = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            CommentId id = CommentId.of("c-" + i);
            comments.add(new Comment(
                    id,
                    ArticleId.of("a"),
                    parent(i, random),
                    Comment.Kind.COMMENT,
                    i % 10 == 9 ? CommentState.HELD : CommentState.APPROVED,
                    "Ann",
                    "",
                    "Said before, and said again.",
                    Instant.ofEpochSecond(1_790_000_000L + i / 2)));
            votes.put(id, new Votes(random.nextInt(40), random.nextInt(10)));
        }
        Collections.shuffle(comments, random);
        return comments;
    }

    private @Nullable CommentId parent(int i, Random random) {
        return switch (shape) {
            case "flat" -> null;
            case "chain" -> i % DEEPEST == 0 ? null : CommentId.of("c-" + (i - 1));
            default -> i == 0 || random.nextInt(4) == 0 ? null : CommentId.of("c-" + random.nextInt(i));
        };
    }
}
