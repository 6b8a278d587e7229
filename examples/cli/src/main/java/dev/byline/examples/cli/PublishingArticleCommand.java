package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** What commands that publish something of one article have: which article. */
abstract class PublishingArticleCommand extends PublishingCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "SLUG",
            description = "The slug or id of an article; the newest if not given.")
    @Nullable
    String slug;

    /** The article that was asked for, if readers can see it. */
    final Article article(Newsroom newsroom) {
        String asked = slug;
        Optional<ArticleId> id = asked == null
                ? newsroom
                        .articles()
                        .page(ArchiveQuery.at(newsroom.clock().instant()).limit(1))
                        .articles()
                        .stream()
                        .map(ArticleSummary::id)
                        .findFirst()
                : newsroom.idOf(ArticleId.of(asked));
        return id.flatMap(newsroom.articles()::find)
                .filter(article -> article.isPublic(newsroom.clock().instant()))
                .orElseThrow(() -> new Refusal(
                        asked == null
                                ? "there is no article that readers can see"
                                : "there is no article \"" + asked + "\" that readers can see"));
    }
}
