package dev.byline.comment;

import dev.byline.comment.CommentDecision.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which state a comment is kept; each answers null where it has nothing to say. */
final class StateRules {
    private static final Set<String> PRIVATE_FIELDS = Set.of("email", "ip", "agent");

    private StateRules() {}

    /** C-20: the article's author and moderators are approved. */
    static @Nullable Finding staff(Submission comment) {
        return comment.isStaff()
                ? new Finding("C-20", CommentState.APPROVED, "", "sent by the author or a moderator")
                : null;
    }

    /** C-21: every comment waits where the site says so. */
    static @Nullable Finding all(Submission comment) {
        return comment.rules.holdAll()
                ? new Finding("C-21", CommentState.HELD, "", "every comment waits for a moderator")
                : null;
    }

    /** C-22: a text with many links waits. */
    static @Nullable Finding links(Submission comment) {
        int most = comment.rules.holdAtLinks();
        int links = comment.text.links();
        return most > 0 && links >= most
                ? new Finding("C-22", CommentState.HELD, "text", links + " links, and from " + most + " on it waits")
                : null;
    }

    /** C-24: a sender without an approved comment waits; one who has one does not. */
    static @Nullable Finding unknown(Submission comment, CommentHistory history) {
        if (!comment.rules.holdUnknown()) {
            return null;
        }
        return history.approvedBefore(comment.name, comment.sender)
                ? new Finding("C-24", CommentState.APPROVED, "", "the sender has an approved comment")
                : new Finding("C-24", CommentState.HELD, "", "the sender has no approved comment yet");
    }

    /** C-23: a comment with one of the moderators' words waits. */
    static @Nullable Finding holdKeys(Submission comment, WordList list) {
        return key("C-23", CommentState.HELD, comment.rules.holdKeys(), list, comment);
    }

    /** C-25: one with a disallowed word goes to trash or spam, even where the word stands in a tag that is taken out. */
    static @Nullable Finding disallowedKeys(Submission comment, WordList list) {
        List<String> keys = comment.rules.disallowedKeys();
        CommentState state = comment.rules.disallowedState();
        Finding found = key("C-25", state, keys, list, comment);
        if (found != null || keys.isEmpty()) {
            return found;
        }
        int raw = list.find(WordView.of(comment.draft.text()));
        return raw < 0 ? null : finding("C-25", state, "text", keys, raw);
    }

    private static @Nullable Finding key(
            String rule, CommentState state, List<String> keys, WordList list, Submission comment) {
        if (keys.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, String> view : comment.views().entrySet()) {
            int key = list.find(view.getValue());
            if (key >= 0) {
                return finding(rule, state, view.getKey(), keys, key);
            }
        }
        return null;
    }

    private static boolean isAddress(String key) {
        boolean network = (key.indexOf('.') >= 0 || key.indexOf(':') >= 0)
                && key.chars()
                        .allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':' || c == '/' || c == '*');
        return network || key.indexOf('@') >= 0;
    }

    /** Names the key, but for an address or a private field only its number: the key may be the very address. */
    private static Finding finding(String rule, CommentState state, String field, List<String> keys, int key) {
        String text = PRIVATE_FIELDS.contains(field) || isAddress(keys.get(key))
                ? "key " + (key + 1) + " of the list"
                : "key " + (key + 1) + " of the list: " + keys.get(key);
        return new Finding(rule, state, field, text);
    }
}
