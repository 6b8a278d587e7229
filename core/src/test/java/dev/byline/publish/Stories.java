package dev.byline.publish;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the tests of this package publish. */
final class Stories {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Publication SITE = new Publication(
            "The Harbour Post",
            "https://example.org",
            "News from the coast",
            new Image("/logo.png", "The Harbour Post", "", "", 600, 60),
            Language.of("en"),
            ZoneId.of("Asia/Baghdad"),
            "© The Harbour Post",
            List.of());
    static final Addresses ADDRESSES = Addresses.of(SITE, AddressPolicy.defaults());
    static final Section POLITICS = Section.of("politics", "Politics");
    static final Section BUDGET = new Section("budget", "Budget", POLITICS);

    private Stories() {}

    static Article story() {
        return Article.builder(ArticleId.of("17"), "bridge-opens")
                .status(ArticleStatus.PUBLISHED)
                .headline("Bridge opens after nine years")
                .standfirst("The first lorries crossed at dawn.")
                .body("<p>The first lorries crossed <a href=\"/maps/bridge\">the bridge</a> at dawn.</p>"
                        + "<p><img src=\"pictures/bridge.jpg\" alt=\"\"><script>alert(1)</script></p>")
                .authors(List.of(
                        new Author("lina-haddad", "Lina Haddad", "/lina.jpg", ""), Author.of("omar", "Omar Saleh")))
                .publishedAt(NOW.minusSeconds(7200))
                .modifiedAt(NOW.minusSeconds(60))
                .language(Language.of("en"))
                .regions(List.of(Region.of("iq", "Iraq")))
                .sections(List.of(BUDGET))
                .tags(List.of(Tag.of("bridges", "Bridges"), Tag.of("iq", "Iraq")))
                .image(new Image("/pictures/bridge.jpg", "Lorries on a bridge", "At dawn", "A. Kamal", 1200, 800))
                .commentCount(3)
                .build();
    }
}
