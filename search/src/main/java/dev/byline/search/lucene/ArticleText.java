package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.text.PlainText;
import java.util.List;
import java.util.Set;

/**
 * The text of an article as the index knows it.
 *
 * @param headline plain text
 * @param standfirst plain text
 * @param body plain text, with a line feed between its blocks
 * @param persian whether words in Arabic script are Persian, or of a language that is written and inflected like it
 */
record ArticleText(String headline, String standfirst, String body, boolean persian) {
    /** What is read of a text, in characters: a book's worth. */
    private static final int LONGEST = 1_000_000;

    private static final int SAMPLE = 500;
    private static final Set<String> PERSIAN_LIKE = Set.of("fa", "prs", "ps", "ur", "ckb");

    /**
     * A part of the text.
     *
     * @param number its place among the three
     * @param weight how many times it counts
     */
    record Part(int number, String text, int weight) {}

    static ArticleText of(Article article) {
        String headline = cut(article.headline());
        String body = cut(PlainText.of(article.body()));
        return new ArticleText(
                headline,
                cut(article.standfirst()),
                body,
                persian(article.language().tag(), headline, body));
    }

    /** The parts in which words are counted; empty ones left out. */
    List<Part> parts() {
        return List.of(new Part(0, headline, 3), new Part(1, standfirst, 2), new Part(2, body, 1)).stream()
                .filter(part -> !part.text().isBlank())
                .toList();
    }

    /** Standfirst and body for printing: blocks are parted by paragraph separators, at which sentences end. */
    String story() {
        return (standfirst.isBlank() ? body : standfirst + "\n" + body).replace('\n', '\u2029');
    }

    private static boolean persian(String language, String headline, String body) {
        int end = language.indexOf('-');
        String primary = end < 0 ? language : language.substring(0, end);
        return PERSIAN_LIKE.contains(primary)
                || (!primary.equals("ar") && (looksPersian(headline) || looksPersian(body)));
    }

    // Letters that Arabic does not have: pe, che, zhe, gaf, and Persian's own kaf and yeh.
    private static boolean looksPersian(String text) {
        int most = Math.min(text.length(), SAMPLE);
        int letters = 0;
        for (int i = 0; i < most; i++) {
            if ("\u067e\u0686\u0698\u06af\u06a9\u06cc".indexOf(text.charAt(i)) >= 0 && ++letters == 2) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
