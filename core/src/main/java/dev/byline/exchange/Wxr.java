package dev.byline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What reading and writing WXR have in common: its namespaces. */
final class Wxr {
    static final String FORMAT = "WXR";
    static final List<String> ENDINGS = List.of(".xml", ".wxr");
    static final String WP = "http://wordpress.org/export/1.2/";
    static final String EXCERPT = "http://wordpress.org/export/1.2/excerpt/";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DC = "http://purl.org/dc/elements/1.1/";

    /** What the elements of a namespace are about, whichever version and prefix it bears. */
    enum Space {
        /** RSS itself, which has no namespace. */
        RSS,
        /** What WordPress adds. */
        WP,
        /** The excerpt. */
        EXCERPT,
        /** The body. */
        CONTENT,
        /** The author. */
        DC,
        /** Anything else, also where it uses a prefix that usually means one of these. */
        OTHER
    }

    private Wxr() {}

    static Space space(String namespace) {
        if (namespace.isEmpty()) {
            return Space.RSS;
        }
        if (namespace.equals(WP)) {
            return Space.WP;
        }
        if (namespace.equals(CONTENT)) {
            return Space.CONTENT;
        }
        if (namespace.equals(DC)) {
            return Space.DC;
        }
        String path = namespace.startsWith("http://")
                ? namespace.substring(7)
                : namespace.startsWith("https://") ? namespace.substring(8) : "";
        if (!path.startsWith("wordpress.org/export/1.")) {
            return Space.OTHER;
        }
        String rest = path.substring("wordpress.org/export/1.".length());
        int digits = 0;
        while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
            digits++;
        }
        String kind = digits == 0 ? "?" : rest.substring(digits);
        return switch (kind) {
            case "", "/" -> Space.WP;
            case "/excerpt", "/excerpt/" -> Space.EXCERPT;
            default -> Space.OTHER;
        };
    }

    /** Whether the first bytes look like XML that names WordPress's export format. */
    static boolean recognises(byte[] start) {
        String ascii = new String(start, StandardCharsets.ISO_8859_1);
        // UTF-16 has a zero byte beside every ASCII character.
        String text = ascii.indexOf('\0') < 0 ? ascii : ascii.replace("\0", "");
        return text.contains("<rss") && text.contains("wordpress.org/export/1.");
    }
}
