package dev.byline.article;

import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an {@link Article} and its {@link ArticleSummary} have in common: all that lists, filters and cards need. */
public sealed interface Listed permits Article, ArticleSummary {
    /**
     * The order of every listing: newest first, then by id; what has no date comes last.
     *
     * <p>Total: two articles are equal in it only where they have one id.
     */
    Comparator<Listed> NEWEST_FIRST = Comparator.<Listed, Instant>comparing(
                    Listed::publishedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Listed::id, Comparator.reverseOrder());

    /** The id. */
    ArticleId id();

    /** What sort of journalism it is. */
    ArticleKind kind();

    /** Where it stands. */
    ArticleStatus status();

    /** Whether readers must give a password first. */
    boolean passwordProtected();

    /** The readable part of its address. */
    String slug();

    /** The headline, plain text; may be empty. */
    String headline();

    /** The lines below the headline, plain text; may be empty. */
    String standfirst();

    /** The authors in the order of the credit line; may be empty. */
    List<Author> authors();

    /** Who wrote it as printed, plain text; empty where it is the authors' names. */
    String creditLine();

    /** When it was or will be published; null only where it is neither published nor scheduled. */
    @Nullable
    Instant publishedAt();

    /** When its text was last changed, or null. */
    @Nullable
    Instant modifiedAt();

    /** The instant from which it is no longer public, or null. */
    @Nullable
    Instant expiresAt();

    /** The language of its text. */
    Language language();

    /** What it and its translations share; empty where it has none. */
    String translationGroup();

    /** The regions in the editor's order; may be empty. */
    List<Region> regions();

    /** The sections in the editor's order; may be empty. */
    List<Section> sections();

    /** The key of the region or section that a card prints; empty where none is preferred. */
    String primary();

    /** The tags in the editor's order; may be empty. */
    List<Tag> tags();

    /** The picture, or null. */
    @Nullable
    Image image();

    /** Who may read it to its end. */
    Access access();

    /** Whether editors keep it on top of the front page. */
    boolean sticky();

    /** How many approved comments it has. */
    int commentCount();

    /**
     * Whether a reader may see it at this instant (rule V-01).
     *
     * <p>True if its status is published or scheduled, it was published at or before the instant, has not expired, and
     * asks for no password. The instant of expiry itself is no longer public. This is the only place where visibility
     * is decided.
     */
    default boolean isPublic(Instant at) {
        Instant published = publishedAt();
        Instant expires = expiresAt();
        return (status() == ArticleStatus.PUBLISHED || status() == ArticleStatus.SCHEDULED)
                && !passwordProtected()
                && published != null
                && !published.isAfter(at)
                && (expires == null || expires.isAfter(at));
    }

    /**
     * The one term that a card prints (rule A-02): the explicit {@link #primary()} where the article is filed under it,
     * else the first section, else the first region; empty where there is none.
     */
    default Optional<Term> label() {
        List<Term> filed =
                Stream.<Term>concat(sections().stream(), regions().stream()).toList();
        Optional<Term> preferred =
                filed.stream().filter(term -> term.key().equals(primary())).findFirst();
        return preferred.isPresent() ? preferred : filed.stream().findFirst();
    }

    /** The author text as printed: the credit line, else the authors' names with commas between, else empty. */
    default String credit() {
        return creditLine().isBlank()
                ? String.join(", ", authors().stream().map(Author::name).toList())
                : creditLine();
    }
}
