package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.ranking.related.RelatedPolicy.Dates;
import dev.byline.ranking.related.RelatedPolicy.Order;
import dev.byline.score.Likeness;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(RelatedCases.class)
class RelatedLaws {
    @Property
    void neverItselfNeverUnpublishedNeverExcluded(@ForAll RelatedCases.Case one) {
        assertThat(one.list())
                .places()
                .hasSizeLessThanOrEqualTo(one.query().limit())
                .extracting(Ranked::item)
                .allSatisfy(post -> {
                    assertThat(post.id()).isNotEqualTo(one.query().article().id());
                    assertThat(post.isPublic(NOW)).isTrue();
                    assertThat(one.query().without()).doesNotContain(post.id());
                    if (!one.isPinned(post)) {
                        assertThat(one.query().unmet(post)).isNull();
                    }
                });
    }

    @Property
    void theOrderOfCandidatesChangesNothing(@ForAll RelatedCases.Case one, @ForAll long seed) {
        List<RelatedCandidate> shuffled = new ArrayList<>(one.candidates());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(one.list(shuffled)).isEqualTo(one.list());
    }

    @Property
    void theExplanationAddsUp(@ForAll RelatedCases.Case one) {
        assertThat(one.list())
                .addsUp()
                .places()
                .allSatisfy(ranked -> assertThat(ranked.reasons()).isNotEmpty());
    }

    @Property
    @Rule("R-16")
    void theListIsInOrderWithoutDoubles(@ForAll RelatedCases.Case one) {
        assertThat(one.list()).isTotallyOrdered();
    }

    @Property
    void everyCandidateIsListedLeftOutOrHadNoRoom(@ForAll RelatedCases.Case one) {
        ExplainedList list = one.list();
        Set<ArticleId> listed = new HashSet<>();
        list.ranked().forEach(ranked -> listed.add(ranked.item().id()));
        assertThat(list.leftOut().stream().map(LeftOut::article)).noneMatch(listed::contains);
        if (list.ranked().size() < one.query().limit() && one.policy().backfill()) {
            Set<ArticleId> named = new HashSet<>(listed);
            list.leftOut().forEach(left -> named.add(left.article()));
            assertThat(one.candidates().stream()
                            .map(candidate -> candidate.article().id()))
                    .isSubsetOf(named);
        }
    }

    @Property
    @Rule("R-28")
    void whatIsPinnedComesFirstInItsOrder(@ForAll RelatedCases.Case one) {
        Set<ArticleId> there = new HashSet<>();
        one.candidates().stream()
                .map(RelatedCandidate::article)
                .filter(post -> post.isPublic(NOW)
                        && !post.id().equals(one.query().article().id()))
                .filter(post -> !one.query().without().contains(post.id())
                        && !one.query().onThePage().contains(post.id()))
                .forEach(post -> there.add(post.id()));
        List<ArticleId> pinned = one.query().pinned().stream()
                .filter(there::contains)
                .limit(one.query().limit())
                .toList();
        List<Ranked<ArticleSummary>> list = one.list().ranked();
        assertThat(list.stream()
                        .limit(pinned.size())
                        .map(ranked -> ranked.item().id()))
                .containsExactlyElementsOf(pinned);
        assertThat(list.stream().filter(ranked -> rules(ranked).contains("R-28")))
                .hasSize(pinned.size());
    }

    @Property
    @Rule({"R-24", "R-25"})
    void aStoryStandsOnceOnThePage(@ForAll RelatedCases.Case one) {
        Set<ArticleId> elsewhere = new HashSet<>();
        Set<ArticleId> told = new HashSet<>();
        one.candidates().stream()
                .filter(other -> one.query().onThePage().contains(other.id()))
                .filter(other -> other.article().isPublic(NOW))
                .forEach(other -> elsewhere.add(other.story()));
        for (Ranked<ArticleSummary> ranked : one.list().ranked()) {
            ArticleId story = one.storyOf(ranked.item().id());
            if (!one.policy().copies() && !one.isPinned(ranked.item())) {
                assertThat(told).doesNotContain(story);
                if (!one.query().onThePage().contains(ranked.item().id())) {
                    assertThat(elsewhere).doesNotContain(story);
                }
                assertThat(story).isNotEqualTo(one.query().article().id());
            }
            told.add(story);
        }
    }

    @Property
    @Rule("R-25")
    void whatIsLeftOutForAStoryNamesTheOneOnThePage(@ForAll RelatedCases.Case one) {
        ExplainedList list = one.list();
        for (LeftOut out : list.leftOut()) {
            if (out.rule().equals("R-25")) {
                Stream<ArticleId> elsewhere = one.candidates().stream()
                        .map(RelatedCandidate::article)
                        .filter(post -> post.isPublic(NOW))
                        .map(ArticleSummary::id)
                        .filter(one.query().onThePage()::contains)
                        .sorted();
                Stream<ArticleId> listed =
                        list.ranked().stream().map(ranked -> ranked.item().id());
                assertThat(Stream.concat(elsewhere, listed))
                        .filteredOn(id -> one.storyOf(id).equals(one.storyOf(out.article())))
                        .first()
                        .satisfies(id -> assertThat(out.text()).endsWith(" " + id));
            }
        }
    }

    @Property
    @Rule({"R-26", "R-27"})
    void limitsOfVarietyHold(@ForAll RelatedCases.Case one) {
        Map<String, Integer> sections = new HashMap<>();
        Map<Author, Integer> authors = new HashMap<>();
        for (Ranked<ArticleSummary> ranked : one.list().ranked()) {
            ArticleSummary post = ranked.item();
            int perSection = Weighing.mainSection(post)
                    .map(section -> sections.merge(section.key(), 1, Integer::sum))
                    .orElse(0);
            int perAuthor = post.authors().stream()
                    .mapToInt(author -> authors.merge(author, 1, Integer::sum))
                    .max()
                    .orElse(0);
            if (!one.isPinned(post)) {
                assertThat(perSection)
                        .isLessThanOrEqualTo(orAny(one.policy().variety().mostPerSection()));
                assertThat(perAuthor)
                        .isLessThanOrEqualTo(orAny(one.policy().variety().mostPerAuthor()));
            }
        }
    }

    @Property
    @Rule({"R-05", "R-29"})
    void newerPostsStandWhereThePolicySays(@ForAll RelatedCases.Case one) {
        List<Ranked<ArticleSummary>> list = one.list().ranked().stream()
                .filter(ranked -> !one.isPinned(ranked.item()))
                .filter(ranked -> !rules(ranked).contains("R-30") && ranked.value() > 0)
                .toList();
        List<Boolean> newer =
                list.stream().map(ranked -> one.isNewer(ranked.item())).toList();
        if (one.policy().dates() == Dates.OLDER) {
            assertThat(newer).doesNotContain(true);
        }
        if (one.policy().dates() == Dates.NEWER_FIRST) {
            assertThat(newer).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    @Property
    @Rule({"R-06", "R-30"})
    void onlyWhatFillsTheListIsBelowTheMinimum(@ForAll RelatedCases.Case one) {
        assertThat(one.list())
                .places()
                .filteredOn(ranked -> !one.isPinned(ranked.item())
                        && ranked.value() < one.policy().minimumScore())
                .allSatisfy(ranked -> {
                    assertThat(one.policy().backfill()).isTrue();
                    assertThat(rules(ranked)).containsAnyOf("R-30", "R-13", "R-14", "R-15");
                    assertThat(ranked.value() == 0 || ranked.value() >= .2).isTrue();
                });
    }

    @Property
    @Rule("R-22")
    void aMinimumOfOneGivesNothingButCopies(@ForAll RelatedCases.Case one) {
        RelatedPolicy certain =
                one.policy().order(Order.SCORE).minimumScore(1).backfill(false).copies(true);
        RelatedQuery query = one.query().pinned(List.of());
        assertThat(RelatedArticles.rank(query, one.candidates(), certain, NOW))
                .places()
                .allSatisfy(ranked -> assertThat(one.storyOf(ranked.item().id()))
                        .isEqualTo(query.article().id()));
    }

    @Property
    void aListIsTheBeginningOfALongerOne(@ForAll RelatedCases.Case one, @ForAll @IntRange(min = 1, max = 20) int more) {
        List<Ranked<ArticleSummary>> list = one.list().ranked();
        RelatedQuery longer = one.query().limit(one.query().limit() + more);
        assertThat(
                        RelatedArticles.rank(longer, one.candidates(), one.policy(), NOW, RelatedCases::rarity)
                                .ranked()
                                .stream()
                                .limit(one.query().limit()))
                .isEqualTo(list);
    }

    @Property
    void aSharedTagNeverLowersAScore(
            @ForAll RelatedCases.Case one,
            @ForAll @IntRange(min = 0, max = 11) int which,
            @ForAll @DoubleRange(min = 0, max = 1) double similarity) {
        Tag tag = SampleArticles.TAGS.get(which);
        Article article = one.query().article();
        Article other = SampleArticles.published(3, which).get(2);
        RelatedPolicy policy = one.policy().order(Order.SCORE);
        assertThat(score(with(article, tag), with(other, tag), similarity, policy))
                .isGreaterThanOrEqualTo(score(article, other, similarity, policy) - 1e-12);
        assertThat(score(with(article, tag), with(other, tag), similarity, policy))
                .isGreaterThanOrEqualTo(score(with(article, tag), other, similarity, policy) - 1e-12);
    }

    @Property
    void movingBothDatesChangesNothing(
            @ForAll RelatedCases.Case one,
            @ForAll @IntRange(min = 0, max = 40_000) int days,
            @ForAll @IntRange(min = 0, max = 5_000) int apart) {
        Article article = SampleArticles.published(1, 3).get(0);
        Article other = article.toBuilder()
                .id(ArticleId.of("other"))
                .publishedAt(NOW.minus(Duration.ofDays(apart)))
                .build();
        assertThat(score(moved(article, days), moved(other, days), .5, one.policy()))
                .isEqualTo(score(article, other, .5, one.policy()));
    }

    @Property(tries = 200)
    void moreSimilarIsNeverLower(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        List<Article> two = SampleArticles.published(2, 8);
        RelatedPolicy policy = RelatedPolicy.defaults();
        assertThat(Math.signum(
                        score(two.get(0), two.get(1), one, policy) - score(two.get(0), two.get(1), other, policy)))
                .isIn(0.0, Math.signum(one - other));
    }

    @Property(tries = 200)
    @Rule("R-21")
    void aCrowdNeverRaisesAScore(
            @ForAll @DoubleRange(min = 0, max = 1) double crowd, @ForAll @DoubleRange(min = 0, max = 1) double like) {
        List<Article> two = SampleArticles.published(2, 8);
        RelatedCandidate alone = RelatedCandidate.of(two.get(1).summary(), like);
        RelatedCandidate crowded = alone.likeness(new Likeness(like, like, like, crowd));
        assertThat(score(two.get(0), crowded, RelatedPolicy.defaults()))
                .isLessThanOrEqualTo(score(two.get(0), alone, RelatedPolicy.defaults()));
    }

    @Property
    @Rule("R-22")
    void aGreaterSumHasTheGreaterScore(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double more = Math.max(one, other);
        double less = Math.min(one, other);
        assertThat(Calibration.of(less)).isBetween(0.0, 1.0);
        // Rounding apart.
        if (more - less > 1e-12) {
            assertThat(Calibration.of(more)).isGreaterThan(Calibration.of(less));
        }
    }

    private static int orAny(int limit) {
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private static List<String> rules(Ranked<ArticleSummary> ranked) {
        return ranked.reasons().stream().map(Reason::rule).toList();
    }

    private static Article moved(Article article, int days) {
        return article.toBuilder()
                .publishedAt(Objects.requireNonNull(article.publishedAt()).minus(Duration.ofDays(days)))
                .build();
    }

    private static Article with(Article article, Tag tag) {
        return article.tags().contains(tag)
                ? article
                : article.toBuilder()
                        .tags(Stream.concat(article.tags().stream(), Stream.of(tag))
                                .toList())
                        .build();
    }

    private static double score(Article article, Article other, double similarity, RelatedPolicy policy) {
        return score(article, RelatedCandidate.of(other.summary(), similarity), policy);
    }

    private static double score(Article article, RelatedCandidate candidate, RelatedPolicy policy) {
        return RelatedArticles.rank(
                        RelatedQuery.of(
                                article.toBuilder().id(ArticleId.of("own")).build()),
                        List.of(candidate),
                        policy.minimumScore(0).sponsored(true).dates(Dates.ANY),
                        NOW,
                        RelatedCases::rarity)
                .ranked()
                .stream()
                .mapToDouble(Ranked::score)
                .sum();
    }
}
