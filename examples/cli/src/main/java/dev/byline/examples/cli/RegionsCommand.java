package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.SlugMatch;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionFindings;
import dev.byline.taxonomy.RegionRecogniser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which regions a text is about. */
@Command(
        name = "regions",
        mixinStandardHelpOptions = true,
        description = "Shows which regions a text is about, as far as its words tell. Needs no site but for --article.",
        footer = {
            "",
            "The text is what is given, or --file, or standard input: plain text, its first",
            "line the headline where an empty line or nothing follows, or --headline. These are",
            "suggestions; what an editor assigned to an article wins."
        })
final class RegionsCommand extends SiteCommand {
    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The text.")
    List<String> text = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "The text, in a file of at most 4 MiB.")
    @Nullable
    Path file;

    @Option(names = "--headline", paramLabel = "TEXT", description = "The headline of the text.")
    @Nullable
    String headline;

    @Option(names = "--html", description = "The text is HTML.")
    boolean html;

    @Option(names = "--article", paramLabel = "SLUG", description = "The slug or id of an article of the site instead.")
    @Nullable
    String article;

    @Option(
            names = "--gazetteer",
            paramLabel = "FILE",
            description = "Words of your own over those of Byline; may be given more than once.")
    List<Path> gazetteers = List.of();

    @Option(
            names = "--minimum",
            paramLabel = "SCORE",
            description = "The least score of a suggestion, 0 to 1; 0.43 if not given.")
    @Nullable
    Double minimum;

    @Option(names = "--explain", description = "Say why.")
    boolean explain;

    @Option(names = "--mentioned", description = "Say too which regions are mentioned, and by which words.")
    boolean mentioned;

    /**
     * The answer.
     *
     * @param assigned what an editor assigned, which wins
     * @param about the suggestions
     * @param mentioned what the text has words of
     */
    @JsonPropertyOrder({"assigned", "about", "mentioned"})
    record Answer(
            List<Region> assigned, List<RegionFindings.Suggestion> about, List<RegionFindings.Mention> mentioned) {}

    @Override
    int run(Path folder) {
        if (article != null && (!text.isEmpty() || file != null || headline != null || html)) {
            throw Refusal.usage("give a text or --article");
        }
        if (!text.isEmpty() && file != null) {
            throw Refusal.usage("give a text or --file");
        }
        RegionRecogniser recogniser =
                RegionRecogniser.with(EvaluateRegionsCommand.policy(minimum), GazetteerFiles.with(gazetteers));
        String slug = article;
        if (slug == null) {
            print(List.of(), read(recogniser));
            return Byline.DONE;
        }
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            Article found = newsroom.site()
                    .articles()
                    .bySlug(slug, clock().instant())
                    .map(SlugMatch::article)
                    .or(() -> newsroom.site().articles().find(ArticleId.of(slug)))
                    .orElseThrow(() -> new Refusal("there is no article \"" + slug + "\""));
            print(found.regions(), recogniser.read(found.headline(), found.standfirst(), found.body()));
            return Byline.DONE;
        }
    }

    private RegionFindings read(RegionRecogniser recogniser) {
        Path named = file;
        String all = !text.isEmpty()
                ? String.join(" ", text)
                : named == null ? SmallFile.text(terminal().in(), "standard input") : SmallFile.text(named);
        String given = headline;
        if (html) {
            return recogniser.read(given == null ? "" : given, "", all);
        }
        if (given == null && all.strip().indexOf('\n') < 0) {
            // One line alone is as short as a headline.
            return recogniser.readText(all, "");
        }
        int end = given == null ? all.indexOf('\n') : -1;
        int empty = all.indexOf('\n', end + 1);
        return end > 0 && empty > end && all.substring(end, empty).isBlank()
                ? recogniser.readText(all.substring(0, end), all.substring(empty))
                : recogniser.readText(given == null ? "" : given, all);
    }

    private void print(List<Region> assigned, RegionFindings found) {
        if (json) {
            terminal().json(new Answer(assigned, found.about(), found.mentioned()));
            return;
        }
        if (!assigned.isEmpty()) {
            terminal().line("Assigned: " + assigned.stream().map(Region::name).collect(Collectors.joining(", ")));
        }
        if (found.about().isEmpty()) {
            terminal().line("About no region in particular.");
        }
        for (RegionFindings.Suggestion suggestion : found.about()) {
            terminal()
                    .line(String.format(
                            Locale.ROOT,
                            "%.2f  %-6s %s",
                            suggestion.score(),
                            suggestion.region().key(),
                            suggestion.region().name()));
            if (explain) {
                suggestion
                        .reasons()
                        .forEach(reason -> terminal()
                                .line(String.format(
                                        Locale.ROOT,
                                        "      %+.4f  %s  %s",
                                        reason.part(),
                                        reason.rule(),
                                        reason.text())));
                terminal().line(String.format(Locale.ROOT, "      %+.4f  log-odds", suggestion.value()));
            }
        }
        if (mentioned) {
            terminal().line();
            terminal().line("Mentioned:");
            found.mentioned()
                    .forEach(mention -> terminal()
                            .wrapped(
                                    String.format(
                                            Locale.ROOT,
                                            "%5d  %-6s %s: %s",
                                            mention.count(),
                                            mention.region().key(),
                                            mention.region().name(),
                                            mention.words().entrySet().stream()
                                                    .map(word -> word.getKey()
                                                            + (word.getValue() > 1 ? " (" + word.getValue() + ")" : ""))
                                                    .collect(Collectors.joining(", "))),
                                    "              "));
        }
    }
}
