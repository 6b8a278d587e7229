package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.BAHRAIN;
import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.CULTURE;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.ranking.BothJacksons;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RelatedQueryTest {
    private final Article flood = article("flood").build();

    @Test
    void startsWithFourOfTheWholeSite() {
        RelatedQuery query = RelatedQuery.of(flood);
        assertThat(query.limit()).isEqualTo(4);
        assertThat(query)
                .isEqualTo(new RelatedQuery(
                        flood, 4, Set.of(), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of()));
        assertThat(query.isFiltered()).isFalse();
    }

    @Test
    void eachStepAddsToTheOnesBefore() {
        RelatedQuery query = RelatedQuery.of(flood)
                .limit(7)
                .without(ids("b"))
                .without(ids("a", "b"))
                .onThePage(ids("e"))
                .onThePage(ids("d"))
                .pinned(ids("x"))
                .pinned(ids("z", "y", "z"))
                .in(IRAQ)
                .in(RegionGroup.of("gulf", "The Gulf", IRAN, BAHRAIN))
                .in(CULTURE)
                .tagged(tag("oil"))
                .tagged(tag("pearls"))
                .language(Language.of("fa"))
                .language(Language.of("ar"));
        assertThat(query.without()).containsExactlyElementsOf(ids("a", "b"));
        assertThat(query.onThePage()).containsExactlyElementsOf(ids("d", "e"));
        assertThat(query.pinned()).containsExactly(ArticleId.of("z"), ArticleId.of("y"));
        assertThat(query.regions()).containsExactly("bh", "iq", "ir");
        assertThat(query.sections()).containsExactly("culture");
        assertThat(query.tags()).containsExactly("oil", "pearls");
        assertThat(query.languages()).containsExactly(Language.of("ar"), Language.of("fa"));
        assertThat(query.unmet(article("a")
                        .regions(BASRA)
                        .sections(CULTURE)
                        .tags(tag("oil"))
                        .build()))
                .isEqualTo("is written in und");
        assertThat(query.unmet(article("a")
                        .regions(BASRA)
                        .sections(CULTURE)
                        .tags(tag("oil"))
                        .language(Language.of("fa-AF"))
                        .build()))
                .isNull();
    }

    @Test
    void theOrderOfExclusionsAndFiltersMakesNoOtherQuestion() {
        RelatedQuery query = RelatedQuery.of(flood);
        assertThat(query.without(ids("a", "b")).in(IRAN).in(IRAQ))
                .isEqualTo(query.without(ids("b", "a")).in(IRAQ).in(IRAN));
        assertThat(query.onThePage(ids("a")).without(ids("b")).onThePage(ids("c")))
                .isEqualTo(query.onThePage(ids("c", "a")).without(ids("b")))
                .isNotEqualTo(query.without(ids("a", "b", "c")));
        assertThat(query.pinned(ids("a", "b"))).isNotEqualTo(query.pinned(ids("b", "a")));
    }

    @Test
    void bindsAlikeUnderBothJacksons() throws Exception {
        RelatedQuery query = RelatedQuery.of(article("a").published(NOW).build())
                .limit(2)
                .pinned(ids("b"))
                .in(IRAQ)
                .language(Language.of("ar"));
        String json = BothJacksons.write(query);
        assertThat(json).endsWith(",\"limit\":2,\"pinned\":[\"b\"],\"regions\":[\"iq\"],\"languages\":[\"ar\"]}");
        assertThat(BothJacksons.read(json, RelatedQuery.class)).isEqualTo(query);
        RelatedQuery beside = query.without(ids("d")).onThePage(ids("c"));
        assertThat(BothJacksons.write(beside)).contains(",\"without\":[\"d\"],\"onThePage\":[\"c\"],\"pinned\":[");
        assertThat(BothJacksons.read(BothJacksons.write(beside), RelatedQuery.class))
                .isEqualTo(beside);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        RelatedQuery query = RelatedQuery.of(flood);
        assertThatThrownBy(() -> query.limit(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> query.limit(201)).hasMessageContaining("not 201");
        List<ArticleId> many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> ArticleId.of("p" + i))
                .toList();
        assertThat(query.pinned(many.subList(1, 1_001)).pinned()).hasSize(1_000);
        assertThat(query.without(many).without()).hasSize(1_001);
        assertThatThrownBy(() -> query.pinned(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pinned holds 1001, more than 1000");
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void whatIsMissingIsRefusedByName() {
        RelatedQuery query = RelatedQuery.of(flood);
        List<ArticleId> holed = Arrays.asList(ArticleId.of("a"), null);
        isRefused("article", () -> RelatedQuery.of(null));
        isRefused("without", () -> query.without(null));
        isRefused("without", () -> query.without(holed));
        isRefused("onThePage", () -> query.onThePage(null));
        isRefused("onThePage", () -> query.onThePage(holed));
        isRefused("pinned", () -> query.pinned(null));
        isRefused("pinned", () -> query.pinned(holed));
        isRefused("region", () -> query.in((Region) null));
        isRefused("group", () -> query.in((RegionGroup) null));
        isRefused("section", () -> query.in((Section) null));
        isRefused("tag", () -> query.tagged(null));
        isRefused("language", () -> query.language(null));
    }

    private static void isRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }

    private static List<ArticleId> ids(String... ids) {
        return Arrays.stream(ids).map(ArticleId::of).toList();
    }
}
