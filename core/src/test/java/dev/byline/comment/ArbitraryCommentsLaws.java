package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.ArbitraryComments;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Shrinkable;

/** That the drafts of the testkit are of every sort, and that a counterexample among them becomes a short one. */
class ArbitraryCommentsLaws {
    @Example
    void everySortComesUp() {
        assertSometimes(draft -> draft.text().contains("<script>"));
        assertSometimes(draft -> draft.text().length() > 10_000);
        assertSometimes(draft -> draft.text().isEmpty());
        assertSometimes(draft -> draft.name().isEmpty());
        assertSometimes(draft -> draft.name().length() > 100);
        assertSometimes(draft -> draft.email().length() > CommentDraft.EMAIL_BYTES);
        assertSometimes(draft -> !draft.email().contains("@"));
        assertSometimes(draft -> draft.url().startsWith("javascript:"));
        assertSometimes(draft -> draft.parent() != null);
    }

    @Example
    void counterexamplesBecomeShort() {
        CommentDraft script = smallest(draft -> draft.text().contains("<script>"));
        assertThat(script.text()).isEqualTo("<script>alert(1)</script>");
        assertThat(script.name()).isEqualTo("Ana");
        assertThat(script.url()).isEmpty();
        assertThat(smallest(draft -> draft.name().length() > 100).name()).hasSize(101);
    }

    private static void assertSometimes(Predicate<CommentDraft> sort) {
        assertThat(first(sort)).isPresent();
    }

    private static Optional<Shrinkable<CommentDraft>> first(Predicate<CommentDraft> sort) {
        var drafts = ArbitraryComments.drafts().generator(1000);
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Shrinkable<CommentDraft> draft = drafts.next(random);
            if (sort.test(draft.value())) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** As jqwik does after a failure: the first smaller one that fails too, until there is none. */
    private static CommentDraft smallest(Predicate<CommentDraft> sort) {
        Shrinkable<CommentDraft> draft = first(sort).orElseThrow();
        while (true) {
            Optional<Shrinkable<CommentDraft>> smaller =
                    draft.shrink().filter(one -> sort.test(one.value())).findFirst();
            if (smaller.isEmpty()) {
                return draft.value();
            }
            draft = smaller.get();
        }
    }
}
