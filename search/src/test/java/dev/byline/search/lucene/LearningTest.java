package dev.byline.search.lucene;

import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.score.Similar;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language of a site is learned anew while it is changed, read, restarted and killed. */
class LearningTest {
    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);

    @TempDir
    Path folder;

    private LuceneSearch open(String name) {
        return LuceneSearch.open(folder.resolve(name), clock);
    }

    private static List<Article> posts(int count, int subjects, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    StringBuilder body = new StringBuilder();
                    for (int word = 0; word < 25; word++) {
                        body.append(random.nextInt(3) == 0 ? "w" : "s" + i % subjects + "w")
                                .append(random.nextInt(30))
                                .append(' ');
                    }
                    return story("p" + i, "Post s" + i % subjects + "w" + random.nextInt(30), body.toString());
                })
                .toList();
    }

    private static List<List<Similar>> answers(ArticleSearch search, List<Article> posts) {
        return posts.stream()
                .limit(200)
                .filter(post -> post.id().value().endsWith("7"))
                .map(post -> search.similarTo(post, 12))
                .toList();
    }

    @Test
    void what_was_replaced_is_in_nobodys_way() {
        List<Article> posts = posts(40, 4, 1);
        try (LuceneSearch search = open("index")) {
            search.put(posts.subList(0, 10));
            search.put(posts.subList(0, 1));
            for (Article post : posts.subList(10, 40)) {
                search.put(List.of(post));
                assertThat(search.similarTo(posts.get(1), 3)).hasSize(3);
            }
        }
    }

    @Test
    @Rule("S-10")
    void the_same_articles_are_as_similar_whatever_came_before() {
        for (int count : new int[] {60, 2100}) {
            List<Article> posts = posts(count, 30, 2);
            List<List<Similar>> expected;
            try (LuceneSearch search = open("one" + count)) {
                search.put(posts);
                search.learn();
                expected = answers(search, posts);
                assertThat(expected)
                        .isNotEmpty()
                        .allSatisfy(list -> assertThat(list).hasSize(12));
            }
            List<Article> shuffled = new ArrayList<>(posts);
            Collections.shuffle(shuffled, new Random(4));
            try (LuceneSearch search = open("two" + count)) {
                search.put(posts(count + 20, 7, 5));
                for (int from = 0; from < count; from += 700) {
                    search.put(shuffled.subList(from, Math.min(count, from + 700)));
                }
                search.withdraw(IntStream.range(count, count + 20)
                        .mapToObj(i -> ArticleId.of("p" + i))
                        .toList());
                search.learn();
                assertThat(answers(search, posts)).isEqualTo(expected);
            }
            try (LuceneSearch search = open("two" + count)) {
                assertThat(answers(search, posts)).isEqualTo(expected);
                // Put again, everybody is drawn by the same model.
                search.put(posts.subList(0, 30));
                assertThat(answers(search, posts)).isEqualTo(expected);
            }
            try (LuceneSearch reader = LuceneSearch.reading(folder.resolve("two" + count), clock)) {
                assertThat(answers(reader, posts)).isEqualTo(expected);
                assertThatIllegalStateException().isThrownBy(reader::learn);
            }
        }
    }

    @Test
    @Rule("S-10")
    void what_an_index_caught_up_with_it_has_learned_once() throws IOException {
        List<Article> posts = posts(2100, 30, 9);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(posts);
        List<List<Similar>> caughtUp;
        try (LuceneSearch search = open("index")) {
            search.catchUp(store, told -> false);
            assertThat(models("index")).isEmpty();
            search.catchUp(store);
            assertThat(models("index")).containsExactly("texts.1");
            caughtUp = answers(search, posts);
            search.catchUp(store);
            assertThat(models("index")).containsExactly("texts.1");
        }
        try (LuceneSearch search = open("put")) {
            search.put(posts);
            search.learn();
            assertThat(caughtUp).isEqualTo(answers(search, posts));
        }
    }

    private List<String> models(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(ModelFile::is)
                    .toList();
        }
    }

    @Test
    void words_that_came_up_since_lead_to_each_other_on_a_large_site_too() {
        List<Article> posts = posts(2100, 30, 3);
        try (LuceneSearch search = open("index")) {
            search.put(posts);
            search.learn();
            List<Article> quake = IntStream.range(0, 300)
                    .mapToObj(i -> story("q" + i, "Zzquake", ""))
                    .toList();
            search.put(quake);
            assertThat(search.similarTo(quake.get(0), 1000)).hasSize(299);
            // Whatever waits for a merge counts for nothing.
            search.put(quake);
            assertThat(search.similarTo(quake.get(0), Integer.MAX_VALUE)).hasSize(299);
        }
    }

    @Test
    void who_reads_beside_compares_by_the_model_of_the_commit_it_reads() {
        List<Article> first = posts(12, 3, 6);
        List<Article> second = posts(14, 2, 7);
        try (LuceneSearch search = open("index")) {
            search.put(first);
        }
        try (LuceneSearch reader = LuceneSearch.reading(folder.resolve("index"), clock)) {
            assertThat(reader.similarTo(first.get(0), 3)).hasSize(3);
            long revision = reader.revision();
            try (LuceneSearch search = LuceneSearch.anew(folder.resolve("index"), clock)) {
                search.put(second);
            }
            clock.advance(Duration.ofSeconds(5));
            try (LuceneSearch fresh = LuceneSearch.reading(folder.resolve("index"), clock)) {
                assertThat(answers(reader, second)).isEqualTo(answers(fresh, second));
            }
            assertThat(reader.revision()).isNotEqualTo(revision);
        }
        try (LuceneSearch reader = LuceneSearch.reading(folder.resolve("index"), clock)) {
            try (LuceneSearch search = open("index")) {
                for (int round = 0; round < 3; round++) {
                    search.learn();
                    search.put(second.subList(0, 1));
                    search.commit();
                }
            }
            assertThat(reader.similarTo(second.get(0), 3)).hasSize(3);
            clock.advance(Duration.ofSeconds(5));
            assertThat(reader.similarTo(second.get(0), 3)).hasSize(3);
        }
    }

    @Test
    void files_that_are_no_models_stay() throws IOException {
        Files.createDirectories(folder.resolve("index"));
        List<Path> own = List.of(folder.resolve("index/texts.csv"), folder.resolve("index/texts."));
        for (Path file : own) {
            Files.writeString(file, "mine");
        }
        try (LuceneSearch search = open("index")) {
            search.put(posts(12, 3, 6));
        }
        try (LuceneSearch search = LuceneSearch.anew(folder.resolve("index"), clock)) {
            search.put(posts(12, 3, 6));
        }
        assertThat(own).allSatisfy(file -> assertThat(file).hasContent("mine"));
    }

    @Test
    void a_damaged_model_is_noticed_when_it_is_opened() throws IOException {
        Path index = folder.resolve("index");
        try (LuceneSearch search = open("index")) {
            search.put(posts(12, 3, 6));
        }
        Path model;
        try (Stream<Path> files = Files.list(index)) {
            model = files.filter(file -> ModelFile.is(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(model);
        for (int length : new int[] {0, 10, 20, 25, 35, 40, bytes.length - 1}) {
            Files.write(model, Arrays.copyOf(bytes, length));
            for (Supplier<ArticleSearch> opening :
                    List.<Supplier<ArticleSearch>>of(() -> open("index"), () -> LuceneSearch.reading(index, clock))) {
                SearchException failure = catchThrowableOfType(
                        SearchException.class, () -> opening.get().close());
                assertThat(failure).as("cut to " + length).isNotNull();
                assertThat(failure.rebuildHelps()).isTrue();
            }
        }
    }

    @Test
    void all_goes_on_while_much_is_learned() throws InterruptedException {
        List<Article> posts = posts(500, 20, 8);
        try (LuceneSearch search = open("index")) {
            search.put(posts.subList(0, 300));
            Thread learner = new Thread(() -> {
                for (int round = 0; round < 6; round++) {
                    search.learn();
                }
            });
            learner.start();
            for (Article post : posts.subList(300, 500)) {
                search.put(List.of(post));
                Article copy = post.toBuilder().id(ArticleId.of("copy")).build();
                assertThat(search.similarTo(copy, 1))
                        .singleElement()
                        .satisfies(one -> assertThat(one.similarity()).isGreaterThan(0.999));
                search.withdraw(List.of(post.id()));
                assertThat(search.similarTo(copy, 3)).extracting(Similar::id).doesNotContain(post.id());
            }
            learner.join();
        }
    }
}
