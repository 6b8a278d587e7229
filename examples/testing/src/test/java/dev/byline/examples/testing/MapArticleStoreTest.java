package dev.byline.examples.testing;

import dev.byline.article.ArticleStore;
import dev.byline.testkit.ArticleStoreContract;
import java.time.ZoneId;

/** That the site's own store does what Byline asks of one. */
class MapArticleStoreTest extends ArticleStoreContract {
    @Override
    protected ArticleStore create(ZoneId zone) {
        return new MapArticleStore(zone);
    }
}
