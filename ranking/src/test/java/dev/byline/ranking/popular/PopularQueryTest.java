package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.Candidates.read;
import static dev.byline.ranking.testkit.Candidates.readBefore;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.MIDDLE_EAST;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.ExplainedList;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.text.Language;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a block of a page can ask for, in the pure form of the engine. */
class PopularQueryTest {
    private static final Window HOUR = Window.last(Duration.ofHours(1));
    private static final Window DAY = Window.last(Duration.ofDays(1));
    private static final Window WEEK = Window.last(Duration.ofDays(7));
    private static final Window MONTH = Window.last(Duration.ofDays(30));
    private static final PopularQuery QUERY = PopularQuery.of(WEEK);
    private static final Section SPORT = Section.of("sport", "Sport");

    @Test
    @Rule("P-23")
    void whatDoesNotMeetTheFiltersNeitherStandsNorFills() {
        PopularCandidate[] posts = {
            read(
                    article("all")
                            .regions(IRAN)
                            .sections(BUSINESS)
                            .tags(Tag.of("oil", "Oil"))
                            .authors(Author.of("ana-lima", "Ana Lima"))
                            .language(Language.of("pt-BR"))
                            .publishedAt(NOW.minusSeconds(60)),
                    1),
            read(article("none").language(Language.of("en")).publishedAt(NOW.minus(Duration.ofDays(9))), 5),
            readBefore(article("fill").language(Language.of("en")).publishedAt(NOW.minus(Duration.ofDays(9))), 5)
        };
        for (PopularQuery query : List.of(
                QUERY.in(MIDDLE_EAST),
                QUERY.in(IRAN).in(BUSINESS),
                QUERY.in(SPORT).in(BUSINESS),
                QUERY.tagged(Tag.of("oil", "Oil")).tagged(Tag.of("gas", "Gas")),
                QUERY.by(Author.of("ana-lima", "Ana Lima")),
                QUERY.language(Language.of("pt")),
                QUERY.published(HOUR))) {
            assertThat(rank(query, posts))
                    .containsExactly("all")
                    .leavesOut("none", "fill")
                    .because("P-23");
        }
        assertThat(rank(QUERY.language(Language.of("pt-PT")), posts)).isEmpty();
        assertThat(rank(QUERY, posts)).containsExactly("none", "all", "fill").leavesNothingOut();
    }

    @Test
    @Rule("P-24")
    void withoutWhatStandsOnThePage() {
        ExplainedList list = rank(
                QUERY.without(List.of(ArticleId.of("a"))).without(List.of(ArticleId.of("b"))),
                read(article("a"), 9),
                readBefore(article("b"), 9),
                read(article("c"), 1));
        assertThat(list).containsExactly("c").leavesOut("a", "b").because("P-24");
    }

    @Test
    @Rule("P-50")
    void whatIsPinnedComesFirstWhateverTheFiltersSay() {
        PopularQuery query = QUERY.in(IRAN)
                .mostPerSection(1)
                .pinned(List.of(ArticleId.of("far"), ArticleId.of("unread"), ArticleId.of("far"), ArticleId.of("no")));
        PopularCandidate[] posts = {
            read(article("first").regions(IRAN), 9),
            read(article("far").sections(SPORT).kind(ArticleKind.SPONSORED), 3),
            read(article("unread"), 0),
            read(article("sport").regions(IRAN).sections(SPORT), 8),
            read(article("no").status(ArticleStatus.DRAFT), 99)
        };
        ExplainedList list = rank(query, posts);
        assertThat(list)
                .containsExactly("far", "unread", "first")
                .addsUp()
                .leavesOut("sport")
                .because("P-25");
        assertThat(list).leavesOut("no").because("P-04");
        assertThat(list).ranks("far").hasValue(3).onlyBecause("P-50", "P-01");
        assertThat(list).ranks("unread").hasValue(0).onlyBecause("P-50");
        assertThat(rank(query.without(List.of(ArticleId.of("far"))), posts))
                .containsExactly("unread", "first", "sport")
                .leavesOut("far")
                .because("P-24");
        assertThat(rank(query.limit(1), posts)).containsExactly("far");
    }

    @Test
    @Rule("P-25")
    void oneSectionDrownsNoOther() {
        ExplainedList list = rank(
                QUERY.mostPerSection(2).limit(4),
                read(article("s1").sections(SPORT), 90),
                read(article("s2").sections(SPORT, BUSINESS), 80),
                read(article("s3").sections(SPORT), 70),
                read(article("s-by-card").sections(BUSINESS, SPORT).primary(SPORT.key()), 60),
                read(article("b1").sections(BUSINESS, SPORT), 2),
                read(article("free"), 1),
                readBefore(article("s-fill").sections(SPORT), 99),
                readBefore(article("b-fill").sections(BUSINESS), 1));
        assertThat(list)
                .containsExactly("s1", "s2", "b1", "free")
                .leavesOut("s3", "s-by-card")
                .because("P-25");
        assertThat(rank(
                        QUERY.mostPerSection(1),
                        read(article("s1").sections(SPORT), 90),
                        readBefore(article("s-fill").sections(SPORT), 99),
                        readBefore(article("b-fill").sections(BUSINESS), 1)))
                .containsExactly("s1", "b-fill")
                .leavesOut("s-fill")
                .because("P-25");
    }

    @Test
    @Rule({"P-22", "P-07", "P-08"})
    void aShortListIsFilledFromEverWiderWindows() {
        ExplainedList list = rank(
                PopularQuery.of(HOUR).limit(6),
                read(article("now"), 1),
                readBefore(article("day"), 9).in(DAY, views(2)).in(WEEK, views(2)),
                readBefore(article("week"), 900).in(WEEK, views(50)).in(MONTH, views(60)),
                readBefore(article("month"), 800).in(MONTH, views(1)),
                readBefore(article("ever"), 9999),
                readBefore(article("new"), 0));
        assertThat(list)
                .containsExactly("now", "day", "week", "month", "ever", "new")
                .addsUp()
                .ranks("day")
                .reasons()
                .containsExactly(new Reason("P-22", "fills the list: 2 views in the last 24 hours", 0));
        assertThat(list).ranks("week").onlyBecause("P-22").and().ranks("month").onlyBecause("P-22");
        assertThat(list).ranks("ever").onlyBecause("P-07").and().ranks("new").onlyBecause("P-08");
        // Nothing narrower than the list's own window, and of all time there is nothing wider.
        assertThat(Selection.wider(WEEK, NOW)).containsExactly(MONTH);
        assertThat(Selection.wider(HOUR, NOW)).containsExactly(DAY, WEEK, MONTH);
        assertThat(Selection.wider(Window.all(), NOW)).isEmpty();
    }

    @Test
    void queriesBindAlikeUnderBothJacksons() throws Exception {
        PopularQuery query = QUERY.limit(7)
                .without(List.of(ArticleId.of("9"), ArticleId.of("1")))
                .pinned(List.of(ArticleId.of("8"), ArticleId.of("2")))
                .in(IRAN)
                .in(SPORT)
                .tagged(Tag.of("oil", "Oil"))
                .by(Author.of("ana-lima", "Ana Lima"))
                .language(Language.of("en"))
                .published(MONTH)
                .mostPerSection(2);
        String json =
                "{\"window\":\"PT168H\",\"limit\":7,\"without\":[\"1\",\"9\"],\"pinned\":[\"8\",\"2\"],\"regions\":[\""
                        + IRAN.key()
                        + "\"],\"sections\":[\"sport\"],\"tags\":[\"oil\"],\"authors\":[\"ana-lima\"],\"languages\":[\"en\"],"
                        + "\"published\":\"PT720H\",\"mostPerSection\":2}";
        assertThat(BothJacksons.write(query)).isEqualTo(json);
        assertThat(BothJacksons.read(json, PopularQuery.class)).isEqualTo(query);
        assertThat(QUERY.published(MONTH).published(null)).isEqualTo(QUERY);
    }

    @Test
    void questionsOutOfRangeAreRefused() {
        for (Runnable one : List.<Runnable>of(
                () -> QUERY.limit(0),
                () -> QUERY.limit(201),
                () -> QUERY.mostPerSection(-1),
                () -> QUERY.in(new RegionGroup(
                        "g",
                        "G",
                        IntStream.range(0, 1001)
                                .mapToObj(i -> Region.of("r" + i, "R"))
                                .toList())))) {
            assertThatThrownBy(one::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Tally views(long views) {
        return Tally.of(new Counts(views, Counts.NONE.shares(), 0, 0));
    }

    private static ExplainedList rank(PopularQuery query, PopularCandidate... candidates) {
        return PopularArticles.rank(query, Arrays.asList(candidates), PopularPolicy.mostRead(), NOW);
    }
}
