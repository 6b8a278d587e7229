package dev.byline.comment;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the tests of the review have in common: a comment by Ann on the article "bridge", a history and a clock. */
abstract class Reviewing {
    static final Instant NOW = SampleArticles.NOW;
    static final Sender SENDER = new Sender("", "192.0.2.1", "Browser/1.0", "");
    static final CommentRules OPEN = CommentRules.open().nameAndEmailRequired(true);
    static final CommentDraft DRAFT = CommentDraft.of("Ann", "ann@news.example", "Well put.");

    final MovableClock clock = MovableClock.at(NOW);
    final CommentHistory history = CommentHistory.inMemory(1_000);
    final Article article = SampleArticles.article("bridge").build();

    final CommentDecision review(CommentRules rules, CommentDraft draft, CommentContext context) {
        return CommentReviewer.with(rules, history, clock).review(draft, context);
    }

    /** Ann says this, a minute after what was said last. */
    final CommentDecision said(CommentRules rules, String text) {
        clock.advance(Duration.ofMinutes(1));
        return review(rules, CommentDraft.of("Ann", "ann@news.example", text), on(article));
    }

    final List<String> codes(CommentRules rules, CommentDraft draft, CommentContext context) {
        return review(rules, draft, context).violations().stream()
                .map(violation -> violation.rule() + " " + violation.code())
                .toList();
    }

    final List<String> fields(CommentRules rules, CommentDraft draft) {
        return review(rules, draft, on(article)).violations().stream()
                .map(violation -> violation.rule() + " " + violation.field())
                .toList();
    }

    /** The rules that spoke, and which state each asks for. */
    static List<String> reasons(CommentDecision decision) {
        return decision.reasons().stream()
                .map(finding -> finding.rule() + " " + finding.verdict())
                .toList();
    }

    static List<String> rules(CommentDecision decision) {
        return decision.reasons().stream().map(Finding::rule).toList();
    }

    /** The state of what was kept; null where it was refused. */
    static @Nullable CommentState state(CommentDecision decision) {
        return decision instanceof Kept kept ? kept.state() : null;
    }

    /** So many comments of Ann's are stored already. */
    final void stored(int count, CommentState state) {
        for (int i = 0; i < count; i++) {
            Comment comment = new Comment(
                    CommentId.of(state + "-" + i),
                    ArticleId.of("elsewhere"),
                    null,
                    Comment.Kind.COMMENT,
                    state,
                    "Ann",
                    "",
                    state + " " + i,
                    NOW.minusSeconds(86_400L + i));
            history.remember(comment, new Sender("ann@news.example", "", "", ""));
        }
    }

    static CommentContext on(Article article) {
        return CommentContext.on(article).from(SENDER);
    }

    static Article edited(UnaryOperator<ArticleBuilder> edit) {
        return edit.apply(SampleArticles.article("bridge")).build();
    }

    static Account account(Role role) {
        return new Account("m1", "Mia", "mia@news.example", "http://mia.example", role);
    }

    static Comment approved(Kept kept, String id) {
        return in(CommentState.APPROVED, kept.toComment(CommentId.of(id)));
    }

    static Comment in(CommentState state, Comment comment) {
        return new Comment(
                comment.id(),
                comment.article(),
                comment.parent(),
                comment.kind(),
                state,
                comment.name(),
                comment.url(),
                comment.text(),
                comment.at());
    }

    /** A comment by Ben. */
    static Comment comment(String id, String article, CommentState state) {
        return new Comment(
                CommentId.of(id), ArticleId.of(article), null, Comment.Kind.COMMENT, state, "Ben", "", "Before.", NOW);
    }
}
