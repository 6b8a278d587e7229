package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.score.Ranked;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Facets;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.taxonomy.Region;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches the site. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the site: words, \"an exact phrase\", -without.",
        footer = "Quote it for the shell: byline search 'bridge -river \"exact phrase\"'")
final class SearchCommand extends SiteCommand {
    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
    List<String> words = List.of();

    @Option(names = "--region", paramLabel = "KEY", description = "Only articles of this region, e.g. iq.")
    @Nullable
    String region;

    @Option(names = "--section", paramLabel = "KEY", description = "Only articles of this section.")
    @Nullable
    String section;

    @Option(names = "--tag", paramLabel = "KEY", description = "Only articles with this tag.")
    @Nullable
    String tag;

    @Option(names = "--author", paramLabel = "SLUG", description = "Only articles by this author.")
    @Nullable
    String author;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only articles published on this day (2026-11-20) or at this instant or later.")
    @Nullable
    String from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Only articles published on this day or earlier, or before this instant.")
    @Nullable
    String until;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            description = "relevance, newest or oldest; the most relevant first if not given.")
    @Nullable
    String sort;

    @Option(names = "--newest", description = "The same as --sort newest.")
    boolean newest;

    @Option(names = "--literally", description = "Look for the words as they are typed, respelling none.")
    boolean literally;

    @Option(
            names = "--facets",
            description = "Count what was found by region, section, tag, author and month of the site's zone.")
    boolean facets;

    @Option(names = "--all", description = "Every result, page after page from the first.")
    boolean all;

    @Option(names = "--page", paramLabel = "NUMBER", defaultValue = "1", description = "Which page, from 1.")
    int page;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many on a page; ${DEFAULT-VALUE} if not given.")
    int count;

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Override
    int run(Path folder) {
        Limits.atLeastOne("-n", count);
        Limits.atLeastOne("--page", page);
        if (count > SearchQuery.MOST) {
            throw Refusal.usage("-n is 1 to " + SearchQuery.MOST + " here, not " + count);
        }
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            SearchPage found = find(newsroom.search(), query(newsroom.zone()));
            if (json) {
                terminal().json(found);
            } else {
                print(found, newsroom);
            }
            return Byline.DONE;
        }
    }

    private SearchQuery query(ZoneId zone) {
        SearchQuery query = SearchQuery.text(String.join(" ", words)).sort(order());
        query = all ? query.page(0, SearchQuery.MOST) : query.page(page - 1, count);
        query = region == null ? query : query.in(Region.of(region.toLowerCase(Locale.ROOT)));
        query = section == null ? query : query.section(section);
        query = tag == null ? query : query.tag(tag);
        query = author == null ? query : query.author(author);
        query = literally ? query.literally() : query;
        query = facets ? query.facets(Facets.Kind.values()) : query;
        return query.published(time("--from", from, zone, 0), time("--until", until, zone, 1));
    }

    private SearchQuery.Sort order() {
        if (sort == null) {
            return newest ? SearchQuery.Sort.NEWEST : SearchQuery.Sort.RELEVANCE;
        }
        if (newest && !sort.equals("newest")) {
            throw Refusal.usage("--newest and --sort " + sort + " are two orders");
        }
        return switch (sort) {
            case "relevance" -> SearchQuery.Sort.RELEVANCE;
            case "newest" -> SearchQuery.Sort.NEWEST;
            case "oldest" -> SearchQuery.Sort.OLDEST;
            default -> throw Refusal.usage("--sort is relevance, newest or oldest, not \"" + sort + "\"");
        };
    }

    private static @Nullable Instant time(String option, @Nullable String text, ZoneId zone, int days) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException unread) {
            throw Refusal.usage(
                    option + " is a day as 2026-11-20 or an instant as 2026-11-20T12:00:00Z, not \"" + text + "\"");
        }
    }

    // A cursor leads on no longer than the process lives.
    private SearchPage find(ArticleSearch search, SearchQuery query) {
        SearchPage first = search.find(query);
        List<Ranked<SearchHit>> hits = new ArrayList<>(first.hits());
        for (SearchPage next = first; all && !next.next().isEmpty(); ) {
            next = search.find(query.facets(new Facets.Kind[0]).after(next.next()));
            hits.addAll(next.hits());
        }
        return new SearchPage(
                query,
                first.outcome(),
                first.total(),
                first.withAllWords(),
                first.cut(),
                first.respelled(),
                first.alternatives(),
                first.facets(),
                "",
                hits);
    }

    // A filter that nothing is filed under is more likely mistyped than meant.
    private void unheardOf(Newsroom newsroom) {
        ArchiveQuery all = ArchiveQuery.at(clock().instant());
        if (region != null && newsroom.articles().count(all.in(Region.of(region.toLowerCase(Locale.ROOT)))) == 0) {
            terminal().line("No article is filed under the region \"" + region + "\".");
        }
        if (section != null && newsroom.articles().count(all.section(section)) == 0) {
            terminal().line("No article is filed under the section \"" + section + "\".");
        }
        if (tag != null && newsroom.articles().count(all.tag(tag)) == 0) {
            terminal().line("No article has the tag \"" + tag + "\".");
        }
        if (author != null && newsroom.articles().count(all.author(author)) == 0) {
            terminal().line("No article is by the author \"" + author + "\".");
        }
    }

    private void print(SearchPage found, Newsroom newsroom) {
        for (SearchPage.Respelled word : found.respelled()) {
            terminal().line("Showing results for \"" + word.as() + "\" instead of \"" + word.typed() + "\".");
        }
        if (found.total() == 0) {
            terminal().line(NewsPage.SearchBox.DEFAULT.nothing());
            String reason = reason(found.outcome());
            if (!reason.isEmpty()) {
                terminal().line(reason);
            }
            unheardOf(newsroom);
            alternatives(found);
            return;
        }
        for (Ranked<SearchHit> hit : found.hits()) {
            terminal().wrapped(hit.item().headline(), "");
            terminal()
                    .line("  /" + hit.item().slug() + "  "
                            + PageText.date(hit.item().publishedAt(), newsroom.zone()));
            BodyText.print(terminal(), hit.item().snippetHtml(), "  ");
            if (explain) {
                Reasons.print(terminal(), hit);
            }
        }
        terminal().line();
        terminal()
                .line(
                        found.hits().size() < found.total()
                                ? NewsPage.SearchBox.DEFAULT.all() + " (" + found.total() + ")"
                                : PageText.count(found.total(), "result"));
        alternatives(found);
        counts(found.facets(), newsroom.zone());
    }

    private static String reason(SearchPage.Outcome outcome) {
        return switch (outcome) {
            case NO_ARTICLES -> "There is no public article yet.";
            case NO_WORDS -> "There is no word in it.";
            case NO_SUCH_PHRASE -> "No article has the phrase exactly so.";
            case LEFT_OUT -> "All that have the words are left out by a minus.";
            case FILTERED_OUT -> "Without the filters there are results.";
            case TOO_FEW_WORDS -> "No article has enough of the words.";
            case FOUND, UNKNOWN_WORDS, CURSOR_EXPIRED -> "";
        };
    }

    private void alternatives(SearchPage found) {
        for (SearchPage.Alternative other : found.alternatives()) {
            terminal().line("Did you mean: " + said(other.query()) + " (" + other.total() + ")");
        }
    }

    // What the alternative keeps of the filters.
    private static String said(SearchQuery query) {
        StringBuilder said = new StringBuilder(query.text());
        query.regions().forEach(region -> said.append(" --region ").append(region));
        add(said, " --section ", query.section());
        add(said, " --tag ", query.tag());
        add(said, " --author ", query.author());
        add(said, " --from ", query.from());
        add(said, " --until ", query.until());
        return said.toString();
    }

    private static void add(StringBuilder said, String option, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            said.append(option).append(value);
        }
    }

    private void counts(Facets found, ZoneId zone) {
        found.counts().forEach((kind, counts) -> {
            if (!counts.isEmpty()) {
                terminal().line();
                terminal().line("By " + kind.name().toLowerCase(Locale.ROOT));
                counts.forEach(count ->
                        terminal().line("  " + count.articles() + "  " + count.name() + " (" + count.key() + ")"));
            }
        });
        if (!found.months().isEmpty()) {
            terminal().line();
            terminal().line("By month");
            found.months()
                    .forEach(month -> terminal()
                            .line("  " + month.articles() + "  " + PageText.date(month.from(), zone) + " to "
                                    + PageText.date(month.until().minusNanos(1), zone)));
        }
    }
}
