package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentHistory.Standing;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import org.junit.jupiter.api.Test;

/** What a sender's comments say of the sender. */
abstract class HistoryStandingTests extends HistoryTests {
    private static final Standing NONE = new Standing(0, 0, false);

    @Test
    void nothingIsKnownOfAStranger() {
        assertThat(history.standing("Ann", ANN)).isEqualTo(NONE);
        assertThat(history.standing("Mia", MEMBER)).isEqualTo(NONE);
        assertThat(history.standing("", Sender.unknown())).isEqualTo(NONE);
    }

    @Test
    void approvedAndRefusedCommentsAreCounted() {
        CommentState[] states = {
            CommentState.APPROVED,
            CommentState.APPROVED,
            CommentState.HELD,
            CommentState.SPAM,
            CommentState.TRASH,
            CommentState.TRASH
        };
        for (int i = 0; i < states.length; i++) {
            store("c" + i, ann("text " + i), states[i]);
        }
        claimed(ann("only claimed").as(CommentState.APPROVED));
        assertThat(history.standing("Ann", ANN)).isEqualTo(new Standing(2, 3, false));
        store("c0", ann("text 0"), CommentState.SPAM);
        assertThat(history.standing("Ann", ANN)).isEqualTo(new Standing(1, 4, false));
        store("c3", ann("text 3"), CommentState.HELD);
        store("c3", ann("text 3"), CommentState.HELD);
        assertThat(history.standing("Ann", ANN)).isEqualTo(new Standing(1, 3, false));
        history.forget(CommentId.of("c1"));
        history.forget(CommentId.of("c4"));
        assertThat(history.standing("Ann", ANN)).isEqualTo(new Standing(0, 2, false));
    }

    @Test
    void aCommentStoredTwiceInOneStateCountsOnce() {
        store("c1", ann("one"), CommentState.APPROVED);
        store("c1", ann("one"), CommentState.APPROVED);
        store("c2", said("Mia", MEMBER, "one"), CommentState.SPAM);
        store("c2", said("Mia", MEMBER, "one"), CommentState.SPAM);
        assertThat(history.standing("Ann", ANN)).isEqualTo(new Standing(1, 0, false));
        assertThat(history.standing("Mia", MEMBER)).isEqualTo(new Standing(0, 1, false));
    }

    @Test
    void aVisitorIsKnownByNameAndEmailTogether() {
        store("c1", ann("one"), CommentState.APPROVED);
        store("c2", said("", ANN, "two"), CommentState.APPROVED);
        store("c3", said("Ann", new Sender("", "192.0.2.1", "", ""), "three"), CommentState.APPROVED);
        assertThat(approved("Ann", ANN)).isOne();
        assertThat(approved("ann", new Sender("ANN@NEWS.EXAMPLE", "", "", ""))).isOne();
        assertThat(approved("Ben", ANN)).isZero();
        assertThat(approved("Ann", BEN)).isZero();
        assertThat(approved("", ANN)).isZero();
        assertThat(approved("Ann", new Sender("", "192.0.2.1", "", ""))).isZero();
        assertThat(approved("", Sender.unknown())).isZero();
    }

    @Test
    void aMembersCommentsSpeakForTheMemberAndForNoVisitor() {
        store("c1", said("Mia", MEMBER, "one"), CommentState.APPROVED);
        assertThat(approved("Any name", new Sender("", "", "", "m1"))).isOne();
        assertThat(approved("Mia", new Sender("mia@news.example", "", "", "m2")))
                .isZero();
        assertThat(approved("Mia", new Sender("mia@news.example", "192.0.2.3", "agent", "")))
                .isZero();
        store("c2", ann("two"), CommentState.APPROVED);
        assertThat(approved("Ann", new Sender("ann@news.example", "", "", "m2")))
                .isZero();
    }

    @Test
    void aVisitorWhoGivesAMembersEmailIsKnown() {
        store("c1", said("Mia", MEMBER, "one"), CommentState.HELD);
        store("c2", ann("two"), CommentState.APPROVED);
        assertThat(members("Any name", new Sender("MIA@news.example", "", "", "")))
                .isTrue();
        assertThat(members("", new Sender("mia@news.example", "", "", ""))).isTrue();
        assertThat(members("Mia", MEMBER)).isFalse();
        assertThat(members("Mia", new Sender("mia@news.example", "", "", "m2"))).isFalse();
        assertThat(members("Mia", new Sender("", "192.0.2.3", "", ""))).isFalse();
        assertThat(members("Ann", ANN)).isFalse();
    }

    private int approved(String name, Sender sender) {
        return history.standing(name, sender).approved();
    }

    private boolean members(String name, Sender sender) {
        return history.standing(name, sender).membersEmail();
    }
}
