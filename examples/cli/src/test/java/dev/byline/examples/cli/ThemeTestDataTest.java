package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleSummary;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.examples.cli.site.Site;
import dev.byline.text.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real export, from the command line to every page. */
class ThemeTestDataTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    static Path folder;

    private static JsonNode imported;

    @BeforeAll
    static void importTheFile() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        Path file = Path.of(data, "wxr", "theme-test-data--themeunittestdata.wordpress.xml");
        assumeTrue(Files.isReadable(file), "no " + file.getFileName() + " in byline.data");
        imported = Run.of("import", "--site", folder.toString(), file.toString(), "--json")
                .succeeds()
                .json();
    }

    @Test
    void everything_is_counted() {
        JsonNode counts = imported.path("reports").get(0).path("counts");
        assertThat(counts.path("articles").asInt()).isEqualTo(58);
        assertThat(counts.path("pages").asInt()).isEqualTo(21);
        assertThat(counts.path("attachments").asInt()).isEqualTo(37);
        assertThat(counts.path("menuEntries").asInt()).isEqualTo(70);
        assertThat(counts.path("menus").asInt()).isEqualTo(5);
        assertThat(counts.path("authors").asInt()).isEqualTo(2);
        assertThat(counts.path("categories").asInt()).isEqualTo(68);
        assertThat(counts.path("tags").asInt()).isEqualTo(110);
        assertThat(counts.path("comments").asInt()).isEqualTo(33);
    }

    @Test
    void five_menus_are_nested_in_order() {
        JsonNode menus =
                Run.of("menu", "--site", folder.toString(), "--json").succeeds().json();
        List<Integer> sizes = new ArrayList<>();
        int[] kinds = new int[3];
        for (JsonNode menu : menus) {
            sizes.add(size(menu.path("entries"), kinds));
        }
        assertThat(sizes).containsExactlyInAnyOrder(23, 18, 18, 6, 5);
        assertThat(kinds).containsExactly(44, 23, 3);
    }

    private static int size(JsonNode entries, int[] kinds) {
        int size = 0;
        for (JsonNode entry : entries) {
            size += 1 + size(entry.path("entries"), kinds);
            String kind = entry.path("target").path("kind").asString();
            kinds[kind.equals("page") ? 0 : kind.equals("url") ? 1 : 2]++;
        }
        return size;
    }

    @Test
    void nothing_hidden_is_listed_and_next_visits_all_that_is_not() {
        try (Site site = Site.read(folder);
                Stream<Article> all = site.articles().stream()) {
            List<Article> articles = all.toList();
            Set<String> open = new HashSet<>();
            articles.stream().filter(article -> article.isPublic(NOW)).forEach(article -> open.add(article.slug()));
            assertThat(articles).hasSize(58);
            assertThat(articles).filteredOn(Article::passwordProtected).hasSize(1);
            assertThat(articles).filteredOn(Article::sticky).hasSize(1);
            assertThat(articles)
                    .filteredOn(article -> article.headline().isEmpty())
                    .hasSize(1);

            Set<String> listed = new HashSet<>();
            ArchiveCursor cursor = null;
            ArticleSummary oldest = null;
            do {
                ArchivePage page =
                        site.articles().page(ArchiveQuery.at(NOW).limit(7).after(cursor));
                for (ArticleSummary article : page.articles()) {
                    assertThat(listed.add(article.slug())).isTrue();
                    oldest = article;
                }
                cursor = page.next();
            } while (cursor != null);
            assertThat(listed).isEqualTo(open);

            Set<String> walked = new HashSet<>();
            while (oldest != null) {
                walked.add(oldest.slug());
                Neighbours beside = site.articles().neighbours(oldest, NeighbourQuery.at(NOW));
                oldest = beside.next();
            }
            assertThat(walked).isEqualTo(open);
        }
    }

    @Test
    void every_page_is_shown_whole() {
        List<Article> articles;
        try (Site site = Site.read(folder);
                Stream<Article> all = site.articles().stream()) {
            articles = all.toList();
        }
        try (Newsroom newsroom = Newsroom.read(folder, () -> NOW)) {
            for (Article article : articles) {
                PageAssembler pages = new PageAssembler(newsroom, !article.isPublic(NOW));
                NewsPage page = pages.page(article.slug());
                assertThat(page.article().headline()).isEqualTo(article.headline());
                assertThat(words(page.article().body())).isEqualTo(words(article.body()));
                assertThat(page.related()).hasSize(4);
                assertThat(page.popular()).hasSize(5);
                assertThat(PageHtml.of(page)).startsWith("<!DOCTYPE html>");
            }
        }
    }

    @Test
    void comments_keep_their_threads() {
        try (Newsroom newsroom = Newsroom.read(folder, () -> NOW)) {
            NewsPage page = new PageAssembler(newsroom, false).page("template-comments");
            assertThat(page.comments()).isNotEmpty().anyMatch(remark -> remark.depth() > 0);
        }
    }

    private static String words(String html) {
        return PlainText.of(html);
    }
}
