package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How content is written. {@link #defaults()} leaves out who sent the comments.
 *
 * @param senders whether the senders' addresses and agents are written with their comments
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportOptions(boolean senders) {
    private static final ExportOptions DEFAULTS = new ExportOptions(false);

    /** No personal data. */
    public static ExportOptions defaults() {
        return DEFAULTS;
    }

    /** The same, with the senders of comments or without. */
    public ExportOptions withSenders(boolean senders) {
        return new ExportOptions(senders);
    }
}
