package dev.byline.examples.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Correction;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTest {
    private static final Path FOLDER = Path.of("..", "sample");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> REGIONS =
            List.of("sa", "ae", "bh", "ye", "qa", "af", "ir", "iq", "sy", "lb", "ps", "il");
    private static final List<String> MAIN_MENU = List.of(
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
    private static final Set<String> ORDINARY =
            Set.of("p", "h2", "ul", "li", "blockquote", "figure", "img", "figcaption", "a", "em", "strong");
    private static final Pattern MARKUP = Pattern.compile("<(/?)([a-z0-9]+)[^<>]*>");

    private final List<String> types = new ArrayList<>();
    private final List<String> asRead = new ArrayList<>();
    private final List<String> asWritten = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final List<Author> authors = new ArrayList<>();
    private final List<Menu> menus = new ArrayList<>();
    private final List<StaticPage> pages = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** A line of events.jsonl; {@code who} is the visitor of a view and the network of a share. */
    private record Event(String kind, ArticleId article, Instant at, String who) {}

    @BeforeAll
    void read() throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve("site.jsonl"), StandardCharsets.UTF_8)) {
            JsonNode item = JSON.readTree(line);
            String type = item.get("type").asString();
            types.add(type);
            asRead.add(line);
            switch (type) {
                case "site" -> keep(type, "publication", item, Publication.class, publications);
                case "author" -> keep(type, "author", item, Author.class, authors);
                case "menu" -> keep(type, "menu", item, Menu.class, menus);
                case "page" -> keep(type, "page", item, StaticPage.class, pages);
                case "article" -> keep(type, "article", item, Article.class, articles);
                case "comment" -> keep(type, "comment", item, Comment.class, comments);
                default -> throw new AssertionError("no such type: " + type);
            }
        }
        for (String line : Files.readAllLines(FOLDER.resolve("events.jsonl"), StandardCharsets.UTF_8)) {
            JsonNode event = JSON.readTree(line);
            String kind = event.get("kind").asString();
            String who = kind.equals("view") ? "visitor" : "network";
            assertThat(event.propertyNames()).as(line).containsExactly("kind", "article", "at", who);
            events.add(new Event(
                    kind,
                    ArticleId.of(event.get("article").asString()),
                    Instant.parse(event.get("at").asString()),
                    event.get(who).asString()));
        }
    }

    private <T> void keep(String type, String field, JsonNode item, Class<T> record, List<T> kept) {
        T value = JSON.treeToValue(item.get(field), record);
        kept.add(value);
        asWritten.add("{\"type\":\"" + type + "\",\"" + field + "\":" + JSON.writeValueAsString(value) + "}");
    }

    private List<Article> published() {
        return articles.stream().filter(article -> article.isPublic(NOW)).toList();
    }

    private Article article(String id) {
        return articles.stream()
                .filter(article -> article.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T present(String where, @Nullable T value) {
        if (value == null) {
            throw new AssertionError(where);
        }
        return value;
    }

    @Test
    void everyLineIsExactlyWhatItsRecordWrites() {
        assertThat(asWritten).isEqualTo(asRead);
    }

    @Test
    void theSiteComesFirstThenAuthorsMenusPagesArticlesAndComments() {
        assertThat(types.stream().distinct()).containsExactly("site", "author", "menu", "page", "article", "comment");
        assertThat(types)
                .isSortedAccordingTo(
                        Comparator.comparing(List.of("site", "author", "menu", "page", "article", "comment")::indexOf));
        assertThat(types.stream().collect(groupingBy(Function.identity(), counting())))
                .isEqualTo(Map.of("site", 1L, "author", 4L, "menu", 2L, "page", 3L, "article", 15L, "comment", 17L));
    }

    @Test
    void thePublicationSaysWhatEachPagePrintsOfIt() {
        Publication site = publications.get(0);
        assertThat(site.name()).isEqualTo("The Lateen Post");
        assertThat(site.baseUrl()).isEqualTo("https://example.org");
        assertThat(site.tagline()).isNotBlank();
        assertThat(site.logo()).isNotNull();
        assertThat(site.language()).isEqualTo(Language.of("en"));
        assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Riyadh"));
        assertThat(site.copyright()).contains(site.name());
        assertThat(site.pages()).containsExactly("about", "contact", "privacy");
    }

    @Test
    void theMenusLeadToTheTwelveRegionsAndTheThreePagesInOrder() {
        Menu main = menus.get(0);
        Menu footer = menus.get(1);
        assertThat(main.key()).isEqualTo("main");
        assertThat(main.entries()).extracting(Menu.Entry::label).isEqualTo(MAIN_MENU);
        assertThat(main.entries().get(0).target()).isEqualTo(MenuTarget.home());
        assertThat(main.entries().stream().skip(1).map(Menu.Entry::target))
                .isEqualTo(REGIONS.stream().map(MenuTarget::region).toList());
        assertThat(main.size()).isEqualTo(13);
        assertThat(footer.key()).isEqualTo("footer");
        assertThat(footer.entries())
                .extracting(Menu.Entry::target)
                .containsExactly(MenuTarget.page("about"), MenuTarget.page("contact"), MenuTarget.page("privacy"));
        assertThat(pages).extracting(StaticPage::slug).containsExactlyInAnyOrder("about", "contact", "privacy");
        assertThat(pages).allMatch(page -> page.isPublic(NOW));
        assertThat(pages).extracting(StaticPage::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void twelveArticlesArePublicOneForEachRegion() {
        assertThat(published())
                .extracting(article -> article.regions().get(0).key())
                .containsExactlyInAnyOrderElementsOf(REGIONS);
        assertThat(published())
                .filteredOn(article -> article.regions().size() > 1)
                .hasSizeBetween(3, 9);
        assertThat(articles.stream().flatMap(article -> article.regions().stream()))
                .allSatisfy(region ->
                        assertThat(region.name()).isEqualTo(MAIN_MENU.get(1 + REGIONS.indexOf(region.key()))));
        assertThat(published().stream()
                        .flatMap(article -> article.sections().stream())
                        .map(section -> section.name())
                        .distinct())
                .containsExactlyInAnyOrder("Places", "Trade", "Science", "Culture", "Sport");
    }

    @Test
    void kindsAndLanguagesAreAsTheReadmeSays() {
        assertThat(article("mocha").kind()).isEqualTo(ArticleKind.ANALYSIS);
        assertThat(article("alphabet").kind()).isEqualTo(ArticleKind.OPINION);
        assertThat(articles)
                .filteredOn(article -> article.kind() == ArticleKind.NEWS)
                .hasSize(13);
        assertThat(article("soap").language()).isEqualTo(Language.of("ar"));
        assertThat(article("qanats").language()).isEqualTo(Language.of("fa"));
        assertThat(articles)
                .filteredOn(article -> article.language().equals(Language.of("en")))
                .hasSize(13);
        for (String id : List.of("soap", "qanats")) {
            Article rightToLeft = article(id);
            assertThat(rightToLeft.language().direction()).isEqualTo(Language.Direction.RTL);
            for (String text : List.of(
                    rightToLeft.slug(), rightToLeft.headline(), rightToLeft.credit(), rightToLeft.standfirst())) {
                assertThat(text).as(id).containsPattern("\\p{IsArabic}").doesNotContainPattern("[A-Za-z,;?\"]");
            }
            assertThat(Jsoup.parseBodyFragment(rightToLeft.body()).text()).doesNotContainPattern("[A-Za-z,;?\"]");
        }
    }

    @Test
    void threeArticlesShowWhyOneIsNotPublic() {
        assertThat(articles)
                .filteredOn(article -> !article.isPublic(NOW))
                .extracting(article -> article.id().value())
                .containsExactly("five-dates", "dragon-trees", "coffee-evening");
        assertThat(article("five-dates").status()).isEqualTo(ArticleStatus.SCHEDULED);
        assertThat(article("five-dates").isPublic(Instant.parse("2026-11-24T05:59:59Z")))
                .isFalse();
        assertThat(article("five-dates").isPublic(Instant.parse("2026-11-24T06:00:00Z")))
                .isTrue();
        assertThat(article("dragon-trees").status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(article("dragon-trees").publishedAt()).isNull();
        assertThat(article("coffee-evening").isPublic(Instant.parse("2026-06-05T20:59:59Z")))
                .isTrue();
        assertThat(article("coffee-evening").isPublic(Instant.parse("2026-06-05T21:00:00Z")))
                .isFalse();
        assertThat(articles)
                .filteredOn(article -> !article.isPublic(NOW))
                .allSatisfy(article -> assertThat(words(article)).isBetween(20, 120));
    }

    @Test
    void bodiesAreOrdinaryBalancedHtmlOfAnArticlesLength() {
        for (Article article : articles) {
            balanced(article.id().value(), article.body());
        }
        for (StaticPage page : pages) {
            balanced(page.slug(), page.body());
        }
        for (Article article : published()) {
            assertThat(words(article)).as(article.toString()).isBetween(350, 650);
            Document body = Jsoup.parseBodyFragment(article.body());
            assertThat(body.select("h2")).as(article.toString()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(body.select("a")).as(article.toString()).isNotEmpty();
        }
        for (String tag : List.of("ul", "blockquote", "figure")) {
            assertThat(published())
                    .filteredOn(article -> article.body().contains("<" + tag + ">"))
                    .as(tag)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static int words(Article article) {
        return Jsoup.parseBodyFragment(article.body()).text().split(" ").length;
    }

    private static void balanced(String where, String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher markup = MARKUP.matcher(html);
        while (markup.find()) {
            String tag = markup.group(2);
            assertThat(ORDINARY).as(where).contains(tag);
            if (!markup.group(1).isEmpty()) {
                assertThat(open.poll()).as("%s: %s", where, markup.group()).isEqualTo(tag);
            } else if (!tag.equals("img")) {
                open.push(tag);
            }
        }
        assertThat(open).as(where).isEmpty();
        assertThat(markup.replaceAll("")).as(where).doesNotContainPattern("[<>\"]");
    }

    @Test
    void linksLeadToPublicArticlesAndPicturesSayWhatTheyShow() {
        Map<String, Article> bySlug = articles.stream().collect(Collectors.toMap(Article::slug, Function.identity()));
        for (Article article : articles) {
            Document body = Jsoup.parseBodyFragment(article.body());
            for (Element link : body.select("a")) {
                String target = URLDecoder.decode(link.attr("href"), StandardCharsets.UTF_8);
                assertThat(target).startsWith("https://example.org/");
                Article linked = present(target, bySlug.get(target.substring("https://example.org/".length())));
                assertThat(linked).isNotEqualTo(article);
                assertThat(linked.isPublic(NOW)).as(target).isTrue();
            }
            for (Element image : body.select("img")) {
                assertThat(image.attr("src")).startsWith("https://example.org/images/");
                assertThat(image.attr("alt")).isNotBlank();
            }
        }
        for (Article article : published()) {
            Image image = present(article.toString(), article.image());
            assertThat(image.url()).startsWith("https://example.org/images/");
            assertThat(List.of(image.alt(), image.caption(), image.credit())).noneMatch(String::isBlank);
        }
        assertThat(authors).allMatch(author -> author.picture().startsWith("https://example.org/images/"));
    }

    @Test
    void idsAndSlugsAreUsedOnce() {
        assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(comments).extracting(Comment::id).doesNotHaveDuplicates();
        List<String> slugs = new ArrayList<>();
        articles.forEach(article -> slugs.add(article.slug()));
        articles.forEach(article -> slugs.addAll(article.oldSlugs()));
        pages.forEach(page -> slugs.add(page.slug()));
        assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*"));
        assertThat(article("dhow-yards").oldSlugs()).containsExactly("dhow-yards-of-the-gulf");
    }

    @Test
    void articlesSpreadOverAYearAndTwoShareTheirInstant() {
        assertThat(published())
                .extracting(Article::publishedAt)
                .isSorted()
                .allMatch(at -> at.isAfter(Instant.parse("2025-12-01T00:00:00Z")) && at.isBefore(NOW));
        assertThat(published().stream().map(Article::publishedAt).distinct()).hasSize(11);
        assertThat(article("pearls").publishedAt())
                .isEqualTo(article("dhow-yards").publishedAt());
        assertThat(published())
                .filteredOn(article -> article.modifiedAt() != null)
                .hasSizeBetween(3, 6);
        for (Article article : articles) {
            Instant modified = article.modifiedAt();
            if (modified != null) {
                assertThat(modified).isAfter(article.publishedAt()).isBefore(NOW);
            }
        }
        List<Correction> corrections = articles.stream()
                .flatMap(article -> article.corrections().stream())
                .toList();
        assertThat(corrections).isEqualTo(article("pearls").corrections()).hasSize(1);
        assertThat(corrections.get(0).at()).isEqualTo(article("pearls").modifiedAt());
    }

    @Test
    void authorsAndTagsAreToldTheSameWayEverywhere() {
        assertThat(authors).hasSize(4).allMatch(author -> !author.biography().isBlank());
        assertThat(authors)
                .allMatch(author -> published().stream()
                        .anyMatch(article -> article.authors().contains(author)));
        assertThat(articles).allSatisfy(article -> assertThat(authors).containsAll(article.authors()));

        Map<String, Set<String>> names = articles.stream()
                .flatMap(article -> article.tags().stream())
                .collect(groupingBy(Tag::key, Collectors.mapping(Tag::name, Collectors.toSet())));
        assertThat(names.values()).allMatch(spellings -> spellings.size() == 1);
        for (Article article : published()) {
            assertThat(article.tags())
                    .as(article.toString())
                    .hasSizeBetween(3, 6)
                    .doesNotHaveDuplicates();
            assertThat(published())
                    .as("shares a tag with %s", article)
                    .anyMatch(other ->
                            !other.equals(article) && other.tags().stream().anyMatch(article.tags()::contains));
            assertThat(article.headline()).isNotBlank();
            assertThat(article.standfirst()).isNotBlank();
        }
        assertThat(published())
                .filteredOn(article -> !article.excerpt().isEmpty())
                .hasSize(3);
        assertThat(published())
                .filteredOn(article -> article.headline().matches(".*[‘“«].*"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void commentCountsAreThoseOfTheApprovedComments() {
        assertThat(comments.stream().collect(groupingBy(Comment::state, counting())))
                .isEqualTo(Map.of(CommentState.APPROVED, 14L, CommentState.HELD, 2L, CommentState.SPAM, 1L));
        for (Article article : articles) {
            assertThat(article.commentCount()).as(article.toString()).isEqualTo((int) comments.stream()
                    .filter(comment -> comment.article().equals(article.id()))
                    .filter(comment -> comment.state() == CommentState.APPROVED)
                    .count());
        }
        assertThat(articles).filteredOn(article -> article.commentCount() > 0).hasSize(4);
    }

    @Test
    void threadsStayOnTheirArticleAndAreThreeDeep() {
        Map<CommentId, Comment> byId = new HashMap<>();
        Map<CommentId, Integer> depth = new HashMap<>();
        for (Comment comment : comments) {
            Article about = article(comment.article().value());
            assertThat(about.isPublic(comment.at())).as(comment.toString()).isTrue();
            assertThat(comment.at()).isBefore(NOW);
            assertThat(comment.name()).isNotBlank();
            balanced(comment.toString(), comment.text().replaceAll(" href=\"[^\"]*\"", ""));
            int level = 1;
            CommentId parentId = comment.parent();
            if (parentId != null) {
                Comment parent = present(comment.toString(), byId.get(parentId));
                assertThat(parent.article()).isEqualTo(comment.article());
                assertThat(parent.at()).isBefore(comment.at());
                assertThat(parent.state()).isEqualTo(CommentState.APPROVED);
                level = depth.getOrDefault(parentId, 0) + 1;
            }
            byId.put(comment.id(), comment);
            depth.put(comment.id(), level);
        }
        assertThat(depth.values()).contains(1, 2, 3).allMatch(level -> level <= 3);
    }

    @Test
    void eventsAreOfPublicArticlesInTheWeekBeforeTheInstant() {
        assertThat(events).extracting(Event::at).isSorted();
        for (Event event : events) {
            assertThat(event.at()).isAfterOrEqualTo(WEEK_AGO).isBefore(NOW);
            assertThat(article(event.article().value()).isPublic(event.at()))
                    .as(event.toString())
                    .isTrue();
            if (event.kind().equals("share")) {
                assertThat(event.who()).isIn("facebook", "x", "whatsapp", "telegram");
            } else {
                assertThat(event.kind()).isEqualTo("view");
                assertThat(event.who()).matches("v-[0-9a-f]{8}");
            }
        }
        assertThat(events).filteredOn(event -> event.kind().equals("view")).hasSize(400);
        assertThat(events).filteredOn(event -> event.kind().equals("share")).hasSize(55);
        assertThat(events.stream().map(Event::article).distinct()).hasSize(12);
    }

    @Test
    void viewsHaveTheShapeOfRealTraffic() {
        List<Event> views =
                events.stream().filter(event -> event.kind().equals("view")).toList();
        Map<ArticleId, Long> counts = views.stream().collect(groupingBy(Event::article, counting()));
        assertThat(counts.values()).doesNotHaveDuplicates();
        long top = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(counts).containsEntry(ArticleId.of("falcons"), top);
        assertThat((double) top / views.size()).isBetween(0.13, 0.17);

        Map<String, Instant> latest = new HashMap<>();
        int repeats = 0;
        for (Event view : views) {
            Instant before = latest.put(view.article() + " " + view.who(), view.at());
            if (before != null && Duration.between(before, view.at()).compareTo(Duration.ofMinutes(30)) <= 0) {
                repeats++;
            }
        }
        assertThat((double) repeats / views.size()).isBetween(0.07, 0.14);
    }

    @Test
    void sharesTrailViews() {
        Map<ArticleId, List<Event>> byArticle = events.stream().collect(groupingBy(Event::article));
        for (List<Event> ofOne : byArticle.values()) {
            assertThat(ofOne.get(0).kind()).isEqualTo("view");
        }
        Instant published = Instant.parse("2026-11-16T05:00:00Z");
        assertThat(article("falcons").publishedAt()).isEqualTo(published);
        List<Duration> shared = byArticle.getOrDefault(ArticleId.of("falcons"), List.of()).stream()
                .filter(event -> event.kind().equals("share"))
                .map(event -> Duration.between(published, event.at()))
                .toList();
        long half = shared.size() / 2;
        assertThat(shared).filteredOn(delay -> delay.toHours() < 3).hasSizeLessThan((int) half);
        assertThat(shared).filteredOn(delay -> delay.toHours() < 24).hasSizeGreaterThan((int) half);
        assertThat(shared).allMatch(delay -> delay.toHours() < 48);
    }
}
