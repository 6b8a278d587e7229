package dev.byline.taxonomy;

import dev.byline.text.PlainText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recognises regions in texts: which are mentioned, by which words, and which the text is about.
 *
 * <p>One pass over the text, linear in its length whatever it holds; what is kept grows with what is found. The same text
 * gives the same findings. Immutable and thread-safe.
 *
 * <pre>{@code
 * RegionRecogniser recogniser = RegionRecogniser.with(RegionPolicy.defaults(), Gazetteer.standard());
 * RegionFindings found = recogniser.read(article.headline(), article.standfirst(), article.body());
 * List<Region> regions = found.regions(article.regions());
 * }</pre>
 */
public final class RegionRecogniser {
    /** The share of words with a capital above which a headline has them for style. */
    private static final double TITLED = 0.6;

    private final RegionPolicy policy;
    private final WordIndex index;

    private RegionRecogniser(RegionPolicy policy, Gazetteer gazetteer) {
        this.policy = policy;
        this.index = gazetteer.index();
    }

    /** A recogniser by this policy for the words of this gazetteer. */
    public static RegionRecogniser with(RegionPolicy policy, Gazetteer gazetteer) {
        return new RegionRecogniser(policy, gazetteer);
    }

    /**
     * Reads an article.
     *
     * @param headline plain text; may be empty, as all of the texts
     * @param standfirst plain text
     * @param body HTML, of which the text counts that a reader sees
     */
    public RegionFindings read(String headline, String standfirst, String body) {
        return findings(headline, standfirst, PlainText.of(body), true);
    }

    /**
     * Reads plain text; a paragraph ends where a line is empty or the next begins with a blank.
     *
     * @param headline may be empty
     * @param text all below the headline
     */
    public RegionFindings readText(String headline, String text) {
        return findings(headline, "", text, false);
    }

    private RegionFindings findings(String headline, String standfirst, String body, boolean linesAreParagraphs) {
        RegionEvidence evidence = evidence(headline, standfirst, body, linesAreParagraphs);
        RegionModel model = new RegionModel(evidence);
        Map<Region, RegionFindings.Suggestion> about = new LinkedHashMap<>();
        Map<Region, RegionFindings.Mention> mentioned = new LinkedHashMap<>();
        evidence.tallies().forEach((number, tally) -> {
            Region region = evidence.region(number);
            if (!policy.ignored().contains(region.key())) {
                Region hosts = policy.hosts(region);
                about.merge(hosts, model.suggestion(hosts, number), RegionRecogniser::surer);
                mentioned.merge(
                        hosts, new RegionFindings.Mention(hosts, tally.count(), tally.words()), RegionRecogniser::both);
            }
        });
        return new RegionFindings(
                about.values().stream()
                        .filter(suggestion -> suggestion.score() >= policy.minimumScore())
                        .sorted(Comparator.comparingDouble(RegionFindings.Suggestion::value)
                                .reversed()
                                .thenComparing(suggestion -> suggestion.region().key()))
                        .limit(policy.most())
                        .toList(),
                mentioned.values().stream()
                        .sorted(Comparator.comparingInt(RegionFindings.Mention::count)
                                .reversed()
                                .thenComparing(mention -> mention.region().key()))
                        .toList());
    }

    RegionEvidence evidence(String headline, String standfirst, String body, boolean linesAreParagraphs) {
        WordScanner scanner = new WordScanner(index);
        scanner.read(headline, true);
        int headlineEnd = scanner.tokens();
        boolean titled = scanner.capitals() > TITLED * headlineEnd;
        scanner.read(standfirst, true);
        scanner.read(body, linesAreParagraphs);
        return RegionEvidence.of(index, scanner, headlineEnd, headlineEnd + policy.leadWords(), titled);
    }

    // A host may have one region for several of the gazetteer.
    private static RegionFindings.Suggestion surer(RegionFindings.Suggestion one, RegionFindings.Suggestion other) {
        return one.value() >= other.value() ? one : other;
    }

    private static RegionFindings.Mention both(RegionFindings.Mention one, RegionFindings.Mention other) {
        Map<String, Integer> words = new LinkedHashMap<>(one.words());
        other.words().forEach((word, count) -> words.merge(word, count, Integer::sum));
        return new RegionFindings.Mention(one.region(), one.count() + other.count(), new LinkedHashMap<>(words));
    }
}
