package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.byline.testkit.SampleArticles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllSinksTest {
    private static final Article ARTICLE = SampleArticles.article("a").build();

    private final List<String> told = new ArrayList<>();

    private ArticleSink sink(String name) {
        return new ArticleSink() {
            @Override
            public void put(Collection<Article> articles) {
                told.add(name + " put " + articles.size());
            }

            @Override
            public void withdraw(Collection<ArticleId> ids) {
                told.add(name + " withdraw " + ids);
            }
        };
    }

    private ArticleSink failing(String name, RuntimeException failure) {
        ArticleSink sink = sink(name);
        return new ArticleSink() {
            @Override
            public void put(Collection<Article> articles) {
                sink.put(articles);
                throw failure;
            }

            @Override
            public void withdraw(Collection<ArticleId> ids) {
                sink.withdraw(ids);
                throw failure;
            }
        };
    }

    @Test
    void everySinkIsToldInOrder() {
        ArticleSink all = ArticleSink.all(sink("store"), sink("search"), sink("related"));
        all.put(ARTICLE);
        all.withdraw(ARTICLE.id());
        assertThat(told)
                .containsExactly(
                        "store put 1",
                        "search put 1",
                        "related put 1",
                        "store withdraw [a]",
                        "search withdraw [a]",
                        "related withdraw [a]");
    }

    @Test
    void everySinkIsToldEvenIfOneFails() {
        RuntimeException failure = new IllegalStateException("the index is closed");
        ArticleSink all = ArticleSink.all(failing("search", failure), sink("store"));
        assertThat(catchThrowable(() -> all.put(ARTICLE))).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(catchThrowable(() -> all.withdraw(ARTICLE.id()))).isSameAs(failure);
        assertThat(told).containsExactly("search put 1", "store put 1", "search withdraw [a]", "store withdraw [a]");
    }

    @Test
    void laterFailuresAreSuppressedInTheFirst() {
        RuntimeException first = new IllegalStateException("first");
        RuntimeException second = new ContentException("second");
        ArticleSink all = ArticleSink.all(sink("a"), failing("b", first), failing("c", second), sink("d"));
        Throwable thrown = catchThrowable(() -> all.put(ARTICLE));
        assertThat(thrown).isSameAs(first);
        assertThat(thrown.getSuppressed()).containsExactly(second);
        assertThat(told).containsExactly("a put 1", "b put 1", "c put 1", "d put 1");
    }

    @Test
    void oneFailureOfTwoSinksIsToldOnce() {
        RuntimeException failure = new IllegalStateException("shared");
        ArticleSink all = ArticleSink.all(failing("a", failure), failing("b", failure));
        assertThat(catchThrowable(() -> all.put(ARTICLE))).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @Test
    void aListThatChangesMeanwhileIsOneListToAll() {
        List<Article> articles = new ArrayList<>(List.of(ARTICLE));
        ArticleSink greedy = new ArticleSink() {
            @Override
            public void put(Collection<Article> given) {
                articles.clear();
            }

            @Override
            public void withdraw(Collection<ArticleId> ids) {}
        };
        ArticleSink.all(greedy, sink("store")).put(articles);
        assertThat(told).containsExactly("store put 1");
    }

    @Test
    void noneIsToldOfANull() {
        ArticleSink all = ArticleSink.all(sink("store"));
        assertThatThrownBy(() -> all.put(Arrays.asList(ARTICLE, null))).isInstanceOf(NullPointerException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void noSinksAreFine() {
        assertThatCode(() -> ArticleSink.all().put(ARTICLE)).doesNotThrowAnyException();
    }
}
