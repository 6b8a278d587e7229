package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    static final String RSS = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Desk &amp;amp; co</title><link>https://desk.example/</link>
            <description>News</description><language>en-GB</language>
            <image><url>/logo.png</url></image>
            <item>
              <title>Bridge &amp;amp; road</title><link>https://desk.example/2026/bridge-closed/</link>
              <guid isPermaLink="false">tag:desk.example,2026:1</guid>
              <pubDate>Thu, 01 Oct 2026 12:30:00 +0300</pubDate>
              <dc:creator>Mona Aziz</dc:creator><dc:creator>Ray Noor</dc:creator>
              <category>Iraq</category><category><![CDATA[Rivers & lakes]]></category>
              <category domain="post_tag">bridges</category>
              <description>&lt;p&gt;Short&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>See <a href="/map">the map</a><img src="pic.jpg"></p>]]></content:encoded>
              <media:content url="https://img.example/s.jpg" medium="image" width="100"/>
              <media:content url="https://img.example/l.jpg" medium="image" width="800" height="600">
                <media:title>A bridge</media:title><media:description>The old bridge</media:description>
                <media:credit>R. Noor</media:credit>
              </media:content>
              <media:content url="https://img.example/f.mp4" type="video/mp4" width="9000"/>
            </item>
            <item>
              <title>Only a description</title><link>https://desk.example/?p=7</link>
              <author>ann@desk.example (Ann Lee)</author><description>&lt;b&gt;All&lt;/b&gt; of it</description>
              <pubDate>1 Oct 26 09:30 GMT</pubDate>
              <enclosure url="https://img.example/e.jpg" type="image/jpeg" length="1"/>
            </item>
            <item><title>No date</title></item>
            <item><title>Again</title><guid>tag:desk.example,2026:1</guid></item>
            </channel></rss>
            """;
    static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://desk.example/blog/">
            <title type="html">The &lt;b&gt;Desk&lt;/b&gt;</title><link href="."/><link rel="self" href="feed.atom"/>
            <author><name>Everybody</name></author>
            <entry xml:base="2026/">
              <id>urn:1</id><title type="text">a &lt;b&gt; c</title><link href="flood.html"/>
              <published>2026-10-01T12:30:00+03:00</published><updated>2026-10-02T09:30:00Z</updated>
              <author><name>Mona</name><email>mona@desk.example</email></author>
              <category term="rivers" label="Rivers"/><category term="qatar"/>
              <summary>Short</summary>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p title="&quot;">One &amp; <a href="x">two</a><br/></p>
              </div></content>
            </entry>
            <entry><id>urn:2</id><title>Text</title><updated>2026-10-03T09:30:00Z</updated>
              <summary type="text">1 &lt; 2</summary></entry>
            <entry><id>urn:3</id><title>Far</title><updated>2026-10-03T09:30:00Z</updated>
              <content src="https://far.example/x" type="text/html"/></entry>
            </feed>
            """;
    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://desk.example"><title>Desk</title><link>https://desk.example</link></channel>
            <item rdf:about="https://desk.example/a"><title>A</title><dc:date>2026-10-01T09:30Z</dc:date>
              <dc:subject>rain</dc:subject><description>d</description></item>
            </rdf:RDF>
            """;

    private static Wxrs.Result read(String xml) {
        return read(Packs.bytes(xml));
    }

    private static Wxrs.Result read(byte[] xml) {
        return Packs.read(FeedReader.with(ImportOptions.defaults()), ContentSource.of("feed.xml", xml));
    }

    @Test
    void readsRss() {
        Wxrs.Result result = read(RSS);
        assertThat(result.report().counts())
                .isEqualTo(Map.of(Counted.SITES, 1L, Counted.ARTICLES, 3L, Counted.AUTHORS, 3L));
        Item.Site site = (Item.Site) result.items().get(0);
        assertThat(site.publication().name()).isEqualTo("The Desk & co");
        assertThat(site.publication().logo()).isEqualTo(Image.of("https://desk.example/logo.png", "The Desk & co"));
        Article article = result.article("tag:desk.example,2026:1");
        assertThat(article.slug()).isEqualTo("bridge-closed");
        assertThat(article.headline()).isEqualTo("Bridge & road");
        assertThat(article.excerpt()).isEqualTo("Short");
        assertThat(article.body())
                .isEqualTo("<p>See <a href=\"https://desk.example/map\">the map</a>"
                        + "<img src=\"https://desk.example/2026/bridge-closed/pic.jpg\"></p>");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.authors()).extracting(Author::name).containsExactly("Mona Aziz", "Ray Noor");
        assertThat(article.regions()).containsExactly(Region.of("iq", "Iraq"));
        assertThat(article.sections()).containsExactly(Section.of("rivers-lakes", "Rivers & lakes"));
        assertThat(article.tags()).containsExactly(Tag.of("bridges", "bridges"));
        assertThat(article.language()).isEqualTo(Language.of("en-GB"));
        assertThat(article.image())
                .isEqualTo(new Image("https://img.example/l.jpg", "A bridge", "The old bridge", "R. Noor", 800, 600));
        Article second = result.article("https://desk.example/?p=7");
        assertThat(second.slug()).isEqualTo("only-a-description");
        assertThat(second.body()).isEqualTo("<b>All</b> of it");
        assertThat(second.excerpt()).isEmpty();
        assertThat(second.authors()).containsExactly(Author.of("ann-lee", "Ann Lee"));
        assertThat(second.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(second.image()).isEqualTo(Image.of("https://img.example/e.jpg", ""));
        assertThat(result.article("No date").status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(result.report().problems())
                .extracting(Problem::where, Problem::message)
                .containsExactly(
                        tuple("entry No date", "has no date, and becomes a draft"),
                        tuple("entry tag:desk.example,2026:1", "stands twice; the first one counts"));
        assertThat(read(RSS).items()).isEqualTo(result.items());
    }

    @Test
    void readsAtom() {
        Wxrs.Result result = read(ATOM);
        Article article = result.article("urn:1");
        assertThat(article.slug()).isEqualTo("flood");
        assertThat(article.headline()).isEqualTo("a <b> c");
        assertThat(article.body())
                .isEqualTo(
                        "<p title=\"&quot;\">One &amp; <a href=\"https://desk.example/blog/2026/x\">two</a><br></p>");
        assertThat(article.excerpt()).isEqualTo("Short");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.modifiedAt()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
        assertThat(article.authors()).containsExactly(Author.of("mona", "Mona"));
        assertThat(article.sections()).containsExactly(Section.of("rivers", "Rivers"));
        assertThat(article.regions()).extracting(Region::key).containsExactly("qa");
        assertThat(article.language()).isEqualTo(Language.of("ar"));
        Article text = result.article("urn:2");
        assertThat(text.body()).isEqualTo("1 &lt; 2");
        assertThat(text.authors()).extracting(Author::name).containsExactly("Everybody");
        assertThat(text.publishedAt()).isEqualTo(Instant.parse("2026-10-03T09:30:00Z"));
        assertThat(result.report().problems())
                .extracting(Problem::message)
                .containsExactly("has its content at another address, which is not read");
        Item.Site site = (Item.Site) result.items().get(0);
        assertThat(site.publication().name()).isEqualTo("The Desk");
        assertThat(site.publication().baseUrl()).isEqualTo("https://desk.example/blog");
        assertThat(result.items().toString()).doesNotContain("mona@");
    }

    @Test
    void writesXhtmlAsHtml() {
        String entry = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id>"
                + "<updated>2026-10-03T09:30:00Z</updated><content type=\"xhtml\">%s</content></entry></feed>";
        for (String[] pair : new String[][] {
            {"<div><p>a</p><div>b</div></div>", "<p>a</p><div>b</div>"},
            {"<div>a</div><div>b</div>", "a<div>b</div>"},
            {"a<div>b</div>", "a<div>b</div>"},
            {
                "<p>a<img src=\"https://x.example/i.png\" alt=\"&lt;&quot;\"/>b</p>",
                "<p>a<img src=\"https://x.example/i.png\" alt=\"&lt;&quot;\">b</p>"
            },
            {"<div><script>1 &lt; 2</script></div>", "<script>1 &lt; 2</script>"}
        }) {
            assertThat(read(entry.replace("%s", pair[0])).article().body()).isEqualTo(pair[1]);
        }
    }

    @Test
    void readsRssOne() {
        Article article = read(RDF).article();
        assertThat(article.id().value()).isEqualTo("https://desk.example/a");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.tags()).containsExactly(Tag.of("rain", "rain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 01 Oct 2026 09:30:00 GMT",
                "Mon, 1 Oct 2026 09:30:00 UT",
                "1 Oct 26 09:30 Z",
                "Thursday, 01-Oct-26 09:30:00 UTC",
                "Thu, 01 October 2026 12:30:00 +03:00",
                "Thu, 01 Oct 2026 05:30:00 EDT",
                "Thu, 01 Oct 2026 05:30:00 -0400 (EDT)",
                "Thu Oct  1 09:30:00 2026",
                "Thu Oct  1 09:30:00 GMT 2026",
                "Oct 1, 2026 9:30 AM",
                "2026-10-01T09:30:00Z",
                "2026-10-01T09:30:0.5+00:00",
                "2026-10-01 09:30",
                "Thu,01 Oct 2026 09:30:00 +0000"
            })
    void readsSloppyDates(String date) {
        assertThat(FeedDates.of(date, java.time.ZoneOffset.UTC))
                .isNotNull()
                .isBetween(Instant.parse("2026-10-01T09:30:00Z"), Instant.parse("2026-10-01T09:30:01Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Oct 2026",
                "99 Oct 2026",
                "1 Foo 2026",
                "1 Oct 2026 99:99",
                "1 2 3 Oct 4 5",
                "1 Oct 2026 10:00 +99:99",
                "::::::::",
                "1:2:3:4:5 1 Oct 2026",
                "٠١ Oct 2026 ٠٩:٣٠:٠٠"
            })
    void takesNothingElseForADate(String date) {
        assertThat(FeedDates.of(date, java.time.ZoneOffset.UTC)).isNull();
    }

    @Test
    void refusesHostileXml() {
        String item = "<item><title>x</title></item>";
        for (String hostile : new String[] {
            "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel>" + item + "</channel></rss>",
            "<rss><channel>&unknown;" + item + "</channel></rss>",
            "<rss><channel>" + "<a>".repeat(300) + "</channel></rss>",
            "<rss><channel>" + item,
            "<rss></rss><rss></rss>",
            "<html><rss/></html>",
            ""
        }) {
            Wxrs.Result result = read(hostile);
            assertThat(result.fatal().line()).isPositive();
            assertThat(result.items()).isEmpty();
        }
        assertThat(read("<rss><channel></channel></rss>").fatal().message())
                .isEqualTo("holds no feed with anything in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void readsEncodingsAndLineEnds(String encoding) {
        String xml = "\uFEFF" + RSS.replace("<?xml version=\"1.0\"?>\n", "").replace("\n", "\r\n");
        assertThat(read(xml.getBytes(Charset.forName(encoding))).items())
                .isEqualTo(read(RSS).items());
    }

    @Test
    void joinsTheFeedsOfAFolder() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("news.rss", RSS);
        files.put("blog.atom", ATOM);
        files.put("old.rdf", RDF);
        files.put("notes.txt", "no feed");
        ContentSource source = ContentSource.archive("feeds.zip", Packs.zip(files));
        ContentReader reader =
                ContentReader.recognising(source, ImportOptions.defaults()).orElseThrow();
        Wxrs.Result result = Packs.read(reader, source);
        assertThat(result.articles()).hasSize(7);
        assertThat(result.report().count(Counted.SITES)).isEqualTo(1);
        assertThat(result.report().skipped()).isEqualTo(Map.of("file that is no feed", 1L));
    }

    @Test
    void leavesExportsOfWordPressToTheirReader() {
        byte[] export = Packs.bytes(Wxrs.channel(Wxrs.post(1, "")));
        assertThat(ContentReader.recognising(ContentSource.of("x.xml", export), ImportOptions.defaults()))
                .get()
                .isInstanceOf(WxrReader.class);
        assertThat(FeedReader.with(ImportOptions.defaults()).recognises(export)).isFalse();
    }
}
