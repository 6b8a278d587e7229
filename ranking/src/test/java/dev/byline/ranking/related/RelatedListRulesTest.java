package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.Candidates.alike;
import static dev.byline.ranking.testkit.Candidates.filling;
import static dev.byline.ranking.testkit.Candidates.retelling;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.CULTURE;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.daysAgo;
import static dev.byline.testkit.SampleArticles.tag;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.ranking.related.RelatedPolicy.Variety;
import dev.byline.score.Reason;
import dev.byline.testkit.Rule;
import dev.byline.text.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of docs/rules.md on which posts make a list, in the pure form of the engine. */
class RelatedListRulesTest {
    private static final RelatedPolicy ALL = RelatedPolicy.defaults().minimumScore(.01);

    private final Article flood = article("flood").build();
    private final RelatedQuery query = RelatedQuery.of(flood);

    @Test
    @Rule("R-23")
    void onlyWhatMeetsEveryFilter() {
        RelatedCandidate[] candidates = {
            alike(article("basra").regions(BASRA).sections(ELECTIONS).tags(tag("oil")), .9),
            alike(article("iraq").regions(IRAQ).sections(POLITICS), .8),
            alike(article("iran").regions(IRAN).sections(BUSINESS).tags(tag("oil")), .7),
            filling(article("filling").regions(IRAN).sections(CULTURE))
        };
        assertThat(rank(query.in(IRAQ), ALL, candidates))
                .containsExactly("basra", "iraq")
                .leavesOut("iran", "filling")
                .because("R-23");
        assertThat(rank(query.in(BASRA).in(IRAN), ALL, candidates)).containsExactly("basra", "iran", "filling");
        assertThat(rank(query.in(POLITICS), ALL, candidates)).containsExactly("basra", "iraq");
        assertThat(rank(query.in(CULTURE).in(BUSINESS), ALL, candidates)).containsExactly("iran", "filling");
        assertThat(rank(query.in(IRAQ).tagged(tag("oil")), ALL, candidates)).containsExactly("basra");
        assertThat(rank(query.in(IRAQ).in(BUSINESS), ALL, candidates)).isEmpty();
    }

    @Test
    @Rule("R-23")
    void aLanguageTakesInItsRegions() {
        RelatedCandidate[] candidates = {
            alike(article("pt").language(Language.of("pt")), .9),
            alike(article("br").language(Language.of("pt-BR")), .8),
            alike(article("pl").language(Language.of("pl")), .7),
            alike(article("unknown"), .6)
        };
        assertThat(rank(query.language(Language.of("pt")), ALL, candidates))
                .containsExactly("pt", "br")
                .leavesOut("pl", "unknown")
                .because("R-23");
        assertThat(rank(query.language(Language.of("pt-BR")).language(Language.of("pl")), ALL, candidates))
                .containsExactly("br", "pl");
    }

    @Test
    @Rule("R-24")
    void noCopyOfTheArticleByItsScoreOrAsAFilling() {
        RelatedCandidate[] candidates = {
            retelling(article("copy"), .99, "flood"), filling(article("copy")), alike(article("other"), .5)
        };
        assertThat(rank(query, ALL, candidates))
                .containsExactly("other")
                .leavesOut("copy")
                .because("R-24");
        assertThat(rank(query, ALL.copies(true), candidates)).containsExactly("copy", "other");
    }

    @Test
    @Rule("R-25")
    void oneStoryStandsOnce() {
        RelatedCandidate[] candidates = {
            alike(article("told"), .5),
            retelling(article("better"), .6, "told"),
            retelling(article("weak"), .08, "told"),
            retelling(article("weakest"), .001, "told"),
            filling(article("weakest")),
            alike(article("other"), .4)
        };
        RelatedPolicy sure = RelatedPolicy.defaults();
        assertThat(rank(query, sure, candidates))
                .containsExactly("better", "other")
                .leavesOut("told", "weak", "weakest")
                .because("R-25")
                .and()
                .leftOut()
                .extracting(one -> one.text())
                .containsOnly("tells the same story as better");
        // Named even where there was no room.
        assertThat(rank(query.limit(1), sure, candidates))
                .containsExactly("better")
                .leavesOut("told")
                .because("R-25");
        assertThat(rank(query.without(List.of(ArticleId.of("better"))), sure, candidates))
                .containsExactly("told", "other");
        assertThat(rank(query, sure.copies(true), candidates)).containsExactly("better", "told", "other", "weak");
    }

    @Test
    @Rule({"R-04", "R-25"})
    void whatStandsElsewhereOnThePageTellsItsStoryThere() {
        List<ArticleId> shown = ids("elsewhere", "gone", "unheardOf");
        RelatedCandidate[] candidates = {
            retelling(article("elsewhere"), .5, "told"),
            alike(article("told"), .9),
            retelling(article("weak"), .08, "told"),
            retelling(article("filling"), .001, "told"),
            filling(article("filling")),
            alike(article("gone").status(ArticleStatus.DRAFT), .5),
            retelling(article("again"), .6, "gone"),
            alike(article("other"), .4)
        };
        assertThat(rank(query.onThePage(shown), RelatedPolicy.defaults(), candidates))
                .containsExactly("again", "other", "elsewhere")
                .leavesOut("told", "weak", "filling")
                .because("R-25");
        assertThat(rank(query.onThePage(shown).limit(2), RelatedPolicy.defaults(), candidates))
                .containsExactly("again", "other")
                .leavesOut("elsewhere")
                .because("R-04")
                .and()
                .leftOut()
                .extracting(one -> one.text())
                .contains("stands elsewhere on the page", "tells the same story as elsewhere");
        assertThat(rank(query.without(shown), RelatedPolicy.defaults(), candidates))
                .containsExactly("told", "again", "other")
                .leavesOut("elsewhere")
                .because("R-04")
                .and()
                .leftOut()
                .extracting(one -> one.text())
                .contains("is excluded");
        assertThat(rank(query.onThePage(shown), RelatedPolicy.defaults().copies(true), candidates))
                .containsExactly("told", "again", "other", "elsewhere");
        // An editor has the first word.
        assertThat(rank(query.onThePage(shown).pinned(ids("weak")), RelatedPolicy.defaults(), candidates))
                .containsExactly("weak", "again", "other")
                .leavesOut("told")
                .because("R-25");
    }

    @Test
    @Rule("R-31")
    void aShortListRepeatsThePageRatherThanWhatHardlyBelongsThere() {
        RelatedCandidate[] candidates = {
            alike(article("sure"), .9),
            alike(article("shown"), .9),
            alike(article("nearly"), .2),
            alike(article("hardly"), .08),
            alike(article("hardlyShown"), .08),
            filling(article("newest")),
            filling(article("shownNewest"))
        };
        RelatedQuery page = query.limit(6).onThePage(ids("shown", "hardlyShown", "shownNewest"));
        ExplainedList list = rank(page, RelatedPolicy.defaults(), candidates);
        assertThat(list)
                .containsExactly("sure", "nearly", "shown", "hardly", "newest", "shownNewest")
                .addsUp()
                .isTotallyOrdered()
                .ranks("sure")
                .above("shown")
                .because("R-31")
                .and()
                .ranks("shown")
                .because("R-30");
        double alone = rank(query, RelatedPolicy.defaults(), alike(article("shown"), .9))
                .ranked()
                .get(0)
                .value();
        assertThat(list).ranks("shown").hasValue(alone / 2);
        assertThat(list)
                .ranks("shownNewest")
                .reasons()
                .containsExactly(
                        new Reason("R-15", "fills the list: newest of the site", 0),
                        new Reason("R-31", "stands elsewhere on the page too", 0));
        assertThat(list).leavesOut("hardlyShown").because("R-04");
        assertThat(rank(page.limit(2), RelatedPolicy.defaults(), candidates)).containsExactly("sure", "nearly");
        assertThat(rank(page, RelatedPolicy.defaults().backfill(false), candidates))
                .containsExactly("sure", "nearly");
        // A pinned one that is there already is no exception.
        assertThat(rank(page.pinned(ids("shown")).limit(3), RelatedPolicy.defaults(), candidates))
                .containsExactly("sure", "nearly", "shown");
    }

    @Test
    @Rule({"R-31", "R-25"})
    void ofCopiesThatStandOnThePageOneIsRepeated() {
        RelatedCandidate[] candidates = {
            alike(article("a"), .9), retelling(article("b"), .8, "a"), retelling(article("c"), .95, "a")
        };
        assertThat(rank(query.onThePage(ids("a", "b")), RelatedPolicy.defaults(), candidates))
                .containsExactly("a")
                .leavesOut("b")
                .because("R-04")
                .and()
                .leavesOut("c")
                .because("R-25");
    }

    @Test
    @Rule({"R-03", "R-05", "R-25"})
    void itTellsItsStoryThereWhateverKeepsItOutOfTheList() {
        Article yesterday = flood.toBuilder().publishedAt(daysAgo(1)).build();
        List<RelatedCandidate> candidates = List.of(
                alike(article("paid").kind(ArticleKind.SPONSORED).publishedAt(daysAgo(2)), .9),
                retelling(article("unpaid").publishedAt(daysAgo(2)), .8, "paid"),
                alike(article("newer"), .9),
                retelling(article("older").publishedAt(daysAgo(3)), .8, "newer"));
        RelatedQuery asked = RelatedQuery.of(yesterday);
        RelatedPolicy background = RelatedPolicy.background();
        assertThat(RelatedArticles.rank(asked.onThePage(ids("paid", "newer")), candidates, background, NOW))
                .isEmpty()
                .leavesOut("unpaid", "older")
                .because("R-25");
        assertThat(RelatedArticles.rank(asked, candidates, background, NOW)).containsExactly("unpaid", "older");
    }

    @Test
    @Rule({"R-06", "R-30"})
    void whatWouldHaveFilledTheListIsToldFromWhatScoresTooLittle() {
        RelatedCandidate[] candidates = {
            alike(article("best"), .9), alike(article("weak"), .08), alike(article("weakest"), .001)
        };
        RelatedPolicy policy = RelatedPolicy.defaults();
        assertThat(rank(query, policy, candidates))
                .containsExactly("best", "weak")
                .ranks("weak")
                .because("R-30")
                .and()
                .leavesOut("weakest")
                .because("R-06");
        assertThat(rank(query.limit(1), policy, candidates))
                .containsExactly("best")
                .leavesOut("weak", "weakest")
                .because("R-06")
                .and()
                .leftOut()
                .extracting(RelatedListRulesTest::below)
                .containsExactly("weak, below 0.9; the list needed no filling", "weakest, below 0.9");
        assertThat(rank(query.limit(1), policy.backfill(false), candidates))
                .leftOut()
                .extracting(RelatedListRulesTest::below)
                .containsExactly("weak, below 0.9", "weakest, below 0.9");
    }

    private static String below(LeftOut out) {
        return out.article() + out.text().substring(out.text().indexOf(','));
    }

    @Test
    @Rule("R-26")
    void soManyOfOneSectionAndNoMore() {
        RelatedPolicy varied = ALL.variety(Variety.NO_LIMIT.mostPerSection(1));
        RelatedCandidate[] candidates = {
            alike(article("a").sections(POLITICS, BUSINESS), .9),
            alike(article("b").sections(POLITICS), .8),
            alike(article("c").sections(BUSINESS), .7),
            alike(article("d"), .6),
            alike(article("e"), .5),
            filling(article("f").sections(BUSINESS)),
            filling(article("g").sections(CULTURE))
        };
        assertThat(rank(query.limit(9), varied, candidates))
                .containsExactly("a", "c", "d", "e", "g")
                .leavesOut("b", "f")
                .because("R-26");
        assertThat(rank(query.limit(9), ALL, candidates)).hasSize(7);
        // What is pinned counts, and is never left out itself.
        assertThat(rank(query.limit(9).pinned(List.of(ArticleId.of("b"), ArticleId.of("a"))), varied, candidates))
                .containsExactly("b", "a", "c", "d", "e", "g");
    }

    @Test
    @Rule("R-27")
    void soManyByOneAuthorAndNoMore() {
        Author mina = Author.of("mina", "Mina Hadid");
        Author jon = Author.of("jon", "Jon");
        RelatedCandidate[] candidates = {
            alike(article("a").authors(mina), .9),
            alike(article("b").authors(jon, mina), .8),
            alike(article("c").authors(jon), .7),
            alike(article("d"), .6),
            alike(article("e"), .5)
        };
        assertThat(rank(query, ALL.variety(Variety.NO_LIMIT.mostPerAuthor(1)), candidates))
                .containsExactly("a", "c", "d", "e")
                .leavesOut("b")
                .because("R-27");
        assertThat(rank(query, ALL.variety(Variety.NO_LIMIT.mostPerAuthor(2)), candidates))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    @Rule("R-28")
    void whatIsPinnedComesFirst() {
        RelatedCandidate[] candidates = {
            alike(article("best"), .9),
            alike(article("weak").kind(ArticleKind.SPONSORED), .05),
            filling(article("newest")),
            alike(article("draft").status(ArticleStatus.DRAFT), .5),
            alike(article("elsewhere"), .5),
            alike(article("flood"), 1)
        };
        RelatedQuery pinned = query.in(IRAQ)
                .without(List.of(ArticleId.of("elsewhere")))
                .pinned(ids("flood", "newest", "draft", "unheardOf", "weak", "elsewhere"));
        ExplainedList list = rank(pinned, RelatedPolicy.background(), candidates);
        assertThat(list)
                .containsExactly("newest", "weak")
                .addsUp()
                .isTotallyOrdered()
                .ranks("newest")
                .hasValue(0)
                .reasons()
                .containsExactly(new Reason("R-28", "pinned", 0));
        assertThat(list).ranks("weak").because("R-28", "R-07");
        assertThat(list).leavesOut("draft").because("R-02");
        assertThat(list).leavesOut("elsewhere").because("R-04");
        assertThat(list).leavesOut("flood").because("R-01");

        assertThat(rank(query.pinned(ids("newest", "weak")), RelatedPolicy.defaults(), candidates))
                .containsExactly("newest", "weak", "best", "elsewhere")
                .isTotallyOrdered()
                .ranks("newest")
                .above("best")
                .because("R-28");
        assertThat(rank(query.limit(1).pinned(ids("newest", "weak")), RelatedPolicy.defaults(), candidates))
                .containsExactly("newest");
    }

    @Test
    @Rule("R-29")
    void newerPostsFirstWhereThatIsAsked() {
        Article week = flood.toBuilder().publishedAt(daysAgo(7)).build();
        List<RelatedCandidate> candidates = List.of(
                alike(article("older").publishedAt(daysAgo(8)), .9),
                alike(article("same").publishedAt(daysAgo(7)), .8),
                alike(article("newest"), .5),
                alike(article("newer").publishedAt(daysAgo(6)), .6),
                alike(article("weak").publishedAt(daysAgo(6)), .1));
        ExplainedList list = RelatedArticles.rank(week, candidates, 9, RelatedPolicy.followUp(), NOW);
        assertThat(list)
                .containsExactly("newer", "newest", "older", "same", "weak")
                .isTotallyOrdered()
                .addsUp()
                .ranks("newest")
                .above("older")
                .because("R-29");
        assertThat(RelatedArticles.rank(week, candidates, 9, RelatedPolicy.defaults(), NOW))
                .containsExactly("older", "same", "newer", "newest", "weak");
        assertThat(RelatedArticles.rank(week, candidates, 9, RelatedPolicy.background(), NOW))
                .containsExactly("older", "same");
    }

    private static List<ArticleId> ids(String... ids) {
        return Arrays.stream(ids).map(ArticleId::of).toList();
    }

    private static ExplainedList rank(RelatedQuery query, RelatedPolicy policy, RelatedCandidate... candidates) {
        return RelatedArticles.rank(query, Arrays.asList(candidates), policy, NOW);
    }
}
