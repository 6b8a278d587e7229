package dev.byline.examples.cli.review;

import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** How values and fields of a document are named in a message. */
final class Values {
    private static final int LONGEST_SHOWN = 40;

    private Values() {}

    /** The path of a field, which may be named by anybody. */
    static String path(String above, String field) {
        String name = BadInput.shortened(field, LONGEST_SHOWN);
        return above.isEmpty() ? name : above + '.' + name;
    }

    static String path(String above, int index) {
        return above + '[' + index + ']';
    }

    /** What a value is, without the value. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }

    /** The value itself, as far as one likes to read it. */
    static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> '"' + BadInput.shortened(value.stringValue(), LONGEST_SHOWN) + '"';
            case NUMBER, BOOLEAN -> BadInput.shortened(value.asString(), LONGEST_SHOWN);
            default -> kind(value);
        };
    }

    static BadInput wrong(String path, String wanted, JsonNode value) {
        return new BadInput(path, "must be " + wanted + ", not " + shown(value));
    }

    static BadInput notOneOf(String path, Collection<String> names, JsonNode value) {
        return wrong(path, (names.size() > 1 ? "one of " : "") + String.join(", ", names), value);
    }
}
