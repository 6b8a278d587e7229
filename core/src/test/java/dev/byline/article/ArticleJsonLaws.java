package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BothJacksons;
import dev.byline.testkit.ArbitraryContent;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArticleJsonLaws {
    @Property(tries = 300)
    void anArticleComesBackFromJson(@ForAll("articles") Article article) {
        assertThat(BothJacksons.roundTrip(article, Article.class)).isEqualTo(article);
    }

    @Property(tries = 200)
    void aSummaryComesBackFromJson(@ForAll("articles") Article article) {
        ArticleSummary summary = article.summary();
        assertThat(BothJacksons.roundTrip(summary, ArticleSummary.class)).isEqualTo(summary);
    }

    @Property(tries = 200)
    void aPageComesBackFromJson(@ForAll("pages") StaticPage page) {
        assertThat(BothJacksons.roundTrip(page, StaticPage.class)).isEqualTo(page);
    }

    @Property(tries = 200)
    void aPublicationComesBackFromJson(@ForAll("publications") Publication publication) {
        assertThat(BothJacksons.roundTrip(publication, Publication.class)).isEqualTo(publication);
    }

    @Provide
    Arbitrary<Article> articles() {
        return ArbitraryContent.articles();
    }

    @Provide
    Arbitrary<StaticPage> pages() {
        return ArbitraryContent.pages();
    }

    @Provide
    Arbitrary<Publication> publications() {
        return ArbitraryContent.publications();
    }
}
