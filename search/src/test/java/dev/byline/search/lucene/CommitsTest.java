package dev.byline.search.lucene;

import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Commits;
import dev.byline.search.SearchException;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When an index makes durable what was put, asked and unasked. */
class CommitsTest {
    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);

    @TempDir
    private Path folder;

    private LuceneSearch open(Commits commits) {
        return LuceneSearch.open(folder, commits, clock);
    }

    private static void put(ArticleSearch search, String... ids) {
        for (String id : ids) {
            search.put(article(id).build());
        }
    }

    @Test
    void so_many_articles_do_not_wait() {
        try (ArticleSearch search = open(new Commits(3, Duration.ZERO))) {
            put(search, "a", "b");
            assertThat(search.status().uncommitted()).isEqualTo(2);
            put(search, "c");
            assertThat(search.status().uncommitted()).isZero();
            search.put(SampleArticles.published(10, 1));
            assertThat(search.status().uncommitted()).isZero();
        }
    }

    @Test
    void nothing_waits_where_every_change_is_committed() {
        try (ArticleSearch search = open(Commits.everyChange())) {
            put(search, "a");
            assertThat(search.status().uncommitted()).isZero();
            try (ArticleSearch beside = LuceneSearch.reading(folder, clock)) {
                assertThat(beside.status().articles()).isEqualTo(1);
            }
        }
    }

    @Test
    void all_waits_until_it_is_asked_for() {
        try (ArticleSearch search = open(Commits.onlyWhenAsked())) {
            search.put(SampleArticles.published(150, 1));
            clock.advance(Duration.ofDays(3));
            assertThat(search.status().uncommitted()).isEqualTo(150);
            assertThat(threads()).isEmpty();
        }
    }

    @Test
    void nothing_waits_longer_than_it_may_by_the_clock() {
        try (ArticleSearch search = open(Commits.defaults())) {
            put(search, "a");
            clock.advance(Duration.ofSeconds(29));
            put(search, "b");
            assertThat(search.status().uncommitted()).isEqualTo(2);
            clock.advance(Duration.ofSeconds(1));
            assertThat(search.status().uncommitted()).isZero();
            put(search, "c");
            clock.advance(Duration.ofSeconds(30));
            put(search, "d");
            assertThat(search.status().uncommitted()).isZero();
            assertThat(search.status().committedAt()).isEqualTo(SampleArticles.NOW.plusSeconds(60));
        }
    }

    @Test
    @Timeout(60)
    void nothing_waits_longer_than_it_may_where_nobody_calls() {
        try (LuceneSearch search = open(new Commits(0, Duration.ofMillis(1)));
                ArticleSearch beside = LuceneSearch.reading(folder, clock)) {
            for (int round = 1; round <= 3; round++) {
                put(search, "a" + round);
                while (search.status().uncommitted() > 0) {
                    Thread.onSpinWait();
                }
                clock.advance(Duration.ofHours(round));
                assertThat(beside.status().articles()).isEqualTo(round);
            }
            assertThat(threads()).isPresent().get().matches(Thread::isDaemon);
        }
        while (threads().isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static Optional<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("byline-search-commit"))
                .findAny();
    }

    @Test
    void what_was_taken_back_never_waits() {
        try (ArticleSearch search = open(Commits.onlyWhenAsked())) {
            put(search, "a", "b", "c");
            search.withdraw(ArticleId.of("a"));
            assertThat(search.status().uncommitted()).isZero();
            put(search, "d");
            search.put(article("b").status(ArticleStatus.DRAFT).build());
            assertThat(search.status().uncommitted()).isZero();
            put(search, "e");
            search.put(article("never").status(ArticleStatus.DRAFT).build());
            assertThat(search.status().uncommitted()).as("no article left").isEqualTo(2);
        }
    }

    @Test
    void what_came_from_the_store_and_is_taken_back_meanwhile_never_waits() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(2500, 1));
        try (ArticleSearch search = open(Commits.onlyWhenAsked())) {
            search.catchUp(store, told -> {
                if (told == 1000) {
                    search.commit();
                    search.put(article("n7").status(ArticleStatus.DRAFT).build());
                    assertThat(search.status().uncommitted()).isZero();
                }
                return true;
            });
        }
    }

    @Test
    void following_a_store_ends_with_a_commit_whatever_the_policy() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(30, 1));
        try (ArticleSearch search = open(Commits.onlyWhenAsked())) {
            search.catchUp(store);
            assertThat(search.status().uncommitted()).isZero();
        }
    }

    @Test
    void a_commit_that_fails_is_told_and_made_good() throws IOException {
        try (FullDisk disk = new FullDisk();
                ArticleSearch search = LuceneSearch.open(disk, clock)) {
            put(search, "a");
            disk.full = true;
            clock.advance(Duration.ofSeconds(30));
            assertThat(search.status().problem()).contains("the disk is full");
            assertThat(search.status().uncommitted()).isEqualTo(1);
            assertThat(search.status().committedAt()).isEqualTo(SampleArticles.NOW);
            assertThatThrownBy(() -> put(search, "b")).isInstanceOf(SearchException.class);
            assertThatThrownBy(search::commit).isInstanceOf(SearchException.class);
            disk.full = false;
            assertThat(search.status().problem()).isEmpty();
            assertThat(search.status().uncommitted()).isZero();
            assertThat(search.status().articles()).isEqualTo(2);
        }
    }

    /** A disk on which nothing can be made durable. */
    private static final class FullDisk extends FilterDirectory {
        private boolean full;

        FullDisk() {
            super(new ByteBuffersDirectory());
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            if (full) {
                throw new IOException("the disk is full");
            }
            super.sync(names);
        }
    }
}
