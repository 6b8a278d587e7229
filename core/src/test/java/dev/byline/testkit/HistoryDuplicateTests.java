package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same words again, or nearly the same. */
abstract class HistoryDuplicateTests extends HistoryTests {
    private static final String STORY = "The council closed the old bridge on Monday because of the flood.";

    @Test
    void anEmptyHistoryHasNothingAgainstAnybody() {
        assertThat(check(ann("one").under(FLOODS).with("t"))).isEqualTo(Found.nothing());
        assertThat(check(said("", Sender.unknown(), ""))).isEqualTo(Found.nothing());
    }

    @Test
    void aCheckReservesNothingAndAClaimDoes() {
        assertThat(check(ann("one"))).isEqualTo(Found.nothing());
        assertThat(check(ann("one"))).isEqualTo(Found.nothing());
        claimed(ann("one"));
        assertThat(check(ann("one")).duplicate()).isTrue();
        assertThat(claim(ann("one")).duplicate()).isTrue();
    }

    @Test
    void aDuplicateHasTheSamePlaceNameEmailAndWords() {
        claimed(ann("one"));
        assertThat(check(said("ANN", new Sender("ANN@news.example", "", "", ""), "one")
                        .later()))
                .isEqualTo(new Found(true, false, List.of(), false));
        assertThat(check(ann("two").later()).duplicate()).isFalse();
        assertThat(check(said("Anna", ANN, "one").later()).duplicate()).isFalse();
        assertThat(check(said("Ann", BEN, "one").later()).duplicate()).isFalse();
        assertThat(check(said("Ann", Sender.unknown(), "one").later()).duplicate())
                .isTrue();
        assertThat(check(ann("one").on("a2", null).later()).duplicate()).isFalse();
        assertThat(check(ann("one").on("a1", "c9").later()).duplicate()).isFalse();
        assertThat(check(ann("one").later()).duplicate()).isTrue();
    }

    @Test
    void aCommentWithoutEmailIsNoDuplicateForOneWithEmail() {
        claimed(said("Ann", Sender.unknown(), "one"));
        assertThat(check(ann("one")).duplicate()).isFalse();
        assertThat(check(said("Ann", Sender.unknown(), "one")).duplicate()).isTrue();
    }

    @Test
    void whatAMemberSaidTellsAVisitorNothingOfTheMembersEmail() {
        SenderRules near = NO_FLOODS.nearPercent(100);
        claimed(said("Mia", MEMBER, STORY));
        for (String email : List.of("mia@news.example", "guessed@news.example")) {
            Sender visitor = new Sender(email, "198.51.100.7", "", "");
            assertThat(check(said("Mia", visitor, STORY)).duplicate()).isTrue();
            assertThat(check(said("Mia", visitor, STORY).on("a2", null).under(near)))
                    .isEqualTo(Found.nothing());
            assertThat(check(said("Cid", visitor, STORY))).isEqualTo(Found.nothing());
        }
        Sender other = new Sender("else@news.example", "", "", "m2");
        assertThat(check(said("Mia", other, STORY)).duplicate()).isFalse();
    }

    @Test
    void whatIsInTheTrashIsNoDuplicate() {
        store("c1", ann("<b>one</b>"), CommentState.HELD);
        assertThat(check(ann("One").later()).duplicate()).isTrue();
        store("c1", ann("<b>one</b>"), CommentState.TRASH);
        assertThat(check(ann("One").later()).duplicate()).isFalse();
        store("c1", ann("<b>one</b>"), CommentState.SPAM);
        assertThat(check(ann("One").later()).duplicate()).isTrue();
    }

    @Test
    void aClaimForTheTrashIsNoDuplicateButCountsForFloods() {
        claimed(ann("one").as(CommentState.TRASH));
        assertThat(check(ann("one").under(FLOODS)))
                .isEqualTo(new Found(false, false, List.of(EVERY_15_SECONDS), false));
    }

    @Test
    void aStoredCommentTakesThePlaceOfItsClaim() {
        claimed(ann("one"));
        store("c1", ann("one"), CommentState.APPROVED);
        assertThat(check(ann("one").later()).duplicate()).isTrue();
        store("c1", ann("one"), CommentState.TRASH);
        assertThat(check(ann("one").later()).duplicate()).isFalse();
    }

    @Test
    void aClaimStandsWhileAnotherCommentWithItsWordsIsMoved() {
        store("c1", ann("one"), CommentState.TRASH);
        claimed(ann("one"));
        store("c1", ann("one"), CommentState.TRASH);
        assertThat(check(ann("one")).duplicate()).isTrue();
        store("c2", ann("one"), CommentState.TRASH);
        assertThat(check(ann("one")).duplicate()).isFalse();
    }

    @Test
    void whereTheRulesAllowItTheSameIsSaidTwice() {
        SenderRules any = NO_FLOODS.refuseDuplicates(false);
        claimed(ann("one").under(any));
        claimed(ann("one").under(any));
        assertThat(check(ann("one")).duplicate()).isTrue();
    }

    @Test
    void aDuplicateCountsForAsLongAsTheRulesSay() {
        SenderRules minute = NO_FLOODS.repeatSeconds(60);
        claimed(ann("one"));
        for (long millis : new long[] {-59_999, 0, 59_999}) {
            assertThat(check(ann("one").under(minute).after(Duration.ofMillis(millis)))
                            .duplicate())
                    .as("after %d ms", millis)
                    .isTrue();
        }
        for (long millis : new long[] {-60_000, 60_000, 600_000}) {
            assertThat(check(ann("one").under(minute).after(Duration.ofMillis(millis)))
                            .duplicate())
                    .as("after %d ms", millis)
                    .isFalse();
        }
        claimed(ann("one").under(minute).after(Duration.ofSeconds(60)));
        assertThat(check(ann("one").under(minute).after(Duration.ofSeconds(119)))
                        .duplicate())
                .isTrue();
        assertThat(check(ann("one").under(minute).after(Duration.ofSeconds(1))).duplicate())
                .isTrue();
    }

    @Test
    void aStoredDuplicateCountsForAsLongToo() {
        SenderRules minute = NO_FLOODS.repeatSeconds(60);
        store("c1", ann("one"), CommentState.APPROVED);
        store("c1", ann("one").later(), CommentState.APPROVED);
        assertThat(check(ann("one").under(minute)).duplicate()).isFalse();
        assertThat(check(ann("one").under(minute).later()).duplicate()).isTrue();
    }

    @Test
    void anEditIsADuplicateOfAnotherCommentButNotOfItself() {
        store("c1", ann("one"), CommentState.APPROVED);
        store("c2", ann("two"), CommentState.APPROVED);
        assertThat(check(ann("one").editing("c1"))).isEqualTo(Found.nothing());
        assertThat(check(ann("two").editing("c1")).duplicate()).isTrue();
        assertThat(check(ann("one").editing("c2")).duplicate()).isTrue();
        claimed(ann("three").editing("c1"));
        assertThat(check(ann("three")).duplicate()).isTrue();
        store("c1", ann("three"), CommentState.APPROVED);
        assertThat(check(ann("three").editing("c1"))).isEqualTo(Found.nothing());
        assertThat(check(ann("three").editing("c2")).duplicate()).isTrue();
        assertThat(check(ann("one")).duplicate()).isFalse();
    }

    @Test
    void ofTwoEqualCommentsAnEditOfOneIsADuplicateOfTheOther() {
        store("c1", ann("one"), CommentState.APPROVED);
        store("c2", ann("one"), CommentState.APPROVED);
        assertThat(check(ann("one").editing("c1")).duplicate()).isTrue();
        store("c2", ann("one"), CommentState.TRASH);
        assertThat(check(ann("one").editing("c1")).duplicate()).isFalse();
        assertThat(check(ann("one").editing("c2")).duplicate()).isTrue();
    }

    @Test
    void whatIsForgottenIsNoDuplicate() {
        store("c1", ann(STORY), CommentState.APPROVED);
        store("c2", ann("two"), CommentState.APPROVED);
        history.forget(CommentId.of("none"));
        assertThat(check(ann(STORY)).duplicate()).isTrue();
        history.forget(CommentId.of("c1"));
        history.forget(CommentId.of("c1"));
        SenderRules near = NO_FLOODS.nearPercent(100);
        assertThat(check(ann(STORY).under(near))).isEqualTo(Found.nothing());
        assertThat(check(ann("two")).duplicate()).isTrue();
        store("c1", ann(STORY), CommentState.APPROVED);
        assertThat(check(ann(STORY)).duplicate()).isTrue();
    }

    @Test
    void nearlyTheSameIsFoundOnAnyArticleForThatSenderAlone() {
        SenderRules near = NO_FLOODS.nearPercent(100);
        claimed(ann(STORY));
        assertThat(check(ann(STORY).on("a2", null).under(near))).isEqualTo(new Found(false, true, List.of(), false));
        assertThat(check(ann(STORY).on("a2", null).under(near)).clear()).isTrue();
        assertThat(check(ann(STORY).on("a2", null))).isEqualTo(Found.nothing());
        assertThat(check(
                        ann("Fishermen count the pearls of the winter harvest.").under(near)))
                .isEqualTo(Found.nothing());
        assertThat(check(said("Ben", BEN, STORY).under(near))).isEqualTo(Found.nothing());
        assertThat(check(said("Ben", new Sender("", "192.0.2.1", "", ""), STORY).under(near))
                        .near())
                .isTrue();
        assertThat(check(said("Ben", new Sender("ANN@news.example", "", "", ""), STORY)
                                .under(near))
                        .near())
                .isTrue();
        assertThat(check(said("Mia", MEMBER, STORY).under(near))).isEqualTo(Found.nothing());
        claimed(said("Mia", MEMBER, STORY));
        assertThat(check(said("Mia", new Sender("", "", "", "m1"), STORY).under(near))
                        .near())
                .isTrue();
    }

    @Test
    void whatIsInTheTrashOrEditedIsNotNear() {
        SenderRules near = NO_FLOODS.nearPercent(100);
        claimed(ann(STORY).as(CommentState.TRASH));
        assertThat(check(ann(STORY).under(near)).near()).isFalse();
        store("c1", ann(STORY), CommentState.SPAM);
        assertThat(check(ann(STORY).under(near)).near()).isTrue();
        assertThat(check(ann(STORY).editing("c1").under(near))).isEqualTo(Found.nothing());
        assertThat(check(ann(STORY).editing("c2").under(near)).near()).isTrue();
        store("c1", ann(STORY), CommentState.TRASH);
        assertThat(check(ann(STORY).under(near)).near()).isFalse();
        store("c1", ann(STORY), CommentState.HELD);
        store("c1", ann("Weavers sell a carpet fair in the north."), CommentState.HELD);
        assertThat(check(ann(STORY).under(near)).near()).isFalse();
    }

    @Test
    void atLeastTenOfTheLatestAreLookedAt() {
        SenderRules near = NO_FLOODS.nearPercent(100);
        String[] words = {
            "bridge", "harvest", "railway", "library", "market", "school", "river", "carpet", "pearl", "oil"
        };
        for (int i = 0; i < words.length; i++) {
            String text =
                    ("The " + words[i] + " of " + words[(i + 3) % 10] + " town is sold " + i + " times. ").repeat(2);
            claimed(ann(text));
            store("c" + i, ann(text), CommentState.APPROVED);
        }
        String first = "The bridge of library town is sold 0 times. ".repeat(2);
        assertThat(check(ann(first).on("a2", null).under(near)).near()).isTrue();
    }
}
