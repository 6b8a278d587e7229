package dev.byline.taxonomy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one text holds of each region. */
final class RegionEvidence {
    /** Where a word stands. */
    enum Place {
        HEADLINE(0),
        LEAD(1),
        REST(2);

        private static final int COUNT = 3;

        private final int column;

        Place(int column) {
            this.column = column;
        }

        int column() {
            return column;
        }
    }

    private static final double SURE = 0.5;

    private final WordIndex index;
    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private final int tokens;

    private RegionEvidence(WordIndex index, int tokens) {
        this.index = index;
        this.tokens = tokens;
    }

    /** What there is of one region. */
    static final class Tally {
        private final double[][] weights = new double[WordKind.EVIDENCE][Place.COUNT];
        private final Map<String, Integer> words = new LinkedHashMap<>();
        private int count;
        private int first = Integer.MAX_VALUE;
        private boolean sure;
        private boolean near;
        private boolean far;
        private boolean person;
        private boolean place;
        private boolean small;

        /** The words of a kind at a place, by weight. */
        double of(WordKind kind, Place place) {
            return weights[kind.column()][place.column];
        }

        /** How often each word is there, by its spelling in the gazetteer, in the order of the text. */
        Map<String, Integer> words() {
            return words;
        }

        /** Where the first of them stands, in words from the beginning. */
        int first() {
            return first;
        }

        /** How many words of the region are there. */
        int count() {
            return count;
        }
    }

    /** By the number of the region; those alone of which something is there. */
    Map<Integer, Tally> tallies() {
        return tallies;
    }

    /** How many words the text has. */
    int tokens() {
        return tokens;
    }

    Region region(int number) {
        return index.region(number);
    }

    /**
     * Weighs what was found.
     *
     * @param headlineEnd how many words the headline has
     * @param leadEnd how many words come before what is neither headline nor lead
     * @param titled whether the headline writes most words with a capital, so that two in a row are no name
     */
    static RegionEvidence of(WordIndex index, WordScanner found, int headlineEnd, int leadEnd, boolean titled) {
        RegionEvidence evidence = new RegionEvidence(index, found.tokens());
        Map<Integer, Tally> all = new TreeMap<>();
        for (int hit = 0; hit < found.hits(); hit++) {
            int flags = flags(found, hit, titled ? headlineEnd : 0);
            for (WordIndex.Sense sense : index.senses(found.word(hit))) {
                Tally tally = all.computeIfAbsent(sense.region(), k -> new Tally());
                if (!WordScanner.isWritten(sense, flags)) {
                    tally.small |= sense.common();
                } else {
                    tally.near |= sense.kind() == WordKind.NEAR;
                    tally.far |= sense.kind() == WordKind.FAR;
                    tally.person |= sense.personal() && (flags & WordScanner.IN_A_NAME) != 0;
                    tally.sure |= sense.kind().isOfThePlace() && isSure(sense);
                    tally.place |= sense.common() && isPlace(sense, flags);
                }
            }
        }
        for (int hit = 0; hit < found.hits(); hit++) {
            int flags = flags(found, hit, titled ? headlineEnd : 0);
            int start = found.start(hit);
            Place place = start < headlineEnd ? Place.HEADLINE : start < leadEnd ? Place.LEAD : Place.REST;
            for (WordIndex.Sense sense : index.senses(found.word(hit))) {
                Tally tally = all.get(sense.region());
                if (tally != null
                        && sense.kind().isEvidence()
                        && WordScanner.isWritten(sense, flags)
                        && counts(sense, flags, tally)) {
                    tally.weights[sense.kind().column()][place.column] += sense.weight();
                    tally.words.merge(sense.text(), 1, Integer::sum);
                    tally.first = Math.min(tally.first, start);
                    tally.count++;
                }
            }
        }
        all.forEach((region, tally) -> {
            if (tally.count > 0) {
                evidence.tallies.put(region, tally);
            }
        });
        return evidence;
    }

    private static int flags(WordScanner found, int hit, int titleEnd) {
        int flags = found.flags(hit);
        return found.start(hit) < titleEnd ? flags & ~WordScanner.IN_A_NAME : flags;
    }

    private static boolean isSure(WordIndex.Sense sense) {
        return !sense.unsure() && !sense.personal() && !sense.common() && sense.weight() >= SURE;
    }

    // At the beginning of a sentence a capital says nothing of an adjective: "Polish" may be what one does to silver.
    private static boolean isPlace(WordIndex.Sense sense, int flags) {
        return (flags & WordScanner.CAPITALS) == 0
                && ((flags & WordScanner.FIRST) == 0 || sense.kind() != WordKind.PEOPLE);
    }

    private static boolean counts(WordIndex.Sense sense, int flags, Tally tally) {
        if (sense.personal() && ((flags & WordScanner.IN_A_NAME) != 0 || (tally.person && !tally.sure))) {
            return false;
        }
        if (sense.unsure()) {
            return tally.sure || (tally.near && !tally.far);
        }
        return !sense.common() || tally.sure || (tally.place && !tally.small);
    }
}
