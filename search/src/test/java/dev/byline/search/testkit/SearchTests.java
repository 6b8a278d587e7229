package dev.byline.search.testkit;

import dev.byline.article.Article;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** The search of the contract, opened anew for each test, and short ways to ask it. */
abstract class SearchTests {
    @SuppressWarnings("NullAway.Init")
    ArticleSearch search;

    @SuppressWarnings("NullAway.Init")
    MovableClock clock;

    @SuppressWarnings("NullAway.Init")
    Path folder;

    abstract ArticleSearchContract contract();

    @BeforeEach
    void take() {
        search = contract().search;
        clock = contract().clock;
        folder = contract().folder;
    }

    final ArticleSearch open(Path folder, InstantSource clock) {
        return contract().open(folder, clock);
    }

    final void reopen() {
        search.close();
        contract().open();
        search = contract().search;
    }

    final void put(Article... articles) {
        search.put(List.of(articles));
    }

    final SearchPage find(String text) {
        return search.find(SearchQuery.text(text));
    }

    final List<String> found(String text) {
        return contract().found(text);
    }

    final List<String> found(SearchQuery query) {
        return contract().found(query);
    }

    /** The ids on all pages. */
    final Set<String> all(String text) {
        Set<String> ids = new HashSet<>();
        for (int page = 0; ; page++) {
            List<String> next = found(SearchQuery.text(text).page(page, SearchQuery.MOST));
            if (next.isEmpty()) {
                return ids;
            }
            ids.addAll(next);
        }
    }
}
