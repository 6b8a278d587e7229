package dev.byline.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file, served for real in this process on a free port. */
class NewsSiteTest {
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    static Path folder;

    private static int port;

    @BeforeAll
    static void serve() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        NewsSite.main(new String[] {"../sample/site.jsonl", folder.toString(), "" + port, "2026-11-20T12:00:00Z"});
    }

    @Test
    void the_front_page_lists_and_searches() throws Exception {
        assertThat(get("/")).contains("Ships drawn by eye", "صابون").doesNotContain("Notes on dragon trees");
        assertThat(get("/?q=falcon")).contains("falcon season opens").doesNotContain("Ships drawn by eye");
    }

    @Test
    void a_news_page_has_every_block() throws Exception {
        assertThat(get("/ships-drawn-by-eye"))
                .contains(
                        "<h1>Ships drawn by eye</h1>",
                        "<h2>Skin first, bones later</h2>",
                        "<h2>Related</h2><p><a href",
                        "<h2>Popular</h2><p><a href",
                        "<h2>Around</h2><p><a href",
                        "I can’t even hang a picture straight",
                        "Your email address will not be published. Required fields are marked *");
    }

    @Test
    void what_is_not_public_is_not_served() throws Exception {
        assertThat(get("/notes-on-dragon-trees")).doesNotContain("<h1>");
    }

    @Test
    void a_comment_gets_an_answer() throws Exception {
        assertThat(post("/wheels-of-hama", "name=Ana&email=ana%40example.org&text=How+loud+are+they%3F"))
                .contains("Your comment: WAITING");
        assertThat(post("/wheels-of-hama", "name=&email=nowhere&text=+")).contains("Your comment: REFUSED<br>");
    }

    @Test
    void the_file_is_at_most_a_hundred_lines_and_stands_in_the_readme() throws Exception {
        String file = Files.readString(Path.of("src/main/java/dev/byline/examples/embed/NewsSite.java"));
        assertThat(file.lines().count()).isLessThanOrEqualTo(100);
        String readme = Files.readString(Path.of("../../README.md"));
        int start = readme.indexOf("```java\n") + "```java\n".length();
        String snippet = readme.substring(start, readme.indexOf("```", start));
        assertThat(snippet.lines().filter(line -> !line.isBlank()).count()).isGreaterThan(20);
        assertThat(file.lines().map(String::strip))
                .containsSubsequence(snippet.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static String get(String path) throws IOException, InterruptedException {
        return BROWSER.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String post(String path, String form) throws IOException, InterruptedException {
        return BROWSER.send(
                        HttpRequest.newBuilder(address(path))
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
