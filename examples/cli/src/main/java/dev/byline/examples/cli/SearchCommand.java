package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Facets;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.Synonyms;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches the site. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the site: words, \"an exact phrase\", -without. Without words, all that the options let"
                + " through, newest first.",
        footer = {
            "",
            "Quote it for the shell: byline search 'bridge -river \"exact phrase\"'",
            "A file of synonyms has lines of words that mean the same, parted by commas, or is",
            "a JSON array of such arrays: [[\"IRGC\",\"Revolutionary Guards\"]]"
        })
final class SearchCommand extends SiteCommand {
    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to look for.")
    List<String> words = List.of();

    @Option(
            names = "--region",
            paramLabel = "KEY",
            split = ",",
            description = "Only articles of this region, e.g. iq, or of any of several: iq,ir.")
    List<String> regions = List.of();

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

    @Option(names = "--synonyms", paramLabel = "FILE", description = "Also look for what the file says means the same.")
    @Nullable
    Path synonyms;

    @Option(
            names = "--facets",
            description = "Count what was found by region, section, tag, author and month of the site's zone.")
    boolean facets;

    @Option(names = "--all", description = "Every result, page after page from the first.")
    boolean all;

    @Option(names = "--page", paramLabel = "NUMBER", description = "Which page, from 1.")
    @Nullable
    Integer page;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many on a page, 1 to " + SearchQuery.MOST + "; ${DEFAULT-VALUE} if not given.")
    int count;

    @Option(names = "--explain", description = "Say why each stands where it stands.")
    boolean explain;

    @Option(
            names = "--why",
            paramLabel = "SLUG",
            description = "Say why this article stands where it stands, or why it is not found.")
    @Nullable
    String why;

    @Override
    int run(Path folder) {
        check();
        Synonyms same = synonyms == null ? Synonyms.none() : SynonymsFile.read(synonyms);
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            SearchQuery query = query(newsroom.zone());
            if (why != null) {
                why(why, newsroom, newsroom.search(same), query);
                return Byline.DONE;
            }
            SearchPage found = find(newsroom.search(same), query);
            if (json) {
                terminal().json(found);
            } else {
                new FoundText(terminal(), newsroom, explain).print(found, all);
            }
            return Byline.DONE;
        }
    }

    private void check() {
        boolean filtered = section != null || tag != null || author != null || from != null || until != null;
        if (words.isEmpty() && regions.isEmpty() && !filtered && !all && !newest && sort == null && !facets) {
            throw Refusal.usage("say what to look for, or a filter such as --region iq");
        }
        if (count < 1 || count > SearchQuery.MOST) {
            throw Refusal.usage("-n is 1 to " + SearchQuery.MOST + ", not " + count);
        }
        if (all && page != null) {
            throw Refusal.usage("--all shows every page: leave --page out");
        }
        int deepest = (SearchQuery.DEEPEST - 1) / count + 1;
        if (page != null && (page < 1 || page > deepest)) {
            throw Refusal.usage("--page is 1 to " + deepest + ", not " + page + "; --all goes on beyond");
        }
    }

    private SearchQuery query(ZoneId zone) {
        SearchQuery query = SearchQuery.text(Limits.words("search", words)).sort(order());
        query = all ? query.page(0, SearchQuery.MOST) : query.page(page == null ? 0 : page - 1, count);
        query = query.regions(regions.stream()
                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet()));
        query = section == null ? query : query.section(section);
        query = tag == null ? query : query.tag(tag);
        query = author == null ? query : query.author(author);
        query = literally ? query.literally() : query;
        query = facets ? query.facets(Facets.Kind.values()) : query;
        Instant first = time("--from", from, zone, 0);
        Instant end = time("--until", until, zone, 1);
        if (first != null && end != null && !first.isBefore(end)) {
            throw Refusal.usage("nothing lies between --from " + from + " and --until " + until);
        }
        return query.published(first, end);
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

    private void why(String named, Newsroom newsroom, ArticleSearch search, SearchQuery query) {
        ArticleId id = idOf(named, newsroom).orElseThrow(() -> new Refusal("there is no article \"" + named + "\""));
        SearchExplanation explanation = search.explain(query, id);
        if (json) {
            terminal().json(explanation);
        } else {
            new FoundText(terminal(), newsroom, true).print(explanation);
        }
    }

    private static Optional<ArticleId> idOf(String named, Newsroom newsroom) {
        try {
            return newsroom.idOf(ArticleId.of(named));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
