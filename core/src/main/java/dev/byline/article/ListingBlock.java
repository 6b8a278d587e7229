package dev.byline.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run of articles in order, never empty but while it is filled. */
final class ListingBlock {
    /** How many articles it can hold. */
    static final int FULL = 512;

    private @Nullable ArticleSummary[] articles = new ArticleSummary[2];

    /** When its articles were published, in whole seconds since 1970. */
    private long[] seconds = new long[2];

    private int size;

    /** When its articles expire, sorted; of those that do. */
    private List<Instant> expiries = List.of();

    int size() {
        return size;
    }

    boolean isFull() {
        return size == FULL;
    }

    ArticleSummary article(int index) {
        return Objects.requireNonNull(articles[index]);
    }

    ArticleSummary last() {
        return article(size - 1);
    }

    /** Puts an article in the place of one that has its date, its id and its expiry. */
    void set(int index, ArticleSummary article) {
        articles[index] = article;
    }

    /** Whether one of its articles is ahead of a place. */
    boolean isAhead(int index, ListingPlace place) {
        long second = seconds[index];
        return second > place.second()
                || (second == place.second() && place.ahead().test(article(index)));
    }

    /** The first that is not ahead of a place. */
    int first(ListingPlace place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAhead(middle, place)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void insert(int index, ArticleSummary article) {
        if (size == articles.length) {
            int length = Math.min(FULL, size * 2);
            articles = Arrays.copyOf(articles, length);
            seconds = Arrays.copyOf(seconds, length);
        }
        System.arraycopy(articles, index, articles, index + 1, size - index);
        System.arraycopy(seconds, index, seconds, index + 1, size - index);
        articles[index] = article;
        seconds[index] = ListingPlace.secondOf(article);
        size++;
        expires(article);
    }

    void delete(int index) {
        Instant expiry = article(index).expiresAt();
        if (expiry != null) {
            expiries.remove(Collections.binarySearch(expiries, expiry));
        }
        System.arraycopy(articles, index + 1, articles, index, size - index - 1);
        System.arraycopy(seconds, index + 1, seconds, index, size - index - 1);
        articles[--size] = null;
    }

    void append(ListingBlock other) {
        for (int i = 0; i < other.size; i++) {
            insert(size, other.article(i));
        }
    }

    ListingBlock split() {
        ListingBlock second = new ListingBlock();
        int half = size / 2;
        second.articles = Arrays.copyOfRange(articles, half, half + FULL);
        second.seconds = Arrays.copyOfRange(seconds, half, half + FULL);
        second.size = size - half;
        Arrays.fill(articles, half, size, null);
        size = half;
        if (!expiries.isEmpty()) {
            expiries = List.of();
            for (int i = 0; i < size; i++) {
                expires(article(i));
            }
            for (int i = 0; i < second.size; i++) {
                second.expires(second.article(i));
            }
        }
        return second;
    }

    private void expires(ArticleSummary article) {
        Instant expiry = article.expiresAt();
        if (expiry != null) {
            if (expiries.isEmpty()) {
                expiries = new ArrayList<>(2);
            }
            expiries.add(expiredBy(expiry), expiry);
        }
    }

    // How many of its articles have expired at an instant.
    private int expiredBy(Instant at) {
        int low = 0;
        int high = expiries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (expiries.get(middle).isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    boolean isOver(Instant at) {
        return expiries.size() == size && !expiries.get(size - 1).isAfter(at);
    }

    // Of articles that were published by the instant.
    long count(int start, int end, Instant at) {
        if (start >= end) {
            return 0;
        }
        if (start == 0 && end == size) {
            return (long) size - expiredBy(at);
        }
        if (expiries.isEmpty()) {
            return (long) end - start;
        }
        long count = 0;
        for (int i = start; i < end; i++) {
            count += article(i).isPublic(at) ? 1 : 0;
        }
        return count;
    }
}
