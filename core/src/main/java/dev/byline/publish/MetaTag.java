package dev.byline.publish;

import dev.byline.writing.XmlOutput;

/**
 * A line for the head of a page.
 *
 * @param attribute what it is named by: {@code property} for Open Graph, {@code name} for Twitter
 * @param name its name, for example {@code og:title}
 * @param content plain text or an address; not escaped
 */
public record MetaTag(String attribute, String name, String content) {
    /** Names it in the way of Open Graph. */
    public static MetaTag property(String name, String content) {
        return new MetaTag("property", name, content);
    }

    /** Names it in the usual way. */
    public static MetaTag named(String name, String content) {
        return new MetaTag("name", name, content);
    }

    /** As HTML, escaped. */
    public String html() {
        return "<meta" + XmlOutput.attribute(attribute, name) + XmlOutput.attribute("content", content) + ">";
    }
}
