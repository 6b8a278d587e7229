package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.comment.CommentChecker.Opinion;
import dev.byline.comment.CommentChecker.Silence;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.testkit.Rule;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Rule("C-39")
final class CheckerRuleTest extends Reviewing {
    private static final Executor HERE = Runnable::run;
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource(CommentState.class)
    void whatACheckerSaysCountsLikeARule(CommentState verdict) {
        CommentDecision decision = asked((comment, sender) -> new Opinion(verdict, "looks so"), Silence.PASS);
        assertThat(state(decision)).isEqualTo(verdict);
        assertThat(decision.reasons()).containsExactly(Finding.of("C-39", verdict, "", "looks so"));
    }

    @Test
    void aCheckerThatHasNothingToSaySaysNothing() {
        for (Silence silence : Silence.values()) {
            clock.advance(LONG);
            assertThat(asked((comment, sender) -> null, silence).reasons()).isEmpty();
        }
    }

    @Test
    void aKindWordMakesNoVerdictMilder() {
        CommentReviewer reviewer = CommentReviewer.with(OPEN.holdAll(true), history, clock)
                .asking((comment, sender) -> new Opinion(CommentState.APPROVED, ""), HERE, LONG, Silence.PASS);
        assertThat(reasons(reviewer.review(DRAFT, on(article)))).containsExactly("C-21 HELD", "C-39 APPROVED");
    }

    @Test
    void itSeesWhatWouldBeStoredAndWhoSends() {
        List<Object> seen = new ArrayList<>();
        asked(
                (comment, sender) -> {
                    seen.add(comment);
                    seen.add(sender);
                    return null;
                },
                Silence.PASS);
        assertThat(seen)
                .containsExactly(
                        new Cleaned(article.id(), null, "Ann", "", "Well put.", NOW),
                        new Sender("ann@news.example", "192.0.2.1", "Browser/1.0", ""));
    }

    static Stream<CommentChecker> failing() {
        return Stream.of(
                (comment, sender) -> {
                    throw new IOException("no answer");
                },
                (comment, sender) -> {
                    throw new IllegalStateException("no answer");
                },
                (comment, sender) -> {
                    throw new StackOverflowError();
                },
                (comment, sender) -> {
                    throw new InterruptedException();
                });
    }

    @ParameterizedTest
    @MethodSource("failing")
    void oneThatFailsIsPassedOverOrMakesTheCommentWait(CommentChecker checker) {
        assertSilence(checker, HERE, LONG, "the checker failed");
    }

    @Test
    void soDoesOneThatTheExecutorDoesNotRun() {
        CommentChecker checker = (comment, sender) -> new Opinion(CommentState.SPAM, "never said");
        for (RuntimeException refusal : List.of(
                new RejectedExecutionException("full"),
                new IllegalStateException("not started"),
                new CancellationException())) {
            assertSilence(
                    checker,
                    task -> {
                        throw refusal;
                    },
                    LONG,
                    "the checker failed");
        }
        assertSilence(checker, task -> ((Future<?>) task).cancel(false), LONG, "the checker failed");
    }

    @Test
    void nobodyWaitsForOneThatTakesTooLong() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch interrupted = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        try {
            CommentChecker slow = (comment, sender) -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return new Opinion(CommentState.SPAM, "too late");
            };
            assertSilence(slow, threads, Duration.ofMillis(20), "the checker took too long");
            assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneThatIsNeverStartedTakesTooLong() {
        assertSilence(
                (comment, sender) -> new Opinion(CommentState.SPAM, ""),
                task -> assertThat(task).isInstanceOf(FutureTask.class),
                Duration.ofNanos(1),
                "the checker took too long");
    }

    @Test
    void anInterruptedThreadDoesNotWaitAndStaysInterrupted() {
        CommentChecker checker = (comment, sender) -> new Opinion(CommentState.SPAM, "");
        for (Silence silence : Silence.values()) {
            clock.advance(LONG);
            Thread.currentThread().interrupt();
            CommentDecision decision = CommentReviewer.with(OPEN, history, clock)
                    .asking(checker, task -> {}, LONG, silence)
                    .review(CommentDraft.of("Ann", "ann@news.example", "At " + clock.instant()), on(article));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(reasons(decision)).isEqualTo(silence == Silence.PASS ? List.of() : List.of("C-39 HELD"));
        }
    }

    @Test
    void severalAreAskedInTheirOrder() {
        CommentReviewer reviewer = CommentReviewer.with(OPEN, history, clock)
                .asking((comment, sender) -> new Opinion(CommentState.HELD, "one"), HERE, LONG, Silence.PASS)
                .asking((comment, sender) -> null, HERE, LONG, Silence.PASS)
                .asking((comment, sender) -> new Opinion(CommentState.SPAM, "two"), HERE, LONG, Silence.PASS);
        assertThat(reviewer.review(DRAFT, on(article)).reasons())
                .extracting(Finding::text)
                .containsExactly("one", "two");
    }

    @Test
    void itWeighsLikeARule() {
        CommentRules rules = OPEN.scoring(Scoring.defaults().spamAt(2).weight("C-39", 1));
        CommentReviewer reviewer = CommentReviewer.with(rules, history, clock)
                .asking((comment, sender) -> new Opinion(CommentState.HELD, ""), HERE, LONG, Silence.PASS)
                .asking((comment, sender) -> new Opinion(CommentState.HELD, ""), HERE, LONG, Silence.PASS);
        assertThat(reasons(reviewer.review(DRAFT, on(article)))).containsExactly("C-39 HELD", "C-39 HELD", "C-37 SPAM");
    }

    @Test
    void nobodyIsAskedAboutTheStaffOrWhatIsRefusedAnyway() {
        CommentChecker never = (comment, sender) -> new Opinion(CommentState.SPAM, "asked");
        CommentRules rules = OPEN.keys(KeyList.reject("no", List.of("knave")));
        CommentReviewer reviewer = CommentReviewer.with(rules, history, clock).asking(never, HERE, LONG, Silence.HOLD);
        for (Role role : List.of(Role.AUTHOR, Role.MODERATOR)) {
            assertThat(rules(reviewer.review(
                            CommentDraft.of("By " + role), on(article).signedIn(account(role)))))
                    .containsExactly("C-20");
            clock.advance(LONG);
        }
        List<Object> seen = new ArrayList<>();
        CommentReviewer counting = CommentReviewer.with(rules, history, clock)
                .asking(
                        (comment, sender) -> {
                            seen.add(comment);
                            return null;
                        },
                        HERE,
                        LONG,
                        Silence.HOLD);
        assertThat(counting.review(CommentDraft.of("Ann", "ann@news.example", ""), on(article)))
                .isInstanceOf(Rejected.class);
        assertThat(counting.review(CommentDraft.of("Ann", "ann@news.example", "Knave!"), on(article)))
                .isInstanceOf(Rejected.class);
        assertThat(counting.review(DRAFT.replyTo(CommentId.of("none")), on(article)))
                .isInstanceOf(Rejected.class);
        assertThat(seen).isEmpty();
        assertThat(counting.review(DRAFT, on(article))).isInstanceOf(Approved.class);
        assertThat(seen).hasSize(1);
        assertThat(counting.review(DRAFT, on(article))).isInstanceOf(Rejected.class);
        assertThat(counting.review(CommentDraft.of("Ann", "ann@news.example", "Too soon."), on(article)))
                .isInstanceOf(Rejected.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aReasonIsOneShortLine() {
        assertThat(new Opinion(CommentState.HELD, " two\r\nlines\u202e\u0000 ").reason())
                .isEqualTo("two lines");
        assertThat(new Opinion(CommentState.HELD, "é".repeat(200)).reason()).isEqualTo("é".repeat(200));
        assertThat(new Opinion(CommentState.HELD, "\ud83d\ude00".repeat(100_000)).reason())
                .isEqualTo("\ud83d\ude00".repeat(200));
        assertThat(new Opinion(CommentState.HELD, "\ud83d").reason()).isEqualTo("\ufffd");
    }

    @Test
    void whoAsksWithoutTimeIsWrongAndForEverIsATime() {
        CommentReviewer reviewer = CommentReviewer.with(OPEN, history, clock);
        CommentChecker checker = (comment, sender) -> new Opinion(CommentState.HELD, "said");
        for (Duration none : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatThrownBy(() -> reviewer.asking(checker, HERE, none, Silence.PASS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(none.toString());
        }
        Duration ever = ChronoUnit.FOREVER.getDuration();
        assertThat(reviewer.asking(checker, HERE, ever, Silence.PASS).review(DRAFT, on(article)))
                .isInstanceOf(Held.class);
    }

    private void assertSilence(CommentChecker checker, Executor executor, Duration timeout, String why) {
        clock.advance(LONG);
        CommentReviewer reviewer = CommentReviewer.with(OPEN, history, clock);
        CommentDraft draft = CommentDraft.of("Ann", "ann@news.example", "At " + clock.instant());
        CommentDecision passed =
                reviewer.asking(checker, executor, timeout, Silence.PASS).review(draft, on(article));
        assertThat(passed).isInstanceOf(Approved.class);
        assertThat(passed.reasons()).isEmpty();
        clock.advance(LONG);
        CommentDraft next = CommentDraft.of("Ann", "ann@news.example", "At " + clock.instant());
        CommentDecision held =
                reviewer.asking(checker, executor, timeout, Silence.HOLD).review(next, on(article));
        assertThat(held).isInstanceOf(Held.class);
        assertThat(held.reasons()).containsExactly(Finding.of("C-39", CommentState.HELD, "", why));
    }

    private CommentDecision asked(CommentChecker checker, Silence silence) {
        return CommentReviewer.with(OPEN, history, clock)
                .asking(checker, HERE, LONG, silence)
                .review(
                        CommentDraft.of(
                                "Ann",
                                "ann@news.example",
                                clock.instant().equals(NOW) ? "Well put." : "At " + clock.instant()),
                        on(article));
    }
}
