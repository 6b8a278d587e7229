package dev.byline.examples.cli.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.comment.KeyList;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Puts what a document says in the place of the components of a record: numbers, flags, texts, lengths of time, names of
 * constants, lists of these, and records again.
 *
 * <p>What the document does not name stays as it is. The records themselves say which components there are, so that a
 * new one needs nothing here, and each is changed alone, so that what a record refuses is told with its path.
 */
final class Components {
    private Components() {}

    /** The record with what the document says; records nest as deep as their types do, whatever the document does. */
    static <R extends Record> R over(R base, JsonNode changes, String path) throws BadInput {
        if (!changes.isObject()) {
            throw Values.wrong(path, "an object", changes);
        }
        Map<String, RecordComponent> components = components(base.getClass());
        R changed = base;
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String field = Values.path(path, change.getKey());
            RecordComponent component = components.get(change.getKey());
            if (component == null) {
                throw unknown(field, components.keySet());
            }
            if (!change.getValue().isNull()) {
                Object value = value(component, read(component, changed), change.getValue(), field);
                changed = with(changed, component, value, field);
            }
        }
        return changed;
    }

    /** The names of a record's components, in their order. */
    static Set<String> names(Class<? extends Record> type) {
        return components(type).keySet();
    }

    static BadInput unknown(String path, Set<String> known) {
        return new BadInput(path, "is unknown here, where there are " + String.join(", ", known));
    }

    private static <R extends Record> R made(Class<R> type, JsonNode fields, String path) throws BadInput {
        if (!fields.isObject()) {
            throw Values.wrong(path, "an object", fields);
        }
        Map<String, RecordComponent> components = components(type);
        for (String name : fields.propertyNames()) {
            if (!components.containsKey(name)) {
                throw unknown(Values.path(path, name), components.keySet());
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : components.values()) {
            JsonNode value = fields.path(component.getName());
            String field = Values.path(path, component.getName());
            boolean missing = value.isMissingNode() || value.isNull();
            if (missing && component.getType() != List.class) {
                throw new BadInput(field, "is missing");
            }
            values.add(missing ? List.of() : value(component, null, value, field));
        }
        return construct(type, values, path);
    }

    private static Object value(RecordComponent component, @Nullable Object current, JsonNode value, String path)
            throws BadInput {
        boolean lines = component.getDeclaringRecord() == KeyList.class
                && component.getName().equals("keys")
                && value.isString();
        return lines ? List.of(value.stringValue()) : value(component.getGenericType(), current, value, path);
    }

    private static Object value(Type type, @Nullable Object current, JsonNode value, String path) throws BadInput {
        if (type == boolean.class) {
            if (!value.isBoolean()) {
                throw Values.wrong(path, "true or false", value);
            }
            return value.booleanValue();
        }
        if (type == int.class || type == Integer.class) {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw Values.wrong(
                        path, value.isIntegralNumber() ? "a number up to 2147483647" : "a whole number", value);
            }
            return value.intValue();
        }
        if (type == double.class) {
            if (!value.isNumber()) {
                throw Values.wrong(path, "a number", value);
            }
            return value.doubleValue();
        }
        if (type == Duration.class) {
            return duration(value, path);
        }
        if (type == String.class) {
            if (!value.isString()) {
                throw Values.wrong(path, "text", value);
            }
            return value.stringValue();
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return constant(plain, value, path);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return current instanceof Record base ? over(base, value, path) : made(record(plain), value, path);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            List<?> before = current instanceof List<?> known ? known : List.of();
            return list(list.getActualTypeArguments()[0], before, value, path);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            Map<?, ?> before = current instanceof Map<?, ?> known ? known : Map.of();
            return map(map.getActualTypeArguments()[1], before, value, path);
        }
        throw new IllegalStateException("no policy file can say a " + type);
    }

    private static List<Object> list(Type of, List<?> before, JsonNode value, String path) throws BadInput {
        if (!value.isArray()) {
            throw new BadInput(path, "must be a list, not " + Values.kind(value));
        }
        if (of == KeyList.class) {
            return keyLists(before, value, path);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            String place = Values.path(path, i);
            if (of == String.class) {
                values.add(word(one, place));
            } else {
                values.add(value(of, null, one, place));
            }
        }
        return values;
    }

    /** Words are never told, since some are addresses. A number may be one, as YAML reads 666. */
    static String word(JsonNode value, String path) throws BadInput {
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new BadInput(path, "must be text, not " + Values.kind(value));
        }
        return value.asString();
    }

    /** Lists of words by name: over the one that there is, or beside the others. */
    private static List<Object> keyLists(List<?> before, JsonNode value, String path) throws BadInput {
        Map<String, Object> lists = new LinkedHashMap<>();
        before.forEach(list -> lists.put(((KeyList) list).name(), list));
        Set<String> given = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            String place = Values.path(path, i);
            JsonNode name = one.path("name");
            if (!one.isObject()) {
                throw new BadInput(place, "must be an object, not " + Values.kind(one));
            }
            if (!name.isString()) {
                throw new BadInput(
                        place + ".name",
                        name.isMissingNode() ? "is missing" : "must be text, not " + Values.kind(name));
            }
            if (!given.add(name.stringValue())) {
                throw new BadInput(place + ".name", "is the name of another list too");
            }
            Object known = lists.get(name.stringValue());
            lists.put(
                    name.stringValue(),
                    known == null ? made(KeyList.class, one, place) : over((KeyList) known, one, place));
        }
        return List.copyOf(lists.values());
    }

    private static Map<String, Object> map(Type of, Map<?, ?> before, JsonNode value, String path) throws BadInput {
        if (!value.isObject()) {
            throw Values.wrong(path, "an object", value);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        before.forEach((name, old) -> values.put((String) name, old));
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            values.put(entry.getKey(), value(of, null, entry.getValue(), Values.path(path, entry.getKey())));
        }
        return values;
    }

    private static Duration duration(JsonNode value, String path) throws BadInput {
        try {
            return Duration.parse(value.isString() ? value.stringValue().strip() : "");
        } catch (DateTimeParseException none) {
            throw Values.wrong(path, "a length of time such as P365D or PT12H", value);
        }
    }

    private static Object constant(Class<?> type, JsonNode value, String path) throws BadInput {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = name(type, (Enum<?>) constant);
            if (value.isString() && name.equalsIgnoreCase(value.stringValue())) {
                return constant;
            }
            names.add(name);
        }
        throw Values.notOneOf(path, names, value);
    }

    private static String name(Class<?> type, Enum<?> constant) {
        try {
            JsonProperty property = type.getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null ? constant.name().toLowerCase(Locale.ROOT) : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + " is no constant", e);
        }
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, component -> component, (one, other) -> one, LinkedHashMap::new));
    }

    private static Class<? extends Record> record(Class<?> type) {
        return type.asSubclass(Record.class);
    }

    private static <R extends Record> R with(R base, RecordComponent changed, Object value, String path)
            throws BadInput {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : base.getClass().getRecordComponents()) {
            values.add(component.getName().equals(changed.getName()) ? value : read(component, base));
        }
        @SuppressWarnings("unchecked") // the class of an R
        Class<R> type = (Class<R>) base.getClass();
        return construct(type, values, path);
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }

    private static <R extends Record> R construct(Class<R> type, List<@Nullable Object> values, String path)
            throws BadInput {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused(type, path, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(type + " can't be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    /** A message that begins with the name of a field says it in the path. */
    private static BadInput refused(Class<?> type, String path, String message) {
        int space = message.indexOf(' ');
        String first = space < 0 ? "" : message.substring(0, space);
        String rest = message.substring(space + 1);
        return path.endsWith('.' + first) || path.equals(first)
                ? new BadInput(path, rest)
                : components(type).containsKey(first)
                        ? new BadInput(Values.path(path, first), rest)
                        : new BadInput(path, message);
    }
}
