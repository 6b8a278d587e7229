package dev.byline.examples.sql;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an article stands in the tables: the rows that it has besides its own.
 *
 * @param listings where it is listed; empty if it is never public
 * @param slugs the slugs that lead to it
 */
record Filing(Set<Listing> listings, Set<Slug> slugs) {
    // What is dated outside of these years is in no month that an archive could name.
    private static final Instant YEAR_1 = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    /** What listings are of. */
    enum Kind {
        SITE,
        MONTH,
        REGION,
        SECTION,
        TAG,
        AUTHOR,
        /** Of an article and its translations. */
        GROUP
    }

    /** A row of {@code byline_listing}. */
    record Listing(Kind kind, String term, BigDecimal published, String id, BigDecimal publicUntil) {}

    /** A row of {@code byline_slug}. */
    record Slug(String slug, boolean former, BigDecimal published, String id, BigDecimal publicUntil) {}

    /**
     * Where an article stands.
     *
     * @throws IllegalArgumentException if one of its slugs or keys does not fit into its column
     */
    static Filing of(Article article, ZoneId zone) {
        String id = Stored.id(article.id());
        Instant date = article.publishedAt();
        BigDecimal published = date == null ? Stored.ALWAYS : Stored.instant(date);
        BigDecimal publicUntil = publicUntil(article);

        Set<Slug> slugs = new HashSet<>();
        slugs.add(new Slug(checked(article.slug(), article), false, published, id, publicUntil));
        article.oldSlugs()
                .forEach(slug -> slugs.add(new Slug(checked(slug, article), true, published, id, publicUntil)));

        Set<Listing> listings = new HashSet<>();
        terms(article, zone)
                .forEach(term -> listings.add(
                        new Listing(term.kind(), checked(term.key(), article), published, id, publicUntil)));
        return new Filing(publicUntil.compareTo(published) > 0 ? listings : Set.of(), slugs);
    }

    // So that "published <= t AND public_until > t" says what Article.isPublic does, with no other column.
    private static BigDecimal publicUntil(Article article) {
        boolean published = article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.SCHEDULED;
        if (!published || article.passwordProtected()) {
            return Stored.ALWAYS;
        }
        Instant expires = article.expiresAt();
        return expires == null ? Stored.NEVER : Stored.instant(expires);
    }

    private record Term(Kind kind, String key) {}

    private static Stream<Term> terms(Article article, ZoneId zone) {
        return Stream.of(
                        Stream.of(new Term(Kind.SITE, "")),
                        months(article, zone).map(month -> new Term(Kind.MONTH, month)),
                        article.regions().stream()
                                .map(Region::path)
                                .flatMap(List::stream)
                                .map(region -> new Term(Kind.REGION, region.key())),
                        article.sections().stream()
                                .map(Section::path)
                                .flatMap(List::stream)
                                .map(section -> new Term(Kind.SECTION, section.key())),
                        article.tags().stream().map(Tag::key).map(tag -> new Term(Kind.TAG, tag)),
                        article.authors().stream().map(Author::slug).map(slug -> new Term(Kind.AUTHOR, slug)),
                        Stream.of(article.translationGroup())
                                .filter(group -> !group.isEmpty())
                                .map(group -> new Term(Kind.GROUP, group)))
                .flatMap(terms -> terms);
    }

    private static Stream<String> months(Article article, ZoneId zone) {
        Instant date = article.publishedAt();
        return date == null || date.isBefore(YEAR_1) || !date.isBefore(YEAR_9999)
                ? Stream.empty()
                : Stream.of(YearMonth.from(date.atZone(zone)).toString());
    }

    private static String checked(String key, Article article) {
        if (!Stored.isKey(key)) {
            throw new IllegalArgumentException("article " + article.id() + " has a slug, a group or a key of more than "
                    + Stored.LONGEST_KEY + " characters, or with a character that no database keeps");
        }
        return key;
    }
}
