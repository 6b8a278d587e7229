package dev.byline.examples.cli;

import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedQuery;
import dev.byline.score.Ranked;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what to read after an article. */
@Command(
        name = "related",
        mixinStandardHelpOptions = true,
        description = "Shows the posts that are related to an article, and why.",
        footer = {
            "",
            "--region, --section, --tag, --language, --exclude and --pin may be given several",
            "times, or several values with commas between. A post must meet any of several",
            "filters of one kind, and all kinds.",
            "",
            "A policy has the fields of RelatedPolicy, all but what is otherwise may be missing:",
            "{\"preset\":\"background\",\"minimumScore\":0.5,\"age\":{\"halfLife\":\"P90D\"}}"
        })
final class RelatedCommand extends SiteCommand {
    @Parameters(paramLabel = "SLUG", description = "The slug or id of an article.")
    String slug = "";

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "4",
            description = "How many, 1 to " + RelatedQuery.MOST + "; ${DEFAULT-VALUE} if not given.")
    String count = "4";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "defaults, background (nothing newer than the article), followUp (what is newer first) or jnews"
                            + " (the newest that share a category or tag); defaults if not given.")
    @Nullable
    String preset;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A policy, in JSON or YAML: a preset and what is otherwise.")
    @Nullable
    Path policy;

    @Option(
            names = "--region",
            paramLabel = "KEY",
            split = ",",
            description = "Only posts of this region, e.g. iq, or of any of several: iq,ir.")
    List<String> regions = List.of();

    @Option(names = "--section", paramLabel = "KEY", split = ",", description = "Only posts of this section.")
    List<String> sections = List.of();

    @Option(names = "--tag", paramLabel = "KEY", split = ",", description = "Only posts with this tag.")
    List<String> tags = List.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            split = ",",
            description = "Only posts in this language, e.g. ar; pt takes in pt-BR.")
    List<String> languages = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "SLUG",
            split = ",",
            description =
                    "Without this post, which stands elsewhere on the page, and without what tells the same story.")
    List<String> excluded = List.of();

    @Option(
            names = "--pin",
            paramLabel = "SLUG",
            split = ",",
            description = "This post first, whatever it has to do with the article.")
    List<String> pinned = List.of();

    @Option(
            names = "--per-section",
            paramLabel = "COUNT",
            description = "No more than so many of one section; 0 for no limit.")
    @Nullable
    String perSection;

    @Option(
            names = "--per-author",
            paramLabel = "COUNT",
            description = "No more than so many of one author; 0 for no limit.")
    @Nullable
    String perAuthor;

    @Option(names = "--copies", description = "Also copies of the article, and several posts that tell one story.")
    boolean copies;

    @Option(
            names = "--minimum",
            paramLabel = "SCORE",
            description = "The least score, 0 to 1, of a post that is not there merely to fill the list.")
    @Nullable
    String minimum;

    @Option(names = "--no-fill", description = "Rather a short list than one filled with what is less surely related.")
    boolean noFill;

    @Option(names = "--explain", description = "Say why each stands where it stands, and what was left out and why.")
    boolean explain;

    @Override
    int run(Path folder) {
        RelatedPolicy asked = RelatedQuestion.policy(this);
        int limit = RelatedQuestion.limit(this);
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            RelatedQuestion question = new RelatedQuestion(newsroom);
            RelatedQuery query = question.query(this).limit(limit);
            RelatedArticles related = newsroom.related().by(asked);
            ExplainedList list = explain ? related.explain(query) : new ExplainedList(related.to(query), List.of());
            List<Ranked<ArticleSummary>> posts = list.ranked();
            question.checkLanguages(query, posts);
            question.unlisted(query, posts).forEach(terminal()::remark);
            if (json) {
                terminal().json(explain ? list : posts);
                return Byline.DONE;
            }
            RelatedText text = new RelatedText(terminal(), newsroom, explain);
            if (posts.isEmpty()) {
                text.none(related, asked, query);
            }
            text.print(list);
            return Byline.DONE;
        }
    }
}
