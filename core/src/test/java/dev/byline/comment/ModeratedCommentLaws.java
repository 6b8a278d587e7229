package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.ModeratedComment.Action;
import dev.byline.comment.ModeratedComment.Done;
import dev.byline.comment.ModeratedComment.Refused;
import dev.byline.comment.ModeratedComment.Report;
import dev.byline.comment.ModeratedComment.Result;
import dev.byline.comment.ModeratedComment.Step;
import dev.byline.comment.ReportRules.Cause;
import dev.byline.comment.ReportRules.Standing;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class ModeratedCommentLaws {
    private static final Instant START = Instant.EPOCH;
    private static final ReportRules RULES = ReportRules.strict();

    /** One thing that somebody wants to do. */
    private record Wish(int what, int second, String by, Cause cause, Standing standing, CommentState edit) {
        Result ask(ModeratedComment comment) {
            Instant at = START.plusSeconds(second);
            return switch (what) {
                case 0 -> comment.approve(by, at, "");
                case 1 -> comment.hold(by, at, "why");
                case 2 -> comment.spam(by, at, "");
                case 3 -> comment.trash(by, at, "");
                case 4 -> comment.restore(by, at, "");
                case 5 -> comment.delete(by, at, "");
                case 6 -> comment.settle(by, at, "x".repeat(second * 40));
                case 7 -> comment.edit(decision(edit), by, at, "");
                default -> comment.report(Report.of("r" + by, cause, standing, at), RULES);
            };
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(1, 5),
                                Tuple.of(4, 0),
                                Tuple.of(2, 1),
                                Tuple.of(4, 2),
                                Tuple.of(4, 3),
                                Tuple.of(4, 4),
                                Tuple.of(2, 6),
                                Tuple.of(3, 7),
                                Tuple.of(6, 8)),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("", "m1", "m2", "m3"),
                        Arbitraries.of(Cause.class),
                        Arbitraries.of(Standing.class),
                        Arbitraries.of(CommentState.class))
                .as(Wish::new)
                .list()
                .ofMaxSize(40)
                .map(wishes -> {
                    List<Wish> inTime = new ArrayList<>(wishes);
                    // Mostly in time, and every fifth not.
                    inTime.sort((a, b) -> Integer.compare(a.second(), b.second()));
                    IntStream.range(0, wishes.size())
                            .filter(i -> i % 5 == 4)
                            .forEach(i -> Collections.swap(inTime, i, i / 2));
                    return inTime;
                });
    }

    @Property
    @Rule("C-63")
    void whateverIsTriedEndsInALegalStateAndARefusalChangesNothing(
            @ForAll("wishes") List<Wish> wishes, @ForAll CommentState first) {
        ModeratedComment comment = ModeratedComment.of(comment(first), "rm3");
        for (Wish wish : wishes) {
            ModeratedComment before = comment;
            Result result = wish.ask(before);
            comment = result.comment();
            if (result instanceof Refused) {
                assertThat(comment).isEqualTo(before);
                continue;
            }
            List<Step> steps = comment.steps();
            assertThat(steps.subList(0, before.steps().size())).isEqualTo(before.steps());
            assertThat(steps.size())
                    .isBetween(before.steps().size(), before.steps().size() + 1);
            assertThat(before.deleted()).isFalse();
            assertThat(comment.reports())
                    .extracting(Report::by)
                    .doesNotContain("rm3")
                    .doesNotHaveDuplicates();
            if (wish.what() == 7) {
                assertThat(comment.state()).isGreaterThanOrEqualTo(before.state());
            }
            if (wish.what() == 8 && comment.state() == CommentState.APPROVED) {
                assertThat(RULES.hides(comment.weighed(RULES))).isFalse();
            }
        }
        assertThat(comment.deleted())
                .isEqualTo(comment.steps().stream().anyMatch(step -> step.action() == Action.DELETE));
        // What a host reads back from its storage is as legal.
        assertThat(new ModeratedComment(comment.comment(), "rm3", comment.steps(), comment.reports()))
                .isEqualTo(comment);
    }

    @Property
    @Rule("C-64")
    void restoringGivesBackExactlyWhatWasThere(
            @ForAll("wishes") List<Wish> wishes, @ForAll CommentState first, @ForAll boolean spam) {
        ModeratedComment comment = ModeratedComment.of(comment(first));
        for (Wish wish : wishes) {
            comment = wish.ask(comment).comment();
        }
        Instant later = START.plusSeconds(99);
        Result away = spam ? comment.spam("m", later, "") : comment.trash("m", later, "");
        if (away instanceof Done) {
            ModeratedComment back = away.comment().restore("m", later, "").comment();
            assertThat(back.comment()).isEqualTo(comment.comment());
            assertThat(back.reports()).isEqualTo(comment.reports());
            assertThat(back.previous()).isEqualTo(comment.previous());
        }
    }

    @Property
    @Rule("C-69")
    void theOrderOfReportsOfOneInstantDoesNotMatter(
            @ForAll List<Cause> causes, @ForAll List<Standing> standings, @ForAll long seed) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < Math.min(causes.size(), standings.size()); i++) {
            reports.add(Report.of("r" + i, causes.get(i), standings.get(i), START));
        }
        ReportRules odd = ReportRules.defaults().weight(Cause.SPAM, .1).weight(Cause.OTHER, .7);
        ReportRules.Sum sum = sum(reports, odd);
        Collections.shuffle(reports, new Random(seed));
        assertThat(sum(reports, odd)).isEqualTo(sum);
        assertThat(sum.parts().stream()
                        .mapToDouble(dev.byline.score.Reason::part)
                        .sum())
                .isCloseTo(sum.value(), org.assertj.core.api.Assertions.within(1e-9));
        ModeratedComment comment = ModeratedComment.of(comment(CommentState.APPROVED));
        for (Report report : reports) {
            comment = comment.report(report, odd).comment();
        }
        assertThat(comment.weighed(odd)).isEqualTo(sum);
        assertThat(comment.state()).isEqualTo(odd.hides(sum) ? CommentState.HELD : CommentState.APPROVED);
    }

    private static ReportRules.Sum sum(List<Report> reports, ReportRules rules) {
        return new ModeratedComment(comment(CommentState.APPROVED), "", List.of(), reports).weighed(rules);
    }

    private static CommentDecision.Kept decision(CommentState state) {
        CommentDecision.Cleaned cleaned =
                new CommentDecision.Cleaned(ArticleId.of("a"), null, "Bo", "", "edited", START);
        return switch (state) {
            case APPROVED -> new CommentDecision.Approved(cleaned, Sender.unknown(), List.of());
            case HELD -> new CommentDecision.Held(cleaned, Sender.unknown(), List.of());
            case SPAM -> new CommentDecision.Spam(cleaned, Sender.unknown(), List.of());
            case TRASH -> new CommentDecision.Trash(cleaned, Sender.unknown(), List.of());
        };
    }

    private static Comment comment(CommentState state) {
        return new Comment(
                CommentId.of("c1"), ArticleId.of("a"), null, Comment.Kind.COMMENT, state, "Bo", "", "old", START);
    }
}
