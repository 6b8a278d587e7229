package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchStatus;
import dev.byline.search.Verification;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class IndexCommandTest {
    @TempDir
    Path folder;

    private String site = "";

    @BeforeEach
    void copySample() {
        site = folder.resolve("site").toString();
        Run.of("import", "--site", site, "../sample/site.jsonl").succeeds();
    }

    private Path index() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(site))) {
            return files.filter(file -> file.endsWith("index")).findFirst().orElseThrow();
        }
    }

    private Run run(String... action) {
        return Run.of(Stream.concat(Stream.of("index", "--site", site), Stream.of(action))
                .toArray(String[]::new));
    }

    @Test
    void the_index_of_an_import_is_as_the_site() {
        assertThat(run("verify").succeeds().out())
                .matches("The index holds \\d+ articles, each as the site has it, and nothing else.\\R");
        Verification verified =
                JsonMapper.shared().readValue(run("verify", "--json").succeeds().out(), Verification.class);
        assertThat(verified.clean()).isTrue();
        assertThat(verified.compared()).isGreaterThan(20);
    }

    @Test
    void what_differs_is_named_and_a_rebuild_mends_it() throws IOException {
        try (ArticleSearch search = LuceneSearch.open(index(), () -> SampleArticles.NOW)) {
            search.put(SampleArticles.article("stray").build());
        }
        Run different = run("verify");
        assertThat(different.code()).isEqualTo(Byline.REFUSED);
        assertThat(different.out())
                .contains("byline index rebuild")
                .contains("1 article in it, but not on the site: stray")
                .doesNotContain("missing");
        Run json = run("verify", "--json");
        assertThat(json.code()).isEqualTo(Byline.REFUSED);
        assertThat(JsonMapper.shared().readValue(json.out(), Verification.class).extraIds())
                .containsExactly(ArticleId.of("stray"));

        assertThat(run("rebuild").succeeds().out()).matches("The index is built anew and holds \\d+ articles.\\R");
        run("verify").succeeds();
    }

    @Test
    void a_rebuild_answers_in_json() {
        var answer = run("rebuild", "--json").succeeds().json();
        SearchStatus status = JsonMapper.shared().treeToValue(answer.get("status"), SearchStatus.class);
        assertThat(status.uncommitted()).isZero();
        assertThat(status.articles())
                .isPositive()
                .isLessThanOrEqualTo(answer.get("articles").asLong());
    }

    @Test
    void a_damaged_index_is_told_and_a_rebuild_mends_it() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(index())) {
            files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
            Run damaged = run("verify");
            assertThat(damaged.code()).as(file.toString()).isEqualTo(Byline.FAILED);
            assertThat(damaged.err()).contains("damaged").contains("byline index rebuild");
            assertThat(run("verify", "--json").json().get("error").asString()).contains("byline index rebuild");
            run("rebuild").succeeds();
            run("verify").succeeds();
        }
    }

    @Test
    void a_missing_index_is_told_and_built() throws IOException {
        Files.move(index(), folder.resolve("elsewhere"));
        Run missing = run("verify");
        assertThat(missing.code()).isEqualTo(Byline.FAILED);
        assertThat(missing.err()).contains("there is no search index").contains("byline index rebuild");
        run("rebuild").succeeds();
        run("verify").succeeds();
    }

    @Test
    void two_commands_read_one_index() throws IOException {
        try (ArticleSearch search = LuceneSearch.open(index(), () -> SampleArticles.NOW)) {
            assertThat(search.status().readOnly()).isFalse();
            run("verify").succeeds();
            assertThat(Run.of("search", "--site", site, "falcon").succeeds().out())
                    .contains("falcon");
        }
    }

    @Test
    void any_other_action_is_a_wrong_command_line() {
        assertThat(run("polish").code()).isEqualTo(Byline.USAGE);
        assertThat(run().code()).isEqualTo(Byline.USAGE);
    }
}
