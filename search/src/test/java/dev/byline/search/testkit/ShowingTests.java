package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.article.Image;
import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page of results shows. */
abstract class ShowingTests extends SearchTests {
    @Test
    void a_hit_holds_what_a_list_prints() {
        put(SampleArticles.article("a")
                .slug("ferry-sinks")
                .headline("Ferry sinks")
                .body("<p>All were saved.</p>")
                .sections(SampleArticles.BUSINESS)
                .regions(SampleArticles.IRAQ)
                .primary("iq")
                .language(Language.of("en"))
                .publishedAt(NOW.minusNanos(1_234_567))
                .image(Image.of("https://news.example/ferry.jpg", "A ferry"))
                .build());
        assertThat(search.find(SearchQuery.text("ferry")).hits().get(0).item())
                .isEqualTo(new SearchHit(
                        ArticleId.of("a"),
                        "ferry-sinks",
                        "Ferry sinks",
                        "<mark>Ferry</mark> sinks",
                        "All were saved.",
                        NOW.minusNanos(1_234_567),
                        "Iraq",
                        Language.of("en"),
                        Image.of("https://news.example/ferry.jpg", "A ferry")));
    }

    @Test
    void highlights_are_safe_and_keep_phrases_whole() {
        put(story(
                "a",
                "<script>alert('x')</script> & \"bridge\"",
                "<p>Long ago. The bridge closed at nine &lt;b&gt;sharp&lt;/b&gt;.</p>"));
        SearchHit hit =
                search.find(SearchQuery.text("\"bridge closed\"")).hits().get(0).item();
        assertThat(hit.headline()).isEqualTo("<script>alert('x')</script> & \"bridge\"");
        assertThat(hit.headlineHtml())
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;bridge&quot;");
        assertThat(hit.snippetHtml()).isEqualTo("…The <mark>bridge closed</mark> at nine &lt;b&gt;sharp&lt;/b&gt;.");
        assertThat(search.find(SearchQuery.text("script bridges"))
                        .hits()
                        .get(0)
                        .item()
                        .headlineHtml())
                .startsWith("&lt;<mark>script</mark>&gt;")
                .endsWith("&quot;<mark>bridge</mark>&quot;");
    }

    @Test
    void a_snippet_of_a_long_sentence_is_short() {
        put(story("a", "Long", "word ".repeat(5000) + "needle " + "word ".repeat(5000)));
        String snippet =
                search.find(SearchQuery.text("needle")).hits().get(0).item().snippetHtml();
        assertThat(snippet)
                .contains("<mark>needle</mark>")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(400);
        assertThat(search.find(SearchQuery.text("long")).hits().get(0).item().snippetHtml())
                .startsWith("word word")
                .hasSizeLessThan(600);
    }

    @Test
    void pages_partition_what_was_found() {
        search.put(SampleArticles.published(230, 3));
        List<String> whole = new ArrayList<>();
        whole.addAll(found(SearchQuery.text("story bridge").page(0, 100)));
        whole.addAll(found(SearchQuery.text("story bridge").page(1, 100)));
        whole.addAll(found(SearchQuery.text("story bridge").page(2, 100)));
        long total = search.find(SearchQuery.text("story bridge")).total();
        assertThat(whole).hasSize((int) total).doesNotHaveDuplicates();
        List<String> pieces = new ArrayList<>();
        for (int page = 0; page <= total / 7; page++) {
            pieces.addAll(found(SearchQuery.text("story bridge").page(page, 7)));
        }
        assertThat(pieces).isEqualTo(whole);
        assertThat(search.find(SearchQuery.text("story").page(Integer.MAX_VALUE, 100)))
                .isEmpty()
                .hasTotal(230);
    }

    @Test
    void a_page_echoes_its_query_and_explains_itself() {
        search.put(SampleArticles.published(100, 5));
        SearchQuery query = SearchQuery.text("farmers \"the council said\" iran bridge");
        SearchPage page = search.find(query);
        assertThat(page.query()).isSameAs(query);
        assertThat(page).isNotCut().isNotEmpty().isTotallyOrdered().addsUp();
        assertThat(page).places().extracting(Ranked::unit).containsOnly("relevance");
    }
}
