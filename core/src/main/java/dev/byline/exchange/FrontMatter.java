package dev.byline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields above a Markdown document. Their names are compared without case, hyphens and underscores, since
 * generators write {@code expiryDate}, {@code expirydate} and {@code expiry_date}.
 *
 * @param fields the fields by their folded names
 */
record FrontMatter(Map<String, Value> fields) {
    static final FrontMatter EMPTY = new FrontMatter(Map.of());

    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    /** What a field holds. */
    sealed interface Value {
        /** The line in the document. */
        long line();
    }

    /**
     * A text, number, date or truth value, as it was written; empty where it is null.
     *
     * @param text the text
     * @param line the line in the document
     */
    record Text(String text, long line) implements Value {}

    /**
     * Several values.
     *
     * @param values the values
     * @param line the line in the document
     */
    record Several(List<Value> values, long line) implements Value {}

    /**
     * Fields in a field.
     *
     * @param fields the fields by their folded names
     * @param line the line in the document
     */
    record Fields(Map<String, Value> fields, long line) implements Value {}

    /** A name as it is compared. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The first of these fields that holds a text; null where none does. */
    @Nullable
    Text text(String... names) {
        for (String name : names) {
            if (fields.get(name) instanceof Text text && !text.text().isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The first of these fields that holds a text, without blanks around it; empty where none does. */
    String plain(String... names) {
        Text text = text(names);
        return text == null ? "" : text.text().strip();
    }

    /** The values of the first of these fields that has any, whether it holds one or several. */
    List<Value> values(String... names) {
        for (String name : names) {
            Value value = fields.get(name);
            if (value instanceof Several several && !several.values().isEmpty()) {
                return several.values();
            }
            if (value instanceof Fields
                    || (value instanceof Text text && !text.text().isBlank())) {
                return List.of(value);
            }
        }
        return List.of();
    }

    /** The texts among the values of the first of these fields that has any. */
    List<String> texts(String... names) {
        List<String> texts = new ArrayList<>();
        for (Value value : values(names)) {
            if (value instanceof Text text && !text.text().isBlank()) {
                texts.add(text.text().strip());
            }
        }
        return texts;
    }

    /** With the fields that Hugo lets stand in {@code params} among the others, which count before them. */
    FrontMatter withParams() {
        if (!(fields.get("params") instanceof Fields inside)) {
            return this;
        }
        Map<String, Value> all = new LinkedHashMap<>(inside.fields());
        all.putAll(fields);
        return new FrontMatter(all);
    }

    /** What a field says of yes or no. */
    boolean flag(String name, boolean otherwise) {
        String text = plain(name).toLowerCase(Locale.ROOT);
        return YES.contains(text) || (!NO.contains(text) && otherwise);
    }

    /** Whether a field is there and holds something. */
    boolean has(String name) {
        return !values(name).isEmpty();
    }
}
