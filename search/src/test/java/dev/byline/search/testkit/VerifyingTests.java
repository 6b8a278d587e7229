package dev.byline.search.testkit;

import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.Author;
import dev.byline.article.Changes;
import dev.byline.article.Image;
import dev.byline.search.ArticleSearch.Progress;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchStatus;
import dev.byline.search.Verification;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it proves that it equals the store, and tells how far it has come and how it is. */
abstract class VerifyingTests extends SearchTests {
    private static final Article STORY = article("a")
            .headline("Bridge closed")
            .standfirst("Until Friday.")
            .body("<p>Farmers wait.</p>")
            .slug("bridge")
            .authors(Author.of("mina", "Mina"))
            .creditLine("By Mina")
            .expiresAt(SampleArticles.NOW.plusSeconds(1000))
            .language(Language.of("en"))
            .regions(SampleArticles.BASRA)
            .sections(SampleArticles.ELECTIONS)
            .tags(SampleArticles.tag("floods"))
            .image(Image.of("https://news.example/a.jpg", "A bridge"))
            .build();

    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);

    @BeforeEach
    void both() {
        store.put(SampleArticles.mixed(300, 3));
        search.catchUp(store);
    }

    @Test
    void what_follows_the_store_equals_it() {
        Verification same = search.verifyAgainst(store);
        assertThat(same.clean()).isTrue();
        assertThat(same.compared()).isEqualTo(search.status().articles()).isPositive();
    }

    @Test
    void what_it_has_not_has_too_much_or_has_otherwise_is_told() {
        store.put(List.of(
                article("new").build(),
                article("newer").build(),
                article("draft").status(ArticleStatus.DRAFT).build()));
        search.put(article("stray").build());
        store.withdraw(ArticleId.of("n1"));
        store.put(store.find(ArticleId.of("n2")).orElseThrow().toBuilder()
                .status(ArticleStatus.PUBLISHED)
                .passwordProtected(false)
                .publishedAt(SampleArticles.NOW)
                .build());
        search.catchUp(store);
        search.put(article("n2").headline("Otherwise").build());
        search.withdraw(ArticleId.of("new"));
        search.put(article("n1").build());

        Verification told = search.verifyAgainst(store);
        assertThat(told.clean()).isFalse();
        assertThat(told.missingIds()).containsExactly(ArticleId.of("new"));
        assertThat(told.extraIds()).containsExactly(ArticleId.of("n1"), ArticleId.of("stray"));
        assertThat(told.differentIds()).containsExactly(ArticleId.of("n2"));
        assertThat(List.of(told.missing(), told.extra(), told.different())).containsExactly(1L, 2L, 1L);
        search.rebuildFrom(store);
        assertThat(search.verifyAgainst(store).clean()).isTrue();
    }

    @Test
    void all_that_is_found_or_printed_is_compared() {
        store.put(STORY);
        List<UnaryOperator<ArticleBuilder>> edits = List.of(
                article -> article.headline("Bridge closed again"),
                article -> article.standfirst("Until Friday. "),
                article -> article.body("<p>Farmers wait</p>"),
                article -> article.slug("bridge-closed"),
                article -> article.authors(Author.of("mina", "Mina K.")),
                article -> article.authors(Author.of("mina-k", "Mina")),
                article -> article.creditLine(""),
                article -> article.publishedAt(SampleArticles.NOW.minusNanos(1)),
                article -> article.expiresAt(SampleArticles.NOW.plusSeconds(1001)),
                article -> article.expiresAt(null),
                article -> article.language(Language.of("fa")),
                article -> article.regions(SampleArticles.IRAQ),
                article -> article.regions(Region.of("iq-ba", "Basra")),
                article -> article.sections(Section.of("elections", "Polls")),
                article -> article.primary("iq-ba"),
                article -> article.tags(),
                article -> article.image(Image.of("https://news.example/a.jpg", "A river")),
                article -> article.image(null));
        for (UnaryOperator<ArticleBuilder> edit : edits) {
            search.put(edit.apply(STORY.toBuilder()).build());
            assertThat(search.verifyAgainst(store).differentIds())
                    .as("edit " + edits.indexOf(edit))
                    .containsExactly(STORY.id());
        }
        search.put(STORY.toBuilder().commentCount(7).build());
        assertThat(search.verifyAgainst(store).clean()).isTrue();
    }

    @Test
    void no_more_than_the_first_hundred_are_named() {
        List<Article> strays = IntStream.range(0, 250)
                .mapToObj(number -> article("stray" + (1000 + number)).build())
                .toList();
        search.put(strays);
        Verification told = search.verifyAgainst(store);
        assertThat(told.extra()).isEqualTo(250);
        assertThat(told.extraIds())
                .isEqualTo(strays.stream()
                        .map(Article::id)
                        .limit(Verification.MOST_IDS)
                        .toList());
    }

    @Test
    void what_changes_meanwhile_is_compared_again() {
        ArticleStore busy = new BusyStore(store, count -> {
            ArticleId id = ArticleId.of("n" + count);
            if (count % 3 == 0) {
                store.withdraw(id);
                search.withdraw(id);
            } else {
                List<Article> put = List.of(
                        article(id.value()).headline("Edit " + count).build(),
                        article("z" + count).build());
                store.put(put);
                search.put(put);
            }
        });
        assertThat(search.verifyAgainst(busy).clean()).isTrue();
        assertThat(search.verifyAgainst(store).clean()).isTrue();
    }

    @Test
    void who_asked_hears_how_far_it_is() {
        store.put(SampleArticles.published(4500, 5));
        List<Long> heard = new ArrayList<>();
        long told = search.rebuildFrom(store, soFar -> heard.add(soFar));
        assertThat(told).isEqualTo(4500);
        assertThat(heard)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1)
                .endsWith(4500L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_rebuild_that_is_stopped_goes_on_where_it_was(boolean byException) {
        store.put(SampleArticles.published(4500, 5));
        search.put(article("stray").build());
        Progress stop = soFar -> {
            if (byException) {
                throw new IllegalStateException("enough");
            }
            return false;
        };
        long told = 0;
        if (byException) {
            assertThatThrownBy(() -> search.rebuildFrom(store, stop)).hasMessage("enough");
        } else {
            told = search.rebuildFrom(store, stop);
            assertThat(told).isBetween(1L, 4499L);
        }
        assertThat(search.status().cursor()).isEqualTo(Changes.START);
        assertThat(found("stray")).containsExactly("stray");
        reopen();
        assertThat(search.status().cursor()).isEqualTo(Changes.START);
        long rest = search.catchUp(store);
        assertThat(rest).isLessThan(4500);
        if (!byException) {
            assertThat(told + rest).isEqualTo(4500);
        }
        assertThat(found(SearchQuery.text("stray").literally())).isEmpty();
        assertThat(search.verifyAgainst(store).clean()).isTrue();
    }

    @Test
    void the_status_tells_what_a_host_asks() {
        search.commit();
        SearchStatus idle = search.status();
        assertThat(idle.uncommitted()).isZero();
        assertThat(idle.pendingSince()).isNull();
        assertThat(idle.format()).isNotBlank();
        assertThat(idle.bytes()).isPositive();
        assertThat(idle.readOnly()).isFalse();
        assertThat(idle.problem()).isEmpty();
        clock.advance(java.time.Duration.ofSeconds(1));
        search.put(article("a").build());
        clock.advance(java.time.Duration.ofSeconds(1));
        search.put(article("b").build());
        assertThat(search.status().uncommitted()).isEqualTo(2);
        assertThat(search.status().pendingSince()).isEqualTo(SampleArticles.NOW.plusSeconds(1));
        search.withdraw(ArticleId.of("a"));
        assertThat(search.status().pendingSince()).isNull();
        assertThat(search.status().committedAt()).isEqualTo(SampleArticles.NOW.plusSeconds(2));
    }
}
