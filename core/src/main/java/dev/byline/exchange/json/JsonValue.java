package dev.byline.exchange.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A value that was read: an object, a list, a text, or nothing. Numbers and truth values are texts, as they stand. */
public final class JsonValue {
    /** What is not there, or null. */
    public static final JsonValue NOTHING = new JsonValue(Kind.NOTHING, Map.of(), List.of(), "", 0);

    /** What a value is. */
    private enum Kind {
        OBJECT,
        LIST,
        TEXT,
        OTHER,
        NOTHING
    }

    private final Kind kind;
    private final Map<String, JsonValue> fields;
    private final List<JsonValue> values;
    private final String text;
    private final long line;

    private JsonValue(Kind kind, Map<String, JsonValue> fields, List<JsonValue> values, String text, long line) {
        this.kind = kind;
        this.fields = fields;
        this.values = values;
        this.text = text;
        this.line = line;
    }

    static JsonValue object(Map<String, JsonValue> fields, long line) {
        return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(fields), List.of(), "", line);
    }

    static JsonValue list(List<JsonValue> values, long line) {
        return new JsonValue(Kind.LIST, Map.of(), Collections.unmodifiableList(values), "", line);
    }

    static JsonValue text(String text, long line) {
        return new JsonValue(Kind.TEXT, Map.of(), List.of(), text, line);
    }

    static JsonValue other(String written, long line) {
        return new JsonValue(Kind.OTHER, Map.of(), List.of(), written, line);
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** Whether it is a text in quotes. */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** Whether it is true, or 1, as databases write it. */
    public boolean isTrue() {
        return kind == Kind.OTHER && (text.equals("true") || text.equals("1"));
    }

    /** The line on which it begins; 0 for what is not there. */
    public long line() {
        return line;
    }

    /** The fields of an object in their order; none for anything else. Of two with one name, the first is there. */
    public Map<String, JsonValue> fields() {
        return fields;
    }

    /** Whether an object has this field, whatever it holds. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The values of a list; none for anything else. */
    public List<JsonValue> values() {
        return values;
    }

    /** The value of a field of a field and so on; {@link #NOTHING} where one of them is not there. */
    public JsonValue at(String... path) {
        JsonValue value = this;
        for (String field : path) {
            value = value.fields.getOrDefault(field, NOTHING);
        }
        return value;
    }

    /** The text, or the number or truth value as it stands; empty for anything else. */
    public String text() {
        return text;
    }

    /** The first of these fields whose text is not blank, without blanks around it; else empty. */
    public String first(String... fields) {
        for (String field : fields) {
            String found = at(field).text.strip();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** The first of these fields that holds a list or object with something in it; else {@link #NOTHING}. */
    public JsonValue any(String... fields) {
        for (String field : fields) {
            JsonValue found = at(field);
            if (!found.values.isEmpty() || !found.fields.isEmpty()) {
                return found;
            }
        }
        return NOTHING;
    }
}
