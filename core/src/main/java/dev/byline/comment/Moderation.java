package dev.byline.comment;

import dev.byline.comment.ModeratedComment.Action;
import dev.byline.comment.ModeratedComment.Done;
import dev.byline.comment.ModeratedComment.Refused;
import dev.byline.comment.ModeratedComment.Report;
import dev.byline.comment.ModeratedComment.Result;
import dev.byline.comment.ModeratedComment.Step;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps a comment can take, and what they make of it. */
final class Moderation {
    private Moderation() {}

    static void checkHistory(Comment comment, List<Step> steps) {
        Step before = null;
        for (Step step : steps) {
            boolean follows = before == null
                    || (before.action() != Action.DELETE
                            && step.from() == before.to()
                            && !step.at().isBefore(before.at()));
            if (!follows) {
                throw new IllegalArgumentException(
                        "comment " + comment.id() + " can't be " + before + ", then " + step);
            }
            before = step;
        }
        if (before != null && before.to() != comment.state()) {
            throw new IllegalArgumentException(
                    "comment " + comment.id() + " can't be " + comment.state() + " after " + before);
        }
    }

    static Step review(CommentDecision.Kept decision) {
        return new Step(
                Action.REVIEW,
                decision.state(),
                decision.state(),
                "",
                decision.cleaned().at(),
                "",
                rules(decision));
    }

    /** Where the steps came from that led into spam or trash and were not undone; what was sent there, is held. */
    static @Nullable CommentState previous(ModeratedComment moderated) {
        if (!isPutAway(moderated.state()) || moderated.deleted()) {
            return null;
        }
        Deque<CommentState> left = new ArrayDeque<>();
        for (Step step : moderated.steps()) {
            if (step.action() == Action.RESTORE) {
                left.poll();
            } else if (!isPutAway(step.to())) {
                left.clear();
            } else if (step.from() != step.to()) {
                left.push(step.from());
            }
        }
        CommentState previous = left.peek();
        return previous == null ? CommentState.HELD : previous;
    }

    static Map<ReportRules.Cause, Integer> count(Collection<Report> reports) {
        Map<ReportRules.Cause, Integer> counts = new EnumMap<>(ReportRules.Cause.class);
        reports.forEach(report -> counts.merge(report.cause(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The open reports, of each reader but the author the first. */
    static List<Report> counting(ModeratedComment moderated) {
        List<Report> inTime = new ArrayList<>(moderated.reports());
        inTime.sort(Comparator.comparing(Report::at));
        Set<String> counted = new HashSet<>();
        List<Report> counting = new ArrayList<>();
        for (Report report : inTime) {
            if (!report.by().equals(moderated.author()) && counted.add(report.by()) && !report.settled()) {
                counting.add(report);
            }
        }
        return counting;
    }

    static Result act(ModeratedComment moderated, Action action, String by, Instant at, String reason) {
        String refusal = refusal(moderated, action, by, at, reason);
        if (refusal != null) {
            return new Refused(moderated, refusal);
        }
        Comment comment = moderated.comment();
        CommentState to = to(moderated, action);
        Step step = new Step(action, comment.state(), to, by, at, reason, List.of());
        return switch (action) {
            case DELETE -> done(moderated, with(comment, "", "", "", to), step, List.of());
            case APPROVE, SETTLE ->
                done(
                        moderated,
                        in(comment, to),
                        step,
                        by.isEmpty() ? moderated.reports() : settled(moderated.reports()));
            default -> done(moderated, in(comment, to), step, moderated.reports());
        };
    }

    static Result edit(
            ModeratedComment moderated, CommentDecision.Kept decision, String by, Instant at, String reason) {
        Comment before = moderated.comment();
        CommentDecision.Cleaned cleaned = decision.cleaned();
        if (!cleaned.article().equals(before.article())) {
            throw new IllegalArgumentException("an edit of comment " + before.id() + " on " + before.article()
                    + " can't be one on " + cleaned.article());
        }
        String refusal = refusal(moderated, Action.EDIT, by, at, reason);
        if (refusal != null) {
            return new Refused(moderated, refusal);
        }
        CommentState to = decision.state().compareTo(before.state()) > 0 ? decision.state() : before.state();
        Step step = new Step(Action.EDIT, before.state(), to, by, at, reason, rules(decision));
        List<Report> open =
                moderated.reports().stream().filter(report -> !report.settled()).toList();
        return done(moderated, with(before, cleaned.name(), cleaned.url(), cleaned.text(), to), step, open);
    }

    static Result report(ModeratedComment moderated, Report report, ReportRules rules) {
        String refusal = moderated.deleted()
                ? "comment_deleted"
                : report.by().equals(moderated.author())
                        ? "report_own"
                        : moderated.reports().stream().anyMatch(one -> one.by().equals(report.by()))
                                ? "report_repeated"
                                : null;
        if (refusal != null) {
            return new Refused(moderated, refusal);
        }
        List<Report> reports = new ArrayList<>(moderated.reports());
        reports.add(report);
        ModeratedComment reported =
                new ModeratedComment(moderated.comment(), moderated.author(), moderated.steps(), reports);
        ReportRules.Sum sum = reported.weighed(rules);
        if (reported.state() != CommentState.APPROVED || !rules.hides(sum)) {
            return new Done(reported);
        }
        Instant last = last(moderated);
        Step hold = new Step(
                Action.HOLD,
                CommentState.APPROVED,
                CommentState.HELD,
                "",
                last != null && last.isAfter(report.at()) ? last : report.at(),
                String.format(Locale.ROOT, "reports add up to %.2f of %.2f", sum.value(), rules.hideAt()),
                List.of("C-70"));
        return done(reported, in(reported.comment(), CommentState.HELD), hold, reports);
    }

    private static @Nullable String refusal(
            ModeratedComment moderated, Action action, String by, Instant at, String reason) {
        if (moderated.deleted()) {
            return "comment_deleted";
        }
        CommentState state = moderated.state();
        String impossible = switch (action) {
            case APPROVE -> state == CommentState.APPROVED ? "comment_already_approved" : null;
            case HOLD -> state == CommentState.HELD ? "comment_already_held" : null;
            case SPAM -> state == CommentState.SPAM ? "comment_already_spam" : null;
            case TRASH -> state == CommentState.TRASH ? "comment_already_trash" : null;
            case RESTORE -> isPutAway(state) ? null : "comment_not_restorable";
            case DELETE -> isPutAway(state) ? null : "comment_not_deletable";
            case EDIT -> isPutAway(state) ? "comment_not_editable" : null;
            case SETTLE ->
                by.isEmpty()
                        ? "comment_moderator_required"
                        : state != CommentState.APPROVED || counting(moderated).isEmpty()
                                ? "comment_nothing_to_settle"
                                : null;
            case REVIEW -> throw new IllegalArgumentException("a review is the first step");
        };
        Instant last = last(moderated);
        if (impossible == null && last != null && at.isBefore(last)) {
            return "comment_changed_since";
        }
        return impossible == null && reason.length() > Step.LONGEST_REASON ? "comment_reason_too_long" : impossible;
    }

    private static CommentState to(ModeratedComment moderated, Action action) {
        return switch (action) {
            case APPROVE -> CommentState.APPROVED;
            case HOLD -> CommentState.HELD;
            case SPAM -> CommentState.SPAM;
            case TRASH -> CommentState.TRASH;
            case RESTORE -> {
                CommentState previous = previous(moderated);
                yield previous == null ? CommentState.HELD : previous;
            }
            default -> moderated.state();
        };
    }

    private static Done done(ModeratedComment before, Comment comment, Step step, List<Report> reports) {
        List<Step> steps = new ArrayList<>(before.steps());
        steps.add(step);
        return new Done(new ModeratedComment(comment, before.author(), steps, reports));
    }

    private static boolean isPutAway(CommentState state) {
        return state == CommentState.SPAM || state == CommentState.TRASH;
    }

    private static @Nullable Instant last(ModeratedComment moderated) {
        List<Step> steps = moderated.steps();
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).at();
    }

    private static List<Report> settled(List<Report> reports) {
        return reports.stream()
                .map(report -> new Report(report.by(), report.cause(), report.standing(), report.at(), true))
                .toList();
    }

    private static List<String> rules(CommentDecision decision) {
        return decision.reasons().stream()
                .map(CommentDecision.Finding::rule)
                .distinct()
                .toList();
    }

    private static Comment in(Comment comment, CommentState state) {
        return with(comment, comment.name(), comment.url(), comment.text(), state);
    }

    private static Comment with(Comment comment, String name, String url, String text, CommentState state) {
        return new Comment(
                comment.id(),
                comment.article(),
                comment.parent(),
                comment.kind(),
                state,
                name,
                url,
                text,
                comment.at());
    }
}
