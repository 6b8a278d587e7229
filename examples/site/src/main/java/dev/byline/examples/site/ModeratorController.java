package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.ModeratedComment;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The moderator's page: what waits and why, and what may be done about it; and the withdrawal of articles. */
@Controller
record ModeratorController(Comments comments, ArticleStore store, ArticleSink desk, InstantSource clock) {
    private static final int MOST = 100;

    @GetMapping("/moderate")
    String list(@RequestParam(defaultValue = "held") String state, Model model) {
        CommentState chosen = List.of(CommentState.values()).stream()
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(CommentState.HELD);
        List<Comments.Stored> found = comments.latest(chosen, MOST);
        Map<ArticleId, Article> articles =
                store
                        .find(found.stream()
                                .map(one -> one.moderated().comment().article())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Article::id, Function.identity()));
        model.addAttribute("state", chosen);
        model.addAttribute("states", CommentState.values());
        model.addAttribute("comments", found);
        model.addAttribute("articles", articles);
        model.addAttribute("withdrawn", withdrawn());
        return "moderate";
    }

    /** Reads the whole archive: for a page that only the house opens. */
    private List<Article> withdrawn() {
        try (var all = store.stream()) {
            return all.filter(article -> article.status() == ArticleStatus.WITHDRAWN)
                    .limit(MOST)
                    .toList();
        }
    }

    @PostMapping("/moderate/comments/{id}")
    String act(
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "held") String state,
            Principal moderator,
            RedirectAttributes told) {
        Instant now = clock.instant();
        String by = moderator.getName();
        String why = reason.substring(0, Math.min(reason.length(), ModeratedComment.Step.LONGEST_REASON));
        ModeratedComment.Result result = comments.moderate(CommentId.of(id), comment -> switch (action) {
                    case "approve" -> comment.approve(by, now, why);
                    case "hold" -> comment.hold(by, now, why);
                    case "spam" -> comment.spam(by, now, why);
                    case "trash" -> comment.trash(by, now, why);
                    case "restore" -> comment.restore(by, now, why);
                    case "delete" -> comment.delete(by, now, why);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        told.addFlashAttribute(
                "told", result instanceof ModeratedComment.Refused refused ? refused.message(Locale.ENGLISH) : "Done.");
        told.addAttribute("state", state);
        return "redirect:/moderate";
    }

    /** Gone from every listing, result, list, feed and sitemap when this answers. */
    @PostMapping("/moderate/articles/{id}/withdraw")
    String withdraw(@PathVariable String id, RedirectAttributes told) {
        synchronized (desk) {
            Article article = store.find(ArticleId.of(id))
                    .filter(one -> one.status() == ArticleStatus.PUBLISHED)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            desk.withdraw(article.id());
        }
        told.addFlashAttribute(
                "told", "Withdrawn everywhere. It stands at the end of this page and can be published again.");
        return "redirect:/moderate#withdrawn";
    }

    @PostMapping("/moderate/articles/{id}/publish")
    String publish(@PathVariable String id, RedirectAttributes told) {
        synchronized (desk) {
            Article article = store.find(ArticleId.of(id))
                    .filter(one -> one.status() == ArticleStatus.WITHDRAWN && one.publishedAt() != null)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            desk.put(article.toBuilder().status(ArticleStatus.PUBLISHED).build());
        }
        told.addFlashAttribute("told", "Published again.");
        return "redirect:/moderate";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
