package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ExcerptLaws {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    @Property(tries = 2000)
    void cuttingTheLeadIsCuttingTheArticle(
            @ForAll("texts") String manual,
            @ForAll("texts") String body,
            @ForAll @IntRange(min = 1, max = 59) int words) {
        for (String excerpt : new String[] {"", manual}) {
            ArticleSummary summary = Article.builder(ArticleId.of("1"), "a")
                    .excerpt(excerpt)
                    .body(body)
                    .build()
                    .summary();

            assertThat(Excerpt.jnews().cut(summary.lead()))
                    .isEqualTo(Excerpt.jnews().of(excerpt, body));
            assertThat(Excerpt.words(words, "…").cut(summary.lead()))
                    .isEqualTo(Excerpt.words(words, "…").of(excerpt, body));
        }
    }

    @Property(tries = 3000)
    void isTheFirstWordsAndTheEllipsisOnlyWhereSomethingWasCut(
            @ForAll("texts") String html, @ForAll @IntRange(min = 1, max = 80) int words) {
        String whole = Excerpt.words(Excerpt.MOST_WORDS, "").of("", html);
        String excerpt = Excerpt.words(words, "").of("", html);
        String marked = Excerpt.words(words, "\u0001").of("", html);

        assertThat(whole).startsWith(excerpt);
        assertThat(marked).isEqualTo(excerpt.equals(whole) ? excerpt : excerpt + "\u0001");
        assertThat(excerpt).isEqualTo(excerpt.strip()).doesNotContain("\n", "  ");
    }

    @Property(tries = 3000)
    void cutsNoCharacter(@ForAll("plain") String text, @ForAll @IntRange(min = 1, max = 30) int words) {
        String oneLine = Excerpt.words(Excerpt.MOST_WORDS, "").cut(text);
        String excerpt = Excerpt.words(words, "").cut(text);

        assertThat(oneLine).startsWith(excerpt);
        boolean atSpace = excerpt.equals(oneLine) || oneLine.startsWith(" ", excerpt.length());
        assertThat(atSpace || boundaries(oneLine).contains(excerpt.length()))
                .as("%s | %s", excerpt, oneLine.substring(excerpt.length()))
                .isTrue();
    }

    @Property(tries = 2000)
    void holdsNoHalfReference(@ForAll("plain") String text, @ForAll @IntRange(min = 1, max = 30) int words) {
        String html = Html.escape(text).replace("[", "&#91;");

        assertThat(Excerpt.words(words, "…").of("", html))
                .isEqualTo(Excerpt.words(words, "…").cut(PlainText.of(html)));
    }

    private static Set<Integer> boundaries(String text) {
        Set<Integer> ends = new HashSet<>();
        Matcher character = CHARACTER.matcher(text);
        while (character.find()) {
            ends.add(character.end());
        }
        return ends;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(HostileHtml.any(), plain().map(Html::escape), prose());
    }

    private static Arbitrary<String> prose() {
        Arbitrary<String> sentence = Arbitraries.of(
                "The bridge was closed on Monday. ",
                "<p>Two boats, one crew &mdash; no harm.</p>",
                "新华社记者报道，今天上午举行了仪式。",
                "<figure><figcaption>A boat</figcaption></figure>",
                "東京で会議が開かれた。",
                "<!-- wp:paragraph --><p>ایران و عراق</p><!-- /wp:paragraph -->",
                "<!-- wp:gallery --><p>picture</p><!-- /wp:gallery -->",
                "[caption id=\"1\"]x[/caption]",
                "<p>https://video.example/" + "x".repeat(280) + "</p>",
                "https://video.example/2 ",
                "<figure>");
        return sentence.list().ofMaxSize(30).map(sentences -> String.join("", sentences));
    }

    @Provide
    Arbitrary<String> plain() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(
                                "a", "word", " ", "\n", "漢", "字", "か", "ガ", "한", "ｶﾞ", "เ", "ก็", "é", "&", "<p>",
                                "[x y=1]")),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "\u0301",
                                "\u3099",
                                "\u200D",
                                "\uFE0F",
                                "\uDB40\uDD00",
                                "\u1112",
                                "\u1161",
                                "\u11AB",
                                "👩‍👩‍👧",
                                "👍🏽",
                                "🇮🇷",
                                "🇯",
                                "\u0600",
                                "क्ष",
                                "\u0E33",
                                "\u200C",
                                "\u20E3",
                                "\uFF9F")),
                Tuple.of(1, Arbitraries.integers().between(0x20, 0x10FFFF).map(ExcerptLaws::character)));
        return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static String character(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half || !Character.isDefined(point) ? "x" : Character.toString(point);
    }
}
