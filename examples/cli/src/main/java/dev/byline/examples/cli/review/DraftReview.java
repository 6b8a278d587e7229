package dev.byline.examples.cli.review;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentDecision;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentReviewer;
import dev.byline.comment.CommentRules;
import dev.byline.comment.Sender;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reviews drafts by one policy, each among the comments, members and article of its own line alone.
 *
 * <p>For one thread.
 */
public final class DraftReview {
    private final InstantSource clock;
    private final CommentReviewer reviewer;
    private CommentHistory history = CommentHistory.inMemory(1);
    private Instant now;

    private DraftReview(CommentRules rules, InstantSource clock) {
        this.clock = clock;
        this.now = clock.instant();
        // One reviewer for all lines, since it takes the lists of words apart when it is made.
        this.reviewer = CommentReviewer.with(rules, new OfThisLine(), () -> now);
    }

    /** Reviews by these rules, each line at the instant at which it is read. */
    public static DraftReview with(CommentRules rules, InstantSource clock) {
        return new DraftReview(rules, clock);
    }

    /**
     * What becomes of the draft on a line of JSON.
     *
     * @throws BadInput if the line can't be read; no value of it is in the message but for names of states and roles
     */
    public CommentDecision review(String line) throws BadInput {
        now = clock.instant();
        DraftLine read = DraftLine.read(line, now);
        history = read.history();
        return reviewer.review(read.draft(), read.context());
    }

    /** The history of the line that is under review. */
    private final class OfThisLine implements CommentHistory {
        @Override
        public Standing standing(String name, Sender sender) {
            return history.standing(name, sender);
        }

        @Override
        public Found check(Attempt attempt) {
            return history.check(attempt);
        }

        @Override
        public Found claim(Attempt attempt) {
            return history.claim(attempt);
        }

        @Override
        public void remember(Comment comment, Sender sender) {
            history.remember(comment, sender);
        }

        @Override
        public void forget(CommentId comment) {
            history.forget(comment);
        }
    }
}
