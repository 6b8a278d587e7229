package dev.byline.examples.cli.site;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests import. */
final class Items {
    static final Sender SENDER = new Sender("reader@example.org", "192.0.2.7", "Browser", "");

    private Items() {}

    static Item article(String id, int comments) {
        return new Item.Article(sample(id, comments));
    }

    static Article sample(String id, int comments) {
        return SampleArticles.article(id)
                .body("<p>Body of " + id + "</p>")
                .regions(SampleArticles.BASRA)
                .commentCount(comments)
                .build();
    }

    static Item remark(String id, String article) {
        return new Item.Remark(comment(id, article, CommentState.APPROVED), null);
    }

    static Comment comment(String id, String article, CommentState state) {
        return new Comment(
                CommentId.of(id),
                ArticleId.of(article),
                null,
                Comment.Kind.COMMENT,
                state,
                "A reader",
                "",
                "<p>Comment " + id + "</p>",
                SampleArticles.NOW.plus(Duration.ofMinutes(id.length())));
    }

    /** One of each sort. */
    static List<Item> all() {
        return List.of(
                new Item.Site(Publication.of(
                        "The Daily Ferry", "https://ferry.example", Language.of("en"), ZoneId.of("Asia/Baghdad"))),
                new Item.Author(new Author("mina-hadid", "Mina Hadid", "", "Reports from Basra.")),
                article("bridge", 1),
                new Item.Remark(comment("c1", "bridge", CommentState.APPROVED), SENDER),
                new Item.Remark(comment("c2", "bridge", CommentState.SPAM), null),
                new Item.Page(StaticPage.of("about", "About", "<p>Who we are</p>", SampleArticles.NOW)),
                new Item.Navigation(Menu.of("main", "Main", Menu.Entry.of("Home", MenuTarget.home()))),
                new Item.Balance(ArticleId.of("bridge"), SampleArticles.NOW, 120, Map.of("facebook", 7L)),
                new Item.Redirect("/old/bridge", "/bridge"));
    }

    /** Imports and publishes. */
    static SiteChanges publish(Path folder, Item... items) {
        return publish(folder, List.of(items));
    }

    static SiteChanges publish(Path folder, List<Item> items) {
        try (SiteStaging staging = Site.stage(folder)) {
            items.forEach(staging::take);
            staging.publish();
            return staging.changes();
        }
    }

    /** The count on an article's card; null where the article is not there. */
    static @Nullable Integer count(Path folder, String article) {
        try (Site site = Site.read(folder)) {
            return site.articles()
                    .find(ArticleId.of(article))
                    .map(Article::commentCount)
                    .orElse(null);
        }
    }
}
