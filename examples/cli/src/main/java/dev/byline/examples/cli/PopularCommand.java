package dev.byline.examples.cli;

import dev.byline.article.ArticleSummary;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the most read articles. */
@Command(name = "popular", mixinStandardHelpOptions = true, description = "Shows the most read articles, and why.")
final class PopularCommand extends SiteCommand {
    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "How many; ${DEFAULT-VALUE} if not given.")
    int count;

    @Option(
            names = "--window",
            paramLabel = "SPAN",
            defaultValue = "7d",
            description = "all, or a time such as 90m, 24h or 7d up to now; ${DEFAULT-VALUE} if not given.")
    String window = "7d";

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Override
    int run(Path folder) {
        Limits.atLeastOne("-n", count);
        Window span = Window.parse(window)
                .orElseThrow(() -> Refusal.usage("--window is all, or a time such as 90m, 24h or 7d, not " + window));
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            List<Ranked<ArticleSummary>> top = newsroom.popular().top(count, span);
            if (json) {
                terminal().json(top);
                return Byline.DONE;
            }
            if (top.isEmpty()) {
                terminal().line("No popular posts");
            }
            var counts = newsroom.popular()
                    .shares(top.stream().map(post -> post.item().id()).toList());
            int position = 0;
            for (Ranked<ArticleSummary> post : top) {
                long shared = counts.getOrDefault(post.item().id(), Counts.NONE).allShares();
                terminal().wrapped(++position + ". " + post.item().headline(), "");
                terminal()
                        .line(String.format(
                                Locale.ENGLISH,
                                "   %,.0f %s · %s  /%s",
                                post.value(),
                                post.unit(),
                                PageText.count(shared, "share"),
                                post.item().slug()));
                if (explain) {
                    Reasons.print(terminal(), post);
                }
            }
            return Byline.DONE;
        }
    }
}
