package dev.byline.ranking.popular;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What articles had been counted before they came here, by their numbers. Not thread-safe. */
final class Balances {
    private final Map<Integer, Balance> balances = new TreeMap<>();

    /**
     * An article's.
     *
     * @param origin which delta told of it, or will
     */
    record Balance(int article, Instant at, Counts counts, DeltaKey origin) {
        Balance from(DeltaKey other) {
            return new Balance(article, at, counts, other);
        }

        boolean isBefore(Balance other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order < 0 : origin.compareTo(other.origin) < 0;
        }
    }

    /** Takes one in the place of an earlier one. */
    void put(Balance balance) {
        balances.merge(balance.article, balance, (old, fresh) -> fresh.isBefore(old) ? old : fresh);
    }

    /** What an article had at an instant. */
    Counts at(int article, Instant at) {
        @Nullable Balance balance = balances.get(article);
        return balance == null || balance.at.isAfter(at) ? Counts.NONE : balance.counts;
    }

    /** All, in the order of articles. */
    Iterable<Balance> all() {
        return balances.values();
    }

    int size() {
        return balances.size();
    }
}
