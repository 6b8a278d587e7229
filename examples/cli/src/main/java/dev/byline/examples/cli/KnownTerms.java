package dev.byline.examples.cli;

import dev.byline.article.ArticleStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The regions, sections and tags that public articles have. */
final class KnownTerms {
    private static final int MOST_NAMED = 12;

    private final ArticleStore store;
    private final Instant at;

    KnownTerms(ArticleStore store, Instant at) {
        this.store = store;
        this.at = at;
    }

    /**
     * The keys that were typed, as the site writes them.
     *
     * @throws Refusal if no public article has one: a filter that nothing is filed under is more likely mistyped than meant
     */
    Set<String> of(List<String> keys, ArticleStore.By by, String how) {
        Map<String, Long> counts = store.counts(by, at);
        Set<String> known = new TreeSet<>();
        for (String typed : keys) {
            String key = typed.strip();
            known.add(
                    counts.containsKey(key)
                            ? key
                            : counts.keySet().stream()
                                    .filter(key::equalsIgnoreCase)
                                    .findFirst()
                                    .orElseThrow(() -> new Refusal("no public article " + how + " \"" + key + "\"; "
                                            + among(key, counts, by))));
        }
        return known;
    }

    private static String among(String key, Map<String, Long> counts, ArticleStore.By by) {
        String kind = by.name().toLowerCase(Locale.ROOT);
        if (counts.isEmpty()) {
            return "the site has no " + kind;
        }
        String typed = key.toLowerCase(Locale.ROOT);
        List<String> nearest = counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingInt(
                                entry -> -inCommon(typed, entry.getKey().toLowerCase(Locale.ROOT)))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_NAMED)
                .toList();
        int more = counts.size() - nearest.size();
        return "the site has " + String.join(", ", nearest) + (more == 0 ? "" : " and " + more + " more");
    }

    private static int inCommon(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
