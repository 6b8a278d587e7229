package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.Author;
import dev.byline.article.Changes;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import dev.byline.taxonomy.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Withdrawing, and what followers hear. */
abstract class ChangeTests extends StoreTests {
    @Test
    void aWithdrawnArticleIsGoneFromEveryListing() {
        Article article = article("a")
                .regions(BASRA)
                .sections(ELECTIONS)
                .tags(Tag.of("oil", "Oil"))
                .authors(Author.of("mina", "Mina"))
                .oldSlugs(List.of("old"))
                .build();
        store.put(List.of(article, article("b").published(NOW.minus(MINUTE)).build()));
        store.withdraw(article.id());

        Article withdrawn = article.toBuilder().status(ArticleStatus.WITHDRAWN).build();
        assertThat(store.find(article.id())).contains(withdrawn);
        assertThat(store.summaries(List.of(article.id()))).containsExactly(withdrawn.summary());
        assertThat(store.bySlug("a", NOW)).contains(new SlugMatch(withdrawn, false));
        assertThat(store.bySlug("old", NOW)).contains(new SlugMatch(withdrawn, true));
        assertThat(ids(ArchiveQuery.at(NOW))).containsExactly("b");
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).section("politics"))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).tag("oil"))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).author("mina"))).isEmpty();
        assertThat(store.count(ArchiveQuery.at(NOW))).isEqualTo(1);
        for (By by : List.of(By.REGION, By.SECTION, By.TAG, By.AUTHOR)) {
            assertThat(store.counts(by, NOW)).isEmpty();
        }
        assertThat(store.neighbours(only("b"), NeighbourQuery.at(NOW))).isEqualTo(new Neighbours(null, null));
    }

    @Test
    void unknownIdsArePassedOver() {
        store.put(article("a").build());
        store.withdraw(List.of(ArticleId.of("nobody"), ArticleId.of("a")));
        assertThat(ids(ArchiveQuery.at(NOW))).isEmpty();
        assertThat(store.find(ArticleId.of("nobody"))).isEmpty();
    }

    @Test
    void aWithdrawnArticleCanBePutAgain() {
        Article article = article("a").build();
        store.put(article);
        store.withdraw(article.id());
        store.put(article);
        assertThat(ids(ArchiveQuery.at(NOW))).containsExactly("a");
    }

    @Test
    void theStartKnowsEverythingInTheOrderOfTheLastChange() {
        Changes nothing = store.changedSince(Changes.START, 10);
        assertThat(nothing.articles()).isEmpty();
        assertThat(nothing.more()).isFalse();
        assertThat(nothing.fromStart()).isFalse();

        store.put(
                List.of(article("a").build(), article("b").build(), article("c").build()));
        store.withdraw(ArticleId.of("a"));
        store.put(article("b").headline("Edited").build());
        Changes changes = store.changedSince(Changes.START, 10);
        assertThat(changed(changes)).containsExactly("c", "a", "b");
        assertThat(changes.articles().get(1).status()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(changes.articles().get(2).headline()).isEqualTo("Edited");
        assertThat(changes.more()).isFalse();
        assertThat(changes.fromStart()).isFalse();
        assertThat(changed(store.changedSince(nothing.cursor(), 10)))
                .as("the cursor of an empty store")
                .containsExactly("c", "a", "b");
    }

    @Test
    void aCursorTellsOnlyWhatChangedSince() {
        store.put(SampleArticles.published(5, 1));
        String cursor = store.changedSince(Changes.START, 10).cursor();
        Changes none = store.changedSince(cursor, 10);
        assertThat(none.articles()).isEmpty();
        assertThat(none.more()).isFalse();
        store.put(article("n3").headline("Edited").build());
        store.put(article("new").build());
        Changes some = store.changedSince(cursor, 10);
        assertThat(changed(some)).containsExactly("n3", "new");
        assertThat(some.fromStart()).isFalse();
        assertThat(store.changedSince(some.cursor(), 10).articles()).isEmpty();
        assertThat(changed(store.changedSince(none.cursor(), 10)))
                .as("an empty answer's cursor")
                .containsExactly("n3", "new");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, Integer.MAX_VALUE})
    void changesComeInPortions(int limit) {
        store.put(SampleArticles.published(6, 1));
        List<String> all = new ArrayList<>();
        Changes changes = store.changedSince(Changes.START, limit);
        all.addAll(changed(changes));
        while (changes.more()) {
            assertThat(changes.articles()).hasSize(limit);
            changes = store.changedSince(changes.cursor(), limit);
            assertThat(changes.fromStart()).isFalse();
            all.addAll(changed(changes));
            assertThat(all).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(all).containsExactly("n0", "n1", "n2", "n3", "n4", "n5");
    }

    @Test
    void anArticleThatChangesBetweenPortionsIsToldAsItIsThen() {
        store.put(SampleArticles.published(4, 1));
        Changes first = store.changedSince(Changes.START, 2);
        assertThat(changed(first)).containsExactly("n0", "n1");
        store.put(article("n0").headline("Edited").build());
        store.put(article("n2").headline("Edited").build());
        assertThat(changed(store.changedSince(first.cursor(), 10))).containsExactly("n3", "n0", "n2");
    }

    @Test
    void tellingTheSameTwiceIsNoChange() {
        List<Article> articles = SampleArticles.mixed(20, 1);
        store.put(articles);
        store.put(article("gone").build());
        store.withdraw(ArticleId.of("gone"));
        String cursor = store.changedSince(Changes.START, 100).cursor();
        store.put(articles);
        store.withdraw(List.of(ArticleId.of("gone"), ArticleId.of("nobody")));
        store.put(List.of());
        store.withdraw(List.of());
        Changes none = store.changedSince(cursor, 100);
        assertThat(none.articles()).isEmpty();
        assertThat(none.more()).isFalse();
    }

    @Test
    void anUnknownCursorBeginsAnew() {
        ArticleStore other = make();
        other.put(SampleArticles.published(3, 2));
        store.put(SampleArticles.published(3, 1));
        String known = store.changedSince(Changes.START, 10).cursor();
        for (String cursor : List.of(
                other.changedSince(Changes.START, 10).cursor(),
                other.changedSince(Changes.START, 1).cursor(),
                "nonsense",
                "1",
                "-1",
                " ",
                known + "0",
                known + " ",
                "\u0000",
                "x".repeat(10_000))) {
            Changes changes = store.changedSince(cursor, 2);
            assertThat(changes.fromStart()).as(cursor).isTrue();
            assertThat(changed(changes)).containsExactly("n0", "n1");
            Changes rest = store.changedSince(changes.cursor(), 2);
            assertThat(rest.fromStart()).isFalse();
            assertThat(changed(rest)).containsExactly("n2");
        }
        Changes empty = make().changedSince(known, 10);
        assertThat(empty.fromStart()).isTrue();
        assertThat(empty.articles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void atLeastOneChangeIsAskedFor(int limit) {
        assertThatThrownBy(() -> store.changedSince(Changes.START, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(limit));
    }
}
