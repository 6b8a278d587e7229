package dev.byline.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The seam to whatever keeps the site's articles: the host's database, or memory.
 *
 * <p>Each call is one indexed query on SQL, and none but {@link #stream()} grows with the archive. An implementation is
 * thread-safe, and passes the contract test that comes in the test-jar. What a call returns is as of that call.
 */
public interface ArticleStore extends ArticleSink {
    /** What articles are counted by. */
    enum By {
        /** Region keys; an article counts for each of its regions and once for each region around them. */
        REGION,
        /** Section keys; an article counts for each of its sections and once for each section above them. */
        SECTION,
        /** Tag keys. */
        TAG,
        /** Author slugs. */
        AUTHOR,
        /** Months of the publication's zone, as {@code 2026-11}. */
        MONTH
    }

    /**
     * A store in memory, empty, which forgets everything with the process; exact, and made for a million articles.
     *
     * @param zone the publication's zone, by which months are counted
     */
    static ArticleStore inMemory(ZoneId zone) {
        return new InMemoryArticleStore(zone);
    }

    /**
     * The articles with these ids, in any status, withdrawn ones included.
     *
     * @return in the order asked for, unknown ids left out
     */
    List<Article> find(Collection<ArticleId> ids);

    /** As {@link #find(Collection)}, without the bodies. */
    List<ArticleSummary> summaries(Collection<ArticleId> ids);

    /** The article with this id, in any status. */
    default Optional<Article> find(ArticleId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /**
     * The article that a slug leads to, in any status: the one that has it now, else the one that had it before (of
     * several the newest by {@link Listed#NEWEST_FIRST}).
     *
     * <p>Of several articles with one slug, which {@link #put} does not refuse, the first by
     * {@link Listed#NEWEST_FIRST} among those that are public at the instant is found, else the first of all.
     */
    Optional<SlugMatch> bySlug(String slug, Instant at);

    /** One page of a listing: exactly the articles that {@link ArchiveQuery#matches}, by {@link Listed#NEWEST_FIRST}. */
    ArchivePage page(ArchiveQuery query);

    /**
     * The articles of an article's translation group that are public at an instant, newest first (rule A-04): what
     * {@code Alternate.of} of {@code dev.byline.publish} makes {@code hreflang} of. It is among them if it is public
     * itself.
     *
     * @return the newest hundred where there are more; empty, without a look at the store, where the article has no group
     */
    default List<ArticleSummary> translations(Listed article, Instant at) {
        String group = article.translationGroup();
        return group.isEmpty()
                ? List.of()
                : page(ArchiveQuery.at(at).translationGroup(group).limit(100)).articles();
    }

    /**
     * How many articles the whole listing has, wherever its cursor stands.
     *
     * <p>A query with at most one condition is answered without looking at articles; others, and a group of several
     * regions, may cost as much as the smallest of their conditions alone.
     */
    long count(ArchiveQuery query);

    /** How many public articles each term, author or month has; those with none are left out; sorted by key. */
    Map<String, Long> counts(By by, Instant at);

    /**
     * The articles before and after this one.
     *
     * @param article a public one, or any that has a date: its neighbours are those around its place, never itself
     * @throws IllegalArgumentException if it has no date
     */
    Neighbours neighbours(Listed article, NeighbourQuery query);

    /** Every article in every status, by id; close the stream. What changes meanwhile may or may not be in it. */
    Stream<Article> stream();

    /**
     * What was put or withdrawn since a cursor.
     *
     * @param cursor of an earlier call, or {@link Changes#START} for everything
     * @param limit the most articles to return, at least 1
     * @throws IllegalArgumentException if the limit is below 1
     */
    Changes changedSince(String cursor, int limit);
}
