package dev.byline.search.lucene;

import dev.byline.score.Reason;
import dev.byline.search.SearchQuery.Sort;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Weighs every article that comes into question and keeps the best; for one search, in one thread. */
final class BestHits implements Collector {
    private static final int HALVINGS = 20;

    /** An article that was found: its place in the index, the formula's number, and where it stands among equals. */
    static final class Hit {
        private final int document;
        private final boolean all;
        private double value;
        private final double[] parts;
        private double[] extras = {};
        private double recency;
        private final long second;
        private final long nano;
        private final String id;

        /** The parts are what it has for each word and phrase. */
        Hit(int document, boolean all, double value, double[] parts, long second, long nano, String id) {
            this.document = document;
            this.all = all;
            this.value = value;
            this.parts = parts;
            this.second = second;
            this.nano = nano;
            this.id = id;
        }

        int document() {
            return document;
        }

        double value() {
            return value;
        }
    }

    // Rule S-09; as Listed.NEWEST_FIRST.
    private static final Comparator<Hit> NEWEST_FIRST = Comparator.<Hit>comparingLong(hit -> hit.second)
            .thenComparingLong(hit -> hit.nano)
            .thenComparing(hit -> hit.id)
            .reversed();
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::value).reversed().thenComparing(NEWEST_FIRST);
    private static final Comparator<Hit> OLDEST_FIRST = NEWEST_FIRST.reversed();

    private final Plan plan;
    private final Instant now;
    private final int most;
    private final Comparator<Hit> order;
    private final @Nullable Hit after;
    private final Tally tally;
    private final PriorityQueue<Hit> best;
    private final double enough;
    private final double recency;
    private final double secondsToHalf;
    private final List<Clue> extras = new ArrayList<>();
    private long total;
    private long withAllWords;

    private BestHits(View view, Plan plan, Sort sort, int most, @Nullable Hit after, Tally tally, double enough) {
        recency = view.policy().recency();
        secondsToHalf = Math.max(1, view.policy().halfLife().toSeconds());
        this.plan = plan;
        this.most = most;
        this.after = after;
        this.tally = tally;
        now = plan.unfinished ? hour(view.first()) : view.first();
        order = switch (sort) {
            case RELEVANCE -> BEST_FIRST;
            case NEWEST -> NEWEST_FIRST;
            case OLDEST -> OLDEST_FIRST;
        };
        best = new PriorityQueue<>(order.reversed());
        this.enough = enough;
    }

    /**
     * Searches on the caller's thread.
     *
     * @param most how many hits to keep; 0 only counts
     * @param after the hit behind which to begin, and then only what is public at present is kept; null for the very first
     * @param tally counts what is public at present
     * @param enough the rarity that an article without all words must carry
     */
    static BestHits of(
            View view,
            Query candidates,
            Plan plan,
            Sort sort,
            int most,
            @Nullable Hit after,
            Tally tally,
            double enough)
            throws IOException {
        IndexSearcher searcher = view.then();
        BestHits best = new BestHits(view, plan, sort, most, after, tally, enough);
        // The searcher has no threads, so that one collector sees every segment.
        return searcher.search(candidates, new CollectorManager<BestHits, BestHits>() {
            @Override
            public BestHits newCollector() {
                return best;
            }

            @Override
            public BestHits reduce(Collection<BestHits> collectors) {
                return best;
            }
        });
    }

    /** How many were found in the state that was searched, whatever became of them. */
    long total() {
        return total;
    }

    /** How many of these have all words. */
    long withAllWords() {
        return withAllWords;
    }

    /** The best, in order. */
    List<Hit> hits() {
        return best.stream().sorted(order).toList();
    }

    /** A document of the state as a hit with a value, to begin behind. */
    static Hit hit(IndexSearcher searcher, int document, double value) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext segment = leaves.get(ReaderUtil.subIndex(document, leaves));
        int inSegment = document - segment.docBase;
        NumericDocValues seconds = DocValues.getNumeric(segment.reader(), Field.PUBLISHED);
        NumericDocValues nanos = DocValues.getNumeric(segment.reader(), Field.PUBLISHED_NANO);
        BinaryDocValues ids = DocValues.getBinary(segment.reader(), Field.ID);
        seconds.advanceExact(inSegment);
        nanos.advanceExact(inSegment);
        ids.advanceExact(inSegment);
        String id = ids.binaryValue().utf8ToString();
        return new Hit(document, false, value, new double[0], seconds.longValue(), nanos.longValue(), id);
    }

    /** Adds to each of these hits what further clues say of it, and what it has for being new. */
    void refine(IndexSearcher searcher, List<Hit> hits, List<Clue> clues) throws IOException {
        extras.addAll(clues);
        List<Hit> inOrder = new ArrayList<>(hits);
        inOrder.sort(Comparator.comparingInt(Hit::document));
        int next = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int end = segment.docBase + segment.reader().maxDoc();
            List<Clue.Probe> probes = null;
            for (; next < inOrder.size() && inOrder.get(next).document < end; next++) {
                probes = probes == null ? probes(clues, segment) : probes;
                refine(inOrder.get(next), inOrder.get(next).document - segment.docBase, probes);
            }
        }
    }

    private void refine(Hit hit, int document, List<Clue.Probe> probes) throws IOException {
        double value = 0;
        for (double part : hit.parts) {
            value += part;
        }
        int known = hit.extras.length;
        double[] extras = Arrays.copyOf(hit.extras, known + probes.size());
        for (int i = known; i < extras.length; i++) {
            extras[i] = Math.max(0, probes.get(i - known).at(document));
        }
        for (double extra : extras) {
            value += extra;
        }
        hit.extras = extras;
        hit.recency = value * recency * newness(hit.second);
        hit.value = value + hit.recency + (hit.all ? plan.all : 0);
    }

    /** The whole hour to which age is counted while a word is unfinished (rule S-15). */
    static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    private double newness(long second) {
        double age = Math.max(0, (double) now.getEpochSecond() - second);
        return age > HALVINGS * secondsToHalf ? 0 : Math.pow(2, -age / secondsToHalf);
    }

    private static List<Clue.Probe> probes(List<Clue> clues, LeafReaderContext segment) throws IOException {
        List<Clue.Probe> probes = new ArrayList<>(clues.size());
        for (Clue clue : clues) {
            probes.add(clue.in(segment));
        }
        return probes;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        return new Segment(segment);
    }

    /** Why an article has its value. */
    List<Reason> reasons(Hit hit) {
        List<Reason> reasons = new ArrayList<>();
        if (hit.all && plan.all > 0) {
            reasons.add(new Reason("S-03", "has all that was typed", plan.all));
        }
        int next = 0;
        for (List<Clue> clues : List.of(plan.words, plan.phrases)) {
            for (Clue clue : clues) {
                add(reasons, clue, hit.parts[next++]);
            }
        }
        for (int i = 0; i < hit.extras.length; i++) {
            add(reasons, extras.get(i), hit.extras[i]);
        }
        if (hit.recency > 0) {
            reasons.add(new Reason("S-08", "published " + Instant.ofEpochSecond(hit.second), hit.recency));
        }
        return reasons;
    }

    private static void add(List<Reason> reasons, Clue clue, double part) {
        if (part > 0) {
            reasons.add(new Reason(clue.rule(), clue.text(), part));
        }
    }

    private final class Segment implements LeafCollector {
        private final int base;
        private final List<Clue.Probe> words;
        private final List<Clue.Probe> phrases;
        private final NumericDocValues seconds;
        private final NumericDocValues nanos;
        private final BinaryDocValues ids;
        private final double[] parts = new double[plan.words.size() + plan.phrases.size()];

        Segment(LeafReaderContext segment) throws IOException {
            base = segment.docBase;
            words = probes(plan.words, segment);
            phrases = probes(plan.phrases, segment);
            seconds = DocValues.getNumeric(segment.reader(), Field.PUBLISHED);
            nanos = DocValues.getNumeric(segment.reader(), Field.PUBLISHED_NANO);
            ids = DocValues.getBinary(segment.reader(), Field.ID);
        }

        @Override
        public void setScorer(Scorable ignored) {}

        @Override
        public void collect(int document) throws IOException {
            int matched = 0;
            double covered = 0;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).has(document)) {
                    matched++;
                    covered += plan.words.get(i).rarity();
                }
            }
            boolean all = plan.isAll(matched);
            if (!all && covered < enough) {
                return;
            }
            total++;
            withAllWords += all ? 1 : 0;
            boolean present = tally.add(base + document, all);
            if (most == 0 || (after != null && !present) || (!all && allWordsInAllBest())) {
                return;
            }
            int next = 0;
            double text = 0;
            for (Clue.Probe word : words) {
                parts[next] = word.score();
                text += parts[next++];
            }
            for (Clue.Probe phrase : phrases) {
                parts[next] = Math.max(0, phrase.at(document));
                text += parts[next++];
            }
            seconds.advanceExact(document);
            offer(document, all, text + (all ? plan.all : 0), seconds.longValue());
        }

        // Then nothing without all words needs to be weighed (rule S-03).
        private boolean allWordsInAllBest() {
            Hit worst = best.size() < most || order != BEST_FIRST || plan.all == 0 ? null : best.peek();
            return worst != null && worst.all;
        }

        // Whether the first is before the second, whatever their ids.
        private boolean before(double value, long second, double otherValue, long otherSecond) {
            if (order == BEST_FIRST) {
                return value > otherValue;
            }
            return order == NEWEST_FIRST ? second > otherSecond : second < otherSecond;
        }

        private void offer(int document, boolean all, double value, long second) throws IOException {
            Hit worst = best.size() < most ? null : best.peek();
            if ((worst != null && before(worst.value, worst.second, value, second))
                    || (after != null && before(value, second, after.value, after.second))) {
                return;
            }
            nanos.advanceExact(document);
            ids.advanceExact(document);
            Hit hit = new Hit(
                    base + document,
                    all,
                    value,
                    parts.clone(),
                    second,
                    nanos.longValue(),
                    ids.binaryValue().utf8ToString());
            if (after != null && order.compare(hit, after) <= 0) {
                return;
            }
            if (worst == null) {
                best.add(hit);
            } else if (order.compare(hit, worst) < 0) {
                best.poll();
                best.add(hit);
            }
        }
    }
}
