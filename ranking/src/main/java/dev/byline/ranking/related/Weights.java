package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * How much each signal counts; only the proportions matter, since a weight is a share of the sum of all but the crowd's.
 *
 * <p>What a score means was found by the default weights. With quite other ones, scores of one list are in the right order, but
 * another {@linkplain RelatedPolicy#minimumScore minimum} is to be chosen.
 *
 * @param words rare words and phrases that both texts have
 * @param meaning how near the texts are by all their words, shared or not
 * @param headline rare words that both headlines have
 * @param tags shared tags, the rarer the more
 * @param regions shared regions, the rarer the more
 * @param sections shared sections
 * @param authors an author in common
 * @param popularity how popular the post is, if the engine was told
 * @param crowd no weight but the share, from 0 to 1, that is taken away from a post around which all is alike, so that none
 *     stands in every list
 */
@JsonPropertyOrder({"words", "meaning", "headline", "tags", "regions", "sections", "authors", "popularity", "crowd"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Weights(
        double words,
        double meaning,
        double headline,
        double tags,
        double regions,
        double sections,
        double authors,
        double popularity,
        double crowd) {
    private static final Weights DEFAULTS = new Weights(.65, .35, .05, .03, .02, .01, .01, 0, .3);

    /** Checks that each is from 0 to 1,000,000, and the crowd's from 0 to 1. */
    public Weights {
        for (double weight :
                new double[] {words, meaning, headline, tags, regions, sections, authors, popularity, crowd}) {
            if (!(weight >= 0 && weight <= 1_000_000)) {
                throw new IllegalArgumentException("a weight is from 0 to 1000000, not " + weight);
            }
        }
        if (crowd > 1) {
            throw new IllegalArgumentException("what a crowd takes away is from 0 to 1, not " + crowd);
        }
    }

    /** Texts first: .65 for words, .35 for meaning, .05 for headlines, .03 and less for the rest. */
    public static Weights defaults() {
        return DEFAULTS;
    }

    /** Nothing counts yet. */
    public static Weights none() {
        return new Weights(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static Weights fromJson(
            @JsonProperty("words") @Nullable Double words,
            @JsonProperty("meaning") @Nullable Double meaning,
            @JsonProperty("headline") @Nullable Double headline,
            @JsonProperty("tags") @Nullable Double tags,
            @JsonProperty("regions") @Nullable Double regions,
            @JsonProperty("sections") @Nullable Double sections,
            @JsonProperty("authors") @Nullable Double authors,
            @JsonProperty("popularity") @Nullable Double popularity,
            @JsonProperty("crowd") @Nullable Double crowd) {
        return new Weights(
                or(words, DEFAULTS.words),
                or(meaning, DEFAULTS.meaning),
                or(headline, DEFAULTS.headline),
                or(tags, DEFAULTS.tags),
                or(regions, DEFAULTS.regions),
                or(sections, DEFAULTS.sections),
                or(authors, DEFAULTS.authors),
                or(popularity, DEFAULTS.popularity),
                or(crowd, DEFAULTS.crowd));
    }

    /** With this weight of shared words and phrases. */
    public Weights words(double words) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of nearness in meaning. */
    public Weights meaning(double meaning) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of words that both headlines have. */
    public Weights headline(double headline) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of shared tags. */
    public Weights tags(double tags) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of shared regions. */
    public Weights regions(double regions) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of shared sections. */
    public Weights sections(double sections) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of an author in common. */
    public Weights authors(double authors) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With this weight of popularity. */
    public Weights popularity(double popularity) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** With so much taken away from what is a little like everything. */
    public Weights crowd(double crowd) {
        return new Weights(words, meaning, headline, tags, regions, sections, authors, popularity, crowd);
    }

    /** The sum of what speaks for a post. */
    double sum() {
        return words + meaning + headline + tags + regions + sections + authors + popularity;
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
