package dev.byline.comment;

import dev.byline.comment.CommentRules.Unusable;
import java.util.ArrayList;
import java.util.List;

/** Which codes can arise in a form under the rules, in the order in which a review tells them. */
final class FormCodes {
    private FormCodes() {}

    static List<String> text(CommentRules rules) {
        List<String> codes = new ArrayList<>(List.of("require_valid_comment", "comment_content_column_length"));
        add(codes, rules.refuseDuplicates(), "comment_duplicate");
        return codes;
    }

    static List<String> name(CommentRules rules) {
        List<String> codes = new ArrayList<>();
        add(codes, rules.nameAndEmailRequired(), "require_name_email");
        codes.add("comment_author_column_length");
        return codes;
    }

    static List<String> email(CommentRules rules) {
        List<String> codes = new ArrayList<>();
        add(codes, rules.nameAndEmailRequired(), "require_name_email");
        add(codes, rules.nameAndEmailRequired() || rules.unusable() == Unusable.REFUSE, "require_valid_email");
        codes.add("comment_author_email_column_length");
        return codes;
    }

    static List<String> url(CommentRules rules) {
        List<String> codes = new ArrayList<>(List.of("comment_author_url_column_length"));
        add(codes, rules.unusable() == Unusable.REFUSE, "comment_author_url_invalid");
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
        add(codes, rules.floodSeconds() > 0, "comment_flood");
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

    private static void add(List<String> codes, boolean arises, String code) {
        if (arises) {
            codes.add(code);
        }
    }
}
