package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How related posts are chosen. {@link #defaults()}: text counts most, tags, regions, sections and authors a little,
 * older and newer posts alike, softly faded with the distance in time, and a short list is filled.
 *
 * <p>The score of a candidate is the mean of its signals, each from 0 to 1, by these weights, times
 * {@code ageFloor + (1 - ageFloor) * 2^(-gap / ageHalfLife)} for a gap between the two dates. The weights are shares of
 * their sum, so only their proportions matter.
 *
 * @param order what the list is sorted by
 * @param text the weight of the similarity of the texts
 * @param tags the weight of shared tags
 * @param regions the weight of shared regions
 * @param sections the weight of shared sections
 * @param authors the weight of a shared author
 * @param ageHalfLife after which distance in time half of what can fade has faded
 * @param ageFloor what is left of the score however far apart the two are, from 0 to 1; 1 switches age off
 * @param newer whether posts newer than the article may stand in its list
 * @param minimumScore the least score, from 0 to 1, of a post that is not there merely to fill the list; a score of 0
 *     is never enough
 * @param backfill whether a short list is filled with the newest of the section, then the regions, then the site
 * @param sponsored whether sponsored posts may stand in the list
 */
@JsonPropertyOrder({
    "order",
    "text",
    "tags",
    "regions",
    "sections",
    "authors",
    "ageHalfLife",
    "ageFloor",
    "newer",
    "minimumScore",
    "backfill",
    "sponsored"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelatedPolicy(
        Order order,
        double text,
        double tags,
        double regions,
        double sections,
        double authors,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration ageHalfLife,
        double ageFloor,
        boolean newer,
        double minimumScore,
        boolean backfill,
        boolean sponsored) {
    private static final RelatedPolicy DEFAULTS =
            new RelatedPolicy(Order.SCORE, .85, .06, .04, .03, .02, Duration.ofDays(365), .5, true, .01, true, false);

    /** What a list is sorted by. */
    public enum Order {
        /** The weighed signals. */
        @JsonProperty("score")
        SCORE,

        /** The date alone, among those that share a section, region or tag; weights and age play no part. */
        @JsonProperty("newest")
        NEWEST
    }

    /** Checks that every number is within its scale. */
    public RelatedPolicy {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(ageHalfLife, "ageHalfLife");
        double sum = 0;
        for (double weight : new double[] {text, tags, regions, sections, authors}) {
            if (!(weight >= 0 && weight <= 1_000_000)) {
                throw new IllegalArgumentException("a weight is from 0 to 1000000, not " + weight);
            }
            sum += weight;
        }
        if (!(sum >= 1e-6)) {
            throw new IllegalArgumentException("at least one signal needs a weight");
        }
        if (ageHalfLife.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("the half-life of age is a second or more, not " + ageHalfLife);
        }
        if (!(ageFloor >= 0 && ageFloor <= 1)) {
            throw new IllegalArgumentException("the floor of age is from 0 to 1, not " + ageFloor);
        }
        if (!(minimumScore >= 0 && minimumScore <= 1)) {
            throw new IllegalArgumentException("the minimum score is from 0 to 1, not " + minimumScore);
        }
    }

    /** Older and newer posts by text first, faded to no less than half over the years, and short lists filled. */
    public static RelatedPolicy defaults() {
        return DEFAULTS;
    }

    /** As {@link #defaults()}, but never newer than the article: what led up to it. */
    public static RelatedPolicy background() {
        return DEFAULTS.newer(false);
    }

    /** The newest posts of the same category or tag, as the JNews theme lists them, without any score. */
    public static RelatedPolicy jnews() {
        return DEFAULTS.order(Order.NEWEST);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static RelatedPolicy fromJson(
            @JsonProperty("order") @Nullable Order order,
            @JsonProperty("text") @Nullable Double text,
            @JsonProperty("tags") @Nullable Double tags,
            @JsonProperty("regions") @Nullable Double regions,
            @JsonProperty("sections") @Nullable Double sections,
            @JsonProperty("authors") @Nullable Double authors,
            @JsonProperty("ageHalfLife") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration ageHalfLife,
            @JsonProperty("ageFloor") @Nullable Double ageFloor,
            @JsonProperty("newer") @Nullable Boolean newer,
            @JsonProperty("minimumScore") @Nullable Double minimumScore,
            @JsonProperty("backfill") @Nullable Boolean backfill,
            @JsonProperty("sponsored") @Nullable Boolean sponsored) {
        return new RelatedPolicy(
                or(order, DEFAULTS.order),
                or(text, DEFAULTS.text),
                or(tags, DEFAULTS.tags),
                or(regions, DEFAULTS.regions),
                or(sections, DEFAULTS.sections),
                or(authors, DEFAULTS.authors),
                or(ageHalfLife, DEFAULTS.ageHalfLife),
                or(ageFloor, DEFAULTS.ageFloor),
                or(newer, DEFAULTS.newer),
                or(minimumScore, DEFAULTS.minimumScore),
                or(backfill, DEFAULTS.backfill),
                or(sponsored, DEFAULTS.sponsored));
    }

    /** Sorted by this. */
    public RelatedPolicy order(Order order) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With this weight of the similarity of the texts. */
    public RelatedPolicy text(double text) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With this weight of shared tags. */
    public RelatedPolicy tags(double tags) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With this weight of shared regions. */
    public RelatedPolicy regions(double regions) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With this weight of shared sections. */
    public RelatedPolicy sections(double sections) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With this weight of a shared author. */
    public RelatedPolicy authors(double authors) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** Faded by half of what can fade after this distance in time. */
    public RelatedPolicy ageHalfLife(Duration ageHalfLife) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** Faded to this share at the least, from 0 to 1; 1 switches age off. */
    public RelatedPolicy ageFloor(double ageFloor) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With posts newer than the article, or without. */
    public RelatedPolicy newer(boolean newer) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** Without what scores below this, from 0 to 1. */
    public RelatedPolicy minimumScore(double minimumScore) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With short lists filled, or left short. */
    public RelatedPolicy backfill(boolean backfill) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    /** With sponsored posts, or without. */
    public RelatedPolicy sponsored(boolean sponsored) {
        return new RelatedPolicy(
                order,
                text,
                tags,
                regions,
                sections,
                authors,
                ageHalfLife,
                ageFloor,
                newer,
                minimumScore,
                backfill,
                sponsored);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
