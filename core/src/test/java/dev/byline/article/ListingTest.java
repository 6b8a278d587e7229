package dev.byline.article;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of many blocks: that they are split and joined, and still are one sorted list. */
class ListingTest {
    private final Listing listing = new Listing();
    private final TreeSet<ArticleSummary> model = new TreeSet<>(Listed.NEWEST_FIRST);

    @ParameterizedTest
    @CsvSource({"newest first, 0.3", "oldest first, 0.3", "shuffled, 0.3", "shuffled, 1.0", "shuffled, 0.0"})
    void itAnswersAsASortedSetDoes(String order, double expiring) {
        SplittableRandom random = new SplittableRandom(7);
        List<ArticleSummary> articles = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            Instant published = NOW.minus(Duration.ofMinutes(i / 2));
            articles.add(SampleArticles.article("n" + i)
                    .publishedAt(published)
                    .expiresAt(
                            random.nextDouble() < expiring
                                    ? published.plus(Duration.ofMinutes(random.nextInt(1, 3000)))
                                    : null)
                    .build()
                    .summary());
        }
        switch (order) {
            case "newest first" -> {}
            case "oldest first" -> articles.sort(Listed.NEWEST_FIRST.reversed());
            default ->
                articles.sort(
                        Comparator.comparing(article -> article.id().value().hashCode() * 31 % 10_007));
        }
        for (ArticleSummary article : articles) {
            listing.replace(null, article);
            model.add(article);
        }
        check(random);
        for (ArticleSummary article : articles) {
            if (random.nextInt(10) < 8) {
                listing.replace(article, null);
                model.remove(article);
            }
        }
        check(random);
        for (ArticleSummary article : articles) {
            if (!model.contains(article)) {
                listing.replace(null, article);
                model.add(article);
            }
        }
        check(random);
        for (ArticleSummary article : articles) {
            listing.replace(article, null);
        }
        assertThat(listing.size()).isZero();
        assertThat(listing.count(ArchiveQuery.at(NOW))).isZero();
        assertThat(listing.older(ArchiveQuery.at(NOW)).hasNext()).isFalse();
    }

    private void check(SplittableRandom random) {
        assertThat(listing.size()).isEqualTo(model.size());
        for (int i = 0; i < 25; i++) {
            Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(-10, 2100)));
            Instant from = random.nextBoolean() ? null : at.minus(Duration.ofMinutes(random.nextInt(1500)));
            Instant to = random.nextBoolean() ? null : at.minus(Duration.ofMinutes(random.nextInt(1500)));
            ArchiveQuery query = ArchiveQuery.at(at).published(from, to);
            List<ArticleSummary> expected =
                    model.stream().filter(query::matches).toList();
            assertThat(list(listing.older(query))).isEqualTo(expected);
            assertThat(listing.count(query)).isEqualTo(expected.size());

            ArchiveCursor place = new ArchiveCursor(
                    NOW.minus(Duration.ofMinutes(random.nextInt(2100))), ArticleId.of("n" + random.nextInt(4000)));
            List<ArticleSummary> visible =
                    model.stream().filter(article -> article.isPublic(at)).toList();
            assertThat(list(listing.older(ArchiveQuery.at(at).after(place))))
                    .isEqualTo(visible.stream()
                            .filter(article -> compare(article, place) > 0)
                            .toList());
            assertThat(list(listing.newer(place, at)))
                    .isEqualTo(visible.stream()
                            .filter(article -> compare(article, place) < 0)
                            .sorted(Listed.NEWEST_FIRST.reversed())
                            .toList());
        }
    }

    private static int compare(ArticleSummary article, ArchiveCursor place) {
        return Listed.NEWEST_FIRST.compare(
                article,
                SampleArticles.article(place.id().value())
                        .publishedAt(place.publishedAt())
                        .build());
    }

    private static List<ArticleSummary> list(Iterator<ArticleSummary> walk) {
        List<ArticleSummary> all = new ArrayList<>();
        walk.forEachRemaining(all::add);
        return all;
    }

    @Test
    void anEditThatKeepsThePlaceIsSeen() {
        Article article = SampleArticles.article("a").build();
        ArticleSummary edited = article.toBuilder().headline("Edited").build().summary();
        listing.replace(null, article.summary());
        listing.replace(article.summary(), edited);
        assertThat(list(listing.older(ArchiveQuery.at(NOW)))).containsExactly(edited);
        assertThat(listing.size()).isEqualTo(1);
    }

    @Test
    void aDateThatExpiresIsCountedAnewWhenItMoves() {
        Article article =
                SampleArticles.article("a").expiresAt(NOW.plusSeconds(1)).build();
        Article longer = article.toBuilder().expiresAt(NOW.plusSeconds(9)).build();
        listing.replace(null, article.summary());
        listing.replace(article.summary(), longer.summary());
        assertThat(listing.count(ArchiveQuery.at(NOW.plusSeconds(5)))).isEqualTo(1);
        assertThat(listing.count(ArchiveQuery.at(NOW.plusSeconds(9)))).isZero();
    }
}
