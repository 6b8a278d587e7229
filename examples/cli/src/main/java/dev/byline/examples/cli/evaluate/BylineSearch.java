package dev.byline.examples.cli.evaluate;

import dev.byline.article.Article;
import dev.byline.score.Ranked;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.LuceneSearch;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Byline's search as a site embeds it, with all its defaults. */
final class BylineSearch implements SearchSystem {
    private final Documents documents;
    private final ArticleSearch search;

    BylineSearch(Documents documents, Path folder, InstantSource clock) {
        this.documents = documents;
        search = LuceneSearch.open(folder, clock);
    }

    @Override
    public Batch ready(List<Document> batch) {
        List<Article> articles = batch.stream()
                .map(document -> document.article(documents.articleId(document.id())))
                .toList();
        return () -> search.put(articles);
    }

    @Override
    public void commit() {
        search.commit();
    }

    @Override
    public List<String> find(String text, int most, Set<String> wanted) {
        List<String> first = find(text, Math.min(most, Measures.TOP));
        return first.size() < Measures.TOP || first.containsAll(wanted) ? first : pages(text, most, wanted);
    }

    @Override
    public List<String> find(String text, int most) {
        return pages(text, most, null);
    }

    private List<String> pages(String text, int most, @Nullable Set<String> wanted) {
        int size = Math.min(most, SearchQuery.MOST);
        Set<String> found = new LinkedHashSet<>();
        for (int page = 0; page * size < most; page++) {
            List<Ranked<SearchHit>> hits =
                    search.find(SearchQuery.text(text).page(page, size)).hits();
            hits.forEach(hit -> found.add(documents.id(hit.item().id())));
            if (hits.size() < size || (wanted != null && found.containsAll(wanted))) {
                break;
            }
        }
        return new ArrayList<>(found);
    }

    @Override
    public void close() {
        search.close();
    }
}
