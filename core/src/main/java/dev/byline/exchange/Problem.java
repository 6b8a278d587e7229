package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Something in a source that was not as it should be. Holds no personal data.
 *
 * @param severity what came of it
 * @param document the document in which it stands
 * @param line the line, counted from 1; 0 where it can't be told
 * @param where the thing and its field, for example {@code post 12, wp:post_date}; empty where it is the whole document
 * @param message what is wrong, in plain words
 */
@JsonPropertyOrder({"severity", "document", "line", "where", "message"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(Severity severity, String document, long line, String where, String message) {
    /** What came of a problem. */
    public enum Severity {
        /** It was read, but not quite as it stands in the source. */
        @JsonProperty("warning")
        WARNING,

        /** It was left out. */
        @JsonProperty("error")
        ERROR,

        /** The source was refused. */
        @JsonProperty("fatal")
        FATAL
    }

    /** Checks that everything is there. */
    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(message, "message");
        where = where == null ? "" : where;
        line = Math.max(0, line);
    }

    /** The problem in one line, for example {@code news.xml, line 12, post 7: has no date}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(document);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!where.isEmpty()) {
            text.append(", ").append(where);
        }
        return text.append(": ").append(message).toString();
    }
}
