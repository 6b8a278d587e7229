package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.Candidates.alike;
import static dev.byline.ranking.testkit.Candidates.filling;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.ELSEWHERE;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.daysAgo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.ranking.ExplainedList;
import dev.byline.score.Likeness;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of docs/rules.md one by one, in the pure form of the engine. */
class RelatedRulesTest {
    private static final RelatedPolicy SHORT =
            RelatedPolicy.defaults().backfill(false).minimumScore(.01);
    private static final Weights WEIGHTS = Weights.defaults();
    private static final double ALL = WEIGHTS.sum();
    private static final Tag FLOODS = Tag.of("floods", "Floods");
    private static final Tag OIL = Tag.of("oil", "Oil price");
    private static final Tag POETRY = Tag.of("poetry", "Poetry");

    private final Article flood = article("flood").build();

    @Test
    @Rule("R-01")
    void neverTheArticleItself() {
        ExplainedList list = rank(SHORT, alike(article("flood"), 1));
        assertThat(list).isEmpty().leavesOut("flood").because("R-01");
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
        assertThat(list)
                .containsExactly("due")
                .leavesOut("draft", "embargoed", "expired", "locked", "private", "withdrawn")
                .because("R-02");
    }

    @Test
    @Rule("R-03")
    void sponsoredOnlyIfThePolicySaysSo() {
        RelatedCandidate paid = alike(article("paid").kind(ArticleKind.SPONSORED), .9);
        assertThat(rank(SHORT, paid)).isEmpty().leavesOut("paid").because("R-03");
        assertThat(rank(SHORT.sponsored(true), paid)).containsExactly("paid").leavesNothingOut();
    }

    @Test
    @Rule("R-04")
    void nothingThatIsExcludedOrStandsElsewhereWhileThereAreOthers() {
        List<RelatedCandidate> candidates =
                List.of(alike(article("a"), .9), alike(article("b"), .5), filling(article("a")));
        RelatedQuery query = RelatedQuery.of(flood);
        Set<ArticleId> a = Set.of(ArticleId.of("a"));
        assertThat(RelatedArticles.rank(query.without(a), candidates, RelatedPolicy.defaults(), NOW))
                .containsExactly("b")
                .leavesOut("a")
                .because("R-04");
        assertThat(RelatedArticles.rank(query.without(a).onThePage(a), candidates, RelatedPolicy.defaults(), NOW))
                .containsExactly("b")
                .leavesOut("a")
                .because("R-04");
        assertThat(RelatedArticles.rank(query.onThePage(a).limit(1), candidates, RelatedPolicy.defaults(), NOW))
                .containsExactly("b")
                .leavesOut("a")
                .because("R-04");
    }

    @Test
    @Rule("R-05")
    void backgroundIsNeverNewer() {
        Article yesterday = flood.toBuilder().publishedAt(daysAgo(1)).build();
        List<RelatedCandidate> candidates = List.of(
                alike(article("newer"), .9),
                alike(article("same").publishedAt(yesterday.publishedAt()), .5),
                alike(article("older").publishedAt(daysAgo(2)), .4));
        ExplainedList list = RelatedArticles.rank(yesterday, candidates, 4, RelatedPolicy.background(), NOW);
        assertThat(list).containsExactly("same", "older").leavesOut("newer").because("R-05");
        assertThat(RelatedArticles.rank(yesterday, candidates, 4, RelatedPolicy.defaults(), NOW))
                .containsExactly("newer", "same", "older")
                .leavesNothingOut();
    }

    @Test
    @Rule("R-06")
    void whatScoresTooLittleIsNotThereForItsScore() {
        RelatedCandidate weak = alike(article("weak"), .1);
        assertThat(rank(SHORT.minimumScore(.9), weak)).leavesOut("weak").because("R-06");
        assertThat(rank(SHORT.minimumScore(0), alike(article("nothing"), 0))).isEmpty();
        assertThat(rank(SHORT.minimumScore(.4), weak)).containsExactly("weak");

        RelatedCandidate weakest = alike(article("weakest"), .04);
        assertThat(rank(RelatedPolicy.defaults(), weakest, filling(article("weakest"))))
                .leavesNothingOut()
                .hasSize(1)
                .ranks("weakest")
                .hasValue(0)
                .onlyBecause("R-15");
    }

    @Test
    @Rule({"R-07", "R-18", "R-19"})
    void wordsMeaningAndHeadlineCountByTheirWeights() {
        ExplainedList list = rank(
                SHORT,
                alike(article("a"), 0, "weir", "sluice").likeness(new Likeness(.5, .4, .2, 0)),
                alike(article("b"), .49));
        double raw = (.65 * .5 + .35 * .4 + .05 * .2) / ALL;
        assertThat(list)
                .ranks("b")
                .above("a")
                .because("R-18", "R-19")
                .despite("R-07")
                .and()
                .ranks("a")
                .hasValue(Calibration.of(raw))
                .hasPart("R-07", .65 * .5 / ALL)
                .hasPart("R-18", .35 * .4 / ALL)
                .hasPart("R-19", .05 * .2 / ALL)
                .hasPart("R-22", Calibration.of(raw) - raw)
                .reasons()
                .extracting(Reason::text)
                .containsExactly(
                        "both speak of weir, sluice",
                        "the texts are near in meaning",
                        "the headlines are alike",
                        "on the scale of scores");
    }

    @Test
    @Rule("R-08")
    void rareTagsCountMoreThanCommonOnes() {
        Article article = flood.toBuilder().tags(FLOODS, OIL).build();
        ExplainedList list = RelatedArticles.rank(
                RelatedQuery.of(article),
                List.of(
                        alike(article("common").tags(FLOODS), 0),
                        alike(article("rare").tags(OIL), 0)),
                SHORT.minimumScore(0),
                NOW,
                word -> word.equals("price") ? .9 : .1);
        // Of the weights of both tags together, .9 and .1.
        assertThat(list).ranks("common").hasPart("R-08", .03 * .1 / ALL);
        assertThat(list)
                .ranks("rare")
                .above("common")
                .because("R-08")
                .hasPart("R-08", .03 * .9 / ALL)
                .reasons()
                .extracting(Reason::text)
                .contains("shares the tags Oil price");
    }

    @Test
    @Rule("R-08")
    void aTagThatIsEverywhereSaysNothing() {
        Article article = flood.toBuilder().tags(FLOODS).build();
        ExplainedList list = RelatedArticles.rank(
                RelatedQuery.of(article), List.of(alike(article("a").tags(FLOODS), .5)), SHORT, NOW, word -> 0);
        assertThat(list).ranks("a").onlyBecause("R-07", "R-18", "R-19", "R-22");
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
        // Basra, Iraq and the Middle East against all that either lies in.
        assertThat(list)
                .containsExactly("basra", "iraq", "iran")
                .ranks("basra")
                .hasPart("R-09", .02 / ALL)
                .above("iraq")
                .because("R-09")
                .and()
                .ranks("iraq")
                .hasPart("R-09", .02 * 2 / 3 / ALL)
                .and()
                .ranks("iran")
                .hasPart("R-09", .02 * 1 / 4 / ALL);
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
        assertThat(list)
                .containsExactly("elections", "politics")
                .ranks("politics")
                .hasPart("R-10", .01 / 2 / ALL)
                .below("elections")
                .because("R-10");
    }

    @Test
    @Rule("R-11")
    void anAuthorInCommonCounts() {
        Author mina = Author.of("mina", "Mina Hadid");
        Article article =
                flood.toBuilder().authors(mina, Author.of("jon", "Jon")).build();
        ExplainedList list = RelatedArticles.rank(
                article, List.of(alike(article("a").authors(mina), 0)), 4, SHORT.minimumScore(0), NOW);
        assertThat(list).ranks("a").reasons().contains(new Reason("R-11", "also by Mina Hadid", .01 / ALL));
    }

    @Test
    @Rule("R-20")
    void popularityCountsWhereThePolicySaysSo() {
        RelatedCandidate read = alike(article("read"), .3).popularity(.5);
        RelatedCandidate unread = alike(article("unread"), .31);
        assertThat(rank(SHORT, read, unread)).containsExactly("unread", "read");
        assertThat(rank(SHORT.weights(WEIGHTS.popularity(.08)), read, unread))
                .ranks("read")
                .above("unread")
                .because("R-20")
                .hasPart("R-20", .08 * .5 / (ALL + .08));
    }

    @Test
    @Rule("R-21")
    void whatIsALittleLikeEverythingLosesSome() {
        ExplainedList list = rank(
                SHORT.minimumScore(0),
                alike(article("a"), 0).likeness(new Likeness(.3, .3, .3, .5)),
                alike(article("b"), .29));
        assertThat(list)
                .containsExactly("b", "a")
                .ranks("b")
                .above("a")
                .because("R-21")
                .despite("R-07")
                .and()
                .ranks("a")
                .hasPart("R-21", -.3 * .5 * .3 * (.65 + .35 + .05) / ALL);
        // Of hardly anything little is taken, and never all.
        assertThat(rank(SHORT.minimumScore(0), alike(article("everybody"), 0).likeness(new Likeness(.01, 0, 0, 1))))
                .containsExactly("everybody");
    }

    @Test
    @Rule("R-12")
    void ageTakesAwayHalfAtMost() {
        RelatedPolicy words = SHORT.weights(Weights.none().words(1));
        ExplainedList list = rank(
                words,
                alike(article("now"), .2),
                alike(article("year").publishedAt(daysAgo(365)), .2),
                alike(article("century").publishedAt(daysAgo(36_500)), .2));
        assertThat(list).containsExactly("now", "year", "century").ranks("now").onlyBecause("R-07", "R-22");
        assertThat(list)
                .ranks("year")
                .below("now")
                .because("R-12")
                .hasPart("R-12", -.2 / 4)
                .reasons()
                .extracting(Reason::text)
                .contains("365 days apart");
        assertThat(list).ranks("century").despite("R-12").hasValue(Calibration.of(.1));
        assertThat(rank(
                        words.age(RelatedPolicy.Age.defaults().floor(1)),
                        alike(article("y").publishedAt(daysAgo(365)), .2)))
                .ranks("y")
                .hasValue(Calibration.of(.2))
                .onlyBecause("R-07", "R-22");
    }

    @Test
    @Rule("R-22")
    void theScoreIsOnAScaleThatMeansTheSameEverywhere() {
        RelatedPolicy words = SHORT.weights(Weights.none().words(1)).minimumScore(0);
        assertThat(rank(words, alike(article("a"), .165), alike(article("b"), .1), alike(article("c"), .01)))
                .addsUp()
                .ranks("a")
                .hasValue(.9)
                .hasPart("R-22", .9 - .165)
                .and()
                .ranks("b")
                .hasValue(.5)
                .and()
                .ranks("c")
                .despite("R-22")
                .hasPart("R-22", .02 / 3.5 - .01);
        // Only a copy can have 1.
        RelatedCandidate same = alike(article("same"), 1);
        assertThat(rank(words.minimumScore(1), same)).isEmpty();
        assertThat(rank(words.minimumScore(1).copies(true), same.story(flood.id())))
                .ranks("same")
                .hasValue(1);
    }

    @Test
    @Rule({"R-13", "R-14", "R-15"})
    void aShortListIsFilled() {
        Article article =
                flood.toBuilder().sections(BUSINESS, POLITICS).regions(IRAQ).build();
        ExplainedList list = RelatedArticles.rank(
                article,
                List.of(
                        alike(article("alike").publishedAt(daysAgo(900)), .4),
                        filling(article("site")),
                        filling(article("oldSite").publishedAt(NOW.minusSeconds(1))),
                        filling(article("region").regions(BASRA)),
                        filling(article("politics").sections(POLITICS)),
                        filling(article("alike").sections(BUSINESS)),
                        filling(article("section").sections(BUSINESS).publishedAt(daysAgo(9)))),
                5,
                RelatedPolicy.defaults(),
                NOW);
        assertThat(list)
                .containsExactly("alike", "section", "region", "site", "politics")
                .leavesNothingOut()
                .isTotallyOrdered()
                .places()
                .filteredOn(place -> place.value() == 0)
                .flatExtracting(Ranked::reasons)
                .containsExactly(
                        new Reason("R-13", "fills the list: newest in Business", 0),
                        new Reason("R-14", "fills the list: newest in Iraq", 0),
                        new Reason("R-15", "fills the list: newest of the site", 0),
                        new Reason("R-15", "fills the list: newest of the site", 0));
        assertThat(list).ranks("section").above("region").because("R-13");
    }

    @Test
    @Rule("R-30")
    void firstByWhatIsLessSurelyRelated() {
        RelatedPolicy words = RelatedPolicy.defaults().weights(Weights.none().words(1));
        List<RelatedCandidate> candidates = List.of(
                alike(article("sure"), .3),
                alike(article("less"), .12),
                alike(article("lesser"), .08),
                alike(article("hardly"), .05),
                filling(article("less")),
                filling(article("site")));
        ExplainedList list = RelatedArticles.rank(flood, candidates, 4, words, NOW);
        assertThat(list)
                .containsExactly("sure", "less", "lesser", "site")
                .isTotallyOrdered()
                .addsUp()
                .leavesOut("hardly")
                .because("R-06");
        assertThat(list)
                .ranks("less")
                .hasValue(.65)
                .because("R-30")
                .above("site")
                .because("R-30");
        assertThat(RelatedArticles.rank(flood, candidates, 1, words, NOW))
                .containsExactly("sure")
                .leavesOut("less", "lesser")
                .because("R-06");
        assertThat(RelatedArticles.rank(flood, candidates, 4, words.backfill(false), NOW))
                .containsExactly("sure");
    }

    @Test
    @Rule("R-16")
    void tiesAreNewerThenGreaterId() {
        RelatedPolicy ageless = SHORT.age(RelatedPolicy.Age.defaults().floor(1));
        ExplainedList list = rank(
                ageless,
                alike(article("a"), .5),
                alike(article("c"), .5),
                alike(article("b"), .5),
                alike(article("old").publishedAt(NOW.minusSeconds(60)), .5),
                alike(article("best").publishedAt(NOW.minusSeconds(99)), .6));
        assertThat(list)
                .containsExactly("best", "c", "b", "a")
                .ranks("c")
                .above("b")
                .onATie();
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
                        alike(article("region").regions(BASRA).publishedAt(daysAgo(3000)), 1),
                        // Both lie in the Middle East, which neither is filed under.
                        alike(article("neighbour").regions(IRAN), 1),
                        alike(article("none").tags(POETRY), 1)),
                4,
                RelatedPolicy.jnews().backfill(false),
                NOW);
        assertThat(list)
                .containsExactly("tag", "section", "region")
                .places()
                .extracting(Ranked::value)
                .containsOnly(1.0);
        assertThat(list).ranks("section").reasons().containsExactly(new Reason("R-17", "shares Politics", 1));
    }

    @Test
    void onlyTheProportionsOfWeightsMatter() {
        RelatedPolicy doubled = SHORT.weights(new Weights(1.3, .7, .1, .06, .04, .02, .02, 0, .3));
        RelatedCandidate candidate = alike(article("a"), 0).likeness(new Likeness(.6, .5, .4, .3));
        assertThat(rank(doubled, candidate)).isEqualTo(rank(SHORT, candidate));
    }

    @Test
    void aDraftHasRelatedPostsToo() {
        Article draft =
                flood.toBuilder().status(ArticleStatus.DRAFT).publishedAt(null).build();
        ExplainedList list = RelatedArticles.rank(
                draft,
                List.of(alike(article("a").publishedAt(daysAgo(365)), .8)),
                4,
                RelatedPolicy.background().weights(Weights.none().words(1)),
                NOW);
        assertThat(list).ranks("a").hasPart("R-12", -.8 / 4);
    }

    @Test
    void datesAtTheEndsOfTimeAreFarApartAndNoMore() {
        ExplainedList list = rank(
                SHORT.weights(Weights.none().words(1)),
                alike(article("creation").publishedAt(java.time.Instant.MIN), .8));
        assertThat(list).ranks("creation").hasPart("R-12", -.8 / 2);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> RelatedArticles.rank(flood, List.of(), 0, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> RelatedArticles.rank(flood, List.of(), 201, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alike(article("a"), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private ExplainedList rank(RelatedPolicy policy, RelatedCandidate... candidates) {
        return RelatedArticles.rank(flood, Arrays.asList(candidates), 4, policy, NOW);
    }
}
