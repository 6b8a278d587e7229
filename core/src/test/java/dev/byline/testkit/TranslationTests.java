package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Listed;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The articles of a translation group. */
@Rule("A-04")
abstract class TranslationTests extends StoreTests {
    private static ArticleBuilder of(String group, String id, String language) {
        return article(id).language(Language.of(language)).translationGroup(group);
    }

    private List<String> translations(Listed article, Instant at) {
        return store.translations(article, at).stream()
                .map(found -> found.id().value())
                .toList();
    }

    @Test
    void anArticleIsAmongItsTranslationsWhicheverIsAskedFor() {
        Article english = of("floods", "en", "en").published(NOW.minus(MINUTE)).build();
        Article arabic = of("floods", "ar", "ar").build();
        Article persian = of("floods", "fa", "fa").build();
        store.put(List.of(english, arabic, persian, of("Floods", "other", "ar").build()));
        for (Article one : List.of(english, arabic, persian)) {
            assertThat(store.translations(one, NOW))
                    .containsExactly(persian.summary(), arabic.summary(), english.summary());
            assertThat(translations(one.summary(), NOW)).containsExactly("fa", "ar", "en");
        }
        assertThat(translations(of("floods", "unknown", "he").build(), NOW))
                .as("of one that the store does not have")
                .containsExactly("fa", "ar", "en");
    }

    @Test
    void whatHasNoGroupHasNoTranslations() {
        Article lone = article("a").build();
        store.put(List.of(lone, article("b").build(), of("floods", "c", "en").build()));
        assertThat(store.translations(lone, NOW)).isEmpty();
        assertThat(translations(of("nobody's", "d", "en").build(), NOW)).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).translationGroup("nobody's"))).isEmpty();
        assertThat(store.count(ArchiveQuery.at(NOW).translationGroup("nobody's")))
                .isZero();
    }

    @Test
    void onlyWhatIsPublicAtTheInstantIsATranslation() {
        Article english = of("floods", "en", "en").build();
        store.put(List.of(
                english,
                of("floods", "soon", "ar")
                        .published(NOW.plus(MINUTE))
                        .status(ArticleStatus.SCHEDULED)
                        .build(),
                of("floods", "brief", "fa").expiresAt(NOW.plus(MINUTE)).build(),
                of("floods", "draft", "he").status(ArticleStatus.DRAFT).build(),
                of("floods", "private", "ckb").status(ArticleStatus.PRIVATE).build(),
                of("floods", "locked", "tr").passwordProtected(true).build()));
        assertThat(translations(english, NOW.minus(MOMENT))).isEmpty();
        assertThat(translations(english, NOW)).containsExactly("en", "brief");
        assertThat(translations(english, NOW.plus(MINUTE).minus(MOMENT))).containsExactly("en", "brief");
        assertThat(translations(english, NOW.plus(MINUTE))).containsExactly("soon", "en");
        store.withdraw(List.of(ArticleId.of("en")));
        assertThat(translations(english, NOW.plus(MINUTE))).containsExactly("soon");
    }

    @Test
    void anArticleMovesFromGroupToGroup() {
        Article english = of("floods", "en", "en").build();
        Article arabic = of("droughts", "ar", "ar").build();
        store.put(List.of(english, arabic));
        assertThat(translations(english, NOW)).containsExactly("en");
        store.put(arabic.toBuilder().translationGroup("floods").build());
        assertThat(translations(english, NOW)).containsExactly("en", "ar");
        assertThat(translations(arabic, NOW)).isEmpty();
        store.put(english.toBuilder().translationGroup("").build());
        assertThat(translations(english, NOW)).containsExactly("ar");
    }

    @Test
    void aGroupIsAListingLikeAnyOther() {
        store.put(List.of(
                of("floods", "c", "en").regions(IRAQ).build(),
                of("floods", "b", "ar").build(),
                of("", "a", "en").regions(IRAQ).build()));
        ArchiveQuery query = ArchiveQuery.at(NOW).translationGroup("floods");
        assertThat(ids(query.limit(1))).containsExactly("c", "b");
        assertThat(store.count(query)).isEqualTo(2);
        assertThat(ids(query.in(IRAQ))).containsExactly("c");
        assertThat(store.count(query.in(IRAQ))).isEqualTo(1);
        assertThat(ids(query.published(null, NOW))).isEmpty();
        assertThat(ids(query.translationGroup(""))).containsExactly("c", "b", "a");
    }

    @Test
    void ofAGroupThatIsNoneTheNewestHundredAreRead() {
        store.put(IntStream.range(0, 120)
                .mapToObj(minute -> of("all", "n" + minute, "en")
                        .published(NOW.minus(MINUTE.multipliedBy(minute)))
                        .build())
                .toList());
        assertThat(translations(of("all", "n7", "en").build(), NOW))
                .isEqualTo(
                        IntStream.range(0, 100).mapToObj(minute -> "n" + minute).toList());
    }
}
