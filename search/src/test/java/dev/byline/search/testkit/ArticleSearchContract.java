package dev.byline.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.Author;
import dev.byline.article.Changes;
import dev.byline.article.Image;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.score.Similar;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every search must do, whatever engine stands behind it: extend it and open yours. */
public abstract class ArticleSearchContract {
    /** When all tests begin. */
    protected static final Instant NOW = SampleArticles.NOW;

    /** The clock of {@link #search}. */
    protected final MovableClock clock = MovableClock.at(NOW);

    /** The search under test, empty at first. */
    @SuppressWarnings("NullAway.Init")
    protected ArticleSearch search;

    /** A folder of the test's own. */
    @TempDir
    @SuppressWarnings("NullAway.Init")
    protected Path folder;

    /** Opens a search whose index is in this folder, or begins an empty one there. */
    protected abstract ArticleSearch open(Path folder, InstantSource clock);

    @BeforeEach
    void open() {
        search = open(folder.resolve("index"), clock);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private void reopen() {
        search.close();
        open();
    }

    /** The ids that a text finds, in order. */
    protected final List<String> found(String text) {
        return found(SearchQuery.text(text));
    }

    /** The ids that a query finds, in order. */
    protected final List<String> found(SearchQuery query) {
        return search.find(query).hits().stream()
                .map(hit -> hit.item().id().value())
                .toList();
    }

    private void put(Article... articles) {
        search.put(List.of(articles));
    }

    private static Article story(String id, String headline, String body) {
        return SampleArticles.article(id).headline(headline).body(body).build();
    }

    @Test
    void words_of_every_field_are_found() {
        put(SampleArticles.article("a")
                .headline("Ferry sinks off Basra")
                .standfirst("Nobody was hurt, says the harbour.")
                .body("<p>The <b>captain</b> swam ashore &amp; waved.</p>")
                .regions(SampleArticles.BASRA)
                .sections(SampleArticles.ELECTIONS)
                .tags(Tag.of("ships", "Ships and boats"))
                .authors(Author.of("mina-hadid", "Mina Hadid"))
                .build());
        for (String word : List.of("ferry", "harbour", "captain", "waved", "iraq", "politics", "boats", "hadid")) {
            assertThat(found(word)).as(word).containsExactly("a");
        }
        assertThat(found("amp")).isEmpty();
        assertThat(found("b")).isEmpty();
    }

    @Test
    void a_hit_holds_what_a_list_prints() {
        put(SampleArticles.article("a")
                .slug("ferry-sinks")
                .headline("Ferry sinks")
                .body("<p>All were saved.</p>")
                .sections(SampleArticles.BUSINESS)
                .regions(SampleArticles.IRAQ)
                .primary("iq")
                .language(Language.of("en"))
                .publishedAt(NOW.minusNanos(1_234_567))
                .image(Image.of("https://news.example/ferry.jpg", "A ferry"))
                .build());
        assertThat(search.find(SearchQuery.text("ferry")).hits().get(0).item())
                .isEqualTo(new SearchHit(
                        ArticleId.of("a"),
                        "ferry-sinks",
                        "Ferry sinks",
                        "<mark>Ferry</mark> sinks",
                        "All were saved.",
                        NOW.minusNanos(1_234_567),
                        "Iraq",
                        Language.of("en"),
                        Image.of("https://news.example/ferry.jpg", "A ferry")));
    }

    @Test
    @Rule("S-03")
    void all_words_come_first_then_those_with_the_rare_ones() {
        put(
                story("both", "A long evening", "Much was said, and last of all that the bridge at Kufa is flooded."),
                story("rare", "Kufa Kufa Kufa", "Kufa, again Kufa and nothing but Kufa."),
                story("common", "Bridge bridge bridge", "Bridge."));
        for (int i = 0; i < 20; i++) {
            put(story("filler" + i, "Bridge number " + i, "One more bridge."));
        }
        SearchPage page = search.find(SearchQuery.text("bridge Kufa"));
        assertThat(page.hits()).extracting(hit -> hit.item().id().value()).containsExactly("both", "rare");
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.withAllWords()).isEqualTo(1);
        assertThat(page.hits().get(0).reasons()).extracting(Reason::rule).contains("S-03");
        assertThat(page.hits().get(1).reasons()).extracting(Reason::rule).doesNotContain("S-03");
    }

    @Test
    void a_word_that_no_article_has_is_passed_over() {
        put(story("a", "Bridge reopens", "In Basra."));
        SearchPage page = search.find(SearchQuery.text("bridge xyzzy"));
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.withAllWords()).isZero();
        assertThat(found("xyzzy")).isEmpty();
    }

    @Test
    @Rule("S-04")
    void a_quoted_phrase_is_exact() {
        put(
                story("exact", "Old bridge closed", "Nothing more."),
                story("plural", "Old bridges closed", "Nothing more."),
                story("turned", "Closed: the bridge", "Nothing more."),
                story("split", "Bridge", "closed"));
        assertThat(found("\"bridge closed\"")).containsExactly("exact");
        assertThat(found("“Bridge Closed”")).containsExactly("exact");
        assertThat(found("\"bridges\"")).containsExactly("plural");
        assertThat(found("bridges")).hasSize(4);
        assertThat(found("\"bridge closed")).hasSize(4);
        assertThat(search.find(SearchQuery.text("\"bridge closed\""))
                        .hits()
                        .get(0)
                        .reasons())
                .extracting(Reason::rule)
                .contains("S-04");
    }

    @Test
    @Rule("S-04")
    void what_follows_a_minus_is_left_out() {
        put(
                story("a", "Bridge closed", "In Basra."),
                story("b", "Bridge open", "In Mosul."),
                story("c", "Ferry closed", "In Mosul."));
        assertThat(found("bridge -mosul")).containsExactly("a");
        assertThat(found("bridge -\"bridge closed\"")).containsExactly("b");
        assertThat(found("-mosul")).containsExactly("a");
        assertThat(found("bridge - mosul")).first().isEqualTo("b");
        assertThat(found("-bridges")).containsExactly("c");
        assertThat(found("-\"bridges\"")).hasSize(3);
    }

    @Test
    @Rule("S-02")
    void filters_cover_what_lies_inside() {
        put(
                SampleArticles.article("basra").regions(SampleArticles.BASRA).build(),
                SampleArticles.article("iran")
                        .regions(SampleArticles.IRAN)
                        .sections(SampleArticles.ELECTIONS)
                        .build(),
                SampleArticles.article("iceland")
                        .regions(SampleArticles.ELSEWHERE)
                        .tags(Tag.of("fish", "Fish"))
                        .authors(Author.of("jon", "Jón"))
                        .build());
        SearchQuery all = SearchQuery.text("headline");
        assertThat(found(all)).hasSize(3);
        assertThat(found(all.in(SampleArticles.MIDDLE_EAST))).containsExactlyInAnyOrder("basra", "iran");
        assertThat(found(all.in(SampleArticles.IRAQ))).containsExactly("basra");
        assertThat(found(all.in(RegionGroup.of("g", "G", SampleArticles.IRAN, SampleArticles.ELSEWHERE))))
                .containsExactlyInAnyOrder("iran", "iceland");
        assertThat(found(all.section("politics"))).containsExactly("iran");
        assertThat(found(all.tag("fish"))).containsExactly("iceland");
        assertThat(found(all.author("jon"))).containsExactly("iceland");
        assertThat(found(all.author("jon").in(SampleArticles.IRAN))).isEmpty();
        assertThat(search.find(all.in(SampleArticles.IRAN)).total()).isEqualTo(1);
    }

    @Test
    void nothing_typed_lists_what_the_filters_let_through_newest_first() {
        put(
                SampleArticles.article("old").publishedAt(NOW.minusSeconds(9)).build(),
                SampleArticles.article("new").build());
        assertThat(found("")).containsExactly("new", "old");
        assertThat(found(" \n")).containsExactly("new", "old");
        assertThat(found("?!")).isEmpty();
        assertThat(search.find(SearchQuery.text("")).hits())
                .allSatisfy(hit -> assertThat(hit.score()).isZero());
    }

    @Test
    @Rule("S-01")
    void the_clock_alone_shows_and_hides() {
        put(
                SampleArticles.article("embargo")
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusNanos(2))
                        .build(),
                SampleArticles.article("offer").expiresAt(NOW.plusNanos(3)).build());
        assertThat(found("headline")).containsExactly("offer");
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("offer");
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("embargo", "offer");
        assertThat(search.find(SearchQuery.text("headline")).total()).isEqualTo(2);
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("embargo");
        clock.set(NOW.minusSeconds(1));
        assertThat(found("headline")).isEmpty();
    }

    @Test
    @Rule("S-01")
    void exactly_what_is_public_is_found_counted_and_compared() {
        List<Article> articles = SampleArticles.mixed(300, 7);
        search.put(articles);
        for (int hour = -24; hour <= 12; hour += 4) {
            Instant at = clock.advance(Duration.ZERO);
            clock.set(NOW.plus(Duration.ofHours(hour)));
            at = clock.instant();
            Set<String> visible = new HashSet<>();
            for (Article article : articles) {
                if (article.isPublic(at)) {
                    visible.add(article.id().value());
                }
            }
            assertThat(all("story")).as("hour %s", hour).isEqualTo(visible);
            assertThat(all("")).isEqualTo(visible);
            assertThat(search.find(SearchQuery.text("story")).total()).isEqualTo(visible.size());
            assertThat(search.similarTo(articles.get(0), 400))
                    .allSatisfy(
                            similar -> assertThat(visible).contains(similar.id().value()));
        }
    }

    private Set<String> all(String text) {
        Set<String> ids = new HashSet<>();
        for (int page = 0; ; page++) {
            List<String> next = found(SearchQuery.text(text).page(page, SearchQuery.MOST));
            if (next.isEmpty()) {
                return ids;
            }
            ids.addAll(next);
        }
    }

    @Test
    @Rule("S-01")
    void what_is_withdrawn_is_nowhere() {
        Article kept = story("kept", "Old bridge closed", "The bridge in Basra was closed.");
        Article gone = story("gone", "Old bridge closed again", "The bridge in Basra was closed again.");
        put(kept, gone);
        assertThat(search.similarTo(kept, 5)).hasSize(1);
        search.withdraw(gone.id());
        search.withdraw(ArticleId.of("never-there"));
        assertNowhere(kept);
        reopen();
        assertNowhere(kept);
    }

    @Test
    @Rule("S-01")
    void what_can_no_longer_be_public_is_withdrawn() {
        Article kept = story("kept", "Old bridge closed", "The bridge in Basra was closed.");
        ArticleBuilder gone =
                story("gone", "Old bridge closed again", "The bridge in Basra was closed again.").toBuilder();
        for (Article article : List.of(
                gone.status(ArticleStatus.WITHDRAWN).build(),
                gone.status(ArticleStatus.DRAFT).build(),
                gone.status(ArticleStatus.PRIVATE).build(),
                gone.status(ArticleStatus.PUBLISHED).passwordProtected(true).build())) {
            put(kept, gone.passwordProtected(false).published(NOW).build());
            assertThat(found("bridge")).hasSize(2);
            put(article);
            assertNowhere(kept);
        }
        reopen();
        assertNowhere(kept);
    }

    private void assertNowhere(Article kept) {
        assertThat(found("again")).isEmpty();
        assertThat(found("bridge")).containsExactly("kept");
        assertThat(search.find(SearchQuery.text("")).total()).isEqualTo(1);
        assertThat(search.similarTo(kept, 5)).isEmpty();
        assertThat(search.status().articles()).isEqualTo(1);
    }

    @Test
    void what_is_edited_is_found_as_it_is_now() {
        put(story("a", "Ferry sinks", "Off Basra."), story("a", "Ferry sunk", "Off Fao."));
        assertThat(found("ferry")).containsExactly("a");
        assertThat(found("basra")).isEmpty();
        put(story("a", "Boat sunk", "Off Fao."));
        assertThat(found("ferry")).isEmpty();
        assertThat(found("boat")).containsExactly("a");
    }

    @Test
    void letters_fold_in_any_language() {
        put(
                story("ar", "إيران تعلن حظر تصدير النَّفط", "قالت الحكومة إن المدرسة مغلقة."),
                story("fa", "رئیس‌جمهور ایران درباره کتاب سخن گفت", "او در تهران بود."),
                story("he", "הממשלה אישרה את התקציב", "דובר צה\"ל מסר הודעה שָׁלוֹם."),
                story("en", "Sana’a airport reopens", "The U.S. envoy to Côte d’Ivoire met Iran’s minister."));
        assertThat(found("ايران")).containsExactlyInAnyOrder("ar", "fa");
        assertThat(found("نفط")).containsExactly("ar");
        assertThat(found("النفط")).containsExactly("ar");
        assertThat(found("مدرسه")).containsExactly("ar");
        assertThat(found("كتاب")).containsExactly("fa");
        assertThat(found("کتاب تهران")).containsExactly("fa");
        assertThat(found("صهل")).isEmpty();
        assertThat(found("צה״ל")).containsExactly("he");
        assertThat(found("צהל")).containsExactly("he");
        assertThat(found("צה\"ל")).containsExactly("he");
        assertThat(found("שלום")).containsExactly("he");
        assertThat(found("sanaa airports")).containsExactly("en");
        assertThat(found("US")).containsExactly("en");
        assertThat(found("cote")).containsExactly("en");
        assertThat(found("\"iran minister\"")).containsExactly("en");
    }

    @Test
    void singular_and_plural_are_one_but_other_words_are_not() {
        put(story("a", "Churches of the cities", "Boxes."), story("b", "Hamas", "News."), story("c", "Crisis", "Bus."));
        assertThat(found("church")).containsExactly("a");
        assertThat(found("city")).containsExactly("a");
        assertThat(found("box")).containsExactly("a");
        assertThat(found("hama")).isEmpty();
        assertThat(found("new")).isEmpty();
        assertThat(found("buses")).containsExactly("c");
    }

    @Test
    void highlights_are_safe_and_keep_phrases_whole() {
        put(story(
                "a",
                "<script>alert('x')</script> & \"bridge\"",
                "<p>Long ago. The bridge closed at nine &lt;b&gt;sharp&lt;/b&gt;.</p>"));
        SearchHit hit =
                search.find(SearchQuery.text("\"bridge closed\"")).hits().get(0).item();
        assertThat(hit.headline()).isEqualTo("<script>alert('x')</script> & \"bridge\"");
        assertThat(hit.headlineHtml())
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;bridge&quot;");
        assertThat(hit.snippetHtml()).isEqualTo("…The <mark>bridge closed</mark> at nine &lt;b&gt;sharp&lt;/b&gt;.");
        assertThat(search.find(SearchQuery.text("script bridges"))
                        .hits()
                        .get(0)
                        .item()
                        .headlineHtml())
                .startsWith("&lt;<mark>script</mark>&gt;")
                .endsWith("&quot;<mark>bridge</mark>&quot;");
    }

    @Test
    void a_snippet_of_a_long_sentence_is_short() {
        put(story("a", "Long", "word ".repeat(5000) + "needle " + "word ".repeat(5000)));
        String snippet =
                search.find(SearchQuery.text("needle")).hits().get(0).item().snippetHtml();
        assertThat(snippet)
                .contains("<mark>needle</mark>")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(400);
        assertThat(search.find(SearchQuery.text("long")).hits().get(0).item().snippetHtml())
                .startsWith("word word")
                .hasSizeLessThan(600);
    }

    @Test
    @Rule({"S-05", "S-07"})
    void the_headline_is_stronger_than_the_body() {
        put(
                story("body", "A quiet day", "In town the ferry came late, as it does."),
                story("headline", "Ferry late", "In town it came as it does, on a quiet day."));
        SearchPage page = search.find(SearchQuery.text("ferry"));
        assertThat(page.hits()).extracting(hit -> hit.item().id().value()).containsExactly("headline", "body");
        assertThat(parts(page.hits().get(0), "S-05"))
                .isGreaterThan(parts(page.hits().get(1), "S-05"));
        assertThat(parts(page.hits().get(0), "S-07")).isPositive();
        assertThat(parts(page.hits().get(1), "S-07")).isZero();
    }

    @Test
    @Rule("S-06")
    void words_that_stand_together_come_first() {
        put(
                story("apart", "Evening", "The oil was sold. Far away and much later the price of fish rose a little."),
                story(
                        "together",
                        "Evening",
                        "The fish was sold. Far away and much later the oil price rose a little."));
        SearchPage page = search.find(SearchQuery.text("oil price"));
        assertThat(page.hits()).extracting(hit -> hit.item().id().value()).containsExactly("together", "apart");
        assertThat(parts(page.hits().get(0), "S-06")).isPositive();
        assertThat(parts(page.hits().get(1), "S-06")).isZero();
    }

    @Test
    @Rule("S-08")
    void the_newer_of_equals_comes_first_and_recency_is_bounded() {
        put(
                SampleArticles.article("month")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(30)))
                        .build(),
                SampleArticles.article("now").headline("Ferry").build(),
                SampleArticles.article("year")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(365)))
                        .build());
        List<Ranked<SearchHit>> hits = search.find(SearchQuery.text("ferry")).hits();
        assertThat(hits).extracting(hit -> hit.item().id().value()).containsExactly("now", "month", "year");
        double text = parts(hits.get(0), "S-05") + parts(hits.get(0), "S-07");
        assertThat(parts(hits.get(0), "S-08")).isCloseTo(text * 0.1, within(1e-9));
        assertThat(parts(hits.get(1), "S-08")).isCloseTo(text * 0.05, within(1e-9));
        assertThat(parts(hits.get(2), "S-08")).isBetween(text * 1e-9, text * 0.001);
        clock.advance(Duration.ofDays(10_000));
        List<Ranked<SearchHit>> later = search.find(SearchQuery.text("ferry")).hits();
        assertThat(later).extracting(hit -> hit.item().id().value()).containsExactly("now", "month", "year");
        assertThat(later).allSatisfy(hit -> assertThat(parts(hit, "S-08")).isZero());
    }

    @Test
    @Rule("S-09")
    void equal_articles_stand_newer_first_then_by_id() {
        List<Article> same = new ArrayList<>();
        for (String id : List.of("b", "a", "c", "\uD83D\uDE00", "\uFF5E")) {
            same.add(SampleArticles.article(id).headline("Same").build());
        }
        same.add(SampleArticles.article("older")
                .headline("Same")
                .publishedAt(NOW.minusNanos(1))
                .build());
        search.put(same);
        List<String> expected = same.stream()
                .sorted(Listed.NEWEST_FIRST)
                .map(article -> article.id().value())
                .toList();
        assertThat(found("")).isEqualTo(expected);
        assertThat(found(SearchQuery.text("same").sort(SearchQuery.Sort.NEWEST)))
                .isEqualTo(expected);
        assertThat(found(SearchQuery.text("same"))).isEqualTo(expected);
    }

    @Test
    void newest_first_shows_all_words_and_relaxes_below_a_page() {
        put(
                SampleArticles.article("one").headline("Ferry").build(),
                SampleArticles.article("two")
                        .headline("Ferry to Fao")
                        .publishedAt(NOW.minusSeconds(9))
                        .build());
        SearchQuery query = SearchQuery.text("ferry fao").sort(SearchQuery.Sort.NEWEST);
        assertThat(found(query.page(0, 1))).containsExactly("two");
        assertThat(found(query.page(1, 1))).isEmpty();
        put(SampleArticles.article("three").headline("Fao").build());
        assertThat(found(query.page(0, 2))).containsExactly("three", "one");
    }

    @Test
    void pages_partition_what_was_found() {
        search.put(SampleArticles.published(230, 3));
        List<String> whole = new ArrayList<>();
        whole.addAll(found(SearchQuery.text("story bridge").page(0, 100)));
        whole.addAll(found(SearchQuery.text("story bridge").page(1, 100)));
        whole.addAll(found(SearchQuery.text("story bridge").page(2, 100)));
        long total = search.find(SearchQuery.text("story bridge")).total();
        assertThat(whole).hasSize((int) total).doesNotHaveDuplicates();
        List<String> pieces = new ArrayList<>();
        for (int page = 0; page <= total / 7; page++) {
            pieces.addAll(found(SearchQuery.text("story bridge").page(page, 7)));
        }
        assertThat(pieces).isEqualTo(whole);
        assertThat(search.find(SearchQuery.text("story").page(Integer.MAX_VALUE, 100))
                        .hits())
                .isEmpty();
        assertThat(search.find(SearchQuery.text("story").page(Integer.MAX_VALUE, 100))
                        .total())
                .isEqualTo(230);
    }

    @Test
    void a_page_echoes_its_query_and_explains_itself() {
        search.put(SampleArticles.published(100, 5));
        SearchQuery query = SearchQuery.text("farmers \"the council said\" iran bridge");
        SearchPage page = search.find(query);
        assertThat(page.query()).isSameAs(query);
        assertThat(page.cut()).isFalse();
        assertThat(page.hits()).isNotEmpty().isSortedAccordingTo(Comparator.comparingDouble(hit -> -hit.value()));
        assertThat(page.hits()).allSatisfy(hit -> {
            assertThat(hit.unit()).isEqualTo("relevance");
            assertThat(hit.reasons().stream().mapToDouble(Reason::part).sum()).isCloseTo(hit.value(), within(1e-9));
            assertThat(hit.score()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void a_long_text_is_cut_and_said_to_be() {
        put(story("a", "Ferry", "Sinks."));
        assertThat(search.find(SearchQuery.text("ferry " + "x".repeat(1 << 20))).cut())
                .isTrue();
        assertThat(found("ferry " + "x ".repeat(1 << 19))).containsExactly("a");
        assertThat(search.find(SearchQuery.text("ferry " + "sinks ".repeat(70))).cut())
                .isTrue();
    }

    @Test
    void as_many_words_as_are_read_may_all_be_known() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            body.append("word")
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append("s ");
        }
        put(story("a", "Headline", body.toString()), story("b", "Other", "wordaa"));
        SearchPage page = search.find(SearchQuery.text(body.toString()));
        assertThat(page.cut()).isTrue();
        assertThat(page.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.item().id()).isEqualTo(ArticleId.of("a")));
        assertThat(found("-" + body.toString().strip().replace(" ", " -"))).isEmpty();
        assertThat(found("\"" + body + "\"")).containsExactly("a");
    }

    @Test
    void the_order_of_puts_changes_no_answer() {
        List<Article> articles = new ArrayList<>(SampleArticles.published(200, 11));
        search.put(articles);
        SearchPage page = search.find(SearchQuery.text("farmers bridge"));
        List<Similar> similar = search.similarTo(articles.get(3), 10);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(articles, new Random(seed));
            try (ArticleSearch other = open(folder.resolve("other" + seed), clock)) {
                for (int from = 0; from < articles.size(); from += 30 + 17 * seed) {
                    other.put(articles.subList(from, Math.min(articles.size(), from + 30 + 17 * seed)));
                }
                assertThat(other.find(page.query())).isEqualTo(page);
                Article asked = SampleArticles.published(200, 11).get(3);
                assertThat(other.similarTo(asked, 10)).isEqualTo(similar);
            }
        }
    }

    @Test
    void what_was_put_is_there_after_a_restart() {
        put(story("a", "Ferry sinks", "Off Basra."));
        assertThat(search.status().uncommitted()).isEqualTo(1);
        search.commit();
        assertThat(search.status().uncommitted()).isZero();
        put(story("b", "Ferry sails", "Off Fao."));
        SearchPage before = search.find(SearchQuery.text("ferry"));
        reopen();
        assertThat(search.find(SearchQuery.text("ferry"))).isEqualTo(before);
        assertThat(search.status().articles()).isEqualTo(2);
    }

    @Test
    void a_closed_search_says_so() {
        search.close();
        search.close();
        assertThatIllegalStateException().isThrownBy(() -> search.find(SearchQuery.text("a")));
        assertThatIllegalStateException()
                .isThrownBy(() -> search.put(SampleArticles.article("a").build()));
        assertThatIllegalStateException().isThrownBy(search::commit);
        assertThatIllegalStateException().isThrownBy(search::status);
    }

    @Test
    void catching_up_tells_only_what_changed() {
        CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
        store.put(SampleArticles.mixed(2500, 2));
        assertThat(search.catchUp(store)).isEqualTo(2500);
        assertMirrors(store);
        store.withdraw(ArticleId.of("n5"));
        store.put(SampleArticles.article("fresh").build());
        store.reset();
        assertThat(search.catchUp(store)).isEqualTo(2);
        assertThat(store.returned()).isEqualTo(2);
        assertMirrors(store);
        reopen();
        store.put(SampleArticles.article("fresher").build());
        assertThat(search.catchUp(store)).isEqualTo(1);
        assertThat(search.catchUp(store)).isZero();
        assertMirrors(store);
    }

    @Test
    void another_store_replaces_what_it_does_not_know() {
        ArticleStore first = ArticleStore.inMemory(ZoneOffset.UTC);
        first.put(SampleArticles.published(50, 1));
        search.catchUp(first);
        ArticleStore second = ArticleStore.inMemory(ZoneOffset.UTC);
        second.put(SampleArticles.published(20, 2));
        search.catchUp(second);
        assertMirrors(second);
        second.put(SampleArticles.article("fresh").build());
        assertThat(search.catchUp(second)).isEqualTo(1);
        assertMirrors(second);
    }

    @Test
    void a_round_that_broke_off_is_made_good() {
        ArticleStore whole = ArticleStore.inMemory(ZoneOffset.UTC);
        whole.put(SampleArticles.published(1500, 2));
        search.put(SampleArticles.article("stray").build());
        ArticleStore broken = new BrokenStore(whole, 1);
        assertThatThrownBy(() -> search.catchUp(broken)).hasMessage("the line is dead");
        assertThat(search.status().cursor()).isEqualTo(Changes.START);
        reopen();
        assertThat(found("stray")).containsExactly("stray");
        assertThat(search.catchUp(whole)).isEqualTo(500);
        assertThat(found("stray")).isEmpty();
        assertMirrors(whole);
    }

    @Test
    void rebuilding_makes_it_a_mirror_of_the_store() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(40, 1));
        search.catchUp(store);
        search.put(SampleArticles.article("stray").build());
        search.withdraw(ArticleId.of("n1"));
        assertThat(search.catchUp(store)).isZero();
        assertThat(search.rebuildFrom(store)).isEqualTo(40);
        assertMirrors(store);
        assertThat(search.status().cursor()).isNotEmpty();
    }

    private void assertMirrors(ArticleStore store) {
        Set<String> visible = new HashSet<>();
        try (var articles = store.stream()) {
            articles.filter(article -> article.isPublic(clock.instant()))
                    .forEach(article -> visible.add(article.id().value()));
        }
        assertThat(all("")).isEqualTo(visible);
        assertThat(search.find(SearchQuery.text("")).total()).isEqualTo(visible.size());
    }

    @Test
    @Rule("S-10")
    void similar_texts_share_what_few_others_have() {
        Article flood =
                story("flood", "Tigris floods Basra", "The river Tigris rose above its banks in Basra on Monday.");
        Article flood2 =
                story("flood2", "Tigris falls again", "In Basra the river Tigris fell after the floods of Monday.");
        Article poetry = story("poetry", "A prize for poetry", "The jury on Monday chose a poet from Shiraz.");
        put(flood, flood2, poetry);
        List<Similar> similar = search.similarTo(flood, 5);
        assertThat(similar).extracting(one -> one.id().value()).containsExactly("flood2", "poetry");
        assertThat(similar.get(0).similarity()).isGreaterThan(5 * similar.get(1).similarity());
        assertThat(similar.get(0).terms()).contains("Tigris", "Basra", "river").doesNotContain("the", "The", "in");
        assertThat(similar.get(1).terms()).containsExactly("Monday");
        assertThat(search.similarTo(flood, 1)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> search.similarTo(flood, 0));
    }

    @Test
    @Rule("S-10")
    void similarity_is_a_number_from_0_to_1_that_means_the_same() {
        Article asked = story("asked", "Tigris floods Basra", "The river rose above its banks.");
        Article copy = story("copy", "Tigris floods Basra", "The river rose above its banks.");
        put(copy);
        assertThat(search.similarTo(asked, 3)).singleElement().satisfies(similar -> {
            assertThat(similar.similarity()).isCloseTo(1, within(1e-9));
            assertThat(similar.terms()).hasSizeLessThanOrEqualTo(10);
        });
        Article half = story("half", "Tigris floods Basra", "Teachers demand more pay this winter.");
        put(half);
        double small = similarity(asked, "half");
        search.put(SampleArticles.published(500, 9));
        double large = similarity(asked, "half");
        assertThat(large).isCloseTo(small, within(0.15));
        assertThat(similarity(asked, "copy")).isCloseTo(1, within(1e-9));
    }

    private double similarity(Article article, String id) {
        return search.similarTo(article, 10).stream()
                .filter(similar -> similar.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .similarity();
    }

    @Test
    @Rule("S-10")
    void similarity_is_sorted_symmetric_and_never_of_itself() {
        List<Article> articles = SampleArticles.published(40, 4);
        search.put(articles);
        for (Article one : articles.subList(0, 3)) {
            List<Similar> similar = search.similarTo(one, 40);
            assertThat(similar)
                    .isSortedAccordingTo(Comparator.comparingDouble(other -> -other.similarity()))
                    .allSatisfy(other -> {
                        assertThat(other.id()).isNotEqualTo(one.id());
                        assertThat(other.terms()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
                        Article back =
                                articles.get(Integer.parseInt(other.id().value().substring(1)));
                        assertThat(search.similarTo(back, 40))
                                .filteredOn(again -> again.id().equals(one.id()))
                                .singleElement()
                                .satisfies(again ->
                                        assertThat(again.similarity()).isCloseTo(other.similarity(), within(1e-9)));
                    });
        }
    }

    @Test
    void one_line_and_empty_posts_have_similar_ones_or_none() {
        put(story("a", "Ferry", ""), story("b", "Ferries", ""), story("c", "", ""));
        assertThat(search.similarTo(story("x", "Ferry", ""), 3))
                .extracting(one -> one.id().value())
                .containsExactly("b", "a");
        assertThat(search.similarTo(story("x", "", ""), 3)).isEmpty();
        assertThat(search.similarTo(story("x", "the of and", ""), 3)).isEmpty();
    }

    @Test
    void texts_in_arabic_and_hebrew_have_similar_ones() {
        put(
                story("ar1", "إيران تعلن حظر تصدير النفط", "قالت الحكومة إن الحظر يبدأ غدا"),
                story("ar2", "أسعار النفط ترتفع بعد حظر ايران", "ارتفعت الأسعار"),
                story("he1", "הממשלה אישרה את התקציב", "התקציב אושר בכנסת"),
                story("he2", "הכנסת דנה על התקציב", "דיון בכנסת"));
        assertThat(search.similarTo(story("x", "حظر النفط في إيران", ""), 2))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("ar1", "ar2");
        assertThat(search.similarTo(story("x", "התקציב בכנסת", ""), 2))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("he1", "he2");
    }

    @Test
    void rarity_goes_from_everywhere_to_nowhere() {
        assertThat(search.rarity("anything")).isEqualTo(1);
        search.put(IntStream.range(0, 50)
                .mapToObj(n -> story("s" + n, n % 10 == 0 ? "Ferry" : "Bridge", "Everywhere."))
                .toList());
        assertThat(search.rarity("everywhere")).isZero();
        assertThat(search.rarity("nowhere")).isEqualTo(1);
        assertThat(search.rarity("ferries")).isBetween(0.5, 0.99);
        assertThat(search.rarity("Bridge")).isBetween(0.001, search.rarity("ferry"));
        assertThat(search.rarity("the bridge ferry")).isEqualTo(1);
        assertThat(search.rarity("bridge ferry")).isEqualTo(search.rarity("ferry"));
        assertThat(search.rarity("?")).isEqualTo(1);
    }

    @Test
    void the_revision_changes_with_the_answers_and_not_by_asking() {
        long empty = search.revision();
        put(story("a", "Ferry", "Sinks."));
        long one = search.revision();
        assertThat(one).isNotEqualTo(empty);
        search.find(SearchQuery.text("ferry"));
        search.similarTo(story("x", "Ferry", ""), 1);
        search.commit();
        assertThat(search.revision()).isEqualTo(one);
        search.withdraw(ArticleId.of("a"));
        assertThat(search.revision()).isNotEqualTo(one);
    }

    private static double parts(Ranked<SearchHit> hit, String rule) {
        return hit.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::part)
                .sum();
    }
}
