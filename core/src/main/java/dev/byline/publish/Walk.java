package dev.byline.publish;

import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listing from its cursor to its end, page by page, each read when the one before is used up. */
final class Walk {
    private Walk() {}

    static Stream<List<ArticleSummary>> pages(ArticleStore store, ArchiveQuery query) {
        return Stream.<@Nullable ArchivePage>iterate(
                        store.page(query),
                        page -> page != null,
                        page -> page == null || page.next() == null ? null : store.page(query.after(page.next())))
                .map(page -> page == null ? List.of() : page.articles());
    }
}
