package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment with all that moderators and readers did about it.
 *
 * <p>What is done gives a new value; what can't be done is {@link Refused} and changes nothing (C-63). Nothing here
 * throws for what a moderator or a reader does.
 *
 * <pre>{@code
 * var comment = ModeratedComment.of(kept, CommentId.random());
 * comment = comment.trash("m7", now, "a quarrel").comment();
 * comment = comment.restore("m7", later, "").comment();             // as it was before
 * if (comment.delete("m7", later, "") instanceof ModeratedComment.Refused refused) {
 *     tell(refused.message(locale));                                // only from spam or trash
 * }
 * }</pre>
 *
 * <p>The keys of readers and of the author are whatever a host knows them by: best neither an email nor an IP, but a keyed
 * hash. They are read from JSON, but stand in no JSON that is written and in no {@code toString} (C-72); a host that has
 * no other storage for reports writes them itself.
 *
 * @param comment the comment as it stands now; when deleted, without name, address and text
 * @param author the key of its author, or empty
 * @param steps what was done, oldest first
 * @param reports what readers reported, as it came in
 */
@JsonPropertyOrder({"comment", "author", "deleted", "previous", "steps", "reports", "reported"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModeratedComment(
        Comment comment,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String author,

        List<Step> steps,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        List<Report> reports) {
    /** What is done to a comment. */
    public enum Action {
        /** The rules spoke when it was sent. */
        @JsonProperty("review")
        REVIEW,

        /** Readers may see it. */
        @JsonProperty("approve")
        APPROVE,

        /** It waits for a moderator. */
        @JsonProperty("hold")
        HOLD,

        /** It is called spam. */
        @JsonProperty("spam")
        SPAM,

        /** It is thrown away. */
        @JsonProperty("trash")
        TRASH,

        /** It is taken back from spam or trash. */
        @JsonProperty("restore")
        RESTORE,

        /** It is deleted for good. */
        @JsonProperty("delete")
        DELETE,

        /** Its text was changed and reviewed anew. */
        @JsonProperty("edit")
        EDIT,

        /** A moderator found nothing in the reports on it. */
        @JsonProperty("settle")
        SETTLE
    }

    /**
     * One thing that was done.
     *
     * @param action what
     * @param from the state before
     * @param to the state after, the same where the action changes none
     * @param by the member id of who did it, or empty for the site itself
     * @param at when
     * @param reason why, in the moderator's words or the site's; up to {@value #LONGEST_REASON} characters
     * @param rules the ids of the rules that spoke
     */
    @JsonPropertyOrder({"action", "from", "to", "by", "at", "reason", "rules"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            Action action,
            CommentState from,
            CommentState to,
            String by,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            String reason,
            List<String> rules) {
        /** The most characters of a reason. */
        public static final int LONGEST_REASON = 1_000;

        /** Copies the list and checks the length of the reason. */
        public Step {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(at, "at");
            by = by == null ? "" : by;
            reason = reason == null ? "" : reason;
            rules = rules == null ? List.of() : List.copyOf(rules);
            if (reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException("a reason can't have " + reason.length() + " characters");
            }
        }
    }

    /**
     * That a reader finds something wrong with a comment.
     *
     * @param by the reader's key, not blank
     * @param cause what it is reported for
     * @param standing what the site thinks of the reader
     * @param at when
     * @param settled whether a moderator has decided on it, so that it counts no more
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Report(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String by,

            ReportRules.Cause cause,
            ReportRules.Standing standing,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            boolean settled) {
        /** Checks the key. */
        public Report {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(standing, "standing");
            Objects.requireNonNull(at, "at");
            if (by.isBlank()) {
                throw new IllegalArgumentException("whoever reports a comment has a key");
            }
        }

        /** A new report. */
        public static Report of(String by, ReportRules.Cause cause, ReportRules.Standing standing, Instant at) {
            return new Report(by, cause, standing, at, false);
        }

        @Override
        public String toString() {
            return "Report[" + cause + " by a " + standing + " at " + at + "]";
        }
    }

    /** What came of something that was to be done. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Done.class, name = "done"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
    })
    public sealed interface Result {
        /** The comment afterwards. */
        ModeratedComment comment();
    }

    /**
     * It is done.
     *
     * @param comment the comment afterwards, to be stored
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Done(ModeratedComment comment) implements Result {
        /** Checks that it is there. */
        public Done {
            Objects.requireNonNull(comment, "comment");
        }
    }

    /**
     * It can't be done, and nothing changed.
     *
     * @param comment the comment, as before
     * @param code why, for example {@code comment_already_approved}
     */
    @JsonPropertyOrder({"code", "comment"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Refused(ModeratedComment comment, String code) implements Result {
        /** Checks that both are there. */
        public Refused {
            Objects.requireNonNull(comment, "comment");
            Objects.requireNonNull(code, "code");
        }

        /**
         * What to tell whoever wanted it: in English, Arabic, Persian or Hebrew as the locale's language says, else in
         * English.
         *
         * <p>The texts are those under {@code dev.byline.comment.moderation} in {@code ContributorValidationMessages}.
         */
        public String message(Locale locale) {
            return CommentMessages.in(locale).text("moderation." + code);
        }
    }

    /** Copies the lists, and checks that each step begins where the one before ended, not before it in time. */
    public ModeratedComment {
        Objects.requireNonNull(comment, "comment");
        author = author == null ? "" : author;
        steps = steps == null ? List.of() : List.copyOf(steps);
        reports = reports == null ? List.of() : List.copyOf(reports);
        Moderation.checkHistory(comment, steps);
    }

    /** A comment that nothing was done about, for example an imported one. */
    public static ModeratedComment of(Comment comment) {
        return of(comment, "");
    }

    /** The same by the author with this key, whose own reports don't count. */
    public static ModeratedComment of(Comment comment, String author) {
        return new ModeratedComment(comment, author, List.of(), List.of());
    }

    /** A new comment under this id; its review is the first step. */
    public static ModeratedComment of(CommentDecision.Kept decision, CommentId id, String author) {
        Step review = Moderation.review(decision);
        return new ModeratedComment(decision.toComment(id), author, List.of(review), List.of());
    }

    /** Where it stands; what is deleted keeps the state in which it was. */
    public CommentState state() {
        return comment.state();
    }

    /** Whether it is deleted for good. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean deleted() {
        return !steps.isEmpty() && steps.get(steps.size() - 1).action() == Action.DELETE;
    }

    /** The state that {@link #restore} leads back to (C-64); null where it is neither spam nor in the trash, or deleted. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable CommentState previous() {
        return Moderation.previous(this);
    }

    /** How many readers reported it for what, settled reports too; causes that nobody named are left out. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Map<ReportRules.Cause, Integer> reported() {
        return Moderation.count(reports);
    }

    /** What the reports add up to that still count (C-68 to C-71). */
    public ReportRules.Sum weighed(ReportRules rules) {
        return rules.sum(Moderation.counting(this));
    }

    /**
     * Lets readers see it, from any other state; a moderator's word settles all reports so far (C-71).
     *
     * @param by the moderator's member id, or empty for the site itself
     * @param at when, not before the last step
     * @param reason why; may be empty
     */
    public Result approve(String by, Instant at, String reason) {
        return Moderation.act(this, Action.APPROVE, by, at, reason);
    }

    /** Makes it wait, from any other state; the parameters are as of {@link #approve}. */
    public Result hold(String by, Instant at, String reason) {
        return Moderation.act(this, Action.HOLD, by, at, reason);
    }

    /** Calls it spam, from any other state; the parameters are as of {@link #approve}. */
    public Result spam(String by, Instant at, String reason) {
        return Moderation.act(this, Action.SPAM, by, at, reason);
    }

    /** Throws it away, from any other state; the parameters are as of {@link #approve}. */
    public Result trash(String by, Instant at, String reason) {
        return Moderation.act(this, Action.TRASH, by, at, reason);
    }

    /** Takes it back from spam or trash to {@link #previous}; the parameters are as of {@link #approve}. */
    public Result restore(String by, Instant at, String reason) {
        return Moderation.act(this, Action.RESTORE, by, at, reason);
    }

    /**
     * Deletes it for good, from spam or trash alone (C-65): name, address, text and reports are gone, nothing more can be
     * done. The parameters are as of {@link #approve}.
     *
     * <p>A host that keeps the empty comment lets {@link ThreadRules.Gone} say what becomes of the replies; one that drops
     * it gives them its parent, or they stand on the top level.
     */
    public Result delete(String by, Instant at, String reason) {
        return Moderation.act(this, Action.DELETE, by, at, reason);
    }

    /**
     * A moderator's word that nothing is wrong with an approved comment that was reported (C-71). The parameters are as
     * of {@link #approve}, but the site itself can't do it.
     */
    public Result settle(String by, Instant at, String reason) {
        return Moderation.act(this, Action.SETTLE, by, at, reason);
    }

    /**
     * Takes name, address and text of the decision on an edited draft; not from spam or trash.
     *
     * <p>The harder of the states before and of the decision counts, so that an edit never brings out what was held
     * (C-66). Whoever had reported the text before a moderator settled that may report the new one. Parent and time stay.
     *
     * @param decision what the review of the edit says, on the same article
     * @param by the member id of who edits, or empty where that is a visitor
     * @param at when, not before the last step
     * @param reason why; may be empty
     */
    public Result edit(CommentDecision.Kept decision, String by, Instant at, String reason) {
        return Moderation.edit(this, decision, by, at, reason);
    }

    /**
     * A reader's report. Each reader counts once, by the first report (C-68); where the sum reaches the rules' number, an
     * approved comment is held by a step of the site itself (C-70).
     *
     * <p>A comment that waits, is spam or in the trash takes reports too, so that no reader learns of it.
     */
    public Result report(Report report, ReportRules rules) {
        return Moderation.report(this, report, rules);
    }

    @Override
    public String toString() {
        return "ModeratedComment[" + comment.id() + " " + (deleted() ? "deleted" : comment.state()) + ", "
                + steps.size() + " steps, " + reports.size() + " reports]";
    }
}
