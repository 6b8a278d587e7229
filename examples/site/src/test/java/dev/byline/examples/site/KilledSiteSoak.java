package dev.byline.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.Window;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in a process of its own, killed under load and started again. */
class KilledSiteSoak {
    private static final String ARTICLE = "dhow-yards";
    private static final String PATH = "/ships-drawn-by-eye";
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
    private static final int WRITERS = 4;
    private static final Duration LOAD = Duration.ofSeconds(4);

    /** What the counters' folder may lag behind, as docs say. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private @Nullable Process site;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record View(long told) {}

    @AfterEach
    void stop() {
        if (site != null) {
            site.destroyForcibly();
        }
    }

    @Test
    void no_acknowledged_comment_is_lost_and_the_counters_lag_by_their_interval_alone() throws Exception {
        start();
        finish();
        long before = views();
        int port = start();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<View> views = new ConcurrentLinkedQueue<>();
        AtomicInteger readers = new AtomicInteger();
        AtomicLong killed = new AtomicLong(Long.MAX_VALUE);
        acknowledged.add(comment(port, readers.incrementAndGet()));
        var threads = Executors.newFixedThreadPool(2 * WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            threads.execute(() -> until(killed, () -> acknowledged.add(comment(port, readers.incrementAndGet()))));
            threads.execute(() -> until(killed, () -> {
                view(port, readers.incrementAndGet());
                views.add(new View(System.nanoTime()));
            }));
        }
        TimeUnit.NANOSECONDS.sleep(LOAD.toNanos());
        killed.set(System.nanoTime());
        site().destroyForcibly().waitFor();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

        assertThat(acknowledged).hasSizeGreaterThan(20);
        long surely = views.stream()
                .filter(view -> view.told() < killed.get() - 2 * INTERVAL.toNanos())
                .count();
        assertThat(surely).isGreaterThan(20);

        int again = start();
        String page = get(again, PATH);
        assertThat(page).contains("Ships drawn by eye");
        List<String> lost = new ArrayList<>();
        finish();
        String url = "jdbc:h2:file:" + folder.resolve("site");
        try (var database = DriverManager.getConnection(url);
                var query = database.prepareStatement("select 1 from site_comment where id = ?")) {
            for (String id : acknowledged) {
                query.setString(1, id);
                try (var found = query.executeQuery()) {
                    if (!found.next()) {
                        lost.add(id);
                    }
                }
            }
        }
        assertThat(lost).as("of " + acknowledged.size() + " comments").isEmpty();
        assertThat(views() - before).isBetween(surely, (long) readers.get());
    }

    private void finish() throws InterruptedException {
        site().destroy();
        assertThat(site().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private long views() {
        ArticleId article = ArticleId.of(ARTICLE);
        try (var counts = EngagementStore.open(folder.resolve("counts"), InstantSource.system())) {
            return Objects.requireNonNull(counts.tallies(List.of(article), Window.all(), LATER)
                            .get(article))
                    .sum()
                    .views();
        }
    }

    private Process site() {
        return Objects.requireNonNull(site, "site");
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void until(AtomicLong end, Step step) {
        while (System.nanoTime() < end.get()) {
            try {
                step.run();
            } catch (IOException | InterruptedException refused) {
                return;
            }
        }
    }

    /** Starts it and waits until it answers. */
    private int start() throws IOException, InterruptedException {
        int port = RunningSite.freePort();
        site = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.byline.examples.site.NewsSite",
                        "--byline.folder=" + folder,
                        "--server.port=" + port,
                        "--byline.form-seconds=0",
                        "--byline.trusted-proxies=127\\.0\\.0\\.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log" + port).toFile())
                .start();
        for (int i = 0; i < 600 && site().isAlive(); i++) {
            try {
                get(port, "/robots.txt");
                return port;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("log" + port)));
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    private static String from(int reader) {
        return "10." + reader / 62_500 + "." + reader / 250 % 250 + "." + reader % 250;
    }

    /** A reader who opens the page and sends its form; returns the id of the comment that was acknowledged. */
    private static String comment(int port, int reader) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI address = URI.create("http://127.0.0.1:" + port + PATH + "/comments");
        String page = browser.send(
                        HttpRequest.newBuilder(address)
                                .header("User-Agent", AGENT)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        String form = "_csrf=" + hidden(page, "_csrf") + "&token=" + hidden(page, "token") + "&name=Reader" + reader
                + "&email=reader" + reader + "%40news.example&text=Question+number+" + reader
                + "&homepage=&parent=&url=";
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("User-Agent", AGENT)
                        .header("X-Forwarded-For", from(reader))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("#comment-") + "#comment-".length());
    }

    private static String hidden(String page, String name) {
        int at = page.indexOf("name=\"" + name + "\" value=\"") + name.length() + 15;
        return page.substring(at, page.indexOf('"', at));
    }

    private static void view(int port, int reader) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/beacon"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("User-Agent", AGENT)
                        .header("X-Forwarded-For", from(reader * 250))
                        .POST(BodyPublishers.ofString("article=" + ARTICLE))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
