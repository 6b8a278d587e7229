package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markdown from the command line: what is read, and how what can't be is told. */
class MarkdownImportTest {
    private static final String POST = "---\ntitle: Bridge closed\ndate: 2026-10-01\n---\nThe *bridge* is closed.\n";

    @TempDir
    Path folder;

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private Run imported(Path what, String... options) {
        String[] args = new String[4 + options.length];
        args[0] = "import";
        args[1] = "--site";
        args[2] = folder.resolve("site").toString();
        args[3] = what.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Run.of(args);
    }

    @Test
    void a_file_becomes_a_page() throws IOException {
        Path file = write("bridge-closed.md", POST);
        assertThat(imported(file).succeeds().out()).contains("bridge-closed.md (Markdown): 1 article", "1 new");
        assertThat(imported(file).succeeds().out()).contains("nothing was changed");
        assertThat(imported(file, "--format", "markdown").succeeds().out()).contains("nothing was changed");
        assertThat(Run.of(
                                "page",
                                "bridge-closed",
                                "--site",
                                folder.resolve("site").toString())
                        .succeeds()
                        .out())
                .contains("Bridge closed", "The bridge is closed.");
    }

    @Test
    void a_folder_goes_on_after_what_cant_be_read() throws IOException {
        write("posts/2026/a.md", POST);
        write("posts/2026/b.md", "---\ntitle: [\n---\n");
        write("posts/picture.jpg", "no text");
        assertThat(imported(folder.resolve("posts")).succeeds().out())
                .contains("1 article", "left out: 2026/b.md, line 3: has front matter that is no YAML")
                .contains("skipped: 1 × file that is no Markdown");
    }

    @Test
    void what_cant_be_read_alone_is_refused_with_its_line() throws IOException {
        for (String[] bad : new String[][] {
            {"---\ntitle: a\nb: c: d\n---\n", "line 3: has front matter that is no YAML"},
            {"+++\ntitle = 'a\n+++\n", "line 2: has front matter that is no TOML: a text has no end"},
            {"---\ntitle: a\n", "line 1: has front matter without an end"}
        }) {
            Run run = imported(write("bad.md", bad[0]));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).containsOnlyOnce("bad.md, line").contains("fatal: bad.md, " + bad[1]);
            assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception", "XML");
            assertThat(folder.resolve("site/index")).doesNotExist();
        }
        Run plain = imported(write("plain.md", "no front matter"), "--format", "markdown");
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.out()).contains("fatal: plain.md, line 1: has no front matter");
    }

    @Test
    void a_folder_of_which_nothing_can_be_read_is_refused() throws IOException {
        write("posts/a.md", "+++\n");
        write("posts/picture.jpg", "no text");
        Run run = imported(folder.resolve("posts"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("left out: a.md, line 1", "holds no Markdown with front matter that can be read");
    }

    @Test
    void a_page_is_found_by_its_address_and_by_one_that_it_had() throws IOException {
        imported(write("bridge.md", POST.replace("date:", "slug: جسر\naliases: [/old/bridge/]\ndate:")))
                .succeeds();
        String site = folder.resolve("site").toString();
        for (String address : new String[] {"جسر", "/جسر", "جسر/", "bridge", "old/bridge", "/old/bridge/"}) {
            assertThat(Run.of("page", address, "--site", site).succeeds().out())
                    .as(address)
                    .contains("The bridge is closed.");
        }
        assertThat(Run.of("page", "/", "--site", site).code()).isEqualTo(Byline.REFUSED);
    }

    @Test
    void what_holds_nothing_of_the_format_that_was_named_is_refused() throws IOException {
        write("posts/a.md", POST);
        Run run = imported(folder.resolve("posts"), "--format", "wxr");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Nothing was changed.");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void the_summary_tells_of_redirects_and_of_what_was_let_expire() throws IOException {
        Path file = write("bridge.md", POST.replace("date:", "aliases: /old/\nexpiryDate: 2026-10-02\ndate:"));
        assertThat(imported(file).succeeds().out())
                .contains("skipped: 1 × expiry date that had passed", "redirects 1 new");
        assertThat(imported(file, "--honour-expiry").succeeds().out())
                .contains("1 article, 1 redirect, 1 expired article", "articles 0 new, 1 changed");
    }
}
