package dev.byline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What RSS and Atom look like: the namespaces of their elements, in all their versions. */
final class Feed {
    static final String FORMAT = "RSS or Atom";
    static final List<String> ENDINGS = List.of(".xml", ".rss", ".atom", ".rdf");
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static final Set<String> RSS_SPACES = Set.of(
            "",
            "http://purl.org/rss/1.0/",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "http://backend.userland.com/rss2",
            "http://backend.userland.com/rss091",
            "http://backend.userland.com/rss092");
    private static final Set<String> ATOM_SPACES = Set.of("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#");

    /** What the elements of a namespace are about. */
    enum Space {
        RSS,
        RDF,
        ATOM,
        CONTENT,
        DC,
        DC_TERMS,
        MEDIA,
        ITUNES,
        OTHER
    }

    private Feed() {}

    static Space space(String namespace) {
        if (RSS_SPACES.contains(namespace)) {
            return Space.RSS;
        }
        if (ATOM_SPACES.contains(namespace)) {
            return Space.ATOM;
        }
        return switch (namespace) {
            case RDF -> Space.RDF;
            case Wxr.CONTENT -> Space.CONTENT;
            case Wxr.DC, "http://purl.org/dc/elements/1.0/" -> Space.DC;
            case "http://purl.org/dc/terms/" -> Space.DC_TERMS;
            case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss" -> Space.MEDIA;
            case "http://www.itunes.com/dtds/podcast-1.0.dtd" -> Space.ITUNES;
            default -> Space.OTHER;
        };
    }

    static boolean recognises(byte[] start) {
        String ascii = new String(start, StandardCharsets.ISO_8859_1);
        // UTF-16 has a zero byte beside every ASCII character.
        String text = ascii.indexOf('\0') < 0 ? ascii : ascii.replace("\0", "");
        boolean rdf =
                text.contains(RDF) && RSS_SPACES.stream().anyMatch(space -> !space.isEmpty() && text.contains(space));
        boolean atom = text.contains("feed") && ATOM_SPACES.stream().anyMatch(text::contains);
        return text.contains("<rss") || rdf || atom;
    }
}
