package dev.byline.examples.cli.lines;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that holds one object of JSON.
 *
 * @param number which line of its file it is, from 1
 * @param object what it holds
 */
public record JsonLine(long number, JsonNode object) {
    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    /** Reads a line. */
    public static JsonLine parse(String line, long number) throws BadLine {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (StreamConstraintsException e) {
            throw new BadLine("is nested deeper than " + DEEPEST + " levels or holds a value too long");
        } catch (JacksonException e) {
            // Its message would quote the line, and a visitor's key may stand in it.
            throw new BadLine("is no JSON");
        }
        if (!object.isObject()) {
            throw new BadLine("is no JSON object");
        }
        return new JsonLine(number, object);
    }

    /** Whether a field is there and not null. */
    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** A text, empty where there is none or null; a number reads as it is written. */
    public String text(String field) throws BadLine {
        String text = textOrNull(field);
        return text == null ? "" : text;
    }

    /** A text, empty where it is null; null where there is no such field. */
    public @Nullable String textOrNull(String field) throws BadLine {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (value.isNull()) {
            return "";
        }
        if (!isText(value)) {
            throw new BadLine("\"" + field + "\" is no text");
        }
        return value.asString();
    }

    /** Texts, none of them blank; a text alone is a list of one. */
    public List<String> texts(String field) throws BadLine {
        JsonNode value = object.path(field);
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!isText(each) && !each.isMissingNode() && !each.isNull()) {
                throw new BadLine("\"" + field + "\" is no list of texts");
            }
            if (isText(each) && !each.asString().isBlank()) {
                texts.add(each.asString().strip());
            }
        }
        return texts;
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isNumber();
    }

    /** A text that must be there, if only as an empty one. */
    public String required(String field) throws BadLine {
        if (!has(field)) {
            throw new BadLine("\"" + field + "\" is missing");
        }
        return text(field);
    }

    /** A number that must be there, also as a text. */
    public double number(String field) throws BadLine {
        try {
            double number = Double.parseDouble(required(field));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // As one that is endless.
        }
        throw new BadLine("\"" + field + "\" is no number");
    }

    /** A whole number within bounds, or what it is where it is missing or null. */
    public int whole(String field, int missing, int least, int most) throws BadLine {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return missing;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most) {
            return value.asInt();
        }
        throw new BadLine("\"" + field + "\" is no whole number from " + least + " to " + most);
    }
}
