package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import dev.byline.article.ArticleId;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.SenderRules.Flood;
import dev.byline.testkit.CommentHistoryContract;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class InMemoryCommentHistoryTest extends CommentHistoryContract {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Override
    protected CommentHistory history() {
        return CommentHistory.inMemory(1_000);
    }

    @Test
    void forgetsAllButTheLatest() {
        CommentHistory history = CommentHistory.inMemory(3);
        for (int i = 0; i < 10; i++) {
            assertThat(history.claim(attempt(i)).clear()).isTrue();
            history.remember(comment(i, NOW), sender(i));
        }
        assertThat(history.standing("Name 6", sender(6)).approved() > 0).isFalse();
        assertThat(history.standing("Name 7", sender(7)).approved() > 0).isTrue();
        assertThat(history.check(attempt(6)).duplicate()).isFalse();
        assertThat(history.check(attempt(7)).duplicate()).isTrue();
    }

    @Test
    void forgetsClaimsToo() {
        CommentHistory history = CommentHistory.inMemory(3);
        for (int i = 0; i < 4; i++) {
            assertThat(history.claim(attempt(i)).clear()).isTrue();
        }
        assertThat(history.check(attempt(0)).duplicate()).isFalse();
        assertThat(history.check(attempt(1)).duplicate()).isTrue();
    }

    @Test
    void aCommentDatedInTheFutureHidesNoFlood() {
        CommentHistory history = CommentHistory.inMemory(10);
        history.remember(comment(1, Instant.parse("2100-01-01T00:00:00Z")), sender(1));
        assertThat(history.claim(attempt(1, "first")).clear()).isTrue();
        assertThat(history.claim(attempt(1, "second")).floods()).isNotEmpty();
    }

    @Test
    void remembersAtLeastOne() {
        assertThatThrownBy(() -> CommentHistory.inMemory(0)).hasMessageContaining("not 0");
    }

    @Test
    void theHostSaysWhichEmailsAreMembers() {
        List<String> asked = new ArrayList<>();
        CommentHistory history = CommentHistory.inMemory(3, email -> {
            asked.add(email);
            return email.equals("n1@news.example");
        });
        assertThat(history.standing("Any", sender(1)).membersEmail()).isTrue();
        assertThat(history.standing("Any", sender(2)).membersEmail()).isFalse();
        assertThat(history.standing("Any", new Sender("n1@news.example", "", "", "m1"))
                        .membersEmail())
                .isFalse();
        assertThat(history.standing("Any", Sender.unknown()).membersEmail()).isFalse();
        assertThat(asked).containsExactly("n1@news.example", "n2@news.example");
    }

    @Test
    void aNameWithAndWithoutAccentsIsOne() {
        CommentHistory history = CommentHistory.inMemory(3);
        Sender jon = new Sender("jon@news.example", "", "", "");
        Comment comment = comment(1, NOW);
        history.remember(
                new Comment(
                        comment.id(),
                        comment.article(),
                        null,
                        comment.kind(),
                        comment.state(),
                        "Jón Árnason",
                        "",
                        "x",
                        NOW),
                jon);
        for (String same : List.of("Jon Arnason", "JÓN ÁRNASON", "Jo\u0301n A\u0301rnason")) {
            assertThat(history.standing(same, jon).approved()).as(same).isOne();
        }
        assertThat(history.standing("Jon Arnaşon2", jon).approved()).isZero();
    }

    @Test
    void aMembersEmailIsForgottenWithTheLastOfTheMembersComments() {
        CommentHistory history = CommentHistory.inMemory(3);
        Sender member = new Sender("n1@news.example", "", "", "m1");
        history.remember(comment(1, NOW), member);
        history.remember(comment(2, NOW), member);
        history.forget(CommentId.of("c1"));
        assertThat(history.standing("Any", sender(1)).membersEmail()).isTrue();
        history.forget(CommentId.of("c2"));
        assertThat(history.standing("Any", sender(1)).membersEmail()).isFalse();
    }

    @Test
    void theEndsOfTimeAreInstantsLikeOthers() {
        List<Instant> ends = List.of(Instant.MIN, Instant.MAX, NOW, Instant.MAX, Instant.MIN, Instant.EPOCH);
        SenderRules rules = SenderRules.defaults()
                .repeatSeconds(86_400)
                .nearPercent(100)
                .floods(List.of(new Flood(Flood.By.SENDER, 1, 86_400), new Flood(Flood.By.NETWORK, 1, 86_400)));
        for (Instant start : ends) {
            CommentHistory history = CommentHistory.inMemory(10);
            history.remember(comment(1, start), sender(1));
            for (Instant at : ends) {
                boolean same = at.equals(start);
                assertThat(history.check(attempt(1, "text 1", at, rules)).duplicate())
                        .isEqualTo(same);
                assertThat(history.check(attempt(1, "text 2", at, rules))
                                .floods()
                                .isEmpty())
                        .isEqualTo(!same);
            }
            int clear = 0;
            for (Instant at : ends) {
                clear += history.claim(attempt(2, "text 2", at, rules)).clear() ? 1 : 0;
            }
            assertThat(clear).isEqualTo(4);
        }
    }

    @Test
    void aClockThatGoesBackHidesNothing() {
        CommentHistory history = CommentHistory.inMemory(10);
        assertThat(history.claim(attempt(1, "one", NOW, SenderRules.defaults())).clear())
                .isTrue();
        Instant before = NOW.minus(Duration.ofDays(9));
        assertThat(history.claim(attempt(1, "two", before, SenderRules.defaults()))
                        .clear())
                .isTrue();
        assertThat(history.claim(attempt(1, "three", before.plusSeconds(14), SenderRules.defaults()))
                        .floods())
                .isNotEmpty();
        assertThat(history.claim(attempt(1, "one", before.plusSeconds(15), SenderRules.defaults()))
                        .duplicate())
                .isTrue();
        assertThat(history.claim(attempt(1, "three", NOW.plusSeconds(14), SenderRules.defaults()))
                        .floods())
                .isNotEmpty();
        assertThat(history.claim(attempt(1, "three", NOW.plusSeconds(15), SenderRules.defaults()))
                        .clear())
                .isTrue();
    }

    @Test
    void aUsedTokenIsKnownForAsLongAsAnyFormIsOpen() {
        CommentHistory history = CommentHistory.inMemory(10);
        assertThat(history.claim(attempt(1, "one", NOW, "t")).clear()).isTrue();
        Instant later = NOW.plus(Duration.ofHours(47));
        assertThat(history.claim(attempt(2, "two", later, "")).clear()).isTrue();
        assertThat(history.check(attempt(3, "three", later, "t")).tokenUsed()).isTrue();
    }

    @Test
    void whatIsRememberedIsBounded() throws ReflectiveOperationException {
        CommentHistory history = CommentHistory.inMemory(1_000);
        for (int i = 0; i < 100_000; i++) {
            claimAndStore(history, i, i % 7 == 0 ? "+1" : "text " + i);
        }
        long held = 0;
        for (Field field : InMemoryCommentHistory.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(history);
            if (value instanceof Map<?, ?> map) {
                held += map.size();
            } else if (value instanceof Cache<?, ?> cache) {
                cache.cleanUp();
                held += cache.asMap().size();
            }
        }
        // Comments, claims, two places of each, two counts of each; five windows.
        assertThat(held).isPositive().isLessThanOrEqualTo((2 + 4 + 2 + 5) * 1_000L);
    }

    @Tag("timed")
    @Test
    void eightTimesAsManyTakeAboutEightTimesAsLong() {
        for (boolean equal : new boolean[] {false, true}) {
            long small = Long.MAX_VALUE;
            long large = Long.MAX_VALUE;
            for (int run = 0; run < 5; run++) {
                small = Math.min(small, nanos(1_000, equal));
                large = Math.min(large, nanos(8_000, equal));
            }
            // Eight times as many; three for each doubling.
            assertThat((double) large / small).as("equal: %s", equal).isLessThan(27);
        }
    }

    /** How long so many take that are claimed, stored, changed and forgotten, where all are remembered. */
    private static long nanos(int count, boolean equal) {
        CommentHistory history = CommentHistory.inMemory(count / 2);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            claimAndStore(history, i, equal ? "+1" : "text " + i);
        }
        for (int i = 0; i < count; i++) {
            history.forget(CommentId.of("c" + i));
        }
        return System.nanoTime() - start;
    }

    private static void claimAndStore(CommentHistory history, int i, String text) {
        Sender sender = new Sender("n" + i % 5_000 + "@news.example", "192.0.2." + i % 250, "", "");
        SenderRules rules = SenderRules.defaults().refuseDuplicates(false).floods(List.of());
        Attempt attempt = new Attempt(
                ArticleId.of("a"),
                null,
                "Name",
                sender,
                text,
                text,
                CommentState.HELD,
                NOW.plusSeconds(i),
                rules,
                "t" + i,
                null);
        assertThat(history.claim(attempt).clear()).isTrue();
        if (i % 3 > 0) {
            history.remember(
                    new Comment(
                            CommentId.of("c" + i),
                            ArticleId.of("a"),
                            null,
                            Comment.Kind.COMMENT,
                            CommentState.APPROVED,
                            "Name",
                            "",
                            text,
                            NOW.plusSeconds(i)),
                    sender);
        }
    }

    private static Attempt attempt(int i, String text, Instant at, SenderRules rules) {
        return attempt(i, text, at, rules, "");
    }

    private static Attempt attempt(int i, String text, Instant at, String token) {
        return attempt(i, text, at, SenderRules.defaults(), token);
    }

    private static Attempt attempt(int i, String text, Instant at, SenderRules rules, String token) {
        return new Attempt(
                ArticleId.of("a"),
                null,
                "Name " + i,
                new Sender("n" + i + "@news.example", "192.0.2." + i, "", ""),
                CommentText.fingerprint(text),
                CommentText.sketch(text),
                CommentState.HELD,
                at,
                rules,
                token,
                null);
    }

    private static Sender sender(int i) {
        return new Sender("n" + i + "@news.example", "", "", "");
    }

    private static Attempt attempt(int i) {
        return attempt(i, "text " + i);
    }

    private static Attempt attempt(int i, String text) {
        return attempt(i, text, NOW, SenderRules.defaults());
    }

    private static Comment comment(int i, Instant at) {
        return new Comment(
                CommentId.of("c" + i),
                ArticleId.of("a"),
                null,
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "Name " + i,
                "",
                "text " + i,
                at);
    }
}
