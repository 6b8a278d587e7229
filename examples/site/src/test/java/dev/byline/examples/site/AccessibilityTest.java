package dev.byline.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing to complain of, on large screens and small, light and dark. */
class AccessibilityTest {
    private static final String RUN = """
            () => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node =>
                node.target + ' ' + node.failureSummary).join('; ')).join('\\n'))
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ships-drawn-by-eye",
                "/ships-drawn-by-eye/comments",
                "/region/ir",
                "/search?q=sea",
                "/search?q=qqxzzw",
                "/%D8%B5%D8%A7%D8%A8%D9%88%D9%86-%D9%86%D8%A7%D8%A8%D9%84%D8%B3-%D9%85%D9%86-%D8%A7%D9%84%D8%B2%D9%8A%D8%AA%D9%88%D9%86-%D8%A5%D9%84%D9%89-%D8%A7%D9%84%D9%85%D9%81%D8%B1%D8%B4",
                "/archive",
                "/about",
                "/login",
                "/nowhere"
            })
    void nothing_stands_in_a_readers_way(String path) throws IOException {
        try (BrowserContext reader = Browser.reader()) {
            Page page = reader.newPage();
            page.navigate(path);
            page.evaluate("document.getElementById('comments')?.scrollIntoView()");
            page.waitForCondition(() -> page.locator("[data-later]").count() == 0);
            page.evaluate(axe());
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(scheme == ColorScheme.LIGHT ? 1280 : 390, 900);
                assertThat(page.evaluate(RUN)).as(path + " " + scheme).isEqualTo("");
            }
        }
    }

    @Test
    void nothing_stands_in_a_moderators_way() throws IOException {
        Page page = Browser.moderator();
        page.evaluate(axe());
        assertThat(page.evaluate(RUN)).isEqualTo("");
        page.context().close();
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
