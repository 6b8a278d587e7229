package dev.byline.comment;

import dev.byline.article.Listed;
import dev.byline.comment.CommentChecker.Silence;
import dev.byline.comment.CommentDecision.Answer;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a comment.
 *
 * <p>First the gates (C-01 to C-06, C-50, C-51, C-96, C-97): the first that is shut ends the review, so that nothing
 * leaks about what lies behind it. Then the form, duplicates and floods (C-07 to C-16, C-52 to C-57): everything that is
 * wrong is told at once. Then the state (C-19 to C-29, C-35 to C-39, C-56 to C-59): the hardest verdict counts.
 * WordPress' order; docs/rules.md has a sentence for each.
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
            GateRules::signedIn,
            GateRules::nothingRefusedAbove,
            GateRules::notTooDeep,
            GateRules::ownEdit,
            GateRules::editOpen);

    /** What a second look by the sender may mend. */
    private static final Set<String> NUDGED = Set.of("C-22", "C-23", "C-29");

    /** The order in which the form is checked and its violations are told. */
    private final List<Function<Submission, List<CommentViolation>>> form;

    /** The order in which the state is asked for, once the sender is found not to be of the staff. */
    private final List<Function<Submission, List<Finding>>> states;

    private final CommentRules rules;
    private final CommentHistory history;
    private final InstantSource clock;
    private final List<CheckerRule> checkers;
    private final @Nullable FormTokens tokens;

    private CommentReviewer(
            CommentRules rules,
            CommentHistory history,
            InstantSource clock,
            List<CheckerRule> checkers,
            @Nullable FormTokens tokens) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.history = Objects.requireNonNull(history, "history");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.checkers = List.copyOf(checkers);
        this.tokens = tokens;
        KeyRules keys = new KeyRules(rules.keys());
        WordList reserved = WordList.of(rules.reservedNames());
        Set<String> looks = rules.reservedNames().stream()
                .map(NameLook::of)
                .filter(look -> !look.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.form = List.of(
                FormRules::nameAndEmail,
                FormRules::emailValid,
                FormRules::textVisible,
                FormRules::nameLength,
                FormRules::emailLength,
                FormRules::urlLength,
                FormRules::textLength,
                FormRules::urlSafe,
                comment -> FormRules.nameFree(comment, reserved, looks),
                FormRules::longEnough,
                FormRules::variedEnough,
                FormRules::notShouted,
                keys::refused,
                comment -> comment.token.against(rules.formAges()));
        this.states = List.of(
                one(StateRules::all),
                one(StateRules::links),
                one(StateRules::manyLinks),
                one(comment -> StateRules.newcomersLinks(comment, history)),
                one(StateRules::deniedHosts),
                keys::found,
                one(comment -> StateRules.newcomer(comment, history)),
                one(comment -> StateRules.membersEmail(comment, history)),
                one(comment -> StateRules.oftenRefused(comment, history)),
                one(StateRules::trapped),
                one(StateRules::stillHeld));
    }

    private static Function<Submission, List<Finding>> one(Function<Submission, @Nullable Finding> rule) {
        return comment -> {
            Finding finding = rule.apply(comment);
            return finding == null ? List.of() : List.of(finding);
        };
    }

    /** A reviewer by these rules; the history must answer from any thread that reviews. */
    public static CommentReviewer with(CommentRules rules, CommentHistory history, InstantSource clock) {
        return new CommentReviewer(rules, history, clock, List.of(), null);
    }

    /**
     * The same, but this checker is asked too, after those that are asked already (C-39).
     *
     * @param executor where it runs; with {@code Runnable::run} on the thread that reviews, which then waits for it
     *     however long it takes
     * @param timeout how long the review waits, more than nothing
     * @param silence what becomes of the comment where the checker throws, is refused by the executor or takes longer
     */
    public CommentReviewer asking(CommentChecker checker, Executor executor, Duration timeout, Silence silence) {
        List<CheckerRule> more = new ArrayList<>(checkers);
        more.add(new CheckerRule(checker, executor, timeout, silence));
        return new CommentReviewer(rules, history, clock, more, tokens);
    }

    /**
     * The same, but a new comment must come with a form whose token these made ({@link CommentContext#withForm}), as
     * old as the rules allow, and each token counts once for each sender (C-90 to C-94).
     */
    public CommentReviewer checking(FormTokens tokens) {
        return new CommentReviewer(rules, history, clock, checkers, Objects.requireNonNull(tokens, "tokens"));
    }

    /**
     * Reviews a comment, or an edit of one, and claims its place in the history unless it is rejected.
     *
     * <p>Whatever a reader typed is answered by a decision, never by an exception; what the history throws comes
     * through.
     */
    public CommentDecision review(CommentDraft draft, CommentContext context) {
        Submission comment = new Submission(rules, draft, context, tokens, clock.instant());
        for (Function<Submission, @Nullable CommentViolation> gate : GATES) {
            CommentViolation shut = gate.apply(comment);
            if (shut != null) {
                return shut(comment, shut);
            }
        }
        Listed article = Objects.requireNonNull(context.article(), "article");
        List<CommentViolation> violations = new ArrayList<>();
        form.forEach(check -> violations.addAll(check.apply(comment)));
        if (!violations.isEmpty()) {
            violations.addAll(against(history.check(attempt(comment, article, CommentState.HELD))));
            return rejected(violations);
        }
        Cleaned cleaned = cleaned(comment, article);
        List<Finding> findings = findings(comment, cleaned, article);
        if (rules.nudge() && !context.form().insisted() && isNudged(findings)) {
            return rejected(List.of(CommentViolation.of("C-38", "comment_reconsider", "text")));
        }
        CommentHistory.Found found = history.claim(attempt(comment, article, hardest(findings)));
        violations.addAll(against(found));
        if (!violations.isEmpty()) {
            return rejected(violations);
        }
        if (found.near() && !comment.isStaff()) {
            findings.add(Finding.of("C-58", CommentState.HELD, "text", "the sender has said nearly the same before"));
            addWeighed(findings);
        }
        return kept(comment, cleaned, findings);
    }

    private List<Finding> findings(Submission comment, Cleaned cleaned, Listed article) {
        List<Finding> findings = new ArrayList<>();
        Finding staff = StateRules.staff(comment);
        if (staff != null) {
            findings.add(staff);
            return findings;
        }
        states.forEach(rule -> findings.addAll(rule.apply(comment)));
        // Nobody is asked about what is refused anyway.
        if (!checkers.isEmpty()
                && history.check(attempt(comment, article, CommentState.HELD)).clear()) {
            for (CheckerRule checker : checkers) {
                Finding finding = checker.ask(cleaned, comment.sender);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        addWeighed(findings);
        return findings;
    }

    /** C-37: what several rules found weighs more than the hardest of them alone. */
    private void addWeighed(List<Finding> findings) {
        int most = rules.scoring().spamAt();
        long sum = 0;
        for (Finding finding : findings) {
            if (finding.rule().equals("C-37")) {
                return;
            }
            boolean against = finding.verdict() != CommentState.APPROVED;
            sum += against ? rules.scoring().weights().getOrDefault(finding.rule(), 0) : 0;
        }
        if (most > 0 && sum >= most) {
            String text = "weighs " + sum + ", and from " + most + " on it is spam";
            findings.add(Finding.of("C-37", CommentState.SPAM, "", text));
        }
    }

    /**
     * Whether it would wait for one thing at least that a sender can mend. What else was found is not asked, or whoever
     * is not given it back would learn that it is spam.
     */
    private static boolean isNudged(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.verdict() == CommentState.HELD && NUDGED.contains(finding.rule()));
    }

    private static CommentState hardest(List<Finding> findings) {
        CommentState hardest = CommentState.APPROVED;
        for (Finding finding : findings) {
            hardest = finding.verdict().compareTo(hardest) > 0 ? finding.verdict() : hardest;
        }
        return hardest;
    }

    private CommentHistory.Attempt attempt(Submission comment, Listed article, CommentState state) {
        CommentContext.Edit edit = comment.context.edit();
        boolean free = comment.isModerator() || edit != null;
        SenderRules senders = rules.senders();
        return new CommentHistory.Attempt(
                article.id(),
                comment.parent(),
                comment.name,
                comment.sender,
                CommentText.fingerprint(comment.text),
                senders.nearPercent() == 0 ? "" : CommentText.sketch(comment.text),
                state,
                comment.now,
                free ? senders.floods(List.of()) : senders,
                comment.token.use(),
                edit == null ? null : edit.comment().id());
    }

    /** C-15, C-16, C-94: the sender has not said the same here, nor anything a moment ago, nor by the same form. */
    private static List<CommentViolation> against(CommentHistory.Found found) {
        List<CommentViolation> violations = new ArrayList<>(2);
        if (found.duplicate()) {
            violations.add(CommentViolation.of("C-15", "comment_duplicate", "text"));
        }
        if (!found.floods().isEmpty()) {
            SenderRules.Flood flood = found.floods().get(0);
            violations.add(new CommentViolation("C-16", "comment_flood", "", flood.seconds(), null, "", null));
        }
        if (found.tokenUsed()) {
            violations.add(CommentViolation.of("C-94", "comment_form_used", ""));
        }
        return violations;
    }

    private static Cleaned cleaned(Submission comment, Listed article) {
        CommentContext.Edit edit = comment.context.edit();
        Instant at = edit == null ? comment.now : edit.comment().at();
        return new Cleaned(
                article.id(), comment.parent(), comment.name, comment.url.orElse(""), comment.text.html(), at);
    }

    private static CommentDecision kept(Submission comment, Cleaned cleaned, List<Finding> findings) {
        Sender sender = comment.sender;
        return switch (hardest(findings)) {
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
                // C-01 does not look at the article; C-02 does.
                || violation.rule().equals("C-01");
        CommentViolation told = known ? violation : CommentViolation.of("", "comment_id_not_found", "");
        return new CommentDecision.Rejected(List.of(violation), refused(List.of(told)));
    }

    private static CommentDecision rejected(List<CommentViolation> violations) {
        return new CommentDecision.Rejected(violations, refused(violations));
    }

    private static Answer refused(List<CommentViolation> violations) {
        return new Answer(
                Outcome.REFUSED,
                violations.stream().map(CommentViolation::terse).toList());
    }
}
