package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.score.Similar;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What it keeps, follows and answers after a restart. */
abstract class KeepingTests extends SearchTests {
    @Test
    void the_order_of_puts_changes_no_answer() {
        List<Article> articles = new ArrayList<>(SampleArticles.published(200, 11));
        search.put(articles);
        SearchPage page = search.find(SearchQuery.text("farmers bridge").page(0, 100));
        search.learn();
        List<Similar> similar = search.similarTo(articles.get(3), 10);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(articles, new Random(seed));
            try (ArticleSearch other = open(folder.resolve("other" + seed), clock)) {
                for (int from = 0; from < articles.size(); from += 30 + 17 * seed) {
                    other.put(articles.subList(from, Math.min(articles.size(), from + 30 + 17 * seed)));
                }
                assertThat(other.find(page.query())).isEqualTo(page);
                other.learn();
                Article asked = SampleArticles.published(200, 11).get(3);
                assertThat(other.similarTo(asked, 10)).isEqualTo(similar);
            }
        }
    }

    @Test
    void what_was_put_is_there_after_a_restart() {
        put(story("a", "Ferry sinks", "Off Basra."));
        assertThat(search.status().uncommitted()).isEqualTo(1);
        search.commit();
        assertThat(search.status().uncommitted()).isZero();
        put(story("b", "Ferry sails", "Off Fao."));
        SearchPage before = find("ferry");
        reopen();
        assertThat(find("ferry")).isEqualTo(before);
        assertThat(search.status().articles()).isEqualTo(2);
    }

    @Test
    void a_closed_search_says_so() {
        search.close();
        search.close();
        assertThatIllegalStateException().isThrownBy(() -> search.find(SearchQuery.text("a")));
        assertThatIllegalStateException()
                .isThrownBy(() -> search.put(SampleArticles.article("a").build()));
        assertThatIllegalStateException().isThrownBy(search::commit);
        assertThatIllegalStateException().isThrownBy(search::status);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        Article article = SampleArticles.article("a").build();
        assertThatIllegalStateException().isThrownBy(() -> search.suggest(SuggestQuery.typed("a")));
        assertThatIllegalStateException().isThrownBy(() -> search.withdraw(article.id()));
        assertThatIllegalStateException().isThrownBy(() -> search.similarTo(article, 1));
        assertThatIllegalStateException().isThrownBy(() -> search.catchUp(store));
        assertThatIllegalStateException().isThrownBy(() -> search.rebuildFrom(store));
        assertThatIllegalStateException().isThrownBy(() -> search.verifyAgainst(store));
    }

    @Test
    void the_revision_changes_with_the_answers_and_not_by_asking() {
        long empty = search.revision();
        put(story("a", "Ferry", "Sinks."));
        long one = search.revision();
        assertThat(one).isNotEqualTo(empty);
        search.find(SearchQuery.text("ferry"));
        search.similarTo(story("x", "Ferry", ""), 1);
        search.commit();
        assertThat(search.revision()).isEqualTo(one);
        search.withdraw(ArticleId.of("a"));
        assertThat(search.revision()).isNotEqualTo(one);
    }

    @Test
    void catching_up_tells_only_what_changed() {
        CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
        store.put(SampleArticles.mixed(2500, 2));
        assertThat(search.catchUp(store)).isEqualTo(2500);
        assertMirrors(store);
        store.withdraw(ArticleId.of("n5"));
        store.put(SampleArticles.article("fresh").build());
        store.reset();
        assertThat(search.catchUp(store)).isEqualTo(2);
        assertThat(store.returned()).isEqualTo(2);
        assertMirrors(store);
        reopen();
        store.put(SampleArticles.article("fresher").build());
        assertThat(search.catchUp(store)).isEqualTo(1);
        assertThat(search.catchUp(store)).isZero();
        assertMirrors(store);
    }

    @Test
    void another_store_replaces_what_it_does_not_know() {
        ArticleStore first = ArticleStore.inMemory(ZoneOffset.UTC);
        first.put(SampleArticles.published(50, 1));
        search.catchUp(first);
        ArticleStore second = ArticleStore.inMemory(ZoneOffset.UTC);
        second.put(SampleArticles.published(20, 2));
        search.catchUp(second);
        assertMirrors(second);
        second.put(SampleArticles.article("fresh").build());
        assertThat(search.catchUp(second)).isEqualTo(1);
        assertMirrors(second);
    }

    @Test
    void a_round_that_broke_off_is_made_good() {
        ArticleStore whole = ArticleStore.inMemory(ZoneOffset.UTC);
        whole.put(SampleArticles.published(1500, 2));
        search.put(SampleArticles.article("stray").build());
        ArticleStore broken = new BrokenStore(whole, 1);
        assertThatThrownBy(() -> search.catchUp(broken)).hasMessage("the line is dead");
        assertThat(search.status().cursor()).isEqualTo(Changes.START);
        reopen();
        assertThat(found("stray")).containsExactly("stray");
        assertThat(search.catchUp(whole)).isEqualTo(500);
        assertThat(found(SearchQuery.text("stray").literally())).isEmpty();
        assertMirrors(whole);
    }

    @Test
    void rebuilding_makes_it_a_mirror_of_the_store() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(40, 1));
        search.catchUp(store);
        search.put(SampleArticles.article("stray").build());
        search.withdraw(ArticleId.of("n1"));
        assertThat(search.catchUp(store)).isZero();
        assertThat(search.rebuildFrom(store)).isEqualTo(40);
        assertMirrors(store);
        assertThat(search.status().cursor()).isNotEmpty();
    }

    private void assertMirrors(ArticleStore store) {
        Set<String> visible = new HashSet<>();
        try (var articles = store.stream()) {
            articles.filter(article -> article.isPublic(clock.instant()))
                    .forEach(article -> visible.add(article.id().value()));
        }
        assertThat(all("")).isEqualTo(visible);
        assertThat(find("")).hasTotal(visible.size());
        assertThat(search.verifyAgainst(store).clean()).isTrue();
    }
}
