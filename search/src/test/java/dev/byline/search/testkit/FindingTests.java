package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Author;
import dev.byline.score.Reason;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a text finds. */
abstract class FindingTests extends SearchTests {
    @Test
    void words_of_every_field_are_found() {
        put(SampleArticles.article("a")
                .headline("Ferry sinks off Basra")
                .standfirst("Nobody was hurt, says the harbour.")
                .body("<p>The <b>captain</b> swam ashore &amp; waved.</p>")
                .regions(SampleArticles.BASRA)
                .sections(SampleArticles.ELECTIONS)
                .tags(Tag.of("ships", "Ships and boats"))
                .authors(Author.of("mina-hadid", "Mina Hadid"))
                .build());
        for (String word : List.of("ferry", "harbour", "captain", "waved", "iraq", "politics", "boats", "hadid")) {
            assertThat(found(word)).as(word).containsExactly("a");
        }
        assertThat(found("amp")).isEmpty();
        assertThat(found("b")).isEmpty();
    }

    @Test
    @Rule("S-03")
    void all_words_come_first_then_those_with_the_rare_ones() {
        put(
                story("both", "A long evening", "Much was said, and last of all that the bridge at Kufa is flooded."),
                story("rare", "Kufa Kufa Kufa", "Kufa, again Kufa and nothing but Kufa."),
                story("common", "Bridge bridge bridge", "Bridge."));
        for (int i = 0; i < 20; i++) {
            put(story("filler" + i, "Bridge number " + i, "One more bridge."));
        }
        SearchPage page = find("bridge Kufa");
        assertThat(page).containsExactly("both", "rare").hasTotal(2).hasAllWordsIn(1);
        assertThat(page).ranks("both").above("rare").because("S-03");
        assertThat(page).ranks("rare").reasons().extracting(Reason::rule).doesNotContain("S-03");
    }

    @Test
    void a_headline_with_a_character_that_means_nothing_is_marked() {
        String headline = "bridgebridge\"\"\"\"\0AND\"bridgebridge\0bridge";
        put(story("a", headline, "In Basra."));
        assertThat(find(headline).hits().get(0).item().headlineHtml())
                .contains("<mark>bridgebridge</mark>")
                .endsWith("<mark>bridge</mark>");
    }

    @Test
    void headlines_may_be_long_and_short() {
        String words = "bridge ".repeat(400);
        put(story("long", words, "In Basra."));
        put(story("short", "Bridge", "In Basra."));
        put(story("longer", words + words, "In Basra."), story("none", "", "Bridge in Basra."));
        assertThat(find("bridge Basra")).hasTotal(4);
        assertThat(search.suggest(SuggestQuery.typed("brid")).suggestions())
                .extracting(Suggestions.Suggestion::key)
                .contains("long", "short");
    }

    @Test
    void a_word_that_no_article_has_is_passed_over() {
        put(story("a", "Bridge reopens", "In Basra."));
        assertThat(find("bridge xyzzy")).hasTotal(1).hasAllWordsIn(0);
        assertThat(found("xyzzy")).isEmpty();
    }

    @Test
    @Rule("S-04")
    void a_quoted_phrase_is_exact() {
        put(
                story("exact", "Old bridge closed", "Nothing more."),
                story("plural", "Old bridges closed", "Nothing more."),
                story("turned", "Closed: the bridge", "Nothing more."),
                story("split", "Bridge", "closed"));
        assertThat(found("\"bridge closed\"")).containsExactly("exact");
        assertThat(found("“Bridge Closed”")).containsExactly("exact");
        assertThat(found("\"bridges\"")).containsExactly("plural");
        assertThat(found("bridges")).hasSize(4);
        assertThat(found("\"bridge closed")).hasSize(4);
        assertThat(find("\"bridge closed\"")).ranks("exact").first().because("S-04");
    }

    @Test
    @Rule("S-04")
    void what_follows_a_minus_is_left_out() {
        put(
                story("a", "Bridge closed", "In Basra."),
                story("b", "Bridge open", "In Mosul."),
                story("c", "Ferry closed", "In Mosul."));
        assertThat(found("bridge -mosul")).containsExactly("a");
        assertThat(found("bridge -\"bridge closed\"")).containsExactly("b");
        assertThat(found("-mosul")).containsExactly("a");
        assertThat(found("bridge - mosul")).first().isEqualTo("b");
        assertThat(found("-bridges")).containsExactly("c");
        assertThat(found("-\"bridges\"")).hasSize(3);
    }

    @Test
    @Rule("S-02")
    void filters_cover_what_lies_inside() {
        put(
                SampleArticles.article("basra").regions(SampleArticles.BASRA).build(),
                SampleArticles.article("iran")
                        .regions(SampleArticles.IRAN)
                        .sections(SampleArticles.ELECTIONS)
                        .build(),
                SampleArticles.article("iceland")
                        .regions(SampleArticles.ELSEWHERE)
                        .tags(Tag.of("fish", "Fish"))
                        .authors(Author.of("jon", "Jón"))
                        .build());
        SearchQuery all = SearchQuery.text("headline");
        assertThat(found(all)).hasSize(3);
        assertThat(found(all.in(SampleArticles.MIDDLE_EAST))).containsExactlyInAnyOrder("basra", "iran");
        assertThat(found(all.in(SampleArticles.IRAQ))).containsExactly("basra");
        assertThat(found(all.in(RegionGroup.of("g", "G", SampleArticles.IRAN, SampleArticles.ELSEWHERE))))
                .containsExactlyInAnyOrder("iran", "iceland");
        assertThat(found(all.section("politics"))).containsExactly("iran");
        assertThat(found(all.tag("fish"))).containsExactly("iceland");
        assertThat(found(all.author("jon"))).containsExactly("iceland");
        assertThat(found(all.author("jon").in(SampleArticles.IRAN))).isEmpty();
        assertThat(search.find(all.in(SampleArticles.IRAN))).hasTotal(1);
    }

    @Test
    void nothing_typed_lists_what_the_filters_let_through_newest_first() {
        put(
                SampleArticles.article("old").publishedAt(NOW.minusSeconds(9)).build(),
                SampleArticles.article("new").build());
        assertThat(found("")).containsExactly("new", "old");
        assertThat(found(" \n")).containsExactly("new", "old");
        assertThat(found("?!")).isEmpty();
        assertThat(find(""))
                .isTotallyOrdered()
                .places()
                .allSatisfy(hit -> assertThat(hit.score()).isZero());
    }

    @Test
    void letters_fold_in_any_language() {
        put(
                story("ar", "إيران تعلن حظر تصدير النَّفط", "قالت الحكومة إن المدرسة مغلقة."),
                story("fa", "رئیس‌جمهور ایران درباره کتاب سخن گفت", "او در تهران بود."),
                story("he", "הממשלה אישרה את התקציב", "דובר צה\"ל מסר הודעה שָׁלוֹם."),
                story("en", "Sana’a airport reopens", "The U.S. envoy to Côte d’Ivoire met Iran’s minister."));
        assertThat(found("ايران")).contains("ar", "fa").doesNotContain("he");
        assertThat(found("نفط")).containsExactly("ar");
        assertThat(found("النفط")).containsExactly("ar");
        assertThat(found("مدرسه")).containsExactly("ar");
        assertThat(found("كتاب")).containsExactly("fa");
        assertThat(found("کتاب تهران")).containsExactly("fa");
        assertThat(found("صهل")).isEmpty();
        assertThat(found("צה״ל")).containsExactly("he");
        assertThat(found("צהל")).containsExactly("he");
        assertThat(found("צה\"ל")).containsExactly("he");
        assertThat(found("שלום")).containsExactly("he");
        assertThat(found("sanaa airports")).containsExactly("en");
        assertThat(found("US")).containsExactly("en");
        assertThat(found("cote")).containsExactly("en");
        assertThat(found("\"iran minister\"")).containsExactly("en");
    }

    @Test
    void singular_and_plural_are_one_but_other_words_are_not() {
        put(story("a", "Churches of the cities", "Boxes."), story("b", "Hamas", "News."), story("c", "Crisis", "Bus."));
        assertThat(found("church")).containsExactly("a");
        assertThat(found("city")).containsExactly("a");
        assertThat(found("box")).containsExactly("a");
        assertThat(found(SearchQuery.text("hama").literally())).isEmpty();
        assertThat(found(SearchQuery.text("new").literally())).isEmpty();
        assertThat(found("buses")).containsExactly("c");
    }

    @Test
    void a_long_text_is_cut_and_said_to_be() {
        put(story("a", "Ferry", "Sinks."));
        assertThat(find("ferry " + "x".repeat(1 << 20))).isCut();
        assertThat(found("ferry " + "x ".repeat(1 << 19))).containsExactly("a");
        assertThat(find("ferry " + "sinks ".repeat(70))).isCut();
    }

    @Test
    void as_many_words_as_are_read_may_all_be_known() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            body.append("word")
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append("s ");
        }
        put(story("a", "Headline", body.toString()), story("b", "Other", "wordaa"));
        assertThat(find(body.toString())).isCut().containsExactly("a");
        assertThat(found("-" + body.toString().strip().replace(" ", " -"))).isEmpty();
        assertThat(found("\"" + body + "\"")).containsExactly("a");
    }
}
