package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.Article;
import dev.byline.comment.Comment;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that nobody on this project wrote; needs the folder that the system property byline.data names. */
class WxrRealFilesTest {
    private static final String THEME_TEST = "theme-test-data--themeunittestdata.wordpress.xml";

    private Path folder = Path.of("");

    @BeforeEach
    void findsTheFolder() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "system property byline.data is not set");
        folder = Path.of(data, "wxr");
    }

    @Test
    void importsTheThemeUnitTestWithExactCounts() {
        List<Item> items = new ArrayList<>();
        ImportReport report = read(THEME_TEST, items);

        assertThat(report.refused()).as(report.toString()).isFalse();
        assertThat(report.counts())
                .containsEntry(Counted.ARTICLES, 58L)
                .containsEntry(Counted.PAGES, 21L)
                .containsEntry(Counted.ATTACHMENTS, 37L)
                .containsEntry(Counted.MENU_ENTRIES, 70L)
                .containsEntry(Counted.MENUS, 5L)
                .containsEntry(Counted.AUTHORS, 2L)
                .containsEntry(Counted.CATEGORIES, 68L)
                .containsEntry(Counted.TAGS, 110L)
                .containsEntry(Counted.COMMENTS, 33L)
                .containsEntry(Counted.SITES, 1L);
        assertThat(report.problems()).isEmpty();

        List<Article> articles = articles(items);
        assertThat(articles).hasSize(58).filteredOn(Article::sticky).hasSize(1);
        assertThat(articles).filteredOn(Article::passwordProtected).hasSize(1);
        assertThat(articles).filteredOn(article -> article.headline().isEmpty()).hasSize(1);
        assertThat(articles)
                .filteredOn(article -> article.isPublic(Instant.parse("2026-11-01T00:00:00Z")))
                .hasSize(55);
        assertThat(articles).filteredOn(article -> article.image() != null).hasSize(6);
        assertThat(articles).extracting(Article::slug).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheThreadsOfTheThemeUnitTest() {
        List<Item> items = new ArrayList<>();
        read(THEME_TEST, items);
        List<Comment> comments = comments(items);
        assertThat(comments).hasSize(33).extracting(Comment::id).doesNotHaveDuplicates();
        assertThat(comments)
                .filteredOn(comment -> comment.kind() != Comment.Kind.COMMENT)
                .hasSize(4);
        assertThat(comments).filteredOn(comment -> comment.parent() != null).hasSize(10);
        for (Article article : articles(items)) {
            assertThat(comments)
                    .filteredOn(comment -> comment.article().equals(article.id())
                            && comment.state() == dev.byline.comment.CommentState.APPROVED)
                    .hasSize(article.commentCount());
        }
    }

    @Test
    void nestsTheMenusOfTheThemeUnitTest() {
        List<Item> items = new ArrayList<>();
        read(THEME_TEST, items);
        List<Menu> menus = items.stream()
                .filter(Item.Navigation.class::isInstance)
                .map(item -> ((Item.Navigation) item).menu())
                .toList();
        assertThat(menus).extracting(Menu::size).containsExactlyInAnyOrder(23, 18, 18, 6, 5);
        Map<MenuTarget.Kind, Integer> targets = new EnumMap<>(MenuTarget.Kind.class);
        int deepest = 0;
        for (Menu menu : menus) {
            deepest = Math.max(deepest, walk(menu, targets));
        }
        assertThat(targets)
                .containsOnly(
                        Map.entry(MenuTarget.Kind.PAGE, 44),
                        Map.entry(MenuTarget.Kind.URL, 23),
                        Map.entry(MenuTarget.Kind.SECTION, 3));
        assertThat(deepest).isEqualTo(11);
    }

    /** Counts targets, checks that each line has a label, and tells how deep the menu is. */
    private static int walk(Menu menu, Map<MenuTarget.Kind, Integer> targets) {
        int levels = 0;
        Deque<List<Menu.Entry>> level = new ArrayDeque<>(List.of(menu.entries()));
        while (!level.isEmpty()) {
            List<Menu.Entry> below = new ArrayList<>();
            for (Menu.Entry entry : level.pop()) {
                assertThat(entry.label()).isNotBlank();
                targets.merge(entry.target().kind(), 1, Integer::sum);
                below.addAll(entry.entries());
            }
            levels++;
            if (!below.isEmpty()) {
                level.push(below);
            }
        }
        return levels;
    }

    @Test
    void importsOrRefusesEveryFile() throws IOException {
        List<String> refused = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                List<Item> items = new ArrayList<>();
                ImportReport[] report = new ImportReport[1];
                assertThatCode(() -> report[0] = read(name, items)).as(name).doesNotThrowAnyException();
                Problem fatal = report[0].fatal();
                if (fatal == null) {
                    assertThat(report[0].count(Counted.ARTICLES))
                            .as(name)
                            .isEqualTo(articles(items).size());
                } else {
                    refused.add(name);
                    assertThat(items).as(name).isEmpty();
                    assertThat(fatal.line()).as(name).isPositive();
                    assertThat(fatal.message()).as(name).isNotBlank().doesNotContain("Exception", "\n");
                }
            }
        }
        assertThat(refused).containsExactly("crazy-cdata.xml", "malformed.xml", "sample.xml");
    }

    @Test
    void repairsBareAmpersandsWhereAsked() {
        List<Item> items = new ArrayList<>();
        ImportReport report = WxrReader.with(ImportOptions.defaults().withLenient(true))
                .read(ContentSource.file(folder.resolve("sample.xml")), items::add);
        assertThat(report.refused()).as(report.toString()).isFalse();
        assertThat(articles(items)).hasSize(3);
        assertThat(articles(items).get(1).image())
                .isNotNull()
                .satisfies(image -> assertThat(image.url()).endsWith("&fit=crop&w=1268&q=80"));
    }

    private ImportReport read(String file, List<Item> items) {
        return WxrReader.with(ImportOptions.defaults()).read(ContentSource.file(folder.resolve(file)), items::add);
    }

    private static List<Article> articles(List<Item> items) {
        return items.stream()
                .filter(Item.Article.class::isInstance)
                .map(item -> ((Item.Article) item).article())
                .toList();
    }

    private static List<Comment> comments(List<Item> items) {
        return items.stream()
                .filter(Item.Remark.class::isInstance)
                .map(item -> ((Item.Remark) item).comment())
                .toList();
    }
}
