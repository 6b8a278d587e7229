package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The comment form as the rules have it, so that what a host prints and what a review checks can't drift apart.
 *
 * <p>{@link #describe} gives all that a template prints, in the reader's language.
 *
 * @param fields the fields in the order in which they are printed
 * @param hidden the fields that readers don't see
 * @param codes the codes of {@link CommentViolation} that can arise for the whole form
 */
@JsonPropertyOrder({"fields", "hidden", "codes"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentForm(List<Field> fields, List<Hidden> hidden, List<String> codes) {
    private static final String MARK = "*";
    private static final int LONGEST_NAME = 40;

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

    /** What a field is for that readers don't see. */
    public enum Purpose {
        /**
         * It comes back empty from every reader. An {@code input} of the type {@code text}, hidden by the style sheet
         * and left out by the Tab key, with its label for those who don't see style sheets.
         */
        @JsonProperty("trap")
        TRAP,

        /** It brings back a token of {@link FormTokens}. */
        @JsonProperty("token")
        TOKEN
    }

    /** Which way a text runs, in the words of HTML's {@code dir}. */
    public enum Direction {
        /** From left to right. */
        @JsonProperty("ltr")
        LTR,

        /** From right to left. */
        @JsonProperty("rtl")
        RTL
    }

    /**
     * One field.
     *
     * @param name the component of {@link CommentDraft} that it fills
     * @param type how it is typed
     * @param required whether it must be filled
     * @param limit how long it may be
     * @param longest what an HTML field may say as its longest value, in UTF-16 units: never less than the limit
     *     allows, sometimes more; 0 where nothing is limited
     * @param codes the codes of {@link CommentViolation} that can arise for it
     */
    @JsonPropertyOrder({"name", "type", "required", "limit", "longest", "codes"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Field(String name, Type type, boolean required, TextLimit limit, int longest, List<String> codes) {
        /** Checks that everything is there. */
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(limit, "limit");
            codes = codes == null ? List.of() : List.copyOf(codes);
        }

        /** What stands before it, in a language that {@link CommentViolation#message} knows; without the asterisk. */
        public String label(Locale locale) {
            return CommentMessages.in(locale).text("form." + name);
        }

        private Printed printed(CommentMessages messages) {
            int most = limit.characters() > 0 ? limit.characters() : limit.bytes();
            return new Printed(
                    name,
                    type,
                    required,
                    longest == 0 ? null : longest,
                    messages.text("form." + name),
                    messages(codes, most == 0 ? null : most, messages));
        }
    }

    /**
     * A field that readers don't see.
     *
     * @param name its name: 1 to 40 ASCII letters, digits, hyphens or underscores, and none that {@link CommentDraft} has
     * @param purpose what it is for
     * @param label what stands before it, in the reader's language; empty in a form that is not described
     */
    @JsonPropertyOrder({"name", "purpose", "label"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Hidden(String name, Purpose purpose, String label) {
        /** Checks the name. */
        public Hidden {
            Objects.requireNonNull(purpose, "purpose");
            label = label == null ? "" : label;
            if (name.isEmpty() || name.length() > LONGEST_NAME || !name.chars().allMatch(CommentKey::isPlain)) {
                throw new IllegalArgumentException("a hidden field can't have the name \"" + name + "\"");
            }
        }

        /** A field that only machines fill. What it is for should not be read from its name: {@code homepage}. */
        public static Hidden trap(String name) {
            return new Hidden(name, Purpose.TRAP, "");
        }

        /** A field for a token. */
        public static Hidden token(String name) {
            return new Hidden(name, Purpose.TOKEN, "");
        }
    }

    /**
     * A field as a template prints it.
     *
     * @param name the name
     * @param type how it is typed
     * @param required whether it must be filled
     * @param maxlength the HTML attribute, or null where it has none
     * @param label what stands before it, without the mark
     * @param messages what to tell a reader, by the code of a violation; in the order of the rules
     */
    @JsonPropertyOrder({"name", "type", "required", "maxlength", "label", "messages"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Printed(
            String name,
            Type type,
            boolean required,
            @Nullable Integer maxlength,
            String label,
            Map<String, String> messages) {
        /** Copies the messages. */
        public Printed {
            messages = ordered(messages);
        }
    }

    /**
     * All that a template prints.
     *
     * @param direction which way its texts run
     * @param notes the lines above the form
     * @param mark what marks a required field
     * @param fields the fields in their order
     * @param hidden the fields that readers don't see, with their labels
     * @param messages what to tell a reader of the form as a whole, by the code of a violation
     */
    @JsonPropertyOrder({"direction", "notes", "mark", "fields", "hidden", "messages"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Description(
            Direction direction,
            List<String> notes,
            String mark,
            List<Printed> fields,
            List<Hidden> hidden,
            Map<String, String> messages) {
        /** Copies the lists. */
        public Description {
            notes = List.copyOf(notes);
            fields = List.copyOf(fields);
            hidden = List.copyOf(hidden);
            messages = ordered(messages);
        }
    }

    /** Copies the lists, and checks that no name is there twice. */
    public CommentForm {
        fields = List.copyOf(fields);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        codes = codes == null ? List.of() : List.copyOf(codes);
        List<String> names = new ArrayList<>(List.of("text", "name", "email", "url", "parent"));
        for (Hidden field : hidden) {
            if (names.contains(field.name())) {
                throw new IllegalArgumentException("the form has another field " + field.name());
            }
            names.add(field.name());
        }
    }

    /** The form for a visitor: text, name, email, address. */
    public static CommentForm of(CommentRules rules) {
        boolean required = rules.nameAndEmailRequired();
        CommentRules.Limits limits = rules.limits();
        List<Field> fields = new ArrayList<>(forMember(rules).fields);
        fields.add(field("name", Type.TEXT, required, limits.name(), FormCodes.name(rules)));
        fields.add(field("email", Type.EMAIL, required, limits.email(), FormCodes.email(rules)));
        fields.add(field("url", Type.URL, false, limits.url(), FormCodes.url(rules)));
        return new CommentForm(fields, List.of(), FormCodes.whole(rules));
    }

    /** The form for a signed-in member: the text alone. */
    public static CommentForm forMember(CommentRules rules) {
        Field text = field("text", Type.TEXTAREA, true, rules.limits().text(), FormCodes.text(rules));
        return new CommentForm(List.of(text), List.of(), FormCodes.whole(rules));
    }

    /** The same with this field that readers don't see. */
    public CommentForm withHidden(Hidden field) {
        List<Hidden> more = new ArrayList<>(hidden);
        more.add(field);
        List<String> all = new ArrayList<>(codes);
        if (field.purpose() == Purpose.TOKEN) {
            all.addAll(FormCodes.token());
        }
        return new CommentForm(fields, more, all);
    }

    /**
     * The lines above the form: "Your email address will not be published." where it asks for one, and "Required fields
     * are marked *".
     */
    public String note(Locale locale) {
        return String.join(" ", notes(CommentMessages.in(locale)));
    }

    /**
     * All that a template prints, in a language that {@link CommentViolation#message} knows. Its messages say how much is
     * allowed, and leave out what can't be known before a comment is sent.
     */
    public Description describe(Locale locale) {
        CommentMessages messages = CommentMessages.in(locale);
        return new Description(
                messages.text("form.direction").equals("rtl") ? Direction.RTL : Direction.LTR,
                notes(messages),
                MARK,
                fields.stream().map(field -> field.printed(messages)).toList(),
                hidden.stream()
                        .map(field -> new Hidden(
                                field.name(),
                                field.purpose(),
                                field.purpose() == Purpose.TRAP ? messages.text("form.trap") : ""))
                        .toList(),
                messages(codes, null, messages));
    }

    private List<String> notes(CommentMessages messages) {
        String required = messages.text("form.required");
        boolean email = fields.stream().anyMatch(field -> field.type() == Type.EMAIL);
        return email ? List.of(messages.text("form.email-note"), required) : List.of(required);
    }

    private static Field field(String name, Type type, boolean required, TextLimit limit, List<String> codes) {
        return new Field(name, type, required, limit, limit.longest(), codes);
    }

    private static Map<String, String> messages(List<String> codes, @Nullable Integer limit, CommentMessages messages) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String code : codes) {
            texts.put(code, messages.code(code, limit, null));
        }
        return texts;
    }

    private static Map<String, String> ordered(@Nullable Map<String, String> messages) {
        return messages == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }
}
