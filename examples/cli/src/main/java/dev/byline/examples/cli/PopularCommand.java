package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.popular.Apart;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Order;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the most popular articles. */
@Command(name = "popular", mixinStandardHelpOptions = true, description = "Shows the most popular articles, and why.")
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

    @Option(
            names = "--by",
            paramLabel = "ORDER",
            defaultValue = "views",
            description = {
                "views, shares, comments or reactions; decayed, trending, average, velocity, least,",
                "reddit, hacker-news, lemmy or approval; ${DEFAULT-VALUE} if not given."
            })
    String by = "views";

    @Option(names = "--section", paramLabel = "KEY", description = "Only articles of this section.")
    @Nullable
    String section;

    @Option(names = "--region", paramLabel = "KEY", description = "Only articles of this region, e.g. iq.")
    @Nullable
    String region;

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Option(
            names = "--apart",
            description = "Say what was counted apart: repeats, programs, browsers ahead of their readers, the house.")
    boolean apart;

    /** A place in the list with what was counted apart in its window. */
    record WithApart(@JsonUnwrapped Ranked<ArticleSummary> post, Apart apart) {}

    @Override
    int run(Path folder) {
        Limits.atLeastOne("-n", count);
        Window span = Window.parse(window)
                .orElseThrow(() -> Refusal.usage("--window is all, or a time such as 90m, 24h or 7d, not " + window));
        Order order = Order.parse(by)
                .orElseThrow(() -> Refusal.usage("--by is an order such as views or trending, not " + by));
        if (section != null && region != null) {
            throw Refusal.usage("give --section or --region, not both");
        }
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            PopularArticles popular = PopularArticles.with(
                    PopularPolicy.defaults().order(order), newsroom.counters(), newsroom.articles(), newsroom.clock());
            List<Ranked<ArticleSummary>> top = top(popular, span);
            List<ArticleId> ids = top.stream().map(post -> post.item().id()).toList();
            Map<ArticleId, Tally> tallies =
                    newsroom.counters().tallies(ids, span, newsroom.clock().instant());
            if (json) {
                terminal().json(apart ? withApart(top, tallies) : top);
                return Byline.DONE;
            }
            if (top.isEmpty()) {
                terminal().line("No popular posts");
            }
            print(top, popular.shares(ids), tallies);
            return Byline.DONE;
        }
    }

    private List<Ranked<ArticleSummary>> top(PopularArticles popular, Window span) {
        String ofSection = section;
        String ofRegion = region;
        if (ofSection != null) {
            return popular.top(count, span, Section.of(ofSection, ofSection));
        }
        return ofRegion == null
                ? popular.top(count, span)
                : popular.top(count, span, Region.of(ofRegion.strip().toLowerCase(Locale.ROOT)));
    }

    private static List<WithApart> withApart(List<Ranked<ArticleSummary>> top, Map<ArticleId, Tally> tallies) {
        List<WithApart> all = new ArrayList<>();
        top.forEach(post -> all.add(new WithApart(post, apart(post, tallies))));
        return all;
    }

    private static Apart apart(Ranked<ArticleSummary> post, Map<ArticleId, Tally> tallies) {
        return tallies.getOrDefault(post.item().id(), Tally.NONE).apart();
    }

    private void print(List<Ranked<ArticleSummary>> top, Map<ArticleId, Counts> ever, Map<ArticleId, Tally> tallies) {
        int position = 0;
        for (Ranked<ArticleSummary> post : top) {
            long shared = ever.getOrDefault(post.item().id(), Counts.NONE).allShares();
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
            if (apart) {
                Apart others = apart(post, tallies);
                terminal()
                        .line(String.format(
                                Locale.ENGLISH,
                                "   apart: %,d repeats, %,d of programs, %,d ahead of their readers, %,d of the house",
                                others.repeats(),
                                others.bots(),
                                others.prefetches(),
                                others.editors()));
            }
        }
    }
}
