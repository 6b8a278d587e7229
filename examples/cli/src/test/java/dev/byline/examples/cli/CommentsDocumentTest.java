package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentContext;
import dev.byline.comment.CommentDecision;
import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentReviewer;
import dev.byline.comment.CommentRules;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That docs/comments.md says what the command does and the presets are. */
class CommentsDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/comments.md");

    /** Components that the table describes in words. */
    private static final List<String> IN_WORDS = List.of("keys", "senders.floods");

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        String document = Files.readString(DOCUMENT);
        List<String> blocks = new ArrayList<>();
        String fence = "```" + language + "\n";
        for (int at = document.indexOf(fence); at >= 0; at = document.indexOf(fence, at + 1)) {
            blocks.add(document.substring(at + fence.length(), document.indexOf("```", at + fence.length())));
        }
        return blocks;
    }

    @Test
    void the_example_gives_what_it_says() throws IOException {
        String policy = Files.writeString(
                        folder.resolve("policy.yaml"), blocks("yaml").get(0))
                .toString();
        String now = "2026-11-20T12:00:00Z";
        assertThat(Files.readString(DOCUMENT)).contains("--policy policy.yaml --json --now " + now);
        List<String> lines = blocks("json");
        Run json = Run.with(lines.get(0), "comment", "--policy", policy, "--json", "--now", now);
        assertThat(json.code()).isEqualTo(Byline.REFUSED);
        assertThat(json.out()).isEqualTo(lines.get(1));
        assertThat(Run.with(lines.get(0), "comment", "--policy", policy).out())
                .isEqualTo(blocks("text").get(0));
    }

    @Test
    void every_component_is_in_the_table_with_its_values() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readString(DOCUMENT).lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 9 && cells[1].startsWith(" `")) {
                List<String> values = new ArrayList<>();
                for (int i = 2; i < 6; i++) {
                    values.add(cells[i].strip());
                }
                rows.put(cells[1].strip().replace("`", ""), values);
            }
        }
        List<JsonNode> presets = List.of(
                        CommentRules.defaults(), CommentRules.wordPress(), CommentRules.strict(), CommentRules.open())
                .stream()
                .map(rules -> JsonMapper.shared().<JsonNode>valueToTree(rules))
                .toList();
        List<String> components = new ArrayList<>();
        components(CommentRules.class, "", components);
        assertThat(rows.keySet()).containsExactlyElementsOf(components);
        rows.forEach((component, values) -> {
            if (!IN_WORDS.contains(component)) {
                String pointer = "/" + component.replace('.', '/');
                assertThat(values)
                        .as(component)
                        .isEqualTo(presets.stream()
                                .map(preset -> told(preset.at(pointer)))
                                .toList());
            }
        });
    }

    private static String told(JsonNode value) {
        return value.isContainer() && value.isEmpty() ? "none" : value.asString();
    }

    private static void components(Class<?> type, String above, List<String> all) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = above + component.getName();
            if (component.getType().isRecord()) {
                components(component.getType(), path + ".", all);
            } else {
                all.add(path);
            }
        }
    }

    @Test
    void the_java_code_is_that_of_this_file() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/byline/examples/cli/CommentsDocumentTest.java"));
        List<String> snippets = blocks("java");
        assertThat(snippets).hasSize(1);
        assertThat(words(here)).contains(words(snippets.get(0)));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(embedded(CommentHistory.inMemory(10), clock)).hasSize(1);
        assertThat(stored.get(0).parent()).isEqualTo(CommentId.of("3"));
    }

    private static String words(String code) {
        return String.join("", code.split("\\s+", -1));
    }

    private final List<Comment> stored = new ArrayList<>();

    private void store(Comment comment, Sender sender) {
        stored.add(Objects.requireNonNull(comment));
        Objects.requireNonNull(sender);
    }

    private List<Comment> embedded(CommentHistory history, InstantSource clock) {
        Article article = Article.builder(ArticleId.of("7"), "bridge-closed")
                .published(clock.instant())
                .commentsOpen(true)
                .build();
        Comment parent = new Comment(
                CommentId.of("3"),
                article.id(),
                null,
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "Bo",
                "",
                "First.",
                clock.instant());
        List<Comment> above = List.of();
        String ip = "192.0.2.1";
        String agent = "Browser";
        CommentDraft draft =
                CommentDraft.of("Ann", "ann@news.example", "Well said.").replyTo(parent.id());

        CommentRules rules = CommentRules.wordPress(Map.of("comment_max_links", "3", "moderation_keys", "casino"));
        CommentReviewer reviewer = CommentReviewer.with(rules, history, clock);

        CommentContext context =
                CommentContext.on(article).from(new Sender("", ip, agent, "")).replyTo(parent, above);
        CommentDecision decision = reviewer.review(draft, context);
        if (decision instanceof CommentDecision.Kept kept) {
            Comment comment = kept.toComment(CommentId.random());
            store(comment, kept.sender());
            history.remember(comment, kept.sender());
        }
        return stored;
    }
}
