package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page of an article that is there in several languages. */
class TranslatedPageTest {
    private static final String ARTICLES = """
            {"type":"article","article":{"id":"1","status":"published","slug":"bridge","headline":"Bridge","body":"",\
            "publishedAt":"2026-10-05T08:30:00Z","language":"en","translationGroup":"bridge"}}
            {"type":"article","article":{"id":"2","status":"published","slug":"جسر","headline":"جسر","body":"",\
            "publishedAt":"2026-10-06T08:30:00Z","language":"ar","translationGroup":"bridge"}}
            {"type":"article","article":{"id":"3","status":"published","slug":"gesher","headline":"גשר","body":"",\
            "publishedAt":"2026-10-08T08:30:00Z","language":"he","translationGroup":"bridge"}}
            {"type":"article","article":{"id":"4","status":"published","slug":"ferry","headline":"Ferry","body":"",\
            "publishedAt":"2026-10-05T08:30:00Z","language":"en"}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        open("https://news.example");
    }

    private void open(String address) throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.jsonl"),
                "{\"type\":\"site\",\"publication\":{\"name\":\"News\",\"baseUrl\":\"" + address
                        + "\",\"language\":\"en\",\"zone\":\"UTC\"}}\n" + ARTICLES);
        Run.of("import", "--site", site(), file.toString()).succeeds();
    }

    private String site() {
        return folder.resolve("site").toString();
    }

    private Run page(String slug, String now, String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(new String[] {"page", slug, "--site", site(), "--now", now}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return Run.of(words).succeeds();
    }

    private Document html(String slug, String now) throws IOException {
        Path file = folder.resolve("page.html");
        page(slug, now, "--html", file.toString());
        return Jsoup.parse(file, "UTF-8");
    }

    @Test
    void it_leads_to_the_other_languages_that_are_public() {
        assertThat(page("bridge", "2026-10-07T00:00:00Z").out()).contains("Also in: العربية\n");
        assertThat(page("bridge", "2026-10-09T00:00:00Z").out()).contains("Also in: العربية · עברית\n");
        assertThat(page("جسر", "2026-10-07T00:00:00Z").out()).contains("Also in: English\n");
        assertThat(page("bridge", "2026-10-06T00:00:00Z").out()).doesNotContain("Also in");
        assertThat(page("ferry", "2026-10-09T00:00:00Z").out()).doesNotContain("Also in");
    }

    @Test
    void its_json_names_each_language_and_itself() {
        JsonNode alternates =
                page("bridge", "2026-10-07T00:00:00Z", "--json").json().path("alternates");
        assertThat(alternates).hasSize(3);
        assertThat(alternates.get(0).path("language").asString()).isEqualTo("ar");
        assertThat(alternates.get(0).path("address").asString()).isEqualTo("https://news.example/%D8%AC%D8%B3%D8%B1");
        assertThat(alternates.get(1).path("address").asString()).isEqualTo("https://news.example/bridge");
        assertThat(alternates.get(2).path("language").asString()).isEqualTo("x-default");
        JsonNode lone = page("ferry", "2026-10-07T00:00:00Z", "--json").json();
        assertThat(lone.path("alternates").isArray()).isTrue();
        assertThat(lone.path("alternates")).isEmpty();
    }

    @Test
    void its_head_says_so_to_search_engines() throws IOException {
        Document english = html("bridge", "2026-10-09T00:00:00Z");
        assertThat(english.head().select("link[rel=alternate]").eachAttr("hreflang"))
                .containsExactly("ar", "en", "he", "x-default");
        Element first = english.select("article a[hreflang]").get(0);
        assertThat(first.text()).isEqualTo("العربية");
        assertThat(first.attr("href")).isEqualTo("https://news.example/%D8%AC%D8%B3%D8%B1");
        assertThat(first.attr("lang") + first.attr("dir")).isEqualTo("arrtl");
        assertThat(html("gesher", "2026-10-09T00:00:00Z").head().select("link[rel=alternate]"))
                .hasSameSizeAs(english.head().select("link[rel=alternate]"));
        assertThat(html("ferry", "2026-10-09T00:00:00Z").select("[hreflang]")).isEmpty();
    }

    @Test
    void a_site_without_an_address_leads_readers_alone() throws IOException {
        open("");
        Document page = html("bridge", "2026-10-09T00:00:00Z");
        assertThat(page.head().select("link")).isEmpty();
        assertThat(page.select("article a[hreflang]").eachAttr("href"))
                .containsExactly("/%D8%AC%D8%B3%D8%B1", "/gesher");
        open("mailto:news@news.example");
        assertThat(html("bridge", "2026-10-09T00:00:00Z").select("[hreflang]")).isEmpty();
    }
}
