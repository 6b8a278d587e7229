package dev.byline.article;

import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Article} field by field; not thread-safe, and usable again after {@link #build()}. */
public final class ArticleBuilder {
    private ArticleId id;
    private ArticleKind kind = ArticleKind.NEWS;
    private ArticleStatus status = ArticleStatus.DRAFT;
    private boolean passwordProtected;
    private String slug;
    private List<String> oldSlugs = List.of();
    private String headline = "";
    private String standfirst = "";
    private String body = "";
    private String excerpt = "";
    private List<Author> authors = List.of();
    private String creditLine = "";
    private @Nullable Instant publishedAt;
    private @Nullable Instant modifiedAt;
    private @Nullable Instant expiresAt;
    private Language language = Language.UNDETERMINED;
    private String translationGroup = "";
    private List<Region> regions = List.of();
    private List<Section> sections = List.of();
    private String primary = "";
    private List<Tag> tags = List.of();
    private @Nullable Image image;
    private Access access = Access.OPEN;
    private List<Correction> corrections = List.of();
    private boolean sticky;
    private String canonicalUrl = "";
    private boolean commentsOpen = true;
    private int commentCount;

    ArticleBuilder(ArticleId id, String slug) {
        this.id = id;
        this.slug = slug;
    }

    ArticleBuilder(Article article) {
        id = article.id();
        kind = article.kind();
        status = article.status();
        passwordProtected = article.passwordProtected();
        slug = article.slug();
        oldSlugs = article.oldSlugs();
        headline = article.headline();
        standfirst = article.standfirst();
        body = article.body();
        excerpt = article.excerpt();
        authors = article.authors();
        creditLine = article.creditLine();
        publishedAt = article.publishedAt();
        modifiedAt = article.modifiedAt();
        expiresAt = article.expiresAt();
        language = article.language();
        translationGroup = article.translationGroup();
        regions = article.regions();
        sections = article.sections();
        primary = article.primary();
        tags = article.tags();
        image = article.image();
        access = article.access();
        corrections = article.corrections();
        sticky = article.sticky();
        canonicalUrl = article.canonicalUrl();
        commentsOpen = article.commentsOpen();
        commentCount = article.commentCount();
    }

    /** Sets the id. */
    public ArticleBuilder id(ArticleId id) {
        this.id = id;
        return this;
    }

    /** Sets what sort of journalism it is; news where it is missing. */
    public ArticleBuilder kind(ArticleKind kind) {
        this.kind = kind;
        return this;
    }

    /** Sets where it stands. */
    public ArticleBuilder status(ArticleStatus status) {
        this.status = status;
        return this;
    }

    /** Sets whether readers must give a password first. */
    public ArticleBuilder passwordProtected(boolean passwordProtected) {
        this.passwordProtected = passwordProtected;
        return this;
    }

    /** Sets the readable part of its address, not blank. */
    public ArticleBuilder slug(String slug) {
        this.slug = slug;
        return this;
    }

    /** Sets slugs that it had before, which lead to it still. */
    public ArticleBuilder oldSlugs(List<String> oldSlugs) {
        this.oldSlugs = oldSlugs;
        return this;
    }

    /** Sets the headline, plain text; may be empty. */
    public ArticleBuilder headline(String headline) {
        this.headline = headline;
        return this;
    }

    /** Sets the lines below the headline, plain text; may be empty. */
    public ArticleBuilder standfirst(String standfirst) {
        this.standfirst = standfirst;
        return this;
    }

    /** Sets HTML as it was imported or written; never print it but through a {@link dev.byline.text.Sanitiser}. */
    public ArticleBuilder body(String body) {
        this.body = body;
        return this;
    }

    /** Sets an excerpt that an editor wrote, plain text; empty where there is none. */
    public ArticleBuilder excerpt(String excerpt) {
        this.excerpt = excerpt;
        return this;
    }

    /** Sets the authors in the order of the credit line. */
    public ArticleBuilder authors(List<Author> authors) {
        this.authors = authors;
        return this;
    }

    /** Sets the authors in the order of the credit line. */
    public ArticleBuilder authors(Author... authors) {
        return authors(List.of(authors));
    }

    /** Sets who wrote it as printed, plain text; empty where it is the authors' names. */
    public ArticleBuilder creditLine(String creditLine) {
        this.creditLine = creditLine;
        return this;
    }

    /** Sets when it was or will be published; null only where it is neither. */
    public ArticleBuilder publishedAt(@Nullable Instant publishedAt) {
        this.publishedAt = publishedAt;
        return this;
    }

    /** Sets when its text was last changed, or null. */
    public ArticleBuilder modifiedAt(@Nullable Instant modifiedAt) {
        this.modifiedAt = modifiedAt;
        return this;
    }

    /** Sets the instant from which it is no longer public, or null. */
    public ArticleBuilder expiresAt(@Nullable Instant expiresAt) {
        this.expiresAt = expiresAt;
        return this;
    }

    /** Sets the language of its text; undetermined where it is missing. */
    public ArticleBuilder language(Language language) {
        this.language = language;
        return this;
    }

    /** Sets what an article and its translations share; empty where it has none. */
    public ArticleBuilder translationGroup(String translationGroup) {
        this.translationGroup = translationGroup;
        return this;
    }

    /** Sets the regions in the editor's order. */
    public ArticleBuilder regions(List<Region> regions) {
        this.regions = regions;
        return this;
    }

    /** Sets the regions in the editor's order. */
    public ArticleBuilder regions(Region... regions) {
        return regions(List.of(regions));
    }

    /** Sets the sections in the editor's order. */
    public ArticleBuilder sections(List<Section> sections) {
        this.sections = sections;
        return this;
    }

    /** Sets the sections in the editor's order. */
    public ArticleBuilder sections(Section... sections) {
        return sections(List.of(sections));
    }

    /** Sets the key of the section or region that a card prints; empty where none is preferred. */
    public ArticleBuilder primary(String primary) {
        this.primary = primary;
        return this;
    }

    /** Sets the tags in the editor's order. */
    public ArticleBuilder tags(List<Tag> tags) {
        this.tags = tags;
        return this;
    }

    /** Sets the tags in the editor's order. */
    public ArticleBuilder tags(Tag... tags) {
        return tags(List.of(tags));
    }

    /** Sets the picture, or null. */
    public ArticleBuilder image(@Nullable Image image) {
        this.image = image;
        return this;
    }

    /** Sets who may read it to its end; open where it is missing. */
    public ArticleBuilder access(Access access) {
        this.access = access;
        return this;
    }

    /** Sets published notes, oldest first. */
    public ArticleBuilder corrections(List<Correction> corrections) {
        this.corrections = corrections;
        return this;
    }

    /** Sets whether editors keep it on top of the front page. */
    public ArticleBuilder sticky(boolean sticky) {
        this.sticky = sticky;
        return this;
    }

    /** Sets the address that search engines shall know it by; empty where it is its own. */
    public ArticleBuilder canonicalUrl(String canonicalUrl) {
        this.canonicalUrl = canonicalUrl;
        return this;
    }

    /** Sets whether comments are taken. */
    public ArticleBuilder commentsOpen(boolean commentsOpen) {
        this.commentsOpen = commentsOpen;
        return this;
    }

    /** Sets how many approved comments it has. */
    public ArticleBuilder commentCount(int commentCount) {
        this.commentCount = commentCount;
        return this;
    }

    /** Makes it published at this instant; it is public from then on. */
    public ArticleBuilder published(Instant at) {
        return status(ArticleStatus.PUBLISHED).publishedAt(at);
    }

    /**
     * The article.
     *
     * @throws IllegalArgumentException if a field can't be, for example published without a date
     */
    public Article build() {
        return new Article(
                id,
                kind,
                status,
                passwordProtected,
                slug,
                oldSlugs,
                headline,
                standfirst,
                body,
                excerpt,
                authors,
                creditLine,
                publishedAt,
                modifiedAt,
                expiresAt,
                language,
                translationGroup,
                regions,
                sections,
                primary,
                tags,
                image,
                access,
                corrections,
                sticky,
                canonicalUrl,
                commentsOpen,
                commentCount);
    }
}
