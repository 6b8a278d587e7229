package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.*;
import dev.byline.publish.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.*;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What readers say about an article: a page of its own, which is one reader's, and the block of it that a script asks for. */
@Controller
@RequestMapping("/{slug}/comments")
record CommentController(
        ArticleStore store,
        Discussion discussion,
        Comments comments,
        Members members,
        Addresses addresses,
        InstantSource clock) {
    @GetMapping
    String read(
            @PathVariable String slug,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(required = false) boolean block,
            HttpServletRequest http,
            Model model) {
        Article article = article(slug);
        show(model, article, Reader.author(http), new Discussion.Part(page, id(comment), id(reply)));
        return block ? "parts :: comments" : "comments";
    }

    /** Takes a comment: refused with every message at once, else stored before this answers. */
    @PostMapping
    String send(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model,
            RedirectAttributes told) {
        Article article = article(slug);
        CommentId parent = id(value(typed, "parent"));
        CommentDraft draft = CommentDraft.of(value(typed, "name"), value(typed, "email"), value(typed, "text"))
                .url(value(typed, "url"))
                .replyTo(parent);
        String author = Reader.author(http, response);
        Comments.Sent sent = comments.send(draft, context(article, parent, draft, typed, http), author);
        if (sent.id() == null) {
            refuse(sent.decision(), article, typed, model);
            show(model, article, author, new Discussion.Part(1, null, parent));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "comments";
        }
        told.addFlashAttribute("sent", sent.decision().answer().outcome().name());
        told.addAttribute("comment", sent.id().value());
        return "redirect:" + addresses.article(article) + "/comments#comment-" + sent.id();
    }

    private void show(Model model, Article article, String author, Discussion.Part part) {
        model.addAttribute("article", article);
        model.addAttribute("noindex", true);
        discussion.of(model, article, author, part);
    }

    private Article article(String slug) {
        Instant now = clock.instant();
        return store.bySlug(slug, now)
                .map(SlugMatch::article)
                .filter(found -> found.isPublic(now))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable CommentId id(String typed) {
        return typed.isBlank() ? null : CommentId.of(typed);
    }

    private CommentContext context(
            Article article,
            @Nullable CommentId parent,
            CommentDraft draft,
            Map<String, String> typed,
            HttpServletRequest http) {
        CommentContext context = CommentContext.on(article)
                .from(Reader.sender(http, draft.email()))
                .withForm(value(typed, Discussion.TOKEN), value(typed, Discussion.TRAP));
        if (parent != null) {
            List<Comment> above = comments.above(parent);
            context = context.replyTo(
                    above.isEmpty() ? null : above.get(0), above.isEmpty() ? above : above.subList(1, above.size()));
        }
        String member = Reader.member();
        return member == null ? context : context.signedIn(members.account(member));
    }

    /** Each message beside its field; what concerns none stands above the form, under the empty name. */
    private void refuse(CommentDecision decision, Article article, Map<String, String> typed, Model model) {
        Locale locale = discussion.locale(article);
        Map<String, List<String>> wrong = decision.answer().problems().stream()
                .collect(Collectors.groupingBy(
                        CommentViolation::field,
                        LinkedHashMap::new,
                        Collectors.mapping(problem -> problem.message(locale), Collectors.toList())));
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", typed);
    }

    private static String value(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }
}
