package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.comment.CommentDecision;
import dev.byline.comment.CommentDecision.Answer;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentRules;
import dev.byline.comment.CommentViolation;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.examples.cli.review.BadInput;
import dev.byline.examples.cli.review.DraftReview;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Drafts on standard input, one a line, and what becomes of each. */
final class Drafts {
    /** The most bytes of a line. */
    static final int LONGEST = 16 << 20;

    private Drafts() {}

    /**
     * What became of a draft.
     *
     * @param code the first violation's, or null
     */
    @JsonPropertyOrder({"line", "state", "code", "violations", "reasons", "cleaned", "answer"})
    record Decided(
            long line,
            String state,
            @Nullable String code,
            List<CommentViolation> violations,
            List<Finding> reasons,
            @Nullable Cleaned cleaned,
            Answer answer) {
        static Decided of(long line, CommentDecision decision) {
            return new Decided(
                    line,
                    Drafts.state(decision),
                    decision instanceof CommentDecision.Rejected rejected ? rejected.code() : null,
                    decision.violations(),
                    decision.reasons(),
                    decision instanceof CommentDecision.Kept kept ? kept.cleaned() : null,
                    decision.answer());
        }
    }

    /** A line that could not be read. */
    @JsonPropertyOrder({"line", "error"})
    record Unread(long line, String error) {}

    /** Reviews every line as it comes; gives the exit code. */
    static int review(CommentRules rules, InstantSource clock, Terminal terminal, boolean json) {
        DraftReview review = DraftReview.with(rules, clock);
        Lines lines = new Lines(terminal.in(), LONGEST);
        int code = Byline.DONE;
        for (String line = lines.next(); line != null; line = lines.next()) {
            String text = lines.number() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            String error;
            try {
                if (!lines.tooLong()) {
                    decided(terminal, lines.number(), review.review(text), json);
                    continue;
                }
                error = "is longer than " + (LONGEST >> 20) + " MiB";
            } catch (BadInput bad) {
                error = String.valueOf(bad.getMessage());
            }
            code = Byline.REFUSED;
            if (json) {
                terminal.jsonLine(new Unread(lines.number(), error));
            } else {
                terminal.line("line " + lines.number() + ": " + error);
                terminal.flush();
            }
        }
        return code;
    }

    private static void decided(Terminal terminal, long number, CommentDecision decision, boolean json) {
        if (json) {
            terminal.jsonLine(Decided.of(number, decision));
        } else {
            print(terminal, "line " + number + ": " + state(decision), decision);
            terminal.flush();
        }
    }

    /** Prints a headline and, below it, every rule that spoke. */
    static void print(Terminal terminal, String headline, CommentDecision decision) {
        terminal.line(headline);
        decision.violations()
                .forEach(violation -> terminal.line(
                        "  " + violation.rule() + "  " + violation.code() + "  " + violation.message(Locale.ENGLISH)));
        decision.reasons()
                .forEach(reason -> terminal.line("  " + reason.rule() + "  "
                        + reason.verdict().name().toLowerCase(Locale.ROOT) + "  " + reason.text()));
    }

    /** The state to store it in, or {@code rejected}. */
    static String state(CommentDecision decision) {
        return decision instanceof CommentDecision.Kept kept
                ? kept.state().name().toLowerCase(Locale.ROOT)
                : "rejected";
    }
}
