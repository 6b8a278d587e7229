package dev.byline.examples.cli.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as the tree that the same document in JSON would be.
 *
 * <p>Reads events: no alias and no tag is followed, nothing recurses, and what is too much is refused where it begins.
 */
final class YamlTree {
    private static final int MOST_VALUES = 500_000;
    private static final int DEEPEST = 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Deque<Open> open = new ArrayDeque<>();
    private int values;
    private @Nullable JsonNode root;

    /** A list or an object that is being read. */
    private static final class Open {
        private final JsonNode node;
        private @Nullable String key;

        Open(JsonNode node) {
            this.node = node;
        }
    }

    private YamlTree() {}

    static JsonNode read(String yaml) throws BadInput {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        YamlTree tree = new YamlTree();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, yaml));
            while (events.hasNext()) {
                tree.take(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            throw bad(e.getProblemMark(), "is no YAML: " + BadInput.shortened(e.getProblem(), 120));
        } catch (YamlEngineException e) {
            throw new BadInput("", "is no YAML, or holds a character that it can't");
        }
        JsonNode read = tree.root;
        return read == null ? NODES.nullNode() : read;
    }

    private static BadInput bad(Optional<Mark> mark, String problem) {
        return new BadInput(mark.map(at -> "line " + (at.getLine() + 1)).orElse(""), problem);
    }

    private void take(Event event) throws BadInput {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw bad(event.getStartMark(), "has an anchor or an alias, which a policy does not");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw bad(event.getStartMark(), "has a tag, which a policy does not");
        }
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> begin(NODES.arrayNode(), event);
            case MappingStart -> begin(NODES.objectNode(), event);
            case SequenceEnd, MappingEnd -> open.pop();
            default -> {}
        }
    }

    private void scalar(ScalarEvent scalar) throws BadInput {
        Open around = open.peek();
        if (around != null && around.node.isObject() && around.key == null) {
            if (around.node.has(scalar.getValue())) {
                throw bad(
                        scalar.getStartMark(),
                        "has the field \"" + BadInput.shortened(scalar.getValue(), 40) + "\" twice");
            }
            around.key = scalar.getValue();
        } else {
            add(scalar.isPlain() ? plain(scalar.getValue()) : NODES.stringNode(scalar.getValue()), scalar);
        }
    }

    private void begin(JsonNode collection, Event event) throws BadInput {
        Open around = open.peek();
        if (around != null && around.node.isObject() && around.key == null) {
            throw bad(event.getStartMark(), "has a field whose name is no text");
        }
        if (open.size() == DEEPEST) {
            throw bad(event.getStartMark(), "is nested deeper than " + DEEPEST + " levels");
        }
        add(collection, event);
        open.push(new Open(collection));
    }

    private void add(JsonNode value, Event event) throws BadInput {
        if (++values > MOST_VALUES) {
            throw bad(event.getStartMark(), "has more than " + MOST_VALUES + " values");
        }
        Open around = open.peek();
        if (around == null) {
            if (root != null) {
                throw bad(event.getStartMark(), "begins another document");
            }
            root = value;
        } else if (around.node instanceof ArrayNode list) {
            list.add(value);
        } else if (around.node instanceof ObjectNode object && around.key != null) {
            object.set(around.key, value);
            around.key = null;
        }
    }

    /** As YAML 1.2's core schema has it, but for numbers with a leading zero, which are rather words. */
    private static JsonNode plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        boolean numeric = !digits.isEmpty()
                && digits.length() <= 18
                && digits.charAt(0) >= '0'
                && digits.charAt(0) <= '9'
                && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && (digits.length() == 1 || digits.charAt(0) != '0' || digits.charAt(1) == '.')
                && digits.indexOf('.') == digits.lastIndexOf('.');
        if (!numeric) {
            return NODES.stringNode(text);
        }
        return text.indexOf('.') < 0
                ? NODES.numberNode(Long.parseLong(text))
                : NODES.numberNode(Double.parseDouble(text));
    }
}
