package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a folder that can't be opened, and whether building anew helps. */
class OpeningTest {
    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private SearchException refused(Path index) {
        return failure(() -> LuceneSearch.open(index, clock).close());
    }

    private static SearchException failure(Runnable work) {
        try {
            work.run();
        } catch (SearchException failure) {
            return failure;
        }
        throw new AssertionError("it was done");
    }

    private Path fill(Path index) {
        store.put(SampleArticles.mixed(200, 4));
        try (ArticleSearch search = LuceneSearch.open(index, clock)) {
            search.catchUp(store);
            search.withdraw(ArticleId.of("n7"));
            search.put(SampleArticles.published(7, 4));
        }
        return index;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private Path copy(Path index) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        for (Path file : files(index)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    @Test
    void a_flipped_byte_is_noticed_when_it_is_opened_or_verified() throws IOException {
        Path index = fill(folder.resolve("index"));
        Random random = new Random(5);
        for (Path file : files(index)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int flip = 0; flip < 12; flip++) {
                byte[] damaged = bytes.clone();
                damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                Path copy = copy(index);
                for (Function<Path, ArticleSearch> opening : List.<Function<Path, ArticleSearch>>of(
                        it -> LuceneSearch.reading(it, clock), it -> LuceneSearch.open(it, clock))) {
                    SearchException failure = failure(() -> {
                        try (ArticleSearch search = opening.apply(copy)) {
                            search.verifyAgainst(store);
                        }
                    });
                    assertThat(failure.rebuildHelps()).as(file + ": " + failure).isTrue();
                }
            }
            Files.write(file, bytes);
        }
        LuceneSearch.open(index, clock).close();
    }

    @Test
    void what_a_crash_leaves_of_a_first_commit_is_no_index() throws IOException {
        Files.writeString(folder.resolve("pending_segments_1"), "half");
        try (ArticleSearch search = LuceneSearch.open(folder, clock)) {
            assertThat(search.status().articles()).isZero();
        }
    }

    @Test
    void files_without_a_commit_are_told() throws IOException {
        fill(folder);
        for (Path file : files(folder)) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        assertThat(refused(folder)).hasMessageContaining("no commit").matches(SearchException::rebuildHelps);
        assertThat(failure(() -> LuceneSearch.reading(folder, clock)).rebuildHelps())
                .isTrue();
    }

    @Test
    void another_version_of_lucene_is_told() throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig(new StandardAnalyzer())
                                .setCodec(new FilterCodec("Later", Codec.getDefault()) {}))) {
            writer.addDocument(new Document());
            writer.commit();
        }
        assertThat(refused(folder))
                .hasMessageContaining("another version of Lucene")
                .hasMessageContaining(folder.toString())
                .matches(SearchException::rebuildHelps);
        LuceneSearch.anew(folder, clock).close();
        LuceneSearch.open(folder, clock).close();
    }

    @Test
    void a_folder_that_is_a_file_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        for (Runnable opening : List.<Runnable>of(
                () -> LuceneSearch.open(file, clock),
                () -> LuceneSearch.anew(file, clock),
                () -> LuceneSearch.reading(file, clock))) {
            assertThat(failure(opening))
                    .hasMessage("can't keep a search index in " + file + ": it is a file, not a folder")
                    .matches(failure -> !failure.rebuildHelps());
        }
    }

    @Test
    void a_folder_that_may_not_be_written_is_told() throws IOException {
        Directory closed = new FilterDirectory(new ByteBuffersDirectory()) {
            @Override
            public Lock obtainLock(String name) throws IOException {
                throw new AccessDeniedException(name);
            }
        };
        assertThat(failure(() -> LuceneSearch.open(closed, clock)))
                .hasMessageContaining("may not")
                .matches(failure -> !failure.rebuildHelps());
        closed.close();
    }

    @Test
    void two_searches_in_one_folder_are_told() {
        try (ArticleSearch first = LuceneSearch.open(folder, clock)) {
            assertThatThrownBy(() -> LuceneSearch.open(folder, clock))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another process, or another search of this one, has it open");
            assertThat(first.status().articles()).isZero();
        }
    }
}
