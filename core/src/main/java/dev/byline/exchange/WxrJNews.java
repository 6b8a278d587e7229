package dev.byline.exchange;

import dev.byline.exchange.php.PhpValue;

/** What the theme JNews keeps beside a post, in arrays of PHP. */
final class WxrJNews {
    private WxrJNews() {}

    static void take(WxrItem item, String key, String value) {
        switch (key) {
            case "jnews_primary_category" -> {
                String id = PhpValue.of(value).at("id").text();
                item.primaryCategory = item.primaryCategory.isEmpty() ? id : item.primaryCategory;
            }
            case "jnews_single_post" -> {
                PhpValue settings = PhpValue.of(value);
                subtitle(item, settings.at("subtitle").text());
                item.sponsored |= settings.at("sponsored_post").text().equals("1");
            }
            default -> subtitle(item, value);
        }
    }

    private static void subtitle(WxrItem item, String text) {
        item.subtitle = item.subtitle.isEmpty() ? text.strip() : item.subtitle;
    }
}
