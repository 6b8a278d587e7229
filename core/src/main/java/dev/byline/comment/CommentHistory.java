package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import dev.byline.article.ArticleId;
import dev.byline.comment.SenderRules.Flood;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks of the comments that a site already has; a host answers from its own storage.
 *
 * <p>Implementations are thread-safe. {@code CommentHistoryContract} of the testkit is their contract. Email addresses
 * and names are compared ignoring letter case, and names ignoring accents where the storage does; one that is empty is
 * nobody's and equals no other, unless it says otherwise below.
 */
public interface CommentHistory {
    /**
     * A comment that is about to be taken, or an edit of one.
     *
     * @param article the article
     * @param parent the comment replied to, or null
     * @param name the name, as it would be stored
     * @param sender who sends
     * @param fingerprint the {@link CommentText#fingerprint} of the text
     * @param sketch the {@link CommentText#sketch} of the text
     * @param state the state in which it would be stored
     * @param at the instant of the review
     * @param rules what other comments of the sender mean; without floods for moderators and edits
     * @param token what names the use of a form's token by this sender; empty where nothing is to be used up
     * @param edited the comment that this is an edit of, or null
     */
    @JsonIgnoreType
    record Attempt(
            ArticleId article,
            @Nullable CommentId parent,
            String name,
            Sender sender,
            String fingerprint,
            String sketch,
            CommentState state,
            Instant at,
            SenderRules rules,
            String token,
            @Nullable CommentId edited) {
        /** Checks that everything is there. */
        public Attempt {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(sketch, "sketch");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(rules, "rules");
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Attempt[on " + article + " at " + at + "]";
        }
    }

    /**
     * What stands against an attempt.
     *
     * @param duplicate the article has a comment, not in the trash and not the edited one, with the same parent, name,
     *     fingerprint and email; an attempt without email is compared by name alone, and so is a visitor's with what
     *     members sent. Where the rules name a time, the comment was sent less than that ago.
     * @param near the sender has one of the latest comments, not in the trash and not the edited one, whose sketch
     *     {@linkplain CommentText#resemblance resembles} this one as much as the rules say, on any article; as many of
     *     the latest are looked at as the implementation can bear, at least 10
     * @param floods the limits of the rules that are reached: so many comments, in any state and on any articles, lie
     *     less than so many seconds before or after the attempt; what a member sent is a visitor's by IP alone, not by
     *     email, here as in near, so that no visitor learns by it whose an email is
     * @param tokenUsed this use of the token was claimed before
     */
    record Found(boolean duplicate, boolean near, List<Flood> floods, boolean tokenUsed) {
        /** Copies the list. */
        public Found {
            floods = List.copyOf(floods);
        }

        /** Nothing at all. */
        public static Found nothing() {
            return new Found(false, false, List.of(), false);
        }

        /** Whether it may be taken; one that resembles another may. */
        public boolean clear() {
            return !duplicate && floods.isEmpty() && !tokenUsed;
        }
    }

    /**
     * What is known of a sender: of a member by account, of a visitor by name and email together, of one without either
     * nothing. A member's comments don't speak for a visitor, so that typing a member's address gains nothing.
     *
     * @param approved how many of the sender's comments are approved; an implementation may stop counting at 100
     * @param refused how many are spam or in the trash, likewise
     * @param membersEmail whether a visitor gave an email that belongs to a member's account
     */
    record Standing(int approved, int refused, boolean membersEmail) {
        /** Checks the numbers. */
        public Standing {
            if (approved < 0 || refused < 0) {
                throw new IllegalArgumentException(
                        "a sender can't have " + approved + " approved and " + refused + " refused comments");
            }
        }
    }

    /** What is known of this sender. */
    Standing standing(String name, Sender sender);

    /** What stands against this attempt; reserves nothing. */
    Found check(Attempt attempt);

    /**
     * What stands against this attempt; where it is clear, it is reserved in the same atomic step, so that of any number
     * of equal attempts at once exactly one is clear.
     *
     * <p>An attempt in the state of trash is no duplicate of later ones, but counts for floods. An edit counts for no
     * flood.
     */
    Found claim(Attempt attempt);

    /**
     * Tells that a comment is stored in this state, for the first time or after a change; it takes the place of its
     * claim. A history that reads the host's own table of comments has nothing to do here.
     */
    void remember(Comment comment, Sender sender);

    /**
     * Tells that a comment was deleted for good or never stored: it is no duplicate any more and speaks for nobody.
     * Unknown ids change nothing.
     */
    void forget(CommentId comment);

    /**
     * A history in memory, which forgets all but the latest comments; empty at first.
     *
     * <p>For one process: a host with several, or that restarts, should answer from its database, or call
     * {@link #remember} for its latest comments at the start. It knows the emails of members who have commented.
     *
     * @param comments how many comments and claims are remembered, at least 1; each takes about 2 KiB
     */
    static CommentHistory inMemory(int comments) {
        return inMemory(comments, email -> false);
    }

    /**
     * The same, where the host says which email addresses belong to members; it is asked with every visitor's address,
     * and must answer from any thread that reviews.
     */
    static CommentHistory inMemory(int comments, Predicate<String> membersEmails) {
        return new InMemoryCommentHistory(comments, membersEmails);
    }
}
