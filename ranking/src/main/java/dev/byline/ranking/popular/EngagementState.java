package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All counts in memory: the sum of the entries that were applied, in whatever order. Not thread-safe; reading changes
 * nothing.
 */
final class EngagementState {
    static final int MOST_ARTICLES = 1_000_000;
    static final int MOST_NETWORKS = 100;

    private static final long LAST_SECOND =
            Instant.parse("4000-01-01T00:00:00Z").getEpochSecond();

    private static final Comparator<Ranking> LEAST_FIRST =
            Comparator.comparingLong(Ranking::number).thenComparing(Ranking::article, Comparator.reverseOrder());

    private final Map<ArticleId, Counted> articles = new HashMap<>();
    private final List<Counted> all = new ArrayList<>();
    private final Set<String> networks = new HashSet<>();
    private final Horizon horizon = new Horizon();
    private long repeats;

    private record Ranking(Counted counted, long number) {
        ArticleId article() {
            return counted.article;
        }
    }

    /** One article's numbers. */
    private static final class Counted {
        private final ArticleId article;
        private @Nullable Counter views;
        private final SortedMap<String, Counter> shares = new TreeMap<>();
        private Entry.@Nullable Balance balance;

        Counted(ArticleId article) {
            this.article = article;
        }
    }

    private Counted counted(ArticleId article) {
        return articles.computeIfAbsent(article, id -> {
            Counted counted = new Counted(id);
            all.add(counted);
            return counted;
        });
    }

    /** Whether there is room for an article, and its instant can be counted. */
    boolean takes(ArticleId article, Instant at) {
        long second = at.getEpochSecond();
        return second >= 0
                && second < LAST_SECOND
                && (articles.containsKey(article) || articles.size() < MOST_ARTICLES);
    }

    /** The name under which a network is counted: its own as long as there is room for another. */
    String network(String name) {
        return networks.contains(name) || networks.size() < MOST_NETWORKS ? name : Engagement.OTHER;
    }

    void apply(Entry entry, Instant now) {
        Counted counted = counted(entry.article());
        if (entry instanceof Entry.View view) {
            if (view.repeat()) {
                repeats++;
                return;
            }
            Counter views = counted.views == null ? new Counter() : counted.views;
            counted.views = views;
            count(views, view.second(), now);
        } else if (entry instanceof Entry.Share share) {
            networks.add(share.network());
            count(counted.shares.computeIfAbsent(share.network(), network -> new Counter()), share.second(), now);
        } else if (entry instanceof Entry.Balance balance) {
            networks.addAll(balance.counts().shares().keySet());
            if (counted.balance == null || !balance.at().isBefore(counted.balance.at())) {
                counted.balance = balance;
            }
        }
    }

    private void count(Counter counter, long second, Instant now) {
        int minute = minute(second);
        horizon.see(minute, minute(now.getEpochSecond()));
        counter.add(minute, horizon);
    }

    Map<ArticleId, Tally> most(Measure by, Window window, Instant at, int most) {
        PriorityQueue<Ranking> best = new PriorityQueue<>(LEAST_FIRST);
        int from = from(window, at);
        int to = to(window, at);
        long least = 1;
        for (Counted counted : all) {
            long number = number(counted, by, from, to, at);
            if (number < least) {
                continue;
            }
            Ranking ranking = new Ranking(counted, number);
            if (best.size() < most) {
                best.add(ranking);
            } else if (LEAST_FIRST.compare(ranking, best.element()) > 0) {
                best.remove();
                best.add(ranking);
            }
            least = best.size() < most ? 1 : best.element().number;
        }
        List<Ranking> order = new ArrayList<>(best);
        order.sort(LEAST_FIRST.reversed());
        Map<ArticleId, Tally> tallies = new LinkedHashMap<>();
        order.forEach(ranking -> tallies.put(ranking.article(), tally(ranking.counted, from, to, at)));
        return Collections.unmodifiableMap(tallies);
    }

    Map<ArticleId, Tally> tallies(Collection<ArticleId> ids, Window window, Instant at) {
        int from = from(window, at);
        int to = to(window, at);
        Map<ArticleId, Tally> tallies = new LinkedHashMap<>();
        for (ArticleId id : ids) {
            Counted counted = articles.get(id);
            tallies.put(id, counted == null ? Tally.NONE : tally(counted, from, to, at));
        }
        return Collections.unmodifiableMap(tallies);
    }

    private long number(Counted counted, Measure by, int from, int to, Instant at) {
        long number = 0;
        if (by == Measure.SHARES) {
            for (Counter shares : counted.shares.values()) {
                number += shares.between(from, to, horizon);
            }
        } else if (counted.views != null) {
            number = counted.views.between(from, to, horizon);
        }
        return Counts.added(number, opening(counted, from, at).by(by));
    }

    private Tally tally(Counted counted, int from, int to, Instant at) {
        long views = counted.views == null ? 0 : counted.views.between(from, to, horizon);
        SortedMap<String, Long> shares = new TreeMap<>();
        counted.shares.forEach((network, counter) -> shares.put(network, counter.between(from, to, horizon)));
        return new Tally(new Counts(views, shares), opening(counted, from, at));
    }

    private static Counts opening(Counted counted, int from, Instant at) {
        return from == 0 && counted.balance != null && !counted.balance.at().isAfter(at)
                ? counted.balance.counts()
                : Counts.NONE;
    }

    /** The first minute of a window; 0 for all time. */
    private static int from(Window window, Instant at) {
        Instant from = window.from(at);
        // A window that reaches back beyond 1970 has a beginning still, and so no opening balances.
        return from == null ? 0 : Math.max(1, minute(from.getEpochSecond()));
    }

    private static int to(Window window, Instant at) {
        return minute(window.to(at).getEpochSecond());
    }

    private static int minute(long second) {
        return (int) (Math.max(0, Math.min(second, LAST_SECOND)) / 60);
    }

    int articles() {
        return articles.size();
    }

    long repeats() {
        return repeats;
    }

    /** Writes everything, by id, so that the same counts give the same bytes. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(horizon.newest());
        out.writeInt(horizon.base());
        out.writeLong(repeats);
        out.writeInt(articles.size());
        for (Counted counted : all.stream()
                .sorted(Comparator.comparing((Counted one) -> one.article))
                .toList()) {
            out.writeUTF(counted.article.value());
            out.writeBoolean(counted.views != null);
            if (counted.views != null) {
                counted.views.write(out, horizon);
            }
            out.writeInt(counted.shares.size());
            for (var share : counted.shares.entrySet()) {
                out.writeUTF(share.getKey());
                share.getValue().write(out, horizon);
            }
            out.writeBoolean(counted.balance != null);
            if (counted.balance != null) {
                Entry.write(counted.balance, out);
            }
        }
    }

    static EngagementState read(DataInputStream in) throws IOException {
        EngagementState state = new EngagementState();
        int newest = in.readInt();
        state.horizon.restore(newest, in.readInt());
        state.repeats = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            Counted counted = state.counted(ArticleId.of(in.readUTF()));
            if (in.readBoolean()) {
                counted.views = Counter.read(in);
            }
            for (int shares = in.readInt(); shares > 0; shares--) {
                String network = in.readUTF();
                counted.shares.put(network, Counter.read(in));
                state.networks.add(network);
            }
            if (in.readBoolean()) {
                Entry.Balance balance = Entry.readBalance(in);
                counted.balance = balance;
                state.networks.addAll(balance.counts().shares().keySet());
            }
        }
        return state;
    }
}
