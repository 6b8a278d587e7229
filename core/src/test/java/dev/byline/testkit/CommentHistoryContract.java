package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.comment.SenderRules.Flood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CommentHistory} does: extend it and give it yours. */
public abstract class CommentHistoryContract {
    private static final int THREADS = 32;
    private static final List<Flood> FLOOD = List.of(new Flood(Flood.By.SENDER, 1, 15));
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Sender ANN = new Sender("ann@news.example", "192.0.2.1", "agent", "");
    private static final Sender BEN = new Sender("ben@news.example", "192.0.2.2", "agent", "");
    private static final Sender MEMBER = new Sender("mia@news.example", "192.0.2.3", "agent", "m1");

    /** An empty history that remembers at least 1,000 comments. */
    protected abstract CommentHistory history();

    /**
     * Stores a comment as the host does, or stores it again in another state, so that the history knows.
     *
     * @param sender who sent it
     */
    protected void store(CommentHistory history, Comment comment, Sender sender) {
        history.remember(comment, sender);
    }

    @Test
    void anEmptyHistoryHasNothingAgainstAnybody() {
        CommentHistory history = history();
        assertThat(approved(history, "Ann", ANN)).isFalse();
        assertThat(approved(history, "", Sender.unknown())).isFalse();
        assertThat(history.check(attempt("Ann", ANN, "one", NOW)).clear()).isTrue();
    }

    @Test
    void aCheckReservesNothingAndAClaimDoes() {
        CommentHistory history = history();
        Attempt attempt = attempt("Ann", ANN, "one", NOW);
        assertThat(history.check(attempt).clear()).isTrue();
        assertThat(history.check(attempt).clear()).isTrue();
        assertThat(history.claim(attempt).clear()).isTrue();
        assertThat(history.check(attempt)).isEqualTo(new Found(true, false, FLOOD, false));
        assertThat(history.claim(attempt)).isEqualTo(new Found(true, false, FLOOD, false));
    }

    @Test
    void aDuplicateHasTheSamePlaceNameEmailAndWords() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", ANN, "one", NOW)).clear()).isTrue();
        Instant later = NOW.plusSeconds(3_600);
        assertThat(history.check(attempt("ANN", new Sender("ANN@news.example", "", "", ""), "one", later)))
                .isEqualTo(new Found(true, false, List.of(), false));
        assertThat(history.check(attempt("Ann", ANN, "two", later)).duplicate()).isFalse();
        assertThat(history.check(attempt("Anna", ANN, "one", later)).duplicate())
                .isFalse();
        assertThat(history.check(attempt("Ann", BEN, "one", later)).duplicate()).isFalse();
        assertThat(history.check(attempt("Ann", Sender.unknown(), "one", later)).duplicate())
                .isTrue();
        assertThat(history.check(elsewhere("a2", null, later)).duplicate()).isFalse();
        assertThat(history.check(elsewhere("a1", "c9", later)).duplicate()).isFalse();
        assertThat(history.check(elsewhere("a1", null, later)).duplicate()).isTrue();
    }

    @Test
    void aCommentWithoutEmailIsNoDuplicateForOneWithEmail() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", Sender.unknown(), "one", NOW)).clear())
                .isTrue();
        assertThat(history.check(attempt("Ann", ANN, "one", NOW)).duplicate()).isFalse();
        assertThat(history.check(attempt("Ann", Sender.unknown(), "one", NOW)).duplicate())
                .isTrue();
    }

    @Test
    void whatIsInTheTrashIsNoDuplicate() {
        CommentHistory history = history();
        store(history, comment("c1", "Ann", CommentState.HELD, "<b>one</b>"), ANN);
        Attempt again = attempt("Ann", ANN, "One", NOW.plusSeconds(3_600));
        assertThat(history.check(again).duplicate()).isTrue();
        store(history, comment("c1", "Ann", CommentState.TRASH, "<b>one</b>"), ANN);
        assertThat(history.check(again).duplicate()).isFalse();
        store(history, comment("c1", "Ann", CommentState.SPAM, "<b>one</b>"), ANN);
        assertThat(history.check(again).duplicate()).isTrue();
    }

    @Test
    void aClaimForTheTrashIsNoDuplicateButCountsForFloods() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", ANN, "one", NOW, CommentState.TRASH, true, 15))
                        .clear())
                .isTrue();
        assertThat(history.check(attempt("Ann", ANN, "one", NOW))).isEqualTo(new Found(false, false, FLOOD, false));
    }

    @Test
    void aStoredCommentTakesThePlaceOfItsClaim() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", ANN, "one", NOW)).clear()).isTrue();
        store(history, comment("c1", "Ann", CommentState.APPROVED, "one"), ANN);
        store(history, comment("c1", "Ann", CommentState.TRASH, "one"), ANN);
        assertThat(history.check(attempt("Ann", ANN, "one", NOW.plusSeconds(3_600)))
                        .duplicate())
                .isFalse();
    }

    @Test
    void aSenderWaitsJustTheSecondsBetweenTwoComments() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", ANN, "one", NOW)).clear()).isTrue();
        assertThat(history.check(attempt("Ann", ANN, "two", NOW.plusMillis(14_999))))
                .isEqualTo(new Found(false, false, FLOOD, false));
        assertThat(history.check(attempt("Ann", ANN, "two", NOW.plusSeconds(15))))
                .isEqualTo(Found.nothing());
        assertThat(history.check(attempt("Ann", ANN, "two", NOW, CommentState.HELD, true, 0)))
                .isEqualTo(Found.nothing());
        assertThat(history.check(attempt("Ann", ANN, "one", NOW, CommentState.HELD, false, 15)))
                .isEqualTo(new Found(false, false, FLOOD, false));
    }

    @Test
    void aVisitorIsKnownByIpOrEmailAndAMemberByAccountOrEmail() {
        CommentHistory history = history();
        assertThat(history.claim(attempt("Ann", ANN, "one", NOW)).clear()).isTrue();
        assertThat(history.claim(attempt("Mia", MEMBER, "one", NOW)).clear()).isTrue();
        assertThat(flood(history, new Sender("", "192.0.2.1", "", ""))).isTrue();
        assertThat(flood(history, new Sender("Ann@News.example", "", "", ""))).isTrue();
        assertThat(flood(history, new Sender("", "", "", "m1"))).isTrue();
        assertThat(flood(history, new Sender("mia@news.example", "", "", "m2"))).isTrue();
        assertThat(flood(history, new Sender("", "192.0.2.10", "agent", ""))).isFalse();
        assertThat(flood(history, new Sender("", "192.0.2.1", "agent", "m2"))).isFalse();
        assertThat(flood(history, Sender.unknown())).isFalse();
    }

    @Test
    void anApprovedCommentSpeaksForItsSenderAlone() {
        CommentHistory history = history();
        store(history, comment("c1", "Ann", CommentState.HELD, "one"), ANN);
        assertThat(approved(history, "Ann", ANN)).isFalse();
        store(history, comment("c1", "Ann", CommentState.APPROVED, "one"), ANN);
        assertThat(approved(history, "ann", new Sender("ANN@NEWS.EXAMPLE", "", "", "")))
                .isTrue();
        assertThat(approved(history, "Ben", ANN)).isFalse();
        assertThat(approved(history, "Ann", BEN)).isFalse();
        assertThat(approved(history, "Ann", new Sender("", "192.0.2.1", "", "")))
                .isFalse();
        store(history, comment("c1", "Ann", CommentState.SPAM, "one"), ANN);
        assertThat(approved(history, "Ann", ANN)).isFalse();
    }

    @Test
    void aMembersCommentsSpeakForTheMemberAndForNoVisitor() {
        CommentHistory history = history();
        store(history, comment("c1", "Mia", CommentState.APPROVED, "one"), MEMBER);
        assertThat(approved(history, "Any name", new Sender("", "", "", "m1"))).isTrue();
        assertThat(approved(history, "Mia", new Sender("mia@news.example", "", "", "m2")))
                .isFalse();
        assertThat(approved(history, "Mia", new Sender("mia@news.example", "192.0.2.3", "agent", "")))
                .isFalse();
    }

    @Test
    void ofEqualAttemptsAtOnceOneIsClear() {
        CommentHistory history = history();
        assertThat(race(history, i -> attempt("Ann", ANN, "one", NOW, CommentState.HELD, true, 0)))
                .isOne();
    }

    @Test
    void ofTheAttemptsOfOneSenderAtOnceOneIsClear() {
        CommentHistory history = history();
        assertThat(race(history, i -> attempt("Ann", ANN, "text " + i, NOW.plusMillis(i))))
                .isOne();
    }

    @Test
    void theAttemptsOfManySendersAtOnceAreAllClear() {
        CommentHistory history = history();
        assertThat(race(
                        history,
                        i -> attempt(
                                "Ann", new Sender("ann" + i + "@news.example", "192.0.2." + i, "", ""), "one", NOW)))
                .isEqualTo(THREADS);
    }

    private static long race(CommentHistory history, IntFunction<Attempt> attempts) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Found>> found = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Attempt attempt = attempts.apply(i);
                Callable<Found> claim = () -> {
                    start.await();
                    return history.claim(attempt);
                };
                found.add(threads.submit(claim));
            }
            long clear = 0;
            for (Future<Found> one : found) {
                clear += one.get().clear() ? 1 : 0;
            }
            return clear;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean approved(CommentHistory history, String name, Sender sender) {
        return history.standing(name, sender).approved() > 0;
    }

    private static boolean flood(CommentHistory history, Sender sender) {
        return !history.check(attempt("Cid", sender, "two", NOW.plusSeconds(1)))
                .floods()
                .isEmpty();
    }

    private static Comment comment(String id, String name, CommentState state, String text) {
        return new Comment(
                CommentId.of(id), ArticleId.of("a1"), null, Comment.Kind.COMMENT, state, name, "", text, NOW);
    }

    private static Attempt attempt(String name, Sender sender, String text, Instant at) {
        return attempt(name, sender, text, at, CommentState.HELD, true, 15);
    }

    private static Attempt attempt(
            String name, Sender sender, String text, Instant at, CommentState state, boolean duplicates, int flood) {
        SenderRules rules = SenderRules.defaults()
                .refuseDuplicates(duplicates)
                .floods(flood == 0 ? List.of() : List.of(new Flood(Flood.By.SENDER, 1, flood)));
        return attempt(ArticleId.of("a1"), null, name, sender, text, state, at, rules, "", null);
    }

    private static Attempt attempt(
            ArticleId article,
            @Nullable CommentId parent,
            String name,
            Sender sender,
            String text,
            CommentState state,
            Instant at,
            SenderRules rules,
            String token,
            @Nullable CommentId edited) {
        return new Attempt(
                article,
                parent,
                name,
                sender,
                CommentText.fingerprint(text),
                CommentText.sketch(text),
                state,
                at,
                rules,
                token,
                edited);
    }

    private static Attempt elsewhere(String article, @Nullable String parent, Instant at) {
        return attempt(
                ArticleId.of(article),
                parent == null ? null : CommentId.of(parent),
                "Ann",
                ANN,
                "one",
                CommentState.HELD,
                at,
                SenderRules.defaults(),
                "",
                null);
    }
}
