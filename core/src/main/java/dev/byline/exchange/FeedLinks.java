package dev.byline.exchange;

import dev.byline.text.SafeUrl;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes the addresses of feeds whole, which stand relative to where the feed was. */
final class FeedLinks {
    private static final List<String> ATTRIBUTES = List.of("href", "src", "poster");

    private FeedLinks() {}

    /** An address seen from a base: the base itself where it is empty, and as it is where there is no base. */
    static String resolved(String base, String reference) {
        if (reference.isEmpty()) {
            return base;
        }
        if (base.isEmpty() || isWhole(reference)) {
            return reference;
        }
        Element link = new Element("a");
        link.setBaseUri(base);
        link.attr("href", reference);
        String whole = link.absUrl("href");
        return whole.isEmpty() ? reference : whole;
    }

    private static boolean isWhole(String reference) {
        int end = 0;
        while (end < reference.length()
                && (Character.isLetterOrDigit(reference.charAt(end)) || "+-.".indexOf(reference.charAt(end)) >= 0)) {
            end++;
        }
        return end > 0 && end < reference.length() && reference.charAt(end) == ':';
    }

    /** HTML whose addresses are whole; as it is where they are already. */
    static String absolute(String html, String base) {
        String lower = html.toLowerCase(Locale.ROOT);
        if (!isWhole(base) || ATTRIBUTES.stream().noneMatch(name -> lower.contains(name + "="))) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html, base);
        document.outputSettings().prettyPrint(false);
        boolean changed = false;
        for (String attribute : ATTRIBUTES) {
            for (Element element : document.body().getElementsByAttribute(attribute)) {
                String stated = element.attr(attribute).strip();
                if (!stated.isEmpty()
                        && !stated.startsWith("#")
                        && SafeUrl.of(stated).isPresent()) {
                    String whole = resolved(base, stated);
                    changed |= !whole.equals(stated);
                    element.attr(attribute, whole);
                }
            }
        }
        return changed ? document.body().html() : html;
    }
}
