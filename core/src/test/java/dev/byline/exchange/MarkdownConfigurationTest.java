package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Hugo and Jekyll keep in a configuration of their own. */
class MarkdownConfigurationTest {
    private static final String POST = "---\ntitle: a\ndate: 2026-10-01\n---\nx\n";

    private static Wxrs.Result read(Map<String, String> files) {
        return Packs.read(
                MarkdownReader.with(ImportOptions.defaults()), ContentSource.archive("site.zip", Packs.zip(files)));
    }

    private static Map<String, String> site(String name, String configuration) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name, configuration);
        files.put("content/posts/a.md", POST);
        return files;
    }

    private static Publication publication(Wxrs.Result result) {
        return ((Item.Site) result.items().get(0)).publication();
    }

    @Test
    void readsHugosInToml() {
        Wxrs.Result result = read(site("hugo.toml", """
                baseURL = "https://tidings.example/"
                title = "The Tidings"
                languageCode = "en-gb"
                timeZone = "Asia/Baghdad"
                copyright = "© Tidings"
                [params]
                description = "News"
                """));
        assertThat(publication(result))
                .isEqualTo(new Publication(
                        "The Tidings",
                        "https://tidings.example",
                        "News",
                        null,
                        Language.of("en-gb"),
                        ZoneId.of("Asia/Baghdad"),
                        "© Tidings",
                        List.of()));
        assertThat(result.report().counts()).isEqualTo(Map.of(Counted.SITES, 1L, Counted.ARTICLES, 1L));
        assertThat(result.report().skipped()).isEmpty();
    }

    @Test
    void readsJekyllsInYaml() {
        Publication publication = publication(read(site("_config.yml", """
                title: The Tidings
                url: https://tidings.example
                baseurl: /news
                lang: ar
                """)));
        assertThat(publication.baseUrl()).isEqualTo("https://tidings.example/news");
        assertThat(publication.language()).isEqualTo(Language.of("ar"));
    }

    @Test
    void theHighestCounts() {
        Map<String, String> files = site("themes/x/config.toml", "title = 'Theme'\n");
        files.put("config/_default/hugo.toml", "title = 'Site'\n");
        assertThat(publication(read(files)).name()).isEqualTo("Site");
    }

    @Test
    void readsWhoTheAuthorsAreFromJekyllsData() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("_data/authors.yml", """
                mrose:
                  name: Michael Rose
                  bio: "Writes about *rivers*"
                  avatar: /michael.jpg
                  email: michael@tidings.example
                jane-doe:
                  name: Jane Doe
                nobody: 7
                """);
        files.put("sub/_data/authors.yml", "jane-doe: {name: Other}\n");
        files.put("_posts/2026-10-01-a.md", "---\ntitle: A\nauthors: [mrose, jane-doe, Third]\n---\nx\n");
        Wxrs.Result result = read(files);
        Author michael = new Author("michael-rose", "Michael Rose", "/michael.jpg", "Writes about *rivers*");
        assertThat(result.article().authors())
                .containsExactly(michael, Author.of("jane-doe", "Jane Doe"), Author.of("third", "Third"));
        assertThat(result.items()).contains(new Item.Author(michael));
        assertThat(result.toString()).doesNotContain("michael@");
        files.put("_data/authors.yml", "mrose: [\n");
        assertThat(read(files).report().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("_data/authors.yml, line 2: says of authors what is no YAML"));
    }

    @Test
    void whatCannotBeReadIsAWarningAndNoSiteAlone() {
        Wxrs.Result broken = read(site("hugo.toml", "title = \n"));
        assertThat(broken.articles()).hasSize(1);
        assertThat(broken.report().problems())
                .extracting(Problem::toString)
                .containsExactly("hugo.toml, line 1: has a configuration that is no TOML: a value is missing");
        assertThat(read(Map.of("hugo.toml", "title = 'Alone'\n")).report().refused())
                .isTrue();
    }
}
