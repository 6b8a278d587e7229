package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.ArticleId;
import dev.byline.comment.CommentThread.Entry;
import dev.byline.comment.CommentThread.Page;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.comment.ThreadRules.Gone;
import dev.byline.comment.ThreadRules.Order;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ThreadRulesTest {
    private static final ThreadRules RULES = ThreadRules.defaults();

    /** 1 with the replies 2 and 4, of which 2 has the reply 6; 3 with the reply 5; 7. */
    private static final List<Comment> TALK =
            List.of(shown(1, 0), shown(2, 1), shown(3, 0), shown(4, 1), shown(5, 3), shown(6, 2), shown(7, 0));

    @Test
    @Rule("C-44")
    void rootsAndRepliesHaveEachTheirOrder() {
        assertThat(print(CommentThread.of(TALK, RULES))).isEqualTo("1 .2 ..6 .4 3 .5 7");
        assertThat(print(CommentThread.of(TALK, RULES.roots(Order.NEWEST)))).isEqualTo("7 3 .5 1 .2 ..6 .4");
        assertThat(print(CommentThread.of(TALK, RULES.replies(Order.NEWEST)))).isEqualTo("1 .4 .2 ..6 3 .5 7");
        assertThat(print(CommentThread.of(TALK, RULES.roots(Order.NEWEST).replies(Order.NEWEST))))
                .isEqualTo("7 3 .5 1 .4 .2 ..6");
    }

    @Test
    @Rule("C-44")
    void activeLooksAtTheWholeSubtreeButNotAtWhatIsNotShown() {
        ThreadRules active = RULES.roots(Order.ACTIVE).replies(Order.ACTIVE);
        List<Comment> late = new ArrayList<>(TALK.subList(0, 6));
        assertThat(print(CommentThread.of(late, active))).isEqualTo("1 .2 ..6 .4 3 .5");
        late.add(held(8, 3));
        late.add(held(9, 5));
        assertThat(print(CommentThread.of(late, active))).isEqualTo("1 .2 ..6 .4 3 .5");
        late.add(shown(10, 9));
        for (Gone gone : List.of(Gone.PROMOTE, Gone.TOMBSTONE)) {
            assertThat(print(CommentThread.of(late, active.gone(gone))))
                    .startsWith("3 .5 ..")
                    .endsWith("1 .2 ..6 .4");
        }
        assertThat(print(CommentThread.of(late, active.gone(Gone.PRUNE)))).startsWith("1");
    }

    @Test
    @Rule("C-60")
    void scoreIsWhatCanBeReliedOn() {
        // As computed by hand from Wilson's formula with z = 1.959964.
        assertThat(new Votes(1, 0).score()).isCloseTo(.206549, within(1e-6));
        assertThat(new Votes(10, 0).score()).isCloseTo(.722467, within(1e-6));
        assertThat(new Votes(60, 40).score()).isCloseTo(.502003, within(1e-6));
        assertThat(new Votes(1, 1).score()).isCloseTo(.094531, within(1e-6));
        assertThat(Votes.NONE.score()).isZero();
        assertThat(new Votes(0, 9).score()).isZero();
        assertThat(new Votes(Long.MAX_VALUE, Long.MAX_VALUE).score()).isCloseTo(.5, within(1e-6));
        assertThatThrownBy(() -> new Votes(1, -2)).hasMessage("votes can't be 1 for and -2 against");
    }

    @Test
    @Rule("C-60")
    void aSmallPerfectScoreStandsBehindALargeGoodOne() {
        Map<CommentId, Votes> votes = Map.of(
                id(1), new Votes(0, 5),
                id(3), new Votes(1, 0),
                id(7), new Votes(90, 10),
                id(2), new Votes(0, 1));
        assertThat(print(CommentThread.of(TALK, RULES.roots(Order.SCORE), votes::get)))
                .isEqualTo("7 3 .5 1 .2 ..6 .4");
        assertThat(print(CommentThread.of(TALK, RULES.replies(Order.SCORE), votes::get)))
                .isEqualTo("1 .4 .2 ..6 3 .5 7");
    }

    @Test
    @Rule("C-44")
    void withoutVotesTheNewerComesFirst() {
        for (Order order : List.of(Order.SCORE, Order.CONTROVERSY)) {
            assertThat(print(CommentThread.of(TALK, RULES.roots(order)))).isEqualTo("7 3 .5 1 .2 ..6 .4");
        }
        List<Comment> atOnce = List.of(at(1), at(3), at(2));
        assertThat(print(CommentThread.of(atOnce, RULES.roots(Order.NEWEST)))).isEqualTo("3 2 1");
        assertThat(print(CommentThread.of(atOnce, RULES.roots(Order.SCORE)))).isEqualTo("3 2 1");
    }

    @Test
    @Rule("C-61")
    void controversyIsManyVotesOnBothSides() {
        assertThat(new Votes(50, 50).controversy()).isEqualTo(100);
        assertThat(new Votes(80, 20).controversy()).isCloseTo(3.162278, within(1e-6));
        assertThat(new Votes(20, 80).controversy()).isEqualTo(new Votes(80, 20).controversy());
        assertThat(new Votes(500, 0).controversy()).isZero();
        assertThat(new Votes(0, 500).controversy()).isZero();
        Map<CommentId, Votes> votes = Map.of(id(3), new Votes(8, 8), id(1), new Votes(99, 0), id(7), new Votes(4, 4));
        assertThat(print(CommentThread.of(TALK, RULES.roots(Order.CONTROVERSY), votes::get)))
                .isEqualTo("3 .5 7 1 .2 ..6 .4");
    }

    @Test
    void votesAreAskedForOnlyWhereTheyCount() {
        List<CommentId> asked = new ArrayList<>();
        CommentThread.of(TALK, RULES.roots(Order.ACTIVE), id -> {
            asked.add(id);
            return null;
        });
        assertThat(asked).isEmpty();
        List<Comment> some = List.of(shown(1, 0), held(2, 1), shown(3, 2));
        CommentThread.of(some, RULES.roots(Order.SCORE).gone(Gone.TOMBSTONE), id -> {
            asked.add(id);
            return null;
        });
        assertThat(asked).containsExactlyInAnyOrder(id(1), id(3));
    }

    @Test
    @Rule("C-43")
    void aTombstoneStandsWhereSomethingShownHangsBelow() {
        List<Comment> talk = List.of(
                shown(1, 0), held(2, 1), held(3, 2), shown(4, 3), held(5, 1), held(6, 5), held(7, 0), shown(8, 7));
        CommentThread thread = CommentThread.of(talk, RULES.gone(Gone.TOMBSTONE));
        assertThat(print(thread)).isEqualTo("1 .(2) ..(3) ...4 (7) .8");
        assertThat(thread.size()).isEqualTo(3);
        assertThat(thread.comments()).extracting(Comment::id).containsExactly(id(1), id(4), id(8));
        assertThat(thread.toString()).doesNotContain("secret").contains("Entry[id=c02, comment=null, depth=1]");
        assertThat(print(CommentThread.of(talk, RULES))).isEqualTo("1 .4 8");
    }

    @Test
    @Rule("C-43")
    void pruningTakesTheSubtreeToo() {
        List<Comment> talk = List.of(
                shown(1, 0), held(2, 1), shown(3, 2), shown(4, 3), shown(5, 1), held(6, 0), shown(7, 6), shown(8, 99));
        assertThat(print(CommentThread.of(talk, RULES.gone(Gone.PRUNE)))).isEqualTo("1 .5 8");
    }

    @Test
    @Rule("C-42")
    void aCircleOfHiddenCommentsIsCutWhateverStandsInItsPlace() {
        List<Comment> circle = List.of(held(1, 2), held(2, 1), shown(3, 1), shown(4, 2));
        assertThat(print(CommentThread.of(circle, RULES.gone(Gone.TOMBSTONE)))).isEqualTo("(1) .(2) ..4 .3");
        assertThat(print(CommentThread.of(circle, RULES.gone(Gone.PRUNE)))).isEmpty();
    }

    @Test
    @Rule("C-43")
    void tenThousandHiddenLevelsAreNoMatter() {
        List<Comment> deep = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> i < 10_000 ? held(i, i - 1) : shown(i, i - 1))
                .collect(Collectors.toCollection(ArrayList::new));
        CommentThread tombs = CommentThread.of(deep, RULES.roots(Order.ACTIVE).gone(Gone.TOMBSTONE));
        assertThat(tombs.entries()).hasSize(10_000);
        assertThat(tombs.size()).isEqualTo(1);
        assertThat(CommentThread.of(deep, RULES.gone(Gone.PRUNE)).entries()).isEmpty();
        deep.set(0, shown(1, 10_000));
        assertThat(print(CommentThread.of(deep, RULES.gone(Gone.PRUNE)))).isEqualTo("1");
    }

    @Test
    void whatATombstoneSaysIsInFourLanguages() {
        assertThat(CommentThread.goneText(Locale.ENGLISH)).isEqualTo("This comment is no longer shown.");
        assertThat(List.of("ar", "fa", "he"))
                .extracting(language -> CommentThread.goneText(Locale.forLanguageTag(language)))
                .doesNotHaveDuplicates()
                .noneMatch(text -> text.contains("thread.gone") || text.startsWith("This"));
    }

    @Test
    @Rule("C-62")
    void aPageHoldsRootsWithTheirSubtrees() {
        CommentThread thread = CommentThread.of(TALK);
        assertThat(thread.pages(2)).isEqualTo(2);
        assertThat(print(thread.page(1, 2).thread())).isEqualTo("1 .2 ..6 .4 3 .5");
        assertThat(print(thread.page(2, 2).thread())).isEqualTo("7");
        assertThat(thread.page(2, 2).pages()).isEqualTo(2);
        assertThat(thread.pages(3)).isEqualTo(1);
        assertThat(thread.page(1, Integer.MAX_VALUE).thread()).isEqualTo(thread);
    }

    @Test
    @Rule("C-62")
    void aPageThatIsNotThereIsEmpty() {
        CommentThread thread = CommentThread.of(TALK);
        for (int number : new int[] {0, -1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Page page = thread.page(number, 2);
            assertThat(page.thread().entries()).isEmpty();
            assertThat(page.number()).isEqualTo(number);
            assertThat(page.pages()).isEqualTo(2);
        }
        CommentThread nothing = CommentThread.of(List.of());
        assertThat(nothing.pages(CommentThread.WORDPRESS_ROOTS)).isEqualTo(1);
        assertThat(nothing.page(1, 50)).isEqualTo(new Page(1, 1, nothing));
        assertThatThrownBy(() -> thread.page(1, 0)).hasMessage("a page can't have 0 comments of the top level");
    }

    @Test
    @Rule("C-62")
    void thePageOfACommentIsFound() {
        CommentThread thread = CommentThread.of(TALK);
        assertThat(thread.pageOf(id(6), 1)).hasValue(1);
        assertThat(thread.pageOf(id(5), 1)).hasValue(2);
        assertThat(thread.pageOf(id(7), 1)).hasValue(3);
        assertThat(thread.pageOf(id(7), 2)).hasValue(2);
        assertThat(thread.pageOf(id(99), 1)).isEmpty();
    }

    @Test
    void entriesThatMakeNoThreadAreRefused() {
        assertThatThrownBy(() -> new CommentThread(List.of(new Entry(shown(1, 0), 1))))
                .hasMessage("comment c01 can't have the depth 1 at the beginning");
        assertThatThrownBy(() -> new CommentThread(List.of(new Entry(shown(1, 0), 0), new Entry(shown(2, 1), 2))))
                .hasMessage("comment c02 can't have the depth 2 behind one of 0");
        assertThatThrownBy(() -> new Entry(id(1), shown(2, 0), 0)).hasMessageContaining("can't hold the comment c02");
    }

    private static String print(CommentThread thread) {
        return thread.entries().stream()
                .map(entry -> ".".repeat(entry.depth()) + (entry.gone() ? "(" + number(entry) + ")" : number(entry)))
                .collect(Collectors.joining(" "));
    }

    private static String number(Entry entry) {
        return String.valueOf(Integer.parseInt(entry.id().value().substring(1)));
    }

    private static CommentId id(int number) {
        return CommentId.of("c0" + number);
    }

    private static Comment shown(int id, int parent) {
        return comment(id, parent == 0 ? null : id(parent), CommentState.APPROVED, id);
    }

    private static Comment held(int id, int parent) {
        return comment(id, parent == 0 ? null : id(parent), CommentState.HELD, id);
    }

    private static Comment at(int id) {
        return comment(id, null, CommentState.APPROVED, 0);
    }

    private static Comment comment(int id, @Nullable CommentId parent, CommentState state, int second) {
        return new Comment(
                id(id),
                ArticleId.of("a"),
                parent,
                Comment.Kind.COMMENT,
                state,
                "secret name",
                "https://secret.example/",
                "secret text",
                Instant.EPOCH.plusSeconds(second));
    }
}
