package dev.byline.publish;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Gives links and pictures of a text that leaves its page their whole addresses. */
final class WholeAddresses {
    private static final List<String> ATTRIBUTES = List.of("href", "src", "poster", "cite");
    private static final int MOST_LEVELS = 200;

    private WholeAddresses() {}

    /**
     * The same text.
     *
     * @param html sanitised
     * @param page where it stood, to which its fragments lead
     */
    static String in(String html, String page, Addresses addresses) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Parser.htmlParser()
                .setMaxDepth(MOST_LEVELS)
                .parseFragmentInput(html, document.body(), "")
                .forEach(document.body()::appendChild);
        for (String attribute : ATTRIBUTES) {
            for (Element element : document.body().getElementsByAttribute(attribute)) {
                element.attr(attribute, whole(element.attr(attribute), page, addresses));
            }
        }
        return document.body().html();
    }

    private static String whole(String address, String page, Addresses addresses) {
        if (address.startsWith("#") || address.startsWith("?")) {
            return page + address;
        }
        return addresses.at(address);
    }
}
