package dev.byline.examples.cli.evaluate;

import dev.byline.examples.cli.lines.Lines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object a line, packed with gzip or not, which is read anew each time. */
record JsonLinesFile(Path path) {
    /** The most bytes of a line. */
    static final int LONGEST = 16 << 20;

    private static final int DEEPEST = 100;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    /** Whoever is given the rows. */
    interface Taker {
        /** Takes a row; whether it wants more. */
        boolean take(Row row) throws BadInput;
    }

    /** One line. */
    record Row(Path file, long line, JsonNode object) {
        /** A text, empty where there is none; a number reads as it is written. */
        String text(String field) throws BadInput {
            JsonNode value = object.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!value.isString() && !value.isNumber()) {
                throw bad("\"" + field + "\" is no text");
            }
            return value.asString();
        }

        /** A text that must be there, if only as an empty one. */
        String required(String field) throws BadInput {
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

        BadInput bad(String problem) {
            return new BadInput(file, line, problem);
        }
    }

    /** Gives the rows in order; blank lines are passed over. */
    void each(Taker taker) throws BadInput {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BadInput(path, "is no readable file");
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = unpacked(file)) {
            Lines lines = new Lines(in, LONGEST);
            for (String line = lines.next(); line != null; line = lines.next()) {
                String text = lines.number() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank() && !taker.take(row(lines, text))) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    // By its first bytes, not its name: a file is often renamed and seldom repacked.
    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        boolean packed = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
        file.reset();
        return packed ? new GZIPInputStream(file, 1 << 16) : file;
    }

    private BadInput unreadable(IOException failed) {
        boolean torn = failed instanceof ZipException || failed instanceof java.io.EOFException;
        return new BadInput(path, torn ? "is packed with gzip and damaged" : "can't be read: " + failed.getMessage());
    }

    private Row row(Lines lines, String text) throws BadInput {
        if (lines.tooLong()) {
            throw new BadInput(path, lines.number(), "is longer than " + (LONGEST >> 20) + " MiB");
        }
        JsonNode object;
        try {
            object = JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new BadInput(
                    path, lines.number(), "is nested deeper than " + DEEPEST + " levels or holds a value too long");
        } catch (JacksonException e) {
            throw new BadInput(path, lines.number(), "is no JSON");
        }
        if (!object.isObject()) {
            throw new BadInput(path, lines.number(), "is no JSON object");
        }
        return new Row(path, lines.number(), object);
    }
}
