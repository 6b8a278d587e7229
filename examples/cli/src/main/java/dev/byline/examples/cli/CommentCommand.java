package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.SlugMatch;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentContext;
import dev.byline.comment.CommentDecision;
import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentReviewer;
import dev.byline.comment.CommentRules;
import dev.byline.comment.Sender;
import dev.byline.examples.cli.review.Ancestors;
import dev.byline.examples.cli.review.BadInput;
import dev.byline.examples.cli.review.PolicyFile;
import dev.byline.exchange.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a comment as a reader would. */
@Command(
        name = "comment",
        mixinStandardHelpOptions = true,
        description = "Sends a comment on an article as a reader would, or reviews drafts without a site.",
        footer = {
            "",
            "A comment that is approved, held, spam or in the trash is stored; a rejected one is not (exit code 1).",
            "",
            "Without SLUG, --policy reads drafts from standard input, one JSON line each with all that the review must",
            "know, and prints one decision for each; exit code 1 if a line could not be read. docs/comments.md has the",
            "fields:",
            "",
            "{\"draft\":{\"name\":\"Ann\",\"email\":\"ann@example.org\",\"text\":\"Well said.\"},\"article\":{\"age\":60}}"
        })
final class CommentCommand extends SiteCommand {
    private static final int REMEMBERED = 10_000;

    /** More than any rules allow, so that a longer text is told to be too long without being read to its end. */
    private static final int LONGEST_INPUT = 4 * CommentDraft.TEXT_BYTES;

    @Parameters(arity = "0..1", paramLabel = "SLUG", description = "The slug of the article.")
    @Nullable
    String slug;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The rules, in JSON or YAML; the defaults if not given.")
    @Nullable
    Path policy;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "The sender's name.")
    String name = "";

    @Option(names = "--email", paramLabel = "ADDRESS", defaultValue = "", description = "The sender's email address.")
    String email = "";

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description = "The address of the sender's own site.")
    String url = "";

    @Option(names = "--reply-to", paramLabel = "ID", description = "The id of the comment that it replies to.")
    @Nullable
    String parent;

    @Option(names = "--text", paramLabel = "TEXT", description = "The text; standard input if not given.")
    @Nullable
    String text;

    @Option(names = "--ip", paramLabel = "ADDRESS", defaultValue = "", description = "The sender's network address.")
    String ip = "";

    /** What is answered as JSON: the moderator's view, which names no address. */
    record Reviewed(
            CommentDecision decision,
            CommentDecision.Answer answer,
            @Nullable Comment stored) {}

    @Override
    int run(Path folder) {
        CommentRules rules = rules();
        if (slug != null) {
            return send(folder, slug, rules);
        }
        if (policy == null) {
            throw Refusal.usage(
                    "name an article by its SLUG, or rules by --policy FILE to review drafts without a site");
        }
        if (text != null || parent != null || !(name + email + url + ip).isEmpty()) {
            throw Refusal.usage("what is sent stands on standard input, or a SLUG is missing");
        }
        return Drafts.review(rules, clock(), terminal(), json);
    }

    private CommentRules rules() {
        Path file = policy;
        if (file == null) {
            return CommentRules.defaults();
        }
        try {
            return PolicyFile.read(file);
        } catch (BadInput bad) {
            throw Refusal.usage(file + ": " + bad.getMessage());
        }
    }

    private int send(Path folder, String slug, CommentRules rules) {
        try (Newsroom newsroom = Newsroom.edit(folder, clock())) {
            Article article = newsroom.articles()
                    .bySlug(slug, clock().instant())
                    .map(SlugMatch::article)
                    .orElseThrow(() -> new Refusal("there is no article \"" + slug + "\""));
            Optional<CommentId> replyTo = Optional.ofNullable(parent)
                    .filter(id -> !id.isBlank() && id.length() <= 200)
                    .map(CommentId::of);
            if (parent != null && replyTo.isEmpty()) {
                throw new Refusal("\"" + parent + "\" is no id of a comment");
            }
            CommentDraft draft = new CommentDraft(name, email, url, text(), replyTo.orElse(null));
            CommentContext context = CommentContext.on(article).from(new Sender(email, ip, "", ""));
            Optional<Comment> above = replyTo.flatMap(newsroom.site()::comment);
            if (above.isPresent()) {
                context = context.replyTo(above.get(), Ancestors.of(above.get(), newsroom.site()::comment));
            }
            CommentDecision decision =
                    CommentReviewer.with(rules, history(newsroom), clock()).review(draft, context);
            Comment stored = null;
            if (decision instanceof CommentDecision.Kept kept) {
                stored = kept.toComment(CommentId.random());
                newsroom.site()
                        .addComment(stored, kept.sender())
                        .ifPresent(updated -> newsroom.search().put(updated));
            }
            if (json) {
                terminal().json(new Reviewed(decision, decision.answer(), stored));
            } else {
                String id = stored == null ? "" : "  #" + stored.id();
                Drafts.print(terminal(), Drafts.state(decision) + id, decision);
            }
            return stored == null ? Byline.REFUSED : Byline.DONE;
        }
    }

    private static CommentHistory history(Newsroom newsroom) {
        CommentHistory history = CommentHistory.inMemory(REMEMBERED);
        try (Stream<Item.Remark> remarks = newsroom.site().remarks()) {
            remarks.forEach(remark -> {
                Sender sender = remark.sender();
                history.remember(remark.comment(), sender == null ? Sender.unknown() : sender);
            });
        }
        return history;
    }

    private String text() {
        if (text != null) {
            return text;
        }
        try {
            return new String(terminal().in().readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the input can't be read: " + e.getMessage(), e);
        }
    }
}
