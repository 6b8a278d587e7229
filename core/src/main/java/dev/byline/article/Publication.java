package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.text.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The site itself: what its pages say about who publishes them.
 *
 * @param name the name as printed, plain text; may be empty
 * @param baseUrl the address of the front page, without a slash at its end; may be empty
 * @param tagline a line below the name, plain text; may be empty
 * @param logo the logo, or null
 * @param language the language of its pages
 * @param zone the zone in which dates are printed and months begin; UTC where it is missing
 * @param copyright the line at the foot of each page, plain text; may be empty
 * @param pages the slugs of its own pages (Contact, About, policies) in the order of the footer
 */
@JsonPropertyOrder({"name", "baseUrl", "tagline", "logo", "language", "zone", "copyright", "pages"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Publication(
        String name,
        String baseUrl,
        String tagline,
        @Nullable Image logo,
        Language language,
        ZoneId zone,
        String copyright,
        List<String> pages) {
    /** Puts empty text in the place of what is missing and takes the slash from the end of the address. */
    public Publication {
        name = Articles.text(name);
        baseUrl = Articles.text(baseUrl);
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        tagline = Articles.text(tagline);
        language = language == null ? Language.UNDETERMINED : language;
        zone = zone == null ? ZoneOffset.UTC : zone;
        copyright = Articles.text(copyright);
        pages = Articles.list(pages);
    }

    /** A site of which nothing but this is known. */
    public static Publication of(String name, String baseUrl, Language language, ZoneId zone) {
        return new Publication(name, baseUrl, "", null, language, zone, "", List.of());
    }

    /** The same under another address; empty for one whose pages lead to each other by paths alone. */
    public Publication baseUrl(String address) {
        return new Publication(name, address, tagline, logo, language, zone, copyright, pages);
    }
}
