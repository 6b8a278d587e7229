package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ContentException;
import dev.byline.comment.Sender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final String AUTHOR = "{\"type\":\"author\",\"author\":{\"slug\":\"mona\"}}";
    private static final String COMMENT = "{\"type\":\"comment\",\"comment\":{\"id\":\"1\",\"article\":\"2\","
            + "\"state\":\"held\",\"at\":\"2026-10-05T10:00:00Z\"},"
            + "\"sender\":{\"email\":\"sami@reader.example\",\"ip\":\"192.0.2.7\",\"member\":\"9\"}}";

    private static Wxrs.Result read(String lines) {
        return read(lines.getBytes(StandardCharsets.UTF_8), ImportOptions.defaults());
    }

    private static Wxrs.Result read(byte[] lines, ImportOptions options) {
        List<Item> items = new ArrayList<>();
        ImportReport report = JsonLinesReader.with(options).read(ContentSource.of("test.jsonl", lines), items::add);
        return new Wxrs.Result(report, items);
    }

    private static String write(List<Item> items, ExportOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLinesWriter.with(options).write(items, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws IOException {
        String text = Files.readString(documentation());
        String example = text.substring(text.indexOf("```json\n") + 8);
        Wxrs.Result result = read(example.substring(0, example.indexOf("```")));
        assertThat(result.report().problems()).isEmpty();
        assertThat(result.report().counts())
                .isEqualTo(Map.of(
                        Counted.SITES, 1L,
                        Counted.AUTHORS, 1L,
                        Counted.ARTICLES, 1L,
                        Counted.COMMENTS, 1L,
                        Counted.PAGES, 1L,
                        Counted.MENUS, 1L,
                        Counted.MENU_ENTRIES, 2L,
                        Counted.BALANCES, 1L,
                        Counted.REDIRECTS, 1L));
        Article article = result.article();
        assertThat(article.id()).isEqualTo(ArticleId.of("101"));
        assertThat(article.commentsOpen()).isTrue();
        assertThat(article.sticky()).isFalse();
    }

    // Surefire runs in the module's folder, IDEs in the project's.
    private static Path documentation() {
        Path inModule = Path.of("..", "docs", "json-lines.md");
        return Files.exists(inModule) ? inModule : Path.of("docs", "json-lines.md");
    }

    @Test
    void writesOneLineForEachItem() {
        String lines = write(
                List.of(
                        new Item.Redirect("/a", "/b"),
                        new Item.Balance(
                                ArticleId.of("1"),
                                java.time.Instant.EPOCH,
                                7,
                                Map.of("x", 2L, "facebook", 1L, "whatsapp", 3L))),
                ExportOptions.defaults());
        assertThat(lines)
                .isEqualTo("{\"type\":\"redirect\",\"from\":\"/a\",\"to\":\"/b\"}\n"
                        + "{\"type\":\"balance\",\"article\":\"1\",\"at\":\"1970-01-01T00:00:00Z\",\"views\":7,"
                        + "\"shares\":{\"facebook\":1,\"whatsapp\":3,\"x\":2}}\n");
    }

    @Test
    void keepsSendersOnlyWhereAsked() {
        Wxrs.Result dropped = read(COMMENT);
        assertThat(dropped.items())
                .satisfiesExactly(
                        item -> assertThat(((Item.Remark) item).sender()).isNull());

        Wxrs.Result kept = read(
                COMMENT.getBytes(StandardCharsets.UTF_8),
                ImportOptions.defaults().withSenders(true));
        assertThat(kept.items())
                .satisfiesExactly(item -> assertThat(((Item.Remark) item).sender())
                        .isEqualTo(new Sender("sami@reader.example", "192.0.2.7", "", "9")));

        assertThat(write(kept.items(), ExportOptions.defaults())).doesNotContain("sender", "@", "192");
        assertThat(write(kept.items(), ExportOptions.defaults().withSenders(true)))
                .contains("\"sender\":{\"email\":\"sami@reader.example\",\"ip\":\"192.0.2.7\",\"member\":\"9\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": | column 9: is not well-formed JSON",
                "{\"type\":\"author\"} {} | column 19: is not well-formed JSON",
                "[1] | is no JSON object",
                "{} | does not say its type",
                "{\"type\":7} | does not say its type",
                "{\"type\":\"video\"} | has the type \"video\", which nobody knows",
                "{\"type\":\"author\"} | author: lacks the object \"author\"",
                "{\"type\":\"author\",\"author\":[]} | author: lacks the object \"author\"",
                "{\"type\":\"author\",\"author\":{\"slug\":\" \"}} | author author: an author needs a slug",
                "{\"type\":\"author\",\"author\":{}} | author author: is missing: slug",
                "{\"type\":\"author\",\"author\":{\"slug\":{}}} | author author.slug: is not what this field takes",
                "{\"type\":\"article\",\"article\":{\"id\":\"1\",\"slug\":\"a\",\"status\":\"published\"}} "
                        + "| article article: article 1 is PUBLISHED but has no date",
                "{\"type\":\"article\",\"article\":{\"id\":\"1\",\"slug\":\"a\",\"status\":\"draft\",\"publishedAt\":\"soon@x.y\"}} "
                        + "| article article.publishedAt: is not what this field takes",
                "{\"type\":\"article\",\"article\":{\"id\":\"1\",\"slug\":\"a\",\"status\":\"draft\",\"tags\":[{\"key\":\"\"}]}} "
                        + "| article article.tags[0]: a tag key has 1 to 200 characters, not \"\"",
                "{\"type\":\"redirect\",\"from\":\"a\",\"to\":\"/b\"} | redirect: no redirect leads from \"a\" to \"/b\"",
                "{\"type\":\"redirect\",\"to\":\"/b\"} | redirect: is missing: from",
                "{\"type\":\"balance\",\"article\":\"1\",\"at\":\"2026-10-05T10:00:00Z\",\"views\":-1} "
                        + "| balance: article 1 can't have been counted below zero",
                "{\"type\":\"author\",\"type\":\"site\"} | is not well-formed JSON"
            })
    void tellsWhatIsWrongWithALineAndGoesOn(String line, String problem) {
        Wxrs.Result result = read(AUTHOR + "\n" + line + "\n\n" + AUTHOR);
        assertThat(result.items()).hasSize(2);
        assertThat(result.report().problems()).singleElement().satisfies(only -> {
            assertThat(only.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(only.toString())
                    .startsWith("test.jsonl, line 2")
                    .endsWith(problem)
                    .doesNotContain("@");
        });
        assertThat(result.report().refused()).isFalse();
    }

    @Test
    void passesOverWhatNobodyKnows() {
        Wxrs.Result result =
                read("\uFEFF\n  " + AUTHOR.replace("\"slug\"", "\"new\":{\"a\":[1]},\"slug\"") + "\r\n \t\n");
        assertThat(result.report().problems()).isEmpty();
        assertThat(result.authors()).hasSize(1);
    }

    @Test
    void leavesOutALineThatIsTooLongWithoutHoldingIt() throws IOException {
        // 1 GiB on one line would not fit into the heap of a test.
        InputStream line = new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                int count = (int) Math.min(left, length);
                java.util.Arrays.fill(buffer, from, from + Math.max(count, 0), (byte) 'x');
                left -= count;
                return count > 0 ? count : -1;
            }
        };
        ContentSource source = new ContentSource() {
            @Override
            public String name() {
                return "long.jsonl";
            }

            @Override
            public void visit(Visitor visitor) throws IOException {
                InputStream before = new ByteArrayInputStream((AUTHOR + "\n").getBytes(StandardCharsets.UTF_8));
                InputStream after = new ByteArrayInputStream(("\n" + AUTHOR).getBytes(StandardCharsets.UTF_8));
                visitor.visit(name(), new SequenceInputStream(new SequenceInputStream(before, line), after));
            }
        };
        List<Item> items = new ArrayList<>();
        ImportReport report = JsonLinesReader.with(ImportOptions.defaults()).read(source, items::add);
        assertThat(items).hasSize(2);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly("long.jsonl, line 2: is longer than 16 MiB");
    }

    @Test
    void refusesValuesWithoutEnd() {
        Wxrs.Result result = read(AUTHOR + "\n{\"type\":\"x\",\"a\":[" + "{},".repeat(200_000) + "1]}\n" + AUTHOR);
        assertThat(result.items()).hasSize(2);
        assertThat(result.report().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("300000 values"));
    }

    @Test
    void refusesDepth() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String open : List.of("[", "{\"a\":")) {
                Wxrs.Result result = read(AUTHOR + "\n" + open.repeat(1_000_000) + "\n" + "{\"type\":\"menu\",\"menu\":"
                        + open.repeat(100_000) + "\n" + AUTHOR);
                assertThat(result.items()).hasSize(2);
                assertThat(result.report().problems()).extracting(Problem::line).containsExactly(2L, 3L);
                assertThat(result.report().problems().get(0).message()).contains("100 levels");
            }
        });
    }

    @Test
    void leavesOutWhatIsNotUtf8() {
        byte[] latin =
                (AUTHOR + "\n" + AUTHOR.replace("mona", "é") + "\n" + AUTHOR).getBytes(StandardCharsets.ISO_8859_1);
        Wxrs.Result result = read(latin, ImportOptions.defaults());
        assertThat(result.items()).hasSize(2);
        assertThat(result.report().problems())
                .extracting(Problem::toString)
                .containsExactly("test.jsonl, line 2: is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "\n\n<rss>", "[{}]", "PK\u0003\u0004", "\"{\""})
    void refusesWhatIsNoJsonLines(String text) {
        Wxrs.Result result = read(text + "\n" + AUTHOR);
        assertThat(result.items()).isEmpty();
        assertThat(result.fatal().line()).isPositive();
        assertThat(result.fatal().message()).contains("is not JSON lines");
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(read("").report().toString()).isEqualTo("test.jsonl (Byline JSON lines): nothing");
    }

    @Test
    void aFailingMachineIsAnException() {
        ContentSource missing = ContentSource.file(Path.of("no", "such", "file.jsonl"));
        assertThatThrownBy(() -> JsonLinesReader.with(ImportOptions.defaults()).read(missing, item -> {}))
                .isInstanceOf(ContentException.class)
                .hasMessage("can't read file.jsonl")
                .hasCauseInstanceOf(IOException.class);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> JsonLinesWriter.with(ExportOptions.defaults())
                        .write(List.of(new Item.Redirect("/a", "/b")), full))
                .isInstanceOf(ContentException.class)
                .hasRootCauseMessage("no space left");
    }
}
