package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.popular.Apart;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Order;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.popular.PopularQuery;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the most popular articles. */
@Command(
        name = "popular",
        mixinStandardHelpOptions = true,
        description = "Shows the most popular articles, and why.",
        subcommands = VerifyPopularCommand.class)
final class PopularCommand extends SiteCommand {
    private static final String WINDOWS = "all, a time such as 90m, 24h or 7d up to now, today, yesterday, week, "
            + "week-saturday, or two instants with a slash between them";

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
            description = "Whose readers count: " + WINDOWS + "; ${DEFAULT-VALUE} if not given.")
    String window = "7d";

    @Option(
            names = "--by",
            paramLabel = "ORDER",
            defaultValue = "views",
            description =
                    "views, shares, comments, reactions or visitors; decayed, trending, average, velocity, least, reddit, "
                            + "hacker-news, lemmy or approval; ${DEFAULT-VALUE} if not given.")
    String by = "views";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "By whose calendar days go, e.g. Asia/Riyadh; the site's if not given.")
    @Nullable
    String zone;

    @Option(names = "--section", paramLabel = "KEY", description = "Only articles of this section.")
    @Nullable
    String section;

    @Option(names = "--region", paramLabel = "KEY", description = "Only articles of this region, e.g. iq.")
    @Nullable
    String region;

    @Option(
            names = "--pin",
            paramLabel = "SLUG",
            description = "An article that comes first, whatever was read; may be given again.")
    List<String> pinned = List.of();

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Option(
            names = "--apart",
            description = "Say what was counted apart: repeats, floods, programs, browsers ahead of their readers,"
                    + " the house.")
    boolean apart;

    /** A place in the list with what was counted apart in its window. */
    record WithApart(@JsonUnwrapped Ranked<ArticleSummary> post, Apart apart) {}

    @Override
    int run(Path folder) {
        Limits.atLeastOne("-n", count);
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            ZoneId calendar = calendar(newsroom);
            Window span = Window.parse(window, calendar)
                    .orElseThrow(() -> Refusal.usage("--window is " + WINDOWS + "; not " + window));
            Order order = Order.parse(by, calendar)
                    .orElseThrow(
                            () -> Refusal.usage("--by is one of " + String.join(", ", Order.names()) + "; not " + by));
            Instant at = newsroom.clock().instant();
            if (order instanceof Order.Trending) {
                checkTrend(span, at);
            }
            PopularArticles popular = PopularArticles.with(
                    PopularPolicy.defaults().order(order), newsroom.counters(), newsroom.articles(), newsroom.clock());
            List<Ranked<ArticleSummary>> top = popular.top(query(span, newsroom));
            List<ArticleId> ids = top.stream().map(post -> post.item().id()).toList();
            Map<ArticleId, Tally> tallies = newsroom.counters().tallies(ids, span, at);
            if (json) {
                terminal().json(apart ? withApart(top, tallies) : top);
                return Byline.DONE;
            }
            if (top.isEmpty()) {
                terminal().line("No popular posts");
            }
            print(top, order, popular.shares(ids), tallies);
            return Byline.DONE;
        }
    }

    private ZoneId calendar(Newsroom newsroom) {
        String stated = zone;
        try {
            return stated == null ? newsroom.zone() : ZoneId.of(stated);
        } catch (DateTimeException unknown) {
            throw Refusal.usage("--zone: there is no zone \"" + stated + "\"");
        }
    }

    // Of a longer one it would look at the end alone, and of all time nothing comes before.
    private static void checkTrend(Window span, Instant at) {
        Instant from = span.from(at);
        Duration longest = Order.Trending.LONGEST;
        // The minute that runs belongs to a window up to now.
        if (from == null || Duration.between(from, span.to(at)).compareTo(longest.plusMinutes(1)) > 0) {
            throw Refusal.usage("--by trending compares a window with as much time before it: give a --window of "
                    + longest.toDays() + " days at the most");
        }
    }

    private PopularQuery query(Window span, Newsroom newsroom) {
        PopularQuery query = PopularQuery.of(span).limit(count);
        KnownTerms known = new KnownTerms(newsroom.articles(), newsroom.clock().instant());
        if (section != null) {
            for (String key : known.of(List.of(section), ArticleStore.By.SECTION, "is filed under the section")) {
                query = query.in(Section.of(key, key));
            }
        }
        if (region != null) {
            for (String key : known.of(List.of(region), ArticleStore.By.REGION, "is filed under the region")) {
                query = query.in(Region.of(key));
            }
        }
        List<ArticleId> first = new ArrayList<>();
        for (String slug : pinned) {
            first.add(newsroom.idOf(ArticleId.of(slug))
                    .orElseThrow(() -> new Refusal("there is no article \"" + slug + "\" to pin")));
        }
        return query.pinned(first);
    }

    private static List<WithApart> withApart(List<Ranked<ArticleSummary>> top, Map<ArticleId, Tally> tallies) {
        List<WithApart> all = new ArrayList<>();
        top.forEach(post -> all.add(new WithApart(post, tally(post, tallies).apart())));
        return all;
    }

    private static Tally tally(Ranked<ArticleSummary> post, Map<ArticleId, Tally> tallies) {
        return tallies.getOrDefault(post.item().id(), Tally.NONE);
    }

    private void print(
            List<Ranked<ArticleSummary>> top, Order order, Map<ArticleId, Counts> ever, Map<ArticleId, Tally> tallies) {
        int position = 0;
        for (Ranked<ArticleSummary> post : top) {
            long shared = ever.getOrDefault(post.item().id(), Counts.NONE).allShares();
            terminal().wrapped(++position + ". " + post.item().headline(), "");
            terminal()
                    .line("   " + worth(post, order, tally(post, tallies)) + " · " + PageText.count(shared, "share")
                            + "  /" + post.item().slug());
            if (explain) {
                Reasons.print(terminal(), post);
            }
            if (apart) {
                Apart others = tally(post, tallies).apart();
                terminal()
                        .line(String.format(
                                Locale.ENGLISH,
                                "   apart: %s, %,d of programs, %,d ahead of their readers, %,d of the house%s",
                                PageText.count(others.repeats(), "repeat"),
                                others.bots(),
                                others.prefetches(),
                                others.editors(),
                                others.floods() == 0
                                        ? ""
                                        : String.format(Locale.ENGLISH, ", %,d of floods", others.floods())));
            }
        }
    }

    /** What a post is worth, or why it stands there without a value. */
    private static String worth(Ranked<ArticleSummary> post, Order order, Tally tally) {
        List<Reason> reasons = post.reasons();
        Reason last = reasons.get(reasons.size() - 1);
        if (PopularArticles.isFilling(post) || last.rule().equals("P-50")) {
            return last.text();
        }
        // Its value only turns the order around.
        return order instanceof Order.Least least
                ? Amounts.of((double) tally.by(least.measure()), "views")
                : Amounts.of(post.value(), post.unit());
    }
}
