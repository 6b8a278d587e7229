package dev.byline.comment;

import dev.byline.comment.CommentChecker.Opinion;
import dev.byline.comment.CommentChecker.Silence;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** C-39: what the host's own checker says, for which nobody waits longer than agreed. */
record CheckerRule(CommentChecker checker, Executor executor, Duration timeout, Silence silence) {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    CheckerRule {
        Objects.requireNonNull(checker, "checker");
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(silence, "silence");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a checker needs some time, not " + timeout);
        }
        timeout = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    }

    @Nullable
    Finding ask(Cleaned comment, Sender sender) {
        FutureTask<@Nullable Opinion> question = new FutureTask<>(() -> checker.check(comment, sender));
        try {
            executor.execute(question);
            Opinion opinion = question.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return opinion == null ? null : Finding.of("C-39", opinion.verdict(), "", opinion.reason());
        } catch (TimeoutException e) {
            question.cancel(true);
            return silent("the checker took too long");
        } catch (ExecutionException | RuntimeException e) {
            return silent("the checker failed");
        } catch (InterruptedException e) {
            question.cancel(true);
            Thread.currentThread().interrupt();
            return silent("the checker was interrupted");
        }
    }

    private @Nullable Finding silent(String why) {
        return silence == Silence.HOLD ? Finding.of("C-39", CommentState.HELD, "", why) : null;
    }
}
