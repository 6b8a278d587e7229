package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ContentException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxrHostileTest {
    private static final String ONE = Wxrs.post(1, "<title>Bridge closed</title><content:encoded>x</content:encoded>");

    private static Problem refused(String wxr) {
        return refused(wxr.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(byte[] wxr) {
        Wxrs.Result result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Wxrs.read(wxr, ImportOptions.defaults()));
        assertThat(result.items()).as("a refused source gives nothing").isEmpty();
        Problem fatal = result.fatal();
        assertThat(result.report().problems()).isEmpty();
        assertThat(fatal.document()).isEqualTo("test.xml");
        assertThat(fatal.line()).isPositive();
        assertThat(fatal.message()).hasSizeLessThan(500).doesNotContain("Exception", "JAXP", "\n");
        return fatal;
    }

    @Test
    void refusesExternalEntities() {
        String wxr = Wxrs.channel(ONE.replace("Bridge closed", "&secret;"))
                .replace("<rss ", "<!DOCTYPE rss [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<rss ");
        Problem fatal = refused(wxr);
        assertThat(fatal.line()).isEqualTo(2);
        assertThat(fatal.message()).contains("DOCTYPE");
    }

    @Test
    void refusesBillionLaughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY lol" + i + " \"" + ("&lol" + (i - 1) + ";").repeat(10) + "\">");
        }
        String wxr = Wxrs.channel(ONE.replace("Bridge closed", "&lol9;")).replace("<rss ", doctype + "]>\n<rss ");
        assertThat(refused(wxr).message()).contains("DOCTYPE");
    }

    @Test
    void refusesAnEntityThatNobodyDeclared() {
        Problem fatal = refused(Wxrs.channel("\n" + ONE.replace("Bridge", "Bridge&nbsp;road")));
        assertThat(fatal.message()).contains("nbsp");
        assertThat(fatal.line()).isEqualTo(10);
    }

    @Test
    void repairsBareAmpersandsOnlyWhereAsked() {
        String wxr = Wxrs.channel("\n" + ONE.replace("Bridge", "Bridge & road &nbsp;"));
        Problem fatal = refused(wxr);
        assertThat(fatal.line()).isEqualTo(10);
        assertThat(fatal.message()).contains("well-formed");
        assertThat(Wxrs.read(wxr, ImportOptions.defaults().withLenient(true))
                        .article()
                        .headline())
                .isEqualTo("Bridge & road closed");
    }

    @Test
    void refusesDepth() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThat(refused(Wxrs.channel(deep)).message()).contains("256 levels");
        assertThat(refused(Wxrs.channel("<item><title>" + deep + "</title></item>"))
                        .message())
                .contains("256 levels");
    }

    @Test
    void refusesHugeNames() {
        String name = "n".repeat(20_000_000);
        assertThat(refused(Wxrs.channel("<" + name + "/>")).message()).contains("name");
        assertThat(refused(Wxrs.channel("<a " + name + "='1'/>")).message()).contains("name");
    }

    @Test
    void refusesHugeTokensThatNobodyAskedFor() {
        String huge = "x".repeat(20_000_000);
        assertThat(refused(Wxrs.channel("<other>" + huge + "</other>" + ONE + "<item><other><![CDATA[" + huge))
                        .message())
                .isNotBlank();
        assertThat(refused(Wxrs.channel("<a b='" + huge + "'/>")).message()).contains("4194304");
        assertThat(refused(Wxrs.channel("<!--" + huge + "-->")).message()).contains("4194304");
        assertThat(refused(Wxrs.channel("<?a " + huge + "?>")).message()).contains("4194304");
    }

    @Test
    void refusesNamespacesWithoutEnd() {
        StringBuilder nested = new StringBuilder();
        for (int level = 0; level < 100; level++) {
            nested.append("<n");
            for (int i = 0; i < 50; i++) {
                nested.append(" xmlns:p").append(level).append('x').append(i).append("='u'");
            }
            nested.append('>');
        }
        assertThat(refused(Wxrs.channel(nested + "<y/>")).message()).contains("namespaces");
    }

    @Test
    void refusesNamesWithoutEnd() {
        String title = "<title>" + "t".repeat(1_000_000) + "</title>";
        StringBuilder pages = new StringBuilder();
        for (int id = 1; id <= 40; id++) {
            pages.append(Wxrs.item(id, "page", title));
        }
        assertThat(refused(Wxrs.channel(pages.toString())).message()).contains("names, titles and addresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<category nicename='a-@'>@</category>", "<dc:creator>@</dc:creator>"})
    void refusesNamesWithoutEndThatOnlyPostsBear(String field) {
        String name = "n".repeat(400_000);
        StringBuilder posts = new StringBuilder();
        for (int id = 1; id <= 60; id++) {
            posts.append(Wxrs.post(id, field.replace("@", id + name)));
        }
        assertThat(refused(Wxrs.channel(posts.toString())).message()).contains("names, titles and addresses");
    }

    @Test
    void takesMorePicturesThanMostSitesHave() {
        StringBuilder items = new StringBuilder();
        for (int id = 1; id <= 60_000; id++) {
            items.append(Wxrs.item(
                    id,
                    "attachment",
                    "<title>A picture with a title that nobody keeps " + id + "</title><guid>https://news.example/?p="
                            + id
                            + "</guid><wp:attachment_url>https://news.example/wp-content/uploads/2026/10/picture-" + id
                            + ".jpg</wp:attachment_url>" + Wxrs.meta("_wp_attachment_image_alt", "What it shows")));
        }
        items.append(Wxrs.post(60_001, "<title>Bridge</title>" + Wxrs.meta("_thumbnail_id", "59999")));
        Wxrs.Result result = Wxrs.read(Wxrs.channel(items.toString()));
        assertThat(result.report().refused()).as(result.report().toString()).isFalse();
        assertThat(result.article().image()).isNotNull();
    }

    @Test
    void takesAnyNumberOfAmpersands() {
        // Later versions of Java refuse 100,000 of them in a document, unless they are told not to.
        String text = "&amp;".repeat(700_000) + "&lt;b&gt;";
        Wxrs.Result result = Wxrs.read(Wxrs.channel(Wxrs.post(1, "<content:encoded>" + text + "</content:encoded>")
                + Wxrs.post(2, "<content:encoded>" + text + "</content:encoded>")));
        assertThat(result.report().refused()).as(result.report().toString()).isFalse();
        assertThat(result.articles())
                .allSatisfy(article ->
                        assertThat(article.body()).hasSizeGreaterThan(700_000).contains("&&&"));
    }

    @Test
    void manyEqualAuthorsCostNoMoreThanDifferentOnes() {
        String author = "<wp:author><wp:author_login>a</wp:author_login></wp:author>";
        Wxrs.Result result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Wxrs.read(
                        Wxrs.channel(author.repeat(60_000)).getBytes(StandardCharsets.UTF_8),
                        ImportOptions.defaults()));
        assertThat(result.report().refused()).isFalse();
    }

    @Test
    void refusesABodyBeyondItsBound() {
        String huge = "word ".repeat(4_000_000);
        Problem fatal =
                refused(Wxrs.channel("\n\n" + Wxrs.item(1, "post", "<content:encoded>" + huge + "</content:encoded>")));
        assertThat(fatal.message()).contains("4194304");
    }

    @Test
    void refusesAnItemThatHoldsTooMuch() {
        assertThat(refused(Wxrs.channel("<item>" + "<category/>".repeat(1_100_000) + "</item>"))
                        .message())
                .contains("one item");
    }

    @Test
    void takesManyCommentsOnOneArticle() {
        StringBuilder comments = new StringBuilder("<wp:status>publish</wp:status>");
        for (int i = 1; i <= 20_000; i++) {
            comments.append("<wp:comment><wp:comment_id>" + i
                    + "</wp:comment_id><wp:comment_date_gmt>2026-10-01 08:00:00</wp:comment_date_gmt>"
                    + "<wp:comment_approved>1</wp:comment_approved><wp:comment_content>" + "long ".repeat(800)
                    + "</wp:comment_content></wp:comment>\n");
        }
        Wxrs.Result result = Wxrs.read(Wxrs.channel(Wxrs.post(1, comments.toString())));
        assertThat(result.report().refused()).as(result.report().toString()).isFalse();
        assertThat(result.article().commentCount()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u000b", "&#0;", "&#x1F;", "&#xD800;", "&#xFFFFFFFF;", "\uFFFF"})
    void refusesInvalidCharacters(String bad) {
        assertThat(refused(Wxrs.channel("\n" + ONE.replace("closed", bad))).line())
                .isEqualTo(10);
    }

    @Test
    void refusesTruncatedFiles() {
        String whole = Wxrs.channel(ONE);
        for (int end = 0; end < whole.length() - "\n</rss>".length(); end += 7) {
            assertThat(refused(whole.substring(0, end)).message()).isNotBlank();
        }
    }

    @Test
    void refusesTheWrongEncoding() {
        byte[] latin =
                Wxrs.channel(ONE.replace("closed", "gesperrt für Fußgänger")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(latin).message()).contains("encoding");
        assertThat(refused(latin).line()).isEqualTo(9);
        assertThat(refused(Wxrs.channel(ONE).replace("UTF-8", "no-such-thing")).message())
                .isNotBlank();
        assertThat(refused(Wxrs.channel(ONE).replace("UTF-8", "UTF-16")).message())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "ISO-8859-6", "windows-1256"})
    void readsOtherEncodings(String encoding) {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String wxr = Wxrs.channel(ONE.replace("closed", "جسر")).replace("UTF-8", declared);
        String mark = encoding.startsWith("UTF") ? "\uFEFF" : "";
        byte[] bytes = (mark + wxr).getBytes(Charset.forName(encoding));
        for (boolean lenient : new boolean[] {false, true}) {
            Wxrs.Result result = Wxrs.read(bytes, ImportOptions.defaults().withLenient(lenient));
            assertThat(result.report().refused()).as(result.report().toString()).isFalse();
            assertThat(result.article().headline()).isEqualTo("Bridge جسر");
        }
        assertThat(Wxr.recognises(bytes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"type\":\"site\"}",
                "PK\u0003\u0004",
                "<html><body>Not found</body></html>",
                "<!DOCTYPE html><html></html>",
                "<rss version='2.0'></rss>",
                "<rss version='2.0'><channel><title>A feed</title><item><title>x</title></item></channel></rss>",
                "<a/><b/>",
                "\n<?xml version='1.0'?><rss/>"
            })
    void refusesWhatIsNoWxr(String text) {
        assertThat(refused(text).message()).isNotBlank();
    }

    @Test
    void refusesAPrefixThatIsNotBound() {
        assertThat(refused(Wxrs.channel(ONE).replace("xmlns:wp=", "xmlns:other="))
                        .message())
                .contains("wp");
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        assertThat(refused(Wxrs.channel(ONE) + "<rss/>").message()).contains("well-formed");
    }

    @Test
    void tellsAFailingMachineFromBadInput() {
        byte[] whole = Wxrs.channel(ONE).getBytes(StandardCharsets.UTF_8);
        ContentSource failing = new ContentSource() {
            @Override
            public String name() {
                return "disk.xml";
            }

            @Override
            public void visit(Visitor visitor) throws IOException {
                InputStream half = new ByteArrayInputStream(whole, 0, whole.length / 2);
                visitor.visit(name(), new SequenceInputStream(half, new FilterInputStream(half) {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        throw new IOException("bad sector");
                    }
                }));
            }
        };
        List<Item> items = new ArrayList<>();
        for (boolean lenient : new boolean[] {false, true}) {
            assertThatThrownBy(() -> WxrReader.with(ImportOptions.defaults().withLenient(lenient))
                            .read(failing, items::add))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("disk.xml")
                    .hasRootCauseMessage("bad sector");
        }
        assertThat(items).isEmpty();
    }

    @Test
    void letsTheHostsOwnExceptionThrough() {
        ContentSource source = ContentSource.of("a", Wxrs.channel(ONE).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WxrReader.with(ImportOptions.defaults()).read(source, item -> {
                    throw new UnsupportedOperationException("full");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void menusThatRunInCirclesEnd() {
        StringBuilder items = new StringBuilder();
        for (int id = 1; id <= 3; id++) {
            items.append(line(id, 1 + id % 3, "circle"));
        }
        for (int id = 10; id <= 40; id++) {
            items.append(line(id, id == 10 ? 0 : id - 1, "deep"));
        }
        Wxrs.Result result = Wxrs.read(Wxrs.channel(items.toString()));
        assertThat(result.menus()).extracting(menu -> menu.key()).containsExactly("deep");
        assertThat(result.menus().get(0).size()).isEqualTo(16);
        assertThat(result.report().problems())
                .anyMatch(problem -> problem.message().contains("circle"));
        assertThat(result.report().problems())
                .anyMatch(problem -> problem.message().contains("16 levels"));
    }

    private static String line(int id, int parent, String menu) {
        return Wxrs.item(
                id,
                "nav_menu_item",
                "<title>Line " + id + "</title><wp:status>publish</wp:status><category domain='nav_menu' nicename='"
                        + menu + "'/>" + Wxrs.meta("_menu_item_type", "custom") + Wxrs.meta("_menu_item_url", "/x")
                        + Wxrs.meta("_menu_item_menu_item_parent", Integer.toString(parent)));
    }
}
