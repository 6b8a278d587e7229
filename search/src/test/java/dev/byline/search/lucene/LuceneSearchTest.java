package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.search.SearchQuery;
import dev.byline.search.testkit.ArticleSearchContract;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The contract on a real folder, and what is Lucene's own: locks, damage, crashes, formats. */
class LuceneSearchTest extends ArticleSearchContract {
    @Override
    protected ArticleSearch open(Path folder, InstantSource clock) {
        return LuceneSearch.open(folder, clock);
    }

    private Path index() {
        return folder.resolve("index");
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        for (Path file : files(index())) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    @Test
    void a_crash_loses_only_what_was_not_committed() throws IOException {
        search.put(SampleArticles.published(30, 1));
        search.commit();
        search.withdraw(ArticleId.of("n1"));
        search.put(SampleArticles.article("late").build());
        try (ArticleSearch after = LuceneSearch.open(copy(), clock)) {
            assertThat(after.status().articles()).isEqualTo(29);
            assertThat(after.find(SearchQuery.text("number 1")).hits())
                    .noneMatch(hit -> hit.item().id().value().equals("n1"));
            assertThat(after.find(SearchQuery.text("late")).hits()).isEmpty();
        }
    }

    @Test
    void a_crash_before_the_commit_is_told_again_by_the_store() throws IOException {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(30, 1));
        search.catchUp(store);
        ArticleId late = ArticleId.of("late");
        store.put(SampleArticles.article("late").build());
        search.put(store.find(late).orElseThrow());
        try (ArticleSearch after = LuceneSearch.open(copy(), clock)) {
            assertThat(after.catchUp(store)).isEqualTo(1);
            assertThat(after.status().articles()).isEqualTo(31);
            assertThat(after.verifyAgainst(store).clean()).isTrue();
        }
    }

    @Test
    void a_folder_has_one_search() {
        assertThatThrownBy(() -> LuceneSearch.open(index(), clock))
                .isInstanceOf(SearchException.class)
                .hasMessageContaining("another process")
                .extracting(failure -> ((SearchException) failure).rebuildHelps())
                .isEqualTo(false);
        assertThatThrownBy(() -> LuceneSearch.anew(index(), clock)).hasMessageContaining("another process");
        assertThat(search.status().articles()).isZero();
    }

    @Test
    void damage_is_noticed_at_open_and_a_rebuild_helps() throws IOException {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(SampleArticles.published(30, 1));
        search.catchUp(store);
        search.close();
        for (Path file : files(index())) {
            Path copy = copy();
            Path damaged = copy.resolve(file.getFileName());
            byte[] bytes = Files.readAllBytes(damaged);
            Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
            assertUnusable(copy, "damaged");
            Files.delete(damaged);
            assertUnusable(copy, "damaged");
            Files.writeString(copy.resolve("notes.txt"), "mine");
            try (ArticleSearch anew = LuceneSearch.anew(copy, clock)) {
                assertThat(anew.status().articles()).isZero();
                assertThat(anew.rebuildFrom(store)).isEqualTo(30);
                assertThat(anew.find(SearchQuery.text("story")).total()).isEqualTo(30);
            }
            assertThat(copy.resolve("notes.txt")).hasContent("mine");
        }
        search = LuceneSearch.open(index(), clock);
    }

    @Test
    void another_format_is_told() throws IOException {
        Path other = folder.resolve("format");
        try (Directory directory = FSDirectory.open(other);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            writer.setLiveCommitData(Map.of("byline.format", "999").entrySet());
            writer.commit();
        }
        assertUnusable(other, "another format");
        LuceneSearch.anew(other, clock).close();
        LuceneSearch.open(other, clock).close();
    }

    private void assertUnusable(Path folder, String why) {
        assertThatThrownBy(() -> LuceneSearch.open(folder, clock))
                .asInstanceOf(InstanceOfAssertFactories.type(SearchException.class))
                .satisfies(failure -> {
                    assertThat(failure.rebuildHelps()).isTrue();
                    assertThat(failure).hasMessageContaining(why).hasMessageContaining("build it anew");
                });
    }

    @Test
    void reading_alone_writes_nothing() throws IOException {
        search.put(SampleArticles.published(30, 1));
        search.close();
        List<Path> before = files(index());
        search = LuceneSearch.open(index(), clock);
        assertThat(search.find(SearchQuery.text("story")).total()).isEqualTo(30);
        search.close();
        assertThat(files(index())).isEqualTo(before);
    }

    @Test
    void lucene_is_quiet() {
        List<String> said = new ArrayList<>();
        Logger lucene = Logger.getLogger("org.apache.lucene");
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        lucene.addHandler(listener);
        try {
            search.put(SampleArticles.published(30, 1));
            search.find(SearchQuery.text("story"));
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider")
                    .warning("nothing that a host could act upon");
        } finally {
            lucene.removeHandler(listener);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void the_hosts_directory_stays_the_hosts() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (ArticleSearch inMemory = LuceneSearch.open(directory, clock)) {
                inMemory.put(SampleArticles.article("a").build());
            }
            try (ArticleSearch again = LuceneSearch.open(directory, clock)) {
                assertThat(again.status().articles()).isEqualTo(1);
            }
        }
    }
}
