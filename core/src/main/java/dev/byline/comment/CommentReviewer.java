package dev.byline.comment;

import dev.byline.article.Listed;
import dev.byline.comment.CommentDecision.Answer;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a comment.
 *
 * <p>First the gates (C-01 to C-06): the first that is shut ends the review, so that nothing leaks about what lies
 * behind it. Then the form, duplicates and floods (C-07 to C-16): everything that is wrong is told at once. Then the
 * state (C-20 to C-25): the hardest verdict counts. WordPress' order; docs/rules.md has a sentence for each.
 *
 * <pre>{@code
 * var reviewer = CommentReviewer.with(CommentRules.defaults(), history, clock);
 * var decision = reviewer.review(
 *         CommentDraft.of(name, email, text), CommentContext.on(article).from(new Sender("", ip, agent, "")));
 * }</pre>
 *
 * <p>Thread-safe; linear in the length of the draft whatever it holds, and with any number of keys.
 */
public final class CommentReviewer {
    /** The order of the gates. */
    private static final List<Function<Submission, @Nullable CommentViolation>> GATES = List.of(
            GateRules::parentApproved,
            GateRules::parentHere,
            GateRules::articleExists,
            GateRules::commentsOpen,
            GateRules::articlePublic,
            GateRules::signedIn);

    /** The order in which the form is checked and its violations are told. */
    private static final List<Function<Submission, List<CommentViolation>>> FORM = List.of(
            FormRules::nameAndEmail,
            FormRules::emailValid,
            FormRules::textVisible,
            FormRules::nameLength,
            FormRules::emailLength,
            FormRules::urlLength,
            FormRules::textLength,
            FormRules::urlSafe);

    /** The order in which the state is asked for, once the sender is found not to be of the staff. */
    private final List<Function<Submission, @Nullable Finding>> states;

    private final CommentRules rules;
    private final CommentHistory history;
    private final InstantSource clock;

    private CommentReviewer(CommentRules rules, CommentHistory history, InstantSource clock) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.history = Objects.requireNonNull(history, "history");
        this.clock = Objects.requireNonNull(clock, "clock");
        WordList hold = WordList.of(rules.holdKeys());
        WordList disallowed = WordList.of(rules.disallowedKeys());
        this.states = List.of(
                StateRules::all,
                StateRules::links,
                comment -> StateRules.holdKeys(comment, hold),
                comment -> StateRules.unknown(comment, history),
                comment -> StateRules.disallowedKeys(comment, disallowed));
    }

    /** A reviewer by these rules; the history must answer from any thread that reviews. */
    public static CommentReviewer with(CommentRules rules, CommentHistory history, InstantSource clock) {
        return new CommentReviewer(rules, history, clock);
    }

    /**
     * Reviews a comment and, unless it is rejected, claims its place in the history.
     *
     * <p>Whatever a reader typed is answered by a decision, never by an exception; what the history throws comes
     * through.
     */
    public CommentDecision review(CommentDraft draft, CommentContext context) {
        Submission comment = new Submission(rules, draft, context, clock.instant());
        for (Function<Submission, @Nullable CommentViolation> gate : GATES) {
            CommentViolation shut = gate.apply(comment);
            if (shut != null) {
                return shut(comment, shut);
            }
        }
        Listed article = Objects.requireNonNull(context.article(), "article");
        List<CommentViolation> violations = new ArrayList<>();
        FORM.forEach(check -> violations.addAll(check.apply(comment)));
        List<Finding> findings = violations.isEmpty() ? findings(comment) : List.of();
        CommentState state = hardest(findings);
        CommentHistory.Attempt attempt = attempt(comment, article, state);
        violations.addAll(against(violations.isEmpty() ? history.claim(attempt) : history.check(attempt)));
        return violations.isEmpty()
                ? kept(comment, article, state, findings)
                : new CommentDecision.Rejected(violations, refused(violations));
    }

    private List<Finding> findings(Submission comment) {
        Finding staff = StateRules.staff(comment);
        if (staff != null) {
            return List.of(staff);
        }
        List<Finding> findings = new ArrayList<>();
        for (Function<Submission, @Nullable Finding> rule : states) {
            Finding finding = rule.apply(comment);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static CommentState hardest(List<Finding> findings) {
        CommentState hardest = CommentState.APPROVED;
        for (Finding finding : findings) {
            hardest = finding.verdict().compareTo(hardest) > 0 ? finding.verdict() : hardest;
        }
        return hardest;
    }

    private CommentHistory.Attempt attempt(Submission comment, Listed article, CommentState state) {
        return new CommentHistory.Attempt(
                article.id(),
                comment.draft.parent(),
                comment.name,
                comment.sender,
                CommentText.fingerprint(comment.text),
                state,
                comment.now,
                rules.refuseDuplicates(),
                comment.isModerator() ? 0 : rules.floodSeconds());
    }

    /** C-15 and C-16: the sender has not said the same here before, nor said anything a moment ago. */
    private List<CommentViolation> against(CommentHistory.Found found) {
        List<CommentViolation> violations = new ArrayList<>(2);
        if (found.duplicate()) {
            violations.add(CommentViolation.of("C-15", "comment_duplicate", "text"));
        }
        if (found.flood()) {
            violations.add(new CommentViolation("C-16", "comment_flood", "", rules.floodSeconds(), null));
        }
        return violations;
    }

    private static CommentDecision kept(
            Submission comment, Listed article, CommentState state, List<Finding> findings) {
        Instant now = comment.now;
        Cleaned cleaned = new Cleaned(
                article.id(), comment.draft.parent(), comment.name, comment.url.orElse(""), comment.text.html(), now);
        Sender sender = comment.sender;
        return switch (state) {
            case APPROVED -> new CommentDecision.Approved(cleaned, sender, findings);
            case HELD -> new CommentDecision.Held(cleaned, sender, findings);
            case SPAM -> new CommentDecision.Spam(cleaned, sender, findings);
            case TRASH -> new CommentDecision.Trash(cleaned, sender, findings);
        };
    }

    /** One gate is shut; of an article that not everybody can see, not even that it exists is told. */
    private static CommentDecision shut(Submission comment, CommentViolation violation) {
        boolean known = comment.isArticleKnown()
                || comment.isStaff()
                || violation.code().startsWith("comment_reply_to");
        CommentViolation told = known ? violation : CommentViolation.of("", "comment_id_not_found", "");
        return new CommentDecision.Rejected(List.of(violation), refused(List.of(told)));
    }

    private static Answer refused(List<CommentViolation> violations) {
        return new Answer(
                Outcome.REFUSED,
                violations.stream().map(CommentViolation::terse).toList());
    }
}
