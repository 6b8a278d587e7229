package dev.byline.ranking.popular;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.hoursAgo;
import static dev.byline.testkit.SampleArticles.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.ranking.testkit.Readers;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final ArticleId BRIDGE = ArticleId.of("bridge");

    private final List<Engagement> events = new ArrayList<>();
    private final MovableClock clock = MovableClock.at(NOW);
    private final Readers readers = Readers.of(events::add, clock);

    @Test
    void somebodyNewReadsNow() {
        readers.view("bridge").view(article("bridge").build());
        clock.advance(Duration.ofHours(1));
        readers.view("bridge");
        assertThat(events)
                .containsExactly(
                        Engagement.view(BRIDGE, "reader-1", NOW),
                        Engagement.view(BRIDGE, "reader-2", NOW),
                        Engagement.view(BRIDGE, "reader-3", hoursAgo(-1)));
    }

    @Test
    void whoAndWhenAreSaidFirst() {
        readers.by("ana").at(hoursAgo(3)).view("bridge", 2);
        readers.by("").view("bridge");
        readers.at(hoursAgo(1))
                .share("bridge", "facebook")
                .share(article("bridge").build(), "x");
        assertThat(events)
                .containsExactly(
                        Engagement.view(BRIDGE, "ana", hoursAgo(3)),
                        Engagement.view(BRIDGE, "ana", hoursAgo(3)),
                        Engagement.view(BRIDGE, "", NOW),
                        Engagement.share(BRIDGE, "facebook", hoursAgo(1)),
                        Engagement.share(BRIDGE, "x", hoursAgo(1)));
    }

    @Test
    void manyComeEvenlyOverASpan() {
        readers.over(Duration.ofHours(1)).view("bridge", 4).share("bridge", "x", 2);
        assertThat(events)
                .extracting(Engagement::at)
                .containsExactly(minutesAgo(45), minutesAgo(30), minutesAgo(15), NOW, minutesAgo(30), NOW);
        assertThat(events.subList(0, 4)).extracting(Engagement::visitor).doesNotHaveDuplicates();
        assertThatThrownBy(() -> readers.over(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeedMakesTheSameTraffic() {
        List<Article> articles = SampleArticles.published(20, 1);
        List<Engagement> again = new ArrayList<>();
        readers.over(Duration.ofDays(7)).browse(articles, 5_000, 1);
        Readers.of(again::add, clock).over(Duration.ofDays(7)).browse(articles, 5_000, 1);
        assertThat(events).hasSize(5_000).isEqualTo(again);
        again.clear();
        Readers.of(again::add, clock).over(Duration.ofDays(7)).browse(articles, 5_000, 2);
        assertThat(events).isNotEqualTo(again);
    }

    @Test
    void trafficIsAsSitesSeeIt() {
        List<Article> articles = SampleArticles.published(20, 1);
        readers.over(Duration.ofDays(7)).browse(articles, 10_000, 1);
        assertThat(events).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(events.get(9_999).at()).isEqualTo(NOW);
        long shares = events.stream()
                .filter(event -> event.kind() == Engagement.Kind.SHARE)
                .count();
        assertThat(shares).isBetween(150L, 250L);
        assertThat(views("n0")).isBetween(views("n1") * 3 / 2, views("n1") * 5 / 2);
        assertThat(views("n19")).isPositive();
        long visitors = events.stream().map(Engagement::visitor).distinct().count();
        assertThat(10_000 - shares - visitors).isBetween(800L, 1_200L);
    }

    private long views(String article) {
        return events.stream()
                .filter(event -> event.kind() == Engagement.Kind.VIEW
                        && event.article().value().equals(article))
                .count();
    }
}
