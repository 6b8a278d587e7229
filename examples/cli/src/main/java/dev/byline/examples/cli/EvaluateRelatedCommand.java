package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.Publication;
import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.related.Posts;
import dev.byline.examples.cli.evaluate.related.RelatedEvaluation;
import dev.byline.examples.cli.evaluate.related.RelatedReport;
import dev.byline.examples.cli.evaluate.related.RelatedReport.Figures;
import dev.byline.examples.cli.site.Site;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges related posts. */
@Command(
        name = "related",
        mixinStandardHelpOptions = true,
        description = "Judges related posts, and simpler ways to choose them, on articles and judgements of your own.",
        footer = {
            "",
            "Files may be packed with gzip; texts are plain text, never HTML:",
            "  articles    JSON lines, {\"id\", \"title\", \"body\", \"tags\", \"authors\", \"section\",",
            "              \"date\", \"summary\", \"language\"}, all but id may be missing",
            "  judgements  an id, a tab, and the ids of related articles with commas between;",
            "              or an id, an id and a grade with tabs between: then each article",
            "              ranks those that were graded for it and no others",
            "  pairs       two ids and a number with tabs between: how alike people find them",
            "With --site slugs and paths such as /bridge-closed/ do as well as ids.",
            "An article is related if its grade is above 0, and the grade is its gain in nDCG.",
            "Lists have neither cut-off nor backfill. What each number means:",
            "docs/evaluating.md."
        })
final class EvaluateRelatedCommand extends JudgingCommand<RelatedReport> {
    @Option(names = "--articles", paramLabel = "FILE", description = "The articles.")
    @Nullable
    Path articles;

    @Option(names = "--site", paramLabel = "DIR", description = "A site's folder, for its public articles.")
    @Nullable
    Path site;

    @Option(names = "--judgements", required = true, paramLabel = "FILE", description = "Which belong together.")
    Path judgements = Path.of("");

    @Option(names = "--pairs", paramLabel = "FILE", description = "How alike pairs of articles are.")
    @Nullable
    Path pairs;

    @Option(names = "--past-only", description = "List nothing from a later calendar day than the article.")
    boolean pastOnly;

    @Option(names = "--both-ways", description = "Take what is judged related to be so the other way round too.")
    boolean bothWays;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language of articles that name none, such as fa; if not given, Byline is told none, "
                    + "and the others what most state or their letters say.")
    @Nullable
    String language;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Only with what was public at this instant; if not given, now, or with --articles a day "
                    + "after the newest.")
    @Nullable
    Instant now;

    @Override
    RelatedReport judge(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        if ((articles == null) == (site == null)) {
            throw Refusal.usage("give --articles or --site");
        }
        Duration warm = warmUp();
        Language stated = language(language);
        if (stated != null && site != null) {
            throw Refusal.usage("--language is for --articles: a site's articles name theirs");
        }
        progress.accept("reading");
        return new RelatedEvaluation(posts(stated, remarks), judgements, pairs, pastOnly, bothWays, warm)
                .run(remarks, progress);
    }

    private Posts posts(@Nullable Language stated, Consumer<String> remarks) throws BadInput {
        if (articles != null) {
            return Posts.of(articles, stated, now, remarks);
        }
        Path folder = site == null ? Path.of("") : site;
        try (Site open = Site.read(folder);
                Stream<Article> all = open.articles().stream()) {
            ZoneId zone = open.publication().map(Publication::zone).orElse(ZoneOffset.UTC);
            return Posts.of(all, zone, now != null ? now : terminal().clock().instant(), folder);
        }
    }

    @Override
    void print(RelatedReport report) {
        heading(PageText.count(report.articles(), "article"), report.queries(), report.leftOut());
        terminal().line(row("", "ndcg@5", "mrr", "recall@10", "auc", "pearson"));
        terminal().line(row("Byline", report.byline()));
        report.baselines().forEach((name, figures) -> terminal().line(row(name, figures)));
        terminal().line();
        terminal().line(wide("", "never", "young", "most", "copies", "ties", "p50 ms", "p99 ms"));
        terminal().line(lists("Byline", report.byline()));
        report.baselines().forEach((name, figures) -> terminal().line(lists(name, figures)));
        terminal().line();
        differences(report.bestBaseline(), report.differences());
    }

    private static String row(String name, Figures figures) {
        return row(
                name,
                quality(figures.ndcg()),
                quality(figures.mrr()),
                quality(figures.recall()),
                quality(figures.auc()),
                quality(figures.pearson()));
    }

    private static String row(String name, String ndcg, String mrr, String recall, String auc, String pearson) {
        return String.format(Locale.ROOT, "%-16s%9s%9s%11s%9s%9s", name, ndcg, mrr, recall, auc, pearson);
    }

    private static String lists(String name, Figures figures) {
        return wide(
                name,
                quality(figures.neverListedShare()),
                quality(figures.neverListedYoungShare()),
                quality(figures.mostListedShare()),
                quality(figures.copyShare()),
                quality(figures.tieShare()),
                millis(figures.p50Millis()),
                millis(figures.p99Millis()));
    }

    private static String wide(
            String name, String never, String young, String most, String copies, String ties, String p50, String p99) {
        return String.format(
                Locale.ROOT, "%-16s%8s%8s%8s%8s%8s%9s%9s", name, never, young, most, copies, ties, p50, p99);
    }
}
