package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.Article;
import dev.byline.article.Listed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a review must know besides the draft: the article, the comment replied to, and who sends.
 *
 * <p>Begin with {@link #on(Article)}; without {@link #from} the sender is an unknown visitor.
 *
 * @param article the article, or null where there is none with the id that the reader sent
 * @param commentsOpen whether the article takes comments
 * @param closes whether it closes with age, as an article does and a page of the site does not
 * @param parent the comment replied to, or null where there is none with the id that the reader sent
 * @param above the comments above the parent, nearest first; what stands behind a second mention of one is not read
 * @param sender who sends; whoever has a member id is signed in
 * @param account what the site knows of the member; null for a visitor or where the site does not say
 * @param passwordGiven whether the reader has given the article's password
 * @param form what came with the form besides the draft
 * @param edit what is edited; null for a new comment
 */
@JsonIgnoreType
public record CommentContext(
        @Nullable Listed article,
        boolean commentsOpen,
        boolean closes,
        @Nullable Comment parent,
        List<Comment> above,
        Sender sender,
        @Nullable Account account,
        boolean passwordGiven,
        Form form,
        @Nullable Edit edit) {
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
    public record Account(
            String id,
            String name,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String email,

            String url,
            Role role) {
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

    /**
     * What came with the form besides the draft.
     *
     * @param token the value of the hidden field with the form's token; empty where there was none
     * @param trap the value of the field that people don't see
     * @param insisted whether the sender was asked to think it over and sent it again
     */
    @JsonIgnoreType
    public record Form(String token, String trap, boolean insisted) {
        private static final Form NONE = new Form("", "", false);

        /** Puts empty text in the place of what is missing. */
        public Form {
            token = token == null ? "" : token;
            trap = trap == null ? "" : trap;
        }

        @Override
        public String toString() {
            return "Form[…]";
        }
    }

    /**
     * A change to a comment that is stored.
     *
     * @param comment the comment as it is stored
     * @param author who sent it
     * @param replied whether it has replies
     */
    @JsonIgnoreType
    public record Edit(Comment comment, Sender author, boolean replied) {
        /** Checks that everything is there. */
        public Edit {
            Objects.requireNonNull(comment, "comment");
            Objects.requireNonNull(author, "author");
        }
    }

    /** Copies the list and checks that the sender is there. */
    public CommentContext {
        above = List.copyOf(above);
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(form, "form");
    }

    /** A comment on this article, by an unknown visitor, in reply to nobody. */
    public static CommentContext on(Article article) {
        return on(article, article.commentsOpen());
    }

    /** A comment on the article that this is the card of. */
    public static CommentContext on(Listed article, boolean commentsOpen) {
        return new CommentContext(
                article, commentsOpen, true, null, List.of(), Sender.unknown(), null, false, Form.NONE, null);
    }

    /** A comment on an article that does not exist. */
    public static CommentContext nowhere() {
        return new CommentContext(null, false, true, null, List.of(), Sender.unknown(), null, false, Form.NONE, null);
    }

    /**
     * The same from this sender. A sender with a member id is signed in as a plain member whose name is the draft's;
     * {@link #signedIn} says more.
     */
    public CommentContext from(Sender sender) {
        return new CommentContext(
                article, commentsOpen, closes, parent, above, sender, account, passwordGiven, form, edit);
    }

    /** The same in reply to this comment, which replies to the article; null where none has the id that was sent. */
    public CommentContext replyTo(@Nullable Comment parent) {
        return replyTo(parent, List.of());
    }

    /** The same in reply to this comment, below these, the nearest first; null where none has the id that was sent. */
    public CommentContext replyTo(@Nullable Comment parent, List<Comment> above) {
        return new CommentContext(
                article, commentsOpen, closes, parent, above, sender, account, passwordGiven, form, edit);
    }

    /** The same, sent by this signed-in member. */
    public CommentContext signedIn(Account account) {
        return new CommentContext(
                article, commentsOpen, closes, parent, above, sender, account, passwordGiven, form, edit);
    }

    /** The same, sent by somebody who has given the article's password. */
    public CommentContext withPassword() {
        return new CommentContext(article, commentsOpen, closes, parent, above, sender, account, true, form, edit);
    }

    /** The same on what does not close with age, such as a page of the site. */
    public CommentContext neverClosing() {
        return new CommentContext(
                article, commentsOpen, false, parent, above, sender, account, passwordGiven, form, edit);
    }

    /** The same with what came in the hidden fields of the form: its token, and what a program typed into the trap. */
    public CommentContext withForm(String token, String trap) {
        return new CommentContext(
                article,
                commentsOpen,
                closes,
                parent,
                above,
                sender,
                account,
                passwordGiven,
                new Form(token, trap, form.insisted()),
                edit);
    }

    /** The same, sent once more after the sender was asked to think it over. */
    public CommentContext insisting() {
        return new CommentContext(
                article,
                commentsOpen,
                closes,
                parent,
                above,
                sender,
                account,
                passwordGiven,
                new Form(form.token(), form.trap(), true),
                edit);
    }

    /**
     * An edit of this comment; the draft's parent is not read.
     *
     * <p>Whether a visitor is the one who sent it is the host's to know, for example by a cookie; of members the review
     * sees to it.
     *
     * @param author who sent it
     * @param replied whether it has replies
     */
    public CommentContext editing(Comment comment, Sender author, boolean replied) {
        return new CommentContext(
                article,
                commentsOpen,
                closes,
                parent,
                above,
                sender,
                account,
                passwordGiven,
                form,
                new Edit(comment, author, replied));
    }

    @Override
    public String toString() {
        return "CommentContext[on " + (article == null ? "nothing" : article.id())
                + (parent == null ? "" : " in reply to " + parent.id()) + "]";
    }
}
