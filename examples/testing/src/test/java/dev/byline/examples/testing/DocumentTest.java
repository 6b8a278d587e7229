package dev.byline.examples.testing;

import static dev.byline.ranking.testkit.Candidates.alike;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That docs/testing.md shows what stands here. */
class DocumentTest {
    private static final Path HERE = Path.of("src/test/java/dev/byline/examples/testing");

    @Test
    void every_snippet_is_taken_from_a_file_here() throws IOException {
        List<String> snippets = snippets(Files.readString(Path.of("../../docs/testing.md")));
        assertThat(snippets).hasSizeGreaterThan(5);
        List<List<String>> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(HERE)) {
            for (Path path : paths.toList()) {
                files.add(lines(Files.readString(path)));
            }
        }
        assertThat(snippets)
                .allSatisfy(snippet ->
                        assertThat(files).anySatisfy(file -> assertThat(file).containsSubsequence(lines(snippet))));
    }

    @Test
    void the_failure_it_shows_is_what_fails() throws IOException {
        ExplainedList list = RelatedArticles.rank(
                article("match").tags(tag("harbour-fc"), tag("cup")).build(),
                List.of(
                        alike(article("same-words").tags(tag("rowing")), .8, "stadium", "extra time"),
                        alike(article("same-clubs").tags(tag("cup"), tag("harbour-fc")), .2)),
                4,
                Touchline.RELATED,
                NOW);
        Throwable failure = catchThrowable(
                () -> assertThat(list).ranks("same-clubs").above("same-words").because("R-07"));
        String shown = Objects.requireNonNull(failure.getMessage());
        assertThat(lines(Files.readString(Path.of("../../docs/testing.md")))).containsSequence(lines(shown));
    }

    private static List<String> snippets(String document) {
        List<String> snippets = new ArrayList<>();
        String fence = "```java\n";
        for (int at = document.indexOf(fence); at >= 0; at = document.indexOf(fence, at + 1)) {
            snippets.add(document.substring(at + fence.length(), document.indexOf("```", at + fence.length())));
        }
        return snippets;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
