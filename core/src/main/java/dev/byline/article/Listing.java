package dev.byline.article;

import java.time.Instant;
import java.util.ArrayList;
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
 * The searches look at numbers that lie side by side, and at articles only where these are equal, since each article
 * looked at is a walk through memory that no cache holds. Not thread-safe.
 */
final class Listing {
    private final List<ListingBlock> blocks = new ArrayList<>(1);
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
            ListingPlace place = ListingPlace.of(in);
            ListingBlock block = blocks.get(firstBlock(place));
            block.set(block.first(place), in);
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
        ListingPlace place = ListingPlace.of(article);
        int at = firstBlock(place);
        if (at == blocks.size()) {
            if (at == 0 || blocks.get(at - 1).isFull()) {
                blocks.add(new ListingBlock());
            } else {
                at--;
            }
        }
        ListingBlock block = blocks.get(at);
        int index = block.first(place);
        if (block.isFull()) {
            if (at == 0 && index == 0) {
                // Articles mostly come in the order of their dates; then blocks fill up rather than stay half empty.
                block = new ListingBlock();
                blocks.add(0, block);
            } else {
                ListingBlock second = block.split();
                blocks.add(at + 1, second);
                if (index > block.size()) {
                    index -= block.size();
                    block = second;
                }
            }
        }
        block.insert(index, article);
        size++;
        expiring += article.expiresAt() == null ? 0 : 1;
    }

    private void remove(ArticleSummary article) {
        ListingPlace place = ListingPlace.of(article);
        int at = firstBlock(place);
        ListingBlock block = blocks.get(at);
        int index = block.first(place);
        block.delete(index);
        size--;
        expiring -= article.expiresAt() == null ? 0 : 1;
        if (block.size() == 0) {
            blocks.remove(at);
        } else if (at + 1 < blocks.size() && block.size() + blocks.get(at + 1).size() <= ListingBlock.FULL / 2) {
            block.append(blocks.remove(at + 1));
        }
    }

    /** How many articles lie in the time of a query and are public at its instant; its terms are not looked at. */
    long count(ArchiveQuery query) {
        ListingPlace place = ListingPlace.of(query);
        Instant from = query.from();
        int first = firstBlock(place);
        if (first == blocks.size()) {
            return 0;
        }
        int start = blocks.get(first).first(place);
        if (from == null && expiring == 0) {
            int before = start;
            for (int i = 0; i < first; i++) {
                before += blocks.get(i).size();
            }
            return (long) size - before;
        }
        long count = 0;
        for (int i = first; i < blocks.size(); i++) {
            ListingBlock block = blocks.get(i);
            boolean last = from != null && ListingPlace.date(block.last()).isBefore(from);
            int end = last ? block.first(ListingPlace.before(Objects.requireNonNull(from))) : block.size();
            count += block.count(i == first ? start : 0, end, query.at());
            if (last) {
                break;
            }
        }
        return count;
    }

    /** Those that {@link #count} counts, from behind the cursor of the query on, newest first. */
    Iterator<ArticleSummary> older(ArchiveQuery query) {
        ListingPlace place = ListingPlace.of(query);
        int block = firstBlock(place);
        int index = block == blocks.size() ? 0 : blocks.get(block).first(place);
        Instant from = query.from();
        return new Walk(
                query.at(),
                block,
                index,
                1,
                own -> from != null && ListingPlace.date(own).isBefore(from));
    }

    /** Those before a place that are public at an instant, from the nearest on, so oldest first. */
    Iterator<ArticleSummary> newer(ArchiveCursor cursor, Instant at) {
        ListingPlace place = ListingPlace.of(cursor);
        int block = firstBlock(place);
        int index = block == blocks.size() ? 0 : blocks.get(block).first(place);
        return new Walk(at, block, index - 1, -1, own -> ListingPlace.date(own).isAfter(at));
    }

    // The first block that holds an article which is not ahead; all that are ahead come before all that are not.
    private int firstBlock(ListingPlace place) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            ListingBlock block = blocks.get(middle);
            if (block.isAhead(block.size() - 1, place)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
                    ListingBlock here = blocks.get(block);
                    while (index >= 0 && index < here.size()) {
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
                index = step > 0 || block < 0 ? 0 : blocks.get(block).size() - 1;
            }
            return null;
        }
    }
}
