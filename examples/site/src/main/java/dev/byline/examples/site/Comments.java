package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.*;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.PopularArticles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.*;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The site's comments in SQL, and what readers and moderators do with them. */
@Component
record Comments(
        JdbcClient db,
        TransactionTemplate transaction,
        JsonMapper json,
        CommentReviewer reviewer,
        CommentHistory history,
        ArticleStore store,
        ArticleSink desk,
        PopularArticles popular) {
    private static final String COLUMNS =
            "select document, findings, author, email, ip, agent, member from site_comment";

    /**
     * A comment as it is stored, with what only moderators see.
     *
     * @param findings the rules that spoke when it was sent
     */
    record Stored(ModeratedComment moderated, Sender sender, List<CommentDecision.Finding> findings) {}

    /** What became of a draft; the id is null where it was refused. */
    record Sent(CommentDecision decision, @Nullable CommentId id) {}

    /**
     * Reviews a draft and stores what is kept. The review's claim and the comment are one transaction: either both are there
     * or neither, so whoever saw no answer may send again.
     *
     * @param author what tells whether this browser sent it
     */
    Sent send(CommentDraft draft, CommentContext context, String author) {
        Sent sent = transaction.execute(status -> {
            CommentDecision decision = reviewer.review(draft, context);
            if (!(decision instanceof CommentDecision.Kept kept)) {
                return new Sent(decision, null);
            }
            ModeratedComment comment = ModeratedComment.of(kept, CommentId.random(), author);
            save(comment, kept.sender(), kept.reasons());
            return new Sent(decision, comment.comment().id());
        });
        if (sent.decision() instanceof CommentDecision.Approved approved) {
            popular.record(Engagement.comment(
                    approved.cleaned().article(), approved.cleaned().at()));
            count(approved.cleaned().article());
        }
        return sent;
    }

    /** Does something to a comment, one moderator at a time; empty where there is no such comment. */
    Optional<ModeratedComment.Result> moderate(
            CommentId id, Function<ModeratedComment, ModeratedComment.Result> action) {
        Optional<ModeratedComment.Result> result = transaction.execute(status -> {
            db.sql("select id from site_comment where id = ? for update")
                    .param(id.value())
                    .query(String.class)
                    .optional();
            Optional<Stored> stored = find(id);
            return stored.map(one -> {
                ModeratedComment.Result outcome = action.apply(one.moderated());
                if (outcome instanceof ModeratedComment.Done done) {
                    save(done.comment(), one.sender(), one.findings());
                    if (done.comment().deleted()) {
                        history.forget(id);
                    }
                }
                return outcome;
            });
        });
        result.ifPresent(outcome -> {
            ArticleId article = outcome.comment().comment().article();
            List<ModeratedComment.Step> steps = outcome.comment().steps();
            if (outcome instanceof ModeratedComment.Done && isFirstApproval(steps)) {
                popular.record(
                        Engagement.comment(article, steps.get(steps.size() - 1).at()));
            }
            count(article);
        });
        return result;
    }

    /** Whether the last step lets readers see it who never did: a comment counts once for its article's popularity. */
    private static boolean isFirstApproval(List<ModeratedComment.Step> steps) {
        return !steps.isEmpty()
                && steps.get(steps.size() - 1).to() == CommentState.APPROVED
                && steps.stream()
                                .filter(step ->
                                        step.from() == CommentState.APPROVED || step.to() == CommentState.APPROVED)
                                .count()
                        == 1;
    }

    /** Stores a comment, new or changed, and tells the history of it. */
    void save(ModeratedComment moderated, Sender sender, List<CommentDecision.Finding> findings) {
        Comment comment = moderated.comment();
        List<Object> values = new ArrayList<>(List.of(
                comment.article().value(),
                comment.state().name(),
                comment.at().toEpochMilli(),
                json.writeValueAsString(moderated),
                json.writeValueAsString(findings),
                moderated.author(),
                sender.email(),
                sender.ip(),
                sender.agent(),
                sender.member(),
                comment.id().value()));
        transaction.executeWithoutResult(status -> {
            int known = db.sql("update site_comment set article = ?, state = ?, sent = ?, document = ?, findings = ?,"
                            + " author = ?, email = ?, ip = ?, agent = ?, member = ? where id = ?")
                    .params(values)
                    .update();
            if (known == 0) {
                db.sql("insert into site_comment (article, state, sent, document, findings, author, email, ip, agent,"
                                + " member, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(values)
                        .update();
            }
            history.remember(comment, sender);
        });
    }

    Optional<Stored> find(CommentId id) {
        // PostgreSQL keeps none with this character, and takes no question with it.
        return id.value().indexOf('\0') >= 0
                ? Optional.empty()
                : db.sql(COLUMNS + " where id = ?")
                        .param(id.value())
                        .query(this::stored)
                        .optional();
    }

    /** What readers see below an article, and the author of what still waits sees too. */
    List<Comment> on(ArticleId article, String author) {
        return db
                .sql(
                        COLUMNS
                                + " where article = ? and (state = 'APPROVED' or (state = 'HELD' and author = ? and author <> ''))")
                .params(article.value(), author)
                .query(this::stored)
                .list()
                .stream()
                .map(one -> one.moderated().comment())
                .toList();
    }

    /** The latest comments in a state. */
    List<Stored> latest(CommentState state, int most) {
        return db.sql(COLUMNS + " where state = ? order by sent desc, id fetch first " + most + " rows only")
                .param(state.name())
                .query(this::stored)
                .list();
    }

    /** The comment replied to and those above it, the nearest first. */
    List<Comment> above(@Nullable CommentId parent) {
        List<Comment> chain = new ArrayList<>();
        Set<CommentId> seen = new HashSet<>();
        CommentId next = parent;
        while (next != null && seen.add(next)) {
            Optional<Stored> found = find(next);
            found.ifPresent(one -> chain.add(one.moderated().comment()));
            next = found.map(one -> one.moderated().comment().parent()).orElse(null);
        }
        return chain;
    }

    /** Tells all who list the article how many comments it has now; no withdrawal comes between reading and putting it. */
    private void count(ArticleId id) {
        synchronized (desk) {
            int approved = db.sql("select count(*) from site_comment where article = ? and state = 'APPROVED'")
                    .param(id.value())
                    .query(Integer.class)
                    .single();
            store.find(id)
                    .filter(article -> article.commentCount() != approved)
                    .ifPresent(article ->
                            desk.put(article.toBuilder().commentCount(approved).build()));
        }
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        ModeratedComment read = json.readValue(row.getString("document"), ModeratedComment.class);
        return new Stored(
                new ModeratedComment(read.comment(), row.getString("author"), read.steps(), read.reports()),
                new Sender(
                        row.getString("email"), row.getString("ip"), row.getString("agent"), row.getString("member")),
                json.readValue(row.getString("findings"), new TypeReference<List<CommentDecision.Finding>>() {}));
    }
}
