package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.LinesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with tabs between the columns, packed with gzip or not. */
record TabFile(Path path, Posts posts) {
    /** Whoever is given the rows. */
    interface Taker {
        void take(Row row) throws BadInput;
    }

    /** One line; its columns without the white space around them. */
    record Row(Path file, long line, List<String> columns, Posts posts) {
        /** The post that a column names. */
        Post post(String id) throws BadInput {
            Post post = posts.find(id);
            if (post == null) {
                throw bad(id.isEmpty() ? "names no article" : "there is no article \"" + id + "\"");
            }
            return post;
        }

        /** The number in a column. */
        double number(int column, String what) throws BadInput {
            String text = columns.get(column);
            if (!isNumber(text)) {
                throw bad("\"" + text + "\" is no " + what);
            }
            return Double.parseDouble(text);
        }

        BadInput bad(String problem) {
            return new BadInput(file, line, problem);
        }

        // The names of columns name no article, and none of them is a number.
        private boolean isHeading() {
            return line == 1 && columns.stream().noneMatch(column -> posts.find(column) != null || isNumber(column));
        }

        private static boolean isNumber(String text) {
            try {
                return Double.isFinite(Double.parseDouble(text));
            } catch (NumberFormatException none) {
                return false;
            }
        }
    }

    /** Gives the rows in order, without a first one that holds the names of the columns. */
    void each(Taker taker) throws BadInput {
        new LinesFile(path).each((line, number) -> {
            Row row = new Row(path, number, columns(line), posts);
            if (row.columns().size() < 2) {
                throw row.bad("has no tab");
            }
            if (!row.isHeading()) {
                taker.take(row);
            }
            return true;
        });
    }

    private static List<String> columns(String line) {
        return parts(line, '\t');
    }

    /** What stands between the separators, stripped. */
    static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to).strip());
            from = to + 1;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
