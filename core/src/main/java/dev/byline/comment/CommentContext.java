package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import dev.byline.article.Article;
import dev.byline.article.Listed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a review must know besides the draft: the article, the comment replied to, and who sends.
 *
 * <p>Begin with {@link #on(Article)}; without {@link #from} the sender is an unknown visitor.
 *
 * @param article the article, or null where there is none with the id that the reader sent
 * @param commentsOpen whether the article takes comments
 * @param parent the comment replied to, or null where there is none with the id that the reader sent
 * @param sender who sends; whoever has a member id is signed in
 * @param account what the site knows of the member; null for a visitor or where the site does not say
 * @param passwordGiven whether the reader has given the article's password
 */
@JsonIgnoreType
public record CommentContext(
        @Nullable Listed article,
        boolean commentsOpen,
        @Nullable Comment parent,
        Sender sender,
        @Nullable Account account,
        boolean passwordGiven) {
    /** What a member may do. */
    public enum Role {
        /** A member like any other. */
        READER,

        /** The author of the very article. */
        AUTHOR,

        /** Whoever decides on comments. */
        MODERATOR
    }

    /**
     * A signed-in member: what stands here goes before what the form says.
     *
     * @param id the member's id, not blank
     * @param name the name as printed
     * @param email the address, or empty
     * @param url the address of the member's own site, or empty
     * @param role what the member may do here
     */
    @JsonIgnoreType
    public record Account(String id, String name, String email, String url, Role role) {
        /** Checks the id. */
        public Account {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(email, "email");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(role, "role");
            if (id.isBlank()) {
                throw new IllegalArgumentException("a member's id is not blank");
            }
        }

        @Override
        public String toString() {
            return "Account[" + role + "]";
        }
    }

    /** Checks that the sender is there. */
    public CommentContext {
        Objects.requireNonNull(sender, "sender");
    }

    /** A comment on this article, by an unknown visitor, in reply to nobody. */
    public static CommentContext on(Article article) {
        return on(article, article.commentsOpen());
    }

    /** A comment on the article that this is the card of. */
    public static CommentContext on(Listed article, boolean commentsOpen) {
        return new CommentContext(article, commentsOpen, null, Sender.unknown(), null, false);
    }

    /** A comment on an article that does not exist. */
    public static CommentContext nowhere() {
        return new CommentContext(null, false, null, Sender.unknown(), null, false);
    }

    /**
     * The same from this sender. A sender with a member id is signed in as a plain member whose name is the draft's;
     * {@link #signedIn} says more.
     */
    public CommentContext from(Sender sender) {
        return new CommentContext(article, commentsOpen, parent, sender, account, passwordGiven);
    }

    /** The same in reply to this comment; null where none has the id that the reader sent. */
    public CommentContext replyTo(@Nullable Comment parent) {
        return new CommentContext(article, commentsOpen, parent, sender, account, passwordGiven);
    }

    /** The same, sent by this signed-in member. */
    public CommentContext signedIn(Account account) {
        return new CommentContext(article, commentsOpen, parent, sender, account, passwordGiven);
    }

    /** The same, sent by somebody who has given the article's password. */
    public CommentContext withPassword() {
        return new CommentContext(article, commentsOpen, parent, sender, account, true);
    }

    @Override
    public String toString() {
        return "CommentContext[on " + (article == null ? "nothing" : article.id())
                + (parent == null ? "" : " in reply to " + parent.id()) + "]";
    }
}
