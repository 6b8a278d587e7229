package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.comment.SenderRules.Flood;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast a sender or a network may send, and forms that are used up. */
abstract class HistoryFloodTests extends HistoryTests {
    private static final Flood TWO_A_MINUTE = new Flood(Flood.By.SENDER, 2, 60);
    private static final Flood NETWORK = new Flood(Flood.By.NETWORK, 1, 60);

    @Test
    void aSenderWaitsJustTheSecondsBetweenTwoComments() {
        claimed(ann("one"));
        for (long millis : new long[] {-14_999, 0, 14_999}) {
            assertThat(check(ann("two").under(FLOODS).after(Duration.ofMillis(millis))))
                    .isEqualTo(new Found(false, false, List.of(EVERY_15_SECONDS), false));
        }
        for (long millis : new long[] {-15_000, 15_000}) {
            assertThat(check(ann("two").under(FLOODS).after(Duration.ofMillis(millis))))
                    .isEqualTo(Found.nothing());
        }
        assertThat(check(ann("two"))).isEqualTo(Found.nothing());
        assertThat(check(ann("one").under(FLOODS.refuseDuplicates(false))))
                .isEqualTo(new Found(false, false, List.of(EVERY_15_SECONDS), false));
    }

    @Test
    void aVisitorIsKnownByIpOrEmailAndAMemberByAccountOrEmail() {
        claimed(ann("one"));
        claimed(said("Mia", MEMBER, "one"));
        assertThat(flood(new Sender("", "192.0.2.1", "", ""))).isTrue();
        assertThat(flood(new Sender("Ann@News.example", "", "", ""))).isTrue();
        assertThat(flood(new Sender("", "", "", "m1"))).isTrue();
        assertThat(flood(new Sender("mia@news.example", "", "", "m2"))).isTrue();
        assertThat(flood(new Sender("mia@news.example", "", "", ""))).isFalse();
        assertThat(flood(new Sender("", "192.0.2.3", "", ""))).isTrue();
        assertThat(flood(new Sender("", "192.0.2.10", "agent", ""))).isFalse();
        assertThat(flood(new Sender("", "192.0.2.1", "agent", "m2"))).isFalse();
        assertThat(flood(Sender.unknown())).isFalse();
    }

    private boolean flood(Sender sender) {
        return !check(said("Cid", sender, "two").under(FLOODS)).floods().isEmpty();
    }

    @Test
    void soManyMayComeAndTheNextOneNot() {
        SenderRules rules = floods(TWO_A_MINUTE);
        claimed(ann("one").under(rules));
        claimed(ann("two").under(rules).after(Duration.ofSeconds(30)));
        assertThat(claim(ann("three").under(rules).after(Duration.ofMillis(59_999)))
                        .floods())
                .containsExactly(TWO_A_MINUTE);
        claimed(ann("three").under(rules).after(Duration.ofSeconds(60)));
        assertThat(claim(ann("four").under(rules).after(Duration.ofSeconds(89))).floods())
                .containsExactly(TWO_A_MINUTE);
        claimed(ann("four").under(rules).after(Duration.ofSeconds(90)));
    }

    @Test
    void whatIsRefusedCountsForNoFlood() {
        SenderRules rules = floods(TWO_A_MINUTE);
        claimed(ann("one").under(rules));
        assertThat(claim(ann("one").under(rules)).duplicate()).isTrue();
        assertThat(claim(ann("one").under(rules)).floods()).isEmpty();
        claimed(ann("two").under(rules));
    }

    @Test
    void fiftyMayComeIfTheRulesSaySo() {
        SenderRules rules = floods(new Flood(Flood.By.SENDER, 50, 86_400));
        for (int i = 0; i < 50; i++) {
            claimed(ann("text " + i).under(rules).after(Duration.ofSeconds(i)));
        }
        assertThat(check(ann("last").under(rules).after(Duration.ofSeconds(86_399)))
                        .floods())
                .hasSize(1);
        assertThat(check(ann("last").under(rules).after(Duration.ofDays(1))).floods())
                .isEmpty();
    }

    @Test
    void aClaimAndTheCommentThatItBecomesCountOnce() {
        SenderRules rules = floods(TWO_A_MINUTE);
        claimed(ann("one").under(rules));
        store("c1", ann("one"), CommentState.HELD);
        store("c1", ann("one"), CommentState.APPROVED);
        store("c1", ann("one"), CommentState.APPROVED);
        claimed(ann("two").under(rules));
        assertThat(check(ann("three").under(rules)).floods()).containsExactly(TWO_A_MINUTE);
    }

    @Test
    void twoEqualCommentsCountTwice() {
        Flood four = new Flood(Flood.By.SENDER, 4, 60);
        SenderRules rules = floods(four).refuseDuplicates(false);
        for (int i = 0; i < 3; i++) {
            claimed(ann("one").under(rules).as(CommentState.TRASH));
        }
        for (int i = 0; i < 3; i++) {
            store("c" + i, ann("one"), CommentState.TRASH);
        }
        claimed(ann("two").under(rules));
        assertThat(check(ann("three").under(rules)).floods()).containsExactly(four);
    }

    @Test
    void commentsOfAnyStateCountThatWereStoredWithoutAClaim() {
        SenderRules rules = floods(TWO_A_MINUTE);
        store("c1", ann("one").on("a7", null), CommentState.SPAM);
        assertThat(check(ann("x").under(rules)).floods()).isEmpty();
        store("c2", ann("two").on("a8", "c1"), CommentState.TRASH);
        assertThat(check(ann("x").under(rules)).floods()).containsExactly(TWO_A_MINUTE);
    }

    @Test
    void allLimitsThatAreReachedAreNamedInTheirOrder() {
        Flood five = new Flood(Flood.By.SENDER, 5, 3_600);
        SenderRules rules = floods(NETWORK, five, TWO_A_MINUTE, EVERY_15_SECONDS);
        claimed(ann("one"));
        assertThat(check(ann("x").under(rules)).floods()).containsExactly(NETWORK, EVERY_15_SECONDS);
        claimed(ann("two"));
        assertThat(check(ann("x").under(rules)).floods()).containsExactly(NETWORK, TWO_A_MINUTE, EVERY_15_SECONDS);
        assertThat(check(ann("x").under(rules).after(Duration.ofSeconds(15))).floods())
                .containsExactly(NETWORK, TWO_A_MINUTE);
        assertThat(check(ann("x").under(rules).after(Duration.ofSeconds(60)))).isEqualTo(Found.nothing());
    }

    @Test
    void aNetworkIsTheFirst24BitsOr48() {
        SenderRules rules = floods(NETWORK);
        claimed(said("Ann", new Sender("", "192.0.2.1", "", ""), "one").under(rules));
        claimed(said("Ann", new Sender("", "2001:db8:0:1::1", "", "m1"), "two").under(rules));
        for (String near : List.of("192.0.2.1", "192.0.2.254", "2001:db8::2", "2001:0DB8:0000:ffff::1")) {
            assertThat(check(said("Ben", new Sender("", near, "", ""), "x").under(rules))
                            .floods())
                    .as(near)
                    .containsExactly(NETWORK);
            assertThat(check(said("Ben", new Sender("", near, "", "m2"), "x").under(rules))
                            .floods())
                    .as(near)
                    .containsExactly(NETWORK);
        }
        for (String far : List.of("192.0.3.1", "193.0.2.1", "2001:db8:1::1", "2001:db9::1", "")) {
            assertThat(check(said("Ben", new Sender("", far, "", ""), "x").under(rules))
                            .floods())
                    .as(far)
                    .isEmpty();
        }
        assertThat(check(ann("x").under(FLOODS).by(new Sender("", "192.0.2.2", "", "")))
                        .floods())
                .isEmpty();
    }

    @Test
    void anEditCountsForNoFlood() {
        store("c1", ann("one"), CommentState.APPROVED);
        claimed(ann("two").editing("c1").after(Duration.ofSeconds(60)));
        store("c1", ann("two"), CommentState.APPROVED);
        assertThat(check(ann("three").under(FLOODS).after(Duration.ofSeconds(60))))
                .isEqualTo(Found.nothing());
    }

    @Test
    void aTokenIsUsedOnce() {
        claimed(ann("one").with("t1"));
        assertThat(check(ann("two").with("t1"))).isEqualTo(new Found(false, false, List.of(), true));
        assertThat(claim(ann("two").with("t1").later()).clear()).isFalse();
        claimed(ann("two").with("t2"));
        claimed(ann("three"));
        claimed(ann("four"));
    }

    @Test
    void aTokenIsNotUsedUpByACheckOrByWhatIsRefused() {
        assertThat(check(ann("one").with("t1")).clear()).isTrue();
        claimed(ann("one"));
        assertThat(claim(ann("one").with("t1")).clear()).isFalse();
        claimed(ann("two").with("t1"));
        assertThat(claim(said("Ben", BEN, "three").with("t1")).tokenUsed()).isTrue();
    }

    @Test
    void everythingThatStandsAgainstAnAttemptIsFoundAtOnce() {
        SenderRules rules = floods(EVERY_15_SECONDS, NETWORK).nearPercent(100);
        Saying story = ann("Engineers reopen the night railway between the two towns.")
                .under(rules)
                .with("t1");
        claimed(story);
        assertThat(claim(story)).isEqualTo(new Found(true, true, List.of(EVERY_15_SECONDS, NETWORK), true));
    }
}
