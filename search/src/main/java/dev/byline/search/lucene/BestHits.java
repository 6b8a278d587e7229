package dev.byline.search.lucene;

import dev.byline.score.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Weighs every article that comes into question and keeps the best; for one search, in one thread. */
final class BestHits implements Collector {
    private static final double SECONDS_TO_HALF = 30.0 * 24 * 60 * 60;
    private static final int HALVINGS = 20;

    /** An article that was found: its place in the index, the formula's number, and where it stands among equals. */
    static final class Hit {
        private final int document;
        private final double value;
        private final double[] parts;
        private final long second;
        private final long nano;
        private final String id;

        /** The parts are what it has for all words, each word, phrase and extra, and for recency. */
        Hit(int document, double value, double[] parts, long second, long nano, String id) {
            this.document = document;
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
    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::value).reversed().thenComparing(NEWEST_FIRST);

    private final Plan plan;
    private final Instant now;
    private final int most;
    private final Comparator<Hit> order;
    private final PriorityQueue<Hit> best;
    private final double enough;
    private long total;
    private long withAllWords;

    private BestHits(Plan plan, Instant now, int most, boolean byDate) {
        this.plan = plan;
        this.now = now;
        this.most = most;
        order = byDate ? NEWEST_FIRST : BEST_FIRST;
        best = new PriorityQueue<>(order.reversed());
        enough = plan.enough();
    }

    /**
     * Searches on the caller's thread.
     *
     * @param most how many hits to keep; 0 only counts
     * @param byDate whether the newest are the best
     */
    static BestHits of(IndexSearcher searcher, Query candidates, Plan plan, Instant now, int most, boolean byDate)
            throws IOException {
        BestHits best = new BestHits(plan, now, most, byDate);
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

    long total() {
        return total;
    }

    long withAllWords() {
        return withAllWords;
    }

    /** The best, in order. */
    List<Hit> hits() {
        return best.stream().sorted(order).toList();
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
        double[] parts = hit.parts;
        if (parts[0] > 0) {
            reasons.add(new Reason("S-03", "has all that was typed", parts[0]));
        }
        int next = 1;
        for (List<Clue> clues : List.of(plan.words, plan.phrases, plan.extras)) {
            for (Clue clue : clues) {
                double part = parts[next++];
                if (part > 0) {
                    reasons.add(new Reason(clue.rule(), clue.text(), part));
                }
            }
        }
        if (parts[next] > 0) {
            reasons.add(new Reason("S-08", "published " + Instant.ofEpochSecond(hit.second), parts[next]));
        }
        return reasons;
    }

    private final class Segment implements LeafCollector {
        private final int base;
        private final List<Clue.Probe> words;
        private final List<Clue.Probe> phrases;
        private final List<Clue.Probe> extras;
        private final NumericDocValues seconds;
        private final NumericDocValues nanos;
        private final BinaryDocValues ids;
        private final double[] parts = new double[2 + plan.words.size() + plan.phrases.size() + plan.extras.size()];

        Segment(LeafReaderContext segment) throws IOException {
            base = segment.docBase;
            words = probes(plan.words, segment);
            phrases = probes(plan.phrases, segment);
            extras = probes(plan.extras, segment);
            seconds = DocValues.getNumeric(segment.reader(), Field.PUBLISHED);
            nanos = DocValues.getNumeric(segment.reader(), Field.PUBLISHED_NANO);
            ids = DocValues.getBinary(segment.reader(), Field.ID);
        }

        @Override
        public void setScorer(Scorable ignored) {}

        @Override
        public void collect(int document) throws IOException {
            int next = 1;
            int matched = 0;
            double covered = 0;
            double text = 0;
            for (int i = 0; i < words.size(); i++) {
                double part = words.get(i).at(document);
                if (part >= 0) {
                    matched++;
                    covered += plan.words.get(i).rarity();
                }
                parts[next] = Math.max(0, part);
                text += parts[next++];
            }
            boolean all = plan.isAll(matched);
            if (!all && covered < enough) {
                return;
            }
            total++;
            withAllWords += all ? 1 : 0;
            for (Clue.Probe phrase : phrases) {
                parts[next] = Math.max(0, phrase.at(document));
                text += parts[next++];
            }
            for (Clue.Probe extra : extras) {
                parts[next] = all ? Math.max(0, extra.at(document)) : 0;
                text += parts[next++];
            }
            seconds.advanceExact(document);
            long second = seconds.longValue();
            parts[0] = all ? plan.all : 0;
            parts[next] = text * Plan.RECENCY * recency(second);
            offer(document, parts[0] + text + parts[next], second);
        }

        private void offer(int document, double value, long second) throws IOException {
            if (most == 0) {
                return;
            }
            Hit worst = best.size() < most ? null : best.peek();
            if (worst != null && (order == BEST_FIRST ? value < worst.value : second < worst.second)) {
                return;
            }
            nanos.advanceExact(document);
            ids.advanceExact(document);
            Hit hit = new Hit(
                    base + document,
                    value,
                    parts.clone(),
                    second,
                    nanos.longValue(),
                    ids.binaryValue().utf8ToString());
            if (worst == null) {
                best.add(hit);
            } else if (order.compare(hit, worst) < 0) {
                best.poll();
                best.add(hit);
            }
        }

        private double recency(long second) {
            double age = Math.max(0, (double) now.getEpochSecond() - second);
            return age > HALVINGS * SECONDS_TO_HALF ? 0 : Math.pow(2, -age / SECONDS_TO_HALF);
        }

        private static List<Clue.Probe> probes(List<Clue> clues, LeafReaderContext segment) throws IOException {
            List<Clue.Probe> probes = new ArrayList<>(clues.size());
            for (Clue clue : clues) {
                probes.add(clue.in(segment));
            }
            return probes;
        }
    }
}
