package dev.byline.comment;

import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.KeyList.Action;
import dev.byline.comment.KeyList.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** C-23, C-25 and C-57: what becomes of a comment for its words. */
final class KeyRules {
    private static final Set<Field> PRIVATE = EnumSet.of(Field.EMAIL, Field.IP, Field.AGENT);

    private final List<Compiled> lists;

    private record Compiled(KeyList list, WordList words) {}

    /**
     * A word found.
     *
     * @param matched the entry as it stands in the list; empty where it may be personal data
     */
    private record Match(KeyList list, Field field, String matched, int number, int offset) {
        String told() {
            String key = "key " + number + " of the list \"" + list.name() + "\"";
            return matched.isEmpty() ? key : key + ": " + matched;
        }
    }

    KeyRules(List<KeyList> lists) {
        this.lists = lists.stream()
                .filter(list -> !list.keys().isEmpty())
                .map(list -> new Compiled(list, WordList.of(list.keys())))
                .toList();
    }

    /** C-57: one with a word that is not allowed at all is refused. */
    List<CommentViolation> refused(Submission comment) {
        List<CommentViolation> violations = new ArrayList<>(0);
        for (Match match : matches(comment, action -> action == Action.REJECT)) {
            violations.add(new CommentViolation(
                    "C-57", "comment_rejected", name(match.field), null, null, match.matched, match.offset));
        }
        return violations;
    }

    /** C-23: one with a moderators' word waits. C-25: one with a disallowed word is spam or goes to the trash. */
    List<Finding> found(Submission comment) {
        List<Finding> findings = new ArrayList<>(0);
        for (Match match : matches(comment, action -> action != Action.REJECT)) {
            CommentState state = switch (match.list.action()) {
                case HOLD -> CommentState.HELD;
                case SPAM -> CommentState.SPAM;
                case TRASH, REJECT -> CommentState.TRASH;
            };
            String rule = state == CommentState.HELD ? "C-23" : "C-25";
            findings.add(new Finding(rule, state, name(match.field), match.told(), match.matched, match.offset));
        }
        return findings;
    }

    /** The first match of each list. */
    private List<Match> matches(Submission comment, Predicate<Action> wanted) {
        List<Match> matches = new ArrayList<>(0);
        for (Compiled compiled : lists) {
            Match match = wanted.test(compiled.list.action()) ? match(compiled, comment) : null;
            if (match != null) {
                matches.add(match);
            }
        }
        return matches;
    }

    private static @Nullable Match match(Compiled compiled, Submission comment) {
        KeyList list = compiled.list;
        for (Field field : list.fields()) {
            WordList.Hit hit = compiled.words.find(comment.views(field));
            if (hit != null) {
                return match(list, field, hit);
            }
        }
        // What only waits is judged by what will be printed, as WordPress does; what is refused must not hide in a tag.
        if (list.action() != Action.HOLD
                && list.fields().contains(Field.TEXT)
                && comment.draft.text().indexOf('<') >= 0) {
            WordList.Hit hit = compiled.words.find(comment.raw());
            return hit == null ? null : match(list, Field.TEXT, hit);
        }
        return null;
    }

    private static Match match(KeyList list, Field field, WordList.Hit hit) {
        String key = list.keys().get(hit.key());
        // The key may be the very address that the sender has.
        boolean told = !PRIVATE.contains(field) && !isAddress(key);
        return new Match(list, field, told ? key : "", hit.key() + 1, hit.offset());
    }

    private static boolean isAddress(String key) {
        boolean network = (key.indexOf('.') >= 0 || key.indexOf(':') >= 0)
                && key.chars()
                        .allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':' || c == '/' || c == '*');
        return network || key.indexOf('@') >= 0;
    }

    private static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
