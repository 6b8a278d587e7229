package dev.byline.exchange;

import dev.byline.article.Author;
import dev.byline.article.Publication;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who publishes and who writes, which every reader that goes over its source twice gives before the first article. */
final class Masthead {
    private Masthead() {}

    /** Gives the site, if the source says anything of it, and its authors. */
    static void give(
            @Nullable Publication site, Collection<Author> authors, Tally tally, Consumer<? super Item> items) {
        if (site != null) {
            tally.count(Counted.SITES);
            items.accept(new Item.Site(site));
        }
        for (Author author : authors) {
            tally.count(Counted.AUTHORS);
            items.accept(new Item.Author(author));
        }
    }
}
