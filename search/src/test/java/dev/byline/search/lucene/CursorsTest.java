package dev.byline.search.lucene;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final SearchQuery QUERY = SearchQuery.text("farmers bridge").page(0, 5);

    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final Directory directory = new ByteBuffersDirectory();
    private final LuceneSearch search = LuceneSearch.open(directory, clock);

    @AfterEach
    void close() throws IOException {
        search.close();
        directory.close();
    }

    @Test
    @Rule("S-16")
    void the_oldest_state_goes_first() {
        search.use(SearchPolicy.defaults().cursors(Duration.ofMinutes(5), 2));
        search.put(SampleArticles.published(50, 1));
        List<String> cursors = new ArrayList<>();
        for (int state = 0; state < 3; state++) {
            search.put(SampleArticles.article("new" + state).build());
            cursors.add(search.find(QUERY).next());
            // Others of the same state share it.
            assertThat(search.find(QUERY.withText("bridge")).next()).isNotEmpty();
        }
        assertThat(outcome(cursors.get(0))).isEqualTo(Outcome.CURSOR_EXPIRED);
        assertThat(outcome(cursors.get(1))).isEqualTo(Outcome.FOUND);
        assertThat(outcome(cursors.get(2))).isEqualTo(Outcome.FOUND);
        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(outcome(cursors.get(1))).isEqualTo(Outcome.FOUND);
        clock.advance(Duration.ofNanos(1));
        assertThat(outcome(cursors.get(1))).isEqualTo(Outcome.CURSOR_EXPIRED);
    }

    @Test
    @Rule("S-16")
    void where_none_are_kept_nothing_leads_on() {
        search.put(SampleArticles.published(50, 1));
        search.use(SearchPolicy.defaults().cursors(Duration.ofMinutes(5), 0));
        assertThat(search.find(QUERY).next()).isEmpty();
        search.use(SearchPolicy.defaults().cursors(Duration.ZERO, 16));
        assertThat(search.find(QUERY).next()).isEmpty();
        String cursor = search.use(SearchPolicy.defaults()).find(QUERY).next();
        assertThat(outcome(cursor)).isEqualTo(Outcome.FOUND);
        search.use(SearchPolicy.defaults().cursors(Duration.ofMinutes(5), 0));
        assertThat(outcome(cursor)).isEqualTo(Outcome.CURSOR_EXPIRED);
    }

    @Test
    @Rule("S-16")
    void another_policy_changes_no_order_that_was_begun() {
        search.put(SampleArticles.published(50, 1));
        SearchPage first = search.find(QUERY);
        SearchPage second = search.find(QUERY.page(1, 5));
        search.use(SearchPolicy.archive());
        assertThat(search.find(QUERY.after(first.next())).hits()).isEqualTo(second.hits());
    }

    @Test
    void states_are_let_go() throws IOException {
        search.put(SampleArticles.published(50, 1));
        try (IndexReader reader = DirectoryReader.open(committed())) {
            Cursors cursors = new Cursors();
            IndexSearcher searcher = new IndexSearcher(reader);
            Instant now = clock.instant();
            SearchPolicy policy = SearchPolicy.defaults();
            NewsAnalyzer analyzer = new NewsAnalyzer();
            Finder finder = new Finder(analyzer, new FunctionWords(analyzer));
            String next = cursors.find(finder, searcher, QUERY, policy, now).next();
            assertThat(reader.getRefCount()).isEqualTo(2);
            assertThat(cursors.find(finder, searcher, QUERY.after(next), policy, now))
                    .hasTotal(search.find(QUERY).total());
            assertThat(reader.getRefCount()).isEqualTo(2);
            cursors.find(finder, searcher, SearchQuery.text("zeppelin"), policy, now.plus(policy.cursorLife()));
            assertThat(reader.getRefCount()).isEqualTo(1);
            cursors.find(finder, searcher, QUERY, policy, now);
            assertThat(reader.getRefCount()).isEqualTo(2);
            cursors.close();
            assertThat(reader.getRefCount()).isEqualTo(1);
            assertThat(cursors.find(finder, searcher, QUERY, policy, now).next())
                    .isEmpty();
            assertThat(reader.getRefCount()).isEqualTo(1);
        }
    }

    private Directory committed() {
        search.withdraw(ArticleId.of("never-there"));
        search.commit();
        return directory;
    }

    private Outcome outcome(String cursor) {
        return search.find(QUERY.after(cursor)).outcome();
    }
}
