package dev.byline.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Articles that are public at some instant, by {@link Listed#NEWEST_FIRST}: all of a site or those under one term.
 *
 * <p>It answers for any instant: what is not yet public then lies before a place in the order, and what has expired by
 * then is passed over, whole blocks of it at once. So nothing has to happen when a scheduled article appears or an old
 * one expires, and readers who ask for different instants don't disturb each other.
 *
 * <p>A list of sorted blocks: adding, removing and finding a place cost two binary searches and one move inside a block.
 * Not thread-safe.
 */
final class Listing {
    private static final int FULL = 512;

    private final List<Block> blocks = new ArrayList<>(1);
    private int size;
    private int expiring;

    /** How many articles there are, whatever the instant. */
    int size() {
        return size;
    }

    /**
     * Takes one article out and puts another one in, at less cost where that is an edit which leaves it in its place.
     *
     * @param out as it was put in; null for none
     * @param in with a date, its id not here once the other is out; null for none
     */
    void replace(@Nullable ArticleSummary out, @Nullable ArticleSummary in) {
        if (out != null && in != null && isSamePlace(out, in)) {
            Predicate<ArticleSummary> ahead = aheadOf(in);
            Block block = blocks.get(firstBlock(ahead));
            block.articles[block.firstNot(ahead)] = in;
            return;
        }
        if (out != null) {
            remove(out);
        }
        if (in != null) {
            add(in);
        }
    }

    private static boolean isSamePlace(ArticleSummary one, ArticleSummary other) {
        return Listed.NEWEST_FIRST.compare(one, other) == 0 && Objects.equals(one.expiresAt(), other.expiresAt());
    }

    private void add(ArticleSummary article) {
        Predicate<ArticleSummary> ahead = aheadOf(article);
        int at = firstBlock(ahead);
        if (at == blocks.size()) {
            if (at == 0 || blocks.get(at - 1).size == FULL) {
                blocks.add(new Block());
            } else {
                at--;
            }
        }
        Block block = blocks.get(at);
        int index = block.firstNot(ahead);
        if (block.size == FULL) {
            if (at == 0 && index == 0) {
                // Articles mostly come in the order of their dates; then blocks fill up rather than stay half empty.
                block = new Block();
                blocks.add(0, block);
            } else {
                Block second = block.split();
                blocks.add(at + 1, second);
                if (index > block.size) {
                    index -= block.size;
                    block = second;
                }
            }
        }
        block.insert(index, article);
        size++;
        expiring += article.expiresAt() == null ? 0 : 1;
    }

    private void remove(ArticleSummary article) {
        Predicate<ArticleSummary> ahead = aheadOf(article);
        int at = firstBlock(ahead);
        Block block = blocks.get(at);
        int index = block.firstNot(ahead);
        block.delete(index);
        size--;
        expiring -= article.expiresAt() == null ? 0 : 1;
        if (block.size == 0) {
            blocks.remove(at);
        } else if (at + 1 < blocks.size() && block.size + blocks.get(at + 1).size <= FULL / 2) {
            block.append(blocks.remove(at + 1));
        }
    }

    /** How many articles lie in the time of a query and are public at its instant; its terms are not looked at. */
    long count(ArchiveQuery query) {
        Predicate<ArticleSummary> ahead = aheadOf(query);
        Instant from = query.from();
        int first = firstBlock(ahead);
        if (first == blocks.size()) {
            return 0;
        }
        int start = blocks.get(first).firstNot(ahead);
        if (from == null && expiring == 0) {
            int before = start;
            for (int i = 0; i < first; i++) {
                before += blocks.get(i).size;
            }
            return (long) size - before;
        }
        long count = 0;
        for (int i = first; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean last = from != null && date(block.article(block.size - 1)).isBefore(from);
            int end = last ? block.firstNot(own -> !date(own).isBefore(Objects.requireNonNull(from))) : block.size;
            count += block.count(i == first ? start : 0, end, query.at());
            if (last) {
                break;
            }
        }
        return count;
    }

    /** Those that {@link #count} counts, from behind the cursor of the query on, newest first. */
    Iterator<ArticleSummary> older(ArchiveQuery query) {
        Predicate<ArticleSummary> ahead = aheadOf(query);
        int block = firstBlock(ahead);
        int index = block == blocks.size() ? 0 : blocks.get(block).firstNot(ahead);
        Instant from = query.from();
        return new Walk(
                query.at(), block, index, 1, own -> from != null && date(own).isBefore(from));
    }

    /** Those before a place that are public at an instant, from the nearest on, so oldest first. */
    Iterator<ArticleSummary> newer(ArchiveCursor place, Instant at) {
        Predicate<ArticleSummary> ahead = own -> compare(own, place) < 0;
        int block = firstBlock(ahead);
        int index = block == blocks.size() ? 0 : blocks.get(block).firstNot(ahead);
        return new Walk(at, block, index - 1, -1, own -> date(own).isAfter(at));
    }

    private static Predicate<ArticleSummary> aheadOf(ArticleSummary article) {
        return own -> Listed.NEWEST_FIRST.compare(own, article) < 0;
    }

    private static Predicate<ArticleSummary> aheadOf(ArchiveQuery query) {
        Instant at = query.at();
        Instant to = query.to();
        ArchiveCursor after = query.after();
        return own -> {
            Instant published = date(own);
            return published.isAfter(at)
                    || (to != null && !published.isBefore(to))
                    || (after != null && compare(own, after) <= 0);
        };
    }

    // As NEWEST_FIRST.
    private static int compare(ArticleSummary article, ArchiveCursor place) {
        int byDate = place.publishedAt().compareTo(date(article));
        return byDate != 0 ? byDate : place.id().compareTo(article.id());
    }

    static Instant date(ArticleSummary article) {
        return Objects.requireNonNull(article.publishedAt());
    }

    // The first block that holds an article which is not ahead; all that are ahead come before all that are not.
    private int firstBlock(Predicate<ArticleSummary> ahead) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (ahead.test(block.article(block.size - 1))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A run of articles in order, never empty but while it is filled. */
    private static final class Block {
        private @Nullable ArticleSummary[] articles = new ArticleSummary[2];
        private int size;

        /** When its articles expire, sorted; of those that do. */
        private List<Instant> expiries = List.of();

        ArticleSummary article(int index) {
            return Objects.requireNonNull(articles[index]);
        }

        int firstNot(Predicate<ArticleSummary> ahead) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ahead.test(article(middle))) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void insert(int index, ArticleSummary article) {
            if (size == articles.length) {
                articles = Arrays.copyOf(articles, Math.min(FULL, size * 2));
            }
            System.arraycopy(articles, index, articles, index + 1, size - index);
            articles[index] = article;
            size++;
            expires(article);
        }

        void delete(int index) {
            Instant expiry = article(index).expiresAt();
            if (expiry != null) {
                expiries.remove(Collections.binarySearch(expiries, expiry));
            }
            System.arraycopy(articles, index + 1, articles, index, size - index - 1);
            articles[--size] = null;
        }

        void append(Block other) {
            for (int i = 0; i < other.size; i++) {
                insert(size, other.article(i));
            }
        }

        Block split() {
            Block second = new Block();
            int half = size / 2;
            second.articles = Arrays.copyOfRange(articles, half, half + FULL);
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

    /** Goes through what is public at an instant, one way or the other, up to the first article behind an end. */
    private final class Walk implements Iterator<ArticleSummary> {
        private final Instant at;
        private final int step;
        private final Predicate<ArticleSummary> end;
        private int block;
        private int index;
        private @Nullable ArticleSummary next;

        Walk(Instant at, int block, int index, int step, Predicate<ArticleSummary> end) {
            this.at = at;
            this.block = block;
            this.index = index;
            this.step = step;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = seek();
            }
            return next != null;
        }

        @Override
        public ArticleSummary next() {
            ArticleSummary found = hasNext() ? next : null;
            if (found == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return found;
        }

        private @Nullable ArticleSummary seek() {
            while (block >= 0 && block <= blocks.size()) {
                if (block < blocks.size() && !blocks.get(block).isOver(at)) {
                    Block here = blocks.get(block);
                    while (index >= 0 && index < here.size) {
                        ArticleSummary article = here.article(index);
                        index += step;
                        if (end.test(article)) {
                            block = -1;
                            return null;
                        }
                        if (article.isPublic(at)) {
                            return article;
                        }
                    }
                }
                block += step;
                index = step > 0 || block < 0 ? 0 : blocks.get(block).size - 1;
            }
            return null;
        }
    }
}
