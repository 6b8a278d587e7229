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
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class WxrLaws {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Language LANGUAGE = Language.of("en-GB");
    private static final Section POLITICS = Section.of("politics", "Politics & more");
    private static final List<Section> SECTIONS =
            List.of(POLITICS, new Section("elections", "Votes <1>", POLITICS), Section.of("علوم", "علوم"));
    private static final List<Region> REGIONS = List.of(Region.of("iq"), Region.of("ae"), Region.of("sa"));
    private static final List<Tag> TAGS = List.of(Tag.of("bridge", "Bridges"), Tag.of("a-b", "\"A\" [b]"));
    private static final List<Author> AUTHORS =
            List.of(new Author("mona", "Mona & Co", "", "Covers <the> quay."), Author.of("yara-n", "Yara N."));
    private static final Arbitrary<Boolean> FLAGS = Arbitraries.of(true, false);

    /** Plain text as the reader gives it: one line, single spaces. */
    private static Arbitrary<String> plain() {
        return Arbitraries.of(
                        "bridge",
                        "&amp;",
                        "<b>",
                        "]]>",
                        "[caption]",
                        "[gallery ids=1]",
                        "“quote”",
                        "1",
                        "<",
                        ">",
                        "&",
                        "جسر",
                        "🗞",
                        "'",
                        "\"",
                        "-->",
                        "&#8211;",
                        "<!--more-->",
                        "a@b")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    /** Bodies in any HTML but with the marks of editors. */
    private static Arbitrary<String> bodies() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "text",
                        " ",
                        "\n",
                        "\n\n",
                        "]]>",
                        "&",
                        "<",
                        "<pre>",
                        "[gallery]",
                        "<!-- c -->",
                        "جسر",
                        "🗞",
                        "<div>",
                        "<img src=\"x\">")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> slugs() {
        return Arbitraries.of("flood", "جسر", "a.html", "x_y", "100%-sure", "日本");
    }

    private static Arbitrary<Article> articles() {
        Arbitrary<Article> filed = Combinators.combine(
                        Arbitraries.of(ArticleStatus.class),
                        instants(),
                        instants().injectNull(0.5),
                        Arbitraries.of(REGIONS).list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of(SECTIONS).list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of(TAGS).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of(AUTHORS).list().uniqueElements().ofMaxSize(2),
                        slugs().map(slug -> "old-" + slug)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as((status, published, modified, regions, sections, tags, authors, old) -> Article.builder(
                                ArticleId.of("1"), "x")
                        .status(status)
                        .publishedAt(published)
                        .modifiedAt(modified)
                        .regions(regions)
                        .sections(sections)
                        .tags(tags)
                        .authors(authors)
                        .oldSlugs(old)
                        .language(LANGUAGE)
                        .build());
        Arbitrary<@Nullable Image> images = Combinators.combine(plain(), plain())
                .as((alt, caption) ->
                        new Image("https://a.example/?b=1&c=" + alt.length(), alt, caption, "", null, null))
                .injectNull(0.5);
        return Combinators.combine(filed, plain(), bodies(), plain(), images, FLAGS, FLAGS, FLAGS)
                .as((article, headline, body, excerpt, image, locked, sticky, open) -> article.toBuilder()
                        .headline(headline)
                        .body(body)
                        .excerpt(excerpt)
                        .image(image)
                        .passwordProtected(locked)
                        .sticky(sticky)
                        .commentsOpen(open)
                        .build());
    }

    private static Arbitrary<StaticPage> pages() {
        return Combinators.combine(
                        plain(),
                        bodies(),
                        Arbitraries.of(ArticleStatus.class),
                        FLAGS,
                        instants(),
                        Arbitraries.integers())
                .as((title, body, status, locked, published, position) ->
                        new StaticPage("x", title, body, status, locked, published, "", position, LANGUAGE));
    }

    private static Arbitrary<Comment> comments() {
        return Combinators.combine(
                        Arbitraries.of(Comment.Kind.class),
                        Arbitraries.of(CommentState.class),
                        plain(),
                        plain(),
                        instants())
                .as((kind, state, name, text, at) -> new Comment(
                        CommentId.of("1"),
                        ArticleId.of("1"),
                        null,
                        kind,
                        state,
                        name,
                        "https://a.example/?b&c",
                        text,
                        at));
    }

    /** What a site may be that WXR can say: items in the order in which the reader gives them. */
    @Provide
    Arbitrary<List<Item>> sites() {
        return Combinators.combine(
                        articles().list().ofMaxSize(4),
                        pages().list().ofMaxSize(3),
                        comments().list().ofMaxSize(5),
                        Arbitraries.randomValue(random -> random.nextLong()),
                        plain())
                .as(WxrLaws::site);
    }

    private static List<Item> site(
            List<Article> articles, List<StaticPage> pages, List<Comment> comments, long seed, String name) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        items.add(new Item.Site(
                new Publication("Paper" + name, "https://a.example", name, null, LANGUAGE, TEHRAN, "", List.of())));
        AUTHORS.forEach(author -> items.add(new Item.Author(author)));
        List<Item> rest = new ArrayList<>();
        int commentId = 500;
        for (int i = 0; i < articles.size(); i++) {
            ArticleId id = ArticleId.of(Integer.toString(10 + i));
            int approved = 0;
            @Nullable CommentId parent = null;
            for (int c = i; c < comments.size(); c += articles.size()) {
                Comment plain = comments.get(c);
                Comment comment = new Comment(
                        CommentId.of(Integer.toString(commentId++)),
                        id,
                        parent,
                        plain.kind(),
                        plain.state(),
                        plain.name(),
                        plain.url(),
                        plain.text(),
                        plain.at());
                parent = comment.id();
                approved += comment.state() == CommentState.APPROVED ? 1 : 0;
                items.add(new Item.Remark(comment, new Sender("a" + c + "@b.example", "192.0.2." + c, "", "7")));
            }
            items.add(new Item.Article(articles.get(i).toBuilder()
                    .id(id)
                    .slug("story-" + i + "-جسر")
                    .commentCount(approved)
                    .build()));
        }
        List<StaticPage> named = IntStream.range(0, pages.size())
                .mapToObj(i -> {
                    StaticPage page = pages.get(i);
                    return new StaticPage(
                            "page-" + i,
                            page.title(),
                            page.body(),
                            page.status(),
                            page.passwordProtected(),
                            page.publishedAt(),
                            i == 0 ? "" : "page-" + random.nextInt(i),
                            page.position(),
                            LANGUAGE);
                })
                .toList();
        named.forEach(page -> items.add(new Item.Page(page)));
        items.add(new Item.Navigation(Menu.of(
                "main",
                ("Main " + name).strip(),
                Menu.Entry.of("Home", MenuTarget.home()),
                Menu.Entry.of(
                        "Regions",
                        MenuTarget.url("#"),
                        Menu.Entry.of(
                                ("Iraq " + name).strip(),
                                MenuTarget.region("iq"),
                                Menu.Entry.of("P", MenuTarget.section("politics"))),
                        Menu.Entry.of("Bridges", MenuTarget.tag("bridge"))),
                named.isEmpty()
                        ? Menu.Entry.of("Away", MenuTarget.url("https://b.example/?c&d"))
                        : Menu.Entry.of("Page", MenuTarget.page("page-0")),
                articles.isEmpty()
                        ? Menu.Entry.of("Away", MenuTarget.url("/x"))
                        : Menu.Entry.of("Story", MenuTarget.article("story-0-جسر")))));
        items.addAll(rest);
        return items;
    }

    @Property(tries = 300)
    void readingWhatWasWrittenGivesTheSameItems(@ForAll("sites") List<Item> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportReport written =
                WxrWriter.with(ExportOptions.defaults().withSenders(true)).write(items, out);
        assertThat(written.lost()).isEmpty();

        Wxrs.Result result = Wxrs.read(
                out.toByteArray(), ImportOptions.defaults().withZone(TEHRAN).withSenders(true));
        assertThat(result.report().refused()).as(result.report().toString()).isFalse();
        assertThat(result.report().problems()).isEmpty();
        assertThat(json(result.items())).containsExactlyElementsOf(json(items));
        assertThat(result.items()).containsExactlyElementsOf(items);
        for (Counted counted : Counted.values()) {
            if (counted != Counted.CATEGORIES && counted != Counted.TAGS) {
                assertThat(result.report().count(counted)).as(counted.name()).isEqualTo(written.count(counted));
            }
        }
    }

    /** What shows the difference where there is one. */
    private static List<String> json(List<Item> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLinesWriter.with(ExportOptions.defaults()).write(items, out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    }

    @Property(tries = 100)
    void theOrderOfTheItemsChangesNoItem(@ForAll("sites") List<Item> items, @ForAll long seed) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(new HashSet<>(roundTrip(shuffled))).isEqualTo(new HashSet<>(roundTrip(items)));
    }

    private static List<Item> roundTrip(List<Item> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WxrWriter.with(ExportOptions.defaults()).write(items, out);
        return Wxrs.read(out.toByteArray(), ImportOptions.defaults().withZone(TEHRAN))
                .items();
    }

    @Property(tries = 100)
    void theOrderOfTheFileChangesNoItem(@ForAll long seed) {
        List<String> parts = new ArrayList<>(List.of(
                "<title>Paper</title>",
                "<language>en</language>",
                "<wp:author><wp:author_login>mona</wp:author_login></wp:author>",
                "<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>a</wp:category_nicename>"
                        + "<wp:category_parent>b</wp:category_parent><wp:cat_name>A</wp:cat_name></wp:category>",
                "<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>b</wp:category_nicename>"
                        + "<wp:cat_name>B</wp:cat_name></wp:category>",
                Wxrs.post(
                        10,
                        "<title>Flood</title><category domain='category' nicename='a'>A</category>"
                                + Wxrs.meta("_thumbnail_id", "20")),
                Wxrs.post(11, "<title>Flood</title>"),
                Wxrs.post(12, "<wp:post_name>flood</wp:post_name>"),
                Wxrs.item(20, "attachment", "<wp:attachment_url>/a.jpg</wp:attachment_url>"),
                Wxrs.item(
                        30, "page", "<title>P</title><wp:post_parent>31</wp:post_parent><wp:status>draft</wp:status>"),
                Wxrs.item(31, "page", "<title>P</title><wp:status>draft</wp:status>"),
                line(40, 2, "0", "custom", "/x"),
                line(41, 3, "40", "post_type", "12"),
                line(42, 1, "40", "taxonomy", "1")));
        List<Item> straight = Wxrs.read(Wxrs.channel(String.join("\n", parts))).items();
        Collections.shuffle(parts, new Random(seed));
        List<Item> other = Wxrs.read(Wxrs.channel(String.join("\n", parts))).items();
        assertThat(straight).hasSize(8);
        assertThat(json(other)).containsExactlyInAnyOrderElementsOf(json(straight));
    }

    private static String line(int id, int order, String parent, String type, String target) {
        return Wxrs.item(
                id,
                "nav_menu_item",
                "<title>L" + id + "</title><wp:status>publish</wp:status><wp:menu_order>" + order
                        + "</wp:menu_order><category domain='nav_menu' nicename='m'>M</category>"
                        + Wxrs.meta("_menu_item_menu_item_parent", parent)
                        + Wxrs.meta("_menu_item_type", type)
                        + Wxrs.meta("_menu_item_object", "category")
                        + Wxrs.meta(type.equals("custom") ? "_menu_item_url" : "_menu_item_object_id", target));
    }
}
