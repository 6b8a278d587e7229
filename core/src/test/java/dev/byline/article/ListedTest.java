package dev.byline.article;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListedTest {
    @ParameterizedTest
    @EnumSource
    @Rule("V-01")
    void onlyPublishedAndScheduledArticlesArePublic(ArticleStatus status) {
        Article article = article("a").status(status).build();
        boolean expected = status == ArticleStatus.PUBLISHED || status == ArticleStatus.SCHEDULED;
        assertThat(article.isPublic(NOW)).isEqualTo(expected);
        assertThat(article.summary().isPublic(NOW)).isEqualTo(expected);
    }

    @Test
    @Rule("V-01")
    void anArticleIsPublicFromItsDateUntilItExpires() {
        Article article = article("a").expiresAt(NOW.plusSeconds(60)).build();
        assertThat(article.isPublic(NOW.minusNanos(1))).isFalse();
        assertThat(article.isPublic(NOW)).isTrue();
        assertThat(article.isPublic(NOW.plusSeconds(60).minusNanos(1))).isTrue();
        assertThat(article.isPublic(NOW.plusSeconds(60))).isFalse();
        assertThat(article("a").build().isPublic(Instant.MAX)).isTrue();
    }

    @Test
    @Rule("V-01")
    void whatAsksForAPasswordIsNotPublic() {
        assertThat(article("a").passwordProtected(true).build().isPublic(NOW)).isFalse();
    }

    @Test
    @Rule("V-02")
    void aPageIsPublicFromItsDateOrAlways() {
        StaticPage page = StaticPage.of("about", "About", "", NOW);
        assertThat(page.isPublic(NOW)).isTrue();
        assertThat(page.isPublic(NOW.minusNanos(1))).isFalse();
        assertThat(page(ArticleStatus.PUBLISHED, false, null).isPublic(Instant.MIN))
                .isTrue();
        assertThat(page(ArticleStatus.SCHEDULED, false, NOW).isPublic(NOW)).isTrue();
        assertThat(page(ArticleStatus.SCHEDULED, false, NOW).isPublic(NOW.minusNanos(1)))
                .isFalse();
        assertThat(page(ArticleStatus.SCHEDULED, false, null).isPublic(NOW)).isFalse();
        assertThat(page(ArticleStatus.PUBLISHED, true, NOW).isPublic(NOW)).isFalse();
        for (ArticleStatus status : List.of(ArticleStatus.DRAFT, ArticleStatus.PRIVATE, ArticleStatus.WITHDRAWN)) {
            assertThat(page(status, false, NOW).isPublic(NOW)).as("%s", status).isFalse();
        }
    }

    private static StaticPage page(ArticleStatus status, boolean locked, @Nullable Instant published) {
        return new StaticPage("about", "", "", status, locked, published, "", 0, Language.UNDETERMINED);
    }

    @Test
    @Rule("A-01")
    void theOrderIsNewestFirstThenTheGreaterIdAndWhatHasNoDateLast() {
        Article older = article("z").published(NOW.minusNanos(1)).build();
        Article b = article("b").build();
        Article a = article("a").build();
        Article undatedB =
                article("b").status(ArticleStatus.DRAFT).publishedAt(null).build();
        Article undatedA =
                article("a").status(ArticleStatus.DRAFT).publishedAt(null).build();
        assertThat(Stream.of(undatedA, a, older, undatedB, b).sorted(Listed.NEWEST_FIRST))
                .containsExactly(b, a, older, undatedB, undatedA);
        assertThat(Listed.NEWEST_FIRST.compare(a, a.summary())).isZero();
    }

    @Test
    @Rule("A-02")
    void theLabelIsThePreferredTermIfTheArticleIsFiledUnderIt() {
        ArticleBuilder article = article("a").regions(IRAN, BASRA).sections(BUSINESS, ELECTIONS);
        assertThat(article.primary("elections").build().label()).contains(ELECTIONS);
        assertThat(article.primary("iq-ba").build().label()).contains(BASRA);
        assertThat(article.primary("politics").build().label())
                .as("filed under Elections, which is below it, is not enough")
                .contains(BUSINESS);
    }

    @Test
    @Rule("A-02")
    void withoutAPreferenceTheLabelIsTheFirstSectionElseTheFirstRegion() {
        ArticleBuilder article = article("a").tags(Tag.of("oil", "Oil")).regions(IRAN, BASRA);
        assertThat(article.build().label()).contains(IRAN);
        assertThat(article.sections(ELECTIONS, BUSINESS).build().label()).contains(ELECTIONS);
        assertThat(article.primary("gardening").build().summary().label()).contains(ELECTIONS);
        assertThat(article("b")
                        .tags(Tag.of("oil", "Oil"))
                        .primary("oil")
                        .build()
                        .label())
                .as("a tag is no label")
                .isEmpty();
    }

    @Test
    @Rule("A-02")
    void ofASectionAndARegionWithThePreferredKeyTheSectionIsTheLabel() {
        Section section = Section.of("ir", "Iran desk");
        assertThat(article("a")
                        .regions(IRAN)
                        .sections(BUSINESS, section)
                        .primary("ir")
                        .build()
                        .label())
                .contains(section);
    }

    @Test
    void theCreditIsTheLineElseTheNames() {
        ArticleBuilder article = article("a").authors(Author.of("a", "Mina Hadid"), Author.of("b", "Jón Árnarson"));
        assertThat(article.build().credit()).isEqualTo("Mina Hadid, Jón Árnarson");
        assertThat(article.creditLine("By our desk").build().credit()).isEqualTo("By our desk");
        assertThat(article.creditLine(" ").build().summary().credit()).isEqualTo("Mina Hadid, Jón Árnarson");
        assertThat(article("b").build().credit()).isEmpty();
    }
}
