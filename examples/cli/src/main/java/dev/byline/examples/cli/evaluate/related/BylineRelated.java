package dev.byline.examples.cli.evaluate.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedQuery;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.ArticleSearch;
import dev.byline.search.lucene.LuceneSearch;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Byline's related posts as a site embeds them, with all their defaults, but without cut-off and backfill. */
final class BylineRelated implements RelatedSystem {
    /** Copies of the post, and what tells a story again. */
    private static final Set<String> SUPPRESSED = Set.of("R-24", "R-25");

    private static final String SCALE = "R-22";

    private final Posts posts;
    private final ArticleSearch search;
    private final RelatedArticles any;
    private final RelatedArticles past;

    BylineRelated(Posts posts, Path folder) {
        this.posts = posts;
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        search = LuceneSearch.open(folder, posts.clock());
        any = RelatedArticles.with(bare(RelatedPolicy.defaults()), search, store, posts.clock());
        past = any.by(bare(RelatedPolicy.background()));
        List<Article> articles = posts.all().stream().map(Post::article).toList();
        store.put(articles);
        search.put(articles);
        search.learn();
        any.put(articles);
        search.commit();
    }

    private static RelatedPolicy bare(RelatedPolicy policy) {
        return policy.minimumScore(0).backfill(false);
    }

    @Override
    public Answer ask(Post post, Scope scope, int most) {
        RelatedArticles related = scope.pastOnly() ? past : any;
        Set<Integer> pool = scope.pool();
        if (pool == null) {
            return new Answer(scored(related.to(post.article(), Math.min(most, RelatedQuery.MOST))), Set.of());
        }
        Set<ArticleId> elsewhere = new HashSet<>();
        posts.all().stream()
                .filter(other -> !scope.allows(post, other))
                .forEach(other -> elsewhere.add(other.article().id()));
        List<Scored> ranked = new ArrayList<>();
        Set<Integer> suppressed = new HashSet<>();
        int asked;
        List<Scored> next;
        // A pool may be greater than the longest list.
        do {
            asked = Math.min(most - ranked.size(), RelatedQuery.MOST);
            RelatedQuery query = RelatedQuery.of(post.article()).limit(asked).without(elsewhere);
            ExplainedList list = related.explain(query);
            next = scored(list.ranked());
            list.ranked().forEach(one -> elsewhere.add(one.item().id()));
            ranked.addAll(next);
            for (LeftOut out : list.leftOut()) {
                if (SUPPRESSED.contains(out.rule()) && pool.contains(posts.number(out.article()))) {
                    suppressed.add(posts.number(out.article()));
                    // Else it would be the first to tell its story in the next part of the list.
                    elsewhere.add(out.article());
                }
            }
        } while (next.size() == asked && ranked.size() < most);
        ranked.forEach(one -> suppressed.remove(one.post()));
        return new Answer(ranked, suppressed);
    }

    private List<Scored> scored(List<Ranked<ArticleSummary>> list) {
        return list.stream()
                .map(one -> new Scored(posts.number(one.item().id()), sum(one)))
                .toList();
    }

    /** What was weighed, before it is brought onto the scale of scores, which is flat where posts are surely related. */
    private static double sum(Ranked<ArticleSummary> one) {
        return one.value()
                - one.reasons().stream()
                        .filter(reason -> reason.rule().equals(SCALE))
                        .mapToDouble(Reason::part)
                        .sum();
    }

    @Override
    public void close() {
        search.close();
    }
}
