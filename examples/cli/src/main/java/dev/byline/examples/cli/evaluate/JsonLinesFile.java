package dev.byline.examples.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object a line, packed with gzip or not, which is read anew each time. */
public record JsonLinesFile(Path path) {
    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    /** Whoever is given the rows. */
    public interface Taker {
        /** Takes a row; whether it wants more. */
        boolean take(Row row) throws BadInput;
    }

    /** One line. */
    public record Row(Path file, long line, JsonNode object) {
        /** A text, empty where there is none; a number reads as it is written. */
        public String text(String field) throws BadInput {
            JsonNode value = object.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!isText(value)) {
                throw bad("\"" + field + "\" is no text");
            }
            return value.asString();
        }

        /** Texts, none of them blank; a text alone is a list of one. */
        public List<String> texts(String field) throws BadInput {
            JsonNode value = object.path(field);
            List<String> texts = new ArrayList<>();
            for (JsonNode each : value.isArray() ? value : List.of(value)) {
                if (!isText(each) && !each.isMissingNode() && !each.isNull()) {
                    throw bad("\"" + field + "\" is no list of texts");
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
        public String required(String field) throws BadInput {
            if (!object.hasNonNull(field)) {
                throw bad("\"" + field + "\" is missing");
            }
            return text(field);
        }

        /** A number that must be there. */
        double number(String field) throws BadInput {
            try {
                double number = Double.parseDouble(required(field));
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // As one that is endless.
            }
            throw bad("\"" + field + "\" is no number");
        }

        /** What can't be in this line. */
        public BadInput bad(String problem) {
            return new BadInput(file, line, problem);
        }
    }

    /** Gives the rows in order; blank lines are passed over. */
    public void each(Taker taker) throws BadInput {
        new LinesFile(path).each((line, number) -> taker.take(row(line, number)));
    }

    private Row row(String line, long number) throws BadInput {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (StreamConstraintsException e) {
            throw new BadInput(path, number, "is nested deeper than " + DEEPEST + " levels or holds a value too long");
        } catch (JacksonException e) {
            throw new BadInput(path, number, "is no JSON");
        }
        if (!object.isObject()) {
            throw new BadInput(path, number, "is no JSON object");
        }
        return new Row(path, number, object);
    }
}
