package dev.byline.text;

/**
 * The text of HTML as a reader sees it.
 *
 * <p>Words are parted by one space and blocks (paragraphs, list items, table rows, {@code br}) by one line feed; white
 * space of any kind, the no-break space included, counts as one space, and none stands at either end. Out go scripts,
 * styles, comments (with them the marks of WordPress blocks), what shows only where something else fails
 * ({@code noscript}, the inside of {@code video}), soft hyphens and control characters. Character references are
 * decoded. Never throws, whatever the markup; linear in the length, without recursion.
 *
 * <p>WordPress shortcodes go out. So that {@code [sic]}, {@code [12]} or {@code [Editor's note]} stay, a bracket is one
 * only if a name of two or more lower-case ASCII letters, digits, {@code -} and {@code _} follows it directly, and
 *
 * <ul>
 *   <li>it is closing, {@code [/name]}, or stands alone, {@code [name/]};
 *   <li>or the name has an underscore, or is one of WordPress's own: {@code audio}, {@code caption}, {@code embed},
 *       {@code gallery}, {@code playlist}, {@code video};
 *   <li>or an attribute follows, {@code [name key=…]}, or an address, {@code [name https://…]};
 *   <li>or {@code [/name]} comes later.
 * </ul>
 *
 * <p>WordPress's own stand for media and go with what they enclose, captions included. Of all others the brackets alone
 * go: page builders put whole articles between two. {@code [[name key="1"]]} is how WordPress writes a shortcode that
 * shall be seen; one pair of brackets stays.
 */
public final class PlainText {
    private PlainText() {}

    /** All of the text. */
    public static String of(String html) {
        MarkupReader reader = new MarkupReader(html, false);
        reader.read(Integer.MAX_VALUE);
        return reader.text().toString();
    }

    /**
     * The first words of the text: what {@link #of(String)} begins with, read no further than it takes.
     *
     * <p>A word is what stands between white space, at most 100 characters of it; each character of Chinese, Japanese
     * and Korean is one by itself, and five of Thai, Lao, Khmer or Burmese.
     *
     * @param words the most words, at least 0
     */
    public static String of(String html, int words) {
        if (words < 0) {
            throw new IllegalArgumentException("can't read " + words + " words");
        }
        MarkupReader reader = readWords(html, words, false);
        return reader.text().substring(0, Words.end(reader.text(), 0, words));
    }

    /**
     * The text that excerpts are cut from, and a little more than asked for: without figures, WordPress blocks that hold
     * no running text and addresses alone on their line, unless nothing else is there.
     */
    static String prose(String html, int words) {
        StringBuilder prose = readWords(html, words, true).text();
        return (prose.isEmpty() ? readWords(html, words, false).text() : prose).toString();
    }

    // Reads in growing steps, since only a look at the text tells how many words it has so far.
    private static MarkupReader readWords(String html, int words, boolean proseOnly) {
        MarkupReader reader = new MarkupReader(html, proseOnly);
        long step = 64 + 8L * words;
        while (reader.read((int) Math.min(step, Integer.MAX_VALUE))) {
            // The last word may not be whole yet, so there must be one beyond the next.
            int beyond = Words.end(reader.text(), 0, words + 1);
            if (Words.start(reader.text(), beyond) < reader.settled()) {
                break;
            }
            step = 2L * Math.max(step, reader.text().length());
        }
        return reader;
    }
}
