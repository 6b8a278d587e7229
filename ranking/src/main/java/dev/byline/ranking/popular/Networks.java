package dev.byline.ranking.popular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers the networks on which articles are shared, in the order in which they come. Thread-safe. */
final class Networks {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The series of shares on a network; that of {@link Engagement#OTHER} where there is no room for another. */
    int series(String network) {
        @Nullable Integer known = numbers.get(network);
        return known != null ? known : add(network);
    }

    private synchronized int add(String network) {
        @Nullable Integer known = numbers.get(network);
        if (known != null) {
            return known;
        }
        // One place is kept for those that have no name of their own.
        boolean isRoom = names.size() < Series.MOST_NETWORKS - (numbers.containsKey(Engagement.OTHER) ? 0 : 1);
        if (!isRoom && !network.equals(Engagement.OTHER)) {
            return add(Engagement.OTHER);
        }
        int series = Series.SHARES + names.size();
        names.add(network);
        numbers.put(network, series);
        return series;
    }

    /** Counts with their networks as they are told apart here. */
    Counts named(Counts counts) {
        SortedMap<String, Long> byNetwork = new TreeMap<>();
        counts.shares()
                .forEach((network, count) ->
                        byNetwork.merge(name(series(Engagement.networkName(network))), count, Counts::added));
        return new Counts(counts.views(), byNetwork, counts.comments(), counts.reactions(), counts.visitors());
    }

    /** All names from a place on, in the order of their numbers. */
    synchronized List<String> from(int place) {
        return List.copyOf(names.subList(Math.min(place, names.size()), names.size()));
    }

    synchronized String name(int series) {
        return names.get(series - Series.SHARES);
    }

    synchronized int size() {
        return names.size();
    }
}
