package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentText;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules;
import dev.byline.comment.SenderRules.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A fresh history for each test of the contract, and short ways to ask it. */
abstract class HistoryTests {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Sender ANN = new Sender("ann@news.example", "192.0.2.1", "agent", "");
    static final Sender BEN = new Sender("ben@news.example", "192.0.2.2", "agent", "");
    static final Sender MEMBER = new Sender("mia@news.example", "192.0.2.3", "agent", "m1");

    static final SenderRules NO_FLOODS = SenderRules.defaults().floods(List.of());
    static final Flood EVERY_15_SECONDS = new Flood(Flood.By.SENDER, 1, 15);
    static final SenderRules FLOODS = floods(EVERY_15_SECONDS);

    CommentHistory history;

    abstract CommentHistoryContract contract();

    @BeforeEach
    void empty() {
        history = contract().history();
    }

    final void store(Comment comment, Sender sender) {
        contract().store(history, comment, sender);
    }

    /** Stores what was said, as the host does once it is claimed. */
    final void store(String id, Saying saying, CommentState state) {
        store(saying.stored(id, state), saying.sender);
    }

    final Found check(Saying saying) {
        return history.check(saying.attempt());
    }

    final Found claim(Saying saying) {
        return history.claim(saying.attempt());
    }

    final void claimed(Saying saying) {
        assertThat(claim(saying)).isEqualTo(Found.nothing());
    }

    static SenderRules floods(Flood... limits) {
        return SenderRules.defaults().floods(List.of(limits));
    }

    /** Ann says this on article a1, at noon, where nothing is limited but saying it again. */
    static Saying ann(String text) {
        return said("Ann", ANN, text);
    }

    static Saying said(String name, Sender sender, String text) {
        return new Saying("a1", null, name, sender, text, CommentState.HELD, NOW, NO_FLOODS, "", null);
    }

    /** An attempt in the making. */
    record Saying(
            String article,
            @Nullable String parent,
            String name,
            Sender sender,
            String text,
            CommentState state,
            Instant at,
            SenderRules rules,
            String token,
            @Nullable CommentId edited) {
        Saying on(String article, @Nullable String parent) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, edited);
        }

        Saying by(Sender sender) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, edited);
        }

        Saying as(CommentState state) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, edited);
        }

        Saying after(Duration span) {
            return new Saying(article, parent, name, sender, text, state, NOW.plus(span), rules, token, edited);
        }

        Saying later() {
            return after(Duration.ofDays(1));
        }

        Saying under(SenderRules rules) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, edited);
        }

        Saying with(String token) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, edited);
        }

        Saying editing(String id) {
            return new Saying(article, parent, name, sender, text, state, at, rules, token, CommentId.of(id));
        }

        Attempt attempt() {
            return new Attempt(
                    ArticleId.of(article),
                    parent == null ? null : CommentId.of(parent),
                    name,
                    sender,
                    CommentText.fingerprint(text),
                    CommentText.sketch(text),
                    state,
                    at,
                    rules,
                    token,
                    edited);
        }

        Comment stored(String id, CommentState state) {
            return new Comment(
                    CommentId.of(id),
                    ArticleId.of(article),
                    parent == null ? null : CommentId.of(parent),
                    Comment.Kind.COMMENT,
                    state,
                    name,
                    "",
                    text,
                    at);
        }
    }
}
