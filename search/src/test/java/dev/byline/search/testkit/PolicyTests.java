package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.score.Reason;
import dev.byline.search.Facets.Kind;
import dev.byline.search.Facets.Period;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** That it goes by its policy from the next query on, and is everybody's at once. */
abstract class PolicyTests extends SearchTests {
    @Test
    @Rule("S-08")
    void without_recency_age_adds_nothing() {
        put(
                story("new", "Ferry sinks", "Off Basra."),
                story("old", "Ferry sinks", "Off Basra.").toBuilder()
                        .publishedAt(NOW.minus(Duration.ofDays(90)))
                        .build());
        assertThat(find("ferry")).ranks("new").above("old").because("S-08");
        assertThat(search.use(SearchPolicy.defaults().recency(0))).isSameAs(search);
        assertThat(find("ferry")).containsExactly("new", "old");
        assertThat(find("ferry").hits())
                .allSatisfy(hit ->
                        assertThat(hit.reasons()).extracting(Reason::rule).doesNotContain("S-08"));
    }

    @Test
    @Rule("S-12")
    void without_tolerance_no_word_is_respelled() {
        put(story("a", "Parliament dissolved", "Nothing more."));
        assertThat(find("parlament").respelled()).hasSize(1);
        search.use(SearchPolicy.defaults().tolerant(false));
        assertThat(find("parlament").respelled()).isEmpty();
        assertThat(find("parlament").outcome()).isEqualTo(Outcome.UNKNOWN_WORDS);
        search.use(SearchPolicy.defaults());
        assertThat(found("parlament")).containsExactly("a");
    }

    @Test
    @Rule("S-14")
    void months_are_those_of_its_zone() {
        put(SampleArticles.article("a")
                .publishedAt(Instant.parse("2026-09-30T22:00:00Z"))
                .build());
        SearchQuery query = SearchQuery.text("").facets(Kind.MONTH);
        search.use(SearchPolicy.defaults().zone(ZoneOffset.UTC));
        assertThat(search.find(query).facets().months())
                .extracting(Period::from)
                .containsExactly(Instant.parse("2026-09-01T00:00:00Z"));
        search.use(SearchPolicy.defaults().zone(ZoneId.of("Asia/Baghdad")));
        assertThat(search.find(query).facets().months())
                .extracting(Period::from)
                .containsExactly(Instant.parse("2026-09-30T21:00:00Z"));
    }

    @Test
    @Rule("S-16")
    void without_cursors_nothing_leads_on() {
        search.put(SampleArticles.published(30, 5));
        SearchQuery query = SearchQuery.text("").page(0, 5);
        assertThat(search.find(query).next()).isNotEmpty();
        search.use(SearchPolicy.defaults().cursors(Duration.ofMinutes(5), 0));
        assertThat(search.find(query).next()).isEmpty();
        assertThat(search.find(query).hits()).hasSize(5);
    }

    @Test
    void many_threads_put_withdraw_and_ask_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String name = "t" + thread + "-";
                jobs.add(threads.submit(() -> {
                    for (int i = 0; i < 9; i++) {
                        ArticleId id = ArticleId.of(name + i);
                        search.put(SampleArticles.article(name + i).build());
                        assertThat(found("\"headline of " + name + i + "\"")).containsExactly(id.value());
                        if (i % 3 == 0) {
                            search.withdraw(id);
                            assertThat(found("\"headline of " + name + i + "\""))
                                    .isEmpty();
                        }
                    }
                }));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(search.status().articles()).isEqualTo(24);
    }
}
