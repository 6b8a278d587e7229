package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleId;
import dev.byline.article.NeighbourQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That docs/sql.md shows the statements that are run. */
class DocumentedSqlTest {
    private static final Path DOCS = Path.of("../../docs/sql.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sql\\n(.*?)```");

    @Test
    void eachStatementIsOneThatIsRun() throws IOException {
        ArchiveQuery all = ArchiveQuery.at(NOW);
        ArchiveQuery several = all.tag("oil").section("politics");
        NeighbourQuery neighbours = NeighbourQuery.at(NOW);
        String run = Stream.of(
                        Queries.page(all.after(new ArchiveCursor(NOW, ArticleId.of("a")))),
                        Queries.page(several),
                        Queries.neighbours(article("a").build(), neighbours),
                        Queries.neighbours(article("a").build(), neighbours.excluding("oil")),
                        Queries.bySlug("a", NOW).stream().toList(),
                        List.of(Queries.documents(List.of("a", "b"))),
                        List.of(Queries.documentsAfter("a", 5)),
                        Queries.count(all).stream().toList(),
                        List.of(Queries.counts(Filing.Kind.TAG, NOW)),
                        List.of(Queries.changes(5, 5)),
                        List.of(Queries.lastRevision()))
                .flatMap(List::stream)
                .map(Sql::text)
                .map(DocumentedSqlTest::plain)
                .reduce("", (one, other) -> one + "\n" + other);
        List<String> shown = BLOCK.matcher(Files.readString(DOCS))
                .results()
                .map(block -> plain(block.group(1).replaceAll(":[a-zA-Z0-9]+", "?")))
                .toList();
        assertThat(shown).hasSize(11).allSatisfy(statement -> assertThat(run).contains(statement));
    }

    // Without the spaces that do not matter.
    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(" ?([()]) ?", "$1").trim();
    }
}
