package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.exchange.ContentSource;
import dev.byline.exchange.ExportOptions;
import dev.byline.exchange.ImportOptions;
import dev.byline.exchange.ImportReport;
import dev.byline.exchange.Item;
import dev.byline.exchange.JsonLinesReader;
import dev.byline.exchange.JsonLinesWriter;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.testkit.ArbitraryContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a site holds goes out and comes in again, whatever it is. */
final class ExportLaws {
    private static final ArticleId ELSEWHERE = ArticleId.of("elsewhere");

    /**
     * What comes to a site.
     *
     * @param first what is imported
     * @param second what is imported after it
     * @param own what is written on the site
     */
    record History(List<Item> first, List<Item> second, List<Comment> own) {}

    // Half surrogate pairs among them, which UTF-8 can't hold.
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                ArbitraryContent.texts(), Arbitraries.of("", "\uD83D", "a\uDE00b", "\uD83D\uDE00", "\u2028", "\r\n"));
    }

    private static Arbitrary<Comment> comments(List<ArticleId> articles) {
        Arbitrary<CommentId> ids = Arbitraries.integers().between(1, 12).map(id -> CommentId.of("c" + id));
        return Combinators.combine(
                        ids,
                        Arbitraries.of(articles),
                        ids.injectNull(0.5),
                        Arbitraries.of(Comment.Kind.class),
                        Arbitraries.of(CommentState.class),
                        texts(),
                        texts(),
                        ArbitraryContent.instants())
                .as((id, article, parent, kind, state, name, text, at) ->
                        new Comment(id, article, parent, kind, state, name, name, text, at));
    }

    private static Arbitrary<Item> remarks(List<ArticleId> articles) {
        Arbitrary<Sender> senders =
                Combinators.combine(texts(), texts(), texts(), texts()).as(Sender::new);
        return Combinators.combine(comments(articles), senders.injectNull(0.4)).as(Item.Remark::new);
    }

    private static Arbitrary<Item> others() {
        Arbitrary<MenuTarget> targets = Combinators.combine(
                        Arbitraries.of(MenuTarget.Kind.class), ArbitraryContent.keys())
                .as((kind, key) -> new MenuTarget(kind, kind == MenuTarget.Kind.HOME ? "" : key));
        Arbitrary<Item> menus = Combinators.combine(ArbitraryContent.keys(), texts(), texts(), targets)
                .as((key, name, label, target) -> new Item.Navigation(
                        Menu.of(key, name, new Menu.Entry(label, target, List.of(Menu.Entry.of(name, target))))));
        Arbitrary<Item> balances = Combinators.combine(
                        ArbitraryContent.keys(),
                        ArbitraryContent.instants(),
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.maps(
                                        ArbitraryContent.keys(),
                                        Arbitraries.longs().greaterOrEqual(0))
                                .ofMaxSize(3))
                .as((article, at, views, shares) -> new Item.Balance(ArticleId.of(article), at, views, shares));
        Arbitrary<Item> redirects = Combinators.combine(texts(), ArbitraryContent.keys())
                .as((from, to) -> new Item.Redirect("/" + from, to));
        return Arbitraries.oneOf(
                ArbitraryContent.pages().map(Item.Page::new),
                ArbitraryContent.publications().map(Item.Site::new),
                ArbitraryContent.authors().map(Item.Author::new),
                menus,
                balances,
                redirects);
    }

    private static Arbitrary<List<Item>> items(List<Article> articles) {
        List<ArticleId> ids = Stream.concat(articles.stream().map(Article::id), Stream.of(ELSEWHERE))
                .toList();
        Arbitrary<Item> stories =
                articles.isEmpty() ? others() : Arbitraries.of(articles).map(Item.Article::new);
        return Arbitraries.oneOf(stories, remarks(ids), remarks(ids), others())
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<History> histories() {
        return ArbitraryContent.articles()
                .list()
                .ofMaxSize(4)
                .flatMap(articles -> Combinators.combine(
                                items(articles),
                                items(articles),
                                comments(
                                                articles.isEmpty()
                                                        ? List.of(ELSEWHERE)
                                                        : articles.stream()
                                                                .map(Article::id)
                                                                .toList())
                                        .list()
                                        .ofMaxSize(3))
                        .as(History::new));
    }

    @Property(tries = 60)
    void anExportImportedIsTheSameSite(@ForAll("histories") History history) throws IOException {
        Path temporary = Files.createTempDirectory("export-laws");
        try {
            Path folder = temporary.resolve("site");
            Items.publish(folder, history.first());
            Items.publish(folder, history.second());
            write(folder, history.own());
            byte[] exported = export(folder);

            List<Item> read = new ArrayList<>();
            ImportReport report = JsonLinesReader.with(ImportOptions.defaults().withSenders(true))
                    .read(ContentSource.of("law", exported), read::add);
            assertThat(report.problems()).isEmpty();
            Path copy = temporary.resolve("copy");
            Items.publish(copy, read);

            assertThat(SiteContent.of(copy)).isEqualTo(SiteContent.of(folder));
            assertThat(items(copy)).isEqualTo(items(folder)).isEqualTo(read);
            assertThat(export(copy)).isEqualTo(exported);
            assertThat(Items.publish(folder, read).any())
                    .as("the export changes nothing where it comes from")
                    .isFalse();
        } finally {
            SiteFolder.delete(temporary);
        }
    }

    private static void write(Path folder, List<Comment> own) {
        try (Site site = Site.edit(folder)) {
            for (Comment comment : own) {
                boolean isAnothers = site.comment(comment.id())
                        .map(known -> !known.article().equals(comment.article()))
                        .orElse(false);
                if (!isAnothers && site.articles().find(comment.article()).isPresent()) {
                    site.addComment(comment, null);
                }
            }
        }
    }

    private static List<Item> items(Path folder) {
        try (Site site = Site.read(folder)) {
            List<Item> items = new ArrayList<>();
            site.items().forEach(items::add);
            return items;
        }
    }

    private static byte[] export(Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Site site = Site.read(folder)) {
            JsonLinesWriter.with(ExportOptions.defaults().withSenders(true)).write(site.items(), out);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().count())
                .isEqualTo(items(folder).size());
        return out.toByteArray();
    }
}
