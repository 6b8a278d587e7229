package dev.byline.examples.cli;

import dev.byline.search.Synonyms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words that mean the same, from a file: a JSON array of arrays, or lines of words parted by commas, in which a line that
 * begins with {@code #} is passed over.
 */
final class SynonymsFile {
    private static final int DEEPEST = 10;
    private static final String COMMAS = ",\u060C\uFF0C";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private SynonymsFile() {}

    /** Reads one, or refuses it with its name and the place. */
    static Synonyms read(Path file) {
        String text = SmallFile.text(file);
        try {
            return Synonyms.of(text.stripLeading().startsWith("[") ? ofJson(text, file) : ofLines(text, file));
        } catch (IllegalArgumentException tooMany) {
            throw Refusal.usage(file + ": " + tooMany.getMessage());
        }
    }

    private static List<List<String>> ofLines(String text, Path file) {
        List<List<String>> sets = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                String where = "line " + number;
                if (line.contains("=>")) {
                    throw bad(file, where, "\"=>\" is not known: all words of a line mean the same");
                }
                sets.add(checked(parts(line), file, where));
            }
        }
        return sets;
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || COMMAS.indexOf(line.charAt(i)) >= 0) {
                parts.add(line.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static List<List<String>> ofJson(String text, Path file) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw bad(file, "", "is nested deeper than " + DEEPEST + " levels, or a text of it is too long");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw bad(file, at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr(), "is no JSON");
        }
        List<List<String>> sets = new ArrayList<>();
        for (JsonNode set : tree) {
            String where = "set " + (sets.size() + 1);
            List<String> words = new ArrayList<>();
            if (!set.isArray()) {
                throw bad(file, where, "is no array of words");
            }
            for (JsonNode word : set) {
                if (!word.isString()) {
                    throw bad(file, where, "holds what is no text");
                }
                words.add(word.asString());
            }
            sets.add(checked(words, file, where));
        }
        return sets;
    }

    private static List<String> checked(List<String> words, Path file, String where) {
        if (Synonyms.of(List.of(words)).sets().isEmpty()) {
            throw bad(file, where, "names fewer than two different words");
        }
        return words;
    }

    private static Refusal bad(Path file, String where, String what) {
        return Refusal.usage(file + (where.isEmpty() ? "" : ", " + where) + ": " + what);
    }
}
