package dev.byline.examples.site;

import dev.byline.article.ArticleStore;
import dev.byline.examples.sql.PostgresServer;
import dev.byline.testkit.CountingArticleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The sample site, served once for all tests of this process, with what a test asks it over HTTP. */
final class RunningSite {
    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable CountingArticleStore calls;
    private final String address;

    private RunningSite() {
        try {
            Path folder = Files.createTempDirectory("byline-site");
            int port = freePort();
            address = "http://localhost:" + port;
            ConfigurableApplicationContext context = NewsSite.application()
                    .initializers(counting())
                    .registerShutdownHook(false)
                    .run(
                            "--byline.folder=" + folder,
                            "--server.port=" + port,
                            "--byline.base-url=" + address,
                            "--byline.moderator-password=" + PASSWORD,
                            "--byline.form-seconds=0",
                            "--spring.datasource.url="
                                    + (SiteDatabase.isPostgres()
                                            ? SiteDatabase.server()
                                            : "jdbc:h2:file:" + folder.resolve("site") + ";WRITE_DELAY=0"),
                            "--spring.datasource.username=" + (SiteDatabase.isPostgres() ? PostgresServer.USER : "sa"),
                            "--byline.trusted-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts what counts the calls before the store. */
    private ApplicationContextInitializer<ConfigurableApplicationContext> counting() {
        return starting -> starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof ArticleStore store)) {
                    return bean;
                }
                CountingArticleStore counted = CountingArticleStore.of(store);
                calls = counted;
                return counted;
            }
        });
    }

    /** How many calls of the store a page costs, once it has been asked for before. */
    long storeCalls(String path) {
        CountingArticleStore counted = Objects.requireNonNull(calls, "calls");
        counted.reset();
        get(path);
        return counted.reads();
    }

    private static final class Holder {
        static final RunningSite SITE = new RunningSite();
    }

    static RunningSite get() {
        if (SiteDatabase.isPostgres()) {
            // Here, where a test is skipped that has none.
            SiteDatabase.server();
        }
        return Holder.SITE;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    /** An address in a network that no other reader of these tests comes from. */
    static String otherNetwork() {
        int number = NETWORKS.incrementAndGet();
        return "10." + number / 250 + "." + number % 250 + ".7";
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** A form as a browser at this address posts it, without a token. */
    HttpResponse<String> post(String path, String form, String from) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
                .header("X-Forwarded-For", from)
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
