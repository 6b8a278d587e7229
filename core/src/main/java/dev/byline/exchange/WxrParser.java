package dev.byline.exchange;

import dev.byline.exchange.Wxr.Space;
import java.io.IOException;
import java.io.InputStream;

/** Takes a WXR document apart; where a field stands twice, the first one counts. */
final class WxrParser {
    /** Takes the parts of a document in its order. */
    interface Parts {
        /** A field of the channel: {@code title}, {@code link}, {@code description}, {@code language}, {@code image}. */
        default void site(String field, String text) {}

        /** An author of the head. */
        default void author(WxrItem.Author author) throws Refused {}

        /** A category, tag or other term of the head. */
        default void term(WxrItem.Term term) throws Refused {}

        /**
         * A comment; {@code item} holds what of its item was read so far.
         *
         * @return whether it is done with, so that it need not be held until the item ends
         */
        default boolean comment(WxrItem item, WxrItem.Comment comment) {
            return true;
        }

        /** An item at its end. */
        void item(WxrItem item) throws Refused;

        /** Whether bodies, comments and dates are wanted. */
        boolean whole();
    }

    private final XmlCursor xml;
    private final Parts parts;
    private boolean wordPress;

    private WxrParser(XmlCursor xml, Parts parts) {
        this.xml = xml;
        this.parts = parts;
    }

    static void parse(String document, InputStream in, boolean lenient, Parts parts) throws Refused, IOException {
        try (XmlCursor xml = new XmlCursor(document, in, lenient)) {
            new WxrParser(xml, parts).document();
        } catch (XmlCursor.Failed e) {
            throw e.failure();
        }
    }

    private void document() throws Refused {
        if (!xml.nextChild(0)) {
            throw new Refused(1, "is empty");
        }
        long line = xml.line();
        if (Wxr.space(xml.namespace()) != Space.RSS || !xml.localName().equals("rss")) {
            throw new Refused(
                    line, "is no WXR: its first element is " + Tally.quote(xml.localName()) + ", not \"rss\"");
        }
        boolean channel = false;
        while (xml.nextChild(1)) {
            if (Wxr.space(xml.namespace()) == Space.RSS && xml.localName().equals("channel")) {
                channel = true;
                channel();
            }
        }
        // What follows the root element must be well-formed as well.
        while (xml.nextChild(0)) {
            throw new Refused(xml.line(), "has more than one root element");
        }
        if (!channel) {
            throw new Refused(line, "is no WXR: it has no channel");
        }
        if (!wordPress) {
            throw new Refused(line, "is no WXR: it is RSS, but nothing in it comes from a WordPress export");
        }
    }

    private void channel() throws Refused {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            xml.release(0);
            String name = xml.localName();
            switch (Wxr.space(xml.namespace())) {
                case RSS -> {
                    switch (name) {
                        case "item" -> item();
                        case "title", "link", "description", "language" -> parts.site(name, xml.text());
                        case "image" -> image();
                        default -> {}
                    }
                }
                case WP -> {
                    wordPress = true;
                    switch (name) {
                        case "author" -> author();
                        case "category" -> term("category");
                        case "tag" -> term("post_tag");
                        case "term" -> term("");
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void image() throws Refused {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Wxr.space(xml.namespace()) == Space.RSS && xml.localName().equals("url")) {
                parts.site("image", xml.text());
            }
        }
    }

    private void author() throws Refused {
        WxrItem.Author author = new WxrItem.Author(xml.line());
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Wxr.space(xml.namespace()) == Space.WP) {
                switch (xml.localName()) {
                    case "author_login" -> author.login = first(author.login);
                    case "author_display_name" -> author.displayName = first(author.displayName);
                    case "author_first_name" -> author.firstName = first(author.firstName);
                    case "author_last_name" -> author.lastName = first(author.lastName);
                    case "author_description" -> author.description = first(author.description);
                    default -> {}
                }
            }
        }
        parts.author(author);
    }

    private void term(String taxonomy) throws Refused {
        WxrItem.Term term = new WxrItem.Term(xml.line());
        term.taxonomy = taxonomy;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Wxr.space(xml.namespace()) == Space.WP) {
                switch (xml.localName()) {
                    case "term_id" -> term.id = first(term.id);
                    case "term_taxonomy" -> term.taxonomy = first(term.taxonomy);
                    case "category_nicename", "tag_slug", "term_slug" -> term.slug = first(term.slug);
                    case "cat_name", "tag_name", "term_name" -> term.name = first(term.name);
                    case "category_parent", "term_parent" -> term.parent = first(term.parent);
                    default -> {}
                }
            }
        }
        parts.term(term);
    }

    private void item() throws Refused {
        WxrItem item = new WxrItem(xml.line());
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String name = xml.localName();
            switch (Wxr.space(xml.namespace())) {
                case RSS -> rss(item, name);
                case DC -> {
                    if (name.equals("creator")) {
                        item.creator = first(item.creator);
                    }
                }
                case CONTENT -> {
                    if (name.equals("encoded") && parts.whole()) {
                        item.content = firstWhole(item.content);
                    }
                }
                // The captions of pictures are wanted before their articles are read.
                case EXCERPT -> {
                    if (name.equals("encoded") && (parts.whole() || mayBeAttachment(item))) {
                        item.excerpt = first(item.excerpt);
                    }
                }
                case WP -> {
                    wordPress = true;
                    wordPress(item, name);
                }
                default -> {}
            }
        }
        item.size = xml.held();
        parts.item(item);
    }

    private static boolean mayBeAttachment(WxrItem item) {
        return item.type.isEmpty() || item.type.equals("attachment");
    }

    private void rss(WxrItem item, String name) throws Refused {
        switch (name) {
            case "title" -> item.title = first(item.title);
            case "pubDate" -> item.pubDate = first(item.pubDate);
            case "guid" -> item.guid = first(item.guid);
            case "category" -> {
                String domain = xml.attribute("domain");
                String nicename = xml.attribute("nicename");
                item.categories.add(new WxrItem.Category(domain, nicename, xml.text()));
            }
            default -> {}
        }
    }

    private void wordPress(WxrItem item, String name) throws Refused {
        switch (name) {
            case "post_id" -> item.id = first(item.id);
            case "post_type" -> item.type = first(item.type);
            case "status" -> item.status = first(item.status);
            case "post_name" -> item.slug = first(item.slug);
            case "menu_order" -> item.menuOrder = first(item.menuOrder);
            case "attachment_url" -> item.attachmentUrl = first(item.attachmentUrl);
            case "postmeta" -> meta(item);
            default -> {
                if (parts.whole()) {
                    rest(item, name);
                }
            }
        }
    }

    private void rest(WxrItem item, String name) throws Refused {
        switch (name) {
            case "post_date_gmt" -> item.dateGmt = first(item.dateGmt);
            case "post_date" -> item.date = first(item.date);
            case "post_modified_gmt" -> item.modifiedGmt = first(item.modifiedGmt);
            case "post_modified" -> item.modified = first(item.modified);
            case "post_password" -> item.password = first(item.password);
            case "post_parent" -> item.parent = first(item.parent);
            case "is_sticky" -> item.sticky = first(item.sticky);
            case "comment_status" -> item.commentStatus = first(item.commentStatus);
            case "comment" -> comment(item);
            default -> {}
        }
    }

    private void meta(WxrItem item) throws Refused {
        String key = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Wxr.space(xml.namespace()) == Space.WP) {
                switch (xml.localName()) {
                    case "meta_key" -> key = first(key);
                    case "meta_value" -> value(item, key);
                    default -> {}
                }
            }
        }
    }

    // Whatever else plugins keep here is passed over unread.
    private void value(WxrItem item, String key) throws Refused {
        switch (key) {
            case "_thumbnail_id" -> item.thumbnail = first(item.thumbnail);
            case "_wp_attachment_image_alt" -> item.alt = first(item.alt);
            case "_wp_old_slug" -> item.oldSlugs.add(xml.text());
            case "_yoast_wpseo_primary_category", "rank_math_primary_category" ->
                item.primaryCategory = first(item.primaryCategory);
            case "_yoast_wpseo_canonical", "rank_math_canonical_url" -> item.canonical = first(item.canonical);
            case "jnews_primary_category", "jnews_single_post", "post_subtitle" -> WxrJNews.take(item, key, xml.text());
            case "cap-user_login", "cap-display_name", "cap-first_name", "cap-last_name", "cap-description" ->
                guest(item.guest, key);
            case "jnews_social_counter_total" -> item.shares = first(item.shares);
            case "jnews_social_counter_all" -> item.sharesByNetwork = first(item.sharesByNetwork);
            case "jnews_social_counter_last_update" -> item.sharesAt = first(item.sharesAt);
            case "_menu_item_type" -> item.menu.type = first(item.menu.type);
            case "_menu_item_menu_item_parent" -> item.menu.parent = first(item.menu.parent);
            case "_menu_item_object_id" -> item.menu.objectId = first(item.menu.objectId);
            case "_menu_item_object" -> item.menu.object = first(item.menu.object);
            case "_menu_item_url" -> item.menu.url = first(item.menu.url);
            default -> {}
        }
    }

    private void guest(WxrItem.Author guest, String key) throws Refused {
        switch (key) {
            case "cap-user_login" -> guest.login = first(guest.login);
            case "cap-display_name" -> guest.displayName = first(guest.displayName);
            case "cap-first_name" -> guest.firstName = first(guest.firstName);
            case "cap-last_name" -> guest.lastName = first(guest.lastName);
            default -> guest.description = first(guest.description);
        }
    }

    private void comment(WxrItem item) throws Refused {
        long held = xml.held();
        WxrItem.Comment comment = new WxrItem.Comment(xml.line());
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Wxr.space(xml.namespace()) == Space.WP) {
                switch (xml.localName()) {
                    case "comment_id" -> comment.id = first(comment.id);
                    case "comment_parent" -> comment.parent = first(comment.parent);
                    case "comment_type" -> comment.type = first(comment.type);
                    case "comment_approved" -> comment.approved = first(comment.approved);
                    case "comment_author" -> comment.author = first(comment.author);
                    case "comment_author_url" -> comment.url = first(comment.url);
                    case "comment_author_email" -> comment.email = first(comment.email);
                    case "comment_author_IP" -> comment.ip = first(comment.ip);
                    case "comment_agent" -> comment.agent = first(comment.agent);
                    case "comment_user_id" -> comment.user = first(comment.user);
                    case "comment_date_gmt" -> comment.dateGmt = first(comment.dateGmt);
                    case "comment_date" -> comment.date = first(comment.date);
                    case "comment_content" -> comment.content = firstWhole(comment.content);
                    default -> {}
                }
            }
        }
        if (parts.comment(item, comment)) {
            xml.release(held);
        }
    }

    private String first(String known) throws Refused {
        return firstWhole(known).strip();
    }

    private String firstWhole(String known) throws Refused {
        String text = xml.text();
        return known.isEmpty() ? text : known;
    }
}
