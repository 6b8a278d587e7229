package dev.byline.examples.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Correction;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTest {
    private static final List<String> REGIONS =
            List.of("sa", "ae", "bh", "ye", "qa", "af", "ir", "iq", "sy", "lb", "ps", "il");
    private static final List<String> SECTIONS = List.of("places", "trade", "science", "culture", "sport");
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
    private final SampleFiles sample = SampleFiles.read();

    @Test
    void everyLineIsExactlyWhatItsRecordWrites() {
        assertThat(sample.asWritten).isEqualTo(sample.asRead);
    }

    @Test
    void theSiteComesFirstThenAuthorsMenusPagesArticlesAndComments() {
        assertThat(sample.types.stream().distinct())
                .containsExactly("site", "author", "menu", "page", "article", "comment");
        assertThat(sample.types)
                .isSortedAccordingTo(
                        Comparator.comparing(List.of("site", "author", "menu", "page", "article", "comment")::indexOf));
        assertThat(sample.types.stream().collect(groupingBy(Function.identity(), counting())))
                .isEqualTo(Map.of("site", 1L, "author", 6L, "menu", 3L, "page", 3L, "article", 68L, "comment", 105L));
    }

    @Test
    void thePublicationSaysWhatEachPagePrintsOfIt() {
        Publication site = sample.publications.get(0);
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
        assertThat(sample.menus).extracting(Menu::key).containsExactly("explore", "footer", "main");
        Menu main = sample.menu("main");
        Menu footer = sample.menu("footer");
        assertThat(main.entries()).extracting(Menu.Entry::label).isEqualTo(MAIN_MENU);
        assertThat(main.entries().get(0).target()).isEqualTo(MenuTarget.home());
        assertThat(main.entries().stream().skip(1).map(Menu.Entry::target))
                .isEqualTo(REGIONS.stream().map(MenuTarget::region).toList());
        assertThat(main.size()).isEqualTo(13);
        assertThat(footer.entries())
                .extracting(Menu.Entry::target)
                .containsExactly(MenuTarget.page("about"), MenuTarget.page("contact"), MenuTarget.page("privacy"));
        assertThat(sample.pages).extracting(StaticPage::slug).containsExactlyInAnyOrder("about", "contact", "privacy");
        assertThat(sample.pages).allMatch(page -> page.isPublic(SampleFiles.NOW));
        assertThat(sample.pages).extracting(StaticPage::position).doesNotHaveDuplicates();
    }

    @Test
    void theMenuOfGroupsHoldsEachRegionOnceAndLeadsToAllSections() {
        Menu explore = sample.menu("explore");
        List<Menu.Entry> groups = explore.entries().stream()
                .filter(entry -> entry.target().kind() == MenuTarget.Kind.GROUP)
                .toList();
        assertThat(groups).hasSize(3);
        assertThat(groups.stream().flatMap(group -> group.entries().stream()).map(Menu.Entry::target))
                .containsExactlyInAnyOrderElementsOf(
                        REGIONS.stream().map(MenuTarget::region).toList());
        assertThat(explore.entries().stream()
                        .map(Menu.Entry::target)
                        .filter(target -> target.kind() == MenuTarget.Kind.SECTION)
                        .map(MenuTarget::key))
                .containsExactlyInAnyOrderElementsOf(SECTIONS);
    }

    @Test
    void sixtyFiveArticlesArePublicAndEachRegionAndSectionHasSeveral() {
        assertThat(sample.published()).hasSize(65);
        for (String region : REGIONS) {
            assertThat(sample.published())
                    .filteredOn(article -> article.regions().get(0).key().equals(region))
                    .as(region)
                    .hasSizeGreaterThanOrEqualTo(5);
        }
        for (String section : SECTIONS) {
            assertThat(sample.published())
                    .filteredOn(article ->
                            article.sections().stream().anyMatch(of -> of.key().equals(section)))
                    .as(section)
                    .hasSizeGreaterThanOrEqualTo(10);
        }
        assertThat(sample.published())
                .filteredOn(article -> article.regions().size() == 2)
                .hasSizeBetween(15, 40);
        assertThat(sample.articles.stream().flatMap(article -> article.regions().stream()))
                .allSatisfy(region ->
                        assertThat(region.name()).isEqualTo(MAIN_MENU.get(1 + REGIONS.indexOf(region.key()))));
        assertThat(sample.articles.stream().flatMap(article -> article.sections().stream()))
                .allSatisfy(section -> assertThat(section.key()).isIn(SECTIONS));
    }

    @Test
    void kindsAndLanguagesAreAsTheReadmeSays() {
        assertThat(sample.article("mocha").kind()).isEqualTo(ArticleKind.ANALYSIS);
        assertThat(sample.article("alphabet").kind()).isEqualTo(ArticleKind.OPINION);
        assertThat(sample.published().stream().collect(groupingBy(Article::kind, counting())))
                .isEqualTo(Map.of(
                        ArticleKind.NEWS, 51L,
                        ArticleKind.ANALYSIS, 5L,
                        ArticleKind.OPINION, 5L,
                        ArticleKind.REVIEW, 4L));
        assertThat(sample.published().stream().collect(groupingBy(Article::language, counting())))
                .isEqualTo(Map.of(
                        Language.of("en"), 51L,
                        Language.of("ar"), 7L,
                        Language.of("fa"), 4L,
                        Language.of("he"), 3L));
        for (Article article : sample.published()) {
            if (article.language().direction() == Language.Direction.RTL) {
                boolean hebrew = article.language().equals(Language.of("he"));
                for (String text : List.of(
                        article.slug(),
                        article.headline(),
                        article.credit(),
                        article.standfirst(),
                        Jsoup.parseBodyFragment(article.body()).text())) {
                    assertThat(text)
                            .as(article.toString())
                            .containsPattern(hebrew ? "\\p{IsHebrew}" : "\\p{IsArabic}")
                            .doesNotContainPattern(hebrew ? "[A-Za-z]" : "[A-Za-z,;?\"]");
                }
            }
        }
    }

    @Test
    void oneIsThereInTwoLanguages() {
        Article english = sample.article("norias");
        Article arabic = sample.article("norias-ar");
        assertThat(sample.articles)
                .filteredOn(article -> !article.translationGroup().isEmpty())
                .containsExactly(english, arabic);
        assertThat(arabic.translationGroup()).isEqualTo(english.translationGroup());
        assertThat(arabic.language()).isEqualTo(Language.of("ar"));
        assertThat(arabic.sections()).isEqualTo(english.sections());
        assertThat(arabic.regions()).isEqualTo(english.regions());
        assertThat(arabic.tags()).isEqualTo(english.tags());
    }

    @Test
    void threeArticlesShowWhyOneIsNotPublic() {
        assertThat(sample.articles)
                .filteredOn(article -> !article.isPublic(SampleFiles.NOW))
                .extracting(article -> article.id().value())
                .containsExactlyInAnyOrder("five-dates", "dragon-trees", "coffee-evening");
        assertThat(sample.article("five-dates").status()).isEqualTo(ArticleStatus.SCHEDULED);
        assertThat(sample.article("five-dates").isPublic(Instant.parse("2026-11-24T05:59:59Z")))
                .isFalse();
        assertThat(sample.article("five-dates").isPublic(Instant.parse("2026-11-24T06:00:00Z")))
                .isTrue();
        assertThat(sample.article("dragon-trees").status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(sample.article("dragon-trees").publishedAt()).isNull();
        assertThat(sample.article("coffee-evening").isPublic(Instant.parse("2026-06-05T20:59:59Z")))
                .isTrue();
        assertThat(sample.article("coffee-evening").isPublic(Instant.parse("2026-06-05T21:00:00Z")))
                .isFalse();
        assertThat(sample.articles)
                .filteredOn(article -> !article.isPublic(SampleFiles.NOW))
                .allSatisfy(article -> assertThat(words(article)).isBetween(20, 120));
    }

    @Test
    void bodiesAreOrdinaryBalancedHtmlOfAnArticlesLength() {
        for (Article article : sample.articles) {
            SampleFiles.balanced(article.id().value(), article.body());
        }
        for (StaticPage page : sample.pages) {
            SampleFiles.balanced(page.slug(), page.body());
        }
        for (Article article : sample.published()) {
            assertThat(words(article)).as(article.toString()).isBetween(350, 650);
            Document body = Jsoup.parseBodyFragment(article.body());
            assertThat(body.select("h2")).as(article.toString()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(body.select("a")).as(article.toString()).isNotEmpty();
        }
        for (String tag : List.of("ul", "blockquote", "figure")) {
            assertThat(sample.published())
                    .filteredOn(article -> article.body().contains("<" + tag + ">"))
                    .as(tag)
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private static int words(Article article) {
        return Jsoup.parseBodyFragment(article.body()).text().split(" ").length;
    }

    @Test
    void linksLeadToPublicArticlesAndPicturesSayWhatTheyShow() {
        Map<String, Article> bySlug =
                sample.articles.stream().collect(Collectors.toMap(Article::slug, Function.identity()));
        for (Article article : sample.articles) {
            Document body = Jsoup.parseBodyFragment(article.body());
            for (Element link : body.select("a")) {
                String target = URLDecoder.decode(link.attr("href"), StandardCharsets.UTF_8);
                assertThat(target).startsWith("https://example.org/");
                Article linked =
                        SampleFiles.present(target, bySlug.get(target.substring("https://example.org/".length())));
                assertThat(linked).isNotEqualTo(article);
                assertThat(linked.isPublic(SampleFiles.NOW)).as(target).isTrue();
            }
            for (Element image : body.select("img")) {
                assertThat(image.attr("src")).startsWith("https://example.org/images/");
                assertThat(image.attr("alt")).isNotBlank();
            }
        }
        for (Article article : sample.published()) {
            Image image = SampleFiles.present(article.toString(), article.image());
            assertThat(image.url()).startsWith("https://example.org/images/");
            assertThat(List.of(image.alt(), image.caption(), image.credit())).noneMatch(String::isBlank);
        }
        assertThat(sample.authors).allMatch(author -> author.picture().startsWith("https://example.org/images/"));
    }

    @Test
    void idsAndSlugsAreUsedOnce() {
        assertThat(sample.articles).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(sample.comments).extracting(Comment::id).doesNotHaveDuplicates();
        List<String> slugs = new ArrayList<>();
        sample.articles.forEach(article -> slugs.add(article.slug()));
        sample.articles.forEach(article -> slugs.addAll(article.oldSlugs()));
        sample.pages.forEach(page -> slugs.add(page.slug()));
        assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*"));
        assertThat(sample.article("dhow-yards").oldSlugs()).containsExactly("dhow-yards-of-the-gulf");
    }

    @Test
    void articlesSpreadOverTwoYearsAndTwoShareTheirInstant() {
        assertThat(sample.published())
                .extracting(Article::publishedAt)
                .allMatch(at -> at.isAfter(Instant.parse("2024-11-20T12:00:00Z")) && at.isBefore(SampleFiles.NOW));
        assertThat(sample.published().stream().map(Article::publishedAt).distinct())
                .hasSize(64);
        for (int quarter = 0; quarter < 8; quarter++) {
            Instant from = Instant.parse("2024-11-20T12:00:00Z").plus(Duration.ofDays(91L * quarter));
            assertThat(sample.published())
                    .filteredOn(article ->
                            SampleFiles.present("date", article.publishedAt()).isAfter(from)
                                    && SampleFiles.present("date", article.publishedAt())
                                            .isBefore(from.plus(Duration.ofDays(92))))
                    .as("the quarter from %s", from)
                    .hasSizeGreaterThanOrEqualTo(4);
        }
        assertThat(sample.article("pearls").publishedAt())
                .isEqualTo(sample.article("dhow-yards").publishedAt());
        assertThat(sample.published())
                .filteredOn(article -> article.modifiedAt() != null)
                .hasSizeBetween(10, 16);
        for (Article article : sample.articles) {
            Instant modified = article.modifiedAt();
            if (modified != null) {
                assertThat(modified).isAfter(article.publishedAt()).isBefore(SampleFiles.NOW);
            }
        }
        List<Article> corrected = sample.articles.stream()
                .filter(article -> !article.corrections().isEmpty())
                .toList();
        assertThat(corrected).hasSizeBetween(4, 6).contains(sample.article("pearls"));
        assertThat(corrected)
                .allSatisfy(article -> assertThat(article.corrections())
                        .extracting(Correction::at)
                        .contains(SampleFiles.present("modified", article.modifiedAt())));
    }

    @Test
    void authorsAndTagsAreToldTheSameWayEverywhere() {
        assertThat(sample.authors)
                .hasSize(6)
                .allMatch(author -> !author.biography().isBlank());
        assertThat(sample.authors)
                .allMatch(author -> sample.published().stream()
                        .anyMatch(article -> article.authors().contains(author)));
        assertThat(sample.articles)
                .allSatisfy(article -> assertThat(sample.authors).containsAll(article.authors()));

        Map<String, Set<String>> names = sample.articles.stream()
                .flatMap(article -> article.tags().stream())
                .collect(groupingBy(Tag::key, Collectors.mapping(Tag::name, Collectors.toSet())));
        assertThat(names.values()).allMatch(spellings -> spellings.size() == 1);
        for (Article article : sample.published()) {
            assertThat(article.tags())
                    .as(article.toString())
                    .hasSizeBetween(3, 6)
                    .doesNotHaveDuplicates();
            assertThat(sample.published())
                    .as("shares a tag with %s", article)
                    .anyMatch(other ->
                            !other.equals(article) && other.tags().stream().anyMatch(article.tags()::contains));
            assertThat(article.headline()).isNotBlank();
            assertThat(article.standfirst()).isNotBlank();
        }
        assertThat(sample.published())
                .filteredOn(article -> !article.excerpt().isEmpty())
                .hasSizeBetween(25, 50);
        assertThat(sample.published())
                .filteredOn(article -> article.headline().matches(".*[‘“«].*"))
                .hasSizeGreaterThanOrEqualTo(10);
    }
}
