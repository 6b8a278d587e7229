package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

final class CommentTextLaws {
    private static final Map<String, Set<String>> LIST = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "rel")),
            Map.entry("abbr", Set.of("title")),
            Map.entry("acronym", Set.of("title")),
            Map.entry("b", Set.of()),
            Map.entry("blockquote", Set.of("cite")),
            Map.entry("cite", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("del", Set.of("datetime")),
            Map.entry("em", Set.of()),
            Map.entry("i", Set.of()),
            Map.entry("q", Set.of("cite")),
            Map.entry("s", Set.of()),
            Map.entry("strike", Set.of()),
            Map.entry("strong", Set.of()));

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        "\"",
                        "'",
                        "=",
                        "/",
                        "!",
                        "-",
                        "--",
                        " ",
                        "\n",
                        "\r",
                        ";",
                        "#",
                        "<b",
                        "<b>",
                        "</b>",
                        "<i>",
                        "</i>",
                        "<a href=",
                        "<a ",
                        "</a>",
                        "<blockquote>",
                        "</blockquote>",
                        "<q cite=",
                        "<!--",
                        "-->",
                        "<script>",
                        "</script>",
                        "<style>",
                        "<p>",
                        "<table>",
                        "<svg ",
                        "<math>",
                        "<title>",
                        "<textarea>",
                        "<plaintext>",
                        "<select>",
                        "<noscript>",
                        "<template>",
                        "javascript:",
                        "java\tscript:",
                        "http://x.example/",
                        "\"/a\"",
                        "title=",
                        "onclick=",
                        "style=",
                        "&lt;",
                        "&amp;",
                        "&#x6a;",
                        "&colon;",
                        "&Tab;",
                        "&#0;",
                        "x",
                        "alert(1)",
                        "<?",
                        "<![CDATA[",
                        "]]>",
                        "\0",
                        "\u200b",
                        "\ud800",
                        "é"),
                Arbitraries.strings().ofMaxLength(4));
        return piece.list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property
    void cleaningTwiceEqualsOnce(@ForAll("markup") String sent) {
        String once = CommentText.clean(sent);
        assertThat(CommentText.clean(once)).isEqualTo(once);
        assertThat(CommentText.plain(once)).isEqualTo(CommentText.plain(sent));
    }

    @Property
    @Rule({"C-30", "C-32"})
    void anotherReaderFindsNothingOutsideTheList(@ForAll("markup") String sent) {
        Document document = Jsoup.parseBodyFragment(CommentText.clean(sent));
        assertThat(document.head().childNodeSize()).isZero();
        for (Element element : document.body().select("body *")) {
            assertThat(LIST).containsKey(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(LIST.get(element.normalName())).contains(attribute.getKey());
                if (List.of("href", "cite").contains(attribute.getKey())) {
                    assertThat(attribute.getValue().toLowerCase(Locale.ROOT))
                            .matches("(?s)(https?://|mailto:|(?![^/?#]*:)).*");
                }
            }
            if (element.normalName().equals("a")) {
                assertThat(element.attr("rel")).isEqualTo("nofollow ugc");
            }
        }
    }

    @Property
    @Rule({"C-31", "C-33"})
    void anotherReaderSeesTheSameTextAndTheSameTree(@ForAll("markup") String sent) {
        String cleaned = CommentText.clean(sent);
        Document document = Jsoup.parseBodyFragment(cleaned);
        document.outputSettings().prettyPrint(false);
        assertThat(document.body().wholeText().replace("\n", ""))
                .isEqualTo(CommentText.plain(sent).replace("\n", ""));
        assertThat(CommentText.clean(document.body().html())).isEqualTo(cleaned);
    }

    @Property
    void oneWordBetweenAnyTagsIsNeverLost(@ForAll("markup") String before, @ForAll("markup") String after) {
        // Commas end no tag, entity or attribute value, so that what stands between two of them is surely text.
        assertThat(CommentText.plain(
                        before.replaceAll("[<\"'!]", "") + "> ,word, <b>" + after.replaceAll("[<\"']", "")))
                .contains(",word,");
    }
}
