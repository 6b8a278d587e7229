package dev.byline.search.testkit;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.score.Ranked;
import dev.byline.search.SearchPage;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Kind;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is suggested while a reader types. */
abstract class SuggestionTests extends SearchTests {
    private List<Suggestion> suggested(String typed) {
        return search.suggest(SuggestQuery.typed(typed)).suggestions();
    }

    private List<String> texts(String typed) {
        return suggested(typed).stream().map(Suggestion::text).toList();
    }

    private static Article ferry(String id) {
        return article(id)
                .headline("Ferry sinks off Basra")
                .body("<p>Nobody was hurt.</p>")
                .regions(SampleArticles.BASRA)
                .sections(SampleArticles.ELECTIONS)
                .tags(Tag.of("ferries", "Ferries & boats"))
                .authors(Author.of("mina-hadid", "Mina Hadid"))
                .build();
    }

    @Test
    @Rule("S-15")
    void headlines_and_names_of_every_kind_are_suggested_with_what_was_typed_marked() {
        put(ferry("a"));
        assertThat(suggested("ferr"))
                .containsExactly(
                        new Suggestion(Kind.TAG, "ferries", "Ferries & boats", "<mark>Ferr</mark>ies &amp; boats", 1),
                        new Suggestion(
                                Kind.HEADLINE, "a", "Ferry sinks off Basra", "<mark>Ferr</mark>y sinks off Basra", 1));
        assertThat(suggested("middle"))
                .contains(new Suggestion(Kind.REGION, "middle-east", "Middle East", "<mark>Middle</mark> East", 1));
        assertThat(suggested("poli"))
                .contains(new Suggestion(Kind.SECTION, "politics", "Politics", "<mark>Poli</mark>tics", 1));
        assertThat(suggested("hadi"))
                .contains(new Suggestion(Kind.AUTHOR, "mina-hadid", "Mina Hadid", "Mina <mark>Hadi</mark>d", 1));
        assertThat(suggested("mina had"))
                .contains(new Suggestion(
                        Kind.AUTHOR, "mina-hadid", "Mina Hadid", "<mark>Mina</mark> <mark>Had</mark>id", 1));
    }

    @Test
    @Rule("S-15")
    void headlines_have_the_finished_words_and_the_newest_comes_first() {
        put(
                article("old")
                        .headline("Bridge at Basra closed")
                        .published(SampleArticles.daysAgo(9))
                        .build(),
                article("new").headline("Basra opens a bridge").published(NOW).build(),
                article("other")
                        .headline("Bridge at Mosul closed")
                        .published(NOW)
                        .build());
        assertThat(suggested("bridge bas")).extracting(Suggestion::key).containsExactly("new", "old");
    }

    @Test
    @Rule("S-15")
    void the_words_that_are_begun_come_in_turn_the_most_frequent_first() {
        for (int i = 0; i < 6; i++) {
            put(story("n" + i, "Government speaks " + i, "x"));
        }
        put(story("m", "Governor resigns", "x"), story("o", "Governance report", "x"));
        put(story("p", "Governance again", "x"));
        assertThat(texts("gover")).startsWith("Government speaks 5", "Governance again", "Governor resigns");
    }

    @Test
    @Rule("S-15")
    void one_letter_may_be_wrong_and_a_name_written_otherwise() {
        put(
                article("a").headline("Parliament adjourned").build(),
                article("b").tags(Tag.of("khamenei", "Khamenei")).build(),
                article("c").tags(Tag.of("soleimani", "سلیمانی")).build());
        assertThat(texts("parlam")).containsExactly("Parliament adjourned");
        assertThat(suggested("parlam").get(0).html()).isEqualTo("<mark>Parliament</mark> adjourned");
        assertThat(texts("prali")).containsExactly("Parliament adjourned");
        assertThat(texts("خامن")).containsExactly("Khamenei");
        assertThat(texts("khamai")).contains("Khamenei");
        assertThat(texts("sulei")).contains("سلیمانی");
    }

    @Test
    @Rule("S-15")
    void articles_and_total_are_those_of_the_search_behind_them() {
        search.put(SampleArticles.published(60, 3));
        for (String typed : List.of("", " ", "a", "sto", "story num", "\"story", "-story", "zzzz", "\0", "!")) {
            SuggestQuery query = SuggestQuery.typed(typed).most(5, 3);
            Suggestions reply = search.suggest(query);
            SearchPage found = search.find(reply.all());
            assertThat(reply.query()).isSameAs(query);
            assertThat(reply.all().text()).isEqualTo(typed);
            assertThat(reply.total()).as(typed).isEqualTo(found.total());
            assertThat(reply.articles())
                    .isEqualTo(found.hits().stream().limit(3).map(Ranked::item).toList());
            assertThat(reply.suggestions()).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(search.suggest(SuggestQuery.typed("sto").most(0, 0)).suggestions())
                .isEmpty();
    }

    @Test
    @Rule("S-15")
    void only_public_articles_stand_behind_suggestions() {
        put(
                ferry("a"),
                ferry("later").toBuilder()
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusNanos(2))
                        .headline("Ferryman speaks")
                        .tags(Tag.of("ferrymen", "Ferrymen"))
                        .build(),
                ferry("offer").toBuilder()
                        .expiresAt(NOW.plusNanos(1))
                        .headline("Ferrytale ends")
                        .build());
        assertThat(texts("ferr"))
                .containsExactlyInAnyOrder("Ferries & boats", "Ferry sinks off Basra", "Ferrytale ends");
        assertThat(suggested("ferries").get(0).articles()).isEqualTo(2);
        clock.advance(Duration.ofNanos(1));
        assertThat(texts("ferr")).containsExactlyInAnyOrder("Ferries & boats", "Ferry sinks off Basra");
        assertThat(suggested("ferries").get(0).articles()).isEqualTo(1);
        clock.advance(Duration.ofNanos(1));
        assertThat(texts("ferr"))
                .containsExactlyInAnyOrder("Ferries & boats", "Ferry sinks off Basra", "Ferrymen", "Ferryman speaks");
        clock.set(NOW.minusSeconds(1));
        assertThat(texts("ferr")).isEmpty();
    }

    @Test
    @Rule("S-15")
    void what_is_withdrawn_or_closed_is_suggested_no_more() {
        ArticleBuilder gone = ferry("a").toBuilder();
        for (Article closed : List.of(
                gone.status(ArticleStatus.WITHDRAWN).build(),
                gone.status(ArticleStatus.DRAFT).build(),
                gone.status(ArticleStatus.PRIVATE).build(),
                gone.status(ArticleStatus.PUBLISHED).passwordProtected(true).build())) {
            put(ferry("a"));
            assertThat(suggested("ferr")).hasSize(2);
            put(closed);
            assertNothing();
        }
        put(ferry("a"));
        search.withdraw(ArticleId.of("a"));
        assertNothing();
        reopen();
        assertNothing();
    }

    private void assertNothing() {
        for (String typed : List.of("f", "ferr", "fery", "mina", "hadeed", "basra", "polit", "middle e")) {
            assertThat(suggested(typed)).as(typed).isEmpty();
        }
    }

    @Test
    @Rule("S-15")
    void a_tag_that_was_renamed_has_its_new_name_alone() {
        put(ferry("a"));
        put(ferry("a").toBuilder()
                .tags(Tag.of("ferries", "Shipping"))
                .headline("Boat")
                .build());
        assertThat(suggested("ferr")).isEmpty();
        assertThat(suggested("ship"))
                .containsExactly(new Suggestion(Kind.TAG, "ferries", "Shipping", "<mark>Ship</mark>ping", 1));
    }

    @Test
    @Rule("S-15")
    void what_is_typed_may_be_of_any_length() {
        put(ferry("a"));
        for (String unit : List.of("ferry ", "f", "\0", "-", "\"", "خ", "\ud83d\ude00", "ferry\u200c")) {
            String typed = unit.repeat(1_000_000 / unit.length());
            Suggestions reply = search.suggest(SuggestQuery.typed(typed));
            assertThat(reply.query().text()).isEqualTo(typed);
            assertThat(reply.suggestions()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    @Rule("S-15")
    void merged_and_deleted_articles_leave_no_trace() {
        for (int i = 0; i < 60; i++) {
            put(story("n" + i, "Ferry number " + i, "x").toBuilder()
                    .published(NOW.minusSeconds(i))
                    .build());
            assertThat(texts("ferry num")).startsWith("Ferry number 0");
        }
        for (int i = 0; i < 60; i += 2) {
            search.withdraw(ArticleId.of("n" + i));
            assertThat(texts("ferry num")).startsWith("Ferry number 1");
        }
        search.withdraw(ArticleId.of("n1"));
        assertThat(suggested("fe").get(0))
                .isEqualTo(new Suggestion(Kind.HEADLINE, "n3", "Ferry number 3", "<mark>Fe</mark>rry number 3", 1));
    }
}
