package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentTextTest {
    @Rule("C-30")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>bold</b> <i>and</i> <em>so</em> <strong>on</strong>|<b>bold</b> <i>and</i> <em>so</em> <strong>on</strong>",
                "<B CLASS=x>loud</B >|<b>loud</b>",
                "<p>one</p><div>two</div>|onetwo",
                "<abbr title=\"United Nations\" onclick=\"x()\">UN</abbr>|<abbr title=\"United Nations\">UN</abbr>",
                "<del datetime='2026-11-01'>gone</del>|<del datetime=\"2026-11-01\">gone</del>",
                "<blockquote cite=\"https://news.example/a\">q</blockquote>|<blockquote cite=\"https://news.example/a\">q</blockquote>",
                "<script>alert(1)</script>|alert(1)",
                "<style>p{}</style><img src=x onerror=alert(1)>end|p{}end",
                "a<!-- not seen -->b|ab",
                "a<!DOCTYPE html>b<?php echo 1 ?>c|abc",
                "<o:p>pasted</o:p>|pasted",
                "<svg/onload=alert(1)>x</svg>|x",
                "<code>a < b</code>|<code>a &lt; b</code>",
            })
    void keepsOnlyTheTagsAndAttributesOfTheListButEveryText(String sent, String cleaned) {
        assertThat(CommentText.clean(sent)).isEqualTo(cleaned);
    }

    @Rule("C-31")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a < b && c > d|a &lt; b &amp;&amp; c &gt; d",
                "a <b && c> d|a &lt;b &amp;&amp; c&gt; d",
                "if x <y and z> w|if x &lt;y and z&gt; w",
                "I <3 you|I &lt;3 you",
                "<|&lt;",
                "<a|&lt;a",
                "<a href=\"https://news.example|&lt;a href=\"https://news.example",
                "<!-- no end|&lt;!-- no end",
                "Bob <bob@news.example> wrote|Bob &lt;bob@news.example&gt; wrote",
                "see <https://news.example/a>|see &lt;https://news.example/a&gt;",
                "2 <= 3 >= 1|2 &lt;= 3 &gt;= 1",
                "<<b>>x</b>|&lt;<b>&gt;x</b>",
            })
    void whatIsNoTagStaysAsText(String sent, String cleaned) {
        assertThat(CommentText.clean(sent)).isEqualTo(cleaned);
        assertThat(Jsoup.parseBodyFragment(cleaned).text()).isEqualTo(CommentText.plain(sent));
    }

    @Rule("C-32")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a href=https://news.example/a?b=1&c=2 target=_blank>x</a>|<a href=\"https://news.example/a?b=1&amp;c=2\" rel=\"nofollow ugc\">x</a>",
                "<a rel=\"follow\" title='\"T\"' href='/a'>x</a>|<a href=\"/a\" title=\"&quot;T&quot;\" rel=\"nofollow ugc\">x</a>",
                "<a href=\"mailto:a@news.example\">x</a>|<a href=\"mailto:a@news.example\" rel=\"nofollow ugc\">x</a>",
                "<a href=\"javascript:alert(1)\">x</a>|x",
                "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>|x",
                "<a href=\"java&#x0A;script:alert(1)\">x</a>|x",
                "<a href=\"&#106;avascript&#58;alert(1)\">x</a>|x",
                "<a href=\" \u000e javascript:alert(1)\">x</a>|x",
                "<a href=\"data:text/html;base64,AAAA\">x</a>|x",
                "<a href=\"vbscript:x\">x</a>|x",
                "<a name=top>x</a>|x",
                "<a href=/1>one<a href=/2>two</a>|<a href=\"/1\" rel=\"nofollow ugc\">one</a><a href=\"/2\" rel=\"nofollow ugc\">two</a>",
            })
    void linksAreSafeAndMarked(String sent, String cleaned) {
        assertThat(CommentText.clean(sent)).isEqualTo(cleaned);
    }

    @Rule("C-33")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>open|<b>open</b>",
                "closed</b>|closed",
                "<b><i>x</b>y</i>|<b><i>x</i></b>y",
                "<blockquote><q>x|<blockquote><q>x</q></blockquote>",
                "<b/>x|<b>x</b>",
            })
    void everyTagIsClosed(String sent, String cleaned) {
        assertThat(CommentText.clean(sent)).isEqualTo(cleaned);
    }

    @Test
    @Rule("C-33")
    void tagsNestNoDeeperThan32Levels() {
        assertThat(CommentText.clean("<b>".repeat(5_000) + "x")).isEqualTo("<b>".repeat(32) + "x" + "</b>".repeat(32));
    }

    @Rule("C-34")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "&amp;lt;b&amp;gt;|&amp;lt;b&amp;gt;",
                "&lt;script&gt;|&lt;script&gt;",
                "&#60;b&#x3E;|&lt;b&gt;",
                "caf&eacute; &copy|café &amp;copy",
                "&nosuch; &#xD800; &#0; &#99999999999; &;|&amp;nosuch; &amp;#xD800; &amp;#0; &amp;#99999999999; &amp;;",
                "&#133; &#150;|… –",
                "Marks & Spencer|Marks &amp; Spencer",
            })
    void referencesAreReadAndWrittenAnew(String sent, String cleaned) {
        assertThat(CommentText.clean(sent)).isEqualTo(cleaned);
    }

    @Test
    @Rule("C-34")
    void whatCanNotBeStoredGoes() {
        assertThat(CommentText.clean("a\0b\u0007c\r\nd\re\ud800f\u0085g")).isEqualTo("abc\nd\ne\ufffdfg");
        assertThat(CommentText.clean("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Rule("C-09")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "\u00a0\u2003\u3000",
                "\u200b\u200d\ufeff\u2060",
                "<b></b><i> </i>",
                "<img src=x>",
                "&nbsp;&#8203;&zwnj;",
                "<!-- hidden -->",
                "\u3164\u115f\u2800\u00ad",
                "\u0301\u0302",
                "\udb40\udc41",
            })
    void blanksTagsAndInvisibleCharactersAreNoText(String sent) {
        assertThat(CommentText.isVisible(sent)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "<", "<b>.</b>", "م", "\ud83d\ude00", "&amp;", "क्"})
    void oneVisibleCharacterIsEnough(String sent) {
        assertThat(CommentText.isVisible(sent)).isTrue();
    }

    @Test
    void fingerprintKnowsTheSameWordsInAnotherDress() {
        String fingerprint = CommentText.fingerprint("Fish & chips <a href=\"/a\">here</a>");
        assertThat(fingerprint).hasSize(64);
        assertThat(CommentText.fingerprint(CommentText.clean("Fish & chips <a href=\"/a\">here</a>")))
                .isEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("ＦＩＳＨ &amp;  <b>chi\u200bps</b>\n<a href='/a'>here</a>"))
                .isEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("Fish & chips <a href=\"/b\">here</a>"))
                .isNotEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("Fish and chips <a href=\"/a\">here</a>"))
                .isNotEqualTo(fingerprint);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<",
                "&",
                "<a ",
                "<a href=\"",
                "<a href='x\" ",
                "<!--",
                "<!a",
                "&#x",
                "&amp",
                "<b>",
                "</b>",
                "<b><i>",
                "<a href=/x>",
                "<a title='\"\"\"\"",
                "www.a.b ",
                "a@",
                "http://",
                "a\u0301\u0316",
                "\u0301\u0316",
                "\ufdfa",
                "<x y z",
                "<a b=\"<a c='",
                "\ud800",
                "&lt;b&gt;");
    }

    @Tag("timed")
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileRepeatsCostLinearTime(String unit) {
        String some = unit.repeat(8 * 1024 / unit.length());
        String more = unit.repeat(64 * 1024 / unit.length());
        long little = best(() -> CommentText.fingerprint(some));
        long much = best(() -> CommentText.fingerprint(more));
        // Eight times the text: quadratic work would take 64 times as long. Below the floor nothing can be told.
        assertThat(much).isLessThan(Math.max(24 * little, 100_000_000));
    }

    /** The least time of five runs in nanoseconds. */
    private static long best(Supplier<String> work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotEmpty();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
