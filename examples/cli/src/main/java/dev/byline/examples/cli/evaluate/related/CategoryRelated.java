package dev.byline.examples.cli.evaluate.related;

import dev.byline.article.Article;
import dev.byline.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The newest posts of the same section or, where a post has none, with one of the same tags. */
final class CategoryRelated implements RelatedSystem {
    private final Posts posts;
    private final List<Integer> newestFirst = new ArrayList<>();
    private final Map<Term, List<Integer>> placesByTerm = new HashMap<>();

    CategoryRelated(Posts posts) {
        this.posts = posts;
        posts.all().forEach(post -> newestFirst.add(post.number()));
        newestFirst.sort(posts.newestFirst());
        for (int place = 0; place < newestFirst.size(); place++) {
            Article article = posts.get(newestFirst.get(place)).article();
            int at = place;
            Stream.<Term>concat(article.sections().stream(), article.tags().stream())
                    .distinct()
                    .forEach(term -> placesByTerm
                            .computeIfAbsent(term, any -> new ArrayList<>())
                            .add(at));
        }
    }

    @Override
    public Answer ask(Post post, Scope scope, int most) {
        Article article = post.article();
        List<? extends Term> shared = article.sections().isEmpty() ? article.tags() : article.sections();
        TreeSet<Integer> found = new TreeSet<>();
        for (Term term : shared) {
            int taken = 0;
            for (int place : placesByTerm.getOrDefault(term, List.of())) {
                if (taken == most) {
                    break;
                }
                if (scope.allows(post, posts.get(newestFirst.get(place)))) {
                    found.add(place);
                    taken++;
                }
            }
        }
        return new Answer(
                found.stream()
                        .limit(most)
                        .map(place -> new Scored(newestFirst.get(place), 1))
                        .toList(),
                Set.of());
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
