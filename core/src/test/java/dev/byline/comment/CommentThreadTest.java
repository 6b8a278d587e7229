package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CommentThreadTest {
    @Test
    @Rule("C-40")
    void repliesFollowTheirCommentOldestFirst() {
        assertThat(print(
                        comment(5, 1), comment(4, null), comment(3, 2), comment(2, 1), comment(1, null), comment(6, 2)))
                .isEqualTo("1 .2 ..3 ..6 .5 4");
    }

    @Test
    @Rule("C-40")
    void ofTheSameSecondTheLesserIdComesFirst() {
        Instant at = Instant.EPOCH;
        assertThat(print(at(at, "b"), at(at, "a"), at(at.minusSeconds(1), "c"))).isEqualTo("c a b");
    }

    @Test
    @Rule("C-40")
    void onlyApprovedCommentsAreShownUnlessTheHostSaysOtherwise() {
        List<Comment> comments = List.of(comment(1, null), held(2, 1), comment(3, 1));
        assertThat(print(CommentThread.of(comments))).isEqualTo("1 .3");
        assertThat(print(CommentThread.of(comments, comment -> true))).isEqualTo("1 .2 .3");
    }

    @Test
    @Rule("C-41")
    void aReplyToAHiddenCommentMovesUp() {
        assertThat(print(comment(1, null), held(2, 1), held(3, 2), comment(4, 3), comment(5, 4), comment(6, 2)))
                .isEqualTo("1 .4 ..5 .6");
        assertThat(print(held(1, null), comment(2, 1))).isEqualTo("2");
    }

    @Test
    @Rule("C-41")
    void anOrphanStandsOnTheTopLevel() {
        assertThat(print(comment(1, 99), comment(2, 1))).isEqualTo("1 .2");
        Comment elsewhere = new Comment(
                CommentId.of("02"),
                ArticleId.of("other"),
                CommentId.of("01"),
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "",
                "",
                "",
                Instant.EPOCH.plusSeconds(2));
        assertThat(print(comment(1, null), elsewhere)).isEqualTo("1 2");
    }

    @Test
    @Rule("C-42")
    void aCircleIsCutAtItsOldestShownComment() {
        assertThat(print(comment(1, 3), comment(2, 1), comment(3, 2), comment(4, 2)))
                .isEqualTo("1 .2 ..3 ..4");
        assertThat(print(comment(1, 1))).isEqualTo("1");
        assertThat(print(held(1, 3), comment(2, 1), comment(3, 2))).isEqualTo("2 .3");
        assertThat(print(held(1, 2), held(2, 1), comment(3, 1))).isEqualTo("3");
    }

    @Test
    @Rule("C-40")
    void ofTwoWithOneIdTheFirstCounts() {
        assertThat(print(comment(1, null), comment(2, 1), comment(2, null))).isEqualTo("1 .2");
    }

    @Test
    void depthCanBeCutAsOnAPage() {
        CommentThread thread =
                CommentThread.of(List.of(comment(1, null), comment(2, 1), comment(3, 2), comment(4, 3), comment(5, 1)));
        assertThat(print(thread.atMost(1))).isEqualTo("1 .2 .3 .4 .5");
        assertThat(print(thread.atMost(0))).isEqualTo("1 2 3 4 5");
        assertThat(print(thread.atMost(9))).isEqualTo(print(thread));
    }

    @Test
    void nothingIsAThreadToo() {
        assertThat(CommentThread.of(List.of()).entries()).isEmpty();
    }

    @Test
    void aHundredThousandCommentsAreNoMatter() {
        Random random = new Random(7);
        List<Comment> comments = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            comments.add(comment(i, i == 0 || random.nextInt(4) == 0 ? null : random.nextInt(i)));
        }
        Collections.shuffle(comments, random);
        CommentThread thread = CommentThread.of(comments);
        assertThat(thread.size()).isEqualTo(100_000);
        assertThat(thread.entries().get(0).id()).isEqualTo(CommentId.of("00"));
    }

    @Test
    void aHundredThousandLevelsAreNoMatter() {
        List<Comment> deep = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            deep.add(comment(i, i == 0 ? null : i - 1));
        }
        assertThat(CommentThread.of(deep).entries().get(99_999).depth()).isEqualTo(99_999);
        List<Comment> hidden = deep.stream()
                .map(comment -> comment.id().equals(CommentId.of("099999")) ? comment : in(comment, CommentState.SPAM))
                .toList();
        assertThat(print(CommentThread.of(hidden))).isEqualTo("99999");
        deep.set(0, comment(0, 99_999));
        assertThat(CommentThread.of(deep).size()).isEqualTo(100_000);
    }

    private static String print(Comment... comments) {
        return print(CommentThread.of(Arrays.asList(comments)));
    }

    private static String print(CommentThread thread) {
        return thread.entries().stream()
                .map(entry -> ".".repeat(entry.depth()) + entry.id().value().replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.joining(" "));
    }

    private static Comment comment(int id, @Nullable Integer parent) {
        return new Comment(
                CommentId.of("0" + id),
                ArticleId.of("a"),
                parent == null ? null : CommentId.of("0" + parent),
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "",
                "",
                "",
                Instant.EPOCH.plusSeconds(id));
    }

    private static Comment held(int id, @Nullable Integer parent) {
        return in(comment(id, parent), CommentState.HELD);
    }

    private static Comment at(Instant at, String id) {
        return new Comment(
                CommentId.of(id), ArticleId.of("a"), null, Comment.Kind.COMMENT, CommentState.APPROVED, "", "", "", at);
    }

    private static Comment in(Comment comment, CommentState state) {
        return new Comment(
                comment.id(),
                comment.article(),
                comment.parent(),
                comment.kind(),
                state,
                comment.name(),
                comment.url(),
                comment.text(),
                comment.at());
    }
}
