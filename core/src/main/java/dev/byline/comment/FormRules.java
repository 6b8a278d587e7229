package dev.byline.comment;

import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import dev.byline.comment.CommentRules.Unusable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the fields of the form must be; each answers all that it finds wrong. */
final class FormRules {
    private FormRules() {}

    /** C-07: a visitor gives name and email where the site asks for them. */
    static List<CommentViolation> nameAndEmail(Submission comment) {
        if (!comment.rules.nameAndEmailRequired() || comment.signedIn()) {
            return List.of();
        }
        boolean named = Legible.hasVisible(comment.name);
        boolean addressed = Legible.hasVisible(comment.sentEmail);
        CommentViolation name = CommentViolation.of("C-07", "require_name_email", "name");
        CommentViolation email = CommentViolation.of("C-07", "require_name_email", "email");
        return named ? addressed ? List.of() : List.of(email) : addressed ? List.of(name) : List.of(name, email);
    }

    /** C-08: a visitor's email is an address. */
    static List<CommentViolation> emailValid(Submission comment) {
        boolean dropped = comment.rules.unusable() == Unusable.DROP && !comment.rules.nameAndEmailRequired();
        boolean fine = comment.signedIn()
                || dropped
                || comment.sentEmail.isEmpty()
                || CommentEmail.Check.isAddress(comment.sentEmail);
        return fine ? List.of() : List.of(CommentViolation.of("C-08", "require_valid_email", "email"));
    }

    /** C-09: the text can be seen. */
    static List<CommentViolation> textVisible(Submission comment) {
        return Legible.hasVisible(comment.text.plain())
                ? List.of()
                : List.of(CommentViolation.of("C-09", "require_valid_comment", "text"));
    }

    /** C-10: the name is not too long. */
    static List<CommentViolation> nameLength(Submission comment) {
        Limits limits = comment.rules.limits();
        String name = stored(limits) ? comment.name : comment.sentName;
        String sent = comment.signedIn() ? "" : comment.draft.name();
        return length(
                "C-10", "comment_author_column_length", "name", limits.name(), name, sent, CommentDraft.NAME_BYTES);
    }

    /** C-11: the email is not too long. */
    static List<CommentViolation> emailLength(Submission comment) {
        Limits limits = comment.rules.limits();
        return length(
                "C-11",
                "comment_author_email_column_length",
                "email",
                limits.email(),
                comment.sentEmail,
                "",
                CommentDraft.EMAIL_BYTES);
    }

    /** C-12: the address of the sender's site is not too long. */
    static List<CommentViolation> urlLength(Submission comment) {
        Limits limits = comment.rules.limits();
        String url = stored(limits) ? comment.url.orElse(comment.sentUrl) : comment.sentUrl;
        String sent = comment.signedIn() ? "" : comment.draft.url();
        return length(
                "C-12", "comment_author_url_column_length", "url", limits.url(), url, sent, CommentDraft.URL_BYTES);
    }

    /** C-13: the text is not too long. */
    static List<CommentViolation> textLength(Submission comment) {
        Limits limits = comment.rules.limits();
        String text = stored(limits) ? comment.text.html() : comment.draft.text();
        String sent = comment.draft.text();
        return length(
                "C-13", "comment_content_column_length", "text", limits.text(), text, sent, CommentDraft.TEXT_BYTES);
    }

    /** C-14: the address of the sender's site can be linked to. */
    static List<CommentViolation> urlSafe(Submission comment) {
        boolean fine = comment.signedIn() || comment.rules.unusable() == Unusable.DROP || comment.url.isPresent();
        return fine ? List.of() : List.of(CommentViolation.of("C-14", "comment_author_url_invalid", "url"));
    }

    /** C-52: nobody types a name that is kept for others, nor one that looks like it. */
    static List<CommentViolation> nameFree(Submission comment, WordList reserved, Set<String> looks) {
        boolean free = comment.isNameVouched()
                || (reserved.find(comment.views(KeyList.Field.NAME)) == null
                        && (looks.isEmpty() || !looks.contains(NameLook.of(comment.name))));
        return free ? List.of() : List.of(CommentViolation.of("C-52", "comment_author_name_reserved", "name"));
    }

    /** C-53: the text is not too short. */
    static List<CommentViolation> longEnough(Submission comment) {
        int least = comment.rules.text().leastCharacters();
        int seen = least == 0 ? 0 : (int) Legible.seen(comment.text.plain()).count();
        return seen >= least || seen == 0
                ? List.of()
                : List.of(CommentViolation.of("C-53", "comment_too_short", "text", least, seen));
    }

    /** C-54: it is not made of too few characters. */
    static List<CommentViolation> variedEnough(Submission comment) {
        int least = comment.rules.text().leastDistinct();
        int seen = least == 0
                ? 0
                : (int) Legible.seen(comment.text.plain())
                        .map(Character::toLowerCase)
                        .distinct()
                        .count();
        return seen >= least || seen == 0
                ? List.of()
                : List.of(CommentViolation.of("C-54", "comment_too_uniform", "text", least, seen));
    }

    /** C-55: it is not all capitals. */
    static List<CommentViolation> notShouted(Submission comment) {
        int from = comment.rules.text().capitalsFrom();
        if (from == 0) {
            return List.of();
        }
        long small =
                comment.text.plain().codePoints().filter(Character::isLowerCase).count();
        long capitals =
                comment.text.plain().codePoints().filter(Character::isUpperCase).count();
        return small > 0 || capitals < from
                ? List.of()
                : List.of(CommentViolation.of("C-55", "comment_all_capitals", "text"));
    }

    private static boolean stored(Limits limits) {
        return limits.measured() == Measured.STORED;
    }

    /** By the limit of the rules; and C-46: whatever is measured, what was sent keeps within the annotations. */
    private static List<CommentViolation> length(
            String rule, String code, String field, TextLimit limit, String text, String sent, int most) {
        Optional<TextLimit.Excess> excess =
                limit.excess(text).or(() -> TextLimit.ofBytes(most).excess(sent));
        return excess.map(over -> List.of(CommentViolation.of(rule, code, field, over.limit(), over.actual())))
                .orElse(List.of());
    }
}
