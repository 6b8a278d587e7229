package dev.byline.examples.cli.review;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentContext;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line: a draft, and the little world that it is sent into. */
final class DraftLine {
    private static final String FUTURE = "future";

    private static final Map<String, ArticleStatus> ARTICLE_STATES = ordered(
            Map.entry("published", ArticleStatus.PUBLISHED),
            Map.entry("scheduled", ArticleStatus.SCHEDULED),
            Map.entry("draft", ArticleStatus.DRAFT),
            Map.entry("pending", ArticleStatus.DRAFT),
            Map.entry("private", ArticleStatus.PRIVATE),
            Map.entry("trash", ArticleStatus.WITHDRAWN),
            Map.entry("withdrawn", ArticleStatus.WITHDRAWN),
            Map.entry("publish", ArticleStatus.PUBLISHED),
            Map.entry(FUTURE, ArticleStatus.SCHEDULED));

    /** Whether it closes with age. */
    private static final Map<String, Boolean> ARTICLE_TYPES =
            ordered(Map.entry("article", true), Map.entry("page", false), Map.entry("post", true));

    private static final Map<String, CommentState> COMMENT_STATES = ordered(
            Map.entry("approved", CommentState.APPROVED),
            Map.entry("held", CommentState.HELD),
            Map.entry("spam", CommentState.SPAM),
            Map.entry("trash", CommentState.TRASH),
            Map.entry("pending", CommentState.HELD),
            Map.entry("unapproved", CommentState.HELD),
            Map.entry("hold", CommentState.HELD),
            Map.entry("approve", CommentState.APPROVED),
            Map.entry("1", CommentState.APPROVED),
            Map.entry("0", CommentState.HELD));

    /** What a member may do everywhere; an author may more only on the author's own articles. */
    private static final Map<String, Role> ROLES = ordered(
            Map.entry("reader", Role.READER),
            Map.entry("author", Role.READER),
            Map.entry("moderator", Role.MODERATOR),
            Map.entry("administrator", Role.MODERATOR),
            Map.entry("subscriber", Role.READER),
            Map.entry("contributor", Role.READER),
            Map.entry("editor", Role.MODERATOR));

    private final Instant now;
    private final Map<String, Account> members = new LinkedHashMap<>();
    private final Set<String> emails = new HashSet<>();
    private final Map<CommentId, Stored> comments = new LinkedHashMap<>();
    private @Nullable Article article;
    private String articleAuthor = "";
    private CommentContext context = CommentContext.nowhere();
    private CommentDraft draft = CommentDraft.of("");

    private record Stored(Comment comment, Sender sender) {}

    private DraftLine(Instant now) {
        this.now = now;
    }

    static DraftLine read(String json, Instant now) throws BadInput {
        JsonNode tree = JsonTree.read(json);
        DraftLine line = new DraftLine(now);
        Fields fields = Fields.of(tree, "");
        line.article(fields.object("article"));
        line.members(fields.objects("members"));
        line.comments(fields.objects("comments"));
        line.sender(fields.object("sender"));
        line.form(fields.object("form"));
        Fields sent = fields.object("draft");
        if (sent == null) {
            throw fields.missing("draft");
        }
        line.draft(sent);
        fields.done();
        return line;
    }

    CommentDraft draft() {
        return draft;
    }

    CommentContext context() {
        return context;
    }

    /** A history that holds the comments of the line. */
    CommentHistory history() {
        // Twice as many, since a history also remembers what was claimed and several keys of each.
        CommentHistory history =
                CommentHistory.inMemory(2 * comments.size() + 16, email -> emails.contains(folded(email)));
        comments.values().stream()
                .sorted(Comparator.comparing(Stored::comment, Comment.OLDEST_FIRST))
                .forEach(stored -> history.remember(stored.comment(), stored.sender()));
        return history;
    }

    private void article(@Nullable Fields fields) throws BadInput {
        if (fields == null) {
            return;
        }
        String id = fields.id("id");
        String author = fields.id("author");
        articleAuthor = author == null ? "" : author;
        String state = fields.text("state").toLowerCase(Locale.ROOT);
        ArticleStatus status = fields.choice("state", ARTICLE_STATES, ArticleStatus.PUBLISHED);
        boolean closes = fields.choice("type", ARTICLE_TYPES, true);
        Instant published = fields.before(now, "age");
        Boolean password = fields.flag("passwordGiven");
        boolean closed = Boolean.FALSE.equals(fields.flag("commentsOpen"));
        ArticleBuilder builder = Article.builder(ArticleId.of(id == null ? "article" : id), "article")
                .status(status)
                .publishedAt(published(status, state, published))
                .passwordProtected(password != null)
                .commentsOpen(!closed);
        fields.done();
        article = builder.build();
        context = CommentContext.on(article);
        context = closes ? context : context.neverClosing();
        context = Boolean.TRUE.equals(password) ? context.withPassword() : context;
    }

    private @Nullable Instant published(ArticleStatus status, String state, @Nullable Instant published) {
        return switch (status) {
            // What is not finished has no date, so that it does not close by age.
            case DRAFT -> null;
            case SCHEDULED -> {
                // In WordPress a post is not public until its state says so; elsewhere its date alone does.
                boolean later = published == null || (state.equals(FUTURE) && !published.isAfter(now));
                yield later ? now.plus(Duration.ofDays(1)) : published;
            }
            case PUBLISHED, PRIVATE, WITHDRAWN -> published == null ? now : published;
        };
    }

    private void members(List<Fields> all) throws BadInput {
        for (Fields fields : all) {
            String id = fields.id("id");
            if (id == null) {
                throw fields.missing("id");
            }
            Role role = fields.choice("role", ROLES, Role.READER);
            boolean own = role == Role.READER && id.equals(articleAuthor);
            String email = fields.text("email");
            Account account = new Account(id, fields.text("name"), email, fields.text("url"), own ? Role.AUTHOR : role);
            fields.done();
            if (members.put(id, account) != null) {
                throw new BadInput(fields.path("id"), "is the id of another member too");
            }
            if (!email.isEmpty()) {
                emails.add(folded(email));
            }
        }
    }

    private void comments(List<Fields> all) throws BadInput {
        Set<String> ids = new HashSet<>();
        for (Fields fields : all) {
            String id = fields.id("id");
            if (id != null && !ids.add(id)) {
                throw new BadInput(fields.path("id"), "is the id of another comment too");
            }
        }
        int unnamed = 0;
        for (Fields fields : all) {
            String id = fields.id("id");
            while (id == null) {
                String made = "unnamed " + ++unnamed;
                id = ids.add(made) ? made : null;
            }
            stored(fields, CommentId.of(id));
            fields.done();
        }
    }

    private void stored(Fields fields, CommentId id) throws BadInput {
        Instant at = fields.before(now, "age");
        if (at == null) {
            throw fields.missing("age");
        }
        String parent = fields.id("parent");
        String elsewhere = fields.id("article");
        String author = fields.text("author");
        String name = author.isEmpty() ? fields.text("name") : author;
        String email = fields.text("email");
        String member = fields.id("member");
        Account account = member == null ? null : members.get(member);
        CommentState state = fields.choice("state", COMMENT_STATES, CommentState.APPROVED);
        ArticleId here = article == null ? ArticleId.of("article") : article.id();
        Comment comment = new Comment(
                id,
                elsewhere == null ? here : ArticleId.of(elsewhere),
                parent == null ? null : CommentId.of(parent),
                Comment.Kind.COMMENT,
                state,
                name.isEmpty() && account != null ? account.name() : name,
                fields.text("url"),
                fields.text("text"),
                at);
        Sender sender = new Sender(
                email.isEmpty() && account != null ? account.email() : email,
                fields.text("ip"),
                fields.text("agent"),
                member == null ? "" : member);
        comments.put(id, new Stored(comment, sender));
    }

    private void sender(@Nullable Fields fields) throws BadInput {
        if (fields == null) {
            return;
        }
        String member = fields.id("member");
        Sender sender = new Sender("", fields.text("ip"), fields.text("agent"), member == null ? "" : member);
        fields.done();
        context = context.from(sender);
        if (member != null) {
            Account account = members.get(member);
            if (account == null) {
                throw new BadInput(fields.path("member"), "is the id of no member on this line");
            }
            context = context.signedIn(account);
        }
    }

    private void form(@Nullable Fields fields) throws BadInput {
        if (fields != null) {
            context = context.withForm(fields.text("token"), fields.text("trap"));
            context = Boolean.TRUE.equals(fields.flag("insisted")) ? context.insisting() : context;
            fields.done();
        }
    }

    private void draft(Fields fields) throws BadInput {
        String parent = fields.id("parent");
        CommentId id = parent == null ? null : CommentId.of(parent);
        draft = new CommentDraft(
                fields.text("name"), fields.text("email"), fields.text("url"), fields.text("text"), id);
        fields.done();
        context = comment(id)
                .map(above -> context.replyTo(above, Ancestors.of(above, this::comment)))
                .orElse(context);
    }

    private Optional<Comment> comment(@Nullable CommentId id) {
        return Optional.ofNullable(id).map(comments::get).map(Stored::comment);
    }

    private static String folded(String email) {
        return email.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @SafeVarargs
    private static <E> Map<String, E> ordered(Map.Entry<String, E>... entries) {
        Map<String, E> map = new LinkedHashMap<>();
        for (Map.Entry<String, E> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public String toString() {
        return "DraftLine[" + comments.size() + " comments]";
    }
}
