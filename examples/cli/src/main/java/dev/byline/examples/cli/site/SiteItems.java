package dev.byline.examples.cli.site;

import dev.byline.exchange.Item;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One part of a site after the other.
 *
 * @param parts each begun when the one before has ended
 */
record SiteItems(List<Supplier<Stream<? extends Item>>> parts) implements Iterable<Item> {
    // Streams of streams would do, but their iterator reads a whole part before it gives the first of it.
    @Override
    public Iterator<Item> iterator() {
        Iterator<Supplier<Stream<? extends Item>>> next = parts.iterator();
        return new Iterator<>() {
            private Iterator<? extends Item> part = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && next.hasNext()) {
                    part = next.next().get().iterator();
                }
                return part.hasNext();
            }

            @Override
            public Item next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }
}
