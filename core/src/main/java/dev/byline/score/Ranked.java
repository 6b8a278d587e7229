package dev.byline.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;

/**
 * An item and why it stands where it stands.
 *
 * @param item the item
 * @param value the formula's own number
 * @param unit what the number counts, for example {@code views}
 * @param score the value on the engine's stated scale from 0 to 1
 * @param reasons the parts of the value, in the order in which they were applied; they add up to it within 1e-9 (of the
 *     value, where it is above 1)
 * @param <T> what is ranked
 */
@JsonPropertyOrder({"item", "value", "unit", "score", "reasons"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ranked<T>(T item, double value, String unit, double score, List<Reason> reasons) {
    /** How far the reasons may be from the value, as a share of it where it is above 1. */
    public static final double TOLERANCE = 1e-9;

    /** Checks that the numbers are finite, the score is within its scale, and the reasons add up. */
    public Ranked {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(unit, "unit");
        reasons = List.copyOf(reasons);
        if (!Double.isFinite(value) || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a value of " + value + " with a score of " + score + " for " + item);
        }
        double sum = reasons.stream().mapToDouble(Reason::part).sum();
        if (Math.abs(sum - value) > TOLERANCE * Math.max(1, Math.abs(value))) {
            throw new IllegalArgumentException("reasons of " + sum + " for a value of " + value + ": " + reasons);
        }
    }

    /** The same place for another item, for example the article in the place of its id. */
    public <U> Ranked<U> with(U other) {
        return new Ranked<>(other, value, unit, score, reasons);
    }
}
