package dev.byline.search.testkit;

import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.article.ContentException;

/** A store that fails when it is asked for changes more often than so many times. */
final class BrokenStore extends ForwardingStore {
    private int left;

    BrokenStore(ArticleStore store, int left) {
        super(store);
        this.left = left;
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        if (left == 0) {
            throw new ContentException("the line is dead");
        }
        left--;
        return super.changedSince(cursor, limit);
    }
}
