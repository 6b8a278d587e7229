package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of writing items: what was written, and what the format could not say.
 *
 * @param format what was written, for example {@code WXR}
 * @param counts how many of each were written; what is missing is none
 * @param lost how often something was left out, by what it was, in alphabetical order
 */
@JsonPropertyOrder({"format", "counts", "lost"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportReport(String format, Map<Counted, Long> counts, Map<String, Long> lost) {
    /** Copies the maps. */
    public ExportReport {
        Objects.requireNonNull(format, "format");
        counts = Tally.ordered(counts);
        lost = Tally.ordered(lost);
    }

    /** How many of these were written. */
    public long count(Counted what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The report for people, a few words a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format + ": " + Tally.sum(counts));
        lost.forEach((what, count) -> lines.add("not in the file: " + count + " × " + what));
        return List.copyOf(lines);
    }

    /** The lines of {@link #lines()}, one below the other. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
