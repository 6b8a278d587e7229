package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WxrReaderTest {
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private Wxrs.Result newsroom = Wxrs.read("");

    @BeforeEach
    void readsTheNewsroom() throws IOException {
        newsroom = Wxrs.resource("newsroom.xml", ImportOptions.defaults().withZone(BAGHDAD));
        assertThat(newsroom.report().refused()).as(newsroom.report().toString()).isFalse();
    }

    @Test
    void readsTheSite() {
        assertThat(newsroom.items().get(0))
                .isEqualTo(new Item.Site(new Publication(
                        "The Harbour & Hill Post",
                        "https://harbour.example",
                        "News between the quay – and the ridge",
                        Image.of("https://harbour.example/logo.png", "The Harbour & Hill Post"),
                        Language.of("en-GB"),
                        BAGHDAD,
                        "",
                        List.of())));
    }

    @Test
    void readsAuthorsWithoutTheirEmailAddresses() {
        assertThat(newsroom.authors())
                .containsExactly(
                        new Author("mona", "Mona al-Rashid", "", "Covers the quay."),
                        new Author("ilan-bar", "Ilan Bar", "", ""),
                        Author.of("yara", "Yara Nasser"));
        assertThat(newsroom.article("102").authors()).containsExactly(Author.of("ilan-bar", "Ilan Bar"));
        assertThat(newsroom.items().toString() + newsroom.report()).doesNotContain("@");
    }

    @Test
    void readsAnArticleWhole() {
        Article bridge = newsroom.article("101");
        assertThat(bridge.headline()).isEqualTo("Bridge closed “for months” & more");
        assertThat(bridge.slug()).isEqualTo("bridge-closed");
        assertThat(bridge.oldSlugs()).containsExactly("bridge");
        assertThat(bridge.excerpt()).isEqualTo("Shut & sealed");
        assertThat(bridge.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(bridge.publishedAt()).isEqualTo(Instant.parse("2026-10-05T08:30:00Z"));
        assertThat(bridge.modifiedAt()).isEqualTo(Instant.parse("2026-10-06T09:00:00Z"));
        assertThat(bridge.language()).isEqualTo(Language.of("en-GB"));
        assertThat(bridge.sticky()).isTrue();
        assertThat(bridge.passwordProtected()).isFalse();
        assertThat(bridge.commentsOpen()).isTrue();
        assertThat(bridge.image())
                .isEqualTo(new Image(
                        "https://harbour.example/crack.jpg?w=9&h=6",
                        "A crack & a hand",
                        "The crack, seen from the quay",
                        "",
                        null,
                        null));
        assertThat(bridge.body()).isEqualTo("""
                        <p>The north bridge is shut.</p>
                        <p>Engineers found<br />
                        a crack.</p>
                        <h2>Detours</h2>
                        <p>Buses leave from the quay.</p>
                        <ul>
                        <li>Line 4</li>
                        </ul>""");
    }

    @Test
    void filesArticlesUnderRegionsSectionsAndTags() {
        Article bridge = newsroom.article("101");
        Section politics = Section.of("politics", "Politics");
        assertThat(bridge.regions())
                .extracting(Region::key, Region::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("iq", "Iraq"),
                        org.assertj.core.groups.Tuple.tuple("sa", "The Kingdom"));
        assertThat(bridge.sections())
                .containsExactly(
                        new Section("elections", "Votes & Elections", politics),
                        politics,
                        Section.of("it", "Computers"));
        assertThat(bridge.primary()).isEqualTo("elections");
        assertThat(bridge.tags())
                .as("the first two repeat categories")
                .containsExactly(Tag.of("iraq", "Iraq"), Tag.of("politics", "Politics"), Tag.of("جسر", "جسر"));
        assertThat(newsroom.article("102").sections()).as("uncategorized").isEmpty();
    }

    @Test
    void followsTheEditorsTable() throws IOException {
        Region gulf = Region.of("gulf", "The Gulf");
        Section affairs = Section.of("affairs", "Public affairs");
        CategoryTable table = CategoryTable.defaults()
                .withRegion("The kingdom", gulf)
                .withSection("POLITICS", affairs)
                .withDropped("Iraq")
                .withSection("uncategorized", Section.of("misc", "Miscellany"));
        Wxrs.Result result =
                Wxrs.resource("newsroom.xml", ImportOptions.defaults().withCategories(table));
        Article bridge = result.article("101");
        assertThat(bridge.regions()).containsExactly(gulf);
        assertThat(bridge.sections())
                .containsExactly(
                        new Section("elections", "Votes & Elections", affairs),
                        affairs,
                        Section.of("it", "Computers"),
                        Section.of("misc", "Miscellany"));
    }

    @Test
    void leavesBlocksAsTheyAre() {
        assertThat(newsroom.article("102").body())
                .isEqualTo("<p>The ferry is back.</p>\n\n\n<p>It sails\nat noon.</p>");
    }

    @Test
    void knowsEveryStatus() {
        assertThat(newsroom.articles())
                .extracting(article -> article.id().value() + " " + article.status())
                .containsExactly(
                        "101 PUBLISHED",
                        "102 SCHEDULED",
                        "103 DRAFT",
                        "104 DRAFT",
                        "105 PUBLISHED",
                        "106 PRIVATE",
                        "107 WITHDRAWN",
                        "108 DRAFT",
                        "109 PUBLISHED");
        assertThat(newsroom.article("102").publishedAt()).isEqualTo(Instant.parse("2031-01-02T07:00:00Z"));
        assertThat(newsroom.article("102").commentsOpen()).isFalse();
        assertThat(newsroom.article("105").passwordProtected()).isTrue();
        assertThat(newsroom.report().problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .isEqualTo("newsroom.xml, line "
                                + problem.line()
                                + ", post 108: has the status \"inherit\", which nobody knows, and becomes a draft"));
    }

    @Test
    void takesDatesFromWhereTheyAre() {
        assertThat(newsroom.article("103").publishedAt()).as("a draft").isNull();
        assertThat(newsroom.article("104").publishedAt())
                .as("a draft that was given a date")
                .isEqualTo(Instant.parse("2026-09-02T10:00:00Z"));
        assertThat(newsroom.article("105").publishedAt())
                .as("pubDate")
                .isEqualTo(Instant.parse("2026-10-07T06:00:00Z"));
        assertThat(newsroom.article("106").publishedAt())
                .as("the site's zone")
                .isEqualTo(Instant.parse("2026-10-08T06:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30 10:00:00, '', ",
        "0000-00-00 00:00:00, 'Fri, 09 Oct 2026 10:00:00 +0200', 2026-10-09T08:00:00Z",
        "'', '9 Oct 2026 10:00:00 GMT', 2026-10-09T10:00:00Z",
        "'', 'Mon, 30 Nov -0001 00:00:00 +0000', ",
        "yesterday, tomorrow, ",
        "2026-10-09 10:00:00.5, '', 2026-10-09T10:00:00.5Z",
    })
    void readsDates(String gmt, String rss, Instant expected) {
        assertThat(WxrDates.first(gmt, rss, "", BAGHDAD)).isEqualTo(expected);
    }

    @Test
    void makesSlugsWhereThereAreNone() {
        assertThat(newsroom.articles())
                .extracting(Article::slug)
                .doesNotHaveDuplicates()
                .contains("half-a-thought", "104", "إيران", "bridge-closed", "bridge-closed-109");
        assertThat(newsroom.report().problems())
                .anyMatch(problem -> problem.message().contains("\"bridge-closed-109\""));
    }

    @Test
    void aMadeSlugNeverTakesOneThatTheFileGives() {
        Wxrs.Result result = Wxrs.read(Wxrs.channel(Wxrs.post(1, "<title>Flood</title>")
                + Wxrs.post(2, "<title>Flood</title>")
                + Wxrs.post(3, "<title>x</title><wp:post_name>flood</wp:post_name>")
                + Wxrs.post(4, "<title>!!</title>")
                + Wxrs.post(5, "<title>y</title><wp:post_name>a/b c</wp:post_name>")));
        assertThat(result.articles())
                .extracting(Article::slug)
                .containsExactly("flood-1", "flood-2", "flood", "4", "a-b-c");
    }

    @Test
    void keepsTheThread() {
        Comment reply = comment("302");
        assertThat(reply)
                .isEqualTo(new Comment(
                        CommentId.of("302"),
                        ArticleId.of("101"),
                        CommentId.of("301"),
                        Comment.Kind.COMMENT,
                        CommentState.APPROVED,
                        "Mona",
                        "",
                        "Yes.",
                        Instant.parse("2026-10-05T11:00:00Z")));
        assertThat(comment("301").name()).isEqualTo("Sami & Co");
        assertThat(comment("301").url()).isEqualTo("https://sami.example/");
        assertThat(comment("301").text()).isEqualTo("At <b>last</b>.\n\nReally.");
        assertThat(comment("301").parent()).isNull();
        assertThat(comment("303").kind()).isEqualTo(Comment.Kind.PINGBACK);
        assertThat(comment("304").kind()).isEqualTo(Comment.Kind.TRACKBACK);
        assertThat(comment("304").state()).isEqualTo(CommentState.HELD);
        assertThat(comment("305").state()).isEqualTo(CommentState.SPAM);
        assertThat(comment("306").state()).isEqualTo(CommentState.TRASH);
        assertThat(comment("391").article()).as("on a page").isEqualTo(ArticleId.of("120"));
        assertThat(newsroom.comments()).hasSize(7);
        assertThat(newsroom.article("101").commentCount())
                .as("approved, with the pingback, without the note")
                .isEqualTo(3);
    }

    private Comment comment(String id) {
        return newsroom.comments().stream()
                .filter(comment -> comment.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dropsSendersUnlessAsked() throws IOException {
        assertThat(newsroom.items())
                .filteredOn(Item.Remark.class::isInstance)
                .allSatisfy(item -> assertThat(((Item.Remark) item).sender()).isNull());

        Wxrs.Result kept =
                Wxrs.resource("newsroom.xml", ImportOptions.defaults().withSenders(true));
        assertThat(kept.items())
                .filteredOn(Item.Remark.class::isInstance)
                .map(item -> ((Item.Remark) item).sender())
                .filteredOn(Objects::nonNull)
                .containsExactly(new Sender("sami@reader.example", "192.0.2.7", "", ""), new Sender("", "", "", "1"));
        assertThat(kept.report().toString()).doesNotContain("@", "192.0.2.7");
    }

    @Test
    void readsPages() {
        assertThat(newsroom.pages())
                .containsExactly(
                        new StaticPage(
                                "about",
                                "About us",
                                "<p>Since 1911.</p>",
                                ArticleStatus.PUBLISHED,
                                false,
                                Instant.parse("2020-01-01T00:00:00Z"),
                                "",
                                2,
                                Language.of("en-GB")),
                        new StaticPage(
                                "contact",
                                "Contact",
                                "",
                                ArticleStatus.PUBLISHED,
                                false,
                                null,
                                "about",
                                -1,
                                Language.of("en-GB")));
    }

    @Test
    void nestsMenus() {
        assertThat(newsroom.menus())
                .containsExactly(Menu.of(
                        "main",
                        "Main menu",
                        Menu.Entry.of("Front page", MenuTarget.home()),
                        Menu.Entry.of(
                                "Iraq",
                                MenuTarget.region("iq"),
                                Menu.Entry.of("Votes & Elections", MenuTarget.section("elections")),
                                Menu.Entry.of("جسر", MenuTarget.tag("جسر"))),
                        Menu.Entry.of("The bridge", MenuTarget.article("bridge-closed")),
                        Menu.Entry.of("Contact", MenuTarget.page("contact"))));
    }

    @Test
    void countsAndExplains() {
        ImportReport report = newsroom.report();
        assertThat(report.counts())
                .isEqualTo(java.util.Map.of(
                        Counted.SITES, 1L,
                        Counted.ARTICLES, 9L,
                        Counted.PAGES, 2L,
                        Counted.COMMENTS, 7L,
                        Counted.AUTHORS, 3L,
                        Counted.MENUS, 1L,
                        Counted.MENU_ENTRIES, 6L,
                        Counted.ATTACHMENTS, 1L,
                        Counted.CATEGORIES, 6L,
                        Counted.TAGS, 2L));
        assertThat(report.skipped().keySet())
                .containsExactly(
                        "auto-draft",
                        "comment of type \"note\"",
                        "comment on what is neither article nor page",
                        "item of type \"product\"",
                        "menu item of no menu",
                        "menu item that is not published",
                        "term of the taxonomy \"post_format\"");
        assertThat(report.problems())
                .extracting(problem -> problem.severity() + " " + problem.where())
                .containsExactly(
                        "ERROR post 101, comment 308",
                        "ERROR post 101, comment 301",
                        "WARNING post 108",
                        "WARNING post 109",
                        "WARNING post 109",
                        "ERROR post 101",
                        "ERROR menu item 506");
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        assertThat(report.lines().get(0))
                .isEqualTo("newsroom.xml (WXR): 1 site, 9 articles, 2 pages, 7 comments, 3 authors, 1 menu, "
                        + "6 menu entries, 1 attachment, 6 categories, 2 tags");
    }

    @Test
    void keepsNoMoreProblemsThanAsked() throws IOException {
        ImportReport report = Wxrs.resource(
                        "newsroom.xml", ImportOptions.defaults().withProblemsKept(2))
                .report();
        assertThat(report.problems()).hasSize(2);
        assertThat(report.problemCount()).isEqualTo(7);
        assertThat(report.toString()).endsWith("and 5 more problems");
    }

    @Test
    void severalAuthorsComeFromCoAuthors() {
        assertThat(newsroom.article("109").authors())
                .containsExactly(
                        new Author("mona", "Mona al-Rashid", "", "Covers the quay."), Author.of("yara", "Yara Nasser"));
    }

    @Test
    void readsOldFilesWhateverTheirPrefixes() throws IOException {
        Wxrs.Result old = Wxrs.resource("old.xml", ImportOptions.defaults());
        Article storm = old.article();
        assertThat(storm.id()).isEqualTo(ArticleId.of("7"));
        assertThat(storm.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(storm.publishedAt()).isEqualTo(Instant.parse("2009-05-15T14:48:32Z"));
        assertThat(storm.excerpt()).isEqualTo("Hold on to your hat");
        assertThat(storm.body()).isEqualTo("<p>Split ]]> in two</p>");
        assertThat(storm.sections()).containsExactly(Section.of("weather", "Weather"));
        assertThat(storm.tags()).containsExactly(Tag.of("dust", "Dust"));
        assertThat(storm.authors()).containsExactly(Author.of("nadia-q", "Nadia Q."));
        assertThat(old.authors()).containsExactly(Author.of("nadia-q", "Nadia Q."));
        assertThat(storm.commentsOpen()).isTrue();
    }

    @Test
    void sectionsAboveEachOtherInACircleEnd() {
        String terms = "";
        for (int i = 0; i < 20; i++) {
            terms += "<wp:category><wp:category_nicename>s" + i + "</wp:category_nicename><wp:category_parent>s"
                    + (i + 1) % 20 + "</wp:category_parent><wp:cat_name>S" + i + "</wp:cat_name></wp:category>";
        }
        Wxrs.Result result = Wxrs.read(
                Wxrs.channel(terms + Wxrs.post(1, "<category domain='category' nicename='s3'>S3</category>")));
        assertThat(result.article().sections().get(0).path()).hasSize(8);
    }

    @Test
    void commentsMayStandBeforeTheId() {
        Wxrs.Result result = Wxrs.read(Wxrs.channel("<item><wp:comment><wp:comment_id>5</wp:comment_id>"
                + "<wp:comment_date_gmt>2026-10-01 08:00:00</wp:comment_date_gmt>"
                + "<wp:comment_approved>1</wp:comment_approved></wp:comment>"
                + "<wp:post_date_gmt>2026-10-01 07:00:00</wp:post_date_gmt>"
                + "<wp:status>publish</wp:status><wp:post_id>9</wp:post_id></item>"));
        assertThat(result.comments()).extracting(Comment::article).containsExactly(ArticleId.of("9"));
        assertThat(result.article().commentCount()).isEqualTo(1);
    }

    @Test
    void everythingIsSaidTheSameEachTime() throws IOException {
        Wxrs.Result again =
                Wxrs.resource("newsroom.xml", ImportOptions.defaults().withZone(BAGHDAD));
        assertThat(again.items()).isEqualTo(newsroom.items());
        assertThat(again.report()).isEqualTo(newsroom.report());
    }

    @Test
    void theLenientReaderKnowsWhichEndOfCdataIsTheLast() {
        String crazy = Wxrs.channel(
                Wxrs.post(1, "<content:encoded><![CDATA[Cut <![CDATA[ here ]]> & there]]></content:encoded>"));
        assertThat(Wxrs.read(crazy).fatal().message()).startsWith("is not well-formed XML: ");
        assertThat(Wxrs.read(crazy, ImportOptions.defaults().withLenient(true))
                        .article()
                        .body())
                .isEqualTo("<p>Cut <![CDATA[ here ]]> & there</p>");
    }

    @Test
    void severalDocumentsAreOneSource() {
        byte[] articles = Wxrs.channel(Wxrs.post(1, "<title>Flood</title>" + Wxrs.meta("_thumbnail_id", "2")))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] pictures = Wxrs.channel(
                        Wxrs.item(2, "attachment", "<wp:attachment_url>https://a.example/b.jpg</wp:attachment_url>"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ContentSource both = new ContentSource() {
            @Override
            public String name() {
                return "both";
            }

            @Override
            public void visit(Visitor visitor) throws IOException {
                if (visitor.visit("1.xml", new java.io.ByteArrayInputStream(articles))) {
                    visitor.visit("2.xml", new java.io.ByteArrayInputStream(pictures));
                }
            }
        };
        List<Item> items = new java.util.ArrayList<>();
        ImportReport report = WxrReader.with(ImportOptions.defaults()).read(both, items::add);
        assertThat(report.count(Counted.ARTICLES)).isEqualTo(1);
        assertThat(items)
                .anySatisfy(item -> assertThat(((Item.Article) item).article().image())
                        .isEqualTo(Image.of("https://a.example/b.jpg", "")));
    }
}
