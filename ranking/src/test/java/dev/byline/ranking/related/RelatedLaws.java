package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RelatedLaws {
    /** A case: an article, candidates, a policy, what stands on the page already, how many are wanted. */
    record Case(
            Article article, List<RelatedCandidate> candidates, Set<ArticleId> excluded, RelatedPolicy policy, int n) {
        ExplainedList list() {
            return list(candidates);
        }

        ExplainedList list(List<RelatedCandidate> others) {
            RelatedQuery query = RelatedQuery.of(article).limit(n).without(excluded);
            return RelatedArticles.rank(query, others, policy, NOW, RelatedLaws::rarity);
        }
    }

    private static double rarity(String word) {
        return (word.hashCode() & 7) / 7.0;
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 40),
                        policies(),
                        Arbitraries.integers().between(1, 12))
                .as((seed, count, policy, n) -> {
                    Random random = new Random(seed);
                    List<Article> articles = SampleArticles.mixed(count, seed);
                    Article article = articles.get(random.nextInt(count));
                    List<RelatedCandidate> candidates = new ArrayList<>();
                    Set<ArticleId> excluded = new HashSet<>();
                    for (Article other : articles) {
                        if (random.nextInt(10) == 0) {
                            excluded.add(other.id());
                        }
                        if (random.nextInt(3) > 0) {
                            candidates.add(RelatedCandidate.of(
                                    other.summary(), random.nextInt(4) == 0 ? 0 : random.nextInt(5) / 4.0));
                        }
                        if (random.nextInt(5) == 0) {
                            candidates.add(RelatedCandidate.of(other.summary(), random.nextInt(5) / 4.0)
                                    .terms(List.of("twice")));
                        }
                        if (random.nextInt(3) == 0) {
                            candidates.add(RelatedCandidate.toFill(other.summary()));
                        }
                    }
                    return new Case(article, candidates, excluded, policy, n);
                });
    }

    private static Arbitrary<RelatedPolicy> policies() {
        Arbitrary<RelatedPolicy> presets =
                Arbitraries.of(RelatedPolicy.defaults(), RelatedPolicy.background(), RelatedPolicy.jnews());
        return Combinators.combine(presets, Arbitraries.of(true, false), Arbitraries.of(0.0, .05, .4, 1.0))
                .as((policy, either, minimum) ->
                        policy.backfill(either).sponsored(!either).minimumScore(minimum));
    }

    @Property
    void neverItselfNeverUnpublishedNeverExcluded(@ForAll("cases") Case one) {
        assertThat(one.list()).places().hasSizeLessThanOrEqualTo(one.n()).allSatisfy(ranked -> {
            assertThat(ranked.item().id()).isNotEqualTo(one.article().id());
            assertThat(ranked.item().isPublic(NOW)).isTrue();
            assertThat(one.excluded()).doesNotContain(ranked.item().id());
        });
    }

    @Property
    void theOrderOfCandidatesChangesNothing(@ForAll("cases") Case one, @ForAll long seed) {
        List<RelatedCandidate> shuffled = new ArrayList<>(one.candidates());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(one.list(shuffled)).isEqualTo(one.list());
    }

    @Property
    void theExplanationAddsUp(@ForAll("cases") Case one) {
        assertThat(one.list())
                .addsUp()
                .places()
                .allSatisfy(ranked -> assertThat(ranked.reasons()).isNotEmpty());
    }

    @Property
    @Rule("R-16")
    void theListIsInOrderWithoutDoubles(@ForAll("cases") Case one) {
        assertThat(one.list()).isTotallyOrdered();
    }

    @Property
    void everyCandidateIsListedLeftOutOrHadNoRoom(@ForAll("cases") Case one) {
        ExplainedList list = one.list();
        Set<ArticleId> listed = new HashSet<>();
        list.ranked().forEach(ranked -> listed.add(ranked.item().id()));
        assertThat(list.leftOut().stream().map(LeftOut::article)).noneMatch(listed::contains);
        if (list.ranked().size() < one.n() && one.policy().backfill()) {
            Set<ArticleId> named = new HashSet<>(listed);
            list.leftOut().forEach(left -> named.add(left.article()));
            assertThat(one.candidates().stream()
                            .map(candidate -> candidate.article().id()))
                    .isSubsetOf(named);
        }
    }

    @Property
    void aSharedTagNeverLowersAScore(
            @ForAll("cases") Case one,
            @ForAll @IntRange(min = 0, max = 11) int which,
            @ForAll @DoubleRange(min = 0, max = 1) double similarity) {
        Tag tag = SampleArticles.TAGS.get(which);
        Article other = SampleArticles.published(3, which).get(2);
        assertThat(score(with(one.article(), tag), with(other, tag), similarity))
                .isGreaterThanOrEqualTo(score(one.article(), other, similarity) - 1e-12);
        assertThat(score(with(one.article(), tag), with(other, tag), similarity))
                .isGreaterThanOrEqualTo(score(with(one.article(), tag), other, similarity) - 1e-12);
    }

    @Property
    void movingBothDatesChangesNothing(
            @ForAll @IntRange(min = 0, max = 40_000) int days, @ForAll @IntRange(min = 0, max = 5_000) int apart) {
        Article article = SampleArticles.published(1, 3).get(0);
        Article other = article.toBuilder()
                .id(ArticleId.of("other"))
                .publishedAt(NOW.minus(Duration.ofDays(apart)))
                .build();
        assertThat(score(moved(article, days), moved(other, days), .5)).isEqualTo(score(article, other, .5));
    }

    @Property(tries = 200)
    void moreSimilarIsNeverLower(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        List<Article> two = SampleArticles.published(2, 8);
        assertThat(Math.signum(score(two.get(0), two.get(1), one) - score(two.get(0), two.get(1), other)))
                .isIn(0.0, Math.signum(one - other));
    }

    private static Article moved(Article article, int days) {
        return article.toBuilder()
                .publishedAt(
                        java.util.Objects.requireNonNull(article.publishedAt()).minus(Duration.ofDays(days)))
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

    private static double score(Article article, Article other, double similarity) {
        return RelatedArticles.rank(
                        RelatedQuery.of(
                                article.toBuilder().id(ArticleId.of("own")).build()),
                        List.of(RelatedCandidate.of(other.summary(), similarity)),
                        RelatedPolicy.defaults().minimumScore(0).sponsored(true),
                        NOW,
                        RelatedLaws::rarity)
                .ranked()
                .stream()
                .mapToDouble(Ranked::score)
                .sum();
    }
}
