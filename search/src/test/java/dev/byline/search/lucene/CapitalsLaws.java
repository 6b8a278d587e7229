package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class CapitalsLaws {
    private static final List<String> WRITTEN = List.of(
            "ferry",
            "bridge",
            "harvest",
            "Khamenei",
            "Khamenai",
            "Houthi",
            "al-Huthi",
            "the",
            "of",
            "it",
            "us",
            "who",
            "is",
            "and",
            "not",
            "nato",
            "un",
            "senate",
            "bin");

    @Provide
    Arbitrary<List<Article>> articles() {
        return Arbitraries.of(WRITTEN)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(words -> String.join(" ", words))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(texts -> {
                    Article[] articles = new Article[texts.size()];
                    for (int i = 0; i < articles.length; i++) {
                        articles[i] = SampleArticles.story("n" + i, texts.get(i), texts.get((i + 1) % articles.length));
                    }
                    return List.of(articles);
                });
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> words = Arbitraries.of(WRITTEN);
        Arbitrary<String> pieces = Arbitraries.of(
                "or",
                "feryr",
                "harvset",
                "brigde",
                "kamenei",
                "\"",
                "-",
                "\"the ferry\"",
                "-bridge",
                "-\"of it\"",
                "us-nato");
        return Arbitraries.oneOf(words, words, pieces)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(all -> String.join(" ", all));
    }

    @Property(tries = 500)
    @Rule("S-20")
    void a_query_in_capitals_is_the_same_in_small_letters_where_no_article_has_an_abbreviation(
            @ForAll("articles") List<Article> articles, @ForAll("typed") String typed, @ForAll boolean tolerant)
            throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, MovableClock.at(SampleArticles.NOW))) {
            search.use(SearchPolicy.defaults().tolerant(tolerant));
            search.put(articles);
            SearchPage small = search.find(SearchQuery.text(typed.toLowerCase(Locale.ROOT)));
            SearchPage capitals = search.find(SearchQuery.text(typed.toUpperCase(Locale.ROOT)));
            assertThat(capitals.hits()).isEqualTo(small.hits());
            assertThat(capitals.outcome()).isEqualTo(small.outcome());
            assertThat(capitals.total()).isEqualTo(small.total());
            assertThat(capitals.withAllWords()).isEqualTo(small.withAllWords());
            assertThat(words(capitals)).isEqualTo(words(small));
            assertThat(capitals.respelled()).noneMatch(word -> word.typed().equalsIgnoreCase(word.as()));
        }
    }

    private static List<String> words(SearchPage page) {
        return page.respelled().stream().map(SearchPage.Respelled::as).toList();
    }
}
