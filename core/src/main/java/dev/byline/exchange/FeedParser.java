package dev.byline.exchange;

import dev.byline.exchange.Feed.Space;
import dev.byline.text.Html;
import java.io.IOException;
import java.io.InputStream;

/** Takes a feed apart; where a field stands twice, the first one counts. */
final class FeedParser {
    /** Takes the parts of a feed in its order. */
    interface Parts {
        /** A field of the feed itself: {@code title}, {@code link}, {@code description}, {@code language}, {@code logo}. */
        default void site(String field, String text) throws Refused {}

        /** An entry. */
        void entry(FeedEntry entry) throws Refused;
    }

    private final XmlCursor xml;
    private final Parts parts;
    private String base = "";
    private String home = "";
    private String language = "";
    private String author = "";

    private FeedParser(XmlCursor xml, Parts parts) {
        this.xml = xml;
        this.parts = parts;
    }

    static void parse(String document, InputStream in, boolean lenient, Parts parts) throws Refused, IOException {
        try (XmlCursor xml = new XmlCursor(document, in, lenient)) {
            new FeedParser(xml, parts).document();
        } catch (XmlCursor.Failed e) {
            throw e.failure();
        }
    }

    private void document() throws Refused {
        if (!xml.nextChild(0)) {
            throw new Refused(1, "is empty");
        }
        long line = xml.line();
        String name = xml.localName();
        Space space = Feed.space(xml.namespace());
        boolean rss = (space == Space.RSS && name.equals("rss")) || (space == Space.RDF && name.equals("RDF"));
        if (!rss && !(space == Space.ATOM && name.equals("feed"))) {
            throw new Refused(line, "is neither RSS nor Atom: its first element is " + Tally.quote(name));
        }
        open();
        while (xml.nextChild(1)) {
            xml.release(0);
            if (rss) {
                root();
            } else {
                feed();
            }
        }
        // What follows the root element must be well-formed as well.
        if (xml.nextChild(0)) {
            throw new Refused(xml.line(), "has more than one root element");
        }
    }

    /** Takes what the element says of all within it. */
    private void open() throws Refused {
        base = FeedLinks.resolved(base, xml.attribute(Feed.XML, "base"));
        String stated = xml.attribute(Feed.XML, "lang");
        if (!stated.isEmpty()) {
            language = stated;
            parts.site("language", stated);
        }
    }

    private String address(String reference) {
        return FeedLinks.resolved(base.isEmpty() ? home : base, reference.strip());
    }

    // RSS 1.0 and 0.90 put channel, picture and items side by side.
    private void root() throws Refused {
        if (Feed.space(xml.namespace()) != Space.RSS) {
            return;
        }
        switch (xml.localName()) {
            case "channel" -> {
                open();
                int depth = xml.depth();
                while (xml.nextChild(depth)) {
                    channel();
                }
            }
            case "image" -> image();
            case "item" -> item();
            default -> {}
        }
    }

    private void channel() throws Refused {
        String name = xml.localName();
        switch (Feed.space(xml.namespace())) {
            case RSS -> {
                switch (name) {
                    case "item" -> {
                        xml.release(0);
                        item();
                    }
                    case "title", "description", "language" -> site(name, xml.text());
                    case "link" -> link(xml.text());
                    case "image" -> image();
                    default -> {}
                }
            }
            case DC -> {
                if (name.equals("language")) {
                    site("language", xml.text());
                }
            }
            default -> {}
        }
    }

    private void site(String field, String text) throws Refused {
        if (field.equals("language") && language.isEmpty()) {
            language = text.strip();
        }
        parts.site(field, field.equals("language") ? text.strip() : WxrSlugs.plain(text));
    }

    private void link(String reference) throws Refused {
        String address = address(reference);
        home = home.isEmpty() ? address : home;
        parts.site("link", address);
    }

    private void image() throws Refused {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Feed.space(xml.namespace()) == Space.RSS && xml.localName().equals("url")) {
                parts.site("logo", address(xml.text()));
            }
        }
    }

    private void feed() throws Refused {
        if (Feed.space(xml.namespace()) != Space.ATOM) {
            return;
        }
        switch (xml.localName()) {
            case "entry" -> atomEntry();
            case "title" -> parts.site("title", WxrSlugs.plain(html()));
            case "subtitle", "tagline" -> parts.site("description", WxrSlugs.plain(html()));
            case "logo" -> parts.site("logo", address(xml.text()));
            case "author" -> author = person();
            case "link" -> {
                String rel = xml.attribute("rel");
                if (rel.isEmpty() || rel.equals("alternate")) {
                    link(xml.attribute("href"));
                }
            }
            default -> {}
        }
    }

    private void item() throws Refused {
        FeedEntry entry = new FeedEntry(xml.line());
        String outer = base;
        base = FeedLinks.resolved(base, xml.attribute(Feed.XML, "base"));
        entry.about = xml.attribute(Feed.RDF, "about");
        entry.language = first(xml.attribute(Feed.XML, "lang"), language);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String name = xml.localName();
            switch (Feed.space(xml.namespace())) {
                case RSS -> rss(entry, name);
                case ATOM -> atom(entry, name);
                case CONTENT -> {
                    if (name.equals("encoded")) {
                        entry.content = first(entry.content, xml.text());
                    }
                }
                case DC, DC_TERMS -> dublin(entry, name);
                case MEDIA -> new FeedMedia(xml, this::address).take(entry, name);
                case ITUNES -> {
                    if (name.equals("image")) {
                        picture(entry, xml.attribute("href"));
                    }
                }
                default -> {}
            }
        }
        end(entry);
        base = outer;
    }

    private void end(FeedEntry entry) throws Refused {
        entry.base = base.isEmpty() ? first(entry.link, home) : base;
        parts.entry(entry);
    }

    private void rss(FeedEntry entry, String name) throws Refused {
        switch (name) {
            case "title" -> entry.title = first(entry.title, WxrSlugs.plain(xml.text()));
            case "link" -> entry.link = first(entry.link, address(xml.text()));
            case "guid" -> entry.id = first(entry.id, xml.text().strip());
            case "description" -> entry.summary = first(entry.summary, xml.text());
            case "pubDate" ->
                entry.published = first(entry.published, xml.text().strip());
            case "author" -> entry.authors.add(xml.text());
            case "category" -> {
                String domain = xml.attribute("domain");
                String text = WxrSlugs.plain(xml.text());
                if (domain.equals("post_tag") || domain.equals("tag")) {
                    entry.keywords.add(text);
                } else {
                    entry.categories.add(new FeedEntry.Category("", text));
                }
            }
            case "enclosure" -> {
                if (xml.attribute("type").startsWith("image/")) {
                    picture(entry, xml.attribute("url"));
                }
            }
            default -> {}
        }
    }

    private void dublin(FeedEntry entry, String name) throws Refused {
        switch (name) {
            case "creator" -> entry.authors.add(xml.text());
            case "date", "issued", "created" ->
                entry.published = first(entry.published, xml.text().strip());
            case "modified" -> entry.updated = first(entry.updated, xml.text().strip());
            case "subject" -> entry.keywords.add(WxrSlugs.plain(xml.text()));
            case "language" -> entry.language = xml.text().strip();
            default -> {}
        }
    }

    private void picture(FeedEntry entry, String url) {
        FeedEntry.Picture picture = new FeedEntry.Picture();
        picture.url = address(url);
        entry.pictures.add(picture);
    }

    private void atomEntry() throws Refused {
        FeedEntry entry = new FeedEntry(xml.line());
        String outer = base;
        base = FeedLinks.resolved(base, xml.attribute(Feed.XML, "base"));
        entry.language = first(xml.attribute(Feed.XML, "lang"), language);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (Feed.space(xml.namespace())) {
                case ATOM -> atom(entry, xml.localName());
                case DC, DC_TERMS -> dublin(entry, xml.localName());
                case MEDIA -> new FeedMedia(xml, this::address).take(entry, xml.localName());
                default -> {}
            }
        }
        if (entry.authors.isEmpty() && !author.isEmpty()) {
            entry.authors.add(author);
        }
        end(entry);
        base = outer;
    }

    private void atom(FeedEntry entry, String name) throws Refused {
        switch (name) {
            case "id" -> entry.id = first(entry.id, xml.text().strip());
            case "title" -> entry.title = first(entry.title, WxrSlugs.plain(html()));
            case "summary" -> entry.summary = first(entry.summary, html());
            case "content" -> content(entry);
            case "published", "issued" ->
                entry.published = first(entry.published, xml.text().strip());
            case "updated", "modified" ->
                entry.updated = first(entry.updated, xml.text().strip());
            case "author" -> {
                String person = person();
                if (!person.isEmpty()) {
                    entry.authors.add(person);
                }
            }
            case "category" -> {
                String term = xml.attribute("term");
                String label = WxrSlugs.plain(xml.attribute("label"));
                entry.categories.add(new FeedEntry.Category(term, label.isEmpty() ? WxrSlugs.plain(term) : label));
            }
            case "link" -> atomLink(entry);
            default -> {}
        }
    }

    private void atomLink(FeedEntry entry) throws Refused {
        String href = xml.attribute("href");
        String own = xml.attribute(Feed.XML, "base");
        String address = own.isEmpty() ? address(href) : FeedLinks.resolved(address(own), href.strip());
        switch (xml.attribute("rel")) {
            case "", "alternate" -> entry.link = first(entry.link, address);
            case "enclosure" -> {
                if (xml.attribute("type").startsWith("image/")) {
                    picture(entry, address);
                }
            }
            default -> {}
        }
    }

    private void content(FeedEntry entry) throws Refused {
        boolean elsewhere = !xml.attribute("src").isEmpty();
        String own = xml.attribute(Feed.XML, "base");
        String html = html();
        entry.elsewhere |= elsewhere;
        if (!elsewhere && entry.content.isEmpty()) {
            entry.content = own.isEmpty() ? html : FeedLinks.absolute(html, address(own));
        }
    }

    /** The text of an element of Atom as HTML, by what it says of its type. */
    private String html() throws Refused {
        String type = xml.attribute("type");
        boolean inline = type.equals("xhtml")
                || (type.equals("application/xhtml+xml")
                        && !xml.attribute("mode").equals("escaped"));
        if (inline) {
            return xml.markup();
        }
        String text = xml.text();
        return type.contains("html") ? text : Html.escape(text);
    }

    private String person() throws Refused {
        String name = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Feed.space(xml.namespace()) == Space.ATOM && xml.localName().equals("name")) {
                name = first(name, xml.text().strip());
            }
        }
        return name;
    }

    private static String first(String known, String next) {
        return known.isEmpty() ? next : known;
    }
}
