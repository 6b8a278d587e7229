package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.taxonomy.Section;
import dev.byline.text.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Sites that nobody on this project wrote; needs the folder that the system property byline.data names. */
class MarkdownRealFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Path folder = Path.of("");

    @BeforeEach
    void findsTheFolder() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "system property byline.data is not set");
        folder = Path.of(data);
    }

    private Wxrs.Result digitalGov(ImportOptions options) {
        return read(ContentSource.archive(folder.resolve("digitalgov/digitalgov-news-topics-authors.tar.gz")), options);
    }

    private static Wxrs.Result read(ContentSource source, ImportOptions options) {
        List<Item> items = new ArrayList<>();
        ImportReport report = MarkdownReader.with(options).read(source, items::add);
        assertThat(report.refused()).as(report.toString()).isFalse();
        return new Wxrs.Result(report, items);
    }

    @Test
    void readsDigitalGovFromItsArchive() throws IOException {
        Wxrs.Result result = digitalGov(ImportOptions.defaults().withAt(NOW));
        assertThat(result.report().counts())
                .containsOnly(
                        Map.entry(Counted.ARTICLES, 2_083L),
                        Map.entry(Counted.AUTHORS, 1_043L),
                        Map.entry(Counted.REDIRECTS, 9L),
                        Map.entry(Counted.AUTHOR_FILES, 1_044L),
                        Map.entry(Counted.TAG_FILES, 52L));
        assertThat(result.report().skipped())
                .containsEntry("head of a section, which is no article", 1L)
                .containsEntry("expiry date that had passed, so the article stays public", 1_634L);
        assertThat(result.report().problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING))
                .allSatisfy(problem -> assertThat(problem.where()).isEqualTo("slug"))
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());

        List<Article> articles = result.articles();
        assertThat(articles).filteredOn(article -> article.isPublic(NOW)).hasSize(2_082);
        assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(articles).extracting(Article::slug).doesNotHaveDuplicates();
        Set<String> ids = new HashSet<>(
                articles.stream().map(article -> article.id().value()).toList());
        assertThat(ids).containsAll(idsOfTheOther());
        assertThat(articles)
                .allSatisfy(article -> assertThat(article.body()).doesNotContain("{{<", "{{%", "&lt;figure"));
        assertThat(articles)
                .filteredOn(article -> article.sections().equals(List.of(Section.of("news", "Blogs"))))
                .hasSizeGreaterThan(2_000);
    }

    /** The ids of the posts that others made JSON of: all but four, which they left out. */
    private Set<String> idsOfTheOther() throws IOException {
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("digitalgov/articles.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(JsonMapper.shared().readTree(line).path("id").asString());
            }
        }
        assertThat(ids).hasSize(2_079);
        return ids;
    }

    @Test
    void namesTheTopicsAndAuthorsOfDigitalGov() {
        Wxrs.Result result = digitalGov(ImportOptions.defaults());
        Map<String, String> names = new java.util.HashMap<>();
        result.articles().forEach(article -> article.tags().forEach(tag -> names.put(tag.key(), tag.name())));
        assertThat(names).containsEntry("application-programming-interface", "Application programming interface");
        assertThat(names.values()).filteredOn(name -> name.contains("-")).hasSizeLessThan(5);
        Set<Author> known = new HashSet<>(result.authors());
        long unknown = result.articles().stream()
                .flatMap(article -> article.authors().stream())
                .distinct()
                .filter(author -> !known.contains(author))
                .count();
        assertThat(unknown).isLessThan(10);
    }

    @Test
    void fortyOneDatesOfDigitalGovHaveNoZone() {
        ImportOptions utc = ImportOptions.defaults();
        Map<String, Instant> dates = new java.util.HashMap<>();
        for (Article article : digitalGov(utc).articles()) {
            dates.put(article.id().value(), java.util.Objects.requireNonNull(article.publishedAt()));
        }
        List<Article> elsewhere =
                digitalGov(utc.withZone(ZoneId.of("Asia/Riyadh"))).articles();
        assertThat(elsewhere)
                .filteredOn(article ->
                        !java.util.Objects.equals(dates.get(article.id().value()), article.publishedAt()))
                .hasSize(41);
    }

    @Test
    void honouringExpiryUnpublishesThoseAndOnlyThose() {
        List<Article> articles = digitalGov(ImportOptions.defaults().withAt(NOW).withHonourExpiry(true))
                .articles();
        assertThat(articles).filteredOn(article -> article.expiresAt() != null).hasSize(1_634);
        assertThat(articles)
                .filteredOn(article -> !article.isPublic(NOW))
                .allSatisfy(article -> assertThat(article.expiresAt() != null
                                || article.status() == dev.byline.article.ArticleStatus.DRAFT)
                        .isTrue());
    }

    @Test
    void readsEveryJekyllFile() throws IOException {
        Wxrs.Result result = read(ContentSource.folder(folder.resolve("jekyll")), ImportOptions.defaults());
        assertThat(result.report().counts())
                .containsOnly(Map.entry(Counted.ARTICLES, 51L), Map.entry(Counted.REDIRECTS, 1L));
        assertThat(result.report().problems())
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        "2023-01-29-jekyll-3-9-3-released.markdown",
                        3,
                        "date",
                        "is no date: \"2023-01-29 18:30:22 2023 -0800\""));
        assertThat(result.article("2023-01-29-jekyll-3-9-3-released").publishedAt())
                .isEqualTo("2023-01-29T00:00:00Z");
        assertThat(result.article("2014-05-06-jekyll-turns-2-0-0").publishedAt())
                .isEqualTo("2014-05-06T00:00:00Z");
        assertThat(result.article("2013-05-08-jekyll-1-0-1-released").publishedAt())
                .isEqualTo("2013-05-08T21:46:11Z");
        assertThat(result.articles())
                .allSatisfy(article -> assertThat(article.isPublic(NOW)).isTrue())
                .allSatisfy(article -> assertThat(article.headline()).isNotBlank())
                .allSatisfy(article -> assertThat(article.authors()).hasSize(1))
                .allSatisfy(article -> assertThat(article.sections()).isNotEmpty())
                .allSatisfy(article -> assertThat(PlainText.of(article.body())).isNotBlank());
        assertThat(result.articles())
                .filteredOn(article -> article.sections().contains(Section.of("release", "release")))
                .hasSize(44);
        try (Stream<Path> files = Files.list(folder.resolve("jekyll"))) {
            for (Path file : files.toList()) {
                Wxrs.Result alone = read(ContentSource.file(file), ImportOptions.defaults());
                assertThat(alone.articles()).as(file.toString()).hasSize(1);
            }
        }
    }
}
