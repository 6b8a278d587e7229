package dev.byline.exchange;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.comment.Comment;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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

    /** The report on each file, its first line without the name; a file that is not here fails the test. */
    private static final Map<String, String> STRICT = Map.ofEntries(
            entry("blank-lines.xml", """
                    1 site, 1 article
                    warning: blank-lines.xml, line 9, post 1: is published, but has no date, and becomes a draft"""),
            entry("cdata-edge.xml", """
                    1 site, 1 article
                    warning: cdata-edge.xml, line 9, post 1: is published, but has no date, and becomes a draft"""),
            entry("co-authors-plus.xml", "1 site, 4 articles, 3 authors"),
            entry("crazy-cdata.xml", """
                    refused
                    fatal: crazy-cdata.xml, line 18: is not well-formed XML: The character sequence "]]>" must not \
                    appear in content unless used to mark the end of a CDATA section."""),
            entry("has-yoast-meta.xml", "1 site, 2 articles, 1 author"),
            entry("large-authors.xml", "1 site, 300 authors"),
            entry("malformed.xml", """
                    refused
                    fatal: malformed.xml, line 90: is not well-formed XML: The element type "notachanneltag" must be \
                    terminated by the matching end-tag "</notachanneltag>"."""),
            entry("namespace-edge-cases.xml", """
                    1 site, 5 articles, 2 authors, 2 categories
                    warning: namespace-edge-cases.xml, line 45, post 1: is published, but has no date, and becomes a draft
                    warning: namespace-edge-cases.xml, line 66, post 2: is published, but has no date, and becomes a draft
                    warning: namespace-edge-cases.xml, line 75, post 3: is published, but has no date, and becomes a draft
                    warning: namespace-edge-cases.xml, line 84, post 4: is published, but has no date, and becomes a draft
                    left out: namespace-edge-cases.xml, line 94, item: has no post id that is a number above zero
                    warning: namespace-edge-cases.xml, line 107, post 6: is published, but has no date, and becomes a draft"""),
            entry("posts-only.xml", """
                    1 site, 3 articles, 2 authors, 1 category
                    skipped: 1 × item of type "customcpt"
                    warning: posts-only.xml, line 48, post 4: has the picture "5", which the file does not hold
                    warning: posts-only.xml, line 70, post 14: has the picture "5", which the file does not hold"""),
            entry("sample.xml", """
                    refused
                    fatal: sample.xml, line 109: is not well-formed XML: The reference to entity "ixid" must end with \
                    the ';' delimiter."""),
            entry("slashes.xml", "1 site, 1 article, 1 comment, 2 authors, 1 category, 1 tag"),
            entry("small-export.xml", """
                    1 site, 6 articles, 5 pages, 1 comment, 3 authors, 30 categories, 3 tags
                    skipped: 1 × term of the taxonomy "post_format\""""),
            entry("term-formats.xml", "1 site, 2 categories, 3 tags"),
            entry("test-serialized-postmeta-with-cdata.xml", "1 site, 1 article, 1 author"),
            entry(THEME_TEST, """
                    1 site, 58 articles, 21 pages, 33 comments, 2 authors, 5 menus, 70 menu entries, 37 attachments, \
                    68 categories, 110 tags
                    skipped: 13 × term of the taxonomy "post_format\""""),
            entry("valid-wxr-1.0.xml", "1 site, 3 articles, 3 pages, 1 comment, 1 author, 5 categories, 4 tags"),
            entry("valid-wxr-1.1.xml", """
                    1 site, 1 article, 1 page, 1 comment, 1 author, 1 category, 1 tag
                    skipped: 1 × term of the taxonomy "post_tax\""""),
            entry("wxr-simple.xml", "1 site, 1 article, 1 author"));

    /** The report on those files that say something else to the lenient reader. */
    private static final Map<String, String> LENIENT =
            Map.of("crazy-cdata.xml", "1 article, 1 author", "sample.xml", """
            1 site, 3 articles, 1 page, 2 authors, 1 attachment, 1 category
            skipped: 1 × item of type "customcpt\"""");

    @TestFactory
    Stream<DynamicTest> importsOrRefusesEveryFile() throws IOException {
        Set<String> names = new TreeSet<>(STRICT.keySet());
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names.stream()
                .map(name -> dynamicTest(name, () -> {
                    check(name, false, STRICT.getOrDefault(name, "what is expected of this file is not stated yet"));
                    check(name, true, LENIENT.getOrDefault(name, STRICT.getOrDefault(name, "")));
                }));
    }

    private void check(String name, boolean lenient, String expected) {
        List<Item> items = new ArrayList<>();
        ImportReport report = WxrReader.with(ImportOptions.defaults().withLenient(lenient))
                .read(ContentSource.file(folder.resolve(name)), items::add);
        assertThat(report.toString()).isEqualTo(name + " (WXR): " + expected);
        if (report.refused()) {
            assertThat(items).isEmpty();
        }
        Map<Counted, Long> given = new EnumMap<>(Counted.class);
        items.forEach(item -> given.merge(Counted.of(item), 1L, Long::sum));
        assertThat(report.counts()).containsAllEntriesOf(given);
    }

    @Test
    void repairsAmpersandsAndCdataWhereAsked() {
        List<Article> articles = articles(lenient("sample.xml"));
        assertThat(articles).hasSize(3);
        assertThat(articles.get(1).image())
                .isNotNull()
                .satisfies(image -> assertThat(image.url()).endsWith("&fit=crop&w=1268&q=80"));
        Article crazy = articles(lenient("crazy-cdata.xml")).get(0);
        assertThat(crazy.body()).isEqualTo("<p>Content with nested <![CDATA[ tags ]]> :)</p>");
        assertThat(crazy.slug()).isEqualTo("hello-world");
    }

    @Test
    void coAuthorsComeInOrderAndNoneTwice() {
        assertThat(articles(strict("co-authors-plus.xml")))
                .extracting(
                        article -> article.authors().stream().map(Author::slug).toList())
                .containsExactly(
                        List.of("alice-smith", "bob-jones"),
                        List.of("alice-smith", "bob-jones", "carol-white"),
                        List.of("bob-jones"),
                        List.of("alice-smith", "bob-jones"));
    }

    @Test
    void takesWhatBelongsToWordPressWhateverItsPrefix() {
        List<Item> items = strict("namespace-edge-cases.xml");
        assertThat(articles(items))
                .extracting(article -> article.id().value(), Article::headline)
                .containsExactly(
                        tuple("1", "Mixed Namespaces"),
                        tuple("2", "No Prefix"),
                        tuple("3", "Empty Namespace"),
                        tuple("4", "Unicode Namespace"),
                        tuple("6", "Namespace Bomb"));
        assertThat(of(items, Item.Author.class))
                .extracting(item -> item.author().name())
                .containsExactly("real_user", "version_conflict");
    }

    @Test
    void leavesSlashesBreaksAndReferencesAsTheyStand() {
        List<Item> slashes = strict("slashes.xml");
        Article hello = articles(slashes).get(0);
        assertThat(hello.body()).isEqualTo("<p>Slashes aren\\'t \\\"cool\\\"</p>");
        assertThat(hello.sections().get(0).name()).isEqualTo("a \\\"great\\\" category");
        assertThat(hello.authors()).extracting(Author::slug).containsExactly("author");
        assertThat(comments(slashes).get(0).text()).isEqualTo("\\o/ ¯\\_(ツ)_/¯");
        for (String file : List.of("valid-wxr-1.0.xml", "valid-wxr-1.1.xml", "small-export.xml")) {
            assertThat(comments(strict(file)).get(0).text())
                    .startsWith("Hi, this is a comment.<br />To delete")
                    .contains("the post&#039;s comments");
        }
        assertThat(articles(strict("cdata-edge.xml")).get(0).body()).isEqualTo("<p>ends with sequence ]] ></p>");
        assertThat(articles(strict("blank-lines.xml")).get(0).body())
                .isEqualTo("<p>first paragraph</p>\n<p>second paragraph</p>");
        assertThat(articles(strict("wxr-simple.xml")).get(0).headline())
                .isEqualTo("\"The Road Not Taken\" by Robert Frost");
    }

    @Test
    void readsOldFilesWithoutAuthorsAndWithTermsTwice() {
        List<Item> items = strict("valid-wxr-1.0.xml");
        assertThat(of(items, Item.Author.class))
                .extracting(item -> item.author().slug())
                .containsExactly("admin");
        Article child = articles(items).get(2);
        Section parent = Section.of("parent", "parent");
        assertThat(child.sections()).containsExactly(new Section("child", "child", parent));
        assertThat(child.tags()).containsExactly(Tag.of("chicken", "chicken"), Tag.of("face", "face"));
        assertThat(of(items, Item.Page.class))
                .extracting(item -> item.page().slug(), item -> item.page().parent())
                .containsExactly(tuple("about", ""), tuple("child-post", "parent-page"), tuple("parent-page", ""));
        Article draft =
                articles(strict("test-serialized-postmeta-with-cdata.xml")).get(0);
        assertThat(draft.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(draft.publishedAt()).isNull();
        assertThat(draft.slug()).isEqualTo("my-entry-with-postmeta");
    }

    @Test
    void keepsStatusesSlugsAndDates() {
        List<Article> posts = articles(strict("posts-only.xml"));
        assertThat(posts)
                .extracting(Article::slug, Article::status, Article::publishedAt)
                .containsExactly(
                        tuple("draft-post.html", ArticleStatus.DRAFT, Instant.parse("2013-11-02T23:02:32Z")),
                        tuple("basic-post.html", ArticleStatus.PUBLISHED, Instant.parse("2013-06-07T03:00:44Z")),
                        tuple("another-post.html", ArticleStatus.PUBLISHED, Instant.parse("2012-06-07T03:00:44Z")));
        assertThat(posts)
                .allSatisfy(post ->
                        assertThat(post.sections()).containsExactly(Section.of("company-news", "Company News")));
        List<Item> small = strict("small-export.xml");
        assertThat(articles(small))
                .extracting(Article::status)
                .filteredOn(status -> status == ArticleStatus.PRIVATE)
                .hasSize(1);
        assertThat(of(small, Item.Page.class))
                .extracting(item -> item.page().slug(), item -> item.page().status())
                .contains(tuple("draft-page", ArticleStatus.DRAFT), tuple("child-page", ArticleStatus.PUBLISHED));
        assertThat(articles(small).get(5).sections()).hasSize(27);
        assertThat(articles(strict("has-yoast-meta.xml")))
                .extracting(Article::modifiedAt)
                .containsExactly(Instant.parse("2022-05-09T12:20:14Z"), Instant.parse("2022-05-10T12:20:14Z"));
    }

    private List<Item> strict(String file) {
        List<Item> items = new ArrayList<>();
        read(file, items);
        return items;
    }

    private List<Item> lenient(String file) {
        List<Item> items = new ArrayList<>();
        WxrReader.with(ImportOptions.defaults().withLenient(true))
                .read(ContentSource.file(folder.resolve(file)), items::add);
        return items;
    }

    private ImportReport read(String file, List<Item> items) {
        return WxrReader.with(ImportOptions.defaults()).read(ContentSource.file(folder.resolve(file)), items::add);
    }

    private static List<Article> articles(List<Item> items) {
        return of(items, Item.Article.class).stream().map(Item.Article::article).toList();
    }

    private static List<Comment> comments(List<Item> items) {
        return of(items, Item.Remark.class).stream().map(Item.Remark::comment).toList();
    }

    private static <T extends Item> List<T> of(List<Item> items, Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
