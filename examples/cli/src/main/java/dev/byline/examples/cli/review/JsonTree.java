package dev.byline.examples.cli.review;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Foreign JSON, bounded in depth and number of values; a field twice is none. */
final class JsonTree {
    private static final int MOST_TOKENS = 1_000_000;
    private static final int DEEPEST = 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();

    private JsonTree() {}

    /** The one value that the text holds. */
    static JsonNode read(String text) throws BadInput {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new BadInput(
                    place(e, text),
                    "is nested deeper than " + DEEPEST + " levels, holds more than " + MOST_TOKENS
                            + " values, or one that is too long");
        } catch (JacksonException e) {
            // Its message quotes the text, in which there is personal data.
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate ");
            throw new BadInput(place(e, text), twice ? "has a field twice" : "is no JSON");
        }
    }

    private static String place(JacksonException e, String text) {
        TokenStreamLocation at = e.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return "";
        }
        String column = "column " + at.getColumnNr();
        return text.indexOf('\n') < 0 ? column : "line " + at.getLineNr() + ", " + column;
    }
}
