package dev.byline.publish;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStore;
import dev.byline.article.ContentException;
import dev.byline.article.Listed;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.text.Language;
import dev.byline.writing.XmlOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what crawlers are to read: a sitemap of everything, and one of the news of the last two days. Holds at most a megabyte,
 * however many articles there are. Thread-safe.
 *
 * <p>What fits into one file is one, else the file is an index of others beside it: by
 * <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a> at most 50,000 addresses and 50 MB each, by
 * <a href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">Google News</a> at most 1,000.
 */
public final class Sitemaps {
    /** The most addresses of a file. */
    public static final int MOST = 50_000;

    /** The most articles of a file of news. */
    public static final int MOST_NEWS = 1000;

    private static final Duration NEWS = Duration.ofDays(2);

    private final Publication publication;
    private final Addresses addresses;
    private final String folder;

    /**
     * What was written.
     *
     * @param files the names, the one to tell crawlers of first
     * @param addresses how many addresses are in them
     */
    public record Written(List<String> files, long addresses) {
        /** Copies the list. */
        public Written {
            files = List.copyOf(files);
        }
    }

    private Sitemaps(Publication publication, Addresses addresses, String folder) {
        this.publication = Objects.requireNonNull(publication, "publication");
        this.addresses = Feeds.whole(addresses);
        this.folder = folder.endsWith("/") ? folder : folder + "/";
    }

    /**
     * For articles of this publication, which are there; the files will be served from the root of the site.
     *
     * @throws IllegalArgumentException if addresses are not whole, as those of a publication without a base address
     */
    public static Sitemaps with(Publication publication, Addresses addresses) {
        return new Sitemaps(publication, addresses, "/");
    }

    /** The same with files served from this folder of the site, for example {@code /sitemaps/}. */
    public Sitemaps servedFrom(String folder) {
        return new Sitemaps(publication, addresses, folder);
    }

    /**
     * Writes the sitemap of all that is public: {@code sitemap.xml}, and {@code sitemap-1.xml} and so on where that is an index.
     *
     * @param articles in any order; closed when this returns
     * @throws ContentException if it can't be written
     */
    public Written all(
            Stream<? extends Listed> articles, Collection<StaticPage> pages, Instant at, SitemapFiles files) {
        Stream<String> front = Stream.of(url(addresses.home(), null));
        Stream<String> own = pages.stream()
                .filter(page -> page.isPublic(at))
                .map(page -> url(addresses.page(page.slug()), page.publishedAt()));
        Function<Listed, String> line = article -> url(addresses.article(article), changed(article));
        try (articles) {
            return write(
                    "sitemap",
                    MOST,
                    "",
                    Stream.concat(
                            Stream.concat(front, own),
                            articles.filter(one -> one.isPublic(at)).map(line)),
                    files);
        }
    }

    /** As {@link #news(Stream, Instant, SitemapFiles)}, of what a store has. Costs a call for each thousand articles. */
    public Written news(ArticleStore store, Instant at, SitemapFiles files) {
        ArchiveQuery query = ArchiveQuery.at(at).published(at.minus(NEWS), null).limit(ArchiveQuery.MOST);
        return news(Walk.pages(store, query).flatMap(List::stream), at, files);
    }

    /**
     * Writes the sitemap of the news of the last two days: {@code sitemap-news.xml}, and {@code sitemap-news-1.xml} and so on where
     * that is an index. Sponsored articles are in none.
     *
     * @param articles in any order, those of the last two days at least; closed when this returns
     * @throws ContentException if it can't be written
     */
    public Written news(Stream<? extends Listed> articles, Instant at, SitemapFiles files) {
        Instant from = at.minus(NEWS);
        try (articles) {
            return write(
                    "sitemap-news",
                    MOST_NEWS,
                    " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"",
                    articles.filter(one -> isNews(one, from, at)).map(this::news),
                    files);
        }
    }

    private static boolean isNews(Listed article, Instant from, Instant at) {
        Instant published = article.publishedAt();
        return article.isPublic(at)
                && published != null
                && !published.isBefore(from)
                && article.kind() != ArticleKind.SPONSORED;
    }

    private static Instant changed(Listed article) {
        Instant modified = article.modifiedAt();
        return Objects.requireNonNull(modified == null ? article.publishedAt() : modified);
    }

    private static String url(String address, @Nullable Instant changed) {
        return "<url><loc>" + XmlOutput.text(address) + "</loc>"
                + (changed == null ? "" : "<lastmod>" + second(changed) + "</lastmod>") + "</url>\n";
    }

    private String news(Listed article) {
        return "<url><loc>" + XmlOutput.text(addresses.article(article))
                + "</loc><news:news><news:publication><news:name>"
                + XmlOutput.text(publication.name()) + "</news:name><news:language>" + language(article)
                + "</news:language></news:publication><news:publication_date>"
                + second(Objects.requireNonNull(article.publishedAt())) + "</news:publication_date><news:title>"
                + XmlOutput.text(article.headline().isBlank() ? article.slug() : article.headline())
                + "</news:title></news:news></url>\n";
    }

    /** Two or three letters as ISO 639 has them; Google tells two sorts of Chinese apart. */
    private String language(Listed article) {
        Language language =
                article.language().equals(Language.UNDETERMINED) ? publication.language() : article.language();
        if (language.equals(Language.UNDETERMINED)) {
            return "en";
        }
        String tag = language.tag().toLowerCase(Locale.ROOT);
        if (language.primary().equals("zh")) {
            return tag.contains("hant") || tag.endsWith("tw") || tag.endsWith("hk") ? "zh-tw" : "zh-cn";
        }
        return language.primary();
    }

    private static String second(Instant at) {
        return Instant.ofEpochSecond(Dates.within(at).getEpochSecond()).toString();
    }

    private Written write(String name, int most, String namespaces, Stream<String> lines, SitemapFiles files) {
        Iterator<String> all = lines.iterator();
        try (SitemapParts parts = new SitemapParts(name, addresses.at(folder), most, namespaces, files)) {
            while (all.hasNext()) {
                parts.add(all.next());
            }
            return parts.finish();
        } catch (IOException failure) {
            throw new ContentException("a sitemap can't be written", failure);
        }
    }
}
