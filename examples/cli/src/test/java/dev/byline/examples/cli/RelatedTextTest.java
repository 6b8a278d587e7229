package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedCandidate;
import dev.byline.ranking.related.RelatedPolicy;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists made by hand, printed over the sample site. */
class RelatedTextTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Sample.NOW);

    @TempDir
    Path folder;

    private interface Listing {
        ExplainedList of(Newsroom newsroom);
    }

    private String printed(Listing listing) {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), bytes, out, out, CLOCK, false);
        try (Newsroom newsroom = Newsroom.read(folder, CLOCK)) {
            new RelatedText(terminal, newsroom, true).print(listing.of(newsroom));
        }
        terminal.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Article article(Newsroom newsroom, String id) {
        return newsroom.articles().find(ArticleId.of(id)).orElseThrow();
    }

    private static RelatedCandidate candidate(Newsroom newsroom, String id, double similarity) {
        ArticleSummary post =
                newsroom.articles().summaries(List.of(ArticleId.of(id))).get(0);
        return RelatedCandidate.of(post, similarity);
    }

    @Test
    void copies_and_posts_of_one_story_are_named_by_their_addresses() {
        String text = printed(newsroom -> RelatedArticles.rank(
                article(newsroom, "dhow-yards"),
                List.of(
                        candidate(newsroom, "pearls", .9),
                        candidate(newsroom, "hadra", .8).story(ArticleId.of("pearls")),
                        candidate(newsroom, "abra", .7).story(ArticleId.of("dhow-yards"))),
                4,
                RelatedPolicy.defaults().minimumScore(0),
                Sample.NOW));
        assertThat(text)
                .startsWith("[Trade] A minute at a time: the pearl divers of Muharraq\n  /pearl-divers-of-muharraq ")
                .endsWith("""

                        Left out:
                          R-24  /five-minutes-on-dubai-creek  is a copy of the article
                          R-25  /fish-traps-of-the-tide  tells the same story as /pearl-divers-of-muharraq
                        """);
    }

    @Test
    void the_nearest_to_the_minimum_come_last_but_in_their_order() {
        String text = printed(newsroom -> new ExplainedList(
                List.of(),
                List.of(
                        new LeftOut(ArticleId.of("abra"), "R-06", "a score of 0.04, below 0.9"),
                        new LeftOut(ArticleId.of("falcons"), "R-06", "a score of 0.812, below 0.9"),
                        new LeftOut(ArticleId.of("gone"), "R-02", "is not public"),
                        new LeftOut(ArticleId.of("pearls"), "R-06", "a score of 0.81, below 0.9"))));
        assertThat(text).isEqualTo("""

                        Left out:
                          R-02  gone  is not public
                          R-06  /falcon-season-opens  a score of 0.812, below 0.9
                          R-06  /pearl-divers-of-muharraq  a score of 0.81, below 0.9
                          R-06  /five-minutes-on-dubai-creek  a score of 0.04, below 0.9
                        """);
    }

    @Test
    void what_fills_the_list_says_with_what() {
        String text = printed(newsroom -> RelatedArticles.rank(
                article(newsroom, "dhow-yards"),
                List.of(RelatedCandidate.toFill(
                        candidate(newsroom, "falcons", 1).article())),
                4,
                RelatedPolicy.defaults(),
                Sample.NOW));
        assertThat(text)
                .contains("\n  /falcon-season-opens  16 November 2026  (newest in UAE)\n", "    +0.0000  R-14  ");
    }
}
