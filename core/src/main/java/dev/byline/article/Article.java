package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article: what a newsroom writes and a site prints.
 *
 * <p>Made by {@link #builder(ArticleId, String)}, changed by {@link #toBuilder()}. Text fields that are missing are
 * empty, lists that are missing are empty lists, in no case null. Static pages are no articles: {@link StaticPage}.
 *
 * @param id the id
 * @param kind what sort of journalism it is; news where it is missing
 * @param status where it stands
 * @param passwordProtected whether readers must give a password first
 * @param slug the readable part of its address, not blank
 * @param oldSlugs slugs that it had before, which lead to it still
 * @param headline the headline, plain text; may be empty
 * @param standfirst the lines below the headline, plain text; may be empty
 * @param body HTML as it was imported or written; never print it but through a {@link dev.byline.text.Sanitiser}
 * @param excerpt an excerpt that an editor wrote, plain text; empty where there is none
 * @param authors the authors in the order of the credit line
 * @param creditLine who wrote it as printed, plain text; empty where it is the authors' names
 * @param publishedAt when it was or will be published; null only where it is neither
 * @param modifiedAt when its text was last changed, or null
 * @param expiresAt the instant from which it is no longer public, or null
 * @param language the language of its text; undetermined where it is missing
 * @param translationGroup what an article and its translations share; empty where it has none
 * @param regions the regions in the editor's order
 * @param sections the sections in the editor's order
 * @param primary the key of the section or region that a card prints; empty where none is preferred
 * @param tags the tags in the editor's order
 * @param image the picture, or null
 * @param access who may read it to its end; open where it is missing
 * @param corrections published notes, oldest first
 * @param sticky whether editors keep it on top of the front page
 * @param canonicalUrl the address that search engines shall know it by; empty where it is its own
 * @param commentsOpen whether comments are taken; not so where JSON doesn't say
 * @param commentCount how many approved comments it has
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "status",
    "passwordProtected",
    "slug",
    "oldSlugs",
    "headline",
    "standfirst",
    "body",
    "excerpt",
    "authors",
    "creditLine",
    "publishedAt",
    "modifiedAt",
    "expiresAt",
    "language",
    "translationGroup",
    "regions",
    "sections",
    "primary",
    "tags",
    "image",
    "access",
    "corrections",
    "sticky",
    "canonicalUrl",
    "commentsOpen",
    "commentCount"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Article(
        ArticleId id,
        ArticleKind kind,
        ArticleStatus status,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean passwordProtected,
        String slug,
        List<String> oldSlugs,
        String headline,
        String standfirst,
        String body,
        String excerpt,
        List<Author> authors,
        String creditLine,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant publishedAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant modifiedAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant expiresAt,

        Language language,
        String translationGroup,
        List<Region> regions,
        List<Section> sections,
        String primary,
        List<Tag> tags,
        @Nullable Image image,
        Access access,
        List<Correction> corrections,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean sticky,
        String canonicalUrl,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean commentsOpen,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int commentCount)
        implements Listed {
    /** Copies the lists and puts the usual value in the place of what is missing. */
    public Article {
        Articles.check(id, status, slug, publishedAt, commentCount);
        kind = kind == null ? ArticleKind.NEWS : kind;
        oldSlugs = Articles.list(oldSlugs);
        headline = Articles.text(headline);
        standfirst = Articles.text(standfirst);
        body = Articles.text(body);
        excerpt = Articles.text(excerpt);
        authors = Articles.list(authors);
        creditLine = Articles.text(creditLine);
        language = language == null ? Language.UNDETERMINED : language;
        translationGroup = Articles.text(translationGroup);
        regions = Articles.list(regions);
        sections = Articles.list(sections);
        primary = Articles.text(primary);
        tags = Articles.list(tags);
        access = access == null ? Access.OPEN : access;
        corrections = Articles.list(corrections);
        canonicalUrl = Articles.text(canonicalUrl);
    }

    /**
     * A builder for a draft with this id and slug: news, open to all readers and to comments, everything else empty.
     *
     * @param slug the readable part of the address, not blank
     */
    public static ArticleBuilder builder(ArticleId id, String slug) {
        return new ArticleBuilder(id, slug);
    }

    /** A builder that starts with everything as it is here. */
    public ArticleBuilder toBuilder() {
        return new ArticleBuilder(this);
    }

    /** The same article without its body. */
    public ArticleSummary summary() {
        return ArticleSummary.of(this);
    }

    @Override
    public String toString() {
        return "Article[" + id + " \"" + headline + "\"]";
    }
}
