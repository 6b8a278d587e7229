package dev.byline.article;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several walks that go the same way as one, with each article once. */
final class MergedWalk implements Iterator<ArticleSummary> {
    private record Head(ArticleSummary article, Iterator<ArticleSummary> rest) {}

    private final PriorityQueue<Head> heads;

    private MergedWalk(List<Iterator<ArticleSummary>> walks, Comparator<Listed> order) {
        heads = new PriorityQueue<>(Comparator.comparing(Head::article, order));
        walks.forEach(this::push);
    }

    /** These walks as one; each is in this order, which is total. */
    static Iterator<ArticleSummary> of(List<Iterator<ArticleSummary>> walks, Comparator<Listed> order) {
        return walks.size() == 1 ? walks.get(0) : new MergedWalk(walks, order);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public ArticleSummary next() {
        Head first = heads.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        push(first.rest());
        for (@Nullable Head same = heads.peek();
                same != null && same.article().id().equals(first.article().id());
                same = heads.peek()) {
            heads.remove();
            push(same.rest());
        }
        return first.article();
    }

    private void push(Iterator<ArticleSummary> walk) {
        if (walk.hasNext()) {
            heads.add(new Head(walk.next(), walk));
        }
    }
}
