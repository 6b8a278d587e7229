package dev.byline.examples.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments from the form to the moderator, and the withdrawal of an article. */
class CommentingTest {
    private static void fill(Page page, String name, String email, String text) {
        page.locator("#comments").scrollIntoViewIfNeeded();
        page.locator("#f-text").fill(text);
        page.locator("#f-name").fill(name);
        page.locator("#f-email").fill(email);
    }

    private static void send(Page page) {
        page.getByText("Post comment").click();
    }

    @Test
    void a_comment_is_refused_with_every_message_at_once() {
        Page page = Browser.open("/harvest-in-al-ahsa");
        fill(page, "", "nowhere", "   ");
        page.locator("#f-url").fill("javascript:alert(1)");
        send(page);
        assertThat(page.locator("#e-text")).isVisible();
        assertThat(page.locator("#e-name")).isVisible();
        assertThat(page.locator("#e-email")).isVisible();
        assertThat(page.locator("#e-url")).isVisible();
        assertThat(page.locator("#f-email")).hasValue("nowhere");
        assertThat(page.locator("#f-email")).hasAttribute("aria-describedby", "e-email");
        assertThat(page.locator(".notes"))
                .containsText("Your email address will not be published. Required fields are marked *");
        page.context().close();
    }

    @Test
    void a_held_comment_is_shown_to_its_writer_alone_until_it_is_approved() {
        String path = "/harvest-in-al-ahsa";
        String text = "Is the <b>rope</b> belt still <script>alert(1)</script> made of fibre?";
        Page writer = Browser.open(path);
        String before = writer.locator("#comments-title").textContent();
        fill(writer, "Oda", "oda@news.example", text);
        send(writer);
        assertThat(writer.locator(".told")).containsText("waits for a moderator");
        Locator own = writer.locator(".thread li").filter(new Locator.FilterOptions().setHasText("rope belt"));
        assertThat(own).containsText("only you see it");
        assertThat(own.locator("script")).hasCount(0);
        // The article's page may have come from a cache, and shows it as soon as one gets there.
        Page again = writer.context().newPage();
        again.navigate(path);
        again.locator("#comments").scrollIntoViewIfNeeded();
        assertThat(again.locator("#comments")).containsText("belt still");
        Page other = Browser.open(path);
        assertThat(other.locator("#comments")).not().containsText("belt still");

        Page moderator = Browser.moderator();
        Locator waiting = moderator.locator(".cases > li").filter(new Locator.FilterOptions().setHasText("rope belt"));
        assertThat(waiting.locator(".findings")).containsText("C-24");
        waiting.locator("button[value=approve]").click();
        assertThat(moderator.locator(".told")).hasText("Done.");

        other.reload();
        assertThat(other.locator("#comments")).containsText("rope belt still");
        assertThat(other.url()).endsWith(path);
        assertThat(other.locator("#comments-title")).not().hasText(before);
        assertThat(other.locator("#comments")).not().containsText("only you see it");

        // Whoever has an approved comment is trusted with the next one, but not at once.
        fill(writer, "Oda", "oda@news.example", "And how long is one?");
        send(writer);
        assertThat(writer.locator(".wrong")).isVisible();
        writer.context().close();
        other.context().close();
        moderator.context().close();
    }

    @Test
    void a_reply_moves_the_form_and_cancelling_brings_it_back() {
        Page page = Browser.open("/ships-drawn-by-eye");
        Locator first = page.locator(".thread > li").first();
        first.getByText("Reply").click();
        assertThat(first.locator("#respond-title")).hasText("Reply to Marit");
        assertThat(page.locator("#f-text")).isFocused();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/ships-drawn-by-eye$"));
        page.getByText("Cancel reply").click();
        assertThat(first.locator("#respond")).hasCount(0);
        assertThat(page.locator("[name=parent]")).hasValue("");
        assertThat(page.locator("#respond-title")).hasText("Leave a reply");

        first.getByText("Reply").click();
        fill(page, "Ulla", "ulla@news.example", "With the same eye that drew them?");
        send(page);
        Locator reply = page.locator(".thread > li.depth-1")
                .filter(new Locator.FilterOptions().setHasText("With the same eye"));
        assertThat(reply).isVisible();
        page.context().close();
    }

    @Test
    void whoever_fills_the_trap_or_sends_no_token_is_refused() {
        Page page = Browser.open("/ships-drawn-by-eye");
        fill(page, "Bot", "bot@news.example", "Buy shoes");
        page.locator("#f-homepage").evaluate("e => e.value = 'https://shoes.example'");
        send(page);
        assertThat(page.locator("#comments")).not().containsText("Buy shoes");
        RunningSite site = RunningSite.get();
        assertThat(site.post("/ships-drawn-by-eye/comments", "name=a&email=a@b.example&text=x", "10.9.9.9")
                        .statusCode())
                .isEqualTo(403);
        page.context().close();
    }

    @Test
    void a_withdrawn_article_is_gone_everywhere_at_once() {
        RunningSite site = RunningSite.get();
        String headline = "What Palmyra charged";
        String found = site.get("/search?q=palmyra").body();
        String path = found.replaceAll("(?s).*?<h2><a href=\"(/[^\"]*)\"[^>]*>What <mark>Palmyra.*", "$1");
        assertThat(site.get(path).statusCode()).isEqualTo(200);
        assertThat(site.get("/").body()).contains(headline);
        assertThat(site.get("/popular").body()).contains(headline);

        Page moderator = Browser.moderator();
        moderator.navigate(path);
        moderator.getByText("Withdraw this article").click();
        moderator.getByText("Withdraw it everywhere").click();
        assertThat(moderator.locator(".told")).containsText("Withdrawn everywhere.");

        assertThat(site.get(path).statusCode()).isEqualTo(404);
        for (String page : new String[] {
            "/",
            "/popular",
            "/popular?window=all",
            "/search?q=palmyra",
            "/suggest?q=palmyra",
            "/region/sy",
            "/section/trade",
            "/month/2026-11",
            "/feed.xml",
            "/feed.json",
            "/sitemap.xml",
            "/sitemap-news.xml",
            "/ships-drawn-by-eye"
        }) {
            assertThat(site.get(page).body()).as(page).doesNotContain(headline).doesNotContain(path.substring(1));
        }
        moderator.locator(".cases").getByText("Publish again").click();
        assertThat(moderator.locator(".told")).hasText("Published again.");
        assertThat(site.get(path).statusCode()).isEqualTo(200);
        moderator.context().close();
    }

    @Test
    void whoever_sends_too_fast_is_refused() {
        Page first = Browser.open("/harvest-in-al-ahsa");
        fill(first, "Pia", "pia@news.example", "How tall is a palm?");
        send(first);
        assertThat(first.locator(".told")).isVisible();
        fill(first, "Quin", "quin@news.example", "And how old?");
        send(first);
        assertThat(first.locator(".wrong")).isVisible();
        first.context().close();
    }

    @Test
    void what_is_not_there_can_not_be_withdrawn() {
        Page moderator = Browser.moderator();
        moderator.navigate("/ships-drawn-by-eye");
        moderator.locator(".house-form summary").click();
        moderator
                .locator(".house-form form")
                .evaluate("form => form.action = form.action.replace(/articles\\/.*\\//, 'articles/nothing/')");
        moderator.getByText("Withdraw it everywhere").click();
        assertThat(moderator.locator("h1")).hasText("This page is not here");
        moderator.context().close();
    }

    @Test
    void the_moderators_page_is_for_moderators() {
        RunningSite site = RunningSite.get();
        assertThat(site.get("/moderate").statusCode()).isEqualTo(302);
        assertThat(site.post("/moderate/articles/pearls/withdraw", "", "10.9.9.8")
                        .statusCode())
                .isEqualTo(403);
        Page page = Browser.open("/login");
        for (int i = 0; i < 5; i++) {
            tryPassword(page, "wrong");
            assertThat(page.locator(".wrong")).isVisible();
        }
        tryPassword(page, RunningSite.PASSWORD);
        assertThat(page.locator("h1")).hasText("Too many tries");
        page.context().close();
    }

    private static void tryPassword(Page page, String password) {
        page.getByLabel("Name").fill("moderator");
        page.getByLabel("Password").fill(password);
        page.locator("main button").click();
    }

    @Test
    void no_page_runs_what_is_not_the_sites_own() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                java.net.URI.create(RunningSite.get().address() + "/ships-drawn-by-eye/comments"));
        var headers = RunningSite.get().send(request).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("HttpOnly"));
        Page page = Browser.reader().newPage();
        StringBuilder complaints = new StringBuilder();
        page.onConsoleMessage(message -> complaints.append(message.text()));
        page.route("https://**", Route::abort);
        page.navigate("/ships-drawn-by-eye");
        page.locator("#q").fill("pea");
        assertThat(page.locator("#live a").first()).isVisible();
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void a_stranger_gets_no_session_and_no_way_around_the_limit_of_passwords() {
        RunningSite site = RunningSite.get();
        assertThat(site.get("/moderate").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        var form = site.get("/login");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String token = form.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        String from = RunningSite.otherNetwork();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            answers.add(site.send(HttpRequest.newBuilder(URI.create(site.address() + "/%6cogin"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Forwarded-For", from)
                            .header("Cookie", cookie)
                            .POST(BodyPublishers.ofString("_csrf=" + token + "&username=moderator&password=no" + i)))
                    .statusCode());
        }
        assertThat(answers).containsExactly(302, 302, 302, 302, 302, 429, 429);
    }
}
