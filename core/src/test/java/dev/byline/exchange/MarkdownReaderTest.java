package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.DATED;
import static dev.byline.exchange.Markdowns.article;
import static dev.byline.exchange.Markdowns.document;
import static dev.byline.exchange.Markdowns.html;
import static dev.byline.exchange.Markdowns.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.StaticPage;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields and the body of one document become. */
class MarkdownReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void readsAnArticle() {
        Article article = article("""
                title: Bridge closed
                date: 2026-10-01 08:30:00 +0300
                lastmod: 2026-10-02
                deck: Until *spring*
                summary: The bridge is closed.
                authors: [Jane Doe, John Roe]
                tags: [bridges, "Washington, D.C."]
                categories: [Iraq, Traffic]
                image: /bridge.jpg
                image_alt: A bridge
                image_caption: The _old_ bridge
                lang: en_GB
                pinned: true
                comments: false
                canonical: https://example.org/bridge
                """, "The **bridge** is closed.\n");
        assertThat(article.id().value()).isEqualTo("bridge-closed");
        assertThat(article.slug()).isEqualTo("bridge-closed");
        assertThat(article.headline()).isEqualTo("Bridge closed");
        assertThat(article.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(article.publishedAt()).isEqualTo("2026-10-01T05:30:00Z");
        assertThat(article.modifiedAt()).isEqualTo("2026-10-02T00:00:00Z");
        assertThat(article.standfirst()).isEqualTo("Until spring");
        assertThat(article.excerpt()).isEqualTo("The bridge is closed.");
        assertThat(article.authors()).extracting(Author::name).containsExactly("Jane Doe", "John Roe");
        assertThat(article.tags())
                .extracting(Tag::key, Tag::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bridges", "bridges"),
                        org.assertj.core.groups.Tuple.tuple("washington-d-c", "Washington, D.C."));
        assertThat(article.regions()).extracting(Region::key).containsExactly("iq");
        assertThat(article.sections()).containsExactly(Section.of("traffic", "Traffic"));
        assertThat(article.image()).isEqualTo(new Image("/bridge.jpg", "A bridge", "The old bridge", "", null, null));
        assertThat(article.language().tag()).isEqualTo("en-GB");
        assertThat(article.sticky()).isTrue();
        assertThat(article.commentsOpen()).isFalse();
        assertThat(article.canonicalUrl()).isEqualTo("https://example.org/bridge");
        assertThat(article.body()).isEqualTo("<p>The <strong>bridge</strong> is closed.</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    slug: own-slug → own-slug
                    slug: "Own Slug" → own-slug
                    slug: جسر → جسر
                    slug: "%D8%AC%D8%B3%D8%B1" → جسر
                    url: /2026/10/bridge/ → bridge
                    url: /2026/10/bridge.html → bridge
                    url: /releases/v1.2/?a=b#c → v1.2
                    permalink: /bridge/index.html → bridge
                    permalink: /:year/:title/ → bridge-closed
                    url: / → bridge-closed
                    url: https://example.org/other → bridge-closed
                    title: Other → bridge-closed
                    """)
    void theSlugIsItsOwnElseItsAddressesElseItsFiles(String field, String slug) {
        assertThat(article(field + "\n").slug()).isEqualTo(slug);
    }

    @Test
    void aDateWithoutAZoneIsInThatOfTheOptions() {
        ImportOptions riyadh = ImportOptions.defaults().withZone(ZoneId.of("Asia/Riyadh"));
        assertThat(read(document("date: 2026-10-01 08:30\n", "x"), riyadh)
                        .article()
                        .publishedAt())
                .isEqualTo("2026-10-01T05:30:00Z");
    }

    @Test
    void theDateOfPublishingCountsBeforeTheOther() {
        assertThat(article("date: 2026-10-01\npublishDate: 2026-12-01\n").publishedAt())
                .isEqualTo("2026-12-01T00:00:00Z");
        assertThat(article("date: 2026-10-01\npublished: true\n").publishedAt()).isEqualTo("2026-10-01T00:00:00Z");
        assertThat(read(document("published: 2026-10-01\n", "x")).article().publishedAt())
                .isEqualTo("2026-10-01T00:00:00Z");
    }

    @Test
    void aDateThatCantBeReadIsAWarningAndTheNextCounts() {
        Wxrs.Result result = Markdowns.site(
                        "2026-10-01-a.md", document("title: A\ndate: 2026-10-02 18:30:22 2026 -0800\n", "x"))
                .read();
        assertThat(result.article().publishedAt()).isEqualTo("2026-10-01T00:00:00Z");
        assertThat(result.report().problems())
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        "2026-10-01-a.md",
                        3,
                        "date",
                        "is no date: \"2026-10-02 18:30:22 2026 -0800\""));
    }

    @ParameterizedTest
    @CsvSource({
        "draft: true, DRAFT",
        "draft: false, PUBLISHED",
        "published: false, DRAFT",
        "published: true, PUBLISHED",
        "private: true, PRIVATE"
    })
    void draftsAreDrafts(String field, ArticleStatus status) {
        assertThat(article(field + "\n").status()).isEqualTo(status);
    }

    @Test
    void withoutADateItIsADraft() {
        Wxrs.Result result = read(document("tags: [a]\n", "x"));
        assertThat(result.article().status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(result.report().problems())
                .extracting(Problem::toString)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("becomes a draft");
        assertThat(read(document("draft: true\n", "x")).report().problems()).isEmpty();
    }

    @Test
    void anExpiryDateThatHasPassedUnpublishesOnlyWhereAsked() {
        String past = document(DATED + "expirydate: 2026-11-01\n", "x");
        ImportOptions now = ImportOptions.defaults().withAt(NOW);
        Wxrs.Result kept = read(past, now);
        assertThat(kept.article().expiresAt()).isNull();
        assertThat(kept.article().isPublic(NOW)).isTrue();
        assertThat(kept.report().skipped())
                .containsExactly(Map.entry("expiry date that had passed, so the article stays public", 1L));
        Wxrs.Result honoured = read(past, now.withHonourExpiry(true));
        assertThat(honoured.article().expiresAt()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(honoured.article().isPublic(NOW)).isFalse();
        assertThat(honoured.report().skipped()).isEmpty();
        Wxrs.Result future = read(document(DATED + "expiryDate: 2026-12-01\n", "x"), now);
        assertThat(future.article().expiresAt()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(future.report().skipped()).isEmpty();
    }

    @Test
    void tagsComeAsListsOrTexts() {
        assertThat(article("tags: one two\n").tags()).extracting(Tag::name).containsExactly("one two");
        assertThat(article("tags: one, two\n").tags()).extracting(Tag::name).containsExactly("one", "two");
        assertThat(article("topics:\n- one\n- One\n- ''\n").tags())
                .extracting(Tag::name)
                .containsExactly("one");
        assertThat(article("keywords: [one]\ntags: [two]\n").tags())
                .extracting(Tag::name)
                .containsExactly("two");
        assertThat(article("keywords: [one]\n").tags()).hasSize(1);
        assertThat(Markdowns.site("_posts/2026-10-01-a.md", document("tags: one two\ncategory: three four\n", "x"))
                        .read()
                        .article())
                .satisfies(jekyll -> assertThat(jekyll.tags()).hasSize(2))
                .satisfies(jekyll ->
                        assertThat(jekyll.sections()).extracting(Section::name).containsExactly("three four"));
    }

    @Test
    void categoriesGoWhereTheTableSays() {
        CategoryTable table = CategoryTable.defaults()
                .withSection("Biz", Section.of("business", "Business"))
                .withDropped("Misc");
        Article article = read(
                        document(DATED + "categories: [Biz, Misc, Saudi Arabia]\nregion: Yemen\n", "x"),
                        ImportOptions.defaults().withCategories(table))
                .article();
        assertThat(article.sections()).containsExactly(Section.of("business", "Business"));
        assertThat(article.regions()).extracting(Region::name).containsExactly("Yemen", "Saudi Arabia");
    }

    @Test
    void authorsAreNamedInManyWays() {
        assertThat(article("author: Jane Doe\n").authors()).containsExactly(Author.of("jane-doe", "Jane Doe"));
        assertThat(article("authors:\n- name: Jane Doe\n  slug: jd\n- John\n- john\n")
                        .authors())
                .containsExactly(Author.of("jd", "Jane Doe"), Author.of("john", "John"));
        assertThat(article("params: {author: Jane}\n").authors()).containsExactly(Author.of("jane", "Jane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org", "\"Jane <jane@example.org>\"", "jane@example.org (Jane)"})
    void noAuthorIsAnAddress(String author) {
        Wxrs.Result result = read(document(DATED + "author: " + author + "\n", "x"));
        assertThat(result.article().authors()).hasSize(1);
        assertThat(result.items().toString()).doesNotContain("example.org");
    }

    @Test
    void anImageIsAnAddressAndNotAName() {
        assertThat(article("primary_image: some-uid\nfeatured_image:\n  src: a/b.jpg\n  alt: x\n")
                        .image())
                .isEqualTo(new Image("a/b.jpg", "x", "", "", null, null));
        assertThat(article("image: some-uid\n").image()).isNull();
        assertThat(article("images: ['', a.jpg, b.jpg]\n").image())
                .isEqualTo(new Image("a.jpg", "", "", "", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: About\n",
                "layout: page\ndate: 2026-10-01\ntags: [a]\n",
                "type: page\n",
                "published: true\n"
            })
    void whatSaysNothingOfAnArticleIsAPage(String fields) {
        StaticPage page =
                read(document(fields + "weight: 7\n", "Hello")).pages().get(0);
        assertThat(page.slug()).isEqualTo("bridge-closed");
        assertThat(page.body()).isEqualTo("<p>Hello</p>");
        assertThat(page.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(page.position()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date: 2026-10-01\n", "tags: [a]\n", "author: Jane\n", "categories: a\n", "layout: post\n"})
    void whatSaysSomethingOfAnArticleIsOne(String fields) {
        assertThat(read(document(fields, "x")).articles()).hasSize(1);
    }

    @Test
    void theHeadlineIsTheTitleElseTheFirstHeadingElseTheName() {
        assertThat(article("title: \"A &#8217;quote&#8217; &amp; <em>more</em>\"\n")
                        .headline())
                .isEqualTo("A ’quote’ & more");
        Article heading = article("tags: [a]\n", "\n# The *first* heading\n\nbody\n");
        assertThat(heading.headline()).isEqualTo("The first heading");
        assertThat(heading.body()).isEqualTo("<p>body</p>");
        assertThat(article("title: t\n", "# h\n").body()).isEqualTo("<h1>h</h1>");
        assertThat(article("tags: [a]\n").headline()).isEqualTo("bridge closed");
    }

    @Test
    void theBodyIsCommonMarkWithTablesAndStrikethrough() {
        assertThat(html("- a\n- b\n")).isEqualTo("<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
        assertThat(html("|a|b|\n|-|-|\n|c|~~d~~|\n")).contains("<th>a</th>", "<del>d</del>");
        assertThat(html("a <b class=\"x\">c</b>\n\n<div>\n*raw*\n</div>\n"))
                .isEqualTo("<p>a <b class=\"x\">c</b></p>\n<div>\n*raw*\n</div>");
        assertThat(html("")).isEmpty();
    }

    @Test
    void aliasesBecomeRedirectsAndOldSlugs() {
        Wxrs.Result result = read(
                document(DATED + "aliases: [/2026/old/, older.html, 'https://x.org/y', /, /bridge-closed/]\n", "x"));
        assertThat(result.article().oldSlugs()).containsExactly("old", "older");
        assertThat(result.items())
                .filteredOn(Item.Redirect.class::isInstance)
                .containsExactly(
                        new Item.Redirect("/2026/old/", "/bridge-closed"),
                        new Item.Redirect("/older.html", "/bridge-closed"));
        assertThat(read(document(DATED + "redirect_from: /a\n", "x")).article().oldSlugs())
                .containsExactly("a");
    }

    @Test
    void readsFrontMatterInJson() {
        Wxrs.Result result = read("""
                {
                \t"title": "A \\"closed\\" {bridge}",
                \t"date": "2026-10-01T08:30:00+03:00",
                \t"draft": false,
                \t"authors": ["Jane\\u00a0Doe"], "weight": 3,
                \t"params": {"tags": ["tab\tbed", "a\\/b"]}
                }

                The **bridge** is closed.
                """);
        assertThat(result.report().problems()).isEmpty();
        Article article = result.article();
        assertThat(article.headline()).isEqualTo("A \"closed\" {bridge}");
        assertThat(article.publishedAt()).isEqualTo("2026-10-01T05:30:00Z");
        assertThat(article.body()).isEqualTo("<p>The <strong>bridge</strong> is closed.</p>");
        assertThat(article.tags()).extracting(Tag::name).containsExactly("tab bed", "a/b");
    }

    @Test
    void oneDocumentThatCantBeReadIsRefused() {
        Wxrs.Result json = read("\n{\"title\": \"a\", \"tags\": [\"}\"]");
        assertThat(json.items()).isEmpty();
        assertThat(json.report().problemCount()).isZero();
        assertThat(json.fatal().toString()).isEqualTo("bridge-closed.md, line 2: has front matter without an end");
        assertThat(read("{\"title\": \"a\" \"b\"}\nx").fatal().toString())
                .startsWith("bridge-closed.md, line 1: has front matter that is no YAML");
        assertThat(read("just text").fatal().toString()).contains("line 1", "has no front matter");
        assertThat(read("").fatal().message()).contains("has no front matter");
        assertThat(Markdowns.read(new byte[] {'-', '-', '-', '\n', (byte) 0xFF}, ImportOptions.defaults())
                        .fatal()
                        .message())
                .isEqualTo("is not UTF-8");
    }

    @Test
    void recognisesWhatBeginsWithAFence() {
        for (String start : List.of("---\n", "\n\n---\r\n", "\uFEFF---\n", "+++\n")) {
            assertThat(MarkdownReader.with(ImportOptions.defaults()).recognises(start.getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
        }
        for (String start : List.of("", "# a", "----", "<rss>", "{\"a\":1}")) {
            assertThat(MarkdownReader.with(ImportOptions.defaults()).recognises(start.getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
        }
    }
}
