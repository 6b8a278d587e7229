package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.taxonomy.Menu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample site as its files hold it. */
final class SampleFiles {
    private static final Path FOLDER = Path.of("..", "sample");
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));
    static final JsonMapper JSON = JsonMapper.builder().build();

    static final Set<String> ORDINARY =
            Set.of("p", "h2", "ul", "li", "blockquote", "figure", "img", "figcaption", "a", "em", "strong");
    static final Pattern MARKUP = Pattern.compile("<(/?)([a-z0-9]+)[^<>]*>");

    final List<String> types = new ArrayList<>();
    final List<String> asRead = new ArrayList<>();
    final List<String> asWritten = new ArrayList<>();
    final List<Publication> publications = new ArrayList<>();
    final List<Author> authors = new ArrayList<>();
    final List<Menu> menus = new ArrayList<>();
    final List<StaticPage> pages = new ArrayList<>();
    final List<Article> articles = new ArrayList<>();
    final List<Comment> comments = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    /** A line of events.jsonl; {@code who} is the visitor of a view and the network of a share. */
    record Event(String kind, ArticleId article, Instant at, String who) {}

    static SampleFiles read() {
        try {
            return new SampleFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleFiles() throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve("site.jsonl"), StandardCharsets.UTF_8)) {
            JsonNode item = JSON.readTree(line);
            String type = item.get("type").asString();
            types.add(type);
            asRead.add(line);
            switch (type) {
                case "site" -> keep(type, "publication", item, Publication.class, publications);
                case "author" -> keep(type, "author", item, Author.class, authors);
                case "menu" -> keep(type, "menu", item, Menu.class, menus);
                case "page" -> keep(type, "page", item, StaticPage.class, pages);
                case "article" -> keep(type, "article", item, Article.class, articles);
                case "comment" -> keep(type, "comment", item, Comment.class, comments);
                default -> throw new AssertionError("no such type: " + type);
            }
        }
        for (String line : Files.readAllLines(FOLDER.resolve("events.jsonl"), StandardCharsets.UTF_8)) {
            JsonNode event = JSON.readTree(line);
            String kind = event.get("kind").asString();
            String who = kind.equals("view") ? "visitor" : "network";
            assertThat(event.propertyNames()).as(line).containsExactly("kind", "article", "at", who);
            events.add(new Event(
                    kind,
                    ArticleId.of(event.get("article").asString()),
                    Instant.parse(event.get("at").asString()),
                    event.get(who).asString()));
        }
    }

    private <T> void keep(String type, String field, JsonNode item, Class<T> record, List<T> kept) {
        T value = JSON.treeToValue(item.get(field), record);
        kept.add(value);
        asWritten.add("{\"type\":\"" + type + "\",\"" + field + "\":" + JSON.writeValueAsString(value) + "}");
    }

    List<Article> published() {
        return articles.stream().filter(article -> article.isPublic(NOW)).toList();
    }

    Article article(String id) {
        return articles.stream()
                .filter(article -> article.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static <T> T present(String where, @Nullable T value) {
        if (value == null) {
            throw new AssertionError(where);
        }
        return value;
    }

    Menu menu(String key) {
        return menus.stream().filter(menu -> menu.key().equals(key)).findFirst().orElseThrow();
    }

    static void balanced(String where, String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher markup = MARKUP.matcher(html);
        while (markup.find()) {
            String tag = markup.group(2);
            assertThat(ORDINARY).as(where).contains(tag);
            if (!markup.group(1).isEmpty()) {
                assertThat(open.poll()).as("%s: %s", where, markup.group()).isEqualTo(tag);
            } else if (!tag.equals("img")) {
                open.push(tag);
            }
        }
        assertThat(open).as(where).isEmpty();
        assertThat(markup.replaceAll("")).as(where).doesNotContainPattern("[<>\"]");
    }
}
