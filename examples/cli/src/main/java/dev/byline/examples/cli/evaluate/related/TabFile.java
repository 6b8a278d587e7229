package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.LinesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A file with tabs between the columns, packed with gzip or not. */
record TabFile(Path path, Posts posts) {
    /** What the first column of ids is called, where a first line names the columns. */
    private static final Set<String> HEADINGS = Set.of(
            ("q qid query queries query_id query-id queryid id ids id1 id_1 article article1 article_id post post1 post_id"
                            + " doc doc1 doc_id docid document first slug source")
                    .split(" ", -1));

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

        // Only a line that says so: one of mistyped ids is to be told.
        private boolean isHeading() {
            return HEADINGS.contains(columns.get(0).toLowerCase(Locale.ROOT))
                    && columns.stream().noneMatch(column -> posts.find(column) != null || isNumber(column));
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
        AtomicBoolean begun = new AtomicBoolean();
        new LinesFile(path).each((line, number) -> {
            Row row = new Row(path, number, columns(line), posts);
            if (row.columns().size() < 2) {
                throw row.bad("has no tab");
            }
            if (begun.getAndSet(true) || !row.isHeading()) {
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
