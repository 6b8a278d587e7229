package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.ELSEWHERE;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of docs/rules.md one by one, in the pure form of the engine. */
class RelatedRulesTest {
    private static final RelatedPolicy SHORT = RelatedPolicy.defaults().backfill(false);
    private static final Tag FLOODS = Tag.of("floods", "Floods");
    private static final Tag OIL = Tag.of("oil", "Oil price");
    private static final Tag POETRY = Tag.of("poetry", "Poetry");

    private final Article flood = article("flood").build();

    @Test
    @Rule("R-01")
    void neverTheArticleItself() {
        ExplainedList list = rank(SHORT, alike(article("flood"), 1));
        assertThat(list.ranked()).isEmpty();
        assertThat(list.leftOut()).extracting(LeftOut::rule).containsExactly("R-01");
    }

    @Test
    @Rule("R-02")
    void onlyWhatIsPublicAtTheMoment() {
        ExplainedList list = rank(
                SHORT,
                alike(article("draft").status(ArticleStatus.DRAFT), .9),
                alike(article("embargoed").publishedAt(NOW.plusSeconds(1)).status(ArticleStatus.SCHEDULED), .9),
                alike(article("expired").expiresAt(NOW), .9),
                alike(article("locked").passwordProtected(true), .9),
                alike(article("private").status(ArticleStatus.PRIVATE), .9),
                alike(article("withdrawn").status(ArticleStatus.WITHDRAWN), .9),
                alike(article("due").status(ArticleStatus.SCHEDULED), .9));
        assertThat(ids(list)).containsExactly("due");
        assertThat(list.leftOut()).extracting(LeftOut::rule).containsOnly("R-02");
        assertThat(list.leftOut())
                .extracting(left -> left.article().value())
                .containsExactly("draft", "embargoed", "expired", "locked", "private", "withdrawn");
    }

    @Test
    @Rule("R-03")
    void sponsoredOnlyIfThePolicySaysSo() {
        RelatedCandidate paid = alike(article("paid").kind(ArticleKind.SPONSORED), .9);
        assertThat(rank(SHORT, paid).leftOut()).extracting(LeftOut::rule).containsExactly("R-03");
        assertThat(ids(rank(SHORT.sponsored(true), paid))).containsExactly("paid");
    }

    @Test
    @Rule("R-04")
    void nothingThatStandsElsewhereOnThePage() {
        ExplainedList list = RelatedArticles.rank(
                flood,
                List.of(alike(article("a"), .9), alike(article("b"), .5), RelatedCandidate.toFill(summary("a"))),
                4,
                Set.of(ArticleId.of("a")),
                RelatedPolicy.defaults(),
                NOW,
                word -> 1);
        assertThat(ids(list)).containsExactly("b");
        assertThat(list.leftOut()).extracting(LeftOut::rule).containsExactly("R-04");
    }

    @Test
    @Rule("R-05")
    void backgroundIsNeverNewer() {
        Article yesterday =
                flood.toBuilder().publishedAt(NOW.minus(Duration.ofDays(1))).build();
        List<RelatedCandidate> candidates = List.of(
                alike(article("newer"), .9),
                alike(article("same").publishedAt(yesterday.publishedAt()), .5),
                alike(article("older").publishedAt(NOW.minus(Duration.ofDays(2))), .4));
        ExplainedList list = RelatedArticles.rank(yesterday, candidates, 4, RelatedPolicy.background(), NOW);
        assertThat(ids(list)).containsExactly("same", "older");
        assertThat(list.leftOut()).extracting(LeftOut::rule).containsExactly("R-05");
        assertThat(ids(RelatedArticles.rank(yesterday, candidates, 4, RelatedPolicy.defaults(), NOW)))
                .containsExactly("newer", "same", "older");
    }

    @Test
    @Rule("R-06")
    void whatScoresTooLittleIsNotThereForItsScore() {
        RelatedCandidate weak = alike(article("weak"), .1);
        assertThat(rank(SHORT.minimumScore(.5), weak).leftOut())
                .extracting(LeftOut::rule)
                .containsExactly("R-06");
        assertThat(rank(SHORT.minimumScore(0), alike(article("nothing"), 0)).ranked())
                .isEmpty();
        assertThat(ids(rank(SHORT.minimumScore(.05), weak))).containsExactly("weak");

        ExplainedList filled =
                rank(RelatedPolicy.defaults().minimumScore(.5), weak, RelatedCandidate.toFill(weak.article()));
        assertThat(filled.ranked()).singleElement().satisfies(ranked -> {
            assertThat(ranked.value()).isZero();
            assertThat(rules(ranked)).containsExactly("R-15");
        });
        assertThat(filled.leftOut()).isEmpty();
    }

    @Test
    @Rule("R-07")
    void textCountsByItsWeight() {
        Ranked<ArticleSummary> ranked = rank(
                        SHORT, new RelatedCandidate(summary("a"), .6, List.of("weir", "sluice"), false))
                .ranked()
                .get(0);
        assertThat(ranked.reasons()).containsExactly(new Reason("R-07", "both speak of weir, sluice", .85 * .6));
        assertThat(ranked.score()).isEqualTo(ranked.value());
    }

    @Test
    @Rule("R-08")
    void rareTagsCountMoreThanCommonOnes() {
        Article article = flood.toBuilder().tags(FLOODS, OIL).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("common").tags(FLOODS), 0),
                        alike(article("rare").tags(OIL), 0)),
                4,
                Set.of(),
                SHORT.minimumScore(0),
                NOW,
                word -> word.equals("price") ? .9 : .1);
        assertThat(ids(list)).containsExactly("rare", "common");
        // Of the weights of both tags together, .9 and .1.
        assertThat(part(list.ranked().get(0), "R-08")).isCloseTo(.06 * .9, within(1e-12));
        assertThat(part(list.ranked().get(1), "R-08")).isCloseTo(.06 * .1, within(1e-12));
        assertThat(list.ranked().get(0).reasons().get(0).text()).isEqualTo("shares the tags Oil price");
    }

    @Test
    @Rule("R-08")
    void aTagThatIsEverywhereSaysNothing() {
        Article article = flood.toBuilder().tags(FLOODS).build();
        ExplainedList list = RelatedArticles.rank(
                article, List.of(alike(article("a").tags(FLOODS), .5)), 4, Set.of(), SHORT, NOW, word -> 0);
        assertThat(rules(list.ranked().get(0))).containsExactly("R-07");
    }

    @Test
    @Rule("R-09")
    void regionsCountWithThoseAroundThem() {
        Article article = flood.toBuilder().regions(BASRA).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("basra").regions(BASRA), 0),
                        alike(article("iraq").regions(IRAQ), 0),
                        alike(article("iran").regions(IRAN), 0),
                        alike(article("elsewhere").regions(ELSEWHERE), 0)),
                4,
                SHORT.minimumScore(0),
                NOW);
        assertThat(ids(list)).containsExactly("basra", "iraq", "iran");
        // Basra, Iraq and the Middle East against all that either lies in.
        assertThat(list.ranked())
                .extracting(Ranked::value)
                .usingComparatorForType(new org.assertj.core.util.DoubleComparator(1e-12), Double.class)
                .containsExactly(.04, .04 * 2 / 3, .04 * 1 / 4);
    }

    @Test
    @Rule("R-10")
    void sectionsCountWithThoseAboveThem() {
        Article article = flood.toBuilder().sections(ELECTIONS).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("elections").sections(ELECTIONS), 0),
                        alike(article("politics").sections(POLITICS), 0),
                        alike(article("business").sections(BUSINESS), 0)),
                4,
                SHORT.minimumScore(0),
                NOW);
        assertThat(ids(list)).containsExactly("elections", "politics");
        assertThat(part(list.ranked().get(1), "R-10")).isCloseTo(.03 / 2, within(1e-12));
    }

    @Test
    @Rule("R-11")
    void anAuthorInCommonCounts() {
        Author mina = Author.of("mina", "Mina Hadid");
        Article article =
                flood.toBuilder().authors(mina, Author.of("jon", "Jon")).build();
        Ranked<ArticleSummary> ranked = RelatedArticles.rank(
                        article, List.of(alike(article("a").authors(mina), 0)), 4, SHORT, NOW)
                .ranked()
                .get(0);
        assertThat(ranked.reasons()).containsExactly(new Reason("R-11", "also by Mina Hadid", .02));
    }

    @Test
    @Rule("R-12")
    void ageTakesAwayHalfAtMost() {
        ExplainedList list = rank(
                SHORT,
                alike(article("now"), .8),
                alike(article("year").publishedAt(NOW.minus(Duration.ofDays(365))), .8),
                alike(article("century").publishedAt(NOW.minus(Duration.ofDays(36_500))), .8));
        double text = .85 * .8;
        assertThat(ids(list)).containsExactly("now", "year", "century");
        assertThat(rules(list.ranked().get(0))).containsExactly("R-07");
        assertThat(part(list.ranked().get(1), "R-12")).isCloseTo(-text / 4, within(1e-12));
        assertThat(list.ranked().get(1).reasons().get(1).text()).isEqualTo("365 days apart");
        assertThat(list.ranked().get(2).value()).isCloseTo(text / 2, within(1e-9));
        assertThat(rank(SHORT.ageFloor(1), alike(article("y").publishedAt(NOW.minus(Duration.ofDays(365))), .8))
                        .ranked()
                        .get(0)
                        .value())
                .isEqualTo(text);
    }

    @Test
    @Rule({"R-13", "R-14", "R-15"})
    void aShortListIsFilled() {
        Article article =
                flood.toBuilder().sections(BUSINESS, POLITICS).regions(IRAQ).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("alike").publishedAt(NOW.minus(Duration.ofDays(900))), .3),
                        RelatedCandidate.toFill(summary("site")),
                        RelatedCandidate.toFill(article("oldSite")
                                .publishedAt(NOW.minusSeconds(1))
                                .build()
                                .summary()),
                        RelatedCandidate.toFill(
                                article("region").regions(BASRA).build().summary()),
                        RelatedCandidate.toFill(
                                article("politics").sections(POLITICS).build().summary()),
                        RelatedCandidate.toFill(
                                article("alike").sections(BUSINESS).build().summary()),
                        RelatedCandidate.toFill(article("section")
                                .sections(BUSINESS)
                                .publishedAt(NOW.minus(Duration.ofDays(9)))
                                .build()
                                .summary())),
                5,
                RelatedPolicy.defaults(),
                NOW);
        assertThat(ids(list)).containsExactly("alike", "section", "region", "site", "politics");
        assertThat(list.ranked().subList(1, 5))
                .allSatisfy(ranked -> assertThat(ranked.value()).isZero())
                .extracting(ranked -> ranked.reasons().get(0))
                .containsExactly(
                        new Reason("R-13", "fills the list: newest in Business", 0),
                        new Reason("R-14", "fills the list: newest in Iraq", 0),
                        new Reason("R-15", "fills the list: newest of the site", 0),
                        new Reason("R-15", "fills the list: newest of the site", 0));
        assertThat(list.leftOut()).isEmpty();
    }

    @Test
    @Rule("R-16")
    void tiesAreNewerThenGreaterId() {
        RelatedPolicy ageless = SHORT.ageFloor(1);
        ExplainedList list = rank(
                ageless,
                alike(article("a"), .5),
                alike(article("c"), .5),
                alike(article("b"), .5),
                alike(article("old").publishedAt(NOW.minusSeconds(60)), .5),
                alike(article("best").publishedAt(NOW.minusSeconds(99)), .6));
        assertThat(ids(list)).containsExactly("best", "c", "b", "a");
    }

    @Test
    @Rule("R-17")
    void byDateAmongThoseThatShareATerm() {
        Article article =
                flood.toBuilder().sections(POLITICS).regions(IRAQ).tags(FLOODS).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("tag").tags(POETRY, FLOODS).publishedAt(NOW.minusSeconds(1)), 0),
                        alike(article("section").sections(ELECTIONS).publishedAt(NOW.minusSeconds(2)), 1),
                        alike(article("region").regions(BASRA).publishedAt(NOW.minus(Duration.ofDays(3000))), 1),
                        // Both lie in the Middle East, which neither is filed under.
                        alike(article("neighbour").regions(IRAN), 1),
                        alike(article("none").tags(POETRY), 1)),
                4,
                RelatedPolicy.jnews().backfill(false),
                NOW);
        assertThat(ids(list)).containsExactly("tag", "section", "region");
        assertThat(list.ranked()).extracting(Ranked::value).containsOnly(1.0);
        assertThat(list.ranked().get(1).reasons()).containsExactly(new Reason("R-17", "shares Politics", 1));
    }

    @Test
    void onlyTheProportionsOfWeightsMatter() {
        RelatedPolicy doubled =
                SHORT.text(1.7).tags(.12).regions(.08).sections(.06).authors(.04);
        assertThat(rank(doubled, alike(article("a"), .6)).ranked())
                .isEqualTo(rank(SHORT, alike(article("a"), .6)).ranked());
    }

    @Test
    void aDraftHasRelatedPostsToo() {
        Article draft =
                flood.toBuilder().status(ArticleStatus.DRAFT).publishedAt(null).build();
        ExplainedList list = RelatedArticles.rank(
                draft,
                List.of(alike(article("a").publishedAt(NOW.minus(Duration.ofDays(365))), .8)),
                4,
                RelatedPolicy.background(),
                NOW);
        assertThat(part(list.ranked().get(0), "R-12")).isCloseTo(-.85 * .8 / 4, within(1e-12));
    }

    @Test
    void datesAtTheEndsOfTimeAreFarApartAndNoMore() {
        ExplainedList list = rank(SHORT, alike(article("creation").publishedAt(java.time.Instant.MIN), .8));
        assertThat(list.ranked().get(0).value()).isCloseTo(.85 * .8 / 2, within(1e-9));
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> RelatedArticles.rank(flood, List.of(), 0, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> RelatedArticles.rank(flood, List.of(), 201, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelatedCandidate.of(summary("a"), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ExplainedList rank(RelatedPolicy policy, RelatedCandidate... candidates) {
        return RelatedArticles.rank(flood, Arrays.asList(candidates), 4, policy, NOW);
    }

    private static RelatedCandidate alike(ArticleBuilder article, double similarity) {
        return RelatedCandidate.of(article.build().summary(), similarity);
    }

    private static ArticleSummary summary(String id) {
        return article(id).build().summary();
    }

    private static List<String> ids(ExplainedList list) {
        return list.ranked().stream().map(ranked -> ranked.item().id().value()).toList();
    }

    private static List<String> rules(Ranked<?> ranked) {
        return ranked.reasons().stream().map(Reason::rule).toList();
    }

    private static double part(Ranked<?> ranked, String rule) {
        return ranked.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::part)
                .sum();
    }
}
