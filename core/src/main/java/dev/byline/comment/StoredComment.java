package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * All that a host stores of a comment: what everybody may see and who sent it. Of the sender nothing is in JSON, nor
 * in {@code toString}.
 *
 * @param comment what everybody may see
 * @param sender who sent it; read from JSON, unknown
 */
@JsonPropertyOrder("comment")
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoredComment(Comment comment, Sender sender) {
    private static final String NOBODY = "Anonymous";

    /** Puts the unknown sender in the place of none. */
    public StoredComment {
        Objects.requireNonNull(comment, "comment");
        sender = sender == null ? Sender.unknown() : sender;
    }

    /** The same by nobody, as {@link #anonymised(String)} has it, under the name that WordPress gives: Anonymous. */
    public StoredComment anonymised() {
        return anonymised(NOBODY);
    }

    /**
     * The same by nobody (C-85): under this name, without email, agent, member and the address of a site, and with the
     * IP cut to its network. The text stays as it is; a second time changes nothing.
     *
     * @param name what is printed as the name, in the site's language
     */
    public StoredComment anonymised(String name) {
        Objects.requireNonNull(name, "name");
        return of(comment.state(), name, comment.text(), NetworkAddress.anonymised(sender.ip()));
    }

    /**
     * What keeps its place in the thread and nothing else (C-86): in the trash, without text, name and all that is known
     * of the sender; the replies to it stay as they are. A second time changes nothing.
     */
    public StoredComment erased() {
        return of(CommentState.TRASH, "", "", "");
    }

    /** The same from this sender. */
    StoredComment from(Sender sender) {
        return new StoredComment(comment, sender);
    }

    private StoredComment of(CommentState state, String name, String text, String ip) {
        Comment changed = new Comment(
                comment.id(), comment.article(), comment.parent(), comment.kind(), state, name, "", text, comment.at());
        return new StoredComment(changed, new Sender("", ip, "", ""));
    }

    @Override
    public String toString() {
        return "StoredComment[" + comment.id() + " on " + comment.article() + "]";
    }
}
