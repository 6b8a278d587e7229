package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.article.NeighbourQuery;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That docs/sql.md shows the tables that are made and the statements that are run. */
class DocumentedSqlTest {
    private static final Path DOCS = Path.of("../../docs/sql.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sql\\n(.*?)```");
    private static final List<String> SCHEMA =
            List.of("CREATE", "INSERT INTO byline_store", "INSERT INTO byline_claim");

    @RegisterExtension
    static final TestDatabase DATABASE = new H2();

    /** The statements of the page, without comments and with question marks for parameters. */
    private static List<String> shown() throws IOException {
        return BLOCK.matcher(Files.readString(DOCS))
                .results()
                .map(block -> block.group(1).replaceAll("--[^\\n]*", "").replaceAll(":[a-zA-Z0-9]+", "?"))
                .flatMap(DocumentedSqlTest::statements)
                .toList();
    }

    private static Stream<String> statements(String text) {
        return Arrays.stream(text.split(";", -1)).map(DocumentedSqlTest::plain).filter(one -> !one.isEmpty());
    }

    // Without the spaces that do not matter.
    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(" ?([()]) ?", "$1").trim();
    }

    private static List<String> script(String name) {
        return statements(Script.read(name).replaceAll("--[^\\n]*", "").replace("IF NOT EXISTS ", ""))
                .toList();
    }

    private static boolean isSchema(String statement) {
        return SCHEMA.stream().anyMatch(statement::startsWith);
    }

    @Test
    void theTablesAreThoseThatAreMade() throws IOException {
        List<String> made = Stream.of("postgresql.sql", "comments.sql")
                .flatMap(name -> script(name).stream())
                .toList();
        assertThat(shown()).filteredOn(DocumentedSqlTest::isSchema).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void h2DiffersAsThePageSays() {
        List<String> likewise = script("postgresql.sql").stream()
                .filter(one -> !one.startsWith("CREATE STATISTICS"))
                .map(one -> one.replace("COLLATE \"C\" ", "")
                        .replace("gen_random_uuid", "RANDOM_UUID")
                        .replace("ON CONFLICT DO NOTHING", "WHERE NOT EXISTS(SELECT 1 FROM byline_store)"))
                .toList();
        assertThat(script("h2.sql")).isEqualTo(likewise);
    }

    @Test
    void eachStatementIsOneThatIsRunAndEachThatWritesIsShown() throws IOException {
        Collection<String> run = run();
        List<String> shown = shown().stream().filter(one -> !isSchema(one)).toList();
        assertThat(shown).hasSizeGreaterThan(30);
        for (String statement : shown) {
            if (statement.startsWith("AND ")) {
                assertThat(run).anyMatch(one -> one.contains(statement));
            } else {
                assertThat(run).contains(statement);
            }
        }
        assertThat(run)
                .filteredOn(statement -> !statement.startsWith("SELECT") && !statement.startsWith("("))
                .isSubsetOf(shown);
    }

    /** Whatever is prepared while everything is asked for and written. */
    private Collection<String> run() {
        Set<String> run = new LinkedHashSet<>();
        DataSource watched = Watched.statements(DATABASE.tables(), sql -> run.add(plain(sql)));
        articles(new JdbcArticleStore(watched, ZoneOffset.UTC));
        comments(new JdbcCommentHistory(watched, email -> false));
        return run;
    }

    private static void articles(ArticleStore store) {
        Article a = article("a").slug("a").published(NOW).build();
        Article b = article("b").slug("b").published(NOW).build();
        store.put(List.of(a, b));
        store.put(
                List.of(a.toBuilder().slug("c").build(), b.toBuilder().slug("d").build()));
        store.withdraw(b.id());
        ArchiveQuery all = ArchiveQuery.at(NOW);
        NeighbourQuery neighbours = NeighbourQuery.at(NOW);
        store.page(all.after(new ArchiveCursor(NOW, a.id())));
        store.page(all.tag("oil").section("politics"));
        store.neighbours(a, neighbours);
        store.neighbours(a, neighbours.excluding("oil"));
        store.bySlug("c", NOW);
        store.find(List.of(a.id(), b.id()));
        assertThat(store.stream()).hasSize(2);
        store.count(all);
        store.counts(ArticleStore.By.TAG, NOW);
        store.changedSince(Changes.START, 5);
    }

    private static void comments(CommentHistory history) {
        history.claim(attempt("one", 0, null));
        history.remember(comment("c1", "one"), SENDER);
        history.claim(attempt("two", 1, CommentId.of("c1")));
        history.remember(comment("c1", "two"), SENDER);
        history.remember(comment("c2", "three"), SENDER);
        history.standing("Ann", SENDER);
        history.forget(CommentId.of("c1"));
    }

    private static final Sender SENDER = new Sender("ann@news.example", "192.0.2.1", "", "");

    private static Attempt attempt(String text, int days, @Nullable CommentId edited) {
        return new Attempt(
                ArticleId.of("a"),
                null,
                "Ann",
                SENDER,
                CommentText.fingerprint(text),
                CommentText.sketch(text),
                CommentState.HELD,
                NOW.plus(Duration.ofDays(days)),
                SenderRules.defaults().nearPercent(80),
                "token " + days,
                edited);
    }

    private static Comment comment(String id, String text) {
        return new Comment(
                CommentId.of(id),
                ArticleId.of("a"),
                null,
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "Ann",
                "",
                text,
                NOW);
    }
}
