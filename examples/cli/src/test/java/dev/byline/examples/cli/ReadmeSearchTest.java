package dev.byline.examples.cli;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.score.Reason;
import dev.byline.search.Facets;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Synonyms;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.taxonomy.Region;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the README shows what stands here. */
class ReadmeSearchTest {
    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final List<String> shown = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();

    private void show(Object... what) {
        shown.add(List.of(what).toString());
    }

    @Test
    void search_does_what_the_readme_shows() {
        Article flood = SampleArticles.article("flood")
                .headline("Bridge over the Tigris closed for a week")
                .body("The Revolutionary Guards denied it. Engineers found cracks in the bridge.")
                .regions(SampleArticles.IRAQ)
                .build();
        articles.add(flood);
        for (int i = 0; i < 30; i++) {
            articles.add(SampleArticles.article("bridge" + i)
                    .headline("Bridge " + i + " closed for a week")
                    .regions(SampleArticles.IRAQ)
                    .build());
        }
        try (var search = LuceneSearch.open(folder.resolve("index"), clock)) {
            search.use(SearchPolicy.defaults()
                    .zone(ZoneId.of("Asia/Baghdad")) // whose months are counted
                    .synonyms(Synonyms.none().and("IRGC", "Revolutionary Guards")));
            search.put(articles); // found when this returns

            SearchQuery query = SearchQuery.text("brigde -river \"for a week\"")
                    .in(Region.of("iq"))
                    .facets(Facets.Kind.REGION, Facets.Kind.MONTH);
            SearchPage page = search.find(query);
            page.respelled().forEach(word -> show("looked for", word.as(), "not", word.typed()));
            page.hits()
                    .forEach(hit -> show(hit.item().headlineHtml(), hit.item().snippetHtml(), hit.reasons()));
            page.facets().of(Facets.Kind.REGION).forEach(count -> show(count.name(), count.articles()));
            page.alternatives()
                    .forEach(other -> show("did you mean", other.query().text(), other.total()));
            SearchPage next = search.find(query.after(page.next())); // misses and repeats nothing

            Suggestions box = search.suggest(SuggestQuery.typed("bri")); // for every keystroke
            box.suggestions().forEach(each -> show(each.html(), each.articles()));
            search.explain(query, flood.id()).obstacles().forEach(reason -> show(reason.rule(), reason.text()));

            assertThat(page.total()).isEqualTo(31);
            assertThat(page.hits()).hasSize(20);
            assertThat(next.hits()).hasSize(11);
            assertThat(shown)
                    .contains("[looked for, bridge, not, brigde]", "[Iraq, 31]")
                    .anyMatch(line -> line.contains("<mark>Bri</mark>dge"));
            assertThat(search.explain(query.withText("cholera"), flood.id()).obstacles())
                    .extracting(Reason::rule)
                    .containsOnly("S-03");
            assertThat(search.find(SearchQuery.text("IRGC")).total()).isEqualTo(1);
        }
    }

    @Test
    void it_stands_in_the_readme() throws IOException {
        String file = Files.readString(Path.of("src/test/java/dev/byline/examples/cli/ReadmeSearchTest.java"));
        String readme = Files.readString(Path.of("../../README.md"));
        int section = readme.indexOf("\n## Search\n");
        int start = readme.indexOf("```java\n", section) + "```java\n".length();
        String snippet = readme.substring(start, readme.indexOf("```", start));
        assertThat(section).isPositive();
        assertThat(snippet.lines().filter(line -> !line.isBlank()).count()).isGreaterThan(10);
        assertThat(file.lines().map(String::strip))
                .containsSubsequence(snippet.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
