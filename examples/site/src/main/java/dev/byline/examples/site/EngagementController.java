package dev.byline.examples.site;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.publish.ShareLinks;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.PopularArticles;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;

/** Counts what readers do: a page tells of its view after it was loaded, so that it may come from any cache. */
@Controller
record EngagementController(ArticleStore store, PopularArticles popular, ArticlePage page, InstantSource clock) {
    private static final Audience AUDIENCE =
            Audience.with(AudiencePolicy.defaults().editors(List.of("editor")));

    /** A view; from this site's own pages alone, and twenty a day from one network. */
    @PostMapping("/beacon")
    ResponseEntity<Void> view(@RequestParam String article, HttpServletRequest http) {
        if (isOurs(http) && !article.isBlank()) {
            readable(article)
                    .ifPresent(post -> popular.record(
                            Engagement.beacon(post.id(), Reader.request(http), Reader.origin(http), AUDIENCE, clock)));
        }
        return ResponseEntity.noContent().build();
    }

    /** Counts a share and leads to the network; a link, so that it works without a script. */
    @GetMapping("/share/{network}")
    ResponseEntity<Void> share(@PathVariable String network, @RequestParam String article, HttpServletRequest http) {
        ArticleSummary post = article.isBlank() ? null : readable(article).orElse(null);
        if (post == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String address = ShareLinks.defaults().only(network).of(post, page.whole()).stream()
                .map(ShareLinks.Link::address)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (isOurs(http)) {
            popular.record(Engagement.share(post.id(), network, clock.instant())
                    .from(Reader.origin(http))
                    .reader(AUDIENCE.of(Reader.request(http)).reader()));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private Optional<ArticleSummary> readable(String id) {
        return store.summaries(List.of(ArticleId.of(id))).stream()
                .filter(post -> post.isPublic(clock.instant()))
                .findFirst();
    }

    /** Whether a page of this site asked; browsers say so, and old ones say nothing. */
    private static boolean isOurs(HttpServletRequest http) {
        String site = http.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }
}
