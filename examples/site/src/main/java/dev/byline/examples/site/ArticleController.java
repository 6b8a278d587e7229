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

/** An article with its comments, or a page of the site's own, whichever the address names. */
@Controller
record ArticleController(
        ArticleStore store,
        Notes notes,
        ArticlePage page,
        Comments comments,
        Members members,
        Frame frame,
        Addresses addresses,
        InstantSource clock) {
    @GetMapping("/{slug}")
    Object read(
            @PathVariable String slug,
            @RequestParam(required = false) String window,
            @RequestParam(required = false) String reply,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        long begin = System.nanoTime();
        Instant now = clock.instant();
        Optional<SlugMatch> match =
                store.bySlug(slug, now).filter(found -> found.article().isPublic(now));
        if (match.isPresent() && match.get().redirect()) {
            return FrontController.redirect(addresses.article(match.get().article()));
        }
        if (match.isPresent()) {
            page.fill(model, match.get().article(), new ArticlePage.Asked(Reader.author(http), window, reply));
            response.setHeader("Server-Timing", "byline;dur=" + (System.nanoTime() - begin) / 1e6);
            return "article";
        }
        Optional<StaticPage> own = notes.page(slug, now);
        if (own.isPresent()) {
            model.addAttribute("page", own.get());
            model.addAttribute("popular", frame.popular(window));
            return "page";
        }
        return notes.find(Notes.Moved.class, "/" + slug)
                .or(() -> notes.find(Notes.Moved.class, "/" + slug + "/"))
                .map(moved -> FrontController.redirect(moved.to()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Takes a comment: refused with every message at once, else stored before this answers. */
    @PostMapping("/{slug}/comments")
    String comment(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model,
            RedirectAttributes told) {
        Instant now = clock.instant();
        Article article = store.bySlug(slug, now)
                .map(SlugMatch::article)
                .filter(found -> found.isPublic(now))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String reply = typed.getOrDefault("parent", "");
        CommentId parent = reply.isBlank() ? null : CommentId.of(reply);
        CommentDraft draft = CommentDraft.of(value(typed, "name"), value(typed, "email"), value(typed, "text"))
                .url(value(typed, "url"))
                .replyTo(parent);
        String author = Reader.author(http, response);
        Comments.Sent sent = comments.send(draft, context(article, parent, draft, typed, http), author);
        if (sent.decision().answer().outcome() == CommentDecision.Outcome.REFUSED) {
            refuse(sent.decision(), article, typed, model);
            page.fill(model, article, new ArticlePage.Asked(author, null, reply));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "article";
        }
        told.addFlashAttribute("sent", sent.decision().answer().outcome().name());
        return "redirect:" + addresses.article(article) + "#comment-" + sent.id();
    }

    private CommentContext context(
            Article article,
            @Nullable CommentId parent,
            CommentDraft draft,
            Map<String, String> typed,
            HttpServletRequest http) {
        CommentContext context = CommentContext.on(article)
                .from(Reader.sender(http, draft.email()))
                .withForm(value(typed, ArticlePage.TOKEN), value(typed, ArticlePage.TRAP));
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
        Locale locale = page.locale(article);
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
