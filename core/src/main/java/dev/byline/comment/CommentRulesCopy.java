package dev.byline.comment;

import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Unusable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rules on their way from one set to the next, and what all their parts check. Not in {@link CommentRules}, whose presets
 * are made of these parts.
 */
final class CommentRulesCopy {
    boolean nameAndEmailRequired;
    boolean registrationRequired;
    int closeAfterDays;
    boolean holdAll;
    boolean nudge;
    Unusable unusable;
    Limits limits;
    TextRules text;
    FormTokens.Ages formAges;
    List<String> reservedNames;
    LinkRules links;
    List<KeyList> keys;
    SenderRules senders;
    ReplyRules replies;
    EditRules edits;
    Scoring scoring;

    CommentRulesCopy(CommentRules rules) {
        nameAndEmailRequired = rules.nameAndEmailRequired();
        registrationRequired = rules.registrationRequired();
        closeAfterDays = rules.closeAfterDays();
        holdAll = rules.holdAll();
        nudge = rules.nudge();
        unusable = rules.unusable();
        limits = rules.limits();
        text = rules.text();
        formAges = rules.formAges();
        reservedNames = rules.reservedNames();
        links = rules.links();
        keys = rules.keys();
        senders = rules.senders();
        replies = rules.replies();
        edits = rules.edits();
        scoring = rules.scoring();
    }

    CommentRules rules() {
        return new CommentRules(
                nameAndEmailRequired,
                registrationRequired,
                closeAfterDays,
                holdAll,
                nudge,
                unusable,
                limits,
                text,
                formAges,
                reservedNames,
                links,
                keys,
                senders,
                replies,
                edits,
                scoring);
    }

    static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** A copy of a list of a document, which may be missing but has no gaps. */
    static <T> List<T> copy(String name, @Nullable Collection<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " has an entry that is null");
        }
        return List.copyOf(list);
    }

    static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " can't be " + value);
        }
    }
}
