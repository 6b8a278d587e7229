package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    @Property
    @Rule("C-40")
    void everyApprovedCommentIsThereOnceAndBelowWhatItAnswers(@ForAll("comments") List<Comment> comments) {
        CommentThread thread = CommentThread.of(comments);
        List<CommentId> ids =
                thread.entries().stream().map(entry -> entry.comment().id()).toList();
        Set<CommentId> approved = comments.stream()
                .filter(comment -> comment.state() == CommentState.APPROVED)
                .map(Comment::id)
                .collect(Collectors.toSet());
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(approved);
        int before = -1;
        for (CommentThread.Entry entry : thread.entries()) {
            assertThat(entry.depth()).isBetween(0, before + 1);
            before = entry.depth();
        }
    }

    @Property
    @Rule("C-40")
    void theOrderOfStorageDoesNotMatter(@ForAll("comments") List<Comment> comments, @ForAll long seed) {
        List<Comment> shuffled = new ArrayList<>(comments);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(CommentThread.of(shuffled)).isEqualTo(CommentThread.of(comments));
    }
}
