package dev.byline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.byline.article.ArticleId;
import dev.byline.article.Image;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.text.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client gets is the same under both Jacksons, and can be read again. */
class JsonTest {
    private static final SearchQuery QUERY = SearchQuery.text("bridge")
            .in(RegionGroup.of("g", "G", Region.of("iq", "Iraq"), Region.of("bh", "Bahrain")))
            .section("politics")
            .tag("floods")
            .author("mina")
            .sort(SearchQuery.Sort.NEWEST)
            .page(2, 7);

    @Test
    void a_page_is_written_and_read() throws IOException {
        SearchHit hit = new SearchHit(
                ArticleId.of("a"),
                "bridge",
                "Bridge",
                "<mark>Bridge</mark>",
                "",
                Instant.parse("2026-11-01T12:00:00Z"),
                "Iraq",
                Language.of("en"),
                Image.of("https://news.example/a.jpg", "A bridge"));
        SearchPage page = SearchPage.of(
                QUERY,
                15,
                1,
                false,
                List.of(new Ranked<>(hit, 2, "relevance", 0.5, List.of(new Reason("S-05", "speaks of bridge", 2)))));
        String json = """
                {"query":{"text":"bridge","regions":["bh","iq"],"section":"politics","tag":"floods","author":"mina",\
                "unfinished":false,"asTyped":false,"sort":"newest","page":2,"size":7},"outcome":"found","total":15,\
                "withAllWords":1,"cut":false,"respelled":[],"alternatives":[],"facets":{},"next":"","hits":[{"item":{"id":"a",\
                "slug":"bridge","headline":"Bridge","headlineHtml":"<mark>Bridge</mark>",\
                "publishedAt":"2026-11-01T12:00:00Z","label":"Iraq","language":"en",\
                "image":{"url":"https://news.example/a.jpg","alt":"A bridge"}},"value":2.0,"unit":"relevance",\
                "score":0.5,"reasons":[{"rule":"S-05","text":"speaks of bridge","part":2.0}]}]}""";
        var three = new tools.jackson.databind.json.JsonMapper();
        assertThat(three.writeValueAsString(page)).isEqualTo(json);
        assertThat(three.readValue(json, SearchPage.class)).isEqualTo(page);
        var status = new SearchStatus(3, 1, null, null, "", "", 0, false, "");
        assertThat(three.writeValueAsString(status))
                .isEqualTo("{\"articles\":3,\"uncommitted\":1,\"bytes\":0,\"readOnly\":false}");
        assertThat(three.readValue("{\"articles\":3,\"uncommitted\":1}", SearchStatus.class))
                .isEqualTo(status);
        var commits = Commits.defaults();
        assertThat(three.writeValueAsString(commits)).isEqualTo("{\"articles\":1000,\"within\":\"PT30S\"}");
        assertThat(three.readValue(three.writeValueAsString(commits), Commits.class))
                .isEqualTo(commits);
        assertThat(three.readValue("{\"articles\":7}", Commits.class)).isEqualTo(commits.articles(7));
        var verified = new Verification(9, 1, 0, 0, List.of(ArticleId.of("a")), List.of(), List.of());
        assertThat(three.writeValueAsString(verified))
                .isEqualTo("{\"compared\":9,\"missing\":1,\"extra\":0,\"different\":0,\"missingIds\":[\"a\"]}");
        assertThat(three.readValue(three.writeValueAsString(verified), Verification.class))
                .isEqualTo(verified);
        var two = new com.fasterxml.jackson.databind.json.JsonMapper();
        assertThat(two.writeValueAsString(QUERY)).isEqualTo(three.writeValueAsString(QUERY));
        assertThat(two.readValue(two.writeValueAsString(QUERY), SearchQuery.class))
                .isEqualTo(QUERY);
    }

    @Test
    void pages_and_commits_have_bounds() {
        SearchQuery query = SearchQuery.text("a");
        assertThatIllegalArgumentException().isThrownBy(() -> new Commits(-1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Commits.defaults().within(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Commits.defaults().within(Duration.ofDays(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> query.page(-1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> query.page(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.page(0, SearchQuery.MOST + 1));
        assertThat(query.page(Integer.MAX_VALUE, SearchQuery.MOST).page()).isEqualTo(Integer.MAX_VALUE);
    }
}
