package dev.byline.exchange;

import dev.byline.exchange.FrontMatter.Fields;
import dev.byline.exchange.FrontMatter.Several;
import dev.byline.exchange.FrontMatter.Text;
import dev.byline.exchange.FrontMatter.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Front matter in YAML: the only class that touches the YAML library.
 *
 * <p>Reads events rather than nodes: so no alias is ever written out, no tag makes an object, no depth is recursed on,
 * and what is too much is refused where it begins.
 */
final class YamlFields {
    private static final int MOST_CHARACTERS = 256 << 10;
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 10_000;
    private static final int MOST_ALIASES = 50;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("front matter")
            .setCodePointLimit(MOST_CHARACTERS)
            .build();

    private final long firstLine;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Value> anchors = new HashMap<>();
    private int values;
    private int aliases;
    private @Nullable Value root;

    /** A list or a map that is being read. */
    private static final class Open {
        private final @Nullable List<Value> list;
        private final @Nullable Map<String, Value> map;
        private final Optional<Anchor> anchor;
        private final long line;
        private @Nullable String key;

        Open(boolean isMap, Optional<Anchor> anchor, long line) {
            list = isMap ? null : new ArrayList<>();
            map = isMap ? new LinkedHashMap<>() : null;
            this.anchor = anchor;
            this.line = line;
        }

        Value close() {
            return map != null
                    ? new Fields(Collections.unmodifiableMap(map), line)
                    : new Several(list == null ? List.of() : List.copyOf(list), line);
        }
    }

    private YamlFields(long firstLine) {
        this.firstLine = firstLine;
    }

    /**
     * The fields that YAML writes.
     *
     * @param firstLine the line of the document in which it begins
     * @throws Refused if it is none, or more than front matter can be
     */
    static FrontMatter read(String yaml, long firstLine) throws Refused {
        return new YamlFields(firstLine).read(yaml);
    }

    private FrontMatter read(String yaml) throws Refused {
        if (yaml.length() > MOST_CHARACTERS) {
            throw new Refused(firstLine, "has front matter of more than " + (MOST_CHARACTERS >> 10) + " Ki characters");
        }
        try {
            Iterator<Event> events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, yaml));
            while (events.hasNext()) {
                take(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            // What has no end is told where it begins.
            Optional<Mark> mark = e.getProblem().contains("end of stream")
                            && e.getContextMark().isPresent()
                    ? e.getContextMark()
                    : e.getProblemMark();
            throw notYaml(mark.map(this::line).orElse(firstLine), e.getProblem());
        } catch (ReaderException e) {
            long before = yaml.codePoints()
                    .limit(e.getPosition())
                    .filter(c -> c == '\n')
                    .count();
            throw notYaml(firstLine + before, "holds the character " + String.format("U+%04X", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw notYaml(firstLine, String.valueOf(e.getMessage()));
        }
        Value top = root;
        if (top == null || (top instanceof Text text && text.text().isEmpty())) {
            return FrontMatter.EMPTY;
        }
        if (top instanceof Fields fields) {
            return new FrontMatter(fields.fields());
        }
        throw new Refused(top.line(), "has front matter without fields");
    }

    private static Refused notYaml(long line, String reason) {
        return new Refused(line, "has front matter that is no YAML: " + Tally.clean(reason));
    }

    private long line(Mark mark) {
        return firstLine + mark.getLine();
    }

    private void take(Event event) throws Refused {
        long line = event.getStartMark().map(this::line).orElse(firstLine);
        switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                Text text = new Text(isNull(scalar) ? "" : scalar.getValue(), line);
                scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, text));
                add(text);
            }
            case SequenceStart -> begin(new Open(false, ((SequenceStartEvent) event).getAnchor(), line));
            case MappingStart -> begin(new Open(true, ((MappingStartEvent) event).getAnchor(), line));
            case SequenceEnd, MappingEnd -> {
                Open closed = open.pop();
                Value value = closed.close();
                closed.anchor.ifPresent(anchor -> anchors.put(anchor, value));
                add(value);
            }
            case Alias -> add(alias((AliasEvent) event, line));
            default -> {}
        }
    }

    private static boolean isNull(ScalarEvent scalar) {
        String value = scalar.getValue();
        return scalar.isPlain() && (value.equals("~") || value.equalsIgnoreCase("null"));
    }

    private void begin(Open collection) throws Refused {
        Open around = open.peek();
        if (around != null && around.map != null && around.key == null) {
            throw new Refused(collection.line, "has front matter with a field whose name is no text");
        }
        if (open.size() == DEEPEST) {
            throw new Refused(collection.line, "has front matter nested deeper than " + DEEPEST + " levels");
        }
        open.push(collection);
    }

    private Value alias(AliasEvent event, long line) throws Refused {
        if (++aliases > MOST_ALIASES) {
            throw new Refused(line, "has front matter with more than " + MOST_ALIASES + " aliases");
        }
        Value value = anchors.get(event.getAlias());
        if (value == null) {
            throw new Refused(line, "has front matter with an alias to what is not there before it");
        }
        return value;
    }

    private void add(Value value) throws Refused {
        if (++values > MOST_VALUES) {
            throw new Refused(value.line(), "has front matter of more than " + MOST_VALUES + " values");
        }
        Open around = open.peek();
        if (around == null) {
            // The parser itself refuses what follows without a mark; this is a document of its own.
            if (root != null) {
                throw new Refused(value.line(), "has front matter of several documents");
            }
            root = value;
        } else if (around.list != null) {
            around.list.add(value);
        } else if (around.map != null && around.key == null) {
            if (!(value instanceof Text name)) {
                throw new Refused(value.line(), "has front matter with a field whose name is no text");
            }
            around.key = name.text().equals("<<") ? name.text() : FrontMatter.fold(name.text());
        } else if (around.map != null && around.key != null) {
            put(around.map, around.key, value);
            around.key = null;
        }
    }

    // "<<" takes over the fields of other maps, but for those that are there already.
    private static void put(Map<String, Value> map, String key, Value value) {
        if (key.equals("<<") && value instanceof Fields shared) {
            shared.fields().forEach(map::putIfAbsent);
        } else if (key.equals("<<") && value instanceof Several several) {
            several.values().forEach(one -> {
                if (one instanceof Fields shared) {
                    shared.fields().forEach(map::putIfAbsent);
                }
            });
        } else {
            map.put(key, value);
        }
    }
}
