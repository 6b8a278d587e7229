package dev.byline.article;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells every sink, whatever happens to one of them. */
record AllSinks(List<ArticleSink> sinks) implements ArticleSink {
    @Override
    public void put(Collection<Article> articles) {
        List<Article> copy = List.copyOf(articles);
        each(sink -> sink.put(copy));
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        List<ArticleId> copy = List.copyOf(ids);
        each(sink -> sink.withdraw(copy));
    }

    private void each(Consumer<ArticleSink> tell) {
        @Nullable RuntimeException first = null;
        for (ArticleSink sink : sinks) {
            try {
                tell.accept(sink);
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
