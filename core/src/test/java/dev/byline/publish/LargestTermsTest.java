package dev.byline.publish;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargestTermsTest {
    private static final Section SPORT = Section.of("sport", "Sport");
    private static final Section CULTURE = Section.of("culture", "Culture");

    @Test
    void theLargestRegionsAndSectionsComeFirstUnderTheNamesThatArticlesPrint() {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(List.of(
                article("a")
                        .published(NOW)
                        .sections(SPORT)
                        .regions(Region.of("IQ", "Irak"))
                        .build(),
                article("b")
                        .published(NOW.minus(Duration.ofDays(1)))
                        .sections(SPORT, CULTURE)
                        .build(),
                article("c")
                        .published(NOW.minus(Duration.ofDays(2)))
                        .sections(Section.of("culture", "Old name"))
                        .build(),
                article("d").published(NOW).sections(Section.of("zoo", "Zoo")).build(),
                article("e")
                        .status(ArticleStatus.DRAFT)
                        .sections(Section.of("draft", "Draft"))
                        .build()));

        Menu menu = LargestTerms.menu("main", "Main menu", "Start", store, NOW, 2);

        assertThat(menu.entries().get(0).target()).isEqualTo(MenuTarget.home());
        assertThat(menu.entries())
                .extracting(Menu.Entry::label)
                .endsWith("Culture", "Sport")
                .contains("Start", "Irak");
        assertThat(menu.entries())
                .extracting(Menu.Entry::target)
                .contains(MenuTarget.of(SPORT), MenuTarget.of(CULTURE));
        assertThat(LargestTerms.menu("main", "Main menu", "Start", store, NOW, 0)
                        .entries())
                .hasSize(1);
    }
}
