package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import dev.byline.article.ArticleId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks of the comments that a site already has; a host answers from its own storage.
 *
 * <p>Implementations are thread-safe. {@code CommentHistoryContract} of the testkit is their contract. Email addresses
 * and names are compared ignoring letter case; one that is empty is nobody's and equals no other, unless it says
 * otherwise below.
 */
public interface CommentHistory {
    /**
     * A comment that is about to be taken.
     *
     * @param article the article
     * @param parent the comment replied to, or null
     * @param name the name, as it would be stored
     * @param sender who sends
     * @param fingerprint the {@link CommentText#fingerprint} of the text
     * @param state the state in which it would be stored
     * @param at when it was sent
     * @param duplicates whether duplicates are looked for
     * @param floodSeconds how many seconds must lie between two comments of a sender; 0 where they need not
     */
    @JsonIgnoreType
    record Attempt(
            ArticleId article,
            @Nullable CommentId parent,
            String name,
            Sender sender,
            String fingerprint,
            CommentState state,
            Instant at,
            boolean duplicates,
            int floodSeconds) {
        /** Checks that everything is there. */
        public Attempt {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String toString() {
            return "Attempt[on " + article + " at " + at + "]";
        }
    }

    /**
     * What stands against an attempt.
     *
     * @param duplicate the article has a comment, not in the trash, with the same parent, name, fingerprint and email;
     *     an attempt without email is compared by name alone
     * @param flood the sender has another comment less than the attempt's seconds away, on any article and in any
     *     state. A visitor is known by IP and email, a member by account and email.
     */
    record Found(boolean duplicate, boolean flood) {
        /** Whether nothing stands against it. */
        public boolean clear() {
            return !duplicate && !flood;
        }
    }

    /**
     * Whether this sender has an approved comment: a member by account, a visitor by name and email together.
     *
     * <p>A member's comments don't speak for a visitor, so that typing a member's address gains nothing; and a visitor
     * without name or email has none.
     */
    boolean approvedBefore(String name, Sender sender);

    /** What stands against this attempt; reserves nothing. */
    Found check(Attempt attempt);

    /**
     * What stands against this attempt; where nothing does, it is reserved in the same atomic step, so that of any
     * number of equal attempts at once exactly one is clear.
     *
     * <p>An attempt in the state of trash is no duplicate of later ones, but counts for floods.
     */
    Found claim(Attempt attempt);

    /**
     * Tells that a comment is stored in this state, for the first time or after a change; it takes the place of its
     * claim. A history that reads the host's own table of comments has nothing to do here.
     */
    void remember(Comment comment, Sender sender);

    /**
     * A history in memory, which forgets all but the latest comments; empty at first.
     *
     * <p>For one process: a host with several, or that restarts, should answer from its database, or call
     * {@link #remember} for its latest comments at the start.
     *
     * @param comments how many comments and claims are remembered, at least 1; each takes about 1 KiB
     */
    static CommentHistory inMemory(int comments) {
        return new InMemoryCommentHistory(comments);
    }
}
