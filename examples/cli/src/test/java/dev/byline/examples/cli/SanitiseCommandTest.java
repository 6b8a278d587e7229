package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SanitiseCommandTest {
    private static final String BODY = "<h2 onclick=\"go()\">Skin first</h2><p style='color:red'>Bones <b>later</b>."
            + "<script>alert(1)</script></p><iframe src=\"https://video.example/1\"></iframe>";

    @TempDir
    Path folder;

    private static Run bytes(byte[] in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Byline.run(args, new ByteArrayInputStream(in), out, err, InstantSource.fixed(Instant.EPOCH), false);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void gives_what_is_printed() {
        assertThat(Run.with(BODY, "sanitise").succeeds().out())
                .isEqualTo("<h2>Skin first</h2><p>Bones <b>later</b>.</p>\n");
        assertThat(Run.with(BODY, "sanitise", "--preset", "basic").succeeds().out())
                .isEqualTo("Skin first\n<p>Bones <b>later</b>.</p>\n");
        assertThat(Run.with(BODY, "sanitise", "--preset", "NONE").succeeds().out())
                .isEqualTo("Skin first\nBones later.\n");
        assertThat(Run.with(BODY, "sanitise", "--text").succeeds().out()).isEqualTo("Skin first\nBones later.\n");
        assertThat(Run.with("", "sanitise").succeeds().out()).isEmpty();
    }

    @Test
    void lets_embeds_pass_from_hosts_that_are_named() {
        assertThat(Run.with(BODY, "sanitise", "--embeds-from", "a.example", "--embeds-from", "video.example")
                        .succeeds()
                        .out())
                .contains("<iframe src=\"https://video.example/1\">");
        Run address = Run.with(BODY, "sanitise", "--embeds-from", "https://video.example/");
        assertThat(address.code()).isEqualTo(Byline.USAGE);
        assertThat(address.err()).contains("\"https://video.example/\" is no host name");
    }

    @Test
    void reads_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("body.html"), "\uFEFF<p>قناة <i>ماء</i></p>\n");
        assertThat(Run.of("sanitise", file.toString()).succeeds().out()).isEqualTo("<p>قناة <i>ماء</i></p>\n");
        for (Path none : new Path[] {folder, folder.resolve("nothing.html")}) {
            Run refused = Run.of("sanitise", none.toString());
            assertThat(refused.code()).isEqualTo(Byline.REFUSED);
            assertThat(refused.err()).isEqualTo("byline: there is no readable file " + none + "\n");
        }
    }

    @Test
    void says_more_as_json() {
        JsonNode answer = Run.with("<p>one two 水<br>three</p><script>x</script>", "sanitise", "--json")
                .succeeds()
                .json();
        assertThat(answer.path("preset").asString()).isEqualTo("news");
        assertThat(answer.path("html").asString()).isEqualTo("<p>one two 水<br>three</p>");
        assertThat(answer.path("changed").asBoolean()).isTrue();
        assertThat(answer.path("text").asString()).isEqualTo("one two 水\nthree");
        assertThat(answer.path("words").asInt()).isEqualTo(4);
        assertThat(answer.path("readingMinutes").asInt()).isEqualTo(1);
        JsonNode clean = Run.with("<p>a</p>", "sanitise", "--json").succeeds().json();
        assertThat(clean.path("changed").asBoolean()).isFalse();
    }

    @Test
    void needs_no_site_and_knows_none() {
        assertThat(Run.with("a", "sanitise", "--site", folder.toString()).code())
                .isEqualTo(Byline.USAGE);
        assertThat(Run.with("a", "sanitise", "--preset", "loose").code()).isEqualTo(Byline.USAGE);
        assertThat(folder).isEmptyDirectory();
        assertThat(Run.of("sanitise", "--help").succeeds().out()).contains("--embeds-from=HOST", "4 MiB");
    }

    @Test
    void refuses_what_is_not_utf_8() {
        Run refused = bytes(new byte[] {'<', 'p', '>', '\n', 'a', (byte) 0xE9, 'b'}, "sanitise");
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.err()).isEqualTo("byline: standard input is not UTF-8: see line 2\n");
        assertThat(refused.out()).isEmpty();
        // The beginning of a character alone, a surrogate, and one byte too few at the end.
        for (byte[] broken :
                new byte[][] {{(byte) 0xF0, (byte) 0x9F}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {'a', (byte) 0xC3}
                }) {
            Run asJson = bytes(broken, "sanitise", "--json");
            assertThat(asJson.code()).isEqualTo(Byline.REFUSED);
            assertThat(asJson.json().path("error").asString()).contains("is not UTF-8");
        }
    }

    @Test
    void refuses_more_than_it_holds() {
        byte[] most = "a".repeat(SmallFile.MOST).getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes(most, "sanitise", "--preset", "none").succeeds().out()).hasSize(SmallFile.MOST + 1);
        byte[] more = "a".repeat(SmallFile.MOST + 1).getBytes(StandardCharsets.US_ASCII);
        Run refused = bytes(more, "sanitise");
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.err()).isEqualTo("byline: standard input holds more than 4 MiB\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<iframe srcdoc=\"<script>alert(1)</script>\">",
                "<p>\u0000\u001b]0;title\u0007\u009b31mred",
                "<<<<>>>><p <p <p",
                "<!--><script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void hostile_input_comes_out_tame_and_the_same_again(String html) {
        for (String preset : new String[] {"news", "basic", "none"}) {
            String once =
                    Run.with(html, "sanitise", "--preset", preset).succeeds().out();
            assertThat(Run.with(once, "sanitise", "--preset", preset).succeeds().out())
                    .isEqualTo(once);
            var read = Jsoup.parseBodyFragment(once);
            assertThat(read.select("script, style, svg, math, iframe, noscript, [onerror], [srcdoc], [style]"))
                    .isEmpty();
            assertThat(read.select("[href^=j], [href^=J]")).isEmpty();
            assertThat(once.chars()).noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c));
        }
        assertThat(Run.with(html, "sanitise", "--text").succeeds().out().chars())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<div><table>", "&", "<a href='", "[x]", "<!--", "</p>"})
    void much_of_the_worst_is_no_more_than_long(String piece) {
        String html = piece.repeat((1 << 18) / piece.length());
        assertThat(Run.with(html, "sanitise", "--json").code()).isEqualTo(Byline.DONE);
    }

    @Test
    void too_little_memory_is_told_without_a_trace() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("for the test");
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                return read();
            }
        };
        int code = Byline.run(
                new String[] {"sanitise"},
                in,
                new ByteArrayOutputStream(),
                err,
                InstantSource.fixed(Instant.EPOCH),
                false);
        assertThat(code).isEqualTo(Byline.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("byline: there is not enough memory")
                .hasLineCount(1);
    }
}
