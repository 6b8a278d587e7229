package dev.byline.publish;

import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import dev.byline.writing.XmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes RSS 2.0 and Atom 1.0. */
record XmlFeed(FeedFormat format, FeedPlace place, Publication publication, Addresses addresses) {
    // As RFC 822 has it, but for the year of four digits, which RSS asks for; always two digits for the day.
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    int write(Iterator<FeedEntry> entries, Instant at, OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput(out);
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        @Nullable FeedEntry first = entries.hasNext() ? entries.next() : null;
        Instant changed = first == null ? Dates.within(at) : first.modified();
        if (format == FeedFormat.RSS) {
            channel(changed, xml);
        } else {
            feed(changed, xml);
        }
        int count = 0;
        for (FeedEntry entry = first; entry != null; entry = entries.hasNext() ? entries.next() : null) {
            if (format == FeedFormat.RSS) {
                item(entry, xml);
            } else {
                entry(entry, xml);
            }
            count++;
        }
        xml.raw(format == FeedFormat.RSS ? "</channel>\n</rss>\n" : "</feed>\n");
        xml.flush();
        return count;
    }

    private void channel(Instant changed, XmlOutput xml) throws IOException {
        xml.raw("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>\n");
        xml.element("title", place.title());
        xml.element("link", place.home());
        xml.element("description", place.description().isBlank() ? place.title() : place.description());
        xml.raw("<atom:link" + XmlOutput.attribute("href", place.self()) + " rel=\"self\" type=\"" + format.mediaType()
                + "\"/>\n");
        optional("language", language(publication.language()), xml);
        optional("copyright", publication.copyright(), xml);
        xml.element("lastBuildDate", rfc822(changed));
        String logo = logo();
        if (!logo.isEmpty()) {
            xml.raw("<image>\n");
            xml.element("url", logo);
            xml.element("title", place.title());
            xml.element("link", place.home());
            xml.raw("</image>\n");
        }
    }

    private void item(FeedEntry entry, XmlOutput xml) throws IOException {
        xml.raw("<item>\n");
        xml.element("title", entry.headline());
        xml.element("link", entry.address());
        xml.raw("<guid isPermaLink=\"false\">" + XmlOutput.text(entry.id()) + "</guid>\n");
        xml.element("pubDate", rfc822(entry.published()));
        for (String name : names(entry)) {
            xml.element("dc:creator", name);
        }
        for (String term : entry.terms()) {
            xml.element("category", term);
        }
        optional("description", entry.summary(), xml);
        if (!entry.content().isEmpty()) {
            xml.cdata("content:encoded", entry.content());
        }
        Image image = entry.image();
        if (image != null && !entry.picture().isEmpty()) {
            xml.raw("<media:content" + XmlOutput.attribute("url", entry.picture()) + " medium=\"image\""
                    + pixels("width", image.width()) + pixels("height", image.height()) + ">\n");
            optional("media:description", image.alt().isBlank() ? image.caption() : image.alt(), xml);
            optional("media:credit", image.credit(), xml);
            xml.raw("</media:content>\n");
        }
        xml.raw("</item>\n");
    }

    private void feed(Instant changed, XmlOutput xml) throws IOException {
        String language = language(publication.language());
        xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\""
                + (language.isEmpty() ? "" : XmlOutput.attribute("xml:lang", language)) + ">\n");
        xml.element("id", place.self());
        xml.element("title", place.title());
        optional("subtitle", place.description(), xml);
        // Many a reader takes the first for the page.
        link("alternate", place.home(), "text/html", xml);
        link("self", place.self(), format.mediaType(), xml);
        xml.element("updated", changed.toString());
        optional("rights", publication.copyright(), xml);
        optional("logo", logo(), xml);
        // Each entry needs an author, of its own or the feed's.
        xml.raw("<author>");
        xml.element("name", publication.name().isBlank() ? place.home() : publication.name());
        xml.raw("</author>\n");
    }

    private void entry(FeedEntry entry, XmlOutput xml) throws IOException {
        xml.raw("<entry" + (entry.language().isEmpty() ? "" : XmlOutput.attribute("xml:lang", entry.language()))
                + ">\n");
        xml.element("id", entry.id());
        xml.element("title", entry.headline());
        link("alternate", entry.address(), "text/html", xml);
        xml.element("published", entry.published().toString());
        xml.element("updated", entry.modified().toString());
        for (Author author : entry.authors()) {
            xml.raw("<author>\n");
            xml.element("name", author.name());
            xml.element("uri", addresses.author(author));
            xml.raw("</author>\n");
        }
        if (entry.authors().isEmpty() && !entry.credit().isBlank()) {
            xml.raw("<author>");
            xml.element("name", entry.credit());
            xml.raw("</author>\n");
        }
        for (String term : entry.terms()) {
            xml.raw("<category" + XmlOutput.attribute("term", term) + "/>\n");
        }
        optional("summary", entry.summary(), xml);
        if (!entry.content().isEmpty()) {
            xml.cdata("content", " type=\"html\"", entry.content());
        }
        xml.raw("</entry>\n");
    }

    private static void link(String kind, String address, String type, XmlOutput xml) throws IOException {
        xml.raw("<link rel=\"" + kind + "\" type=\"" + type + "\"" + XmlOutput.attribute("href", address) + "/>\n");
    }

    private static List<String> names(FeedEntry entry) {
        if (entry.authors().isEmpty()) {
            return entry.credit().isBlank() ? List.of() : List.of(entry.credit());
        }
        return entry.authors().stream().map(Author::name).toList();
    }

    private static String pixels(String name, @Nullable Integer size) {
        return size == null ? "" : XmlOutput.attribute(name, size.toString());
    }

    private static void optional(String name, String text, XmlOutput xml) throws IOException {
        if (!text.isBlank()) {
            xml.element(name, text);
        }
    }

    private String logo() {
        Image logo = publication.logo();
        return logo == null ? "" : StructuredData.picture(logo.url(), addresses);
    }

    private static String language(Language language) {
        return language.equals(Language.UNDETERMINED) ? "" : language.tag();
    }

    private static String rfc822(Instant at) {
        return RFC_822.format(at.atOffset(ZoneOffset.UTC));
    }
}
