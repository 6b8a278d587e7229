package dev.byline.taxonomy;

import dev.byline.taxonomy.RegionEvidence.Place;
import dev.byline.taxonomy.RegionEvidence.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How likely a text is about each region that it mentions: a logistic regression (Cox 1958) over where its words stand,
 * how many there are and what share they have among those of all regions.
 *
 * <p>The weights were fitted on newswire stories with editors' place tags, ridge penalty 5, and chosen by ten-fold
 * cross-validation; none but those of length and number of regions may be negative, so that more evidence never tells
 * against a region, and they are the same for all regions.
 */
final class RegionModel {
    private static final double BASE = -3.838;

    /** What a word of a kind, in full, says by its place: headline, lead, rest; in the order of {@link WordKind#column}. */
    private static final double[][] PRESENT = {
        {1.342, 0.303, 0.160}, // names and parts
        {1.954, 1.094, 0.129}, // people
        {0.841, 0.297, 0.411}, // capital
        {0.244, 0.000, 0.520}, // cities
        {0.486, 0.581, 0.000}, // signs
        {0.000, 1.259, 0.082}, // money
        {0.000, 1.446, 0.539}, // seats
        {4.067, 1.729, 0.000}, // tickers
    };

    private static final double LOG_NAMES = 1.457;
    private static final double LOG_PEOPLE = 0.246;
    private static final double LOG_CITIES = 0.000;
    private static final double LOG_SIGNS = 0.000;
    private static final double LOG_ALL = 0.065;
    private static final double SHARE_OF_ALL = 0.410;
    private static final double SHARE_OF_HEADLINE = 0.711;
    private static final double SHARE_OF_LEAD = 1.120;
    private static final double LOG_REGIONS = 0.332;
    private static final double LOG_LENGTH = 0.119;

    private static final double ALMOST = 1e-9;

    private final RegionEvidence evidence;
    private final double all;
    private final double headline;
    private final double lead;

    RegionModel(RegionEvidence evidence) {
        this.evidence = evidence;
        all = sum(RegionModel::all);
        headline = sum(tally -> at(tally, Place.HEADLINE));
        lead = sum(tally -> at(tally, Place.LEAD));
    }

    /** The suggestion of the region with this number, of which something is there. */
    RegionFindings.Suggestion suggestion(Region region, int number) {
        Tally tally = evidence.tallies().get(number);
        if (tally == null) {
            throw new IllegalArgumentException("nothing is there of " + region);
        }
        List<RegionFindings.Reason> reasons = new ArrayList<>();
        double base = BASE + LOG_LENGTH * Math.log(evidence.tokens() + 1.0);
        reasons.add(new RegionFindings.Reason("G-07", "a region of which a text has a word", base));
        double inHeadline =
                present(tally, Place.HEADLINE) + SHARE_OF_HEADLINE * share(at(tally, Place.HEADLINE), headline);
        if (at(tally, Place.HEADLINE) > 0) {
            reasons.add(new RegionFindings.Reason("G-03", "in the headline", inHeadline));
        }
        double inLead = present(tally, Place.LEAD) + SHARE_OF_LEAD * share(at(tally, Place.LEAD), lead);
        if (at(tally, Place.LEAD) > 0) {
            reasons.add(new RegionFindings.Reason("G-04", "in the lead", inLead));
        }
        double often = present(tally, Place.REST)
                + LOG_NAMES * Math.log1p(names(tally))
                + LOG_PEOPLE * Math.log1p(of(tally, WordKind.PEOPLE))
                + LOG_CITIES * Math.log1p(of(tally, WordKind.CAPITAL) + of(tally, WordKind.CITIES))
                + LOG_SIGNS * Math.log1p(of(tally, WordKind.SIGNS))
                + LOG_ALL * Math.log1p(all(tally));
        reasons.add(new RegionFindings.Reason("G-05", words(tally), often));
        double among = SHARE_OF_ALL * share(all(tally), all)
                + LOG_REGIONS * Math.log1p(evidence.tallies().size());
        reasons.add(new RegionFindings.Reason(
                "G-06",
                String.format(
                        Locale.ROOT,
                        "%.0f %% of what points at any of %d regions",
                        100 * share(all(tally), all),
                        evidence.tallies().size()),
                among));
        double value = reasons.stream().mapToDouble(RegionFindings.Reason::part).sum();
        return new RegionFindings.Suggestion(region, value, 1 / (1 + Math.exp(-value)), reasons);
    }

    private static String words(Tally tally) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> word : tally.words().entrySet()) {
            text.append(text.isEmpty() ? "" : ", ").append(word.getKey());
            if (word.getValue() > 1) {
                text.append(" (").append(word.getValue()).append(')');
            }
        }
        return text.toString();
    }

    private static double present(Tally tally, Place place) {
        double sum = 0;
        int row = 0;
        for (WordKind kind : WordKind.values()) {
            if (kind.isEvidence() && kind != WordKind.PARTS) {
                double weight = tally.of(kind, place) + (kind == WordKind.ALSO ? tally.of(WordKind.PARTS, place) : 0);
                sum += PRESENT[row++][place.column()] * Math.min(1, weight);
            }
        }
        return sum;
    }

    private double sum(ToDoubleFunction<Tally> part) {
        return evidence.tallies().values().stream().mapToDouble(part).sum();
    }

    private static double share(double part, double whole) {
        return whole > ALMOST ? part / whole : 0;
    }

    private static double names(Tally tally) {
        return of(tally, WordKind.ALSO) + of(tally, WordKind.PARTS);
    }

    private static double all(Tally tally) {
        return at(tally, Place.HEADLINE) + at(tally, Place.LEAD) + at(tally, Place.REST);
    }

    private static double at(Tally tally, Place place) {
        double sum = 0;
        for (WordKind kind : WordKind.values()) {
            sum += kind.isEvidence() ? tally.of(kind, place) : 0;
        }
        return sum;
    }

    private static double of(Tally tally, WordKind kind) {
        return tally.of(kind, Place.HEADLINE) + tally.of(kind, Place.LEAD) + tally.of(kind, Place.REST);
    }
}
