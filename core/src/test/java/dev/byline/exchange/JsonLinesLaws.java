package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.testkit.ArbitraryContent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonLinesLaws {
    private static Arbitrary<String> anyText() {
        // Half surrogate pairs among them, which UTF-8 can't hold.
        return Arbitraries.oneOf(
                ArbitraryContent.texts(),
                Arbitraries.strings().all().ofMaxLength(10),
                Arbitraries.of("\uD83D", "a\uDE00b", "\uD83D\uDE00", "\u2028", "\r\n"));
    }

    private static Arbitrary<Item> comments() {
        Arbitrary<Comment> comments = Combinators.combine(
                        ArbitraryContent.keys(),
                        ArbitraryContent.keys(),
                        ArbitraryContent.keys().map(CommentId::of).injectNull(0.5),
                        Arbitraries.of(Comment.Kind.class),
                        Arbitraries.of(CommentState.class),
                        anyText(),
                        anyText(),
                        ArbitraryContent.instants())
                .as((id, article, parent, kind, state, name, text, at) -> new Comment(
                        CommentId.of(id), ArticleId.of(article), parent, kind, state, name, name, text, at));
        Arbitrary<Sender> senders =
                Combinators.combine(anyText(), anyText(), anyText(), anyText()).as(Sender::new);
        return Combinators.combine(comments, senders.injectNull(0.4)).as(Item.Remark::new);
    }

    private static Arbitrary<Item> menus() {
        Arbitrary<MenuTarget> targets = Combinators.combine(
                        Arbitraries.of(MenuTarget.Kind.class), ArbitraryContent.keys())
                .as((kind, key) -> new MenuTarget(kind, kind == MenuTarget.Kind.HOME ? "" : key));
        Arbitrary<Menu.Entry> entries = Arbitraries.recursive(
                () -> Combinators.combine(anyText(), targets).as(Menu.Entry::of),
                below -> Combinators.combine(anyText(), targets, below.list().ofMaxSize(2))
                        .as(Menu.Entry::new),
                0,
                4);
        return Combinators.combine(
                        ArbitraryContent.keys(), anyText(), entries.list().ofMaxSize(3))
                .as((key, name, lines) -> new Item.Navigation(new Menu(key, name, lines)));
    }

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<Item> balances = Combinators.combine(
                        ArbitraryContent.keys(),
                        ArbitraryContent.instants(),
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.maps(
                                        ArbitraryContent.keys(),
                                        Arbitraries.longs().greaterOrEqual(0))
                                .ofMaxSize(3))
                .as((article, at, views, shares) -> new Item.Balance(ArticleId.of(article), at, views, shares));
        Arbitrary<Item> redirects = Combinators.combine(anyText(), ArbitraryContent.keys())
                .as((from, to) -> new Item.Redirect("/" + from, to));
        return Arbitraries.oneOf(
                        ArbitraryContent.articles().map(Item.Article::new),
                        ArbitraryContent.pages().map(Item.Page::new),
                        ArbitraryContent.publications().map(Item.Site::new),
                        ArbitraryContent.authors().map(Item.Author::new),
                        comments(),
                        menus(),
                        balances,
                        redirects)
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void whatIsReadEqualsWhatWasWritten(@ForAll("items") List<Item> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportReport written =
                JsonLinesWriter.with(ExportOptions.defaults().withSenders(true)).write(items, out);
        List<Item> read = new ArrayList<>();
        ImportReport report = JsonLinesReader.with(ImportOptions.defaults().withSenders(true))
                .read(ContentSource.of("law", out.toByteArray()), read::add);

        assertThat(report.problems()).isEmpty();
        assertThat(read).isEqualTo(items);
        assertThat(report.counts()).isEqualTo(written.counts());
        assertThat(written.lost()).isEmpty();
    }

    @Property(tries = 200)
    void anyTextIsReportedAndNeverThrown(@ForAll List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ImportReport report =
                JsonLinesReader.with(ImportOptions.defaults()).read(ContentSource.of("law", bytes), item -> {});
        assertThat(report.toString()).isNotBlank();
    }

    @Provide
    Arbitrary<String> brokenItems() {
        return Combinators.combine(
                        Arbitraries.of("site", "article", "page", "comment", "author", "menu", "balance", "redirect"),
                        Arbitraries.of(
                                "null",
                                "{}",
                                "[]",
                                "7",
                                "\"x\"",
                                "{\"id\":null}",
                                "{\"id\":{}}",
                                "{\"key\":\"k\",\"entries\":[null]}",
                                "{\"name\":null}",
                                "{\"slug\":[]}",
                                "{\"id\":\"1\",\"slug\":\"s\",\"status\":\"draft\",\"tags\":[null]}",
                                "{\"id\":\"1\",\"slug\":\"s\",\"status\":1}",
                                "{\"id\":\"1\",\"slug\":\"s\",\"status\":\"draft\",\"language\":null}",
                                "{\"name\":\"n\",\"zone\":\"Nowhere/At-all\"}",
                                "{\"name\":\"n\",\"language\":[1]}"))
                .as((type, value) -> {
                    String field = type.equals("site") ? "publication" : type;
                    String more = type.equals("article") ? "" : ",\"article\":" + value;
                    return "{\"type\":\"" + type + "\",\"" + field + "\":" + value + more + ",\"shares\":{\"a\":null}}";
                });
    }

    @Property(tries = 300)
    void brokenItemsAreReportedAndNeverThrown(@ForAll("brokenItems") String line) {
        byte[] bytes = (line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ImportReport report =
                JsonLinesReader.with(ImportOptions.defaults()).read(ContentSource.of("law", bytes), item -> {});
        assertThat(report.problemCount() + report.counts().size()).isPositive();
        assertThat(report.problems())
                .allSatisfy(problem ->
                        assertThat(problem.message()).doesNotContain("Exception", "tools.jackson", "dev.byline"));
    }
}
