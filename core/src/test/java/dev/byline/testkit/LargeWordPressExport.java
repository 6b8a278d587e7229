package dev.byline.testkit;

import dev.byline.exchange.Counted;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A large export with the fields that WordPress writes: every other story has a picture of its own, and every fourth has
 * its body in character references rather than in CDATA; there are senders, authors, regions, sections and tags, a page
 * for every thousand stories and a menu.
 */
final class LargeWordPressExport extends LargeExport {
    /** A little less than a story has, so that an export is not too small. */
    static final int BYTES_PER_STORY = 8_200;

    private static final int AUTHORS = 40;
    private static final int TAGS = 2_000;
    private static final int MENU_ENTRIES = 13;
    private static final int STORIES_PER_PAGE = 1_000;
    private static final List<String> CATEGORIES = List.of(
            "Saudi Arabia",
            "UAE",
            "Bahrain",
            "Yemen",
            "Qatar",
            "Iran",
            "Iraq",
            "Syria",
            "Politics",
            "Trade",
            "Culture");

    LargeWordPressExport(int stories) {
        super(stories);
    }

    @Override
    public Map<Counted, Long> counts() {
        Map<Counted, Long> counts = new EnumMap<>(Counted.class);
        counts.put(Counted.SITES, 1L);
        counts.put(Counted.AUTHORS, (long) AUTHORS);
        counts.put(Counted.CATEGORIES, (long) CATEGORIES.size());
        counts.put(Counted.TAGS, (long) TAGS);
        counts.put(Counted.ARTICLES, (long) stories());
        counts.put(Counted.COMMENTS, (long) COMMENTS * stories());
        counts.put(Counted.ATTACHMENTS, (stories() + 1L) / 2);
        counts.put(Counted.PAGES, (stories() + STORIES_PER_PAGE - 1L) / STORIES_PER_PAGE);
        counts.put(Counted.MENUS, 1L);
        counts.put(Counted.MENU_ENTRIES, (long) MENU_ENTRIES);
        return counts;
    }

    @Override
    String head() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <rss version="2.0"
                \txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                \txmlns:content="http://purl.org/rss/1.0/modules/content/"
                \txmlns:dc="http://purl.org/dc/elements/1.1/"
                \txmlns:wp="http://wordpress.org/export/1.2/">
                <channel>
                \t<title>The Large &amp; Long Post</title>
                \t<link>https://large.example/</link>
                \t<wp:wxr_version>1.2</wp:wxr_version>
                """);
        for (int i = 0; i < AUTHORS; i++) {
            xml.append("<wp:author>")
                    .append(field("wp:author_id", i + 1))
                    .append(cdata("wp:author_login", "author-" + i));
            xml.append(cdata("wp:author_display_name", "Author Number " + i)).append("</wp:author>\n");
        }
        for (String category : CATEGORIES) {
            xml.append("<wp:category>").append(cdata("wp:category_nicename", nicename(category)));
            xml.append(cdata("wp:cat_name", category)).append("</wp:category>\n");
        }
        for (int i = 0; i < TAGS; i++) {
            xml.append("<wp:tag>").append(cdata("wp:tag_slug", "tag-" + i)).append(cdata("wp:tag_name", "Tag " + i));
            xml.append("</wp:tag>\n");
        }
        xml.append(
                "<wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>main</wp:term_slug></wp:term>\n");
        for (int i = 0; i < MENU_ENTRIES; i++) {
            item(xml, "nav_menu_item", 1 + i, "Line " + i, "line-" + i);
            xml.append("<category domain=\"nav_menu\" nicename=\"main\"><![CDATA[main]]></category>\n");
            meta(xml, "_menu_item_type", "custom");
            meta(xml, "_menu_item_url", "https://large.example/line/?a=1&b=" + i);
            xml.append("</item>\n");
        }
        return xml.toString();
    }

    @Override
    String tail() {
        return "</channel>\n</rss>\n";
    }

    @Override
    String story(int number, SplittableRandom random) {
        StringBuilder xml = new StringBuilder(BYTES_PER_STORY + 2_000);
        int id = 1_000 + 4 * number;
        if (number % 2 == 0) {
            item(xml, "attachment", id + 1, "picture-" + number, "picture-" + number);
            xml.append(field("wp:attachment_url", "https://large.example/2026/11/picture-" + number + ".jpg"));
            meta(xml, "_wp_attachment_image_alt", "What is to be seen on picture " + number);
            meta(xml, "_wp_attachment_metadata", "a:5:{s:5:\"width\";i:1200;s:6:\"height\";i:800;}".repeat(8));
            xml.append("</item>\n");
        }
        if (number % STORIES_PER_PAGE == 0) {
            item(xml, "page", id + 2, "Page " + number, "page-" + number);
            xml.append(cdata("content:encoded", paragraph(random))).append("</item>\n");
        }
        item(xml, "post", id, "Bridge & road number " + number + " reopen", "bridge-and-road-" + number);
        xml.append(cdata("dc:creator", "author-" + random.nextInt(AUTHORS)));
        StringBuilder body = new StringBuilder(BYTES_PER_STORY);
        for (int i = 0; i < 10; i++) {
            body.append(paragraph(random));
        }
        xml.append(number % 4 == 0 ? field("content:encoded", body) : cdata("content:encoded", body));
        xml.append(cdata("excerpt:encoded", "")).append(cdata("wp:comment_status", "open"));
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        category(xml, "category", nicename(category), category);
        for (int i = 0; i < 4; i++) {
            int tag = random.nextInt(TAGS);
            category(xml, "post_tag", "tag-" + tag, "Tag " + tag);
        }
        if (number % 2 == 0) {
            meta(xml, "_thumbnail_id", Integer.toString(id + 1));
        }
        meta(xml, "_edit_lock", "1760000000:" + number);
        meta(xml, "_plugin_state", "a:9:{s:4:\"seen\";b:1;}".repeat(6));
        for (int i = 0; i < COMMENTS; i++) {
            comment(xml, 1 + COMMENTS * number + i, paragraph(random));
        }
        return xml.append("</item>\n").toString();
    }

    private static void item(StringBuilder xml, String type, int id, String title, String slug) {
        String date = "20" + (10 + id % 16) + "-0" + (1 + id % 9) + "-" + (10 + id % 19) + " 0" + id % 10 + ":30:00";
        xml.append("<item>\n").append(field("title", title)).append(field("link", "https://large.example/?p=" + id));
        xml.append("<pubDate>Mon, 05 Oct 2026 08:30:00 +0000</pubDate>\n<description></description>\n");
        xml.append(
                "<guid isPermaLink=\"false\">https://large.example/?post_type=" + type + "&amp;p=" + id + "</guid>\n");
        xml.append(field("wp:post_id", id)).append(cdata("wp:post_date", date)).append(cdata("wp:post_date_gmt", date));
        xml.append(cdata("wp:post_name", slug))
                .append(cdata("wp:status", "publish"))
                .append(field("wp:post_parent", 0));
        xml.append(cdata("wp:post_type", type)).append(field("wp:is_sticky", 0));
    }

    private static void comment(StringBuilder xml, int id, String text) {
        xml.append("<wp:comment>\n").append(field("wp:comment_id", id));
        xml.append(cdata("wp:comment_author", "Reader " + id));
        xml.append(cdata("wp:comment_author_email", "reader" + id + "@mail.example"));
        xml.append(field("wp:comment_author_url", "")).append(cdata("wp:comment_author_IP", "192.0.2." + id % 250));
        xml.append(cdata("wp:comment_agent", "Browser/1.0 (a machine of reader " + id + ")"));
        xml.append(cdata("wp:comment_date_gmt", "2026-10-0" + (1 + id % 9) + " 09:00:00"));
        xml.append(cdata("wp:comment_content", text)).append(cdata("wp:comment_approved", "1"));
        xml.append(field("wp:comment_parent", 0)).append("</wp:comment>\n");
    }

    private static void category(StringBuilder xml, String domain, String nicename, String name) {
        xml.append("<category domain=\"" + domain + "\" nicename=\"" + nicename + "\"><![CDATA[" + name
                + "]]></category>\n");
    }

    private static void meta(StringBuilder xml, String key, String value) {
        xml.append("<wp:postmeta>").append(cdata("wp:meta_key", key)).append(cdata("wp:meta_value", value));
        xml.append("</wp:postmeta>\n");
    }

    private static String cdata(String element, CharSequence text) {
        return "<" + element + "><![CDATA[" + text + "]]></" + element + ">\n";
    }

    private static String field(String element, Object text) {
        String escaped = text.toString().replace("&", "&amp;").replace("<", "&lt;");
        return "<" + element + ">" + escaped + "</" + element + ">\n";
    }

    private static String nicename(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
