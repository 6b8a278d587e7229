package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.text.PlainText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MarkdownLaws {
    private static final String[] PIECES = {
        "---\n",
        "---",
        "...\n",
        "+++\n",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "\t",
        "title: ",
        "date: ",
        "tags: ",
        "2026-10-01",
        "a: ",
        "- ",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "{{<",
        ">}}",
        "{{%",
        "%}}",
        "{%",
        "%}",
        "/*",
        "*/",
        "highlight",
        "ref",
        "/ref",
        "comment",
        "endcomment",
        "raw",
        "endraw",
        "figure src=\"/a.jpg\" caption=\"",
        "\"",
        "'",
        "`",
        "```",
        "~~~~",
        "*",
        "_",
        "~~",
        "<",
        ">",
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "&",
        "\\",
        "|",
        "|-|",
        "#",
        "# ",
        "> ",
        "!",
        "![",
        "](",
        "a.md",
        "&x ",
        "*x",
        "<<: ",
        "!!java.net.URL ",
        "word",
        "جسر",
        "\uD83D\uDE00",
        "\u0000",
        "\u0007",
        "\uFEFF",
        "\u2028",
        "draft: true",
        "null",
        "~",
        "params:\n  ",
        "authors: ",
        "name: ",
        "aliases: ",
        "image: ",
        "expirydate: ",
        "slug: ",
        "/",
        ":",
        "?",
        "%",
        "1",
        "@"
    };

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
        return Combinators.combine(pieces, pieces, Arbitraries.of(true, true, true, false))
                .as((fields, body, fenced) -> fenced ? "---\n" + fields + "\n---\n" + body : fields + body);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                        "content",
                        "news",
                        "sport",
                        "authors",
                        "people",
                        "topics",
                        "tags",
                        "posts",
                        "_posts",
                        "_drafts",
                        "en",
                        "fa",
                        "a",
                        "b",
                        "index",
                        "_index",
                        "2026",
                        "archetypes",
                        "saudi-arabia",
                        ".git")
                .list()
                .ofMaxSize(4)
                .flatMap(folders -> Arbitraries.of(
                                "a",
                                "b",
                                "index",
                                "_index",
                                "2026-10-01-a",
                                "a.fa",
                                "index.fa",
                                "c d",
                                "جسر",
                                "x".repeat(250),
                                ".")
                        .map(name -> String.join("/", folders) + (folders.isEmpty() ? "" : "/") + name + ".md"));
    }

    @Provide
    Arbitrary<Map<String, String>> sites() {
        return Arbitraries.maps(paths(), documents()).ofMaxSize(12);
    }

    private static Wxrs.Result read(List<Map.Entry<String, String>> documents) {
        Markdowns.Site site = new Markdowns.Site();
        documents.forEach(document -> site.with(document.getKey(), document.getValue()));
        return site.read();
    }

    @Property(tries = 500)
    void neverThrowsWhateverTheBytes(@ForAll @Size(max = 200) byte[] bytes) {
        check(Markdowns.read(bytes, ImportOptions.defaults()));
    }

    @Property(tries = 3000)
    void neverThrowsWhateverTheDocument(@ForAll("documents") String document) {
        check(Markdowns.read(document));
    }

    private static void check(Wxrs.Result result) {
        if (result.report().refused()) {
            assertThat(result.items()).isEmpty();
            assertThat(result.fatal().message()).isNotBlank().doesNotContain("\n", "Exception");
        } else {
            assertThat(result.articles().size() + result.pages().size()).isEqualTo(1);
        }
    }

    @Property(tries = 1000)
    void idsAndSlugsAreUniqueAndEachDocumentIsAccountedFor(@ForAll("sites") Map<String, String> site) {
        Wxrs.Result result = read(List.copyOf(site.entrySet()));
        assertThat(result.articles()).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(result.articles())
                .extracting(Article::slug)
                .doesNotHaveDuplicates()
                .allMatch(slug -> !slug.isBlank());
        assertThat(result.pages()).extracting(page -> page.slug()).doesNotHaveDuplicates();
        if (!result.report().refused()) {
            ImportReport report = result.report();
            long errors = report.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .count();
            long skipped = report.skipped().entrySet().stream()
                    .filter(reason -> !reason.getKey().startsWith("template tag")
                            && !reason.getKey().startsWith("expiry")
                            && !reason.getKey().startsWith("alias")
                            && !reason.getKey().equals("other"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(errors
                            + skipped
                            + report.count(Counted.ARTICLES)
                            + report.count(Counted.PAGES)
                            + report.count(Counted.AUTHOR_FILES)
                            + report.count(Counted.TAG_FILES)
                            + report.count(Counted.CATEGORY_FILES))
                    .as(report::toString)
                    .isEqualTo(site.size());
        }
    }

    @Property(tries = 1000)
    void theOrderOfDocumentsChangesNothing(@ForAll("sites") Map<String, String> site, @ForAll long seed) {
        List<Map.Entry<String, String>> documents = new ArrayList<>(site.entrySet());
        Wxrs.Result one = read(documents);
        Collections.shuffle(documents, new Random(seed));
        Wxrs.Result other = read(documents);
        assertThat(other.items()).containsExactlyInAnyOrderElementsOf(one.items());
        assertThat(other.report().counts()).isEqualTo(one.report().counts());
        assertThat(other.report().problems())
                .containsExactlyInAnyOrderElementsOf(one.report().problems());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abc :#-'\"\\[]{}&*!|>%@`,?~\t\nجس é\uFEFF1=<")
                .ofMaxLength(60);
    }

    @Property(tries = 2000)
    void aTitleOfAnyTextSurvivesYamlQuoting(@ForAll("texts") String title) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            quoted.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
        String written = Objects.requireNonNullElse(
                        Markdowns.fields("a: 1\ntitle: \"" + quoted + "\"\nb: 2\n")
                                .text("title"),
                        new FrontMatter.Text(title, 3))
                .text();
        assertThat(written).isEqualTo(title);
        String single = "a: 1\ntitle: '" + title.replace("'", "''").replaceAll("[\t\n]", " ") + "'\nb: 2\n";
        assertThat(Markdowns.fields(single).plain("title"))
                .isEqualTo(title.replaceAll("[\t\n]", " ").strip());
        assertThat(Markdowns.fields(single).plain("b")).isEqualTo("2");
    }

    @Property(tries = 1000)
    void plainParagraphsKeepTheirWords(@ForAll("paragraphs") List<List<String>> paragraphs) {
        String body = paragraphs.stream().map(words -> String.join(" ", words)).collect(Collectors.joining("\n\n"));
        String expected =
                paragraphs.stream().map(words -> String.join(" ", words)).collect(Collectors.joining(" "));
        String plain = PlainText.of(Markdowns.html(body)).replaceAll("\\s+", " ");
        assertThat(plain).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<List<String>>> paragraphs() {
        return Arbitraries.of(
                        "bridge", "closed", "جسر", "it's", "21", "a.b", "x,", "“so”", "50%", "A/B", "one;", "(two)",
                        "e-mail", "é")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void datesRoundTrip(
            @ForAll @IntRange(min = 1900, max = 2100) int year,
            @ForAll @IntRange(min = 1, max = 366) int day,
            @ForAll @IntRange(min = 0, max = 86_399) int second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offset) {
        LocalDateTime local =
                LocalDateTime.of(year, 1, 1, 0, 0).plusDays(day - 1L).plusSeconds(second);
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset * 60);
        Instant instant = local.toInstant(zone);
        for (String pattern : new String[] {
            "yyyy-MM-dd HH:mm:ss xx", "yyyy-MM-dd'T'HH:mm:ssxxx", "yyyy-MM-dd HH:mm:ssXXX", "yyyy-M-d H:mm:ss xxx"
        }) {
            String text = DateTimeFormatter.ofPattern(pattern).format(local.atOffset(zone));
            assertThat(MarkdownDates.of(text, ZoneOffset.UTC)).as(text).isEqualTo(instant);
        }
        assertThat(MarkdownDates.of(instant.toString(), zone)).isEqualTo(instant);
        assertThat(MarkdownDates.of(local.toString(), zone)).isEqualTo(instant);
        String name = local.toLocalDate() + "-bridge";
        assertThat(MarkdownDates.ofName(name, zone))
                .isEqualTo(local.toLocalDate().atStartOfDay().toInstant(zone));
    }
}
