package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.article.Image;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as a list of results prints it, as it was when it was last put.
 *
 * @param id the article
 * @param slug the readable part of its address
 * @param headline the headline, plain text; may be empty
 * @param headlineHtml the headline, escaped for HTML, what was looked for in {@code <mark>}
 * @param snippetHtml a sentence or two around what was looked for, or the beginning, escaped for HTML, with
 *     {@code <mark>} and, where something is left out, {@code …}; may be empty
 * @param publishedAt when it was published
 * @param label the name of the section or region that a card prints, plain text; may be empty
 * @param language the language of its text
 * @param image the address and alternative text of its picture, or null
 */
@JsonPropertyOrder({"id", "slug", "headline", "headlineHtml", "snippetHtml", "publishedAt", "label", "language", "image"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchHit(
        ArticleId id,
        String slug,
        String headline,
        String headlineHtml,
        String snippetHtml,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,

        String label,
        Language language,
        @Nullable Image image) {
    /** Checks what every hit has, and puts empty text in the place of what is missing. */
    public SearchHit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(publishedAt, "publishedAt");
        headline = headline == null ? "" : headline;
        headlineHtml = headlineHtml == null ? "" : headlineHtml;
        snippetHtml = snippetHtml == null ? "" : snippetHtml;
        label = label == null ? "" : label;
        language = language == null ? Language.UNDETERMINED : language;
    }

    @Override
    public String toString() {
        return "SearchHit[" + id + " \"" + headline + "\"]";
    }
}
