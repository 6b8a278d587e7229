package dev.byline.examples.cli.review;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The comments above another. */
public final class Ancestors {
    private Ancestors() {}

    /** Those above this one, nearest first, as far as they can be found; where they lead in a circle, each once. */
    public static List<Comment> of(Comment comment, Function<CommentId, Optional<Comment>> find) {
        List<Comment> above = new ArrayList<>();
        Set<CommentId> met = new HashSet<>(Set.of(comment.id()));
        CommentId next = comment.parent();
        while (next != null && met.add(next)) {
            Optional<Comment> found = find.apply(next);
            found.ifPresent(above::add);
            next = found.map(Comment::parent).orElse(null);
        }
        return above;
    }
}
