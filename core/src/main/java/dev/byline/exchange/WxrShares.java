package dev.byline.exchange;

import dev.byline.article.ArticleId;
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

    private final String text;
    private int at;

    private WxrShares(String text) {
        this.text = text;
    }

    /**
     * The opening balance, or null if the post was never shared or nothing says when it was counted.
     *
     * @param otherwise when it was counted, if JNews does not say
     */
    static Item.@Nullable Balance of(ArticleId article, WxrItem item, @Nullable Instant otherwise) {
        long total = number(item.shares);
        Map<String, Long> shares = new WxrShares(item.sharesByNetwork).networks();
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

    /** Reads {@code a:2:{s:8:"facebook";i:2;s:7:"twitter";s:1:"0";}}; whatever is anything else has no networks. */
    private Map<String, Long> networks() {
        Map<String, Long> networks = new TreeMap<>();
        at = text.indexOf('{') + 1;
        if (!text.startsWith("a:") || at == 0) {
            return networks;
        }
        while (at < text.length() && text.charAt(at) != '}') {
            String network = value();
            String count = value();
            if (network == null || network.isBlank() || count == null || networks.size() == MOST_NETWORKS) {
                return new TreeMap<>();
            }
            if (number(count) > 0) {
                networks.put(network, number(count));
            }
        }
        return networks;
    }

    /** The next text or whole number, or null. Names of networks are ASCII, so that bytes are characters. */
    private @Nullable String value() {
        int colon = text.indexOf(':', at);
        int semicolon = text.indexOf(';', at);
        if (colon < 0 || semicolon < colon) {
            return null;
        }
        char type = text.charAt(at);
        String value = text.substring(colon + 1, semicolon);
        at = semicolon + 1;
        if (type == 'i') {
            return value;
        }
        int quote = value.indexOf('"');
        boolean whole = type == 's' && quote > 0 && value.length() > quote + 1 && value.endsWith("\"");
        return whole ? value.substring(quote + 1, value.length() - 1) : null;
    }
}
