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
import dev.byline.text.Excerpt;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article without its body: what lists hold and cards print.
 *
 * @param id the id
 * @param kind what sort of journalism it is
 * @param status where it stands
 * @param passwordProtected whether readers must give a password first
 * @param slug the readable part of its address
 * @param headline the headline, plain text
 * @param standfirst the lines below the headline, plain text
 * @param lead the first words of the article as plain text, at most {@value #LEAD_WORDS}; from the manual excerpt where
 *     there is one; cards shorten it by an {@link Excerpt}
 * @param authors the authors in the order of the credit line
 * @param creditLine who wrote it as printed; empty where it is the authors' names
 * @param publishedAt when it was or will be published, or null
 * @param modifiedAt when its text was last changed, or null
 * @param expiresAt the instant from which it is no longer public, or null
 * @param language the language of its text
 * @param translationGroup what it and its translations share; empty where it has none
 * @param regions the regions in the editor's order
 * @param sections the sections in the editor's order
 * @param primary the key of the term that a card prints, or empty
 * @param tags the tags in the editor's order
 * @param image the picture, or null
 * @param access who may read it to its end
 * @param sticky whether editors keep it on top of the front page
 * @param commentCount how many approved comments it has
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "status",
    "passwordProtected",
    "slug",
    "headline",
    "standfirst",
    "lead",
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
    "sticky",
    "commentCount"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleSummary(
        ArticleId id,
        ArticleKind kind,
        ArticleStatus status,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean passwordProtected,
        String slug,
        String headline,
        String standfirst,
        String lead,
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
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean sticky,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int commentCount)
        implements Listed {
    /** The most words of {@link #lead()}. */
    public static final int LEAD_WORDS = 60;

    private static final Excerpt LEAD = Excerpt.words(LEAD_WORDS, "");

    /** Copies the lists and puts the usual value in the place of what is missing. */
    public ArticleSummary {
        Articles.check(id, status, slug, publishedAt, commentCount);
        kind = kind == null ? ArticleKind.NEWS : kind;
        headline = Articles.text(headline);
        standfirst = Articles.text(standfirst);
        lead = Articles.text(lead);
        authors = Articles.list(authors);
        creditLine = Articles.text(creditLine);
        language = language == null ? Language.UNDETERMINED : language;
        translationGroup = Articles.text(translationGroup);
        regions = Articles.list(regions);
        sections = Articles.list(sections);
        primary = Articles.text(primary);
        tags = Articles.list(tags);
        access = access == null ? Access.OPEN : access;
    }

    /** The summary of an article. Reads as much of the body as its first words take. */
    public static ArticleSummary of(Article article) {
        return new ArticleSummary(
                article.id(),
                article.kind(),
                article.status(),
                article.passwordProtected(),
                article.slug(),
                article.headline(),
                article.standfirst(),
                LEAD.of(article.excerpt(), article.body()),
                article.authors(),
                article.creditLine(),
                article.publishedAt(),
                article.modifiedAt(),
                article.expiresAt(),
                article.language(),
                article.translationGroup(),
                article.regions(),
                article.sections(),
                article.primary(),
                article.tags(),
                article.image(),
                article.access(),
                article.sticky(),
                article.commentCount());
    }

    @Override
    public String toString() {
        return "ArticleSummary[" + id + " \"" + headline + "\"]";
    }
}
