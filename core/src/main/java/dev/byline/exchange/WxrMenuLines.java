package dev.byline.exchange;

import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.writing.XmlOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes menus as WordPress keeps them: each line an item of its own, with its place and its parent. */
final class WxrMenuLines {
    private final WxrCatalogue catalogue;
    private final Tally tally;

    /** Sees to it that the catalogue knows each term that a menu leads to. */
    WxrMenuLines(WxrCatalogue catalogue, Tally tally) {
        this.catalogue = catalogue;
        this.tally = tally;
        for (Menu menu : catalogue.menus()) {
            Deque<Menu.Entry> open = new ArrayDeque<>(menu.entries());
            while (!open.isEmpty()) {
                Menu.Entry entry = open.pop();
                open.addAll(entry.entries());
                switch (entry.target().kind()) {
                    case REGION, SECTION, TAG -> term(entry);
                    default -> {}
                }
            }
        }
    }

    private WxrCatalogue.Entry term(Menu.Entry entry) {
        String key = entry.target().key();
        return switch (entry.target().kind()) {
            case REGION -> catalogue.category(Region.of(key));
            case SECTION -> catalogue.category(Section.of(key, entry.label()));
            default -> catalogue.tag(Tag.of(key, entry.label()));
        };
    }

    void define(XmlOutput xml) throws IOException {
        for (Menu menu : catalogue.menus()) {
            tally.count(Counted.MENUS);
            tally.count(Counted.MENU_ENTRIES, menu.size());
            xml.raw("<wp:term>\n")
                    .element("wp:term_id", Long.toString(catalogue.nextTermId()))
                    .cdata("wp:term_taxonomy", "nav_menu")
                    .cdata("wp:term_slug", WxrSlugs.stored(menu.key()))
                    .cdata("wp:term_name", WxrWriter.html(menu.name()))
                    .raw("</wp:term>\n");
        }
    }

    /** Writes the lines; to be called when all that they may lead to has been written. */
    void write(XmlOutput xml) throws IOException {
        for (Menu menu : catalogue.menus()) {
            Deque<Line> open = new ArrayDeque<>();
            push(menu.entries(), 0, open);
            for (int place = 1; !open.isEmpty(); place++) {
                Line line = open.pop();
                long id = catalogue.nextId();
                write(xml, menu, line, id, place);
                push(line.entry().entries(), id, open);
            }
        }
    }

    private record Line(Menu.Entry entry, long parent) {}

    private static void push(List<Menu.Entry> entries, long parent, Deque<Line> open) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            open.push(new Line(entries.get(i), parent));
        }
    }

    private void write(XmlOutput xml, Menu menu, Line line, long id, int place) throws IOException {
        xml.raw("<item>\n")
                .cdata("title", WxrWriter.html(line.entry().label()))
                .element("wp:post_id", Long.toString(id))
                .cdata("wp:status", "publish")
                .element("wp:menu_order", Integer.toString(place))
                .cdata("wp:post_type", "nav_menu_item")
                .cdata(
                        "category",
                        XmlOutput.attribute("domain", "nav_menu")
                                + XmlOutput.attribute("nicename", WxrSlugs.stored(menu.key())),
                        WxrWriter.html(menu.name()));
        meta(xml, "menu_item_parent", Long.toString(line.parent()));
        target(xml, line.entry(), id);
        xml.raw("</item>\n");
    }

    private void target(XmlOutput xml, Menu.Entry entry, long id) throws IOException {
        String base = catalogue.publication().baseUrl();
        String key = entry.target().key();
        switch (entry.target().kind()) {
            case HOME -> target(xml, "custom", "custom", id, base + "/");
            case URL -> target(xml, "custom", "custom", id, key);
            case GROUP -> {
                tally.skip("menu entry to a group");
                target(xml, "custom", "custom", id, "#");
            }
            case REGION, SECTION ->
                target(xml, "taxonomy", "category", term(entry).id(), "");
            case TAG -> target(xml, "taxonomy", "post_tag", term(entry).id(), "");
            case PAGE -> post(xml, "page", catalogue.pageId(key), id, base, entry.target());
            case ARTICLE -> post(xml, "post", catalogue.articleId(key), id, base, entry.target());
        }
    }

    private void post(XmlOutput xml, String type, long target, long id, String base, MenuTarget to) throws IOException {
        if (target == 0) {
            tally.skip("menu entry to an article or page that was not written");
            target(xml, "custom", "custom", id, base + "/" + WxrSlugs.stored(to.key()) + "/");
        } else {
            target(xml, "post_type", type, target, "");
        }
    }

    private static void target(XmlOutput xml, String type, String object, long id, String url) throws IOException {
        meta(xml, "type", type);
        meta(xml, "object_id", Long.toString(id));
        meta(xml, "object", object);
        meta(xml, "url", url);
    }

    private static void meta(XmlOutput xml, String key, String value) throws IOException {
        xml.raw("<wp:postmeta>\n")
                .cdata("wp:meta_key", "_menu_item_" + key)
                .cdata("wp:meta_value", value)
                .raw("</wp:postmeta>\n");
    }
}
