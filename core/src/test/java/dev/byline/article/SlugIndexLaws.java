package dev.byline.article;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlugIndexLaws {
    private static final List<ArticleSummary> ARTICLES = IntStream.range(0, 5)
            .mapToObj(number -> SampleArticles.article("n" + number)
                    .publishedAt(NOW.plus(Duration.ofHours(number / 2)))
                    .build()
                    .summary())
            .toList();
    private static final List<String> SLUGS = List.of("a", "b");

    record Step(boolean adds, int slug, ArticleSummary article) {}

    @Property(tries = 500)
    void it_answers_as_a_sorted_set_for_each_slug_does(@ForAll("steps") List<Step> steps) {
        SlugIndex index = new SlugIndex();
        List<TreeSet<ArticleSummary>> model =
                List.of(new TreeSet<>(Listed.NEWEST_FIRST), new TreeSet<>(Listed.NEWEST_FIRST));
        for (Step step : steps) {
            if (step.adds()) {
                index.add(SLUGS.get(step.slug()), step.article());
                model.get(step.slug()).add(step.article());
            } else {
                index.remove(SLUGS.get(step.slug()), step.article());
                model.get(step.slug()).remove(step.article());
            }
            for (int number = 0; number < SLUGS.size(); number++) {
                String slug = SLUGS.get(number);
                Optional<ArticleSummary> newest = model.get(number).stream().findFirst();
                assertThat(index.newest(slug)).isEqualTo(newest);
                assertThat(index.find(slug, NOW))
                        .isEqualTo(model.get(number).stream()
                                .filter(article -> article.isPublic(NOW))
                                .findFirst()
                                .or(() -> newest));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(true, true, false), Arbitraries.of(0, 1), Arbitraries.of(ARTICLES))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
