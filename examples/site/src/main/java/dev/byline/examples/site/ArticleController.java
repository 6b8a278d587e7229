package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.publish.Addresses;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** An article, or a page of the site's own, whichever the address names. */
@Controller
record ArticleController(
        ArticleStore store, Notes notes, ArticlePage page, Frame frame, Addresses addresses, InstantSource clock) {
    @GetMapping("/{slug}")
    Object read(@PathVariable String slug, HttpServletResponse response, Model model) {
        long begin = System.nanoTime();
        Instant now = clock.instant();
        Optional<SlugMatch> match = match(slug, now);
        if (match.isPresent() && match.get().redirect()) {
            return FrontController.redirect(addresses.article(match.get().article()));
        }
        if (match.isPresent()) {
            page.fill(model, match.get().article());
            response.setHeader("Server-Timing", "byline;dur=" + (System.nanoTime() - begin) / 1e6);
            return "article";
        }
        Optional<StaticPage> own = notes.page(slug, now);
        if (own.isPresent()) {
            model.addAttribute("page", own.get());
            model.addAttribute("popular", frame.popular(null));
            return "page";
        }
        String lower = slug.toLowerCase(Locale.ROOT);
        return notes.moved("/" + slug)
                .or(() -> match(lower, now).map(found -> addresses.article(found.article())))
                .map(FrontController::redirect)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<SlugMatch> match(String slug, Instant now) {
        return store.bySlug(slug, now).filter(found -> found.article().isPublic(now));
    }
}
