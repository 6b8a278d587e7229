package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

class SanitiserLaws {
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "poster");

    @Property(tries = 3000)
    void twiceIsOnce(@ForAll("html") String html, @ForAll("sanitisers") Sanitiser sanitiser) {
        String once = sanitiser.clean(html);

        assertThat(sanitiser.clean(once)).isEqualTo(once);
    }

    @Property(tries = 3000)
    void nothingOutsideTheListComesOut(@ForAll("html") String html) {
        assertListed(Sanitiser.news().embedsFrom("video.example").clean(html), Markup.NEWS);
        assertListed(Sanitiser.basic().clean(html), Markup.BASIC);
        assertListed(Sanitiser.none().clean(html), Markup.NONE);
    }

    @Property(tries = 1000)
    void everyTagIsClosedInOrder(@ForAll("html") String html) {
        String clean = Sanitiser.news().clean(html);

        // What is well-formed but for its void tags is the same to an XML parser.
        Document asXml = Jsoup.parse(clean, "", org.jsoup.parser.Parser.xmlParser());
        Document asHtml = Jsoup.parseBodyFragment(clean);
        assertThat(asXml.select("script, style, svg, math, form")).isEmpty();
        assertThat(asHtml.body().getAllElements().size() - 1)
                .isEqualTo(asXml.getAllElements().size() - 1);
    }

    @Property(tries = 1000)
    void plainTextPassesAsItIs(@ForAll String text) {
        String clean = Sanitiser.none().clean(Html.escape(text));

        assertThat(Jsoup.parseBodyFragment(clean).body().wholeText())
                .isEqualTo(Jsoup.parseBodyFragment(Html.escape(text)).body().wholeText());
    }

    static void assertListed(String clean, Markup markup) {
        Document read = Jsoup.parseBodyFragment(clean);
        assertThat(read.head().childNodes()).isEmpty();
        for (Element element : read.body().getAllElements()) {
            for (Node child : element.childNodes()) {
                assertThat(child).isNotInstanceOf(Comment.class);
                assertThat(child).isInstanceOfAny(Element.class, TextNode.class);
            }
            if (element.normalName().equals("body")) {
                assertThat(element.attributes()).isEmpty();
                continue;
            }
            List<Markup.Attribute> allowed = markup.of(element.normalName());
            assertThat(allowed)
                    .as("element %s in %s", element.normalName(), clean)
                    .isNotNull();
            Set<String> names = allowed == null
                    ? Set.of()
                    : allowed.stream().map(Markup.Attribute::name).collect(Collectors.toSet());
            for (Attribute attribute : element.attributes()) {
                assertThat(names).as(clean).contains(attribute.getKey());
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("style", "class", "id");
                if (ADDRESSES.contains(attribute.getKey())) {
                    assertThat(SafeUrl.of(attribute.getValue())).contains(attribute.getValue());
                }
            }
            if (element.normalName().equals("iframe")) {
                assertThat(element.attr("src")).startsWith("https://video.example/");
            }
        }
    }

    @Provide
    Arbitrary<String> html() {
        return HostileHtml.any();
    }

    @Provide
    Arbitrary<Sanitiser> sanitisers() {
        return Arbitraries.of(
                Sanitiser.news(),
                Sanitiser.basic(),
                Sanitiser.none(),
                Sanitiser.news().embedsFrom("video.example"));
    }
}
