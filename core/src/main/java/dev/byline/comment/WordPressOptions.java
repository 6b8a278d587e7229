package dev.byline.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** WordPress' own options as rules; see {@link CommentRules#wordPress(Map)}. */
final class WordPressOptions {
    private static final int LONGEST_SHOWN = 40;

    /** What options are called today that had another name before WordPress 5.5. */
    private static final Map<String, String> RENAMED =
            Map.of("blacklist_keys", "disallowed_keys", "comment_whitelist", "comment_previously_approved");

    /** The values by the names of today. */
    private final Map<String, Object> values = new HashMap<>();

    /** By which name each was given. */
    private final Map<String, String> names = new HashMap<>();

    private WordPressOptions() {}

    static CommentRules rules(Map<String, ?> options) {
        WordPressOptions given = new WordPressOptions();
        options.forEach(given::put);
        return given.over(CommentRules.wordPress());
    }

    private void put(String name, @Nullable Object value) {
        String today = RENAMED.getOrDefault(name, name);
        String before = names.put(today, name);
        if (before != null) {
            throw new IllegalArgumentException(name + " is the same option as " + before);
        }
        if (value != null) {
            values.put(today, value);
        }
    }

    private CommentRules over(CommentRules rules) {
        boolean nameAndEmail = flag("require_name_email", true);
        boolean registration = flag("comment_registration", false);
        boolean closes = flag("close_comments_for_old_posts", false);
        int days = number("close_comments_days_old", 14);
        boolean holdAll = flag("comment_moderation", false);
        int links = number("comment_max_links", 2);
        boolean approved = flag("comment_previously_approved", true);
        boolean threads = flag("thread_comments", true);
        int levels = number("thread_comments_depth", 5);
        CommentRules all = rules.nameAndEmailRequired(nameAndEmail)
                .registrationRequired(registration)
                .closeAfterDays(closes ? days : 0)
                .holdAll(holdAll)
                .links(rules.links().holdAt(links))
                .holdKeys(words("moderation_keys"))
                .disallowedKeys(words("disallowed_keys"))
                .senders(rules.senders().approvals(approved ? 1 : 0))
                .replies(rules.replies().levels(threads ? levels : 1));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    shown(name(values.keySet().stream().min(String::compareTo).orElse("")))
                            + " is no option for comments");
        }
        return all;
    }

    private boolean flag(String option, boolean standard) {
        Object value = values.remove(option);
        if (value == null) {
            return standard;
        }
        return switch (value.toString()) {
            case "1", "true" -> true;
            case "0", "", "false" -> false;
            default -> throw new IllegalArgumentException(name(option) + " must be 1 or 0, not " + told(value));
        };
    }

    private int number(String option, int standard) {
        Object value = values.remove(option);
        if (value == null) {
            return standard;
        }
        String text = value.toString().strip();
        boolean digits = (value instanceof Number || value instanceof String)
                && text.length() < 10
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new IllegalArgumentException(
                    name(option) + " must be a whole number from 0 to 999999999, not " + told(value));
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Never told are the words themselves, among which are addresses. */
    private List<String> words(String option) {
        Object value = values.remove(option);
        List<String> words = new ArrayList<>();
        for (Object word : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (!(word instanceof String) && !(word instanceof Number)) {
                throw new IllegalArgumentException(
                        name(option) + " must be text with a word on each line, or a list of words");
            }
            words.add(word.toString());
        }
        return words;
    }

    private String name(String option) {
        return Objects.requireNonNullElse(names.get(option), option);
    }

    private static String told(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? shortened(value.toString())
                : value instanceof String text ? shown(text) : "a list or an object";
    }

    private static String shown(String text) {
        return '"' + shortened(text) + '"';
    }

    private static String shortened(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + '…';
    }
}
