package dev.byline.examples.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see and do, in a real browser. */
class ReadingTest {
    private static final List<String> MENU = List.of(
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

    private BrowserContext reader;
    private Page page;

    @BeforeEach
    void begin() {
        reader = Browser.reader();
        page = reader.newPage();
    }

    @AfterEach
    void end() {
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void the_menu_has_the_editors_order_in_three_places() {
        page.navigate("/");
        for (String place : List.of(".main-menu", ".small-menu", ".foot-menu")) {
            assertThat(page.locator(place + " .menu > li > a").allTextContents().stream()
                            .map(String::strip))
                    .as(place)
                    .isEqualTo(MENU);
        }
        page.locator(".main-menu").getByText("Iran").click();
        assertThat(page.locator("h1")).hasText("Iran");
        assertThat(page.locator(".main-menu [aria-current]")).hasText("Iran");
    }

    @Test
    void a_small_screen_has_its_own_menu() {
        page.setViewportSize(360, 740);
        page.navigate("/region/ye");
        assertThat(page.locator(".main-menu")).isHidden();
        page.getByText("Menu", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".small-menu").getByText("Qatar").click();
        assertThat(page.locator("h1")).hasText("Qatar");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    @Test
    void late_replies_of_the_live_search_are_dropped() {
        page.navigate("/");
        List<Route> waiting = new ArrayList<>();
        page.route("**/suggest?q=pea", waiting::add);
        page.locator("#q").pressSequentially("pea");
        page.waitForCondition(() -> !waiting.isEmpty());
        page.locator("#q").fill("palmyra");
        Locator live = page.locator("#live");
        assertThat(live).containsText("What Palmyra charged");
        page.waitForResponse("**/suggest?q=pea", () -> waiting.forEach(Route::resume));
        // One more answer in order, so that the late one has been handled by now.
        page.waitForResponse("**/suggest?q=palmyra+", () -> page.locator("#q").pressSequentially(" "));
        assertThat(live).containsText("What Palmyra charged");
        assertThat(live).not().containsText("pearl");
        live.getByText("View All Result").click();
        assertThat(page.locator("main")).containsText("What Palmyra charged for a camel load");
    }

    @Test
    void nothing_found_says_so_while_typing_and_on_the_page() {
        page.navigate("/");
        page.locator("#q").fill("qqxzzw");
        assertThat(page.locator("#live")).hasText("No Result");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".no-result h2")).hasText("No Result");
    }

    @Test
    void results_are_filtered_by_facets() {
        page.navigate("/search?q=");
        String all = page.locator(".listing-head .facts").textContent().strip();
        assertThat(all).isEqualTo("65 results");
        page.locator(".facets").getByText("Science").click();
        assertThat(page.locator(".facets [aria-current]")).containsText("Science");
        assertThat(page.locator(".listing-head .facts")).not().hasText(all);
        page.locator(".pages").getByText("More results").click();
        assertThat(page.locator(".rows .card").first()).isVisible();
    }

    @Test
    void a_related_post_says_why_it_is_there() {
        page.navigate("/ships-drawn-by-eye");
        assertThat(page.locator(".related-post")).hasCount(4);
        Locator first = page.locator(".related-post").first();
        assertThat(first.locator(".why li").first()).isHidden();
        first.getByText("Why this post?").click();
        assertThat(first.locator(".why li").first()).containsText("R-");
    }

    @Test
    void next_and_previous_lead_there_and_back() {
        page.navigate("/ships-drawn-by-eye");
        page.locator(".beside .next a").click();
        assertThat(page.locator("h1")).not().hasText("Ships drawn by eye");
        page.locator(".beside .previous a").click();
        assertThat(page.locator("h1")).hasText("Ships drawn by eye");
    }

    @Test
    void a_share_is_counted_and_leads_to_the_network() {
        page.navigate("/five-minutes-on-dubai-creek");
        int before = shares();
        // The network is not asked: its page is this test's.
        reader.route("https://t.me/**", route -> route.fulfill(new Route.FulfillOptions().setBody("told")));
        Page telegram = reader.waitForPage(
                () -> page.locator(".share").getByText("Telegram").click());
        telegram.waitForURL("https://t.me/share/url?**");
        page.waitForCondition(() -> {
            page.reload();
            return shares() == before + 1;
        });
    }

    private int shares() {
        String facts = page.locator(".byline .facts").textContent();
        return facts.contains(" share") ? Integer.parseInt(facts.replaceAll("(?s).*?(\\d+) shares?.*", "$1")) : 0;
    }

    @Test
    void popular_posts_change_with_views() {
        page.navigate("/popular?window=today");
        String title = "Put up a statue to the letter A";
        assertThat(page.locator(".popular li").getByText(title)).hasCount(0);
        page.navigate("/twenty-two-letters-from-byblos");
        assertThat(page.locator("h1")).hasText(title);
        for (int i = 0; i < 120; i++) {
            assertThat(RunningSite.get()
                            .post("/beacon", "article=alphabet", RunningSite.otherNetwork())
                            .statusCode())
                    .isEqualTo(204);
        }
        page.waitForCondition(() -> {
            page.navigate("/popular?window=today");
            return page.locator("main .popular ol li").first().textContent().contains(title);
        });
    }

    @Test
    void another_window_of_popular_posts_comes_in_its_place() {
        page.navigate("/ships-drawn-by-eye");
        page.locator(".popular").getByText("All time").click();
        assertThat(page.locator(".popular [aria-current]")).hasText("All time");
        assertThat(page.url()).endsWith("/ships-drawn-by-eye");
    }

    @Test
    void an_article_that_was_loaded_tells_of_its_view() {
        page.waitForRequest("**/beacon", () -> page.navigate("/ships-drawn-by-eye"));
    }

    @Test
    void an_article_in_two_languages_leads_from_one_to_the_other() {
        page.navigate("/wheels-of-hama");
        assertThat(page.locator("head link[hreflang]")).hasCount(3);
        page.locator(".versions").getByText("العربية").click();
        assertThat(page.locator("article.story")).hasAttribute("lang", "ar");
        assertThat(page.locator("head link[hreflang=x-default]"))
                .hasAttribute("href", Pattern.compile("https?://[^/]+/wheels-of-hama"));
        page.locator(".versions").getByText("English").click();
        assertThat(page).hasURL(Pattern.compile(".*/wheels-of-hama"));
        page.navigate("/ships-drawn-by-eye");
        assertThat(page.locator("head link[hreflang], .versions")).hasCount(0);
    }

    @Test
    void an_arabic_article_runs_from_right_to_left() {
        page.navigate("/search?q=" + "صابون");
        page.locator(".rows .card h2 a").first().click();
        Locator story = page.locator("article.story");
        assertThat(story).hasAttribute("lang", "ar");
        assertThat(story).hasAttribute("dir", "rtl");
        page.locator(".later a").click();
        assertThat(page.locator("#respond")).hasAttribute("dir", "rtl");
        assertThat(page.locator("label[for=f-name]")).containsText("الاسم");
        assertThat(page.locator("h1").evaluate("e => getComputedStyle(e).direction"))
                .isEqualTo("rtl");
        assertThat(page.locator("html")).hasAttribute("dir", "ltr");
    }

    @Test
    void without_a_script_everything_is_there() {
        reader.close();
        reader = Browser.reader(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
        page = reader.newPage();
        page.navigate("/ships-drawn-by-eye");
        assertThat(page.locator(".body")).containsText("A drawing office is the one room");
        assertThat(page.locator(".related-post")).hasCount(4);
        assertThat(page.locator(".popular ol li")).hasCount(5);
        page.locator("[data-reply]").first().click();
        assertThat(page.locator("#respond-title")).hasText("Reply to Marit");
        page.getByText("Cancel reply").click();
        assertThat(page.locator("#respond-title")).hasText("Leave a reply");
        page.locator("h1 a").click();
        page.getByText("Leave a reply").click();
        assertThat(page.locator("#f-text")).isVisible();
        page.navigate("/");
        page.locator(".popular").getByText("30 days").click();
        assertThat(page.locator(".popular [aria-current]")).hasText("30 days");
        page.locator("#q").fill("falcon");
        page.locator("#search button").click();
        assertThat(page.locator("main")).containsText("falcon season opens");
    }

    @Test
    void feeds_sitemaps_and_the_head_speak_of_this_site() {
        RunningSite site = RunningSite.get();
        String article = site.get("/ships-drawn-by-eye").body();
        assertThat(article)
                .contains("application/ld+json", "\"NewsArticle\"", "og:title", site.address() + "/ships-drawn-by-eye");
        for (String feed : List.of("/feed.xml", "/feed.atom", "/feed.json", "/region/ir/feed.xml")) {
            assertThat(site.get(feed).body()).as(feed).contains(site.address());
        }
        assertThat(site.get("/sitemap.xml").body()).contains(site.address() + "/ships-drawn-by-eye");
        assertThat(site.get("/sitemap-news.xml").statusCode()).isEqualTo(200);
        assertThat(site.get("/robots.txt").body()).contains("Sitemap: " + site.address() + "/sitemap.xml");
    }

    @Test
    void an_old_slug_and_the_address_for_ever_lead_on() {
        RunningSite site = RunningSite.get();
        assertThat(site.get("/?p=dhow-yards").headers().firstValue("Location")).hasValue("/ships-drawn-by-eye");
        assertThat(site.get("/notes-on-dragon-trees").statusCode()).isEqualTo(404);
    }

    @Test
    void what_nothing_is_filed_under_is_not_there() {
        RunningSite site = RunningSite.get();
        for (String path : List.of(
                "/region/zz",
                "/section/nope",
                "/tag/none",
                "/author/nobody",
                "/month/1999-01",
                "/group/none",
                "/region/zz/feed.xml",
                "/section/nope/feed.json",
                "/tag/none/feed.atom",
                "/2019/05/04/none")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_address_is_found_with_a_last_slash_and_in_capitals() {
        RunningSite site = RunningSite.get();
        assertThat(site.get("/ships-drawn-by-eye/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/ships-drawn-by-eye"));
        assertThat(site.get("/Ships-Drawn-By-Eye").headers().firstValue("Location"))
                .hasValue("/ships-drawn-by-eye");
        assertThat(site.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void pages_are_everybodys_and_may_come_from_a_cache() {
        RunningSite site = RunningSite.get();
        for (String path : List.of("/", "/ships-drawn-by-eye", "/region/ir", "/archive", "/about", "/popular")) {
            var headers = site.get(path).headers();
            assertThat(headers.firstValue("Cache-Control")).as(path).hasValue(Frame.MINUTE);
            assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
        }
        for (String path : List.of("/ships-drawn-by-eye/comments?block=true", "/search?q=sea", "/login", "/nowhere")) {
            assertThat(site.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(told -> assertThat(told).contains("no-store"));
        }
        page = Browser.moderator();
        var answer = page.navigate("/ships-drawn-by-eye");
        assertThat(answer.headerValue("Cache-Control")).contains("no-store");
        page.context().close();
    }

    @Test
    void machines_files_have_one_form_whatever_is_asked_for() {
        RunningSite site = RunningSite.get();
        for (String path : List.of("/sitemap.xml", "/robots.txt", "/feed.xml")) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(site.address() + path));
            assertThat(site.send(request.header("Accept", "text/html")).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_page_costs_few_calls_of_the_store() {
        for (String path : List.of("/", "/ships-drawn-by-eye", "/region/ir", "/search?q=sea", "/about")) {
            assertThat(RunningSite.get().storeCalls(path))
                    .as(path)
                    .isBetween(path.equals("/search?q=sea") ? 0L : 1L, 8L);
        }
    }

    @Test
    void no_address_that_a_stranger_makes_up_is_a_fault_of_the_machine() {
        RunningSite site = RunningSite.get();
        String longest = "x".repeat(3_000);
        for (String path : List.of(
                "/?p=" + longest,
                "/" + longest,
                "/region/%20",
                "/tag/" + longest,
                "/region/ir?after=nonsense",
                "/month/2026-99",
                "/month/%2B999999999-12",
                "/search?q=%ff%0aforged",
                "/search?q=%22%22-&region=%20&month=x&sort=y&after=z",
                "/suggest?q=%00%FF" + longest,
                "/popular?window=" + longest,
                "/share/nowhere?article=pearls",
                "/share/x?article=" + longest,
                "/ships-drawn-by-eye/comments?reply=" + longest,
                "/ships-drawn-by-eye/comments?page=-1&comment=%00",
                "/ships-drawn-by-eye/comments?page=x",
                "/ships-drawn-by-eye/comments?page=2147483647",
                "/nowhere/comments",
                "/sitemap-x.xml",
                "/region/%20/feed.xml")) {
            assertThat(site.get(path).statusCode()).as(path).isLessThan(500);
        }
        assertThat(site.post("/beacon", "article=" + longest, RunningSite.otherNetwork())
                        .statusCode())
                .isLessThan(500);
    }
}
