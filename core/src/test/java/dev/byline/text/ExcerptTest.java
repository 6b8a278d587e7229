package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String words(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    @Test
    void jnewsCutsTwentyWords() {
        assertThat(Excerpt.jnews().of("", "<p>" + words(21) + "</p>")).isEqualTo(words(20) + "...");
        assertThat(Excerpt.jnews().of("", "<p>" + words(20) + "</p>")).isEqualTo(words(20));
        assertThat(Excerpt.jnews().of("", "<p>" + words(19) + "</p>")).isEqualTo(words(19));
    }

    @Test
    void wordPressCutsFiftyFiveWords() {
        assertThat(Excerpt.wordPress().of("", words(56))).isEqualTo(words(55) + " […]");
        assertThat(Excerpt.wordPress().of("", words(55))).isEqualTo(words(55));
    }

    @Test
    void aManualExcerptComesFirst() {
        assertThat(Excerpt.wordPress().of("<p>By " + words(60) + "</p>", "<p>body</p>"))
                .isEqualTo("By " + words(60));
        assertThat(Excerpt.jnews().of(words(60), "<p>body</p>")).isEqualTo(words(20) + "...");
        assertThat(Excerpt.wordPress().of(" \n", "<p>body</p>")).isEqualTo("body");
        assertThat(Excerpt.wordPress().of("[gallery]", "<p>body</p>")).isEqualTo("body");
    }

    @Test
    void aManualExcerptMayBePlainText() {
        assertThat(Excerpt.jnews().of("rates < 3%, M&S <up", "x")).isEqualTo("rates < 3%, M&S <up");
        assertThat(Excerpt.jnews().of("\"Rates\" &amp; <em>growth</em>", "x")).isEqualTo("\"Rates\" & growth");
        assertThat(Excerpt.jnews().of("a > b < c", "x")).isEqualTo("a > b < c");
    }

    @Test
    void figuresAndBlocksWithoutProseGo() {
        assertThat(Excerpt.jnews()
                        .of(
                                "",
                                "<figure><img src=a><figcaption>Smoke <figure>inner</figure></figcaption></figure>"
                                        + "<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->"
                                        + "<!-- wp:buttons --><div><!-- wp:button --><a>Buy</a><!-- /wp:button --></div><!-- /wp:buttons -->"
                                        + "<!-- wp:latest-posts /-->"
                                        + "<!-- wp:group --><p>Two.</p><!-- /wp:group -->"
                                        + "<!-- wp:file {\"id\":1} --><a>Download</a><!-- /wp:file -->[caption id=\"1\"]<img> C[/caption]"
                                        + "<!--more--><p>Three.</p>"))
                .isEqualTo("One. Two. Three.");
    }

    @Test
    void addressesAloneOnTheirLineGo() {
        assertThat(Excerpt.jnews()
                        .of(
                                "",
                                "<p>https://video.example/1</p><p>One</p><p>http://video.example/"
                                        + "x".repeat(300)
                                        + "</p><p>see https://a.example two<br>https://b.example</p>"))
                .isEqualTo("One see https://a.example two");
        assertThat(Excerpt.words(1, "…").of("", "<p>One</p>https://video.example/" + "x".repeat(9_000)))
                .isEqualTo("One");
        assertThat(Excerpt.jnews().of("", "<p>https://video.example/1</p>")).isEqualTo("https://video.example/1");
    }

    @Test
    void whereNothingElseIsThereAFigureIsTheText() {
        assertThat(Excerpt.jnews().of("", "<figure><figcaption>Only a caption</figcaption></figure>"))
                .isEqualTo("Only a caption");
    }

    @Test
    void whatIsNeverClosedHidesNoText() {
        assertThat(Excerpt.jnews().of("", "<figure>a</figure><p>b</p><figure>c<!-- wp:image -->d"))
                .isEqualTo("b cd");
    }

    @Test
    void chineseJapaneseAndKoreanAreCutByCharacter() {
        String chinese = "新华社记者报道，今天上午在城市中心举行了仪式，许多市民参加。";

        assertThat(Excerpt.jnews().cut(chinese)).isEqualTo(chinese.substring(0, 20) + "...");
        assertThat(Excerpt.words(3, "…").cut("한국어 기사")).isEqualTo("한국어…");
        assertThat(Excerpt.words(2, "…").cut("カ\u3099キ\u3099ク")).isEqualTo("カ\u3099キ\u3099…");
        assertThat(Excerpt.words(1, "…").cut("葛\uDB40\uDD00城")).isEqualTo("葛\uDB40\uDD00…");
        assertThat(Excerpt.words(1, "…").cut("\u1112\u1161\u11ab\u1100")).isEqualTo("\u1112\u1161\u11ab…");
        assertThat(Excerpt.words(1, "…").cut("𠮷野家")).isEqualTo("𠮷…");
    }

    @Test
    void plainTextIsNotReadAsMarkup() {
        assertThat(Excerpt.jnews().cut("a <b> &amp;\n[gallery] c")).isEqualTo("a <b> &amp; [gallery] c");
    }

    @Test
    void refusesNoWordsAndTooMany() {
        assertThatThrownBy(() -> Excerpt.words(0, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Excerpt.words(10_001, "")).hasMessageContaining("10001");
    }

    @Test
    void copiesChangeOneThing() {
        assertThat(Excerpt.wordPress().withWords(3).withEllipsis("…").withManualWhole(false))
                .isEqualTo(Excerpt.words(3, "…"));
    }
}
