package dev.byline.examples.cli.review;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object on a line. What is null is missing; of a value that can't be, its path and its kind are told,
 * and the value itself only where it can't be a person's.
 */
final class Fields {
    private static final int LONGEST_ID = 200;

    /** Three thousand years. */
    private static final double MOST_SECONDS = 1e11;

    private final JsonNode object;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonNode object, String path) throws BadInput {
        if (!object.isObject()) {
            throw new BadInput(path, "must be an object, not " + Values.kind(object));
        }
        return new Fields(object, path);
    }

    String path(String name) {
        return Values.path(path, name);
    }

    private @Nullable JsonNode get(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    Fields object(String name) throws BadInput {
        JsonNode value = get(name);
        return value == null ? null : of(value, path(name));
    }

    List<Fields> objects(String name) throws BadInput {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadInput(path(name), "must be a list, not " + Values.kind(value));
        }
        List<Fields> all = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            all.add(of(value.get(i), Values.path(path(name), i)));
        }
        return all;
    }

    String text(String name) throws BadInput {
        JsonNode value = get(name);
        if (value != null && !value.isString()) {
            throw new BadInput(path(name), "must be text, not " + Values.kind(value));
        }
        return value == null ? "" : value.stringValue();
    }

    @Nullable
    Boolean flag(String name) throws BadInput {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw new BadInput(path(name), "must be true or false, not " + Values.kind(value));
        }
        return value == null ? null : value.booleanValue();
    }

    /** An id, a number or text; null where there is none, which WordPress writes as 0. */
    @Nullable
    String id(String name) throws BadInput {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new BadInput(path(name), "must be an id, which is text or a whole number, not " + Values.kind(value));
        }
        String id = value.asString();
        if (id.length() > LONGEST_ID) {
            throw new BadInput(path(name), "must be an id of at most " + LONGEST_ID + " characters");
        }
        return id.isBlank() || id.equals("0") ? null : id;
    }

    /** The constant by one of its names, in whatever letter case; the fallback where none is given. */
    <E> E choice(String name, Map<String, E> names, E fallback) throws BadInput {
        JsonNode value = get(name);
        if (value == null) {
            return fallback;
        }
        boolean named = value.isString() || value.isIntegralNumber();
        E found = named ? names.get(value.asString().toLowerCase(Locale.ROOT)) : null;
        if (found == null) {
            throw Values.notOneOf(path(name), names.keySet(), value);
        }
        return found;
    }

    /** The instant so many seconds before now, or after it where they are negative; null where none are given. */
    @Nullable
    Instant before(Instant now, String name) throws BadInput {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(Math.abs(seconds) <= MOST_SECONDS)) {
            throw new BadInput(
                    path(name),
                    "must be a number of seconds, "
                            + (value.isNumber() ? "at most 100000000000" : "not " + Values.kind(value)));
        }
        try {
            return now.minus(Duration.ofMillis(Math.round(seconds * 1000)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadInput(path(name), "lies before or after all time");
        }
    }

    BadInput missing(String name) {
        return new BadInput(path(name), "is missing");
    }

    /**
     * To be called once all fields are read: one that nobody knows is passed over, unless it is a known one in other
     * letters, which somebody believes to count.
     */
    void done() throws BadInput {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                for (String known : asked) {
                    if (letters(known).equals(letters(name))) {
                        throw new BadInput(path(name), "is unknown; did you mean " + known + "?");
                    }
                }
            }
        }
    }

    private static String letters(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
