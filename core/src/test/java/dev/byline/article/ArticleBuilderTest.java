package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleBuilderTest {
    @Test
    void aNewArticleIsAnOpenDraftOfNews() {
        Article article = Article.builder(ArticleId.of("a"), "slug").build();
        assertThat(article.id()).isEqualTo(ArticleId.of("a"));
        assertThat(article.slug()).isEqualTo("slug");
        assertThat(article.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
        assertThat(article.access()).isEqualTo(Access.OPEN);
        assertThat(article.language()).isEqualTo(Language.UNDETERMINED);
        assertThat(article.commentsOpen()).isTrue();
        assertThat(article.publishedAt()).isNull();
        assertThat(List.of(article.headline(), article.standfirst(), article.body(), article.excerpt()))
                .containsOnly("");
        assertThat(article.regions()).isEmpty();
    }

    @Test
    void aBuilderCanBeUsedAgain() {
        ArticleBuilder builder = SampleArticles.article("a");
        Article first = builder.headline("First").build();
        Article second = builder.headline("Second").id(ArticleId.of("b")).build();
        assertThat(first.headline()).isEqualTo("First");
        assertThat(second.headline()).isEqualTo("Second");
        assertThat(second.publishedAt()).isEqualTo(first.publishedAt());
    }

    @Test
    void listsAreCopiedIn() {
        List<String> slugs = new ArrayList<>(List.of("old"));
        Article article = SampleArticles.article("a").oldSlugs(slugs).build();
        slugs.add("older");
        assertThat(article.oldSlugs()).containsExactly("old");
        assertThatThrownBy(() -> article.oldSlugs().add("oldest")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "SCHEDULED"})
    void whatIsOrWillBePublishedNeedsADate(ArticleStatus status) {
        ArticleBuilder builder = Article.builder(ArticleId.of("a7"), "a").status(status);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a7");
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> SampleArticles.article("a7").slug(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a7");
        assertThatThrownBy(() -> SampleArticles.article("a7").commentCount(-3).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a7")
                .hasMessageContaining("-3");
        assertThatThrownBy(() -> ArticleId.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArticleId.of("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ArticleId.of("x".repeat(200)).value()).hasSize(200);
    }
}
