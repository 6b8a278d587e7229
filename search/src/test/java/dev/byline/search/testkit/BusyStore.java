package dev.byline.search.testkit;

import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A store in which others change something before each article that it streams. */
final class BusyStore extends ForwardingStore {
    private final IntConsumer others;

    /**
     * A busy store.
     *
     * @param others change something; given how many articles were streamed before
     */
    BusyStore(ArticleStore store, IntConsumer others) {
        super(store);
        this.others = others;
    }

    @Override
    public Stream<Article> stream() {
        AtomicInteger count = new AtomicInteger();
        return super.stream().peek(article -> others.accept(count.getAndIncrement()));
    }
}
