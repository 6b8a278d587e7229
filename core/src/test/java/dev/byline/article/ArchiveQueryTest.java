package dev.byline.article;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.MIDDLE_EAST;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.QATAR;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveQueryTest {
    private static final Article ARTICLE = article("a")
            .regions(BASRA)
            .sections(ELECTIONS)
            .tags(Tag.of("oil", "Oil"))
            .authors(Author.of("mina", "Mina"))
            .translationGroup("g1")
            .build();
    private static final ArchiveQuery ALL = ArchiveQuery.at(NOW);

    @Test
    @Rule("A-01")
    void eachConditionIsOneOfItsOwn() {
        assertThat(ALL.matches(ARTICLE)).isTrue();
        assertThat(ALL.in(BASRA).matches(ARTICLE)).isTrue();
        assertThat(ALL.in(IRAQ).matches(ARTICLE)).isTrue();
        assertThat(ALL.in(MIDDLE_EAST).matches(ARTICLE.summary())).isTrue();
        assertThat(ALL.in(IRAN).matches(ARTICLE)).isFalse();
        assertThat(ALL.in(RegionGroup.of("g", "", QATAR, IRAQ)).matches(ARTICLE))
                .isTrue();
        assertThat(ALL.in(RegionGroup.of("g", "", QATAR, IRAN)).matches(ARTICLE))
                .isFalse();
        assertThat(ALL.section("elections").matches(ARTICLE)).isTrue();
        assertThat(ALL.section("politics").matches(ARTICLE)).isTrue();
        assertThat(ALL.section("iq").matches(ARTICLE)).isFalse();
        assertThat(ALL.tag("oil").matches(ARTICLE)).isTrue();
        assertThat(ALL.tag("Oil").matches(ARTICLE)).isFalse();
        assertThat(ALL.author("mina").matches(ARTICLE)).isTrue();
        assertThat(ALL.author("jon").matches(ARTICLE)).isFalse();
        assertThat(ALL.translationGroup("g1").matches(ARTICLE)).isTrue();
        assertThat(ALL.translationGroup("g1").matches(ARTICLE.summary())).isTrue();
        assertThat(ALL.translationGroup("G1").matches(ARTICLE)).isFalse();
        assertThat(ALL.translationGroup("g1").matches(article("b").build())).isFalse();
        assertThat(ALL.published(NOW, null).matches(ARTICLE)).isTrue();
        assertThat(ALL.published(NOW.plusNanos(1), null).matches(ARTICLE)).isFalse();
        assertThat(ALL.published(null, NOW).matches(ARTICLE)).isFalse();
        assertThat(ALL.published(null, NOW.plusNanos(1)).matches(ARTICLE)).isTrue();
        assertThat(ArchiveQuery.at(NOW.minusNanos(1)).matches(ARTICLE)).isFalse();
        assertThat(ALL.matches(Article.builder(ArticleId.of("d"), "d").build())).isFalse();
    }

    @Test
    void aMonthIsOneOfTheZone() {
        ArchiveQuery november = ALL.month(YearMonth.of(2026, 11), ZoneId.of("Asia/Baghdad"));
        assertThat(november.from()).isEqualTo(Instant.parse("2026-10-31T21:00:00Z"));
        assertThat(november.to()).isEqualTo(Instant.parse("2026-11-30T21:00:00Z"));
    }

    @Test
    void conditionsAreKeptWhileOthersAreAdded() {
        ArchiveCursor cursor = ArchiveCursor.behind(ARTICLE);
        ArchiveQuery query = ALL.in(IRAQ)
                .section("politics")
                .tag("oil")
                .author("mina")
                .translationGroup("g1")
                .published(NOW.minusSeconds(1), NOW)
                .limit(7)
                .after(cursor);
        assertThat(query)
                .isEqualTo(new ArchiveQuery(
                        NOW, Set.of("iq"), "politics", "oil", "mina", "g1", NOW.minusSeconds(1), NOW, 7, cursor));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, ArchiveQuery.MOST + 1})
    void aPageHoldsOneToAThousand(int limit) {
        assertThatThrownBy(() -> ALL.limit(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(limit));
    }
}
