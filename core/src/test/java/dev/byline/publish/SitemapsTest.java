package dev.byline.publish;

import static dev.byline.publish.Stories.ADDRESSES;
import static dev.byline.publish.Stories.NOW;
import static dev.byline.publish.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.StaticPage;
import dev.byline.testkit.Rule;
import dev.byline.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sitemaps as a crawler's library understands them. */
class SitemapsTest {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private final Sitemaps sitemaps = Sitemaps.with(SITE, ADDRESSES);

    @Test
    void aSmallSiteIsOneFile() throws Exception {
        List<StaticPage> pages = List.of(StaticPage.of("about", "About", "", NOW.minusSeconds(9)));
        Sitemaps.Written written = sitemaps.all(Stream.of(Stories.story()), pages, NOW, this::open);
        assertThat(written).isEqualTo(new Sitemaps.Written(List.of("sitemap.xml"), 3));
        Collection<SiteMapURL> urls = ((SiteMap) parse("sitemap.xml")).getSiteMapUrls();
        assertThat(urls)
                .extracting(url -> url.getUrl().toString())
                .containsExactlyInAnyOrder(
                        "https://example.org/", "https://example.org/about", "https://example.org/bridge-opens");
        assertThat(urls)
                .filteredOn(url -> url.getUrl().getPath().equals("/bridge-opens"))
                .extracting(url -> url.getLastModified().toInstant())
                .containsExactly(NOW.minusSeconds(60));
    }

    @Test
    void aLargeOneIsAnIndexOfFiles() throws Exception {
        Sitemaps.Written written = sitemaps.servedFrom("/maps").all(articles(120_000), List.of(), NOW, this::open);
        assertThat(written.addresses()).isEqualTo(120_001);
        assertThat(written.files()).containsExactly("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml");
        assertThat(((SiteMapIndex) parse("sitemap.xml")).getSitemaps())
                .extracting(map -> map.getUrl().toString())
                .containsExactly(
                        "https://example.org/maps/sitemap-1.xml",
                        "https://example.org/maps/sitemap-2.xml",
                        "https://example.org/maps/sitemap-3.xml");
        int sum = 0;
        for (String part : written.files().subList(1, 4)) {
            Collection<SiteMapURL> urls = ((SiteMap) parse(part)).getSiteMapUrls();
            assertThat(urls.size()).isLessThanOrEqualTo(Sitemaps.MOST);
            sum += urls.size();
        }
        assertThat(sum).isEqualTo(120_001);
    }

    @Test
    void aMillionArticlesAreWrittenWhileTheyAreRead() {
        AtomicLong bytes = new AtomicLong();
        AtomicLong worst = new AtomicLong();
        SitemapFiles counting = name -> new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.addAndGet(length);
            }
        };
        Article story = Stories.story();
        Stream<Article> articles = IntStream.range(0, 1_000_000).mapToObj(i -> {
            worst.accumulateAndGet(i * 80L - bytes.get(), Math::max);
            return story;
        });
        assertThat(sitemaps.all(articles, List.of(), NOW, counting).addresses()).isEqualTo(1_000_001);
        assertThat(worst.get()).isLessThan(2 << 20);
    }

    @Test
    @Rule("U-02")
    void newsOfTheLastTwoDaysIsNewsAndNothingElse() throws Exception {
        Article story = Stories.story();
        List<Article> articles = List.of(
                story,
                story.toBuilder()
                        .slug("persian")
                        .language(Language.of("fa-IR"))
                        .publishedAt(NOW.minus(Duration.ofDays(2)))
                        .build(),
                story.toBuilder()
                        .slug("old")
                        .publishedAt(NOW.minus(Duration.ofDays(2)).minusSeconds(1))
                        .build(),
                story.toBuilder().slug("advert").kind(ArticleKind.SPONSORED).build(),
                story.toBuilder().slug("gone").status(ArticleStatus.WITHDRAWN).build());
        assertThat(sitemaps.news(articles.stream(), NOW, this::open).addresses())
                .isEqualTo(2);
        Collection<SiteMapURL> urls = ((SiteMap) parse("sitemap-news.xml")).getSiteMapUrls();
        assertThat(urls)
                .extracting(url -> url.getUrl().getPath())
                .containsExactlyInAnyOrder("/bridge-opens", "/persian");
        for (SiteMapURL url : urls) {
            NewsAttributes news = (NewsAttributes) url.getAttributesForExtension(Extension.NEWS)[0];
            assertThat(news.isValid()).isTrue();
            assertThat(news.getName()).isEqualTo("The Harbour Post");
            assertThat(news.getTitle()).isEqualTo("Bridge opens after nine years");
            assertThat(news.getLanguage()).isIn("en", "fa");
            // The first publication, whatever was changed since.
            assertThat(news.getPublicationDate().toInstant()).isBeforeOrEqualTo(NOW.minusSeconds(7200));
        }
    }

    @Test
    void moreThanAThousandNewsAreSeveralFiles() throws Exception {
        Sitemaps.Written written = sitemaps.news(articles(2500), NOW, this::open);
        assertThat(written.files()).hasSize(4);
        assertThat(((SiteMap) parse("sitemap-news-1.xml")).getSiteMapUrls()).hasSize(Sitemaps.MOST_NEWS);
        assertThat(((SiteMap) parse("sitemap-news-3.xml")).getSiteMapUrls()).hasSize(500);
    }

    @Test
    @Rule("U-01")
    void whatIsNotPublicIsInNoSitemap() throws Exception {
        Article draft = Stories.story().toBuilder().status(ArticleStatus.DRAFT).build();
        StaticPage secret =
                new StaticPage("secret", "", "", ArticleStatus.PUBLISHED, true, null, "", 0, Language.UNDETERMINED);
        assertThat(sitemaps.all(Stream.of(draft), List.of(secret), NOW, this::open)
                        .addresses())
                .isEqualTo(1);
    }

    @Test
    void aStoreTellsOfItsNews() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(articles(1500).toList());
        assertThat(sitemaps.news(store, NOW, this::open).addresses()).isEqualTo(1500);
    }

    @Test
    void filesGoIntoAFolder(@TempDir Path folder) {
        sitemaps.news(articles(3), NOW, SitemapFiles.in(folder));
        assertThat(folder.resolve("sitemap-news.xml")).isNotEmptyFile();
    }

    private static Stream<Article> articles(int count) {
        Article story = Stories.story();
        return IntStream.range(0, count)
                .mapToObj(i -> story.toBuilder()
                        .id(ArticleId.of("n" + i))
                        .slug("n" + i)
                        .build());
    }

    private OutputStream open(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (files.put(name, out) != null) {
            throw new IOException(name + " was written already");
        }
        return out;
    }

    private AbstractSiteMap parse(String name) throws Exception {
        SiteMapParser parser = new SiteMapParser(true);
        parser.enableExtension(Extension.NEWS);
        byte[] bytes = Objects.requireNonNull(files.get(name), name).toByteArray();
        return parser.parseSiteMap(
                bytes, URI.create("https://example.org/" + name).toURL());
    }
}
