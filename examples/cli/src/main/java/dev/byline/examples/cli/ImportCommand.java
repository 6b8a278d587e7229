package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.examples.cli.site.Site;
import dev.byline.examples.cli.site.SiteChanges;
import dev.byline.examples.cli.site.SiteStaging;
import dev.byline.exchange.ContentReader;
import dev.byline.exchange.ContentSource;
import dev.byline.exchange.FeedReader;
import dev.byline.exchange.GhostReader;
import dev.byline.exchange.ImportOptions;
import dev.byline.exchange.ImportReport;
import dev.byline.exchange.Item;
import dev.byline.exchange.JsonLinesReader;
import dev.byline.exchange.MarkdownReader;
import dev.byline.exchange.NinjsReader;
import dev.byline.exchange.Problem;
import dev.byline.exchange.WpRestReader;
import dev.byline.exchange.WxrReader;
import dev.byline.ranking.popular.Counts;
import dev.byline.search.ArticleSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings content into the site. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings the content of other systems into the site's folder, which is made if it is missing.",
        footer = {
            "",
            "All files come in together or, if one is refused, none of them. Importing the same thing again changes",
            "nothing. What was sent to comment by (addresses, agents) is left out unless --senders is given."
        })
final class ImportCommand extends SiteCommand {
    /** What a file can be. */
    enum Format {
        AUTO,
        WXR,
        JSONL,
        MARKDOWN,
        WPREST,
        GHOST,
        NINJS,
        FEED,
        TOTALS
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "WordPress exports (WXR) or answers of its REST interface, Ghost's JSON, ninjs, RSS, Atom,"
                    + " Byline JSON lines, or Markdown with front matter (Hugo, Jekyll): a file, a folder, or a zip or"
                    + " tar.gz of them.")
    List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "AUTO",
            description =
                    "auto, wxr, wprest, ghost, ninjs, feed, jsonl, markdown, or totals: what WordPress Popular Posts, JNews or Top 10 had counted, their"
                            + " tables as CSV or JSON; ${DEFAULT-VALUE} looks at the first bytes.")
    Format format = Format.AUTO;

    @Option(names = "--senders", description = "Keep the addresses and agents of those who commented.")
    boolean senders;

    @Option(names = "--lenient", description = "Repair bare ampersands in XML that is not well-formed.")
    boolean lenient;

    @Option(
            names = "--honour-expiry",
            description = "Let expiry dates that have passed unpublish; else they are counted and left out.")
    boolean honourExpiry;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The zone of dates that state none; ${DEFAULT-VALUE} if not given.")
    String zone = "UTC";

    @Option(
            names = "--regions",
            description = "Give articles that come without a region those that their texts are about.")
    boolean regions;

    private static final String NONE = " 0 new, 0 changed, 0 as before";

    /**
     * What came of an import; {@code regionsSuggested} is how many articles have regions by their texts alone, and
     * {@code commentsAstray} how many of its comments are on an article that is not there.
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Imported(
            @JsonInclude List<ImportReport> reports,
            @JsonInclude boolean refused,
            long regionsSuggested,
            long commentsAstray,
            @JsonInclude @Nullable SiteChanges changes) {}

    @Override
    int run(Path folder) {
        ImportOptions options = ImportOptions.defaults()
                .withSenders(senders)
                .withLenient(lenient)
                .withHonourExpiry(honourExpiry)
                .withAt(clock().instant())
                .withZone(zone());
        Imported imported =
                into(folder, files, format, options, terminal(), clock(), regions ? new SuggestedRegions() : null);
        if (json) {
            terminal().json(imported);
        } else {
            imported.reports().forEach(report -> report.lines().forEach(terminal()::line));
            if (imported.regionsSuggested() > 0) {
                terminal()
                        .line("suggested: regions of " + PageText.count(imported.regionsSuggested(), "article")
                                + " by their texts");
            }
            if (imported.commentsAstray() > 0) {
                terminal()
                        .line("astray: " + PageText.count(imported.commentsAstray(), "comment")
                                + " on static pages or on articles that are not here; kept, but shown nowhere");
            }
            SiteChanges changes = imported.changes();
            if (changes == null) {
                terminal().line("Nothing was changed.");
                if (!lenient && imported.reports().stream().anyMatch(ImportCommand::isBrokenXml)) {
                    terminal().line("XML that fails over a bare \"&\" may come in with --lenient.");
                }
            } else {
                terminal()
                        .line(
                                changes.any()
                                        ? summary(changes)
                                        : "The site has all of it already; nothing was changed.");
            }
        }
        return imported.refused() ? Byline.REFUSED : Byline.DONE;
    }

    static Imported into(
            Path folder,
            List<Path> files,
            Format format,
            ImportOptions options,
            Terminal terminal,
            InstantSource clock,
            @Nullable SuggestedRegions suggested) {
        for (Path file : files) {
            if (!Files.isReadable(file) || !(Files.isRegularFile(file) || Files.isDirectory(file))) {
                throw new Refusal("there is no readable file or folder " + file);
            }
        }
        List<ImportReport> reports = new ArrayList<>();
        SiteChanges changes;
        long astray;
        try (SiteStaging staging = Site.stage(folder)) {
            Counting counting = new Counting(terminal, staging);
            for (Path file : files) {
                ContentSource source = ContentSource.at(file);
                ContentReader reader = format == Format.TOTALS
                        ? new TotalsReader(options, clock.instant())
                        : reader(source, format, options);
                // Byline's own lines say all of a balance, others only what they had counted.
                ImportReport report = reader.read(
                        source,
                        reader instanceof JsonLinesReader
                                ? item -> counting.accept(filed(item, suggested))
                                : item -> counting.accept(completed(filed(item, suggested), staging)));
                reports.add(report);
                if (report.refused() || nothing(report)) {
                    terminal.progressDone();
                    return new Imported(reports, true, 0, 0, null);
                }
            }
            terminal.progress("Bringing the index up to date");
            ArticleStore articles = staging.settled();
            astray = counting.astray(articles);
            try (ArticleSearch search = Newsroom.openIndex(staging.index(), articles, clock)) {
                search.catchUp(articles);
            }
            changes = staging.changes();
            staging.publish();
        }
        try (Newsroom newsroom = Newsroom.edit(folder, clock)) {
            if (newsroom.site().balancesDue()) {
                newsroom.site()
                        .takeBalances(balance -> newsroom.counters()
                                .balance(
                                        balance.article(), balance.at(), Counts.of(balance.views(), balance.shares())));
            }
        }
        terminal.progressDone();
        return new Imported(reports, false, suggested == null ? 0 : suggested.count(), astray, changes);
    }

    private static Item filed(Item item, @Nullable SuggestedRegions suggested) {
        return suggested != null && item instanceof Item.Article article
                ? new Item.Article(suggested.filed(article.article()))
                : item;
    }

    /** What a source did not count stays as it was: one knows the views, another the shares. */
    private static Item completed(Item item, SiteStaging staging) {
        if (!(item instanceof Item.Balance balance)) {
            return item;
        }
        return staging.balance(balance.article())
                .<Item>map(before -> new Item.Balance(
                        balance.article(),
                        balance.at().isAfter(before.at()) ? balance.at() : before.at(),
                        balance.views() == 0 ? before.views() : balance.views(),
                        balance.shares().isEmpty() ? before.shares() : balance.shares()))
                .orElse(item);
    }

    // A source of which nothing is an item is no export, whatever it looked like or was said to be.
    private static boolean nothing(ImportReport report) {
        return report.counts().values().stream().allMatch(count -> count == 0);
    }

    // What is wrong with an archive stands on no line.
    private static boolean isBrokenXml(ImportReport report) {
        Problem fatal = report.fatal();
        return fatal != null
                && fatal.line() > 0
                && List.of("WXR", "RSS or Atom").contains(report.format());
    }

    private static ContentReader reader(ContentSource source, Format format, ImportOptions options) {
        return switch (format) {
            case WXR -> WxrReader.with(options);
            case JSONL -> JsonLinesReader.with(options);
            case MARKDOWN -> MarkdownReader.with(options);
            case WPREST -> WpRestReader.with(options);
            case GHOST -> GhostReader.with(options);
            case NINJS -> NinjsReader.with(options);
            case FEED -> FeedReader.with(options);
            case AUTO, TOTALS ->
                ContentReader.recognising(source, options)
                        .orElseThrow(
                                () -> new Refusal(
                                        source.name()
                                                + " holds nothing that an import knows: no export of WordPress or Ghost, no ninjs, RSS"
                                                + " or Atom, no Byline JSON lines, no Markdown with front matter; nothing was changed"));
        };
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Refusal.usage("\"" + zone + "\" is no time zone such as Asia/Riyadh");
        }
    }

    private static String summary(SiteChanges changes) {
        List<String> counts = new ArrayList<>(List.of(
                counted("articles", changes.articles()),
                counted("pages", changes.pages()),
                counted("comments", changes.comments()),
                counted("authors", changes.authors()),
                counted("menus", changes.menus())));
        // Most sources hold none of these.
        List.of(
                        counted("what the site says of itself", changes.site()),
                        counted("balances", changes.balances()),
                        counted("redirects", changes.redirects()))
                .stream()
                .filter(count -> !count.contains(NONE))
                .forEach(counts::add);
        return String.join("; ", counts) + ".";
    }

    private static String counted(String what, SiteChanges.Count count) {
        return what + " " + count.added() + " new, " + count.replaced() + " changed, " + count.unchanged()
                + " as before";
    }

    /** Hands items on and says how far it has come. */
    private static final class Counting implements Consumer<Item> {
        private static final int ASKED_AT_ONCE = 500;

        private final Terminal terminal;
        private final SiteStaging staging;
        private final Map<ArticleId, Long> comments = new HashMap<>();
        private long items;

        Counting(Terminal terminal, SiteStaging staging) {
            this.terminal = terminal;
            this.staging = staging;
        }

        @Override
        public void accept(Item item) {
            staging.take(item);
            if (item instanceof Item.Remark remark) {
                comments.merge(remark.comment().article(), 1L, Long::sum);
            }
            if (++items % 500 == 0) {
                terminal.progress("%,d items read", items);
            }
        }

        /** How many comments were on an article that is not there, whichever of the two came first. */
        long astray(ArticleStore articles) {
            List<ArticleId> commented = List.copyOf(comments.keySet());
            for (int from = 0; from < commented.size(); from += ASKED_AT_ONCE) {
                articles.summaries(commented.subList(from, Math.min(commented.size(), from + ASKED_AT_ONCE)))
                        .forEach(article -> comments.remove(article.id()));
            }
            return comments.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
