package dev.byline.publish;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Excerpt;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import dev.byline.writing.JsonOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article's page says to search engines: schema.org JSON-LD, as text that may stand in a {@code script} element as it is.
 *
 * <p>Follows what Google asks of <a href="https://developers.google.com/search/docs/appearance/structured-data/article">articles</a>
 * and <a href="https://developers.google.com/search/docs/appearance/structured-data/breadcrumb">breadcrumbs</a>. Whoever prints it
 * asks {@link Article#isPublic} first. Thread-safe.
 */
public final class StructuredData {
    private static final Excerpt DESCRIPTION = Excerpt.words(55, "…");
    private static final String SCHEMA = "https://schema.org";

    private final Publication publication;
    private final Addresses addresses;

    private StructuredData(Publication publication, Addresses addresses) {
        this.publication = Objects.requireNonNull(publication, "publication");
        this.addresses = Objects.requireNonNull(addresses, "addresses");
    }

    /** For articles of this publication, which are there. */
    public static StructuredData with(Publication publication, Addresses addresses) {
        return new StructuredData(publication, addresses);
    }

    /**
     * An article as a {@code NewsArticle}, or what its kind is called: {@code AnalysisNewsArticle}, {@code OpinionNewsArticle},
     * {@code ReviewNewsArticle}, {@code LiveBlogPosting}, {@code AdvertiserContentArticle}.
     *
     * <p>Dates bear the offset of the publication's zone. An article that is not open to everyone says so.
     */
    public String article(Article article) {
        StringBuilder text = new StringBuilder(2048);
        JsonOutput out = new JsonOutput(text).object();
        out.text("@context", SCHEMA).text("@type", type(article.kind()));
        String address = addresses.canonical(article);
        out.text("@id", address + "#article").text("url", address);
        out.object("mainEntityOfPage")
                .text("@type", "WebPage")
                .text("@id", address)
                .endObject();
        out.text("headline", article.headline())
                .text("alternativeHeadline", article.standfirst())
                .text("description", description(article));
        image(article.image(), out);
        date("datePublished", article.publishedAt(), out);
        date("dateModified", article.modifiedAt() == null ? article.publishedAt() : article.modifiedAt(), out);
        date("expires", article.expiresAt(), out);
        if (article.kind() == ArticleKind.LIVE) {
            date("coverageStartTime", article.publishedAt(), out);
        }
        authors(article, out);
        publisher(out);
        texts("articleSection", article.sections().stream().map(Section::name).toList(), out);
        texts("keywords", keywords(article), out);
        places(article.regions(), out);
        Language language =
                article.language().equals(Language.UNDETERMINED) ? publication.language() : article.language();
        out.text("inLanguage", language.equals(Language.UNDETERMINED) ? "" : language.tag());
        out.truth("isAccessibleForFree", article.access() == Access.OPEN);
        out.number("commentCount", article.commentCount());
        corrections(article, out);
        out.endObject();
        return text.toString();
    }

    /** The way to a page as a {@code BreadcrumbList}. */
    public String breadcrumbs(List<Crumb> trail) {
        StringBuilder text = new StringBuilder(512);
        JsonOutput out = new JsonOutput(text).object();
        out.text("@context", SCHEMA).text("@type", "BreadcrumbList").array("itemListElement");
        for (int i = 0; i < trail.size(); i++) {
            out.object()
                    .text("@type", "ListItem")
                    .number("position", i + 1)
                    .text("name", trail.get(i).label())
                    .text("item", trail.get(i).address())
                    .endObject();
        }
        out.endArray().endObject();
        return text.toString();
    }

    private static String type(ArticleKind kind) {
        return switch (kind) {
            case NEWS -> "NewsArticle";
            case ANALYSIS -> "AnalysisNewsArticle";
            case OPINION -> "OpinionNewsArticle";
            case REVIEW -> "ReviewNewsArticle";
            case LIVE -> "LiveBlogPosting";
            case SPONSORED -> "AdvertiserContentArticle";
        };
    }

    static String description(Article article) {
        return article.standfirst().isBlank()
                ? DESCRIPTION.of(article.excerpt(), article.body())
                : article.standfirst();
    }

    private void image(@Nullable Image image, JsonOutput out) {
        String url = address(image);
        if (image != null && !url.isEmpty()) {
            out.object("image")
                    .text("@type", "ImageObject")
                    .text("url", url)
                    .number("width", image.width())
                    .number("height", image.height())
                    .text("caption", image.caption())
                    .text("creditText", image.credit())
                    .endObject();
        }
    }

    /** A picture's whole address; empty where no page may load it. */
    private String address(@Nullable Image image) {
        return image == null ? "" : picture(image.url(), addresses);
    }

    static String picture(String url, Addresses addresses) {
        return SafeUrl.of(url)
                .filter(safe -> !safe.regionMatches(true, 0, "mailto:", 0, 7))
                .map(addresses::at)
                .orElse("");
    }

    private void date(String name, @Nullable Instant at, JsonOutput out) {
        if (at != null) {
            out.text(name, Dates.iso(at, publication.zone()));
        }
    }

    private void authors(Article article, JsonOutput out) {
        if (article.authors().isEmpty() && article.creditLine().isBlank()) {
            return;
        }
        out.array("author");
        for (Author author : article.authors()) {
            out.object()
                    .text("@type", "Person")
                    .text("name", author.name())
                    .text("url", addresses.author(author))
                    .text("image", author.picture().isEmpty() ? "" : picture(author.picture(), addresses))
                    .endObject();
        }
        if (article.authors().isEmpty()) {
            out.object()
                    .text("@type", "Person")
                    .text("name", article.creditLine())
                    .endObject();
        }
        out.endArray();
    }

    private void publisher(JsonOutput out) {
        if (publication.name().isEmpty()) {
            return;
        }
        out.object("publisher").text("@type", "NewsMediaOrganization").text("name", publication.name());
        out.text("url", addresses.home());
        Image logo = publication.logo();
        String url = address(logo);
        if (logo != null && !url.isEmpty()) {
            out.object("logo")
                    .text("@type", "ImageObject")
                    .text("url", url)
                    .number("width", logo.width())
                    .number("height", logo.height())
                    .endObject();
        }
        out.endObject();
    }

    private static void texts(String name, List<String> texts, JsonOutput out) {
        if (!texts.isEmpty()) {
            out.array(name);
            texts.forEach(out::text);
            out.endArray();
        }
    }

    private static List<String> keywords(Article article) {
        Set<String> names = new LinkedHashSet<>();
        article.tags().stream().map(Tag::name).forEach(names::add);
        article.regions().stream().map(Region::name).forEach(names::add);
        return new ArrayList<>(names);
    }

    private static void places(List<Region> regions, JsonOutput out) {
        if (!regions.isEmpty()) {
            out.array("contentLocation");
            for (Region region : regions) {
                out.object().text("@type", "Place").text("name", region.name()).endObject();
            }
            out.endArray();
        }
    }

    private void corrections(Article article, JsonOutput out) {
        if (!article.corrections().isEmpty()) {
            out.array("correction");
            article.corrections().forEach(one -> {
                out.object().text("@type", "CorrectionComment").text("text", one.text());
                date("datePublished", one.at(), out);
                out.endObject();
            });
            out.endArray();
        }
    }
}
