package outside.search;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.LuceneSearch;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;

public final class Host {
    private Host() {}

    public static void main(String[] args) throws Exception {
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        try (var search = LuceneSearch.open(Files.createTempDirectory("outside"), InstantSource.fixed(now))) {
            search.put(Article.builder(ArticleId.of("a"), "a")
                    .headline("A bridge in the fog")
                    .published(now)
                    .build());
            search.find(SearchQuery.text("bridge"))
                    .hits()
                    .forEach(hit -> System.out.println("found " + hit.item().id()));
        }
    }
}
