package dev.byline.examples.site;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.publish.*;
import dev.byline.taxonomy.*;
import dev.byline.text.Slug;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What machines read of the site: feeds, sitemaps and robots.txt. */
@Controller
record PublishController(
        ArticleStore store,
        Notes notes,
        Publication publication,
        SitemapFolder sitemaps,
        ArticlePage page,
        InstantSource clock) {
    @GetMapping("/feed.{format:xml|atom|json}")
    void feed(@PathVariable String format, HttpServletResponse response) throws IOException {
        FeedPlace place = FeedPlace.site(publication, page.whole(), "/feed." + format);
        write(format, place, ArchiveQuery.at(clock.instant()), response);
    }

    @GetMapping("/{kind:region|section|tag}/{key}/feed.{format:xml|atom|json}")
    void feed(
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable String format,
            HttpServletResponse response)
            throws IOException {
        ArchiveQuery all = ArchiveQuery.at(clock.instant());
        Term term = switch (kind) {
            case "region" -> Region.of(key);
            case "section" -> Section.of(key, key);
            default -> Tag.of(key, key);
        };
        ArchiveQuery query = term instanceof Region region
                ? all.in(region)
                : term instanceof Section ? all.section(key) : all.tag(key);
        if (store.count(query) == 0 && !notes.leadsTo(MenuTarget.of(term))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String path = "/" + kind + "/" + Slug.encoded(key) + "/feed." + format;
        write(format, FeedPlace.of(term, publication, page.whole(), path), query, response);
    }

    private void write(String format, FeedPlace place, ArchiveQuery query, HttpServletResponse response)
            throws IOException {
        FeedFormat written = switch (format) {
            case "xml" -> FeedFormat.RSS;
            case "atom" -> FeedFormat.ATOM;
            default -> FeedFormat.JSON;
        };
        response.setContentType(written.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        Feeds.with(FeedPolicy.defaults(), publication, page.whole())
                .write(written, place, store, query, response.getOutputStream());
    }

    // What is asked for is no matter: these files have one form each.
    @GetMapping("/sitemap{part:[a-z0-9-]*}.xml")
    ResponseEntity<byte[]> sitemap(@PathVariable String part) {
        byte[] file = sitemaps.file("sitemap" + part + ".xml");
        return file == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(file);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String lines = "User-agent: *\nDisallow: /search\nDisallow: /suggest\nDisallow: /share/\nDisallow: /moderate\n"
                + "Disallow: /*/comments\n\nSitemap: " + page.whole().at("/sitemap.xml") + "\nSitemap: "
                + page.whole().at("/sitemap-news.xml") + "\n";
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(lines);
    }
}
