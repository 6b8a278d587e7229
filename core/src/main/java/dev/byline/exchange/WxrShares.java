package dev.byline.exchange;

import dev.byline.article.ArticleId;
import dev.byline.exchange.php.PhpValue;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a post had been shared, as JNews keeps it beside the post: a total, and an array of PHP by network. What the
 * networks leave of the total was shared elsewhere.
 */
final class WxrShares {
    /** The network of a share of which none is known. */
    private static final String OTHER = "other";

    private static final long MOST = 1_000_000_000_000L;
    private static final int MOST_NETWORKS = 50;

    private WxrShares() {}

    /**
     * The opening balance, or null if the post was never shared or nothing says when it was counted.
     *
     * @param otherwise when it was counted, if JNews does not say
     */
    static Item.@Nullable Balance of(ArticleId article, WxrItem item, @Nullable Instant otherwise) {
        long total = number(item.shares);
        Map<String, Long> shares = networks(item.sharesByNetwork);
        long known = shares.values().stream().mapToLong(Long::longValue).sum();
        if (total > known) {
            shares.merge(OTHER, total - known, Long::sum);
        }
        long seconds = number(item.sharesAt);
        Instant counted = seconds > 0 ? Instant.ofEpochSecond(seconds) : otherwise;
        return shares.isEmpty() || counted == null ? null : new Item.Balance(article, counted, 0, shares);
    }

    /** A whole number without sign, or 0. */
    private static long number(String text) {
        try {
            long number = text.length() > 18 ? 0 : Long.parseLong(text);
            return number < 0 || number > MOST ? 0 : number;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    private static Map<String, Long> networks(String serialised) {
        Map<String, Long> networks = new TreeMap<>();
        for (Map.Entry<String, PhpValue> network :
                PhpValue.of(serialised).entries().entrySet()) {
            String name = network.getKey();
            long count = number(network.getValue().text());
            if (name.isBlank() || networks.size() == MOST_NETWORKS) {
                return new TreeMap<>();
            }
            if (count > 0) {
                networks.put(name, count);
            }
        }
        return networks;
    }
}
