package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.exchange.Item;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.testkit.SampleArticles;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedTest {
    @Test
    void what_was_written_is_read() {
        for (Article article : SampleArticles.mixed(300, 5)) {
            assertThat(Packed.read(Packed.write(article), Article.class)).isEqualTo(article);
        }
        Menu menu = Menu.of(
                "main",
                "Main; ~(menu",
                Menu.Entry.of("12;half \ud800", MenuTarget.home(), Menu.Entry.of("", MenuTarget.region("iq"))));
        assertThat(Packed.read(Packed.write(menu), Menu.class)).isEqualTo(menu);
        Item.Balance balance = new Item.Balance(
                ArticleId.of("a"), Instant.parse("2026-11-20T12:00:00.000000001Z"), 7, Map.of("x", 1L, "facebook", 2L));
        assertThat(Packed.read(Packed.write(balance), Item.Balance.class)).isEqualTo(balance);
        assertThat(Packed.read(Packed.write(new int[] {1, -2}), int[].class)).containsExactly(1, -2);
    }

    @Test
    void equal_values_have_equal_text() {
        Item.Balance one = new Item.Balance(ArticleId.of("a"), SampleArticles.NOW, 7, Map.of("x", 1L, "facebook", 2L));
        Item.Balance same = new Item.Balance(ArticleId.of("a"), SampleArticles.NOW, 7, Map.of("facebook", 2L, "x", 1L));
        assertThat(Packed.write(one)).isEqualTo(Packed.write(same));
    }

    @Test
    void damage_is_refused_wherever_it_lies() {
        String text = Packed.write(SampleArticles.published(1, 3).get(0));
        for (int cut = 0; cut < text.length(); cut++) {
            String half = text.substring(0, cut);
            assertThatThrownBy(() -> Packed.read(half, Article.class)).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> Packed.read("2000000000;", int[].class)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Packed.read("(".repeat(100_000), Menu.class)).isInstanceOf(RuntimeException.class);
    }
}
