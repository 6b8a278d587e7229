package dev.byline.exchange;

import dev.byline.exchange.Problem.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what becomes a report; holds a bounded number of problems and reasons, however many there are. */
final class Tally {
    private static final int MOST_REASONS = 100;
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_MESSAGE = 300;

    private final int problemsKept;
    private final Map<Counted, Long> counts = new TreeMap<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long problemCount;
    private @Nullable Problem fatal;

    Tally(int problemsKept) {
        this.problemsKept = problemsKept;
    }

    void count(Counted what) {
        count(what, 1);
    }

    void count(Counted what, long n) {
        if (n > 0) {
            counts.merge(what, n, Long::sum);
        }
    }

    void skip(String reason) {
        boolean known = skipped.size() < MOST_REASONS || skipped.containsKey(reason);
        skipped.merge(known ? reason : "other", 1L, Long::sum);
    }

    void warn(String document, long line, String where, String message) {
        add(Severity.WARNING, document, line, where, message);
    }

    void leaveOut(String document, long line, String where, String message) {
        add(Severity.ERROR, document, line, where, message);
    }

    private void add(Severity severity, String document, long line, String where, String message) {
        problemCount++;
        if (problems.size() < problemsKept) {
            problems.add(new Problem(severity, document, line, where, message));
        }
    }

    void refuse(String document, Refused reason) {
        if (fatal == null) {
            fatal = new Problem(Severity.FATAL, document, reason.line(), "", reason.reason());
        }
    }

    void refuseAs(Tally other) {
        fatal = other.fatal;
    }

    /** Whether nothing was counted. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Whether this is all that was counted. */
    boolean hasOnly(Counted what) {
        return counts.size() == 1 && counts.containsKey(what);
    }

    boolean refused() {
        return fatal != null;
    }

    ImportReport imported(String format, ContentSource source) {
        return new ImportReport(format, source.name(), counts, skipped, problems, problemCount, fatal);
    }

    ExportReport exported(String format) {
        return new ExportReport(format, counts, skipped);
    }

    /** A message that may quote foreign text, made fit to be shown. */
    static String clean(String message) {
        String shown = quote(message, LONGEST_MESSAGE);
        return shown.substring(1, shown.length() - 1);
    }

    /** Foreign text made fit for a message: in quotes, without control characters, not long. */
    static String quote(String text) {
        return quote(text, LONGEST_QUOTE);
    }

    private static String quote(String text, int longest) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = Math.min(text.length(), longest);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) ? ' ' : c);
        }
        return quoted.append(end < text.length() ? "…\"" : "\"").toString();
    }

    static <K extends Comparable<K>> Map<K, Long> ordered(@Nullable Map<K, Long> counts) {
        return counts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    static String sum(Map<Counted, Long> counts) {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey().count(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
