package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.byline.article.ArticleId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a review: the full view, for the host and its moderators; {@link #answer()} is the sender's.
 *
 * <p>Each but {@link Rejected} is {@link Kept} and ready to be stored:
 *
 * <pre>{@code
 * CommentDecision decision = reviewer.review(draft, context);
 * if (decision instanceof CommentDecision.Kept kept) {
 *     save(kept.toComment(id), kept.sender());
 * }
 * }</pre>
 *
 * <p>In JSON {@code state} says which it is; the sender is in no JSON and no {@code toString}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommentDecision.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = CommentDecision.Held.class, name = "held"),
    @JsonSubTypes.Type(value = CommentDecision.Spam.class, name = "spam"),
    @JsonSubTypes.Type(value = CommentDecision.Trash.class, name = "trash"),
    @JsonSubTypes.Type(value = CommentDecision.Rejected.class, name = "rejected")
})
public sealed interface CommentDecision {
    /** Everything that keeps the comment from being taken, in the order of the rules; empty unless it is rejected. */
    List<CommentViolation> violations();

    /** The rules that spoke about a comment that is kept, in their order; empty where none did. */
    List<Finding> reasons();

    /**
     * What the sender may be told.
     *
     * <p>It says neither which rule made a comment wait nor whether it waits, is spam or in the trash, and nothing of
     * what does not show to everybody: whether an article that is not public exists, or whose an email is.
     */
    Answer answer();

    /** What the sender learns of the fate of a comment. */
    enum Outcome {
        /** Readers see it. */
        @JsonProperty("published")
        PUBLISHED,

        /** A moderator will look at it. */
        @JsonProperty("waiting")
        WAITING,

        /** It was not taken. */
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * The sender's view.
     *
     * @param outcome what became of the comment
     * @param problems what is to be mended, without the ids of rules; empty unless it was refused
     */
    @JsonPropertyOrder({"outcome", "problems"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(Outcome outcome, List<CommentViolation> problems) {
        /** Copies the list. */
        public Answer {
            Objects.requireNonNull(outcome, "outcome");
            problems = problems == null ? List.of() : List.copyOf(problems);
        }
    }

    /**
     * What one rule says about a comment that is kept.
     *
     * @param rule the stable id of the rule, for example {@code C-21}
     * @param verdict the state that it asks for; the hardest of all findings counts
     * @param field where it looked (name, email, url, text, ip, agent); empty where it is none of them
     * @param text what it saw, in a few words of English; never an email, an IP or an agent
     * @param matched the entry of a list of words that was found; empty where there is none or it may be personal data
     * @param offset where in the field it was found, in UTF-16 units of what a reader sees of it; null where nowhere
     */
    @JsonPropertyOrder({"rule", "verdict", "field", "text", "matched", "offset"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Finding(
            String rule,
            CommentState verdict,
            String field,
            String text,
            String matched,
            @Nullable Integer offset) {
        /** Puts empty text in the place of what is missing. */
        public Finding {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(verdict, "verdict");
            field = field == null ? "" : field;
            text = text == null ? "" : text;
            matched = matched == null ? "" : matched;
        }

        static Finding of(String rule, CommentState verdict, String field, String text) {
            return new Finding(rule, verdict, field, text, "", null);
        }
    }

    /**
     * The values that may be stored.
     *
     * @param article the article
     * @param parent the comment replied to, or null; not the one that was sent where the rules move replies
     * @param name the name, one line of plain text; may be empty
     * @param url the address of the sender's site, safe to link to; may be empty
     * @param text HTML as {@link CommentText#clean} leaves it
     * @param at the instant of the review; for an edit, when the comment was first sent
     */
    @JsonPropertyOrder({"article", "parent", "name", "url", "text", "at"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cleaned(
            ArticleId article,
            @Nullable CommentId parent,
            String name,
            String url,
            String text,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {
        /** Puts empty text in the place of what is missing. */
        public Cleaned {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(at, "at");
            name = name == null ? "" : name;
            url = url == null ? "" : url;
            text = text == null ? "" : text;
        }
    }

    /** A comment that is to be stored. */
    sealed interface Kept extends CommentDecision {
        /** The state to store it in. */
        CommentState state();

        /** The values to store. */
        Cleaned cleaned();

        /** Who sent it, to be stored apart from what everybody may see. */
        Sender sender();

        @Override
        default List<CommentViolation> violations() {
            return List.of();
        }

        @Override
        default Answer answer() {
            return new Answer(state() == CommentState.APPROVED ? Outcome.PUBLISHED : Outcome.WAITING, List.of());
        }

        /** The comment to store under this id. */
        default Comment toComment(CommentId id) {
            Cleaned cleaned = cleaned();
            return new Comment(
                    id,
                    cleaned.article(),
                    cleaned.parent(),
                    Comment.Kind.COMMENT,
                    state(),
                    cleaned.name(),
                    cleaned.url(),
                    cleaned.text(),
                    cleaned.at());
        }
    }

    /**
     * Readers may see it at once.
     *
     * @param cleaned the values to store
     * @param sender who sent it
     * @param reasons the rules that spoke
     */
    @JsonPropertyOrder({"cleaned", "reasons"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approved(Cleaned cleaned, Sender sender, List<Finding> reasons) implements Kept {
        /** Copies the list; read from JSON, the sender is unknown. */
        public Approved {
            Objects.requireNonNull(cleaned, "cleaned");
            sender = sender == null ? Sender.unknown() : sender;
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        @Override
        public CommentState state() {
            return CommentState.APPROVED;
        }
    }

    /**
     * It waits for a moderator.
     *
     * @param cleaned the values to store
     * @param sender who sent it
     * @param reasons the rules that spoke
     */
    @JsonPropertyOrder({"cleaned", "reasons"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Held(Cleaned cleaned, Sender sender, List<Finding> reasons) implements Kept {
        /** Copies the list; read from JSON, the sender is unknown. */
        public Held {
            Objects.requireNonNull(cleaned, "cleaned");
            sender = sender == null ? Sender.unknown() : sender;
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        @Override
        public CommentState state() {
            return CommentState.HELD;
        }
    }

    /**
     * It is spam.
     *
     * @param cleaned the values to store
     * @param sender who sent it
     * @param reasons the rules that spoke
     */
    @JsonPropertyOrder({"cleaned", "reasons"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spam(Cleaned cleaned, Sender sender, List<Finding> reasons) implements Kept {
        /** Copies the list; read from JSON, the sender is unknown. */
        public Spam {
            Objects.requireNonNull(cleaned, "cleaned");
            sender = sender == null ? Sender.unknown() : sender;
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        @Override
        public CommentState state() {
            return CommentState.SPAM;
        }
    }

    /**
     * It goes to the trash.
     *
     * @param cleaned the values to store
     * @param sender who sent it
     * @param reasons the rules that spoke
     */
    @JsonPropertyOrder({"cleaned", "reasons"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trash(Cleaned cleaned, Sender sender, List<Finding> reasons) implements Kept {
        /** Copies the list; read from JSON, the sender is unknown. */
        public Trash {
            Objects.requireNonNull(cleaned, "cleaned");
            sender = sender == null ? Sender.unknown() : sender;
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        @Override
        public CommentState state() {
            return CommentState.TRASH;
        }
    }

    /**
     * It is not taken, and nothing is to be stored.
     *
     * @param violations everything that is wrong, at least one
     * @param answer what the sender may be told
     */
    @JsonPropertyOrder({"violations", "answer"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rejected(List<CommentViolation> violations, Answer answer) implements CommentDecision {
        /** Copies the list and checks that it is not empty. */
        public Rejected {
            violations = List.copyOf(violations);
            Objects.requireNonNull(answer, "answer");
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a comment is rejected for at least one violation");
            }
        }

        /** The code of the first violation, which is the only one that WordPress would tell. */
        public String code() {
            return violations.get(0).code();
        }

        @Override
        public List<Finding> reasons() {
            return List.of();
        }
    }
}
