package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search says whose index a disk has spoilt. */
class DamageTest {
    private static final int STRETCH = 4_000;

    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
    private final List<Article> articles = SampleArticles.mixed(400, 9);
    private Path index;

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        index = folder.resolve("index");
        store.put(articles);
        try (ArticleSearch search = LuceneSearch.open(index, clock)) {
            search.catchUp(store);
        }
        // More segments than one, with withdrawals among them and portraits that were drawn anew.
        try (LuceneSearch search = LuceneSearch.open(index, clock)) {
            search.put(articles.subList(0, 50));
            search.withdraw(ArticleId.of("n7"));
            search.learn();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (Path file : files(index)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    /** Overwrites up to a stretch, somewhere in a file that is drawn by its size. */
    private static String spoil(Path index, Random random) throws IOException {
        long all = 0;
        for (Path file : files(index)) {
            all += Files.size(file);
        }
        long place = (long) (random.nextDouble() * all);
        for (Path file : files(index)) {
            long size = Files.size(file);
            if (place < size) {
                byte[] noise = new byte[(int) Math.min(STRETCH, size - place)];
                random.nextBytes(noise);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(noise), place);
                }
                return file.getFileName() + " at " + place;
            }
            place -= size;
        }
        throw new AssertionError("no such place");
    }

    private List<Function<ArticleSearch, Object>> questions() {
        List<Function<ArticleSearch, Object>> questions = new ArrayList<>();
        for (String words :
                List.of("story", "bridge", "minister election", "parliment", "\"the vote\" -rain", "zzyzx")) {
            questions.add(
                    search -> search.find(SearchQuery.text(words).page(0, 20)).hits());
            questions.add(search -> search.suggest(SuggestQuery.typed(words.substring(0, 4))));
            questions.add(search -> search.rarity(words));
        }
        for (Article article : articles.subList(10, 30)) {
            questions.add(search -> search.similarTo(article, 5));
            questions.add(search -> search.explain(SearchQuery.text(article.headline()), article.id()));
        }
        questions.add(search -> search.steadyUntil(clock.instant()));
        return questions;
    }

    private List<Object> answers(ArticleSearch search) {
        return questions().stream().map(question -> question.apply(search)).toList();
    }

    @Test
    void an_index_that_is_spoilt_anywhere_is_told_when_it_is_opened() throws IOException {
        List<Object> before;
        try (ArticleSearch search = LuceneSearch.open(copy("whole"), clock)) {
            before = answers(search);
        }
        int told = 0;
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            Path copy = copy("open-" + round);
            String where = spoil(copy, random);
            try (ArticleSearch search = LuceneSearch.open(copy, clock)) {
                // What was spoilt is a file that nothing reads any more.
                assertThat(answers(search)).as(where).isEqualTo(before);
            } catch (SearchException damaged) {
                assertThat(damaged.rebuildHelps()).as(where + ": " + damaged).isTrue();
                told++;
            }
        }
        assertThat(told).isBetween(40, 59);
    }

    @Test
    void what_was_told_is_mended_by_beginning_anew() throws IOException {
        List<Object> before;
        try (ArticleSearch search = LuceneSearch.anew(folder.resolve("other"), clock)) {
            search.rebuildFrom(store);
            before = answers(search);
        }
        spoil(index, new Random(1));
        assertThatThrownBy(() -> LuceneSearch.open(index, clock)).isInstanceOf(SearchException.class);
        // Whoever was refused holds nothing.
        try (ArticleSearch search = LuceneSearch.anew(index, clock)) {
            search.rebuildFrom(store);
            assertThat(answers(search)).isEqualTo(before);
        }
    }

    @Test
    void what_is_spoilt_while_it_is_open_is_told_by_whoever_meets_it() throws IOException {
        int told = 0;
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            Path copy = copy("run-" + round);
            try (ArticleSearch search =
                    round % 2 == 0 ? LuceneSearch.open(copy, clock) : LuceneSearch.reading(copy, clock)) {
                String where = spoil(copy, random);
                for (Function<ArticleSearch, Object> question : questions()) {
                    Throwable thrown = catchThrowable(() -> question.apply(search));
                    // Lucene's own assertions, which only tests switch on, and what it takes for the length of an
                    // array.
                    if (thrown != null
                            && !(thrown instanceof AssertionError)
                            && !(thrown instanceof OutOfMemoryError)) {
                        told++;
                        assertThat(thrown)
                                .as(where)
                                .isInstanceOfSatisfying(
                                        SearchException.class,
                                        failure -> assertThat(failure.rebuildHelps())
                                                .isTrue());
                    }
                }
            } catch (SearchException whenItIsClosed) {
                assertThat(whenItIsClosed.rebuildHelps()).isTrue();
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void what_the_caller_does_wrong_is_no_damage() {
        IllegalArgumentException own = new IllegalArgumentException("no such screen");
        try (ArticleSearch search = LuceneSearch.open(index, clock)) {
            assertThatThrownBy(() -> search.rebuildFrom(store, told -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThatThrownBy(() -> search.similarTo(articles.get(0), 0)).isInstanceOf(IllegalArgumentException.class);
            assertThat(answers(search)).isNotEmpty();
        }
    }
}
