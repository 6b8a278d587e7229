package dev.byline.exchange.json;

import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks through JSON and holds one part at a time: the visitor says which objects and lists are gone into, and takes the
 * others whole. JSON behind JSON is walked through as well, whatever parts them, so that lines and pages that were put
 * one behind the other can be read.
 *
 * <p>Refused are what is not well-formed or nested deeper than {@value #DEEPEST} levels, and texts and names beyond
 * measure. A part that is too large by its number of values or characters is passed over and told.
 */
public final class JsonWalk {
    /** How deep objects and lists may lie in each other. */
    public static final int DEEPEST = 100;

    private static final int LONGEST_TEXT = 16 << 20;
    private static final int LONGEST_PART = 16 << 20;
    private static final int MOST_VALUES = 300_000;
    private static final int LONGEST_NAME = 1000;
    // What a value costs besides its characters, so that millions of empty ones are not free.
    private static final int COST_OF_A_VALUE = 48;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NAME)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    /** What to do with a value. */
    public enum Step {
        /** Go into the object or list. What is taken of an object's fields is given together, at its end. */
        ENTER,
        /** Take it whole. */
        TAKE,
        /** Pass over it. */
        SKIP
    }

    /** What a value is, as far as it can be seen where it begins. */
    public enum Kind {
        /** An object. */
        OBJECT,
        /** A list whose first element is an object. */
        OBJECTS,
        /** Any other list. */
        LIST,
        /** A text, a number, a truth value or null; it can't be entered. */
        SIMPLE
    }

    /**
     * Sees the parts of a document.
     *
     * @param <E> what it may throw
     */
    public interface Visitor<E extends Exception> {
        /**
         * What to do with a value.
         *
         * @param place where it stands, as a JSON pointer with {@code *} for the number of each element; empty for the
         *     whole document
         */
        Step step(String place, Kind kind);

        /**
         * Takes a value.
         *
         * @param pointer where it stands, as a JSON pointer
         */
        void take(String place, String pointer, JsonValue value) throws E, IOException;

        /** Hears of a value that was to be taken, but is too large. */
        void passOver(String pointer, long line, String reason) throws E;
    }

    private final JsonParser parser;
    private final Set<String> unread;
    private long budget;
    private int values;

    private JsonWalk(JsonParser parser, Set<String> unread) {
        this.parser = parser;
        this.unread = unread;
    }

    /**
     * Walks through a document.
     *
     * @param in left open
     * @param unread names of fields whose values are passed over, in whatever object they stand
     * @throws IOException if the machine fails to give the bytes
     */
    public static <E extends Exception> void over(InputStream in, Set<String> unread, Visitor<E> visitor)
            throws E, IOException, UnreadableJson {
        JsonParser parser = null;
        Ending bytes = new Ending(in);
        try {
            parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
            JsonWalk walk = new JsonWalk(parser, unread);
            if (parser.nextToken() == null) {
                throw new UnreadableJson(1, "is empty");
            }
            do {
                walk.walk("", "", visitor);
            } while (parser.nextToken() != null);
        } catch (JacksonIOException e) {
            IOException cause = e.getCause();
            if (cause instanceof CharConversionException) {
                throw new UnreadableJson(line(parser), "is neither UTF-8 nor UTF-16");
            }
            throw cause;
        } catch (JacksonException e) {
            throw new UnreadableJson(line(parser), reason(e, bytes.ended));
        }
    }

    /** Remembers whether the parser wanted more bytes than there are. */
    private static final class Ending extends FilterInputStream {
        private boolean ended;

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            ended |= read < 0;
            return read;
        }
    }

    private static long line(@Nullable JsonParser parser) {
        return parser == null ? 1 : Math.max(1, parser.currentLocation().getLineNr());
    }

    private static String reason(JacksonException e, boolean ended) {
        if (e instanceof StreamConstraintsException) {
            return "is nested deeper than " + DEEPEST + " levels, or holds a text of more than " + (LONGEST_TEXT >> 20)
                    + " Mi characters or a name or number beyond measure";
        }
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Invalid UTF-8")) {
            return "is not UTF-8";
        }
        return ended ? "is cut off: it ends inside of its JSON" : "is not well-formed JSON";
    }

    // Recurses as deep as the visitor goes in, which is a few levels of what it knows.
    private <E extends Exception> void walk(String place, String pointer, Visitor<E> visitor) throws E, IOException {
        long line = parser.currentTokenLocation().getLineNr();
        JsonToken begin = parser.currentToken();
        JsonToken first = begin == JsonToken.START_ARRAY ? parser.nextToken() : null;
        Kind kind = begin == JsonToken.START_OBJECT
                ? Kind.OBJECT
                : first == null ? Kind.SIMPLE : first == JsonToken.START_OBJECT ? Kind.OBJECTS : Kind.LIST;
        Step step = visitor.step(place, kind);
        if (step == Step.ENTER && first != null) {
            String inside = place + "/*";
            for (long i = 0; parser.currentToken() != JsonToken.END_ARRAY; i++) {
                walk(inside, pointer + "/" + i, visitor);
                parser.nextToken();
            }
        } else if (step == Step.ENTER && kind == Kind.OBJECT) {
            fields(place, pointer, line, visitor);
        } else if (step == Step.SKIP) {
            skip(first == null ? 0 : 1);
        } else {
            begin();
            JsonValue value = first == null ? value() : list(line);
            if (value == null) {
                visitor.passOver(pointer, line, tooLarge());
            } else {
                visitor.take(place, pointer, value);
            }
        }
    }

    private static String tooLarge() {
        return "is larger than " + (LONGEST_PART >> 20) + " Mi characters or " + MOST_VALUES + " values";
    }

    private void begin() {
        budget = LONGEST_PART;
        values = 0;
    }

    private <E extends Exception> void fields(String place, String pointer, long line, Visitor<E> visitor)
            throws E, IOException {
        Map<String, JsonValue> taken = new LinkedHashMap<>();
        long left = LONGEST_PART;
        int count = 0;
        boolean whole = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean known = !unread.contains(name);
            parser.nextToken();
            if (!known) {
                skip(0);
                continue;
            }
            JsonToken begin = parser.currentToken();
            if (begin != JsonToken.START_OBJECT && begin != JsonToken.START_ARRAY) {
                if (visitor.step(place + "/" + name, Kind.SIMPLE) == Step.SKIP) {
                    continue;
                }
            } else if (gone(place + "/" + name, pointer + "/" + escaped(name), visitor)) {
                continue;
            }
            budget = left - name.length();
            values = count;
            JsonValue value = begin == JsonToken.START_ARRAY ? list(line) : value();
            left = budget;
            count = values;
            whole &= value != null;
            if (value != null && whole) {
                taken.putIfAbsent(name, value);
            } else {
                taken.clear();
            }
        }
        if (!whole) {
            visitor.passOver(pointer, line, tooLarge());
        } else if (!taken.isEmpty()) {
            visitor.take(place, pointer, JsonValue.object(taken, line));
        }
    }

    /** Goes into or over an object or list in a field, unless it is to be taken. */
    private <E extends Exception> boolean gone(String place, String pointer, Visitor<E> visitor) throws E, IOException {
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        JsonToken first = array ? parser.nextToken() : null;
        Kind kind = !array ? Kind.OBJECT : first == JsonToken.START_OBJECT ? Kind.OBJECTS : Kind.LIST;
        Step step = visitor.step(place, kind);
        if (step == Step.TAKE) {
            return false;
        }
        if (step == Step.SKIP) {
            skip(array ? 1 : 0);
        } else if (array) {
            for (long i = 0; parser.currentToken() != JsonToken.END_ARRAY; i++) {
                walk(place + "/*", pointer + "/" + i, visitor);
                parser.nextToken();
            }
        } else {
            fields(place, pointer, parser.currentTokenLocation().getLineNr(), visitor);
        }
        return true;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Goes to the end of what has begun. */
    private void skip(int open) {
        int depth = open + opened(parser.currentToken());
        while (depth > 0) {
            depth += opened(parser.nextToken());
        }
    }

    private static int opened(@Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            return 1;
        }
        return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY ? -1 : 0;
    }

    /** An object or list whose end has not been seen. */
    private static final class Open {
        private final long line;
        private final @Nullable Map<String, JsonValue> fields;
        private final List<JsonValue> values = new ArrayList<>(0);
        private String name = "";

        Open(boolean object, long line) {
            this.line = line;
            fields = object ? new LinkedHashMap<>() : null;
        }

        void add(JsonValue value) {
            if (fields == null) {
                values.add(value);
            } else {
                fields.putIfAbsent(name, value);
            }
        }

        JsonValue close() {
            return fields == null ? JsonValue.list(values, line) : JsonValue.object(fields, line);
        }
    }

    private @Nullable JsonValue value() {
        return value(new ArrayDeque<>());
    }

    /** A list of which the first token has been read. */
    private @Nullable JsonValue list(long line) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(false, line));
        return value(open);
    }

    /** The value that begins here, or ends what is open; null if it is too large, and then it is passed over. */
    private @Nullable JsonValue value(Deque<Open> open) {
        JsonToken token = parser.currentToken();
        while (true) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonValue done = null;
            switch (token) {
                case START_OBJECT, START_ARRAY -> open.push(new Open(token == JsonToken.START_OBJECT, line));
                case END_OBJECT, END_ARRAY -> done = open.pop().close();
                case PROPERTY_NAME -> open.getFirst().name = parser.currentName();
                case VALUE_STRING -> done = JsonValue.text(parser.getString(), line);
                case VALUE_NULL -> done = JsonValue.NOTHING;
                default -> done = JsonValue.other(parser.getString(), line);
            }
            if (token == JsonToken.PROPERTY_NAME) {
                budget -= open.getFirst().name.length();
                if (unread.contains(open.getFirst().name)) {
                    parser.nextToken();
                    skip(0);
                }
            } else {
                budget -= COST_OF_A_VALUE + (done == null ? 0 : done.text().length());
                if (++values > MOST_VALUES || budget < 0) {
                    skipRest(open.size());
                    return null;
                }
            }
            if (done != null) {
                if (open.isEmpty()) {
                    return done;
                }
                open.getFirst().add(done);
            }
            token = parser.nextToken();
        }
    }

    private void skipRest(int open) {
        int depth = open;
        while (depth > 0) {
            depth += opened(parser.nextToken());
        }
    }
}
