package dev.byline.publish;

import dev.byline.article.Article;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an article looks where it is passed on: <a href="https://ogp.me/">Open Graph</a> and the Twitter card, in the order in which
 * they belong in the head of its page. Thread-safe.
 */
public final class OpenGraph {
    private static final int LARGE = 300;

    private final Publication publication;
    private final Addresses addresses;

    private OpenGraph(Publication publication, Addresses addresses) {
        this.publication = Objects.requireNonNull(publication, "publication");
        this.addresses = Objects.requireNonNull(addresses, "addresses");
    }

    /** For articles of this publication, which are there. */
    public static OpenGraph with(Publication publication, Addresses addresses) {
        return new OpenGraph(publication, addresses);
    }

    /** The tags of an article, without those that have nothing to say. Whoever prints it asks whether it is public. */
    public List<MetaTag> of(Article article) {
        List<MetaTag> tags = new ArrayList<>();
        property("og:type", "article", tags);
        property("og:title", article.headline(), tags);
        String description = StructuredData.description(article);
        property("og:description", description, tags);
        property("og:url", addresses.canonical(article), tags);
        property("og:site_name", publication.name(), tags);
        property("og:locale", locale(article), tags);
        Image image = article.image();
        String picture = image == null ? "" : StructuredData.picture(image.url(), addresses);
        if (image != null && !picture.isEmpty()) {
            property("og:image", picture, tags);
            // Belong to the picture before them, so they follow it.
            property("og:image:width", number(image.width()), tags);
            property("og:image:height", number(image.height()), tags);
            property("og:image:alt", image.alt(), tags);
        }
        property("article:published_time", date(article.publishedAt()), tags);
        property("article:modified_time", date(article.modifiedAt()), tags);
        property("article:expiration_time", date(article.expiresAt()), tags);
        article.authors().forEach(author -> property("article:author", addresses.author(author), tags));
        article.label().ifPresent(term -> property("article:section", term.name(), tags));
        article.tags().forEach(tag -> property("article:tag", tag.name(), tags));
        boolean isLarge = !picture.isEmpty() && (image == null || image.width() == null || image.width() >= LARGE);
        named("twitter:card", isLarge ? "summary_large_image" : "summary", tags);
        named("twitter:title", article.headline(), tags);
        named("twitter:description", description, tags);
        named("twitter:image", picture, tags);
        named("twitter:image:alt", image == null || picture.isEmpty() ? "" : image.alt(), tags);
        return List.copyOf(tags);
    }

    private static void property(String name, String content, List<MetaTag> tags) {
        if (!content.isBlank()) {
            tags.add(MetaTag.property(name, content));
        }
    }

    private static void named(String name, String content, List<MetaTag> tags) {
        if (!content.isBlank()) {
            tags.add(MetaTag.named(name, content));
        }
    }

    private String locale(Article article) {
        Language language =
                article.language().equals(Language.UNDETERMINED) ? publication.language() : article.language();
        return language.equals(Language.UNDETERMINED) ? "" : language.tag().replace('-', '_');
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private String date(@Nullable Instant at) {
        return at == null ? "" : Dates.iso(at, publication.zone());
    }
}
