package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How content is read. {@link #defaults()} drops who sent the comments, files categories by
 * {@link CategoryTable#defaults()}, reads dates without a zone as UTC, is strict, lets no expiry date that has passed
 * unpublish anything, and keeps 100 problems.
 *
 * @param senders whether the senders' addresses and agents are kept with their comments; no item holds them otherwise
 * @param categories where the source's categories go
 * @param zone the zone of the site: of dates that state none, and of the publication; UTC where it is missing
 * @param lenient whether what is nearly well-formed is repaired: in XML, an ampersand that begins no reference is taken
 *     as an ampersand
 * @param honourExpiry whether an article whose expiry date has passed already comes in as expired
 * @param at the instant by which it has passed; where it is null, every expiry date has
 * @param problemsKept how many problems the report holds, 0 or more; the others are only counted
 */
@JsonPropertyOrder({"senders", "categories", "zone", "lenient", "honourExpiry", "at", "problemsKept"})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportOptions(
        boolean senders,
        CategoryTable categories,
        ZoneId zone,
        boolean lenient,
        boolean honourExpiry,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant at,

        int problemsKept) {
    private static final ImportOptions DEFAULTS =
            new ImportOptions(false, CategoryTable.defaults(), ZoneOffset.UTC, false, false, null, 100);

    /** Puts the usual value in the place of what is missing and checks the number of problems. */
    public ImportOptions {
        categories = categories == null ? CategoryTable.defaults() : categories;
        zone = zone == null ? ZoneOffset.UTC : zone;
        if (problemsKept < 0) {
            throw new IllegalArgumentException("a report can't keep " + problemsKept + " problems");
        }
    }

    /** Without personal data, strict, dates in UTC. */
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    /** The same, with the senders of comments or without. */
    public ImportOptions withSenders(boolean senders) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same with another table. */
    public ImportOptions withCategories(CategoryTable categories) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same with another zone. */
    public ImportOptions withZone(ZoneId zone) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same, lenient or strict. */
    public ImportOptions withLenient(boolean lenient) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same, keeping another number of problems. */
    public ImportOptions withProblemsKept(int problemsKept) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same, honouring expiry dates that have passed or not. */
    public ImportOptions withHonourExpiry(boolean honourExpiry) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }

    /** The same at another instant. */
    public ImportOptions withAt(@Nullable Instant at) {
        return new ImportOptions(senders, categories, zone, lenient, honourExpiry, at, problemsKept);
    }
}
