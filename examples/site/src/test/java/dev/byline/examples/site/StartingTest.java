package dev.byline.examples.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.comment.*;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** A site of somebody's own, from its first start on, and the starts that fail. */
class StartingTest {
    private static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private static ConfigurableApplicationContext start(Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--byline.folder=" + folder, "--server.port=" + RunningSite.freePort(), "--byline.form-seconds=0"));
        arguments.addAll(List.of(more));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--byline.moderator-password="))) {
            arguments.add("--byline.moderator-password=secret");
        }
        return NewsSite.application().registerShutdownHook(false).run(arguments.toArray(String[]::new));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext site, String path)
            throws IOException, InterruptedException {
        String port = site.getEnvironment().getProperty("server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static FailureAnalysis failure(Path folder, String... more) {
        Throwable thrown = catchThrowable(() -> start(folder, more).close());
        return Objects.requireNonNull(new StartFailures().analyze(thrown), "the analysis of " + thrown);
    }

    @Test
    void a_site_of_markdown_files_opens_with_a_menu_and_its_old_addresses() throws IOException, InterruptedException {
        Path posts = Files.createDirectories(folder.resolve("posts"));
        Files.writeString(posts.resolve("2026-03-01-ferry.md"), """
                ---
                title: The ferry leaves at six
                slug: search
                date: 2026-03-01T08:00:00Z
                categories: [Harbour Life]
                aliases: [/2019/05/04/old-ferry/]
                ---
                The first ferry leaves at six, and whoever is late waits for an hour on the quay.
                """);
        try (ConfigurableApplicationContext site = start(folder.resolve("site"), "--byline.import=" + posts)) {
            assertThat(get(site, "/").body())
                    .contains("The ferry leaves at six", "aria-label=\"Regions\"", ">Harbour Life</a>");
            assertThat(get(site, "/search-article").body()).contains("whoever is late");
            assertThat(get(site, "/2019/05/04/old-ferry").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/search-article"));
            ArticleId ferry = site.getBean(ArticleStore.class)
                    .bySlug("search-article", Instant.now())
                    .orElseThrow()
                    .article()
                    .id();
            manyComments(site, ferry);
            firstApprovals(site, ferry);

            FailureAnalysis second = failure(folder.resolve("site"), "--byline.import=" + posts);
            assertThat(second.getDescription()).isNotBlank();
            assertThat(second.getAction()).contains("Is another process at work on byline.folder?");
        }
        Files.delete(posts.resolve("2026-03-01-ferry.md"));
        Files.delete(posts);
        try (ConfigurableApplicationContext again = start(
                folder.resolve("site"),
                "--byline.import=" + posts,
                "--byline.base-url=https://ferry.example",
                "--byline.moderator-password=another")) {
            assertThat(get(again, "/").body()).contains("The ferry leaves at six");
            assertThat(get(again, "/search-article").body()).contains("\"https://ferry.example/search-article\"");
            assertThat(get(again, "/robots.txt").body()).contains("https://ferry.example/sitemap.xml");
            String kept =
                    again.getBean(Members.class).loadUserByUsername("moderator").getPassword();
            assertThat(again.getBean(PasswordEncoder.class).matches("another", kept))
                    .isTrue();
        }
    }

    private static void manyComments(ConfigurableApplicationContext site, ArticleId article)
            throws IOException, InterruptedException {
        Comments comments = site.getBean(Comments.class);
        for (int i = 0; i < 25; i++) {
            comments.save(
                    ModeratedComment.of(comment(article, "c" + i, CommentState.APPROVED, "Is it number " + i + "?", i)),
                    Sender.unknown(),
                    List.of());
        }
        assertThat(get(site, "/search-article").body())
                .contains("Is it number 19?", "/search-article/comments?page=2")
                .doesNotContain("Is it number 20?");
        assertThat(get(site, "/search-article/comments?page=2").body())
                .contains("Is it number 20?", "/search-article/comments?page=1")
                .doesNotContain("Is it number 19?");
        assertThat(get(site, "/search-article/comments?comment=c24").body()).contains("Is it number 24?");
    }

    private static Comment comment(ArticleId article, String id, CommentState state, String text, int second) {
        return new Comment(
                CommentId.of(id),
                article,
                null,
                Comment.Kind.COMMENT,
                state,
                "Ines",
                "",
                text,
                DAY.plusSeconds(second));
    }

    private static void firstApprovals(ConfigurableApplicationContext site, ArticleId article) {
        Comments comments = site.getBean(Comments.class);
        Comment held = comment(article, "held", CommentState.HELD, "Does it run on Fridays?", 0);
        comments.save(ModeratedComment.of(held), Sender.unknown(), List.of());
        long before = said(site, article);
        Instant now = Instant.now();
        comments.moderate(held.id(), one -> one.approve("m", now, ""));
        assertThat(said(site, article)).isEqualTo(before + 1);
        comments.moderate(held.id(), one -> one.hold("m", now, ""));
        comments.moderate(held.id(), one -> one.approve("m", now, ""));
        assertThat(said(site, article)).isEqualTo(before + 1);
        comments.moderate(CommentId.of("c3"), one -> one.hold("m", now, ""));
        comments.moderate(CommentId.of("c3"), one -> one.approve("m", now, ""));
        assertThat(said(site, article)).isEqualTo(before + 1);
    }

    private static long said(ConfigurableApplicationContext site, ArticleId article) {
        return site.getBean(EngagementStore.class)
                .tallies(List.of(article), Window.all(), Instant.now().plus(Duration.ofDays(1)))
                .getOrDefault(article, Tally.NONE)
                .counted()
                .comments();
    }

    @Test
    void a_folder_may_be_relative() throws IOException {
        Path relative = Path.of("target/a-site-of-a-test");
        try (ConfigurableApplicationContext site = start(relative)) {
            assertThat(relative.resolve("site.mv.db")).exists();
            assertThat(site.getBean(ArticleStore.class).bySlug("ships-drawn-by-eye", Instant.now()))
                    .isPresent();
        } finally {
            FileSystemUtils.deleteRecursively(relative);
        }
    }

    @Test
    void an_import_that_is_not_there_is_told_in_a_sentence_and_leaves_nothing_behind() throws IOException {
        FailureAnalysis missing = failure(folder.resolve("site"), "--byline.import=" + folder.resolve("nothing.xml"));
        assertThat(missing.getDescription()).contains("there is nothing at byline.import=", "nothing.xml");
        Path unreadable = Files.writeString(folder.resolve("x.bin"), "what is this");
        FailureAnalysis strange = failure(folder.resolve("site"), "--byline.import=" + unreadable);
        assertThat(strange.getDescription()).contains("nothing in", "can be read");
        try (ConfigurableApplicationContext sample = start(folder.resolve("site"))) {
            assertThat(sample.getBean(java.time.InstantSource.class).instant())
                    .isBetween(Instant.parse("2026-11-20T12:00:00Z"), Instant.parse("2026-11-20T12:05:00Z"));
        }
    }

    @Test
    void a_database_that_does_not_open_is_told_in_a_sentence() {
        FailureAnalysis wrong = failure(
                folder.resolve("site"), "--spring.datasource.url=jdbc:h2:file:" + folder + "/none;IFEXISTS=TRUE");
        assertThat(wrong.getDescription()).contains("the database does not open", "none");
        SQLException locked = new SQLException("in use", "90020", new IOException("locked"));
        assertThat(Objects.requireNonNull(new StartFailures().analyze(new IllegalStateException(locked)))
                        .getDescription())
                .contains("does not open (90020): in use");
        assertThat(new StartFailures().analyze(new IllegalStateException("a fault of the program")))
                .isNull();
    }
}
