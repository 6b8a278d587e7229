package dev.byline.examples.cli.evaluate.related;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names the related posts of a post. */
interface RelatedSystem extends AutoCloseable {
    /** Opens one that has all the posts, and is ready to be asked. */
    interface Opener {
        /** Opens one in an empty folder, which is deleted after it is closed. */
        RelatedSystem open(Path folder);
    }

    /**
     * Which posts a list may hold besides the rule that no post is related to itself.
     *
     * @param pastOnly none from a later day than the post
     * @param pool numbers of the only ones; null for all
     */
    record Scope(boolean pastOnly, @Nullable Set<Integer> pool) {
        boolean allows(Post post, Post other) {
            return post.number() != other.number()
                    && (pool == null || pool.contains(other.number()))
                    && !(pastOnly && other.day().isAfter(post.day()));
        }
    }

    /** A post by its number, and its score on the system's own scale, above 0. */
    record Scored(int post, double score) {}

    /**
     * A list.
     *
     * @param ranked the best first, each once
     * @param suppressed those of the pool that were left out although they may be alike, such as copies
     */
    record Answer(List<Scored> ranked, Set<Integer> suppressed) {
        /** Copies both. */
        public Answer {
            ranked = List.copyOf(ranked);
            suppressed = Set.copyOf(suppressed);
        }
    }

    /** The related posts of a post, at most so many, none of them there merely to fill the list. */
    Answer ask(Post post, Scope scope, int most);

    @Override
    void close();
}
