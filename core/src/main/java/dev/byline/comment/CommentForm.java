package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The comment form as the rules have it, so that what a host prints and what a review checks can't drift apart.
 *
 * @param fields the fields in the order in which they are printed
 */
@JsonPropertyOrder("fields")
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentForm(List<Field> fields) {
    /** How a field is typed. */
    public enum Type {
        /** Many lines. */
        @JsonProperty("textarea")
        TEXTAREA,

        /** One line. */
        @JsonProperty("text")
        TEXT,

        /** An email address. */
        @JsonProperty("email")
        EMAIL,

        /** The address of a site. */
        @JsonProperty("url")
        URL
    }

    /**
     * One field.
     *
     * @param name the component of {@link CommentDraft} that it fills
     * @param type how it is typed
     * @param required whether it must be filled
     * @param limit how long it may be
     * @param longest what an HTML field may say as its longest value, in UTF-16 units: never less than the limit
     *     allows, sometimes more
     */
    @JsonPropertyOrder({"name", "type", "required", "limit", "longest"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Field(String name, Type type, boolean required, TextLimit limit, int longest) {
        /** Checks that everything is there. */
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(limit, "limit");
        }

        /** What stands before it, in a language that {@link CommentViolation#message} knows; without the asterisk. */
        public String label(Locale locale) {
            return CommentMessages.text("form." + name, locale);
        }
    }

    /** Copies the list. */
    public CommentForm {
        fields = List.copyOf(fields);
    }

    /** The form for a visitor: text, name, email, address. */
    public static CommentForm of(CommentRules rules) {
        boolean required = rules.nameAndEmailRequired();
        CommentRules.Limits limits = rules.limits();
        List<Field> fields = new ArrayList<>(forMember(rules).fields);
        fields.add(field("name", Type.TEXT, required, limits.name()));
        fields.add(field("email", Type.EMAIL, required, limits.email()));
        fields.add(field("url", Type.URL, false, limits.url()));
        return new CommentForm(fields);
    }

    /** The form for a signed-in member: the text alone. */
    public static CommentForm forMember(CommentRules rules) {
        return new CommentForm(
                List.of(field("text", Type.TEXTAREA, true, rules.limits().text())));
    }

    /**
     * The lines above the form: "Your email address will not be published." where it asks for one, and "Required fields
     * are marked *".
     */
    public String note(Locale locale) {
        String required = CommentMessages.text("form.required", locale);
        boolean email = fields.stream().anyMatch(field -> field.type() == Type.EMAIL);
        return email ? CommentMessages.text("form.email-note", locale) + " " + required : required;
    }

    private static Field field(String name, Type type, boolean required, TextLimit limit) {
        return new Field(name, type, required, limit, limit.longest());
    }
}
