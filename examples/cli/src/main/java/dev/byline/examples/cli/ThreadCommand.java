package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.SlugMatch;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.CommentThread;
import dev.byline.comment.CommentThread.Entry;
import dev.byline.comment.CommentThread.Page;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.comment.ThreadRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a thread of comments. */
@Command(
        name = "thread",
        mixinStandardHelpOptions = true,
        description = "Shows the comments on an article, or those in JSON lines, as a thread.",
        footer = {
            "",
            "One comment a line: {\"id\":\"2\",\"article\":\"17\",\"parent\":\"1\",\"state\":\"approved\",",
            "\"name\":\"Ann\",\"text\":\"Yes.\",\"at\":\"2026-11-20T11:58:00Z\",\"votes\":{\"up\":3,\"down\":1}}",
            "",
            "A line that is none ends it (exit code 1). Without --page and --per-page all are shown."
        })
final class ThreadCommand extends SiteCommand {
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 240;
    private static final int DEEPEST = 8;

    @Parameters(
            arity = "0..1",
            paramLabel = "SLUG",
            description = "The slug of the article; - reads JSON lines from standard input, without a site.")
    @Nullable
    String slug;

    @Option(names = "--input", paramLabel = "FILE", description = "Read JSON lines from this file, without a site.")
    @Nullable
    Path input;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "OLDEST",
            description = "The top level: oldest, newest, active, score or controversy; oldest if not given.")
    ThreadRules.Order order = ThreadRules.Order.OLDEST;

    @Option(
            names = "--replies",
            paramLabel = "ORDER",
            defaultValue = "OLDEST",
            description = "The replies, likewise; oldest if not given.")
    ThreadRules.Order replies = ThreadRules.Order.OLDEST;

    @Option(
            names = "--gone",
            paramLabel = "WHAT",
            defaultValue = "PROMOTE",
            description = "Where a comment is not shown: promote moves its replies up, tombstone keeps its place, prune"
                    + " leaves them out; promote if not given.")
    ThreadRules.Gone gone = ThreadRules.Gone.PROMOTE;

    @Option(names = "--page", paramLabel = "N", description = "Show this page, from 1.")
    @Nullable
    Integer page;

    @Option(
            names = "--per-page",
            paramLabel = "N",
            description = "Put so many comments of the top level on a page, with all replies; 50 if not given.")
    @Nullable
    Integer perPage;

    @Option(names = "--depth", paramLabel = "N", description = "Indent no deeper than this; 0 for not at all.")
    @Nullable
    Integer depth;

    @Option(names = "--all", description = "Show what waits, is spam or in the trash too, as moderators see it.")
    boolean all;

    @Override
    int run(Path folder) {
        checkOptions();
        ThreadInput comments = comments(folder);
        ThreadRules rules = new ThreadRules(order, replies, gone);
        CommentThread thread = CommentThread.of(
                comments.comments(),
                rules,
                comments.votes()::get,
                comment -> all || comment.state() == CommentState.APPROVED);
        Page shown = page == null && perPage == null
                ? new Page(1, 1, thread)
                : thread.page(page == null ? 1 : page, perPage == null ? CommentThread.WORDPRESS_ROOTS : perPage);
        if (depth != null) {
            shown = new Page(shown.number(), shown.pages(), shown.thread().atMost(depth));
        }
        if (json) {
            terminal().json(shown);
        } else {
            print(comments, thread.size(), shown);
        }
        return Byline.DONE;
    }

    private void checkOptions() {
        if (slug == null && input == null) {
            throw Refusal.usage("thread wants the SLUG of an article, - or --input FILE");
        }
        if (slug != null && input != null) {
            throw Refusal.usage("thread wants one of SLUG and --input FILE, not both");
        }
        if (perPage != null && perPage < 1) {
            throw Refusal.usage("--per-page is at least 1, not " + perPage);
        }
        if (depth != null && depth < 0) {
            throw Refusal.usage("--depth is at least 0, not " + depth);
        }
    }

    private ThreadInput comments(Path folder) {
        Path file = input;
        if (file != null) {
            return ThreadInput.read(file);
        }
        String named = String.valueOf(slug);
        if (named.equals("-")) {
            return ThreadInput.read(terminal().in(), "standard input");
        }
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            Article article = newsroom.articles()
                    .bySlug(named, clock().instant())
                    .map(SlugMatch::article)
                    .orElseThrow(() -> new Refusal("there is no article \"" + named + "\""));
            if (!all && !article.isPublic(clock().instant())) {
                throw new Refusal("\"" + named + "\" is not public at " + clock().instant() + "; --all shows it");
            }
            return ThreadInput.of(
                    article.headline(), newsroom.zone(), newsroom.site().comments(article.id()));
        }
    }

    private void print(ThreadInput comments, int size, Page shown) {
        terminal().wrapped(comments.title(), "");
        String pages = page == null && perPage == null ? "" : ", page " + shown.number() + " of " + shown.pages();
        terminal().line(PageText.count(size, "comment") + ", " + lower(order) + " first" + pages);
        terminal().line("-".repeat(Terminal.COLUMNS));
        for (Entry entry : shown.thread().entries()) {
            String indent = "    ".repeat(Math.min(entry.depth(), DEEPEST));
            Comment comment = entry.comment();
            if (comment == null) {
                terminal().line(indent + CommentThread.goneText(Locale.ENGLISH) + oneLine("  #" + entry.id()));
            } else {
                terminal().line(indent + oneLine(head(comments, comment)));
                text(comment, indent + "  ");
            }
            terminal().line();
        }
    }

    private String head(ThreadInput comments, Comment comment) {
        StringBuilder head = new StringBuilder(comment.name().isBlank() ? "Anonymous" : comment.name())
                .append(", ")
                .append(PageText.minute(comment.at(), comments.zone()))
                .append("  #")
                .append(comment.id());
        if (all) {
            head.append("  [").append(lower(comment.state())).append(']');
        }
        Votes votes = comments.votes().get(comment.id());
        if (votes != null) {
            head.append("  +").append(votes.up()).append(" -").append(votes.down());
            head.append(
                    String.format(Locale.ROOT, "  score %.3f, controversy %.1f", votes.score(), votes.controversy()));
        }
        return head.toString();
    }

    private void text(Comment comment, String indent) {
        List<String> lines = CommentText.plain(comment.text())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES + 1L)
                .toList();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            String line = lines.get(i);
            boolean last = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
            boolean cut = line.codePointCount(0, line.length()) > LONGEST;
            String whole = cut ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) : line;
            terminal().wrapped(indent + whole + (cut || last ? " …" : ""), indent);
        }
    }

    /** A name or an id that begins no line of its own. */
    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
