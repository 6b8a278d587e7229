package dev.byline.examples.cli.site;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How records lie in the maps: the components one after the other, each text with its length before it.
 *
 * <p>JSON would do, but the first document that a process binds costs it a third of a second, and a command reads a
 * handful. Equal values have equal text. A record that gains, loses or moves a component needs another
 * {@link SiteFolder#FORMAT}. Text that was not written here is refused with an {@link IllegalStateException}.
 */
final class Packed {
    private static final char NOTHING = '~';
    private static final char END = ';';
    private static final int DEEPEST = 64;
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    /** What a record is made of. */
    private record Shape(Constructor<?> constructor, List<RecordComponent> components) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
            }
            try {
                return new Shape(type.getDeclaredConstructor(types), List.of(components));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String text;
    private int at;
    private int depth;

    private Packed(String text) {
        this.text = text;
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    static <T> T read(String text, Class<T> type) {
        Packed packed = new Packed(text);
        Object value = packed.value(type);
        if (value == null || packed.at != text.length()) {
            throw packed.damaged();
        }
        @SuppressWarnings("unchecked")
        T read = (T) value;
        return read;
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append(NOTHING);
        } else if (value instanceof String string) {
            out.append(string.length()).append(END).append(string);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value).append(END);
        } else if (value instanceof Enum<?> constant) {
            out.append(constant.name()).append(END);
        } else if (value instanceof Instant instant) {
            out.append(instant.getEpochSecond())
                    .append(END)
                    .append(instant.getNano())
                    .append(END);
        } else if (value instanceof ZoneId zone) {
            out.append(zone.getId()).append(END);
        } else if (value instanceof Collection<?> collection) {
            out.append(collection.size()).append(END);
            collection.forEach(item -> write(item, out));
        } else if (value instanceof Map<?, ?> map) {
            out.append(map.size()).append(END);
            new TreeMap<>(map).forEach((key, item) -> {
                write(key, out);
                write(item, out);
            });
        } else if (value.getClass().isArray()) {
            out.append(Array.getLength(value)).append(END);
            for (int i = 0; i < Array.getLength(value); i++) {
                write(Array.get(value, i), out);
            }
        } else {
            Shape shape = SHAPES.computeIfAbsent(value.getClass(), Shape::of);
            out.append('(');
            for (RecordComponent component : shape.components()) {
                try {
                    write(component.getAccessor().invoke(value), out);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("can't read " + component, e);
                }
            }
        }
    }

    private @Nullable Object value(Type type) {
        if (at < text.length() && text.charAt(at) == NOTHING) {
            at++;
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? map(of[0], of[1]) : list(of[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            int length = number();
            at += length;
            return text.substring(at - length, at);
        }
        if (plain == int.class || plain == Integer.class) {
            return Integer.valueOf(upToEnd());
        }
        if (plain == long.class || plain == Long.class) {
            return Long.valueOf(upToEnd());
        }
        if (plain == boolean.class) {
            return Boolean.valueOf(upToEnd());
        }
        if (plain == Instant.class) {
            return Instant.ofEpochSecond(Long.parseLong(upToEnd()), Long.parseLong(upToEnd()));
        }
        if (plain == ZoneId.class) {
            return ZoneId.of(upToEnd());
        }
        if (plain.isEnum()) {
            return constant(plain, upToEnd());
        }
        return plain.isArray() ? array(plain.getComponentType()) : record(plain);
    }

    private Object record(Class<?> type) {
        if (at >= text.length() || text.charAt(at++) != '(' || ++depth > DEEPEST) {
            throw damaged();
        }
        Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
        @Nullable Object[] values = new @Nullable Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(shape.components().get(i).getGenericType());
        }
        depth--;
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException | IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " is damaged", e);
        }
    }

    private List<@Nullable Object> list(Type of) {
        int size = number();
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value(of));
        }
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(Type keys, Type values) {
        int size = number();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(value(keys), value(values));
        }
        return map;
    }

    private Object array(Class<?> of) {
        Object array = Array.newInstance(of, number());
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, value(of));
        }
        return array;
    }

    private Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw damaged();
    }

    // A length or a size; never more than what is left, so that a damaged one can't ask for all the memory.
    private int number() {
        int number = Integer.parseInt(upToEnd());
        if (number < 0 || number > text.length() - at) {
            throw damaged();
        }
        return number;
    }

    private String upToEnd() {
        int end = text.indexOf(END, at);
        if (end < 0) {
            throw damaged();
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private IllegalStateException damaged() {
        return new IllegalStateException("a stored value is damaged at character " + at);
    }
}
