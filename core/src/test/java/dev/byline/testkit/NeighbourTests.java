package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.QATAR;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleSummary;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.article.Neighbours;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The previous and the next article. */
@Rule("A-03")
abstract class NeighbourTests extends StoreTests {
    @Test
    void neighboursAreTheNearestByDateAndThenById() {
        Article a = article("a").published(NOW.minus(MINUTE)).build();
        Article b = article("b").published(NOW.minus(MINUTE)).build();
        Article c = article("c").build();
        store.put(List.of(c, a, b));
        NeighbourQuery query = NeighbourQuery.at(NOW);
        assertThat(store.neighbours(a, query)).isEqualTo(new Neighbours(null, b.summary()));
        assertThat(store.neighbours(b.summary(), query)).isEqualTo(new Neighbours(a.summary(), c.summary()));
        assertThat(store.neighbours(c, query)).isEqualTo(new Neighbours(b.summary(), null));
    }

    @Test
    void anArticleThatIsNotPublicHasTheNeighboursOfItsPlace() {
        store.put(List.of(
                article("old").published(NOW.minus(MINUTE)).build(),
                article("new").build()));
        Instant between = NOW.minusSeconds(30);
        assertThat(store.neighbours(
                        article("draft")
                                .publishedAt(between)
                                .status(ArticleStatus.DRAFT)
                                .build(),
                        NeighbourQuery.at(NOW)))
                .isEqualTo(new Neighbours(only("old"), only("new")));
        assertThat(store.neighbours(
                        article("future").published(NOW.plus(MINUTE)).build(), NeighbourQuery.at(NOW)))
                .isEqualTo(new Neighbours(only("new"), null));
        assertThat(store.neighbours(article("past").published(between).build(), NeighbourQuery.at(between)))
                .isEqualTo(new Neighbours(only("old"), null));
    }

    @Test
    void anArticleWithoutADateHasNoPlace() {
        Article undated = article("undated-7")
                .status(ArticleStatus.DRAFT)
                .publishedAt(null)
                .build();
        for (Within within : Within.values()) {
            assertThatThrownBy(() ->
                            store.neighbours(undated, NeighbourQuery.at(NOW).within(within)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("undated-7");
        }
    }

    @Test
    void anArticleIsNotItsOwnNeighbour() {
        store.put(article("a").build());
        Article asItWas = article("a").published(NOW.minus(MINUTE)).build();
        assertThat(store.neighbours(asItWas, NeighbourQuery.at(NOW))).isEqualTo(new Neighbours(null, null));
    }

    @Test
    void adjacencyWithinATermCanBeOneSided() {
        Article inBasra = article("c").regions(BASRA).build();
        Article inIraq = article("b").regions(IRAQ).published(NOW.minus(MINUTE)).build();
        Article inIran =
                article("a").regions(IRAN).published(NOW.minusSeconds(30)).build();
        store.put(List.of(inBasra, inIraq, inIran));
        NeighbourQuery query = NeighbourQuery.at(NOW).within(Within.REGION);
        assertThat(store.neighbours(inIraq, query)).isEqualTo(new Neighbours(null, inBasra.summary()));
        assertThat(store.neighbours(inBasra, query))
                .as("Iraq is around Basra, not inside it")
                .isEqualTo(new Neighbours(null, null));
        assertThat(store.neighbours(inIran, query)).isEqualTo(new Neighbours(null, null));
        assertThat(store.neighbours(article("x").build(), query))
                .as("an article without a region has no neighbours in one")
                .isEqualTo(new Neighbours(null, null));
    }

    @Test
    void neighboursWithinSharedTermsComeFromAnyOfThem() {
        Article subject = article("m")
                .regions(IRAN, QATAR)
                .sections(POLITICS, BUSINESS)
                .published(NOW.minusSeconds(50))
                .build();
        store.put(List.of(
                subject,
                article("q").regions(QATAR).published(NOW.minusSeconds(40)).build(),
                article("i").regions(IRAN).published(NOW.minusSeconds(30)).build(),
                article("p").sections(ELECTIONS).published(NOW.minusSeconds(60)).build(),
                article("o")
                        .regions(IRAN, QATAR)
                        .published(NOW.minusSeconds(70))
                        .build(),
                article("e").sections(BUSINESS).published(NOW.minusSeconds(20)).build()));
        assertThat(store.neighbours(subject, NeighbourQuery.at(NOW).within(Within.REGION)))
                .isEqualTo(new Neighbours(only("o"), only("q")));
        assertThat(store.neighbours(subject, NeighbourQuery.at(NOW).within(Within.SECTION)))
                .isEqualTo(new Neighbours(only("p"), only("e")));
    }

    @Test
    void excludedTermsArePassedOver() {
        store.put(List.of(
                article("g").build(),
                article("f")
                        .published(NOW.minusSeconds(10))
                        .tags(Tag.of("sponsored", ""))
                        .build(),
                article("e").published(NOW.minusSeconds(20)).regions(BASRA).build(),
                article("d").published(NOW.minusSeconds(30)).build(),
                article("c").published(NOW.minusSeconds(40)).sections(ELECTIONS).build(),
                article("b").published(NOW.minusSeconds(50)).build()));
        ArticleSummary d = only("d");
        NeighbourQuery query = NeighbourQuery.at(NOW);
        assertThat(store.neighbours(d, query.excluding("sponsored", "politics", "iq")))
                .isEqualTo(new Neighbours(only("b"), only("g")));
        assertThat(store.neighbours(d, query.excluding("sponsored"))).isEqualTo(new Neighbours(only("c"), only("e")));
        assertThat(store.neighbours(only("e"), query.excluding("iq")))
                .as("the article itself may have an excluded term")
                .isEqualTo(new Neighbours(d, only("f")));
    }

    @Test
    void goingOnFromTheOldestVisitsEveryPublicArticleOnce() {
        List<Article> articles = SampleArticles.mixed(120, 11);
        store.put(articles);
        List<ArticleSummary> listing = walk(ArchiveQuery.at(NOW));
        List<ArticleSummary> visited = new ArrayList<>();
        NeighbourQuery query = NeighbourQuery.at(NOW);
        for (@Nullable ArticleSummary here = listing.get(listing.size() - 1);
                here != null && visited.size() <= listing.size(); ) {
            visited.add(0, here);
            ArticleSummary next = store.neighbours(here, query).next();
            if (next != null) {
                assertThat(store.neighbours(next, query).previous()).isEqualTo(here);
            }
            here = next;
        }
        assertThat(visited).isEqualTo(listing);
    }
}
