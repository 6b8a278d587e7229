package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a comment from being taken; never what the sender typed.
 *
 * @param rule the stable id of the rule, for example {@code C-09}; empty in what the sender is told
 * @param code what is wrong, in WordPress' codes where it has one, for example {@code require_valid_comment}
 * @param field where it is (name, email, url, text, ip, agent); empty where it is none of them, and in what the
 *     sender is told of the last two
 * @param limit what was allowed, in the unit of the rule; null where nothing was measured
 * @param actual what was found; null where nothing was measured
 * @param matched the entry of a list of words that was found; empty where there is none or it may be personal data
 * @param offset where in the field it was found, in UTF-16 units of what a reader sees of it; null where nowhere
 */
@JsonPropertyOrder({"rule", "code", "field", "limit", "actual", "matched", "offset"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentViolation(
        String rule,
        String code,
        String field,
        @Nullable Integer limit,
        @Nullable Integer actual,
        String matched,
        @Nullable Integer offset) {
    /** Puts empty text in the place of what is missing. */
    public CommentViolation {
        rule = rule == null ? "" : rule;
        Objects.requireNonNull(code, "code");
        field = field == null ? "" : field;
        matched = matched == null ? "" : matched;
    }

    /**
     * What to tell a reader: in English, Arabic, Persian or Hebrew as the locale's language says, else in English.
     *
     * <p>The texts are those under {@code dev.byline.comment.code} in {@code ContributorValidationMessages}, unless the
     * host's own {@code ValidationMessages} have the key. In them {@code {limit}}, {@code {actual}} and
     * {@code {seconds}}, which is the limit too, stand for the numbers; a sentence whose number is not known is left out.
     */
    public String message(Locale locale) {
        return CommentMessages.in(locale).text(this);
    }

    static CommentViolation of(String rule, String code, String field) {
        return new CommentViolation(rule, code, field, null, null, "", null);
    }

    static CommentViolation of(String rule, String code, String field, int limit, int actual) {
        return new CommentViolation(rule, code, field, limit, actual, "", null);
    }

    /** What the sender may know of it. */
    CommentViolation terse() {
        String told = field.equals("ip") || field.equals("agent") ? "" : field;
        return new CommentViolation("", code, told, limit, actual, "", null);
    }
}
