package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.DATED;
import static dev.byline.exchange.Markdowns.document;
import static dev.byline.exchange.Markdowns.onSmallStack;
import static dev.byline.exchange.Markdowns.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownHostileTest {
    private static final int DEEP = 100_000;
    private static final int MIB = 1 << 20;

    private static Wxrs.Result read(String text) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Markdowns.read(text));
    }

    /** The problem of front matter that is refused, wherever it stands. */
    private static Problem refused(String yaml) {
        Wxrs.Result alone = read("---\n" + yaml + "\n---\nx");
        assertThat(alone.items()).isEmpty();
        assertThat(alone.fatal().line()).isPositive();
        assertThat(alone.fatal().message()).hasSizeLessThan(400).doesNotContain("Exception", "\n", "org.");
        Wxrs.Result among = Markdowns.site("a.md", "---\n" + yaml + "\n---\nx")
                .with("b.md", document(DATED, "x"))
                .read();
        assertThat(among.articles()).hasSize(1);
        assertThat(among.report().problems()).hasSize(1);
        return alone.fatal();
    }

    @Test
    void refusesBillionLaughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            yaml.append((alias + ", ").repeat(9)).append(alias).append("]\n");
        }
        Problem fatal = refused(yaml.toString());
        assertThat(fatal.message()).contains("more than 50 aliases");
        assertThat(fatal.line()).isEqualTo(8);
    }

    @Test
    void aliasesWithinBoundsAreNeverWrittenOut() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i <= 25; i++) {
            yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        Article article = read(document(DATED + yaml + "tags: *a25\n".replace("*a25", "x"), "x"))
                .article();
        assertThat(article.tags()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}", "&a {b: *a}", "a: *a", "a: &a\n  <<: *a", "a: *b\nb: &b x"})
    void refusesAliasesToThemselves(String yaml) {
        assertThat(refused(yaml).message()).contains("alias");
    }

    @Test
    void refusesMoreThanTenThousandValues() {
        assertThat(refused("a:\n" + "- x\n".repeat(10_000)).message()).contains("more than 10000 values");
        assertThat(refused("a: [" + "x,".repeat(10_000) + "]").message()).contains("more than 10000 values");
        Article article =
                read(document(DATED + "tags:\n" + "- x\n".repeat(9_990), "x")).article();
        assertThat(article.tags()).hasSize(1);
    }

    @Test
    void refusesLongFrontMatterAndLongDocuments() {
        assertThat(refused("a: " + "x".repeat(MIB >> 2)).message()).contains("256 Ki characters");
        assertThat(refused("#" + "x\n#".repeat(MIB >> 3)).message()).contains("256 Ki characters");
        assertThat(read(document(DATED, "x".repeat(MIB))).fatal().message()).isEqualTo("is longer than 1 MiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "- →32 levels",
                "[→32 levels",
                "{→name is no text",
                "{a: →32 levels",
                "? →name is no text",
                "[[→32 levels",
                "- - →32 levels",
                "a: [→32 levels"
            })
    void refusesDeepFrontMatter(String unit, String reason) {
        onSmallStack(() -> {
            String deep = unit.repeat(Math.min(DEEP, 250_000 / unit.length()));
            assertThat(refusal(deep).reason()).contains(reason);
            assertThat(refusal("v: \n  " + deep).reason()).contains(reason);
        });
    }

    @Test
    void refusesDeepIndentation() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            yaml.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(refused(yaml.toString()).message()).contains("32 levels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL",
                "!!javax.script.ScriptEngineManager",
                "!!python/object",
                "!ruby/object:Gem",
                "!!binary",
                "!!int",
                "!!set"
            })
    void tagsMakeNoObjects(String tag) {
        Article article = read(document(DATED + "title: " + tag + " x\ntags: [" + tag + " y]\n", "x"))
                .article();
        assertThat(article.headline()).isEqualTo("x");
        assertThat(article.tags()).hasSize(1);
        assertThat(read(document(DATED + "title: " + tag + " [http://example.org]\n", "x"))
                        .articles())
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        for (byte bad : new byte[] {(byte) 0xFF, (byte) 0xC3, (byte) 0x80}) {
            byte[] bytes = document(DATED, "x?").getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length - 1] = bad;
            assertThat(Markdowns.read(bytes, ImportOptions.defaults()).fatal().message())
                    .isEqualTo("is not UTF-8");
        }
        assertThat(Markdowns.read(document(DATED, "x").getBytes(StandardCharsets.UTF_16LE), ImportOptions.defaults())
                        .fatal()
                        .message())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u0007", "\uFFFE"})
    void refusesControlCharactersInFrontMatter(String bad) {
        assertThat(refused("a: 1\n\nb: x" + bad).line()).isEqualTo(4);
        // In a body they harm nobody.
        assertThat(read(document(DATED, "one " + bad + " two")).article().body())
                .contains("one", "two");
    }

    static String[] openings() {
        return new String[] {
            "[",
            "![",
            "[[",
            "- ",
            "- - ",
            "1. ",
            "> ",
            ">",
            "*",
            "**a ",
            "_",
            "`",
            "<",
            "<b>",
            "<!--",
            "(",
            "{",
            "{{<",
            "{{< ",
            "{{< a >}}",
            "{{</",
            "{{%",
            "{%",
            "{% raw %}",
            "{% comment %}",
            "{{",
            "{{ site.",
            "|",
            "|a",
            "~~a ",
            "#",
            "&",
            "\\",
            "\t",
            "    ",
            "```\n",
            "[a](",
            "[a][",
            "[a]: ",
            "![a](",
            "{{< highlight >}}",
            "{{< figure src=\"/a.jpg\" >}}\n"
        };
    }

    @ParameterizedTest
    @MethodSource("openings")
    void nothingRecursesOnDepth(String unit) {
        String body = unit.repeat(DEEP / unit.length());
        onSmallStack(() -> {
            Wxrs.Result result = Markdowns.read(document(DATED, body + "end"));
            assertThat(result.articles()).hasSize(1);
            assertThat(PlainText.of(result.article().body())).isNotNull();
            assertThat(Markdowns.read(document(
                                    "title: " + "'" + unit.replace("'", "").repeat(1000) + "'\n" + DATED, ""))
                            .report())
                    .isNotNull();
        });
    }

    @Test
    void closedDepthIsNoDeeperThanTheParsersBound() {
        onSmallStack(() -> {
            for (String[] pair : new String[][] {
                {"[", "](a)"},
                {"![", "](a)"},
                {"*a ", " b*"},
                {"**a ", " b**"},
                {"_a ", " b_"},
                {"~~a ", " b~~"},
                {"> ", "x\n"},
                {"- ", "x\n"},
                {"<b>", "</b>"},
                {"{{< a >}}", "{{< /a >}}"}
            }) {
                String body = pair[0].repeat(20_000) + pair[1].repeat(20_000);
                assertThat(Markdowns.read(document(DATED, body)).articles()).hasSize(1);
            }
        });
    }

    @Test
    void refusesTablesWithoutEnd() {
        Problem fatal = read(document(DATED, "|a".repeat(400) + "|\n" + "|-".repeat(400) + "|\n" + "|a|\n".repeat(400)))
                .fatal();
        assertThat(fatal.message()).contains("more than 100000 cells");
        // Told also where the document says who an author is.
        assertThat(Markdowns.site(
                                "authors/jane.md",
                                document(
                                        "title: Jane\n",
                                        "|a".repeat(400) + "|\n" + "|-".repeat(400) + "|\n" + "|a|\n".repeat(400)))
                        .with("b.md", document(DATED, "x"))
                        .read()
                        .report()
                        .problems())
                .hasSize(1);
    }

    @Test
    void refusesMoreNamesThanASiteCanHave() {
        Markdowns.Site site = new Markdowns.Site();
        for (int i = 0; i < 10; i++) {
            site.with("authors/" + i + ".md", document("title: x\n", "word ".repeat(180_000)));
        }
        Wxrs.Result result = site.read();
        assertThat(result.fatal().message()).contains("8 Mi characters");
        assertThat(result.items()).isEmpty();
    }

    @Test
    void refusesMoreDocumentsThanASiteCanHave() {
        ContentSource source = new ContentSource() {
            @Override
            public String name() {
                return "site";
            }

            @Override
            public void visit(Visitor visitor) throws java.io.IOException {
                for (int i = 0; i <= 100_000; i++) {
                    visitor.visit(i + ".md", java.io.InputStream.nullInputStream());
                }
            }
        };
        ImportReport report = MarkdownReader.with(ImportOptions.defaults()).read(source, item -> {});
        assertThat(report.lines()).anyMatch(line -> line.contains("100000 Markdown documents"));
    }

    @Test
    void bracketsBeyondAnyParagraphAreText() {
        String link = "[a](b) ";
        String html = read(document(DATED, link.repeat(12_000))).article().body();
        assertThat(html.split("<a href", -1)).hasSize(10_001);
        assertThat(PlainText.of(html)).endsWith("[a](b)");
        // As many in several paragraphs are links.
        String parted = read(document(DATED, (link.repeat(100) + "\n\n").repeat(120)))
                .article()
                .body();
        assertThat(parted.split("<a href", -1)).hasSize(12_001);
    }

    @Test
    void longParagraphsLoseNoLine() {
        String html = read(document(DATED, "- not a list\n\n" + "(1) line\n".repeat(30_000)))
                .article()
                .body();
        assertThat(html.split("\\(1\\) line", -1)).hasSize(30_001);
        String code = read(document(DATED, "```\n" + "(1) line\n".repeat(10_000) + "```\n"))
                .article()
                .body();
        assertThat(code).isEqualTo("<pre><code>" + "(1) line\n".repeat(10_000) + "</code></pre>");
    }
}
