package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that decide what becomes of a comment.
 *
 * <p>An entry is a word or a phrase, and is found where the field has just these words: {@code press} is not found in
 * {@code WordPress}. A {@code *} at its beginning or end stands for any rest of the word: {@code casin*},
 * {@code *press*}. Letter case, accents, invisible characters, look-alikes, tags and letters spaced apart make no
 * difference (C-23, C-26 to C-28).
 *
 * @param name what the list is called, unique among the lists of a site, not blank
 * @param action what becomes of a comment that has one of the words
 * @param fields where they are looked for, in the order of the form; all fields if none is named
 * @param keys the entries; one that holds several lines is several, blank ones are left out
 */
@JsonPropertyOrder({"name", "action", "fields", "keys"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyList(String name, Action action, List<Field> fields, List<String> keys) {
    /** What becomes of a comment that has one of the words. */
    public enum Action {
        /** It waits for a moderator. */
        @JsonProperty("hold")
        HOLD,

        /** It is spam. */
        @JsonProperty("spam")
        SPAM,

        /** It goes to the trash. */
        @JsonProperty("trash")
        TRASH,

        /** It is refused, and the sender told that something in it is not allowed. */
        @JsonProperty("reject")
        REJECT
    }

    /** Where a word may stand. */
    public enum Field {
        /** The sender's name. */
        @JsonProperty("name")
        NAME,

        /** The sender's email address. */
        @JsonProperty("email")
        EMAIL,

        /** The address of the sender's site. */
        @JsonProperty("url")
        URL,

        /** The text, with the titles and targets of its links. */
        @JsonProperty("text")
        TEXT,

        /** The sender's network address. */
        @JsonProperty("ip")
        IP,

        /** The sender's user agent. */
        @JsonProperty("agent")
        AGENT
    }

    /** Splits and copies the lists and checks the name. */
    public KeyList {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(action, "action");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a list of words is not blank");
        }
        Set<Field> set = EnumSet.noneOf(Field.class);
        set.addAll(
                fields == null || fields.isEmpty()
                        ? EnumSet.allOf(Field.class)
                        : CommentRulesCopy.copy("fields", fields));
        fields = List.copyOf(set);
        keys = lines(keys);
    }

    /** The list in a JSON document; without fields it looks everywhere, without keys it is empty. */
    @JsonCreator
    static KeyList fromJson(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "action", required = true) Action action,
            @JsonProperty("fields") @Nullable List<Field> fields,
            @JsonProperty("keys") @Nullable List<String> keys) {
        return new KeyList(name, action, CommentRulesCopy.or(fields, List.of()), CommentRulesCopy.or(keys, List.of()));
    }

    /** A list that makes comments wait. */
    public static KeyList hold(String name, List<String> keys) {
        return new KeyList(name, Action.HOLD, List.of(), keys);
    }

    /** A list that makes comments spam. */
    public static KeyList spam(String name, List<String> keys) {
        return new KeyList(name, Action.SPAM, List.of(), keys);
    }

    /** A list that sends comments to the trash. */
    public static KeyList trash(String name, List<String> keys) {
        return new KeyList(name, Action.TRASH, List.of(), keys);
    }

    /** A list that refuses comments. */
    public static KeyList reject(String name, List<String> keys) {
        return new KeyList(name, Action.REJECT, List.of(), keys);
    }

    /** The same with these entries. */
    public KeyList keys(List<String> keys) {
        return new KeyList(name, action, fields, keys);
    }

    /** The same, but this becomes of a comment. */
    public KeyList action(Action action) {
        return new KeyList(name, action, fields, keys);
    }

    /** The same, but looked for in these fields alone. */
    public KeyList in(Field... fields) {
        return new KeyList(name, action, List.of(fields), keys);
    }

    private static List<String> lines(@Nullable List<String> keys) {
        List<String> lines = new ArrayList<>();
        for (String key : CommentRulesCopy.copy("keys", keys)) {
            key.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
        return List.copyOf(lines);
    }
}
