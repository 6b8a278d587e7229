package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JNews counted of shares. */
class WxrSharesTest {
    private static final ArticleId ID = ArticleId.of("7");
    private static final Instant COUNTED = Instant.ofEpochSecond(1_598_711_179);

    private static Item.@Nullable Balance balance(String total, String networks, String at) {
        WxrItem item = new WxrItem(1);
        item.shares = total;
        item.sharesByNetwork = networks;
        item.sharesAt = at;
        return WxrShares.of(ID, item, Instant.EPOCH);
    }

    @Test
    void theTotalIsSharedOutByNetwork() {
        assertThat(balance("9", "a:3:{s:8:\"facebook\";i:5;s:7:\"twitter\";s:1:\"1\";s:2:\"vk\";i:0;}", "1598711179"))
                .isEqualTo(new Item.Balance(ID, COUNTED, 0, Map.of("facebook", 5L, "twitter", 1L, "other", 3L)));
        assertThat(balance("2", "a:1:{s:8:\"facebook\";i:5;}", ""))
                .isEqualTo(new Item.Balance(ID, Instant.EPOCH, 0, Map.of("facebook", 5L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a:1:{s:8:\"facebook\"",
                "a:1:{s:8:\"facebook\";i:5",
                "a:1:{s:8:\"facebook\";a:1:{i:0;i:1;}}",
                "a:1:{O:8:\"stdClass\":0:{}}",
                "a:1:{;;;;",
                "a:1:{i:",
                "x{"
            })
    void whatIsNoArrayOfNetworksLeavesTheTotal(String networks) {
        assertThat(balance("2", networks, "1598711179"))
                .isEqualTo(new Item.Balance(ID, COUNTED, 0, Map.of("other", 2L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "many", "9223372036854775807", "99999999999999999999"})
    void whatIsNoTotalIsNoBalance(String total) {
        assertThat(balance(total, "", "")).isNull();
    }

    @Property
    void anythingIsReadOrPassedOver(@ForAll String total, @ForAll String networks, @ForAll String at) {
        Item.Balance balance = balance(total, "a:1:{" + networks, at);
        assertThat(balance == null || !balance.shares().isEmpty()).isTrue();
    }

    @Test
    void itComesBehindItsArticle() {
        String file = "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version>"
                + "<item><title>Bridge</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>"
                + "<wp:status>publish</wp:status><wp:post_date_gmt>2020-08-01 10:00:00</wp:post_date_gmt>"
                + "<wp:postmeta><wp:meta_key>jnews_social_counter_total</wp:meta_key><wp:meta_value>2</wp:meta_value>"
                + "</wp:postmeta></item></channel></rss>";
        List<Item> items = new ArrayList<>();
        ImportReport report = WxrReader.with(ImportOptions.defaults())
                .read(ContentSource.of("jnews.xml", file.getBytes(StandardCharsets.UTF_8)), items::add);
        assertThat(report.count(Counted.BALANCES)).isEqualTo(1);
        assertThat(items.get(items.size() - 1))
                .isEqualTo(new Item.Balance(ID, Instant.parse("2020-08-01T10:00:00Z"), 0, Map.of("other", 2L)));
        assertThat(items.get(items.size() - 2)).isInstanceOf(Item.Article.class);
    }
}
