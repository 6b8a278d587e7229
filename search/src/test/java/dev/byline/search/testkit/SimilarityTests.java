package dev.byline.search.testkit;

import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.Article;
import dev.byline.score.Similar;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which texts are like one. */
abstract class SimilarityTests extends SearchTests {
    @Test
    @Rule("S-10")
    void similar_texts_share_what_few_others_have() {
        Article flood =
                story("flood", "Tigris floods Basra", "The river Tigris rose above its banks in Basra on Monday.");
        Article flood2 =
                story("flood2", "Tigris falls again", "In Basra the river Tigris fell after the floods of Monday.");
        Article poetry = story("poetry", "A prize for poetry", "The jury on Monday chose a poet from Shiraz.");
        put(flood, flood2, poetry);
        List<Similar> similar = search.similarTo(flood, 5);
        assertThat(similar).extracting(one -> one.id().value()).containsExactly("flood2", "poetry");
        assertThat(similar.get(0).similarity()).isGreaterThan(5 * similar.get(1).similarity());
        assertThat(similar.get(0).terms()).contains("Tigris", "Basra", "river").doesNotContain("the", "The", "in");
        assertThat(similar.get(1).terms()).containsExactly("Monday");
        assertThat(search.similarTo(flood, 1)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> search.similarTo(flood, 0));
    }

    @Test
    @Rule("S-10")
    void similarity_is_a_number_from_0_to_1_that_means_the_same() {
        Article asked = story("asked", "Tigris floods Basra", "The river rose above its banks.");
        Article copy = story("copy", "Tigris floods Basra", "The river rose above its banks.");
        put(copy);
        assertThat(search.similarTo(asked, 3)).singleElement().satisfies(similar -> {
            assertThat(similar.similarity()).isCloseTo(1, within(1e-9));
            assertThat(similar.terms()).hasSizeLessThanOrEqualTo(10);
        });
        Article half = story("half", "Tigris floods Basra", "Teachers demand more pay this winter.");
        put(half);
        double small = similarity(asked, "half");
        search.put(SampleArticles.published(500, 9));
        double large = similarity(asked, "half");
        assertThat(large).isCloseTo(small, within(0.15));
        assertThat(similarity(asked, "copy")).isCloseTo(1, within(1e-9));
    }

    private double similarity(Article article, String id) {
        return search.similarTo(article, 10).stream()
                .filter(similar -> similar.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .similarity();
    }

    @Test
    @Rule("S-10")
    void similarity_is_sorted_symmetric_and_never_of_itself() {
        List<Article> articles = SampleArticles.published(40, 4);
        search.put(articles);
        for (Article one : articles.subList(0, 3)) {
            List<Similar> similar = search.similarTo(one, 40);
            assertThat(similar)
                    .isSortedAccordingTo(Comparator.comparingDouble(other -> -other.similarity()))
                    .allSatisfy(other -> {
                        assertThat(other.id()).isNotEqualTo(one.id());
                        assertThat(other.terms()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
                        Article back =
                                articles.get(Integer.parseInt(other.id().value().substring(1)));
                        assertThat(search.similarTo(back, 40))
                                .filteredOn(again -> again.id().equals(one.id()))
                                .singleElement()
                                .satisfies(again ->
                                        assertThat(again.similarity()).isCloseTo(other.similarity(), within(1e-9)));
                    });
        }
    }

    @Test
    void one_line_and_empty_posts_have_similar_ones_or_none() {
        put(story("a", "Ferry", ""), story("b", "Ferries", ""), story("c", "", ""));
        assertThat(search.similarTo(story("x", "Ferry", ""), 3))
                .extracting(one -> one.id().value())
                .containsExactly("b", "a");
        assertThat(search.similarTo(story("x", "", ""), 3)).isEmpty();
        assertThat(search.similarTo(story("x", "the of and", ""), 3)).isEmpty();
    }

    @Test
    void texts_in_arabic_and_hebrew_have_similar_ones() {
        put(
                story("ar1", "إيران تعلن حظر تصدير النفط", "قالت الحكومة إن الحظر يبدأ غدا"),
                story("ar2", "أسعار النفط ترتفع بعد حظر ايران", "ارتفعت الأسعار"),
                story("he1", "הממשלה אישרה את התקציב", "התקציב אושר בכנסת"),
                story("he2", "הכנסת דנה על התקציב", "דיון בכנסת"));
        assertThat(search.similarTo(story("x", "حظر النفط في إيران", ""), 2))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("ar1", "ar2");
        assertThat(search.similarTo(story("x", "התקציב בכנסת", ""), 2))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("he1", "he2");
    }

    @Test
    void rarity_goes_from_everywhere_to_nowhere() {
        assertThat(search.rarity("anything")).isEqualTo(1);
        search.put(IntStream.range(0, 50)
                .mapToObj(n -> story("s" + n, n % 10 == 0 ? "Ferry" : "Bridge", "Everywhere."))
                .toList());
        assertThat(search.rarity("everywhere")).isZero();
        assertThat(search.rarity("nowhere")).isEqualTo(1);
        assertThat(search.rarity("ferries")).isBetween(0.5, 0.99);
        assertThat(search.rarity("Bridge")).isBetween(0.001, search.rarity("ferry"));
        assertThat(search.rarity("the bridge ferry")).isEqualTo(1);
        assertThat(search.rarity("bridge ferry")).isEqualTo(search.rarity("ferry"));
        assertThat(search.rarity("?")).isEqualTo(1);
    }
}
