package dev.byline.examples.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, started once for all tests of this process; where there is none, they are skipped. */
final class Browser {
    // A browser that says it has no head is no reader.
    private static final String AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private static final double MOST_MILLISECONDS = 10_000;

    private Browser() {}

    private static final class Holder {
        static final com.microsoft.playwright.Browser BROWSER = start();

        private static com.microsoft.playwright.Browser start() {
            Path chromium = found().orElseThrow();
            return Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }

    private static Optional<Path> found() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What a reader looks through, from a network of their own. */
    static BrowserContext reader(com.microsoft.playwright.Browser.NewContextOptions options) {
        Assumptions.assumeTrue(found().isPresent(), "no Chromium in /usr/bin: apt-get install chromium");
        BrowserContext context = Holder.BROWSER.newContext(options.setUserAgent(AGENT)
                .setBaseURL(RunningSite.get().address())
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", RunningSite.otherNetwork())));
        context.setDefaultTimeout(MOST_MILLISECONDS);
        return context;
    }

    static BrowserContext reader() {
        return reader(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** A page of a new reader at this path. */
    static Page open(String path) {
        Page page = reader().newPage();
        page.navigate(path);
        return page;
    }

    /** The moderator, signed in. */
    static Page moderator() {
        Page page = open("/login");
        page.getByLabel("Name").fill("moderator");
        page.getByLabel("Password").fill(RunningSite.PASSWORD);
        page.locator("main").getByText("Sign in").last().click();
        page.waitForURL("**/moderate*");
        return page;
    }
}
