package dev.byline.publish;

import static dev.byline.publish.Stories.ADDRESSES;
import static dev.byline.publish.Stories.NOW;
import static dev.byline.publish.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapParser;
import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever headlines, names, tags and addresses hold, readers get it back as it was, and nothing else. */
class HostileTextLaws {
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "</title>",
                "<script>",
                "]]>",
                "<![CDATA[",
                "&amp;",
                "&",
                "\"",
                "'",
                "--",
                "?>",
                "\\",
                "{",
                "\u2028",
                "\u202E",
                "إيران",
                "👍🏽",
                "%00",
                "<a href=x onmouseover=y>",
                "</script ",
                "a");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(6).map(HostileTextLaws::xml);
        return Arbitraries.frequencyOf(Tuple.of(3, pieces), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                // White space is the reader's to fold, so there is none at the ends.
                .map(parts -> "x" + String.join(" ", parts) + "x");
    }

    /** Without what XML 1.0 can't hold, and line ends that it changes. */
    private static String xml(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF)
                .filter(c -> c != 0x85 && c != 0x7F && !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Article story(String headline, String name, String address) {
        return Stories.story().toBuilder()
                .slug("x" + address)
                .headline(headline)
                .standfirst(headline)
                .body("<p>" + name + "</p>")
                .authors(List.of(Author.of(address.isBlank() ? "x" : address, name)))
                .sections(List.of(Section.of("s" + address, name)))
                .regions(List.of())
                .tags(List.of(Tag.of("t" + address, headline)))
                .image(Image.of("/x" + address, headline))
                .build();
    }

    @Property(tries = 300)
    void feedsGiveItBack(
            @ForAll("texts") String headline, @ForAll("texts") String name, @ForAll("texts") String address)
            throws Exception {
        Article story = story(headline, name, address);
        for (FeedFormat format : List.of(FeedFormat.RSS, FeedFormat.ATOM)) {
            SyndEntry entry = FeedsTest.rome(feed(format, story)).getEntries().get(0);
            assertThat(entry.getTitle()).isEqualTo(headline);
            assertThat(entry.getLink()).isEqualTo(ADDRESSES.article(story));
            assertThat(entry.getAuthor()).isEqualTo(name);
            assertThat(entry.getCategories()).extracting(SyndCategory::getName).contains(name, headline);
        }
        JsonNode item =
                JsonMapper.shared().readTree(feed(FeedFormat.JSON, story)).at("/items/0");
        assertThat(item.at("/title").asString()).isEqualTo(headline);
        assertThat(item.at("/authors/0/name").asString()).isEqualTo(name);
        assertThat(item.at("/url").asString()).isEqualTo(ADDRESSES.article(story));
        assertThat(URI.create(item.at("/url").asString()).getHost()).isEqualTo("example.org");
    }

    private static byte[] feed(FeedFormat format, Article story) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Feeds.with(FeedPolicy.defaults(), SITE, ADDRESSES)
                .write(format, FeedPlace.site(SITE, ADDRESSES, "/feed"), Stream.of(story), NOW, out);
        return out.toByteArray();
    }

    @Property(tries = 300)
    void headsOfPagesGiveItBack(
            @ForAll("texts") String headline, @ForAll("texts") String name, @ForAll("texts") String address) {
        Article story = story(headline, name, address);
        StringBuilder head = new StringBuilder("<head><script>");
        head.append(StructuredData.with(SITE, ADDRESSES).article(story)).append("</script>");
        OpenGraph.with(SITE, ADDRESSES).of(story).forEach(tag -> head.append(tag.html()));
        Document page = Jsoup.parse(head + "</head><body></body>");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(headline);
        assertThat(page.select("meta[property=article:section]").attr("content"))
                .isEqualTo(name);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(ADDRESSES.article(story));
        assertThat(page.body().children()).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        JsonNode json =
                JsonMapper.shared().readTree(page.select("script").get(0).data());
        assertThat(json.at("/headline").asString()).isEqualTo(headline);
        assertThat(json.at("/author/0/name").asString()).isEqualTo(name);
    }

    @Property(tries = 300)
    void sitemapsGiveItBack(@ForAll("texts") String headline, @ForAll("texts") String address) throws Exception {
        Article story = story(headline, headline, address);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sitemaps.with(SITE, ADDRESSES).news(Stream.of(story), NOW, any -> out);
        SiteMap map = (SiteMap) new SiteMapParser(false)
                .parseSiteMap(
                        out.toByteArray(),
                        URI.create("https://example.org/sitemap.xml").toURL());
        assertThat(map.getSiteMapUrls())
                .extracting(url -> url.getUrl().toString())
                .containsExactly(ADDRESSES.article(story));
        Document xml = Jsoup.parse(out.toString(StandardCharsets.UTF_8), Parser.xmlParser());
        assertThat(xml.getElementsByTag("news:title"))
                .extracting(element -> element.wholeText())
                .containsExactly(headline);
    }

    @Property(tries = 300)
    void linksToShareStayWhatTheyAre(@ForAll("texts") String headline, @ForAll("texts") String address) {
        Article story = story(headline, headline, address);
        for (ShareLinks.Link link : ShareLinks.defaults().of(story, ADDRESSES)) {
            URI uri = URI.create(link.address());
            assertThat(uri.getRawFragment()).isNull();
            if (link.key().equals("x")) {
                assertThat(uri.getQuery()).isEqualTo("url=" + ADDRESSES.article(story) + "&text=" + headline);
            }
        }
    }
}
