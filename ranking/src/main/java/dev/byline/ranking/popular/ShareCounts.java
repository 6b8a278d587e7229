package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The share counts that a card prints (P-26): those that reach what the site wants to show, zero included where that is 0.
 *
 * @param total the shares on all networks together, those without a button too; null where it is hidden
 * @param byNetwork the shares by network, for those with a button in the site's order; hidden ones are not in it
 */
@JsonPropertyOrder({"total", "byNetwork"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShareCounts(@Nullable Long total, Map<String, Long> byNetwork) {
    /** Copies the map. */
    public ShareCounts {
        byNetwork = byNetwork == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(byNetwork));
    }

    /**
     * What a card prints of these counts.
     *
     * @param networks those with a button, in order; names are taken in the form in which they are counted
     * @param least the least number that is shown; 0 shows all
     */
    public static ShareCounts of(Counts counts, Collection<String> networks, long least) {
        if (least < 0) {
            throw new IllegalArgumentException("the least number that is shown is 0 or more, not " + least);
        }
        Map<String, Long> shown = new LinkedHashMap<>();
        for (String network : networks) {
            String name = Engagement.networkName(network);
            long count = counts.shares().getOrDefault(name, 0L);
            if (count >= least) {
                shown.put(name, count);
            }
        }
        long all = counts.allShares();
        return new ShareCounts(all >= least ? all : null, shown);
    }

    /** The total, empty where it is hidden. */
    public OptionalLong shownTotal() {
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /**
     * A number as cards print it: itself below a thousand, then with one decimal and {@code k}, {@code m} or {@code b}; cut off,
     * so that it never says more than there are. For languages that write otherwise, {@link java.text.NumberFormat} has compact
     * forms.
     */
    public static String abbreviated(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("a count is 0 or more, not " + number);
        }
        long unit = 1;
        String sign = "";
        for (String next : new String[] {"k", "m", "b"}) {
            if (number / unit >= 1000) {
                unit *= 1000;
                sign = next;
            }
        }
        long tenths = unit == 1 ? 0 : number % unit / (unit / 10);
        return number / unit + (tenths == 0 ? "" : "." + tenths) + sign;
    }
}
