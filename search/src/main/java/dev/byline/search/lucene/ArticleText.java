package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.text.PlainText;
import java.util.List;

/**
 * The text of an article as the index knows it.
 *
 * @param headline plain text
 * @param standfirst plain text
 * @param body plain text, with a line feed between its blocks
 */
record ArticleText(String headline, String standfirst, String body) {
    /** What is read of a text, in characters: a book's worth. */
    private static final int LONGEST = 1_000_000;

    /**
     * A part of the text.
     *
     * @param weight how many times it counts
     */
    record Part(String text, int weight) {}

    static ArticleText of(Article article) {
        return new ArticleText(cut(article.headline()), cut(article.standfirst()), cut(PlainText.of(article.body())));
    }

    /** The parts in which words are counted; empty ones left out. */
    List<Part> parts() {
        return List.of(new Part(headline, 3), new Part(standfirst, 2), new Part(body, 1)).stream()
                .filter(part -> !part.text().isBlank())
                .toList();
    }

    /** Standfirst and body for printing: blocks are parted by paragraph separators, at which sentences end. */
    String story() {
        return (standfirst.isBlank() ? body : standfirst + "\n" + body).replace('\n', '\u2029');
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
