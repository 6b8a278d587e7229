package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.Synonyms;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order it shows them. */
abstract class OrderTests extends SearchTests {
    @Test
    @Rule({"S-05", "S-07"})
    void the_headline_is_stronger_than_the_body() {
        put(
                story("body", "A quiet day", "In town the ferry came late, as it does."),
                story("headline", "Ferry late", "In town it came as it does, on a quiet day."));
        SearchPage page = find("ferry");
        assertThat(page).containsExactly("headline", "body");
        assertThat(page).ranks("headline").above("body").because("S-05", "S-07");
        assertThat(page).ranks("body").hasPart("S-07", 0);
    }

    @Test
    @Rule("S-06")
    void words_that_stand_together_come_first() {
        put(
                story("apart", "Evening", "The oil was sold. Far away and much later the price of fish rose a little."),
                story(
                        "together",
                        "Evening",
                        "The fish was sold. Far away and much later the oil price rose a little."));
        SearchPage page = find("oil price");
        assertThat(page).containsExactly("together", "apart");
        assertThat(page).ranks("together").above("apart").because("S-06");
        assertThat(page).ranks("apart").hasPart("S-06", 0);
    }

    @Test
    @Rule("S-08")
    void the_newer_of_equals_comes_first_and_recency_is_bounded() {
        put(
                SampleArticles.article("month")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(30)))
                        .build(),
                SampleArticles.article("now").headline("Ferry").build(),
                SampleArticles.article("year")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(365)))
                        .build());
        SearchPage page = find("ferry");
        assertThat(page).containsExactly("now", "month", "year");
        List<Ranked<SearchHit>> hits = page.hits();
        double text = parts(hits.get(0), "S-05") + parts(hits.get(0), "S-07");
        assertThat(page).ranks("now").hasPart("S-08", text * 0.1).above("month").because("S-08");
        assertThat(page)
                .ranks("month")
                .hasPart("S-08", text * 0.05)
                .above("year")
                .because("S-08");
        assertThat(parts(hits.get(2), "S-08")).isBetween(text * 1e-9, text * 0.001);
        clock.advance(Duration.ofDays(10_000));
        SearchPage later = find("ferry");
        assertThat(later).containsExactly("now", "month", "year");
        assertThat(later)
                .places()
                .allSatisfy(hit -> assertThat(parts(hit, "S-08")).isZero());
        assertThat(later).ranks("now").above("month").onATie().above("year").onATie();
    }

    @Test
    @Rule("S-11")
    void what_the_best_have_in_common_speaks_for_others() {
        for (int i = 0; i < 60; i++) {
            put(story("filler" + i, "Day " + i, "Nothing of the kind was seen in the " + i + "th week."));
        }
        for (int i = 0; i < 4; i++) {
            put(story("best" + i, "Ferry aground", "The ferry lost its propeller, and a tug towed the ferry."));
        }
        put(
                story("other", "Evening", "A ferry was sold for scrap at noon, and nobody on the quay bade farewell."),
                story("alike", "Evening", "A ferry came for its propeller at noon, and nobody called the second tug."));
        SearchPage page = find("ferry");
        assertThat(page).hasTotal(6);
        assertThat(page).ranks("alike").above("other").because("S-11");
    }

    @Test
    @Rule("S-13")
    void a_name_is_found_in_its_other_spellings_behind_the_one_typed() {
        put(
                story("typed", "A talk", "In the end Soleimani spoke for an hour, and then he left the town."),
                story("other", "A talk", "In the end Suleimani spoke for an hour, and then he left the town."),
                story("native", "دیدار", "سلیمانی دیروز یک ساعت سخن گفت"),
                story("none", "A talk", "In the end Salman spoke for an hour, and then he left the town."));
        SearchPage page = find("Soleimani");
        assertThat(found("Soleimani"))
                .containsExactlyInAnyOrder("typed", "other", "native")
                .startsWith("typed");
        assertThat(found("سلیمانی"))
                .containsExactlyInAnyOrder("typed", "other", "native")
                .startsWith("native");
        assertThat(page).ranks("typed").above("other").because("S-05");
    }

    @Test
    @Rule("S-13")
    void everyday_words_are_no_spellings_of_a_name() {
        put(
                story("en", "Ali and Khan meet", "They met in Sanaa."),
                story("ar", "كان في السوق هذه السنة", "ذهبت إلى السوق على عجل."),
                story("he", "השנה הוא כאן", "הוא אומר שהוא עדיין כאן."),
                story("fa", "امسال همه در خانه بودند", "یک سال در خانه."));
        for (String name : List.of("Ali", "Khan", "Sanaa", "Hama", "Dar", "Aden")) {
            assertThat(found(name)).as(name).isSubsetOf("en");
        }
    }

    @Test
    @Rule("S-13")
    void a_place_is_no_spelling_of_whom_it_is_named_after() {
        put(
                story("person", "Soleimani spoke", "It was a short talk."),
                story("place", "Solar farm opens outside Sulaymaniyah", "It is large."),
                story("native", "السليمانية تفتح مطارها", "المطار كبير."));
        assertThat(found("Suleimani")).containsExactly("person");
        assertThat(found("Sulaymaniyya")).containsExactlyInAnyOrder("place", "native");
    }

    @Test
    @Rule("S-13")
    void rare_spellings_of_a_name_count_no_more_than_the_one_typed() {
        put(story("other", "Suleimani", "Suleimani spoke to Suleimani of Suleimani."));
        for (int i = 0; i < 20; i++) {
            put(story("typed" + i, "Talk number " + i, "In the end Soleimani spoke."));
        }
        assertThat(found("Soleimani")).hasSize(20).doesNotContain("other");
        assertThat(find("Soleimani")).hasTotal(21);
    }

    @Test
    @Rule("S-13")
    void names_are_found_in_four_scripts() {
        put(
                story("en", "Netanyahu speaks", "It was a short talk."),
                story("ar", "نتنياهو يتحدث", "كانت كلمة قصيرة."),
                story("fa", "سخنرانی نتانیاهو", "این یک گفتگوی کوتاه بود."),
                story("he", "נתניהו נואם", "זה היה נאום קצר."),
                story("none", "Nathaniel speaks", "It was a long talk."));
        for (String name : List.of("Netanyahu", "نتنياهو", "نتانیاهو", "נתניהו")) {
            assertThat(found(name)).as(name).containsExactlyInAnyOrder("en", "ar", "fa", "he");
        }
        assertThat(found("Netanyahu")).startsWith("en");
        assertThat(found("נתניהו")).startsWith("he");
    }

    @Test
    @Rule("S-19")
    void what_means_the_same_here_is_found_from_the_next_query_on() {
        put(
                story("short", "Ministry", "The IRGC denied it on Monday."),
                story("long", "Ministry", "A Revolutionary Guard denied it on Monday."),
                story("apart", "Ministry", "A guard denied on Monday that it was revolutionary."),
                story("none", "Ministry", "Nobody denied it on Monday."));
        assertThat(found("IRGC")).containsExactly("short");
        search.use(SearchPolicy.defaults()
                .synonyms(Synonyms.none().and("IRGC", "Revolutionary Guards").and("Tehran", "Iranian capital")));
        SearchPage page = find("irgc denied");
        assertThat(page).containsExactly("short", "long").hasAllWordsIn(2);
        assertThat(find("irgc")).ranks("short").above("long").because("S-05");
        assertThat(find("Revolutionary Guards denied on Monday")).hasTotal(4);
        assertThat(found("revolutionary guards").subList(0, 2)).containsExactlyInAnyOrder("long", "short");
        assertThat(found("\"IRGC\"")).containsExactly("short");
        assertThat(found("Monday -IRGC")).doesNotContain("short").contains("long");
        assertThat(search.find(SearchQuery.text("IRGC")).hits().get(1).item().snippetHtml())
                .contains("<mark>Revolutionary");
        search.use(SearchPolicy.defaults());
        assertThat(found("IRGC")).containsExactly("short");
    }

    @Test
    @Rule("S-09")
    void equal_articles_stand_newer_first_then_by_id() {
        List<Article> same = new ArrayList<>();
        for (String id : List.of("b", "a", "c", "\uD83D\uDE00", "\uFF5E")) {
            same.add(SampleArticles.article(id).headline("Same").build());
        }
        same.add(SampleArticles.article("older")
                .headline("Same")
                .publishedAt(NOW.minusNanos(1))
                .build());
        search.put(same);
        List<String> expected = same.stream()
                .sorted(Listed.NEWEST_FIRST)
                .map(article -> article.id().value())
                .toList();
        assertThat(found("")).isEqualTo(expected);
        assertThat(found(SearchQuery.text("same").sort(SearchQuery.Sort.NEWEST)))
                .isEqualTo(expected);
        assertThat(search.find(SearchQuery.text("same").sort(SearchQuery.Sort.NEWEST)))
                .isTotallyOrdered();
        assertThat(found(SearchQuery.text("same"))).isEqualTo(expected);
    }

    @Test
    void newest_first_shows_all_words_and_relaxes_below_a_page() {
        put(
                SampleArticles.article("one").headline("Ferry").build(),
                SampleArticles.article("two")
                        .headline("Ferry to Fao")
                        .publishedAt(NOW.minusSeconds(9))
                        .build());
        SearchQuery query = SearchQuery.text("ferry fao").sort(SearchQuery.Sort.NEWEST);
        assertThat(found(query.page(0, 1))).containsExactly("two");
        assertThat(found(query.page(1, 1))).isEmpty();
        put(SampleArticles.article("three").headline("Fao").build());
        assertThat(found(query.page(0, 2))).containsExactly("three", "one");
    }

    private static double parts(Ranked<SearchHit> hit, String rule) {
        return hit.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::part)
                .sum();
    }
}
