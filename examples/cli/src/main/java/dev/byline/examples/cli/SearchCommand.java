package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.taxonomy.Region;
import java.nio.file.Path;
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

    @Option(names = "--newest", description = "Newest first, instead of the most relevant.")
    boolean newest;

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
        SearchQuery query = SearchQuery.text(String.join(" ", words)).page(page - 1, count);
        query = region == null ? query : query.in(Region.of(region.toLowerCase(Locale.ROOT)));
        query = section == null ? query : query.section(section);
        query = tag == null ? query : query.tag(tag);
        query = newest ? query.sort(SearchQuery.Sort.NEWEST) : query;
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            SearchPage found = newsroom.search().find(query);
            if (json) {
                terminal().json(found);
            } else {
                print(found, newsroom);
            }
            return Byline.DONE;
        }
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
    }

    private void print(SearchPage found, Newsroom newsroom) {
        if (found.total() == 0) {
            terminal().line(NewsPage.SearchBox.DEFAULT.nothing());
            unheardOf(newsroom);
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
    }
}
