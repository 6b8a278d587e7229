package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Puts, edits, withdraws, hides and waits at random, and looks after each step whether anything shows that is not public. */
final class Interleavings {
    private static final List<String> WORDS = List.of(
            "parliament", "lemonade", "minister", "volcano", "harbour", "orchestra", "telescope", "vaccine", "glacier");
    private static final List<String> TYPED = List.of(
            "parlament",
            "lemonaid",
            "ministre",
            "volcanoe",
            "harbuor",
            "orkestra",
            "teleskope",
            "vacine",
            "glasier",
            "\"ministre volcano\"",
            "harbour -parliament",
            "\"glacier vaccine\"",
            "harbourglacier",
            "telescope orkestra");

    private final SplittableRandom random;
    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final Map<String, Article> truth = new HashMap<>();
    private final LuceneSearch search = LuceneSearch.open(new ByteBuffersDirectory(), clock);

    private Interleavings(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Runs so many steps. */
    static void run(long seed, int steps) {
        Interleavings all = new Interleavings(seed);
        try (all.search) {
            for (int i = 0; i < steps; i++) {
                all.step();
                all.look();
            }
        }
    }

    private void step() {
        String id = "n" + random.nextInt(5);
        Instant published = clock.instant().plus(Duration.ofHours(random.nextInt(-3, 4)));
        ArticleBuilder article = SampleArticles.article(id)
                .headline(word() + " " + word())
                .body(word() + " and " + word())
                .publishedAt(published);
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> put(article);
            case 3 -> put(article.status(ArticleStatus.SCHEDULED));
            case 4 -> put(article.expiresAt(published.plus(Duration.ofHours(random.nextInt(1, 5)))));
            case 5 ->
                put(random.nextBoolean() ? article.passwordProtected(true) : article.status(ArticleStatus.PRIVATE));
            case 6 -> {
                search.withdraw(ArticleId.of(id));
                truth.remove(id);
            }
            case 7 -> search.commit();
            default -> clock.advance(Duration.ofHours(random.nextInt(-2, 4)));
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void put(ArticleBuilder builder) {
        Article article = builder.build();
        search.put(article);
        truth.put(article.id().value(), article);
    }

    private void look() {
        Set<String> visible = new HashSet<>();
        StringBuilder words = new StringBuilder();
        truth.values().stream()
                .filter(article -> article.isPublic(clock.instant()))
                .forEach(article -> {
                    visible.add(article.id().value());
                    words.append(article.headline())
                            .append(' ')
                            .append(article.body())
                            .append(' ');
                });
        String typed = TYPED.get(random.nextInt(TYPED.size()));
        SearchPage page = search.find(SearchQuery.text(typed));
        assertPublic(page, visible);
        page.respelled()
                .forEach(word -> assertThat(words.toString()).contains(word.as().split(" ", -1)));
        page.alternatives().forEach(other -> {
            SearchPage found = search.find(other.query());
            assertThat(found.total()).isEqualTo(other.total());
            assertPublic(found, visible);
            for (String word : WORDS) {
                if (other.query().text().contains(word) && !typed.contains(word)) {
                    assertThat(words.toString()).contains(word);
                }
            }
        });
        assertThat(page.outcome() == SearchPage.Outcome.NO_ARTICLES).isEqualTo(visible.isEmpty());
    }

    private static void assertPublic(SearchPage page, Set<String> visible) {
        assertThat(page.total()).isLessThanOrEqualTo(visible.size());
        assertThat(page.hits())
                .hasSize((int) page.total())
                .allSatisfy(hit -> assertThat(visible).contains(hit.item().id().value()));
    }
}
