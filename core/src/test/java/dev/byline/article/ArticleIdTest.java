package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ud800", "a\udc00b", "\udc00\ud800"})
    void what_can_not_tell_articles_apart_is_no_id(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.of(id));
    }

    @Test
    void an_id_is_kept_as_it_is() {
        assertThat(ArticleId.of("\ud83d\uddde 7").value()).isEqualTo("\ud83d\uddde 7");
        assertThat(ArticleId.of("x".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.of("x".repeat(201)));
    }
}
