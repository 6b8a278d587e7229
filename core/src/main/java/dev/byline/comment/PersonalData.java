package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the comments hold on one person, to be handed to that person (C-84).
 *
 * <p>The one value whose JSON has emails, IPs and agents, since that is what it is for; its {@code toString} tells none.
 *
 * @param comments the person's comments, oldest first and then by id
 */
@JsonPropertyOrder("comments")
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonalData(List<Entry> comments) {
    /**
     * Whose data is asked for. The host has made sure that the address is theirs: anybody can type it into a form.
     *
     * @param email the address, compared ignoring letter case; empty where it doesn't count
     * @param member the id of the member; empty where it doesn't count
     */
    public record Person(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String email,

            String member) {
        /** Checks that one of them is there. */
        public Person {
            email = CommentDraft.trimmed(email);
            member = member == null ? "" : member;
            if (email.isEmpty() && member.isEmpty()) {
                throw new IllegalArgumentException("a person has an email or a member's id");
            }
        }

        /** Whoever uses this address. */
        public static Person withEmail(String email) {
            return new Person(email, "");
        }

        /** The member with this id. */
        public static Person withMember(String member) {
            return new Person("", member);
        }

        /** Whether this person sent the comment: by email, or as the member. */
        public boolean sent(StoredComment stored) {
            Sender sender = stored.sender();
            return (!email.isEmpty() && email.equalsIgnoreCase(CommentDraft.trimmed(sender.email())))
                    || (!member.isEmpty() && member.equals(sender.member()));
        }

        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /**
     * A comment with all that is stored of its sender.
     *
     * @param id the id
     * @param article the article that it is about
     * @param parent the comment that it replies to, or null
     * @param kind who made it
     * @param state where it stands
     * @param name the name
     * @param url the address of the sender's site, or empty
     * @param text HTML
     * @param at when it was sent
     * @param email the address, or empty
     * @param ip the network address or what is kept of it, or empty
     * @param agent the user agent, or empty
     * @param member the id of the member, or empty
     */
    @JsonPropertyOrder({
        "id", "article", "parent", "kind", "state", "name", "url", "text", "at", "email", "ip", "agent", "member"
    })
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            CommentId id,
            ArticleId article,
            @Nullable CommentId parent,
            Comment.Kind kind,
            CommentState state,
            String name,
            String url,
            String text,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            String email,
            String ip,
            String agent,
            String member) {
        /** Puts empty text in the place of what is missing. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
            name = name == null ? "" : name;
            url = url == null ? "" : url;
            text = text == null ? "" : text;
            email = email == null ? "" : email;
            ip = ip == null ? "" : ip;
            agent = agent == null ? "" : agent;
            member = member == null ? "" : member;
        }

        private static Entry of(StoredComment stored) {
            Comment comment = stored.comment();
            Sender sender = stored.sender();
            return new Entry(
                    comment.id(),
                    comment.article(),
                    comment.parent(),
                    comment.kind(),
                    comment.state(),
                    comment.name(),
                    comment.url(),
                    comment.text(),
                    comment.at(),
                    sender.email(),
                    sender.ip(),
                    sender.agent(),
                    sender.member());
        }

        @Override
        public String toString() {
            return "Entry[" + id + " on " + article + "]";
        }
    }

    /** Copies the list. */
    public PersonalData {
        comments = comments == null ? List.of() : List.copyOf(comments);
    }

    /**
     * What these comments hold on a person; holds in memory no more than that. The stream is read to its end and is the
     * caller's to close.
     */
    public static PersonalData of(Person person, Stream<StoredComment> comments) {
        return new PersonalData(comments.filter(person::sent)
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .toList());
    }

    @Override
    public String toString() {
        return "PersonalData[" + comments.size() + " comments]";
    }
}
