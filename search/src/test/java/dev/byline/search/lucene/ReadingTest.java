package dev.byline.search.lucene;

import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is read while somebody else may be changing it. */
class ReadingTest {
    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private ArticleSearch reading() {
        return LuceneSearch.reading(folder, clock);
    }

    private static long found(ArticleSearch search) {
        return search.find(SearchQuery.text("story")).total();
    }

    @Test
    void it_answers_from_the_last_commit_and_looks_for_a_newer_once_a_second() {
        store.put(SampleArticles.published(20, 1));
        try (ArticleSearch other = LuceneSearch.open(folder, clock)) {
            other.catchUp(store);
            try (ArticleSearch search = reading();
                    ArticleSearch third = reading()) {
                assertThat(found(search)).isEqualTo(20).isEqualTo(found(third));
                assertThat(search.verifyAgainst(store).clean()).isTrue();
                long revision = search.revision();
                other.withdraw(ArticleId.of("n1"));
                assertThat(found(search)).isEqualTo(20);
                clock.advance(Duration.ofMillis(999));
                assertThat(found(search)).isEqualTo(20);
                assertThat(search.revision()).isEqualTo(revision);
                clock.advance(Duration.ofMillis(1));
                assertThat(found(search)).isEqualTo(19);
                assertThat(search.revision()).isNotEqualTo(revision);
                assertThat(search.verifyAgainst(store).missingIds()).containsExactly(ArticleId.of("n1"));
            }
        }
    }

    @Test
    void it_changes_nothing() throws IOException {
        store.put(SampleArticles.published(20, 1));
        try (ArticleSearch other = LuceneSearch.open(folder, clock)) {
            other.catchUp(store);
        }
        List<Path> before = files();
        ArticleSearch search = reading();
        assertThat(search.status().readOnly()).isTrue();
        assertThat(search.status().articles()).isEqualTo(20);
        assertThat(search.status().cursor()).isNotEmpty();
        for (var change : List.<Runnable>of(
                () -> search.put(article("a").build()),
                () -> search.withdraw(ArticleId.of("n1")),
                search::commit,
                () -> search.catchUp(store),
                () -> search.rebuildFrom(store))) {
            assertThatIllegalStateException().isThrownBy(change::run).withMessageContaining("only to be read");
        }
        search.close();
        search.close();
        assertThatIllegalStateException().isThrownBy(() -> found(search)).withMessageContaining("closed");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void an_index_that_is_begun_anew_beside_it_is_read() {
        store.put(SampleArticles.published(20, 1));
        try (ArticleSearch other = LuceneSearch.open(folder, clock)) {
            other.catchUp(store);
        }
        try (ArticleSearch search = reading()) {
            assertThat(found(search)).isEqualTo(20);
            store.put(SampleArticles.published(30, 2));
            try (ArticleSearch other = LuceneSearch.anew(folder, clock)) {
                other.catchUp(store);
                clock.advance(Duration.ofSeconds(1));
                assertThat(found(search)).isEqualTo(30);
            }
        }
    }

    @Test
    void there_must_be_an_index() {
        Path missing = folder.resolve("missing");
        for (Path none : List.of(folder, missing)) {
            assertThatThrownBy(() -> LuceneSearch.reading(none, clock))
                    .isInstanceOfSatisfying(SearchException.class, failure -> {
                        assertThat(failure.rebuildHelps()).isTrue();
                        assertThat(failure).hasMessageContaining("there is no search index in " + none);
                    });
        }
        assertThat(missing).doesNotExist();
    }
}
