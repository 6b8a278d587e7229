package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.text.Html;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed, as suggestions read it: finished words, and a last one that may be the beginning of a longer one.
 *
 * @param finished the words before the last one
 * @param last the last one
 * @param ended whether a space stands behind it
 * @param words all of them, as a name has them
 */
record Typed(List<Token> finished, Token last, boolean ended, String words) {
    /** How many words count, from the last one backwards. */
    static final int MOST_WORDS = 8;

    // Beyond that a text is not marked.
    private static final int MOST_MARKED = 400;

    /** What was typed, without operators; empty if there is no word in it. */
    static Typed read(NewsAnalyzer analyzer, String text) {
        String end = text.length() <= QueryReader.LONGEST ? text : text.substring(0, QueryReader.LONGEST);
        List<Token> tokens = analyzer.tokens(end, QueryReader.MOST_WORDS);
        if (tokens.isEmpty()) {
            return new Typed(List.of(), NOTHING, false, "");
        }
        tokens = tokens.subList(Math.max(0, tokens.size() - MOST_WORDS), tokens.size());
        int last = tokens.size() - 1;
        Token word = tokens.get(last);
        boolean ended = word.end() < end.length() && Character.isWhitespace(end.charAt(word.end()));
        List<Token> finished =
                tokens.subList(0, last).stream().map(Capitals::alone).toList();
        return new Typed(finished, word, ended, SuggestedName.folded(tokens));
    }

    private static final Token NOTHING = new Token("", 0, 0, 0, false, false);

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a finished word is an abbreviation that is written as a function word. */
    boolean abbreviates() {
        return finished.stream().anyMatch(Capitals::isAbbreviation);
    }

    /** The same with these words for mere function words (rule S-20). */
    Typed inSmallLetters() {
        return new Typed(finished.stream().map(Token::inSmallLetters).toList(), last, ended, words);
    }

    /** A text as HTML, with what was typed marked, and, whole, what it was taken for. */
    String mark(NewsAnalyzer analyzer, String text, String takenFor) {
        Set<String> whole = new HashSet<>();
        finished.forEach(token -> whole.add(WordForms.stem(token.word())));
        List<int[]> marks = new ArrayList<>();
        String begin = text.length() <= QueryReader.LONGEST ? text : text.substring(0, QueryReader.LONGEST);
        for (Token token : analyzer.tokens(begin, MOST_MARKED)) {
            String word = token.word();
            if (word.startsWith(last.word())) {
                boolean sameLength = word.length() == token.end() - token.start();
                marks.add(new int[] {
                    token.start(), sameLength ? token.start() + last.word().length() : token.end()
                });
            } else if (word.equals(takenFor) || whole.contains(WordForms.stem(word))) {
                marks.add(new int[] {token.start(), token.end()});
            }
        }
        return html(text, marks);
    }

    private static String html(String text, List<int[]> marks) {
        StringBuilder html = new StringBuilder(text.length() + 16 * marks.size());
        int at = 0;
        for (int[] mark : marks) {
            // Linked words whose places are not known have one place together.
            if (mark[0] >= at && mark[1] > mark[0]) {
                html.append(Html.escape(text.substring(at, mark[0]))).append("<mark>");
                html.append(Html.escape(text.substring(mark[0], mark[1]))).append("</mark>");
                at = mark[1];
            }
        }
        return html.append(Html.escape(text.substring(at))).toString();
    }
}
