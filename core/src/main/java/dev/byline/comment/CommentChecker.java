package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.comment.CommentDecision.Cleaned;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A host's own judge of comments, for example a spam service; asked with {@link CommentReviewer#asking}.
 *
 * <p>It is asked only about comments in which nothing is wrong, and never about those of moderators and of the article's
 * author. It must answer from any thread.
 */
@FunctionalInterface
public interface CommentChecker {
    /**
     * What it says of a comment.
     *
     * @param verdict the state that it asks for; the hardest of all that spoke counts, so that {@code APPROVED} never
     *     makes a verdict milder
     * @param reason why, in a few words for moderators, without personal data; cut to 200 characters
     */
    record Opinion(CommentState verdict, String reason) {
        private static final int LONGEST = 200;

        /** Puts the reason on one line and cuts it. */
        public Opinion {
            Objects.requireNonNull(verdict, "verdict");
            String line = Legible.line(reason == null ? "" : reason);
            reason = line.codePointCount(0, line.length()) <= LONGEST
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST));
        }
    }

    /** What becomes of a comment about which a checker says nothing: it failed, or took too long. */
    enum Silence {
        /** The other rules decide alone. */
        @JsonProperty("pass")
        PASS,

        /** The comment waits for a moderator. */
        @JsonProperty("hold")
        HOLD
    }

    /**
     * What to do with this comment; null where there is nothing to say.
     *
     * @throws Exception where it can't tell, which counts as silence
     */
    @Nullable
    Opinion check(Cleaned comment, Sender sender) throws Exception;
}
