package dev.byline.ranking.popular;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What articles had been counted before they came here, by their numbers. Not thread-safe. */
final class Balances {
    private final Map<Integer, Balance> balances = new TreeMap<>();

    /** An article's. */
    record Balance(int article, Instant at, Counts counts) {}

    /** Takes one in the place of an earlier one. */
    void put(Balance balance) {
        balances.merge(balance.article, balance, (old, fresh) -> fresh.at.isBefore(old.at) ? old : fresh);
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
