package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;

/**
 * What a reader typed into the comment form, trimmed of ASCII blanks and otherwise as it came.
 *
 * <p>The annotations are the bounds that hold under every {@link CommentRules}; a host that validates by {@code @Valid}
 * alone gets these, and a {@link CommentReviewer} needs no validation provider. {@link Visitor} and {@link Member} are
 * the groups for one form or the other. The email is read from JSON but never written.
 *
 * @param name the name to be printed; may be empty
 * @param email the address, which is never printed; may be empty
 * @param url the address of the sender's own site; may be empty
 * @param text the comment, which may hold a little HTML
 * @param parent the comment that it replies to, or null
 */
@JsonPropertyOrder({"name", "email", "url", "text", "parent"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentDraft(
        @MaxBytes(CommentDraft.NAME_BYTES)
        @VisibleText(html = false, groups = CommentDraft.Visitor.class, message = CommentDraft.ASKED)
        String name,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @CommentEmail
        @MaxBytes(CommentDraft.EMAIL_BYTES)
        @VisibleText(html = false, groups = CommentDraft.Visitor.class, message = CommentDraft.ASKED)
        String email,

        @SafeLink @MaxBytes(CommentDraft.URL_BYTES) String url,

        @VisibleText(groups = {Default.class, CommentDraft.Member.class})
        @MaxBytes(
                value = CommentDraft.TEXT_BYTES,
                groups = {Default.class, CommentDraft.Member.class})
        String text,

        @Nullable CommentId parent) {
    /** The most bytes of UTF-8 that a name has under any rules. */
    public static final int NAME_BYTES = 1_020;

    /** The most bytes of UTF-8 that an email address has under any rules. */
    public static final int EMAIL_BYTES = 254;

    /** The most bytes of UTF-8 that the address of a site has under any rules. */
    public static final int URL_BYTES = 2_000;

    /** The most bytes of UTF-8 that a text has under any rules. */
    public static final int TEXT_BYTES = 65_535;

    static final String ASKED = "{dev.byline.comment.code.require_name_email}";

    /** The group of a visitor's form where name and email are asked for: all that holds by default, and these two. */
    public interface Visitor extends Default {}

    /** The group of a member's form: the text alone, since everything else is the account's. */
    public interface Member {}

    /** Trims and puts empty text in the place of what is missing. */
    public CommentDraft {
        name = trimmed(name);
        email = trimmed(email);
        url = trimmed(url);
        text = trimmed(text);
    }

    /** What a visitor typed who gave no site of their own. */
    public static CommentDraft of(String name, String email, String text) {
        return new CommentDraft(name, email, "", text, null);
    }

    /** What a signed-in member typed, whose name and address come from the account. */
    public static CommentDraft of(String text) {
        return new CommentDraft("", "", "", text, null);
    }

    /** The same with the address of the sender's own site. */
    public CommentDraft url(String url) {
        return new CommentDraft(name, email, url, text, parent);
    }

    /** The same in reply to this comment; null where it replies to the article itself. */
    public CommentDraft replyTo(@Nullable CommentId parent) {
        return new CommentDraft(name, email, url, text, parent);
    }

    @Override
    public String toString() {
        return "CommentDraft[" + text.length() + " characters" + (parent == null ? "" : " in reply to " + parent) + "]";
    }

    static String trimmed(@Nullable String text) {
        if (text == null) {
            return "";
        }
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** What PHP's trim takes away. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0' || c == 0x0B;
    }
}
