package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.NOW;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedPolicy.Variety;
import dev.byline.score.Likeness;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** All that the pure form can be asked, small. */
class RelatedCases extends DomainContextBase {
    /** A question, the candidates and a policy; candidates with one id tell one story. */
    record Case(RelatedQuery query, List<RelatedCandidate> candidates, RelatedPolicy policy) {
        ExplainedList list() {
            return list(candidates);
        }

        ExplainedList list(List<RelatedCandidate> others) {
            return RelatedArticles.rank(query, others, policy, NOW, RelatedCases::rarity);
        }

        boolean isPinned(Listed post) {
            return query.pinned().contains(post.id());
        }

        boolean isNewer(Listed post) {
            Instant own = query.article().publishedAt();
            Instant published = post.publishedAt();
            return published != null && published.isAfter(own == null ? NOW : own);
        }

        ArticleId storyOf(ArticleId id) {
            return candidates.stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .map(candidate -> candidate.story())
                    .findFirst()
                    .orElseThrow();
        }
    }

    static double rarity(String word) {
        return (word.hashCode() & 7) / 7.0;
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 40),
                        policies(),
                        Arbitraries.integers().between(1, 12))
                .as(RelatedCases::one);
    }

    private static Case one(long seed, int count, RelatedPolicy policy, int limit) {
        Random random = new Random(seed);
        List<Article> articles = SampleArticles.mixed(count, seed);
        List<ArticleId> ids = articles.stream().map(Article::id).toList();
        Article article = articles.get(random.nextInt(count));
        RelatedQuery query = RelatedQuery.of(article).limit(limit);
        Map<ArticleId, ArticleId> stories = new HashMap<>();
        List<ArticleId> pinned = new ArrayList<>();
        for (ArticleId id : ids) {
            query = random.nextInt(10) == 0 ? query.without(List.of(id)) : query;
            query = random.nextInt(15) == 0 ? query.onThePage(List.of(id)) : query;
            if (random.nextInt(15) == 0) {
                pinned.add(random.nextInt(pinned.size() + 1), id);
            }
            ArticleId teller = ids.get(random.nextInt(count));
            boolean retold = random.nextInt(4) == 0
                    && stories.getOrDefault(teller, teller).equals(teller);
            stories.put(id, retold ? teller : id);
        }
        // Whoever stands for a story tells it.
        List.copyOf(stories.values()).forEach(story -> stories.put(story, story));
        query = query.pinned(pinned);
        query = switch (random.nextInt(8)) {
            case 0 -> query.in(SampleArticles.IRAQ).in(SampleArticles.IRAN);
            case 1 -> query.in(SampleArticles.POLITICS);
            case 2 -> query.tagged(SampleArticles.TAGS.get(1)).language(Language.of("en"));
            default -> query;
        };
        List<RelatedCandidate> candidates = new ArrayList<>();
        for (Article other : articles) {
            ArticleId story = stories.getOrDefault(other.id(), other.id());
            RelatedCandidate known =
                    RelatedCandidate.of(other.summary(), 0).story(story).popularity(random.nextInt(3) / 2.0);
            if (random.nextInt(3) > 0) {
                candidates.add(known.likeness(likeness(random)));
            }
            if (random.nextInt(5) == 0) {
                candidates.add(known.likeness(likeness(random)).terms(List.of("twice")));
            }
            if (random.nextInt(3) == 0) {
                candidates.add(RelatedCandidate.toFill(other.summary()).story(story));
            }
        }
        return new Case(query, candidates, policy);
    }

    private static Likeness likeness(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Likeness.of(0);
            case 1 -> Likeness.of(random.nextInt(5) / 4.0);
            default ->
                new Likeness(
                        random.nextInt(5) / 20.0,
                        random.nextInt(5) / 20.0,
                        random.nextInt(3) / 2.0,
                        random.nextInt(5) / 4.0);
        };
    }

    private static Arbitrary<RelatedPolicy> policies() {
        Arbitrary<RelatedPolicy> presets = Arbitraries.of(
                RelatedPolicy.defaults(), RelatedPolicy.background(), RelatedPolicy.followUp(), RelatedPolicy.jnews());
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        presets,
                        either,
                        either,
                        either,
                        Arbitraries.of(0.0, .05, .4, .9, 1.0),
                        Arbitraries.of(
                                Weights.defaults(),
                                Weights.defaults().popularity(.1).crowd(.5),
                                Weights.none().tags(1),
                                Weights.none().headline(1).regions(2).crowd(.9)),
                        Arbitraries.of(Variety.NO_LIMIT, new Variety(1, 0), new Variety(2, 1), new Variety(0, 2)))
                .as((policy, backfill, sponsored, copies, minimum, weights, variety) -> policy.backfill(backfill)
                        .sponsored(sponsored)
                        .copies(copies)
                        .minimumScore(minimum)
                        .weights(weights)
                        .variety(variety));
    }
}
