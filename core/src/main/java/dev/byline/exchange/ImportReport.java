package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a source: what was read, what was skipped and why, and what was wrong. Holds no personal data.
 *
 * @param format what was read, for example {@code WXR}
 * @param source the name of the source
 * @param counts how many of each were read; what is missing is none
 * @param skipped how many of each were passed over, by reason, in alphabetical order
 * @param problems the first problems in the order in which they were found; at most as many as the options keep
 * @param problemCount how many problems there were, kept or not
 * @param fatal why the source was refused; null if it was read to its end
 */
@JsonPropertyOrder({"format", "source", "counts", "skipped", "problems", "problemCount", "fatal"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportReport(
        String format,
        String source,
        Map<Counted, Long> counts,
        Map<String, Long> skipped,
        List<Problem> problems,
        long problemCount,
        @Nullable Problem fatal) {
    /** Copies the maps and the list. */
    public ImportReport {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(source, "source");
        counts = Tally.ordered(counts);
        skipped = Tally.ordered(skipped);
        problems = problems == null ? List.of() : List.copyOf(problems);
        problemCount = Math.max(problemCount, problems.size());
    }

    /** How many of these were read. */
    public long count(Counted what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Whether the source was refused. */
    public boolean refused() {
        return fatal != null;
    }

    /** The report for people, a few words a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(source + " (" + format + "): " + (fatal == null ? Tally.sum(counts) : "refused"));
        if (fatal != null) {
            lines.add("fatal: " + fatal);
        }
        skipped.forEach((reason, count) -> lines.add("skipped: " + count + " × " + reason));
        problems.forEach(problem ->
                lines.add((problem.severity() == Problem.Severity.WARNING ? "warning: " : "left out: ") + problem));
        if (problemCount > problems.size()) {
            lines.add("and " + (problemCount - problems.size()) + " more problems");
        }
        return List.copyOf(lines);
    }

    /** The lines of {@link #lines()}, one below the other. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
