package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.article.ContentException;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.exchange.ContentReader;
import dev.byline.exchange.ContentSource;
import dev.byline.exchange.Counted;
import dev.byline.exchange.ImportOptions;
import dev.byline.exchange.ImportReport;
import dev.byline.exchange.Item;
import dev.byline.exchange.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what plugins of WordPress had counted: the tables of WordPress Popular Posts (also those of JNews) and Top 10,
 * each row as a line of CSV below the names of the columns, or as JSON.
 *
 * <p>Rows of one post are added up, and the latest date is the one up to which they count; a row without a date counts up
 * to the instant of the import. A day counts to its end in the zone of the options.
 */
record TotalsReader(ImportOptions options, Instant now) implements ContentReader {
    private static final List<String> IDS = List.of("postid", "post_id", "postnumber", "article");
    private static final List<String> VIEWS = List.of("pageviews", "cntaccess", "views");
    private static final List<String> DATES =
            List.of("last_viewed", "view_datetime", "view_date", "dp_date", "at", "day");
    private static final int MOST = 1_000_000;
    private static final int MOST_COLUMNS = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was counted of a post so far. */
    private record Sum(long views, Instant at) {
        Sum plus(Sum other) {
            long sum = views + other.views;
            return new Sum(sum < 0 ? Long.MAX_VALUE : sum, at.isAfter(other.at) ? at : other.at);
        }
    }

    @Override
    public String format() {
        return "totals";
    }

    @Override
    public boolean recognises(byte[] start) {
        return false;
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        Reading reading = new Reading();
        try {
            source.visit((document, in) -> reading.over(document, in));
        } catch (IOException e) {
            throw new ContentException(source.name() + " can't be read", e);
        }
        if (reading.fatal != null) {
            return reading.report(source, 0);
        }
        reading.sums.forEach(
                (id, sum) -> items.accept(new Item.Balance(ArticleId.of(id), sum.at(), sum.views(), Map.of())));
        return reading.report(source, reading.sums.size());
    }

    /** One source. */
    private final class Reading {
        private final Map<String, Sum> sums = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private long problemCount;
        private @Nullable Problem fatal;
        private @Nullable List<String> columns;
        private char between = ',';

        boolean over(String document, InputStream in) {
            Lines lines = new Lines(in);
            columns = null;
            for (String line = lines.next(); line != null && fatal == null; line = lines.next()) {
                String text = line.startsWith("\uFEFF") ? line.substring(1).strip() : line.strip();
                try {
                    if (lines.tooLong()) {
                        throw new IllegalArgumentException("is longer than " + Lines.LONGEST + " bytes");
                    }
                    take(text);
                } catch (IllegalArgumentException bad) {
                    problem(document, lines.number(), String.valueOf(bad.getMessage()));
                }
            }
            return fatal == null;
        }

        private void problem(String document, long line, String message) {
            problemCount++;
            if (columns == null || sums.size() > MOST) {
                fatal = new Problem(Problem.Severity.FATAL, document, line, "", message);
            } else if (problems.size() < options.problemsKept()) {
                problems.add(new Problem(Problem.Severity.ERROR, document, line, "", message));
            }
        }

        private void take(String line) {
            // A table as one JSON array has a bracket or a comma around its rows.
            String row = line.startsWith("[{") || line.startsWith(",{") ? line.substring(1) : line;
            if (row.startsWith("{")) {
                columns = columns == null ? List.of() : columns;
                if (!row.startsWith("{\"type\":")) {
                    add(json(row));
                }
            } else if (!line.isEmpty() && !line.equals("[") && !line.equals("]") && !line.equals(",")) {
                csv(line);
            }
        }

        private Map<String, String> json(String row) {
            int end = row.lastIndexOf('}');
            try {
                JsonNode object = JSON.readTree(row.substring(0, end + 1));
                Map<String, String> fields = new HashMap<>();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    if (field.getValue().isString() || field.getValue().isNumber()) {
                        fields.put(field.getKey(), field.getValue().asString());
                    }
                }
                return fields;
            } catch (JacksonException broken) {
                throw new IllegalArgumentException("is no JSON object", broken);
            }
        }

        private void csv(String line) {
            List<String> known = columns;
            if (known == null || known.isEmpty()) {
                between = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
                List<String> names = cells(line);
                if (IDS.stream().noneMatch(names::contains) || VIEWS.stream().noneMatch(names::contains)) {
                    throw new IllegalArgumentException(
                            "names no columns such as postid and pageviews, or postnumber and cntaccess");
                }
                columns = names;
                return;
            }
            List<String> cells = cells(line);
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < Math.min(cells.size(), known.size()); i++) {
                fields.put(known.get(i), cells.get(i));
            }
            add(fields);
        }

        /** The cells of a line; quotes around one may hold separators, and two of them stand for one. */
        private List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i <= line.length(); i++) {
                char c = i < line.length() ? line.charAt(i) : between;
                if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == between && (!quoted || i == line.length())) {
                    if (cells.size() == MOST_COLUMNS) {
                        throw new IllegalArgumentException("has more than " + MOST_COLUMNS + " columns");
                    }
                    cells.add(cell.toString().strip());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            return cells;
        }

        private void add(Map<String, String> fields) {
            String id = first(fields, IDS);
            ArticleId.of(id);
            Sum sum = new Sum(views(first(fields, VIEWS)), at(first(fields, DATES)));
            sums.merge(id, sum, Sum::plus);
            if (sums.size() > MOST) {
                throw new IllegalArgumentException("is of more than " + MOST + " posts");
            }
        }

        private static String first(Map<String, String> fields, List<String> names) {
            for (String name : names) {
                String value = fields.get(name);
                if (value != null) {
                    return value;
                }
            }
            return "";
        }

        private static long views(String text) {
            try {
                long views = Long.parseLong(text);
                if (views >= 0) {
                    return views;
                }
            } catch (NumberFormatException noNumber) {
                // As one below zero.
            }
            throw new IllegalArgumentException("has no whole number of views");
        }

        private Instant at(String text) {
            if (text.isEmpty() || text.equals("NULL") || text.startsWith("0000")) {
                return now;
            }
            Instant at;
            try {
                at = text.length() <= 10
                        ? LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(options.zone())
                                .toInstant()
                        : text.endsWith("Z")
                                ? Instant.parse(text)
                                : LocalDateTime.parse(text.replace(' ', 'T'))
                                        .atZone(options.zone())
                                        .toInstant();
            } catch (DateTimeException noDate) {
                throw new IllegalArgumentException("has a date that can't be read", noDate);
            }
            return at.isAfter(now) ? now : at;
        }

        ImportReport report(ContentSource source, long balances) {
            return new ImportReport(
                    format(),
                    source.name(),
                    balances == 0 ? Map.of() : Map.of(Counted.BALANCES, balances),
                    Map.of(),
                    problems,
                    problemCount,
                    fatal);
        }
    }
}
