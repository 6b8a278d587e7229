package dev.byline.publish;

import dev.byline.article.Article;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    // Those under which Facebook knows the languages; its Arabic is of no territory.
    private static final Map<String, String> TERRITORIES = Map.ofEntries(
            Map.entry("ar", "AR"),
            Map.entry("az", "AZ"),
            Map.entry("bn", "IN"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("de", "DE"),
            Map.entry("el", "GR"),
            Map.entry("en", "US"),
            Map.entry("es", "ES"),
            Map.entry("fa", "IR"),
            Map.entry("fi", "FI"),
            Map.entry("fr", "FR"),
            Map.entry("he", "IL"),
            Map.entry("hi", "IN"),
            Map.entry("hy", "AM"),
            Map.entry("id", "ID"),
            Map.entry("it", "IT"),
            Map.entry("ja", "JP"),
            Map.entry("ka", "GE"),
            Map.entry("ko", "KR"),
            Map.entry("ku", "TR"),
            Map.entry("nl", "NL"),
            Map.entry("pl", "PL"),
            Map.entry("ps", "AF"),
            Map.entry("pt", "BR"),
            Map.entry("ru", "RU"),
            Map.entry("sv", "SE"),
            Map.entry("tr", "TR"),
            Map.entry("uk", "UA"),
            Map.entry("ur", "PK"),
            Map.entry("zh", "CN"));

    private OpenGraph(Publication publication, Addresses addresses) {
        this.publication = Objects.requireNonNull(publication, "publication");
        this.addresses = Objects.requireNonNull(addresses, "addresses");
    }

    /** For articles of this publication, which are there. */
    public static OpenGraph with(Publication publication, Addresses addresses) {
        return new OpenGraph(publication, addresses);
    }

    /**
     * The tags of an article, without those that have nothing to say. Whoever prints it asks whether it is public.
     *
     * <p>{@code og:locale} is a language and a territory: those of the article's language or else the publication's. One
     * that names no territory has the one under which Facebook knows it ({@code en_US}, {@code ar_AR}, {@code fa_IR}), and
     * where it knows none the tag is left out.
     */
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
        String territory = Locale.forLanguageTag(language.tag()).getCountry();
        // A number stands for several territories, as in es-419.
        if (territory.length() != 2) {
            territory = TERRITORIES.getOrDefault(language.primary(), "");
        }
        return territory.isEmpty() ? "" : language.primary() + "_" + territory;
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private String date(@Nullable Instant at) {
        return at == null ? "" : Dates.iso(at, publication.zone());
    }
}
