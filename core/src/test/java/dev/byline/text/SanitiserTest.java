package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
    private final Sanitiser news = Sanitiser.news();

    @Test
    void keepsWhatAnArticleIsMadeOf() {
        String body = "<h2>The bridge</h2><p>It <em>was</em> <strong>closed</strong>.</p>"
                + "<figure><img src=\"https://img.example/a.jpg\" alt=\"A &quot;bridge&quot;\" width=\"640\" height=\"480\">"
                + "<figcaption>The bridge on Monday</figcaption></figure>"
                + "<blockquote cite=\"/source\"><p>We saw it.</p></blockquote>"
                + "<table><thead><tr><th scope=\"col\">Year</th></tr></thead>"
                + "<tbody><tr><td colspan=\"2\">2020</td></tr></tbody></table>"
                + "<ul><li>One</li></ul><ol start=\"3\"><li>Three</li></ol>"
                + "<p dir=\"rtl\" lang=\"fa\">ایران</p><hr><p>a<br>b</p>";

        assertThat(news.clean(body)).isEqualTo(body);
    }

    @Test
    void keepsLinksToSafeAddresses() {
        assertThat(news.clean("<a href=\"https://a.example/?x=1&y=2\">a</a>"))
                .isEqualTo("<a href=\"https://a.example/?x=1&amp;y=2\">a</a>");
        assertThat(news.clean("<a href=\"mailto:desk@a.example\">a</a>"))
                .isEqualTo("<a href=\"mailto:desk@a.example\">a</a>");
        assertThat(news.clean("<a href=\"../other/\">a</a>")).isEqualTo("<a href=\"../other/\">a</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java&#9;script:alert(1)",
                "java&#10;script:alert(1)",
                "&#1;javascript:alert(1)",
                "javascript&colon;alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "\\\\evil.example"
            })
    void unlinksOtherAddresses(String address) {
        assertThat(news.clean("<a href=\"" + address + "\">text</a>")).isEqualTo("text");
        assertThat(news.clean("<img src=\"" + address + "\">")).isEmpty();
    }

    @Test
    void handlersStylesScriptsAndCommentsGo() {
        assertThat(news.clean("<p onclick=\"x()\" style=\"color:red\" class=\"a\" id=\"b\">text</p>"
                        + "<script>alert(1)</script><style>p{}</style><!-- wp:more -->"
                        + "<svg><script>x</script><text>t</text></svg>"))
                .isEqualTo("<p>text</p>");
    }

    @Test
    void unknownElementsGiveWayToTheirContent() {
        assertThat(news.clean("<section><p>a</p></section><center>b</center><font color=red>c</font>"))
                .isEqualTo("<p>a</p>\nb\nc");
    }

    @Test
    void aLinkThatOpensAWindowCannotReachBack() {
        assertThat(news.clean("<a href=\"/a\" target=\"_blank\" rel=\"ugc friend\">a</a>"))
                .isEqualTo("<a href=\"/a\" target=\"_blank\" rel=\"noopener ugc\">a</a>");
        assertThat(news.clean("<a href=\"/a\" target=\"top\">a</a>")).isEqualTo("<a href=\"/a\">a</a>");
    }

    @Test
    void basicFollowsNoLinkAndPrintsNoImage() {
        assertThat(Sanitiser.basic().clean("<h2>Title</h2><p>a <a href=/x>b</a><img src=/a.jpg></p>"))
                .isEqualTo("Title\n<p>a <a href=\"/x\" rel=\"nofollow noopener\">b</a></p>");
    }

    @Test
    void noneLeavesTextThatIsSafeToPrint() {
        assertThat(Sanitiser.none().clean("<p>a &lt;b&gt;</p><ul><li>c<li>d &amp; e</ul>"))
                .isEqualTo("a &lt;b&gt;\nc\nd &amp; e\n");
    }

    @Test
    void embedsComeFromAllowedHostsOverHttpsOnly() {
        Sanitiser embedding = news.embedsFrom("Video.example").embedsFrom("maps.example");
        String embed = "<iframe src=\"https://www.video.example/1\" width=\"560\" allowfullscreen></iframe>";

        assertThat(embedding.clean(embed)).isEqualTo(embed);
        assertThat(embedding.clean("<iframe src='//maps.example/x'></iframe>"))
                .isEqualTo("<iframe src=\"https://maps.example/x\"></iframe>");
        assertThat(news.clean(embed)).isEmpty();
        assertThat(Sanitiser.basic().embedsFrom("video.example").clean(embed)).isEmpty();
        for (String refused : new String[] {
            "http://video.example/1",
            "https://notvideo.example/1",
            "https://video.example.evil.example/1",
            "https://evil.example/video.example",
            "https://video.example@evil.example/",
            "https://evil.example\\@video.example/",
            "https://video.example:8443/",
            "/video.example",
            "javascript:alert('https://video.example/')"
        }) {
            assertThat(embedding.clean("<iframe src=\"" + refused + "\"></iframe>"))
                    .as(refused)
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoHost() {
        for (String wrong : new String[] {"", "https://video.example", "a b", "x/y", "a..b", ".a", "*.a.example"}) {
            assertThatThrownBy(() -> news.embedsFrom(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void aPresetIsNotChangedByItsCopies() {
        news.embedsFrom("video.example");

        assertThat(Sanitiser.news().clean("<iframe src=\"https://video.example/1\"></iframe>"))
                .isEmpty();
    }

    @Test
    void keepsBlankLinesOfPreformattedText() {
        String html = "<pre>\n\n\nverse</pre>";
        String clean = news.clean(html);

        assertThat(Jsoup.parseBodyFragment(clean).body().wholeText())
                .isEqualTo(Jsoup.parseBodyFragment(html).body().wholeText());
    }

    @Test
    void filmsHaveButtonsAndDoNotStartByThemselves() {
        assertThat(news.clean("<video autoplay src=\"/v.mp4\" poster=\"/p.jpg\"><source src=\"/v.webm\"></video>"))
                .isEqualTo("<video src=\"/v.mp4\" poster=\"/p.jpg\" controls><source src=\"/v.webm\"></video>");
    }

    @Test
    @Timeout(60)
    void deepNestingIsFlattened() {
        for (String tag : new String[] {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<section>"}) {
            String clean = onSmallStack(tag.repeat(tag.equals("<div>") ? 100_000 : 20_000) + "deep");

            assertThat(clean).contains("deep");
            AtomicInteger deepest = new AtomicInteger();
            NodeTraversor.traverse(
                    (node, depth) -> deepest.accumulateAndGet(depth, Math::max),
                    Jsoup.parseBodyFragment(clean).body());
            assertThat(deepest.get()).as(tag).isLessThanOrEqualTo(Sanitiser.MOST_LEVELS + 1);
        }
    }

    @Test
    void anUnclosedLinkIsNotRepeatedWithoutEnd() {
        String html = "<p><a href=\"/" + "x".repeat(8000) + "\">" + "<p>word".repeat(10_000);
        String clean = news.clean(html);

        assertThat(clean).hasSizeLessThan(9 * html.length()).contains("word");
        assertThat(news.clean(clean)).isEqualTo(clean);
    }

    @Test
    @Timeout(60)
    void costGrowsWithLengthOnly() {
        for (String piece : new String[] {
            "<div>",
            "<b><p>",
            "<b a=1><i><u><a href=x><p>x",
            "<table>x",
            "<p",
            "<",
            "&",
            "<!--",
            "<a href='",
            "<svg><b>",
            "</p>",
            "<pre>\n",
            "[caption]"
        }) {
            // At this length anything worse than linear takes minutes.
            news.clean(piece.repeat(20_000));
        }
    }

    private String onSmallStack(String html) {
        StringBuilder clean = new StringBuilder();
        Thread thread = new Thread(null, () -> clean.append(news.clean(html)), "small stack", 256 * 1024);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return clean.toString();
    }
}
