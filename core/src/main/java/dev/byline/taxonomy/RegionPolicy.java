package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which regions are suggested for a text. {@link #defaults()} suggests up to eight whose score is 0.43 or more,
 * which is where the F1 of newswire was highest.
 *
 * @param minimumScore the least score of a suggestion, 0 to 1
 * @param most the most suggestions, at least 1
 * @param leadWords how many words of standfirst and body are the lead, which says more than the rest; at least 0
 * @param ignored keys of the gazetteer that are neither suggested nor mentioned; they still weigh against the others
 * @param hostRegions the host's region for a key of the gazetteer, where it has another key, name or parent
 */
@JsonPropertyOrder({"minimumScore", "most", "leadWords", "ignored", "hostRegions"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegionPolicy(
        double minimumScore,
        int most,
        int leadWords,
        SortedSet<String> ignored,
        SortedMap<String, Region> hostRegions) {
    private static final RegionPolicy DEFAULTS =
            new RegionPolicy(0.43, 8, 40, Collections.emptySortedSet(), Collections.emptySortedMap());

    /** Checks the numbers and copies the collections; those that are missing are empty. */
    public RegionPolicy {
        if (!(minimumScore >= 0 && minimumScore <= 1)) {
            throw new IllegalArgumentException("a least score is 0 to 1, not " + minimumScore);
        }
        if (most < 1 || leadWords < 0) {
            throw new IllegalArgumentException(
                    "can't suggest up to " + most + " regions by a lead of " + leadWords + " words");
        }
        ignored = sorted(ignored);
        hostRegions = sorted(hostRegions);
    }

    /** Up to eight regions with a score of 0.43 or more. */
    public static RegionPolicy defaults() {
        return DEFAULTS;
    }

    /** Fewer suggestions, nearly all of them right: a score of 0.7 or more, at most three. */
    public static RegionPolicy strict() {
        return DEFAULTS.withMinimumScore(0.7).withMost(3);
    }

    /** More suggestions for an editor to choose from: a score of 0.2 or more. */
    public static RegionPolicy generous() {
        return DEFAULTS.withMinimumScore(0.2).withMost(12);
    }

    /** The same with another least score. */
    public RegionPolicy withMinimumScore(double score) {
        return new RegionPolicy(score, most, leadWords, ignored, hostRegions);
    }

    /** The same with another number of suggestions. */
    public RegionPolicy withMost(int suggestions) {
        return new RegionPolicy(minimumScore, suggestions, leadWords, ignored, hostRegions);
    }

    /** The same with a lead of another length. */
    public RegionPolicy withLeadWords(int words) {
        return new RegionPolicy(minimumScore, most, words, ignored, hostRegions);
    }

    /** The same where exactly these keys are ignored. */
    public RegionPolicy withIgnored(Collection<String> keys) {
        return new RegionPolicy(minimumScore, most, leadWords, new TreeSet<>(keys), hostRegions);
    }

    /** The same where a key of the gazetteer stands for this region of the host. */
    public RegionPolicy withHostRegion(String key, Region region) {
        SortedMap<String, Region> more = new TreeMap<>(hostRegions);
        more.put(key, region);
        return new RegionPolicy(minimumScore, most, leadWords, ignored, more);
    }

    Region hosts(Region region) {
        return hostRegions.getOrDefault(region.key(), region);
    }

    private static SortedSet<String> sorted(@Nullable Collection<String> keys) {
        return keys == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    private static SortedMap<String, Region> sorted(@Nullable Map<String, Region> regions) {
        return regions == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }
}
