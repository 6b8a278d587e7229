package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored comment as everybody may see it; who sent it stands in a {@link Sender}.
 *
 * @param id the id
 * @param article the article that it is about
 * @param parent the comment that it replies to, or null
 * @param kind who made it
 * @param state where it stands
 * @param name the sender's name as printed, plain text; may be empty
 * @param url the sender's own address, sanitised again where it is printed; may be empty
 * @param text HTML as it was imported or cleaned; never print it but through {@link CommentText#clean}
 * @param at when it was sent
 */
@JsonPropertyOrder({"id", "article", "parent", "kind", "state", "name", "url", "text", "at"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Comment(
        CommentId id,
        ArticleId article,
        @Nullable CommentId parent,
        Kind kind,
        CommentState state,
        String name,
        String url,
        String text,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {
    /** The order of a thread: oldest first, then by id. */
    public static final Comparator<Comment> OLDEST_FIRST =
            Comparator.comparing(Comment::at).thenComparing(Comment::id);

    /** Who makes a comment. */
    public enum Kind {
        /** A reader. */
        @JsonProperty("comment")
        COMMENT,

        /** Another site, which says by a pingback that it links here. */
        @JsonProperty("pingback")
        PINGBACK,

        /** Another site, which says by a trackback that it links here. */
        @JsonProperty("trackback")
        TRACKBACK
    }

    /** Puts empty text in the place of what is missing. */
    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        kind = kind == null ? Kind.COMMENT : kind;
        name = name == null ? "" : name;
        url = url == null ? "" : url;
        text = text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "Comment[" + id + " on " + article + "]";
    }
}
