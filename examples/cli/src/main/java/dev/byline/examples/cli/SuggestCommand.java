package dev.byline.examples.cli;

import dev.byline.search.SearchHit;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a search box offers while somebody types. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "What the search box offers while somebody types: names, headlines and the first articles.")
final class SuggestCommand extends SiteCommand {
    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What has been typed so far.")
    List<String> words = List.of();

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "8",
            description = "How many suggestions, 1 to " + SuggestQuery.MOST + "; ${DEFAULT-VALUE} if not given.")
    int count;

    @Override
    int run(Path folder) {
        if (count < 1 || count > SuggestQuery.MOST) {
            throw Refusal.usage("-n is 1 to " + SuggestQuery.MOST + ", not " + count);
        }
        SuggestQuery typed = SuggestQuery.typed(Limits.words("suggest", words));
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            Suggestions reply = newsroom.search().suggest(typed.most(count, typed.articles()));
            if (json) {
                terminal().json(reply);
            } else {
                print(reply, newsroom);
            }
            return Byline.DONE;
        }
    }

    private void print(Suggestions reply, Newsroom newsroom) {
        if (reply.suggestions().isEmpty() && reply.total() == 0) {
            terminal().line(NewsPage.SearchBox.DEFAULT.nothing());
            return;
        }
        for (Suggestion suggestion : reply.suggestions()) {
            String kind = suggestion.kind().name().toLowerCase(Locale.ROOT);
            terminal()
                    .wrapped(
                            suggestion.text() + " (" + kind + ", " + PageText.count(suggestion.articles(), "article")
                                    + ")",
                            "  ");
        }
        for (SearchHit article : reply.articles()) {
            terminal().line();
            terminal().wrapped(article.headline(), "");
            terminal().line("  /" + article.slug() + "  " + PageText.date(article.publishedAt(), newsroom.zone()));
        }
        terminal().line();
        terminal().line(NewsPage.SearchBox.DEFAULT.all() + " (" + reply.total() + ")");
    }
}
