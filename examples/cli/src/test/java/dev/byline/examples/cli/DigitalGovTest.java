package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleSummary;
import dev.byline.article.NeighbourQuery;
import dev.byline.examples.cli.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real site of some two thousand posts, imported from its archive in one command. */
class DigitalGovTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    static Path folder;

    private static Path archive = Path.of("");
    private static String imported = "";

    @BeforeAll
    static void importTheArchive() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        archive = Path.of(data, "digitalgov", "digitalgov-news-topics-authors.tar.gz");
        assumeTrue(Files.isReadable(archive), "no " + archive.getFileName() + " in byline.data");
        imported = run().succeeds().out();
    }

    private static Run run(String... options) {
        String[] args = new String[4 + options.length];
        args[0] = "import";
        args[1] = "--site";
        args[2] = folder.toString();
        args[3] = archive.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Run.of(args);
    }

    @Test
    void everything_is_counted_and_nothing_is_left_out() {
        assertThat(imported)
                .contains("2083 articles, 1043 authors, 9 redirects, 1044 author files, 52 topic files")
                .contains("skipped: 1634 × expiry date that had passed, so the article stays public")
                .contains("skipped: 1 × head of a section, which is no article")
                .contains("articles 2083 new, 0 changed, 0 as before")
                .doesNotContain("left out", "fatal");
    }

    @Test
    void next_reaches_each_published_post_exactly_once() {
        try (Site site = Site.read(folder)) {
            Set<String> open = open(site);
            assertThat(open).hasSize(2_082);
            ArticleSummary next = oldest(site);
            Set<String> walked = new HashSet<>();
            while (next != null) {
                assertThat(walked.add(next.id().value())).as("%s again", next).isTrue();
                next = site.articles().neighbours(next, NeighbourQuery.at(NOW)).next();
            }
            assertThat(walked).isEqualTo(open);
        }
    }

    private static Set<String> open(Site site) {
        try (Stream<Article> all = site.articles().stream()) {
            return all.filter(article -> article.isPublic(NOW))
                    .map(article -> article.id().value())
                    .collect(Collectors.toSet());
        }
    }

    private static @Nullable ArticleSummary oldest(Site site) {
        ArchiveCursor cursor = null;
        ArticleSummary oldest = null;
        do {
            ArchivePage page =
                    site.articles().page(ArchiveQuery.at(NOW).limit(100).after(cursor));
            for (ArticleSummary article : page.articles()) {
                oldest = article;
            }
            cursor = page.next();
        } while (cursor != null);
        return oldest;
    }

    @Test
    void a_second_time_changes_nothing_and_expiry_unpublishes_where_asked() {
        assertThat(run().succeeds().out()).contains("The site has all of it already; nothing was changed.");
        Set<String> before;
        try (Site site = Site.read(folder)) {
            before = open(site);
        }
        JsonNode honoured = run("--honour-expiry", "--json").succeeds().json();
        assertThat(honoured.path("changes").path("articles").path("replaced").asInt())
                .isEqualTo(1_634);
        try (Site site = Site.read(folder)) {
            Set<String> gone = new HashSet<>(before);
            gone.removeAll(open(site));
            assertThat(gone).hasSize(1_634);
            try (Stream<Article> all = site.articles().stream()) {
                assertThat(all.filter(article -> gone.contains(article.id().value())))
                        .allSatisfy(article -> assertThat(article.expiresAt()).isNotNull());
            }
        }
        run().succeeds();
        try (Site site = Site.read(folder)) {
            assertThat(open(site)).isEqualTo(before);
        }
    }
}
