package dev.byline.comment;

import dev.byline.comment.CommentRules.Unusable;
import dev.byline.comment.KeyList.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which codes can arise in a form under the rules, in the order in which a review tells them. */
final class FormCodes {
    private FormCodes() {}

    static List<String> text(CommentRules rules) {
        List<String> codes = new ArrayList<>(List.of("require_valid_comment", "comment_content_column_length"));
        add(codes, rules.text().leastCharacters() > 0, "comment_too_short");
        add(codes, rules.text().leastDistinct() > 0, "comment_too_uniform");
        add(codes, rules.text().capitalsFrom() > 0, "comment_all_capitals");
        rejected(codes, rules, Field.TEXT);
        add(codes, rules.nudge(), "comment_reconsider");
        add(codes, rules.senders().refuseDuplicates(), "comment_duplicate");
        return codes;
    }

    static List<String> name(CommentRules rules) {
        List<String> codes = new ArrayList<>();
        add(codes, rules.nameAndEmailRequired(), "require_name_email");
        codes.add("comment_author_column_length");
        add(codes, !rules.reservedNames().isEmpty(), "comment_author_name_reserved");
        rejected(codes, rules, Field.NAME);
        return codes;
    }

    static List<String> email(CommentRules rules) {
        List<String> codes = new ArrayList<>();
        add(codes, rules.nameAndEmailRequired(), "require_name_email");
        add(codes, rules.nameAndEmailRequired() || rules.unusable() == Unusable.REFUSE, "require_valid_email");
        codes.add("comment_author_email_column_length");
        rejected(codes, rules, Field.EMAIL);
        return codes;
    }

    static List<String> url(CommentRules rules) {
        List<String> codes = new ArrayList<>(List.of("comment_author_url_column_length"));
        add(codes, rules.unusable() == Unusable.REFUSE, "comment_author_url_invalid");
        rejected(codes, rules, Field.URL);
        return codes;
    }

    /** The gates, of which any may shut while somebody types, and what is no field's. */
    static List<String> whole(CommentRules rules) {
        List<String> codes = new ArrayList<>(List.of(
                "comment_reply_to_unapproved_comment",
                "comment_id_not_found",
                "comment_closed",
                "comment_on_trash",
                "comment_on_draft",
                "comment_on_password_protected"));
        add(codes, rules.registrationRequired(), "not_logged_in");
        ReplyRules replies = rules.replies();
        add(codes, replies.levels() > 0 && replies.tooDeep() == ReplyRules.TooDeep.REFUSE, "comment_too_deep");
        rejected(codes, rules, Field.IP, Field.AGENT);
        add(codes, !rules.senders().floods().isEmpty(), "comment_flood");
        return codes;
    }

    static List<String> token() {
        return List.of(
                "comment_form_missing",
                "comment_form_invalid",
                "comment_form_too_fast",
                "comment_form_expired",
                "comment_form_used");
    }

    private static void rejected(List<String> codes, CommentRules rules, Field... fields) {
        boolean arises = rules.keys().stream()
                .anyMatch(list -> list.action() == KeyList.Action.REJECT
                        && !list.keys().isEmpty()
                        && !Collections.disjoint(list.fields(), List.of(fields)));
        add(codes, arises, "comment_rejected");
    }

    private static void add(List<String> codes, boolean arises, String code) {
        if (arises) {
            codes.add(code);
        }
    }
}
