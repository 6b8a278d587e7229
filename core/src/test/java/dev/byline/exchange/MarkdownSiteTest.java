package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.DATED;
import static dev.byline.exchange.Markdowns.document;
import static dev.byline.exchange.Markdowns.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.StaticPage;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several documents become, and what their places say. */
class MarkdownSiteTest {
    private static final String POST = document(DATED, "x");

    private static List<String> ids(Wxrs.Result result) {
        return result.articles().stream().map(article -> article.id().value()).toList();
    }

    @Test
    void whatCantBeReadIsAProblemAndTheOthersGoOn() {
        Wxrs.Result result = site("a.md", POST)
                .with("b.md", "---\na: [\n---\n")
                .with("c.md", "{\"a\": 1\n")
                .with("d.md", POST)
                .with("picture.jpg", "no text")
                .with("README.md", "# Read me")
                .read();
        assertThat(ids(result)).containsExactly("a", "d");
        assertThat(result.report().refused()).isFalse();
        assertThat(result.report().problems())
                .extracting(Problem::severity, Problem::document, Problem::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.ERROR, "b.md", 3L),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.ERROR, "c.md", 1L));
        assertThat(result.report().skipped())
                .containsOnly(
                        Map.entry("file that is no Markdown", 1L), Map.entry("Markdown without front matter", 1L));
    }

    @Test
    void aSourceWithoutAnyIsRefused() {
        Wxrs.Result result =
                site("README.md", "# a").with("b.md", "{\"a\": 1\n").read();
        assertThat(result.fatal().message()).isEqualTo("holds no Markdown with front matter that can be read");
        assertThat(new Markdowns.Site().read().fatal().document()).isEqualTo("site");
    }

    @Test
    void idsAreNamesOfFilesElsePaths() {
        Wxrs.Result result = site("news/2026/a.md", POST)
                .with("news/b/index.md", POST)
                .with("sport/a.md", POST)
                .with("sport/2026-10-01-c.markdown", POST)
                .with("sport/d.fa.md", POST)
                .read();
        assertThat(ids(result)).containsExactlyInAnyOrder("a", "b", "sport/a", "2026-10-01-c", "d.fa");
        assertThat(result.articles()).extracting(Article::slug).containsExactlyInAnyOrder("a", "b", "a-2", "c", "d");
        assertThat(result.report().problems())
                .extracting(Problem::toString)
                .containsExactly("sport/a.md, line 1, slug: is \"a\", which is taken, and becomes \"a-2\"");
    }

    @Test
    void whatComesLaterKeepsTheIdsOfWhatWasThere() {
        Markdowns.Site site = site("2026/a.md", POST).with("2026/b.md", POST);
        assertThat(ids(site.read())).containsExactly("a", "b");
        assertThat(ids(site.with("2027/a.md", POST).read())).containsExactly("a", "b", "2027/a");
    }

    @Test
    void aDocumentThatIsThereTwiceCountsOnce() {
        ContentSource twice = new ContentSource() {
            @Override
            public String name() {
                return "twice";
            }

            @Override
            public void visit(Visitor visitor) throws java.io.IOException {
                site("a.md", POST).visit(visitor);
                site("a.md", POST).visit(visitor);
            }
        };
        List<Item> items = new java.util.ArrayList<>();
        ImportReport report = MarkdownReader.with(ImportOptions.defaults()).read(twice, items::add);
        assertThat(items).hasSize(1);
        assertThat(report.problems()).extracting(Problem::toString).containsExactly("a.md: is there a second time");
    }

    @Test
    void documentsOfAuthorsTopicsAndSectionsGiveNames() {
        Wxrs.Result result = site(
                        "content/news/a.md", document(DATED + "authors: [jane, bob]\ntopics: [api, open-data]\n", "x"))
                .with("content/news/_index.md", document("title: Latest News\n", ""))
                .with("content/authors/_index.md", document("title: Authors\n", ""))
                .with("content/authors/jane/_index.md", document("display_name: Jane Doe\nslug: jane\n", "A *writer*."))
                .with("content/authors/bob.md", document("first_name: Bob\nlast_name: Roe\nbio: Edits.\n", ""))
                .with("content/topics/api/_index.md", document("title: Application Programming Interface\n", ""))
                .read();
        Author jane = new Author("jane", "Jane Doe", "", "A writer.");
        Author bob = new Author("bob", "Bob Roe", "", "Edits.");
        assertThat(result.authors()).containsExactly(bob, jane);
        assertThat(result.article().authors()).containsExactly(jane, bob);
        assertThat(result.article().tags())
                .containsExactly(Tag.of("api", "Application Programming Interface"), Tag.of("open-data", "open-data"));
        assertThat(result.article().sections()).containsExactly(Section.of("news", "Latest News"));
        assertThat(result.report().counts())
                .containsOnly(
                        Map.entry(Counted.ARTICLES, 1L),
                        Map.entry(Counted.AUTHORS, 2L),
                        Map.entry(Counted.AUTHOR_FILES, 3L),
                        Map.entry(Counted.TAG_FILES, 1L));
        assertThat(result.report().skipped()).containsOnly(Map.entry("head of a section, which is no article", 1L));
    }

    @Test
    void articlesAboutPeopleAreNoAuthors() {
        Wxrs.Result result = site("content/people/a-life.md", POST)
                .with("content/people/jane/_index.md", document("title: Jane Doe\n", ""))
                .with("content/people/_index.md", document("title: People\n", ""))
                .read();
        assertThat(ids(result)).containsExactly("a-life");
        assertThat(result.article().sections()).containsExactly(Section.of("people", "People"));
        assertThat(result.authors()).containsExactly(Author.of("jane", "Jane Doe"));
    }

    @Test
    void theFolderIsASectionOrRegionWhereNothingElseIs() {
        Wxrs.Result result = site("saudi-arabia/a.md", POST)
                .with("posts/2026/middle-east/b.md", POST)
                .with("sport/_posts/2026-10-01-c.md", POST)
                .with("_posts/2026-10-01-d.md", POST)
                .with("sport/e.md", document(DATED + "categories: [x]\n", ""))
                .read();
        assertThat(result.article("a").regions())
                .extracting(Region::key, Region::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sa", "Saudi Arabia"));
        assertThat(result.article("b").sections()).containsExactly(Section.of("middle-east", "Middle East"));
        assertThat(result.article("2026-10-01-c").sections()).containsExactly(Section.of("sport", "Sport"));
        assertThat(result.article("2026-10-01-d").sections()).isEmpty();
        assertThat(result.article("e").sections()).containsExactly(Section.of("x", "x"));
    }

    @Test
    void foldersThatOnlyWrapAreNoSections() {
        assertThat(site("export-main/a.md", POST)
                        .with("export-main/b.md", POST)
                        .read()
                        .articles())
                .allSatisfy(article -> assertThat(article.sections()).isEmpty());
        // Below "content" each folder counts, also where there is but one.
        assertThat(site("x/content/news/a.md", POST)
                        .with("x/content/news/b.md", POST)
                        .read()
                        .articles())
                .allSatisfy(article -> assertThat(article.sections()).containsExactly(Section.of("news", "News")));
        assertThat(site("x/_posts/2026-10-01-a.md", document("tags: a b\n", ""))
                        .with("x/_posts/2026-10-01-b.md", POST)
                        .read()
                        .article("2026-10-01-a")
                        .tags())
                .hasSize(2);
    }

    @Test
    void whatBelongsToTheGeneratorIsNoArticle() {
        Wxrs.Result result = site("site/content/a/index.md", document(DATED + "tags: [t]\n", ""))
                .with("site/content/a/data.md", POST)
                .with("site/content/a/more/data.md", POST)
                .with("site/content/b.md", document(DATED + "tags: [t]\n", ""))
                .with("site/archetypes/default.md", document("title: \"{{ .Name }}\"\n", ""))
                .with("site/themes/x/exampleSite/content/post/c.md", POST)
                .with("site/.github/d.md", POST)
                .read();
        assertThat(ids(result)).containsExactlyInAnyOrder("a", "b");
        assertThat(result.report().skipped())
                .containsOnly(
                        Map.entry("part of the generator or of another document, which is no article", 4L),
                        Map.entry("file that is no Markdown", 1L));
    }

    @Test
    void whatLiesAtTheTopOfHugosContentIsAPage() {
        Wxrs.Result result = site("content/about.md", document(DATED + "author: Jane\n", ""))
                .with("content/imprint/index.md", POST)
                .with("content/_index.md", document("title: Home\n", ""))
                .with("content/news/a.md", POST)
                .with("content/b.md", document(DATED + "type: post\n", ""))
                .read();
        assertThat(result.pages()).extracting(StaticPage::slug).containsExactlyInAnyOrder("about", "imprint");
        assertThat(ids(result)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void foldersAndEndingsMayNameLanguages() {
        Wxrs.Result result = site("content/en/news/a.md", POST)
                .with("content/fa/news/a.md", POST)
                .with("content/fa/news/b.ckb.md", POST)
                .read();
        assertThat(result.articles())
                .extracting(
                        article -> article.id().value(),
                        article -> article.language().tag(),
                        Article::translationGroup)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a.en", "en", "news/a"),
                        org.assertj.core.groups.Tuple.tuple("a.fa", "fa", "news/a"),
                        org.assertj.core.groups.Tuple.tuple("b.ckb", "ckb", "news/b"));
        // A section may be called as a language is.
        assertThat(site("content/uk/a.md", POST)
                        .with("content/news/b.md", POST)
                        .read()
                        .article("a")
                        .sections())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fa,true",
        "ckb,true",
        "pt-br,true",
        "zh-CN,true",
        "v2,false",
        "old,false",
        "a.b,false",
        "'',false",
        "e,false",
        "en-,false"
    })
    void languagesAreThoseThatJavaKnows(String name, boolean language) {
        assertThat(MarkdownPaths.isLanguage(name)).isEqualTo(language);
    }

    @Test
    void draftsMayLieInAFolderOfTheirOwn() {
        Wxrs.Result result = site("_drafts/a.md", document("title: A\n", ""))
                .with("_drafts/b.md", document(DATED + "draft: false\n", ""))
                .read();
        assertThat(result.article("a").status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(result.article("b").status()).isEqualTo(ArticleStatus.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    [x](b.md) → /own
                    [x](./b.md#part) → /own#part
                    [x](../news/b.md?q=1) → /own?q=1
                    [x](/news/b.md) → /own
                    [x](news/b.md) → /own
                    [x](/elsewhere/b.md) → /own
                    [x]({{< ref "b" >}}) → /own
                    [x]({{< ref "own" >}}) → /own
                    [x]({{< relref "/news/b.md#part" >}}) → /own#part
                    [x]({{< ref "/news/c" >}}) → /c
                    [x]({{< ref "c/index.md" >}}) → /c
                    [x](d.md) → /d
                    [x](/sport/d.md) → /d-2
                    [x]({{< ref "/topics/c" >}}) → /topics/c
                    [x]({{< ref "nowhere (1).md" >}}) → /nowhere%20%281%29
                    [x](https://example.org/b.md) → https://example.org/b.md
                    [x](b.html) → b.html
                    [x](#part) → #part
                    """)
    void linksLeadToSlugs(String markdown, String address) {
        Wxrs.Result result = site("content/news/a.md", document(DATED, markdown))
                .with("content/news/b.md", document(DATED + "slug: own\n", ""))
                .with("content/news/c/index.md", POST)
                .with("content/news/d.md", POST)
                .with("content/sport/d.md", POST)
                .read();
        assertThat(result.article("a").body()).isEqualTo("<p><a href=\"" + address + "\">x</a></p>");
    }

    @Test
    void linksPreferTheirOwnLanguage() {
        Wxrs.Result result = site("a.en.md", document(DATED, "[x](b.md)"))
                .with("a.fa.md", document(DATED, "[x](b.md)"))
                .with("b.en.md", document(DATED + "slug: english\n", ""))
                .with("b.fa.md", document(DATED + "slug: farsi\n", ""))
                .read();
        assertThat(result.article("a.en").body()).contains("/english");
        assertThat(result.article("a.fa").body()).contains("/farsi");
    }

    @Test
    void liquidIsProseInHugosSites() {
        String liquid = document(DATED, "`{% if x %}`");
        assertThat(site("content/news/a.md", liquid).read().article().body()).contains("{% if x %}");
        assertThat(site("_posts/2026-10-01-a.md", liquid).read().article().body())
                .doesNotContain("{%");
    }
}
