package dev.byline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** WXR files for tests, and what came out of them. */
final class Wxrs {
    private Wxrs() {}

    /** What a reader gave. */
    record Result(ImportReport report, List<Item> items) {
        List<dev.byline.article.Article> articles() {
            return of(Item.Article.class, Item.Article::article);
        }

        List<dev.byline.article.StaticPage> pages() {
            return of(Item.Page.class, Item.Page::page);
        }

        List<dev.byline.comment.Comment> comments() {
            return of(Item.Remark.class, Item.Remark::comment);
        }

        List<dev.byline.article.Author> authors() {
            return of(Item.Author.class, Item.Author::author);
        }

        List<dev.byline.taxonomy.Menu> menus() {
            return of(Item.Navigation.class, Item.Navigation::menu);
        }

        dev.byline.article.Article article() {
            return articles().get(0);
        }

        dev.byline.article.Article article(String id) {
            return articles().stream()
                    .filter(article -> article.id().value().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        Problem fatal() {
            @Nullable Problem fatal = report.fatal();
            if (fatal == null) {
                throw new AssertionError("not refused: " + report);
            }
            return fatal;
        }

        private <I extends Item, T> List<T> of(Class<I> type, Function<I, T> value) {
            return items.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .map(value)
                    .toList();
        }
    }

    /** A whole file around the inside of its channel. */
    static String channel(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"
                  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                  xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:wp="http://wordpress.org/export/1.2/">
                <channel>
                <wp:wxr_version>1.2</wp:wxr_version>
                """ + inside + "\n</channel>\n</rss>\n";
    }

    /** An item with these fields besides an id, a type, a status and a date. */
    static String post(int id, String fields) {
        return item(
                id,
                "post",
                "<wp:status>publish</wp:status><wp:post_date_gmt>2026-10-0" + (1 + id % 9)
                        + " 08:00:00</wp:post_date_gmt>" + fields);
    }

    /** An item with these fields besides an id and a type. */
    static String item(int id, String type, String fields) {
        return "<item><wp:post_id>" + id + "</wp:post_id><wp:post_type>" + type + "</wp:post_type>" + fields
                + "</item>\n";
    }

    /** A field of an item's {@code wp:postmeta}. */
    static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value
                + "]]></wp:meta_value></wp:postmeta>";
    }

    static Result read(String wxr) {
        return read(wxr, ImportOptions.defaults());
    }

    static Result read(String wxr, ImportOptions options) {
        return read(wxr.getBytes(StandardCharsets.UTF_8), options);
    }

    static Result read(byte[] wxr, ImportOptions options) {
        List<Item> items = new ArrayList<>();
        ImportReport report = WxrReader.with(options).read(ContentSource.of("test.xml", wxr), items::add);
        return new Result(report, items);
    }

    /** What a file of the test resources gives. */
    static Result resource(String name, ImportOptions options) throws java.io.IOException {
        try (java.io.InputStream in = Wxrs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            List<Item> items = new ArrayList<>();
            ImportReport report = WxrReader.with(options).read(ContentSource.of(name, in.readAllBytes()), items::add);
            return new Result(report, items);
        }
    }
}
