package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page that is no news, such as Contact or About; it is in no listing of articles.
 *
 * @param slug the readable part of its address, unique among pages, not blank
 * @param title the title, plain text; may be empty
 * @param body HTML as it was imported or written; never print it but through a {@link dev.byline.text.Sanitiser}
 * @param status where it stands
 * @param passwordProtected whether readers must give a password first
 * @param publishedAt when it was published, or null
 * @param parent the slug of the page above it; empty where there is none
 * @param position its place among its siblings, ascending
 * @param language the language of its text
 */
@JsonPropertyOrder({
    "slug",
    "title",
    "body",
    "status",
    "passwordProtected",
    "publishedAt",
    "parent",
    "position",
    "language"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaticPage(
        String slug,
        String title,
        String body,
        ArticleStatus status,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean passwordProtected,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant publishedAt,

        String parent,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int position,
        Language language) {
    /** Checks the slug and the status, and puts empty text in the place of what is missing. */
    public StaticPage {
        Objects.requireNonNull(slug, "slug");
        if (slug.isBlank()) {
            throw new IllegalArgumentException("a page needs a slug");
        }
        Objects.requireNonNull(status, () -> "status of page " + slug);
        title = Articles.text(title);
        body = Articles.text(body);
        parent = Articles.text(parent);
        language = language == null ? Language.UNDETERMINED : language;
    }

    /** A published page. */
    public static StaticPage of(String slug, String title, String body, Instant publishedAt) {
        return new StaticPage(
                slug, title, body, ArticleStatus.PUBLISHED, false, publishedAt, "", 0, Language.UNDETERMINED);
    }

    /** Whether a reader may see it at this instant (rule V-02): as for an article, but that a page needs no date. */
    public boolean isPublic(Instant at) {
        return (status == ArticleStatus.PUBLISHED || (status == ArticleStatus.SCHEDULED && publishedAt != null))
                && !passwordProtected
                && (publishedAt == null || !publishedAt.isAfter(at));
    }

    @Override
    public String toString() {
        return "StaticPage[" + slug + "]";
    }
}
