package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Keys;
import dev.byline.ranking.counting.Ledger;
import dev.byline.ranking.counting.Names;
import dev.byline.ranking.counting.Sums;
import dev.byline.ranking.journal.Journal;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** All counts with the names of articles and networks, and opening balances; answers what is asked. Not thread-safe. */
final class Book {
    private static final long LAST_SECOND =
            Instant.parse("4000-01-01T00:00:00Z").getEpochSecond();
    private static final int MINUTE = 60;

    private final Names names;
    private final Networks networks;
    private final Ledger ledger;
    private final Balances balances;
    private final Merges merges = new Merges();
    private final Outbox outbox = new Outbox();

    Book(Names names, Networks networks, Ledger ledger, Balances balances) {
        this.names = names;
        this.networks = networks;
        this.ledger = ledger;
        this.balances = balances;
    }

    static Book empty() {
        return new Book(new Names(), new Networks(), new Ledger(), new Balances());
    }

    /** Where a journal puts what it has. */
    Journal.Contents contents(Instant now) {
        return new Journal.Contents() {
            @Override
            public void restore(DataInputStream in) throws IOException {
                Snapshot.read(in, Book.this);
            }

            @Override
            public void apply(byte[] record) throws IOException {
                Records.apply(record, Book.this, now);
            }
        };
    }

    Names names() {
        return names;
    }

    Networks networks() {
        return networks;
    }

    Ledger ledger() {
        return ledger;
    }

    Balances balances() {
        return balances;
    }

    Merges merges() {
        return merges;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Makes deltas of what other nodes are still to be told, the first of this origin. */
    void seal(DeltaKey first) {
        outbox.seal(first).forEach(balances::put);
    }

    /** Adds what another node counted; false if it was added before. */
    boolean merge(Outbox.Sealed delta, int now) {
        if (!merges.add(delta.origin())) {
            return false;
        }
        for (Outbox.Dated one : delta.counted()) {
            Cells cells = new Cells();
            one.column().each(cells::add);
            ledger.add(one.minute(), cells, now);
        }
        delta.balances().forEach(balances::put);
        return true;
    }

    /** Whether an instant can be counted. */
    static boolean canCount(Instant at) {
        long second = at.getEpochSecond();
        return second >= 0 && second < LAST_SECOND;
    }

    static int minute(long second) {
        return (int) (Math.max(0, Math.min(second, LAST_SECOND)) / MINUTE);
    }

    /**
     * A window in minutes.
     *
     * @param from the first
     * @param to behind the last
     * @param always whether it has no beginning
     */
    private record Minutes(int from, int to, boolean always) {
        static Minutes of(Window window, Instant at) {
            Instant from = window.from(at);
            return new Minutes(
                    from == null ? 0 : minute(from.getEpochSecond()),
                    minute(window.to(at).getEpochSecond()),
                    from == null);
        }
    }

    /** An article with the number by which it is ordered. */
    private record Numbered(int article, ArticleId id, long number) {}

    Map<ArticleId, Tally> most(Measure by, Window window, Instant at, int most, Instant now) {
        Minutes minutes = Minutes.of(window, at);
        long[] sums = new long[names.size()];
        Keys.Range series = Series.of(by);
        @Nullable Cells known = known(minutes, now);
        IntToLongFunction amounts;
        if (known != null) {
            known.addTo(series, sums);
            amounts = known::get;
        } else {
            // In one go, since most of the time goes into going over it.
            Cells others = new Cells();
            boolean isOne = series.first() == series.last();
            each(minutes, (key, amount) -> {
                boolean counts = series.has(key);
                if (counts) {
                    int article = Keys.article(key);
                    sums[article] = Sums.added(sums[article], amount);
                }
                if (!counts || !isOne) {
                    others.add(key, amount);
                }
            });
            amounts = key -> isOne && series.has(key) ? sums[Keys.article(key)] : others.get(key);
        }
        long[] order = sums;
        if (minutes.always && balances.size() > 0) {
            order = sums.clone();
            for (Balances.Balance one : balances.all()) {
                long opening = balances.at(one.article(), at).by(by);
                order[one.article()] = Sums.added(order[one.article()], opening);
            }
        }
        Map<ArticleId, Tally> tallies = new LinkedHashMap<>();
        for (Numbered one : greatest(order, most)) {
            tallies.put(one.id, tally(one.article, amounts, minutes, at));
        }
        return Collections.unmodifiableMap(tallies);
    }

    private Tally tally(int article, IntToLongFunction amounts, Minutes minutes, Instant at) {
        Adding adding = new Adding();
        int last = Series.SHARES + networks.size();
        for (int series = 0; series < last; series++) {
            adding.add(series, amounts.applyAsLong(Keys.of(series, article)));
        }
        return adding.tally(networks, minutes.always ? balances.at(article, at) : Counts.NONE);
    }

    /** The sums by key where they are kept up; null where they must be added up. */
    private @Nullable Cells known(Minutes minutes, Instant now) {
        if (minutes.always) {
            return minutes.to > ledger.newest() ? ledger.totals() : null;
        }
        boolean endsNow = minutes.to == minute(now.getEpochSecond()) + 1;
        return endsNow && minutes.to > minutes.from ? ledger.running(minutes.to, minutes.to - minutes.from) : null;
    }

    private void each(Minutes minutes, Cells.Each each) {
        if (minutes.always) {
            ledger.eachUpTo(minutes.to, each);
        } else {
            ledger.each(minutes.from, minutes.to, each);
        }
    }

    /** The articles with the greatest sums above 0, greatest first and then by id. */
    private List<Numbered> greatest(long[] sums, int most) {
        long least = Math.max(1, Greatest.least(sums, most));
        List<Numbered> found = new ArrayList<>();
        for (int article = 0; article < sums.length; article++) {
            if (sums[article] >= least) {
                found.add(new Numbered(article, ArticleId.of(names.get(article)), sums[article]));
            }
        }
        found.sort(Comparator.comparingLong(Numbered::number).reversed().thenComparing(Numbered::id));
        return found.subList(0, Math.min(most, found.size()));
    }

    Map<ArticleId, Tally> tallies(Collection<ArticleId> ids, Window window, Instant at, Instant now) {
        return tallies(ids, Minutes.of(window, at), at, now);
    }

    /** The numbers of an article as they are added up. */
    private static final class Adding {
        private long views;
        private long comments;
        private long reactions;
        private long repeats;
        private long bots;
        private long prefetches;
        private long editors;
        private long floods;
        private long visitors;
        private final SortedMap<Integer, Long> shares = new TreeMap<>();

        void add(int series, long amount) {
            switch (series) {
                case Series.VIEWS -> views += amount;
                case Series.COMMENTS -> comments += amount;
                case Series.REACTIONS -> reactions += amount;
                case Series.REPEATS -> repeats += amount;
                case Series.BOTS -> bots += amount;
                case Series.PREFETCHES -> prefetches += amount;
                case Series.EDITORS -> editors += amount;
                case Series.FLOODS -> floods += amount;
                case Series.VISITORS -> visitors += amount;
                default -> {
                    if (amount != 0) {
                        shares.merge(series, amount, Sums::added);
                    }
                }
            }
        }

        Tally tally(Networks networks, Counts opening) {
            SortedMap<String, Long> named = new TreeMap<>();
            // While a view is being moved to an earlier minute, one may be below 0 for a moment.
            shares.forEach((series, count) -> named.put(networks.name(series), Math.max(0, count)));
            return new Tally(
                    new Counts(
                            Math.max(0, views),
                            named,
                            Math.max(0, comments),
                            Math.max(0, reactions),
                            Math.max(0, visitors)),
                    opening,
                    new Apart(
                            Math.max(0, repeats),
                            Math.max(0, bots),
                            Math.max(0, prefetches),
                            Math.max(0, editors),
                            Math.max(0, floods)));
        }
    }

    private Map<ArticleId, Tally> tallies(Collection<ArticleId> ids, Minutes minutes, Instant at, Instant now) {
        @Nullable Cells known = known(minutes, now);
        Cells amounts = known == null ? wanted(ids, minutes) : known;
        Map<ArticleId, Tally> tallies = new LinkedHashMap<>();
        for (ArticleId id : ids) {
            int article = names.find(id.value());
            tallies.put(id, article == Names.UNKNOWN ? Tally.NONE : tally(article, amounts::get, minutes, at));
        }
        return Collections.unmodifiableMap(tallies);
    }

    private Cells wanted(Collection<ArticleId> ids, Minutes minutes) {
        BitSet wanted = new BitSet(names.size());
        for (ArticleId id : ids) {
            int article = names.find(id.value());
            if (article != Names.UNKNOWN) {
                wanted.set(article);
            }
        }
        Cells amounts = new Cells();
        if (!wanted.isEmpty()) {
            each(minutes, (key, amount) -> {
                if (wanted.get(Keys.article(key))) {
                    amounts.add(key, amount);
                }
            });
        }
        return amounts;
    }

    /**
     * What was counted of articles, step by step.
     *
     * @param begin the first minute
     * @param length of a step, in minutes
     */
    Map<ArticleId, long[]> timeline(Collection<ArticleId> ids, Measure measure, long begin, int length, int steps) {
        long[][] byArticle = new long[names.size()][];
        Map<ArticleId, long[]> timeline = new LinkedHashMap<>();
        for (ArticleId id : ids) {
            long[] own = timeline.computeIfAbsent(id, any -> new long[steps]);
            int article = names.find(id.value());
            if (article != Names.UNKNOWN) {
                byArticle[article] = own;
            }
        }
        Keys.Range series = Series.of(measure);
        for (int i = 0; i < steps; i++) {
            int step = i;
            ledger.each(within(begin + (long) i * length), within(begin + (i + 1L) * length), (key, amount) -> {
                long[] own = series.has(key) ? byArticle[Keys.article(key)] : null;
                if (own != null) {
                    own[step] = Sums.added(own[step], amount);
                }
            });
        }
        return Collections.unmodifiableMap(timeline);
    }

    private static int within(long minute) {
        return (int) Math.max(0, Math.min(minute, LAST_SECOND / MINUTE));
    }

    /** How many events of a series there were of all time. */
    long total(int series) {
        long[] sum = {0};
        ledger.totals()
                .each((key, amount) -> sum[0] = Keys.series(key) == series ? Sums.added(sum[0], amount) : sum[0]);
        return sum[0];
    }
}
