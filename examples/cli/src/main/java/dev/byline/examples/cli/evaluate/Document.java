package dev.byline.examples.cli.evaluate;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.text.Html;
import dev.byline.text.Language;
import java.time.Instant;

/**
 * A document of a collection.
 *
 * @param id its own id, any text
 * @param ordinal which it is in the file, from 0
 * @param title plain text
 * @param body plain text
 * @param date when it was published
 * @param language its language
 */
public record Document(String id, int ordinal, String title, String body, Instant date, Language language) {
    /** The article that says the same. */
    public Article article(ArticleId as) {
        return Article.builder(as, "document-" + ordinal)
                .headline(title)
                .body(html(body))
                .language(language)
                .published(date)
                .build();
    }

    /** The HTML of a plain text: a blank line ends a paragraph, and every character stands for itself. */
    public static String html(String text) {
        StringBuilder html = new StringBuilder(text.length() + text.length() / 16 + 16);
        int from = 0;
        while (from < text.length()) {
            int end = paragraphEnd(text, from);
            String paragraph = text.substring(from, end);
            if (!paragraph.isBlank()) {
                // A bracket that is no reference could open a shortcode of WordPress.
                html.append("<p>")
                        .append(Html.escape(paragraph.strip()).replace("[", "&#91;"))
                        .append("</p>\n");
            }
            from = end;
        }
        return html.toString();
    }

    /** Behind the next line that is followed by a blank one, or the end. */
    private static int paragraphEnd(String text, int from) {
        int lineStart = from;
        while (true) {
            int lineEnd = text.indexOf('\n', lineStart);
            if (lineEnd < 0) {
                return text.length();
            }
            if (lineStart > from && text.substring(lineStart, lineEnd).isBlank()) {
                return lineEnd + 1;
            }
            lineStart = lineEnd + 1;
        }
    }
}
