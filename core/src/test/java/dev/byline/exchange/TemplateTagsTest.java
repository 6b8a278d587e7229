package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTagsTest {
    private final List<String> dropped = new ArrayList<>();

    private String read(String source) {
        return TemplateTags.toMarkdown(source, true, reference -> "/to/" + reference, dropped::add);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    [a]({{< ref "b.md" >}}) → [a](/to/b.md)
                    [a]({{<ref "b.md">}} "title") → [a](/to/b.md "title")
                    [a]({{% relref path="b.md" lang="en" %}}) → [a](/to/b.md)
                    [a]({{< ref `b.md` >}}) → [a](/to/b.md)
                    [a]({{< tmp "events/b.md" >}}) → [a](/to/events/b.md)
                    [a]({{< tmp"events/b.md" >}}) → [a](/to/events/b.md)
                    {{< youtube w7Ft2ymGmfc >}} → <https://www.youtube.com/watch?v=w7Ft2ymGmfc>
                    {{< youtube id="w7Ft2ymGmfc" autoplay="true" >}} → <https://www.youtube.com/watch?v=w7Ft2ymGmfc>
                    {{< vimeo 146022717 >}} → <https://vimeo.com/146022717>
                    {{< tweet user="x" id="877500564405444608" >}} → <https://twitter.com/i/status/877500564405444608>
                    {{< instagram BWNjjyYFxVx >}} → <https://www.instagram.com/p/BWNjjyYFxVx>
                    see {{< img src="/a.jpg" alt="A <bridge>" >}} there → see <img src="/a.jpg" alt="A &lt;bridge&gt;"> there
                    {{< button href="/a" text="Read on" >}} → [Read on](/to//a)
                    {{< note >}}Keep *this*.{{< /note >}} → Keep *this*.
                    {{% note %}}Keep *this*.{{% /note %}} → Keep *this*.
                    {{< a >}}x{{< b >}}y{{< /b >}}z{{< /a >}} → xyz
                    {{< comment >}}not for readers{{< /comment >}}. → .
                    {{</* ref "b.md" */>}} → {{< ref "b.md" >}}
                    {{%/* note */%}} → {{% note %}}
                    {{< never → {{< never
                    never >}} {{< note >}}a{{< /note >}} → never >}} a
                    {{< never {{< note >}}a{{< /note >}} → {{< never a
                    {{ .Title }} {{< note >}}a{{< /note >}} → {{ .Title }} a
                    {{ .Title }} and {x} → {{ .Title }} and {x}
                    """)
    void shortcodesBecomeWhatReadersSee(String source, String markdown) {
        assertThat(read(source).strip()).isEqualTo(markdown);
        assertThat(dropped).isEmpty();
    }

    @Test
    void picturesAloneAreFigures() {
        assertThat(read("a\n\n  {{< figure src=\"/a.jpg\" alt=\"x\" caption=\"A bridge\" >}}  \n\nb"))
                .contains("<figure><img src=\"/a.jpg\" alt=\"x\"><figcaption>A bridge</figcaption></figure>");
        assertThat(Markdowns.html("{{< figure src=\"/a.jpg\" caption=\"By [Jane](/jane) & *co*\" >}}"))
                .contains("<p>By <a href=\"/jane\">Jane</a> &amp; <em>co</em></p>")
                .contains("</figcaption>");
        assertThat(Markdowns.html("{{< figure src=\"/a.jpg\" caption=\"<b>x\n\n# y\" >}}\n\nb"))
                .endsWith("<p>b</p>")
                .doesNotContain("<h1>");
    }

    @Test
    void quotationsAndTitlesAreShown() {
        assertThat(Markdowns.html("{{< quote-block text=\"So it is.\" cite=\"Jane\" >}}"))
                .contains("<blockquote>", "So it is.", "— Jane");
        assertThat(Markdowns.html("{{< box title=\"Facts\" >}}Two bridges.{{< /box >}}"))
                .contains("<strong>Facts</strong>", "Two bridges.");
    }

    @Test
    void codeStaysCode() {
        String html = Markdowns.html("{{< highlight go \"linenos=table\" >}}\na < b\n\n# c\n{{< /highlight >}}\n\n# d");
        assertThat(html)
                .contains("<code class=\"language-go\">a &lt; b\n\n# c\n</code>")
                .contains("<h1>d</h1>");
        assertThat(Markdowns.html("{{< /highlight >}}\n\n# d")).isEqualTo("<h1>d</h1>");
        assertThat(Markdowns.html("{{< highlight go >}}\n\n# d")).isEqualTo("<h1>d</h1>");
        assertThat(Markdowns.html("{% highlight ruby %}\na < b\n{% endhighlight %}\n\n# d"))
                .contains("language-ruby", "a &lt; b", "<h1>d</h1>");
        assertThat(Markdowns.html("{% endhighlight %}\n\n# d")).isEqualTo("<h1>d</h1>");
    }

    @Test
    void whatVanishesIsCounted() {
        assertThat(read("a{{< fb-video 12 >}}b{{< img src=\"uid\" >}}c{{< youtube \"a b\" >}}d"))
                .isEqualTo("abcd");
        assertThat(dropped).containsExactly("fb-video", "img", "youtube");
        Wxrs.Result result = Markdowns.read(Markdowns.document(Markdowns.DATED, "{{< a<b >}} {{< a<b >}}"));
        assertThat(result.report().skipped()).containsExactly(java.util.Map.entry("template tag \"a&lt;b\"", 2L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    [a]({% link _posts/2026-10-01-b.md %}) → [a](/to/_posts/2026-10-01-b.md)
                    [a]({% post_url 2026-10-01-b %}) → [a](/to/2026-10-01-b)
                    [a]({{ site.baseurl }}{% link b.md %}) → [a](/to/b.md)
                    [a]({{ site.url }}/b) → [a](/b)
                    [a]({{ "/b/" | relative_url }}) {% if x %}c{% endif %} → [a](/b/) c
                    a{%- comment -%}not for readers{%- endcomment -%}b → ab
                    a{% raw %}{{ page.title }}{% x %}{% endraw %}b → a{{ page.title }}{% x %}b
                    a {% include figure image_path="/a.jpg" alt="x" %} b → a <img src="/a.jpg" alt="x"> b
                    {% comment %}no end → no end
                    {% never → {% never
                    """)
    void liquidBecomesWhatReadersSee(String source, String markdown) {
        assertThat(read(source).strip()).isEqualTo(markdown);
        assertThat(dropped).isSubsetOf("if");
    }

    @Test
    void whatLiquidComputesIsCounted() {
        assertThat(
                        read(
                                "{% assign a = b %}{{ site.repo }}{% for x in y %}z{% endfor %}{% include a.html %}{{ page.a }}"))
                .isEqualTo("z");
        assertThat(dropped).containsExactly("assign", "site.repo", "for", "include a.html", "page.a");
    }

    @Test
    void hiddenTextHidesTags() {
        assertThat(read("a{% comment %}{% highlight x %}{% link b %}{% raw %}{% endcomment %}b"))
                .isEqualTo("ab");
        assertThat(read("a{{< comment >}}{{< ref \"x\" >}}{{</* y */>}}{{< /comment >}}b"))
                .isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a {{ b }} c", "{x} {{", "{{ jinja }}", "{", "{{", "", "a { b"})
    void whatIsNoTagStays(String source) {
        assertThat(read(source)).isEqualTo(source);
    }

    @Test
    void whatIsJekyllsIsProseToHugo() {
        String ansible = "    {% for host in hosts %}{{ host }}{% endfor %}";
        assertThat(TemplateTags.toMarkdown(ansible, false, reference -> "", dropped::add))
                .isEqualTo(ansible);
        // And what is Hugo's says that the rest is not Jekyll's.
        assertThat(read("{{< note >}}" + ansible + "{{< /note >}}")).isEqualTo(ansible);
    }

    @Test
    void tagsAreTakenApartAtTheirQuotes() {
        TemplateTag tag = TemplateTag.of("img src=/a/b/ alt=\"a \\\"b\\\" = c\" 'x y' `r\\n` n=1 alt=\"second\"");
        assertThat(tag.name()).isEqualTo("img");
        assertThat(tag.closes()).isFalse();
        assertThat(tag.get("src")).isEqualTo("/a/b/");
        assertThat(tag.get("none", "alt")).isEqualTo("a \"b\" = c");
        assertThat(tag.plain()).containsExactly("x y", "r\\n");
        assertThat(TemplateTag.of("/ note ").closes()).isTrue();
        assertThat(TemplateTag.of("note/").name()).isEqualTo("note");
        assertThat(TemplateTag.of("note a=\"b\" /").get("a")).isEqualTo("b");
        assertThat(TemplateTag.of("note \"no end").plain()).containsExactly("no end");
        assertThat(TemplateTag.of("").name()).isEmpty();
        assertThat(TemplateTag.of("/").name()).isEmpty();
    }

    @Test
    void aTagOfManyWordsIsNone() {
        String long1 = "{{< note " + "a ".repeat(5000) + ">}}";
        assertThat(read(long1)).isEqualTo(long1);
    }
}
