package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.ArticleSummary;
import dev.byline.article.SlugMatch;
import dev.byline.score.Ranked;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what to read after an article. */
@Command(
        name = "related",
        mixinStandardHelpOptions = true,
        description = "Shows the posts that are related to an article, and why.")
final class RelatedCommand extends SiteCommand {
    @Parameters(paramLabel = "SLUG", description = "The slug of an article.")
    String slug = "";

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "4",
            description = "How many; ${DEFAULT-VALUE} if not given.")
    int count;

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Override
    int run(Path folder) {
        Limits.atLeastOne("-n", count);
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            Article article = newsroom.articles()
                    .bySlug(slug, clock().instant())
                    .map(SlugMatch::article)
                    .orElseThrow(() -> new Refusal("there is no article \"" + slug + "\""));
            List<Ranked<ArticleSummary>> posts = newsroom.related().to(article, count);
            if (json) {
                terminal().json(posts);
            } else if (posts.isEmpty()) {
                terminal().line("No related posts");
            } else {
                posts.forEach(post -> print(post, newsroom));
            }
            return Byline.DONE;
        }
    }

    private void print(Ranked<ArticleSummary> post, Newsroom newsroom) {
        String label = post.item().label().map(term -> "[" + term.name() + "] ").orElse("");
        terminal().wrapped(label + post.item().headline(), "");
        terminal()
                .line("  /" + post.item().slug() + "  "
                        + PageText.date(post.item().publishedAt(), newsroom.zone()));
        if (explain) {
            Reasons.print(terminal(), post);
        }
    }
}
