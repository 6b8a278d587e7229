package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The state or code that WordPress gives, for hundreds of comments: {@code wordpress-outcomes.txt} has a line for each.
 *
 * <p>{@code who} is a visitor, a reader, the article's author, a moderator, or a writer, who is an author elsewhere. The
 * article is open and an hour old if nothing else is said. Options have WordPress' names; {@code close} is
 * {@code close_comments_days_old} where that rule is on.
 */
final class WordPressOutcomesTest extends Reviewing {
    private static final Map<String, Account> MEMBERS = Map.of(
            "reader", new Account("m1", "Mia", "mia@news.example", "http://mia.example", Role.READER),
            "author", new Account("m2", "Omar", "omar@news.example", "", Role.AUTHOR),
            "moderator", new Account("m3", "Lena", "lena@news.example", "", Role.MODERATOR),
            "writer", new Account("m4", "Noa", "noa@news.example", "", Role.READER));

    private final CommentHistory site = CommentHistory.inMemory(
            100,
            email -> MEMBERS.values().stream()
                    .anyMatch(member -> member.email().equals(email.toLowerCase(Locale.ROOT))));

    static Stream<String> rows() {
        return lines().filter(line -> line.contains("->") && !line.startsWith("#"));
    }

    private static Stream<String> lines() {
        try (InputStream in = WordPressOutcomesTest.class.getResourceAsStream("wordpress-outcomes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLineIsRead() {
        assertThat(rows()).hasSizeGreaterThan(800).doesNotHaveDuplicates();
        assertThat(lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .hasSameSizeAs(rows().toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWordPressDoesIsDone(String row) {
        int arrow = row.lastIndexOf("->");
        Map<String, String> said = new HashMap<>();
        List<Comment> stored = new ArrayList<>();
        for (String part : row.substring(0, arrow).split("; ", -1)) {
            if (part.startsWith("has=")) {
                stored.add(stored(part.strip().substring(4)));
            } else if (!part.isBlank()) {
                int equals = part.indexOf('=');
                said.put(
                        part.substring(0, equals),
                        expanded(part.substring(equals + 1).strip()));
            }
        }
        CommentDecision decision =
                CommentReviewer.with(rules(said), site, clock).review(draft(said), context(said, stored));
        String outcome = decision instanceof Rejected rejected
                ? rejected.code()
                : ((Kept) decision).state().name().toLowerCase(Locale.ROOT);
        assertThat(outcome).isEqualTo(row.substring(arrow + 2).strip());
        if (decision instanceof Kept kept) {
            CommentId parent = kept.cleaned().parent();
            assertThat(parent == null ? "" : parent.value()).isEqualTo(said.getOrDefault("parent", ""));
            Account member = MEMBERS.get(said.getOrDefault("who", "visitor"));
            if (member != null) {
                assertThat(kept.cleaned().name()).isEqualTo(member.name());
                assertThat(kept.cleaned().url()).isEqualTo(member.url());
                assertThat(kept.sender().email()).isEqualTo(member.email());
                assertThat(kept.sender().member()).isEqualTo(member.id());
            }
        }
    }

    private static CommentDraft draft(Map<String, String> said) {
        String parent = said.getOrDefault("parent", "");
        return new CommentDraft(
                said.getOrDefault("name", "Ann"),
                said.getOrDefault("email", "ann@news.example"),
                said.getOrDefault("url", ""),
                said.getOrDefault("text", "Well put."),
                parent.isEmpty() ? null : CommentId.of(parent));
    }

    private static CommentContext context(Map<String, String> said, List<Comment> stored) {
        Article article = article(said);
        CommentContext context = article == null ? CommentContext.nowhere() : CommentContext.on(article);
        context = context.from(
                new Sender("", said.getOrDefault("ip", "192.0.2.1"), said.getOrDefault("agent", "Browser/1.0"), ""));
        Account member = MEMBERS.get(said.getOrDefault("who", "visitor"));
        context = member == null ? context : context.signedIn(member);
        context = said.containsKey("password") ? context.withPassword() : context;
        context = said.getOrDefault("article", "").equals("page") ? context.neverClosing() : context;
        Comment parent = find(stored, said.get("parent"));
        List<Comment> above = new ArrayList<>();
        Comment next = parent == null || parent.parent() == null
                ? null
                : find(stored, parent.parent().value());
        while (next != null) {
            above.add(next);
            next = next.parent() == null ? null : find(stored, next.parent().value());
        }
        return context.replyTo(parent, above);
    }

    private static @Nullable Comment find(List<Comment> stored, @Nullable String id) {
        return stored.stream()
                .filter(comment -> comment.id().value().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Article article(Map<String, String> said) {
        String kind = said.getOrDefault("article", "open");
        long age = Long.parseLong(said.getOrDefault("age", "3600"));
        ArticleStatus status = switch (kind.substring(kind.indexOf('-') + 1)) {
            case "private" -> ArticleStatus.PRIVATE;
            case "draft", "pending" -> ArticleStatus.DRAFT;
            case "scheduled" -> ArticleStatus.SCHEDULED;
            case "trash" -> ArticleStatus.WITHDRAWN;
            default -> ArticleStatus.PUBLISHED;
        };
        ArticleBuilder article = SampleArticles.article("here")
                .publishedAt(kind.equals("scheduled") ? NOW.plusSeconds(60) : NOW.minusSeconds(age))
                .status(status)
                .commentsOpen(!kind.startsWith("closed"))
                .passwordProtected(kind.equals("password"));
        return kind.equals("missing") ? null : article.build();
    }

    private static CommentRules rules(Map<String, String> said) {
        CommentRules rules = CommentRules.wordPress();
        boolean approvals =
                said.getOrDefault("comment_previously_approved", "1").equals("1");
        return rules.nameAndEmailRequired(
                        said.getOrDefault("require_name_email", "1").equals("1"))
                .registrationRequired(
                        said.getOrDefault("comment_registration", "0").equals("1"))
                .closeAfterDays(Integer.parseInt(said.getOrDefault("close", "0")))
                .holdAll(said.getOrDefault("comment_moderation", "0").equals("1"))
                .links(rules.links().holdAt(Integer.parseInt(said.getOrDefault("comment_max_links", "2"))))
                .holdKeys(List.of(said.getOrDefault("moderation_keys", "")))
                .disallowedKeys(List.of(said.getOrDefault("disallowed_keys", "")))
                .senders(rules.senders().approvals(approvals ? 1 : 0));
    }

    /** Stores a comment that is there already, for example {@code k,state:held,ago:5}. */
    private Comment stored(String has) {
        String[] parts = has.split(",", -1);
        Map<String, String> said = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            said.put(parts[i].substring(0, colon), parts[i].substring(colon + 1));
        }
        String parent = said.getOrDefault("parent", "");
        Comment comment = new Comment(
                CommentId.of(parts[0]),
                ArticleId.of(said.getOrDefault("on", "elsewhere")),
                parent.isEmpty() ? null : CommentId.of(parent),
                Comment.Kind.COMMENT,
                CommentState.valueOf(said.getOrDefault("state", "approved").toUpperCase(Locale.ROOT)),
                said.getOrDefault("name", "Ann"),
                "",
                said.getOrDefault("text", "Before."),
                NOW.minus(Duration.ofSeconds(Long.parseLong(said.getOrDefault("ago", "86400")))));
        site.remember(
                comment,
                new Sender(
                        said.getOrDefault("email", "ann@news.example"),
                        said.getOrDefault("ip", "198.51.100.9"),
                        "",
                        said.getOrDefault("member", "")));
        return comment;
    }

    private static String expanded(String value) {
        String text = value;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            String inside = text.substring(open + 1, close);
            int star = inside.lastIndexOf('*');
            String meant = switch (inside) {
                case "nl" -> "\n";
                case "sp" -> " ";
                case "tab" -> "\t";
                default -> inside.substring(0, star).repeat(Integer.parseInt(inside.substring(star + 1)));
            };
            text = text.substring(0, open) + meant + text.substring(close + 1);
            open = text.indexOf('{', open + meant.length());
        }
        return text;
    }
}
