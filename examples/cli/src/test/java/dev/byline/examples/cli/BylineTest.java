package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BylineTest {
    @TempDir
    static Path sampleFolder;

    @TempDir
    Path folder;

    @BeforeAll
    static void sampleSite() {
        Run.of("import", "--site", sampleFolder.toString(), "../sample/site.jsonl")
                .succeeds();
        String events = read(Path.of("../sample/events.jsonl"));
        Run.with(events, "record", "--site", sampleFolder.toString()).succeeds();
    }

    @Test
    void a_page_shows_every_block() {
        String page =
                Run.of("page", "--sample", "ships-drawn-by-eye").succeeds().out();
        assertThat(page)
                .contains(
                        "The Lateen Post",
                        "Home | Saudi Arabia | UAE | Bahrain | Yemen | Qatar | Afghanistan | Iran | Iraq",
                        "Search...",
                        "Ships drawn by eye",
                        "in UAE, ",
                        "25 August 2026 · 3 comments",
                        "## Skin first, bones later",
                        "Tags: Dhows · Crafts · Wood",
                        "Related Posts",
                        "3 Comments",
                        "Your email address will not be published. Required fields are marked *",
                        "Cancel reply",
                        "Popular Posts",
                        "1. ",
                        "5. ",
                        "Previous Post: ",
                        "Next Post: ",
                        "About | Contact | Privacy",
                        "© 2026");
    }

    @Test
    void a_page_is_whole_as_json() {
        JsonNode page =
                sample("page", "ships-drawn-by-eye", "--json").succeeds().json();
        assertThat(page.path("publication").path("name").asString()).isEqualTo("The Lateen Post");
        assertThat(page.path("menu").path("entries")).hasSize(13);
        assertThat(page.path("article").path("headline").asString()).isEqualTo("Ships drawn by eye");
        assertThat(page.path("article").path("image").path("alt").asString()).isNotBlank();
        assertThat(page.path("related")).hasSize(4).allSatisfy(card -> {
            assertThat(card.path("label").asString()).isNotBlank();
            assertThat(card.path("excerpt").asString().split("\\s+")).hasSizeLessThanOrEqualTo(20);
            assertThat(card.path("reasons")).isNotEmpty();
            assertThat(card.path("slug").asString()).isNotEqualTo("ships-drawn-by-eye");
        });
        assertThat(page.path("comments")).hasSize(3);
        assertThat(page.path("comments").get(2).path("depth").asInt()).isEqualTo(2);
        assertThat(page.path("form").path("fields")).hasSize(4);
        assertThat(page.path("popular")).hasSize(5);
        assertThat(page.path("popular").get(0).path("shares").asLong()).isPositive();
        assertThat(page.path("previous").path("slug").asString()).isNotBlank();
        assertThat(page.path("next").path("slug").asString()).isNotBlank();
        assertThat(page.path("pages")).hasSize(3);
    }

    @Test
    void a_page_is_whole_as_html() throws IOException {
        Path file = folder.resolve("page.html");
        sample("page", "صابون-نابلس-من-الزيتون-إلى-المفرش", "--html", file.toString())
                .succeeds();
        var html = org.jsoup.Jsoup.parse(file, "UTF-8");
        assertThat(html.select("article").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("article h2").eachText().get(0)).startsWith("صابون نابلس");
        assertThat(html.select("nav")).hasSize(2);
        assertThat(html.select("section h3 a[href]")).hasSize(4);
        assertThat(html.select("aside ol li")).hasSize(5);
        assertThat(html.select("form[method=post] [required]")).hasSize(3);
        assertThat(html.select("script")).isEmpty();
    }

    @Test
    void the_sample_page_is_the_same_on_any_day() {
        assertThat(Run.of("page", "--sample").out())
                .isEqualTo(Run.of("page", "--sample").out());
    }

    @Test
    void an_old_slug_leads_to_the_article() {
        assertThat(sample("page", "dhow-yards-of-the-gulf").succeeds().out())
                .contains("moved here from dhow-yards-of-the-gulf", "Ships drawn by eye");
    }

    @Test
    void a_static_page_has_no_place_in_the_news() {
        assertThat(sample("page", "contact").succeeds().out())
                .contains("Contact", "Popular Posts")
                .doesNotContain("Related Posts", "Leave a Reply", "Next Post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"five-dates-to-know", "notes-on-dragon-trees", "readers-coffee-evening"})
    void what_is_not_public_is_shown_to_editors_alone(String slug) {
        Run refused = sample("page", slug);
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("is not public", "--preview");
        sample("page", slug, "--preview").succeeds();
    }

    @Test
    void time_brings_the_scheduled_article_out() {
        assertThat(sample("page", "five-dates-to-know", "--now", "2026-11-24T06:00:00Z")
                        .succeeds()
                        .out())
                .contains("Five dates to know by sight");
        assertThat(sample("search", "sight", "--now", "2026-11-24T06:00:00Z")
                        .succeeds()
                        .out())
                .contains("Five dates to know by sight");
        assertThat(sample("search", "\"know by sight\"").succeeds().out()).contains("No Result");
    }

    @Test
    void menus_are_printed_in_the_editors_order() {
        assertThat(sample("menu", "main").succeeds().out())
                .containsSubsequence(
                        "Home",
                        "Saudi Arabia",
                        "UAE",
                        "Bahrain",
                        "Yemen",
                        "Qatar",
                        "Afghanistan",
                        "Iran",
                        "Iraq",
                        "Syria",
                        "Lebanon",
                        "Palestine",
                        "Israel");
        assertThat(sample("menu", "nothing").code()).isEqualTo(Byline.REFUSED);
    }

    @Test
    void related_and_popular_say_why() {
        assertThat(sample("related", "ships-drawn-by-eye", "--explain")
                        .succeeds()
                        .out())
                .contains("R-");
        assertThat(sample("popular", "--explain").succeeds().out()).contains("1. ", "P-");
        assertThat(sample("popular", "--window", "all", "--json").succeeds().json())
                .hasSize(5);
        assertThat(sample("popular", "--window", "yesterdayish").code()).isEqualTo(Byline.USAGE);
    }

    @Test
    void a_comment_is_reviewed_and_stored() {
        String site = copyOfSample();
        Run held = Run.of(
                        "comment",
                        "--site",
                        site,
                        "ships-drawn-by-eye",
                        "--name",
                        "Ana",
                        "--email",
                        "ana@example.org",
                        "--text",
                        "Which wood is the keel of?")
                .succeeds();
        assertThat(held.out()).startsWith("held");
        JsonNode rejected = Run.with(
                        "  ", "comment", "--site", site, "ships-drawn-by-eye", "--email", "nowhere", "--json")
                .json();
        assertThat(rejected.path("decision").path("state").asString()).isEqualTo("rejected");
        assertThat(rejected.path("decision").path("violations")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rejected.toString()).doesNotContain("nowhere");
        Run twice = Run.of(
                "comment",
                "--site",
                site,
                "ships-drawn-by-eye",
                "--name",
                "Ana",
                "--email",
                "ana@example.org",
                "--text",
                "Which wood is the keel of?");
        assertThat(twice.code()).isEqualTo(Byline.REFUSED);
        assertThat(twice.out()).contains("comment_duplicate");
    }

    @Test
    void broken_events_are_told_by_line_and_the_rest_counts() {
        String site = copyOfSample();
        Run recorded = Run.with("""
                {"kind":"view","article":"norias","at":"2026-11-20T11:00:00Z","visitor":"one"}
                {"kind":"view","article":"norias","at":"2026-11-20T11:01:00Z","visitor":"one"}
                {"kind":"view","article":"unheard-of","at":"2026-11-20T11:00:00Z"}
                {"kind":"applause","article":"norias","at":"2026-11-20T11:00:00Z"}
                not json
                {"kind":"share","article":"wheels-of-hama","at":"2026-11-20T11:00:00Z","network":"x"}
                """, "record", "--site", site);
        assertThat(recorded.succeeds().out())
                .contains("line 3: there is no article", "line 4: ", "line 5: ", "2 events counted", "1 repeated view");
    }

    @Test
    void importing_twice_changes_nothing() {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
        assertThat(Run.of("import", "--site", folder.toString(), "../sample/site.jsonl")
                        .succeeds()
                        .out())
                .contains("nothing was changed");
    }

    @Test
    void a_refused_import_changes_nothing() throws IOException {
        String site = folder.resolve("site").toString();
        Run.of("import", "--site", site, "../sample/site.jsonl").succeeds();
        String before = Run.of("page", "--site", site).succeeds().out();
        Path broken = Files.writeString(
                folder.resolve("broken.xml"),
                "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\n<wp:wxr_version>1.2</wp:wxr_version>\n<item>");
        Run refused = Run.of("import", "--site", site, broken.toString());
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.out())
                .contains("broken.xml, line 3", "Nothing was changed.")
                .doesNotContain("Exception");
        assertThat(Run.of("page", "--site", site).succeeds().out()).isEqualTo(before);
    }

    @Test
    void a_missing_or_foreign_folder_is_told_with_what_to_do() throws IOException {
        for (String command : List.of("page", "menu", "popular")) {
            Run missing = Run.of(command, "--site", folder.resolve("nowhere").toString());
            assertThat(missing.code()).isEqualTo(Byline.FAILED);
            assertThat(missing.err()).contains("byline import").doesNotContain("Exception");
        }
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("notes.txt"), "not a site");
        assertThat(Run.of("import", "--site", foreign.toString(), "../sample/site.jsonl")
                        .code())
                .isEqualTo(Byline.FAILED);
        assertThat(foreign.resolve("notes.txt")).hasContent("not a site");
    }

    @Test
    void a_site_outlives_the_loss_of_the_file_that_names_its_generation() throws IOException {
        String site = copyOfSample();
        String page =
                Run.of("page", "--site", site, "ships-drawn-by-eye").succeeds().out();
        Files.delete(Path.of(site, "current"));
        assertThat(Run.of("page", "--site", site, "ships-drawn-by-eye")
                        .succeeds()
                        .out())
                .isEqualTo(page);
        assertThat(Run.of("import", "--site", site, "../sample/site.jsonl")
                        .succeeds()
                        .out())
                .contains("nothing was changed");
    }

    @Test
    void a_lost_or_damaged_index_is_built_anew() throws IOException {
        String site = copyOfSample();
        for (boolean lost : List.of(true, false)) {
            try (Stream<Path> files = Files.walk(Path.of(site, "generations"))) {
                for (Path file : files.filter(file -> file.toString().contains("index"))
                        .filter(file -> Files.isRegularFile(file) && !file.endsWith("write.lock"))
                        .toList()) {
                    if (lost) {
                        Files.delete(file);
                    } else {
                        Files.write(file, new byte[] {1, 2, 3});
                    }
                }
            }
            assertThat(Run.of("search", "--site", site, "falcon").succeeds().out())
                    .contains("falcon season opens in Qatar");
        }
    }

    @Test
    void what_is_no_export_is_refused() throws IOException {
        for (String content : List.of("{\"a\":1}\n", "[\n1,\n2]\n", "plain words\n", "<html></html>", "")) {
            Path file = Files.writeString(folder.resolve("no-export"), content);
            Path site = folder.resolve("none");
            Run refused = Run.of("import", "--site", site.toString(), file.toString());
            assertThat(refused.code()).as(content).isEqualTo(Byline.REFUSED);
            assertThat(refused.out() + refused.err()).doesNotContain("Exception", "has all of it");
            assertThat(Run.of("page", "--site", site.toString()).code()).isEqualTo(Byline.FAILED);
        }
    }

    @Test
    void a_wrong_command_line_is_told() {
        assertThat(sample("popular", "-n", "0").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("page", "--now", "yesterday").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("unheard-of").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("import", "--site", folder.toString(), "nothing.xml").code())
                .isEqualTo(Byline.REFUSED);
        assertThat(Run.of("--help").succeeds().out()).contains("import", "page", "Exit codes");
    }

    @Test
    void an_error_is_json_where_json_was_asked_for() {
        Run unknown = sample("page", "unheard-of", "--json");
        assertThat(unknown.code()).isEqualTo(Byline.REFUSED);
        assertThat(unknown.json().path("error").asString()).contains("unheard-of");
    }

    @Test
    void foreign_text_never_moves_the_cursor() throws IOException {
        Path hostile = Files.writeString(folder.resolve("hostile.jsonl"), """
                {"type":"article","article":{"id":"h","slug":"h","headline":"red \\u001b[31m\\u202e title","body":"<p>bell \\u0007</p>","status":"published","publishedAt":"2026-11-01T00:00:00Z"}}
                """);
        String site = folder.resolve("site").toString();
        Run.of("import", "--site", site, hostile.toString()).succeeds();
        for (Run run : List.of(Run.of("page", "--site", site), Run.of("search", "--site", site, "red"))) {
            assertThat(run.succeeds().out()).contains("title").doesNotContain("\u001b", "\u0007", "\u202e");
        }
    }

    private static Run sample(String command, String... args) {
        List<String> line = new ArrayList<>(List.of(command, "--site", sampleFolder.toString()));
        line.addAll(List.of(args));
        return Run.of(line.toArray(String[]::new));
    }

    private String copyOfSample() {
        String site = folder.resolve("copy").toString();
        Run.of("import", "--site", site, "../sample/site.jsonl").succeeds();
        return site;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
