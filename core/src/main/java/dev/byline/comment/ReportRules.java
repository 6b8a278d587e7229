package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.score.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What readers' reports on a comment weigh, and from which sum on it waits for a moderator; by default three readers who
 * call it spam or abuse, or one moderator.
 *
 * <p>A report weighs what its cause does, times what its reader's standing does (C-69). Read from JSON, what is missing
 * is as in {@link #defaults()}.
 *
 * @param causes what each cause weighs, 0 to 1,000
 * @param standings what each standing weighs, 0 to 1,000
 * @param hideAt from which sum on an approved comment is held; 0 for never
 */
@JsonPropertyOrder({"causes", "standings", "hideAt"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportRules(Map<Cause, Double> causes, Map<Standing, Double> standings, double hideAt) {
    private static final double MOST = 1_000;

    /** Less than any weight that means something: what adding up may lose. */
    private static final double TOLERANCE = 1e-9;

    private static final Map<Cause, Double> CAUSES =
            Map.of(Cause.SPAM, 1.0, Cause.ABUSE, 1.0, Cause.OFF_TOPIC, .5, Cause.OTHER, .5);

    private static final Map<Standing, Double> STANDINGS =
            Map.of(Standing.READER, 1.0, Standing.TRUSTED, 2.0, Standing.MODERATOR, 6.0);

    private static final ReportRules DEFAULTS = new ReportRules(CAUSES, STANDINGS, 3);

    /** What a comment is reported for. */
    public enum Cause {
        /** It sells or advertises something. */
        @JsonProperty("spam")
        SPAM,

        /** It insults, threatens or incites. */
        @JsonProperty("abuse")
        ABUSE,

        /** It has nothing to do with the article. */
        @JsonProperty("off-topic")
        OFF_TOPIC,

        /** Anything else. */
        @JsonProperty("other")
        OTHER
    }

    /** What the site thinks of the one who reports. */
    public enum Standing {
        /** A reader like any other. */
        @JsonProperty("reader")
        READER,

        /** A reader whose reports were right before. */
        @JsonProperty("trusted")
        TRUSTED,

        /** Whoever decides on comments. */
        @JsonProperty("moderator")
        MODERATOR
    }

    /**
     * What the open reports on a comment add up to.
     *
     * @param value the sum
     * @param parts what each cause and standing adds, in their order; they add up to the value
     */
    @JsonPropertyOrder({"value", "parts"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sum(double value, List<Reason> parts) {
        /** Copies the list. */
        public Sum {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /** Copies the weights and checks them; the default stands in for one that is missing. */
    public ReportRules {
        causes = weights(Cause.class, causes, CAUSES);
        standings = weights(Standing.class, standings, STANDINGS);
        if (!(hideAt >= 0 && hideAt < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hideAt can't be " + hideAt);
        }
    }

    /** Three readers for spam or abuse, six for anything else; a trusted reader counts twice, a moderator is enough. */
    public static ReportRules defaults() {
        return DEFAULTS;
    }

    /** As by default, but two readers who call it spam or abuse are enough. */
    public static ReportRules strict() {
        return DEFAULTS.hideAt(2);
    }

    /** Reports are collected for moderators, and hide nothing. */
    public static ReportRules collecting() {
        return DEFAULTS.hideAt(0);
    }

    /** The rules in a JSON document; what is null is as in {@link #defaults()}. */
    @JsonCreator
    public static ReportRules fromJson(
            @JsonProperty("causes") @Nullable Map<Cause, Double> causes,
            @JsonProperty("standings") @Nullable Map<Standing, Double> standings,
            @JsonProperty("hideAt") @Nullable Double hideAt) {
        return new ReportRules(
                causes == null ? CAUSES : causes,
                standings == null ? STANDINGS : standings,
                hideAt == null ? DEFAULTS.hideAt : hideAt);
    }

    /** The same, but this cause weighs so much, 0 to 1,000. */
    public ReportRules weight(Cause cause, double weight) {
        Map<Cause, Double> changed = new EnumMap<>(causes);
        changed.put(cause, weight);
        return new ReportRules(changed, standings, hideAt);
    }

    /** The same, but this standing weighs so much, 0 to 1,000. */
    public ReportRules weight(Standing standing, double weight) {
        Map<Standing, Double> changed = new EnumMap<>(standings);
        changed.put(standing, weight);
        return new ReportRules(causes, changed, hideAt);
    }

    /** The same, but an approved comment is held from this sum on; 0 for never. */
    public ReportRules hideAt(double sum) {
        return new ReportRules(causes, standings, sum);
    }

    /** Whether an approved comment whose reports add up to this is held. */
    public boolean hides(Sum sum) {
        return hideAt > 0 && sum.value() >= hideAt - TOLERANCE;
    }

    /** What these reports add up to, each of which counts; in whatever order they stand. */
    Sum sum(Collection<ModeratedComment.Report> reports) {
        List<Reason> parts = new ArrayList<>();
        double value = 0;
        for (Cause cause : Cause.values()) {
            for (Standing standing : Standing.values()) {
                long count = reports.stream()
                        .filter(report -> report.cause() == cause && report.standing() == standing)
                        .count();
                if (count > 0) {
                    double part = count * weight(cause, standing);
                    parts.add(new Reason("C-69", count + " × " + name(standing) + " for " + name(cause), part));
                    value += part;
                }
            }
        }
        return new Sum(value, parts);
    }

    private double weight(Cause cause, Standing standing) {
        return causes.getOrDefault(cause, 0.0) * standings.getOrDefault(standing, 0.0);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <K extends Enum<K>> Map<K, Double> weights(
            Class<K> type, Map<K, Double> weights, Map<K, Double> defaults) {
        Map<K, Double> all = new EnumMap<>(type);
        all.putAll(defaults);
        all.putAll(weights);
        all.forEach((key, weight) -> {
            if (!(weight >= 0 && weight <= MOST)) {
                throw new IllegalArgumentException(name(key) + " can't weigh " + weight);
            }
        });
        return Collections.unmodifiableMap(all);
    }
}
