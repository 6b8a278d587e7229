package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The text of a query, to be changed where its words, phrases and operators stand. */
final class QueryText {
    /** A stretch of the text, which goes. */
    private record Span(int start, int end) {}

    private final String text;
    private final Read read;

    /** A text, no longer than is read of it, and as it was read. */
    QueryText(String text, Read read) {
        this.text = text;
        this.read = read;
    }

    /** As it is. */
    String text() {
        return text;
    }

    /** The same without what it leaves out, without quotation marks around phrases, or without both. */
    String without(boolean exclusions, boolean quotes) {
        List<Span> spans = new ArrayList<>();
        if (exclusions) {
            read.excludedWords().forEach(word -> spans.add(exclusion(List.of(word))));
            read.excludedPhrases().forEach(phrase -> spans.add(exclusion(phrase)));
        }
        if (quotes) {
            for (List<Token> phrase : read.phrases()) {
                int open = opening(phrase);
                int close = closing(phrase);
                spans.add(new Span(open, open + 1));
                spans.add(new Span(close, close + 1));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        StringBuilder rest = new StringBuilder();
        int upTo = 0;
        for (Span span : spans) {
            if (span.start >= upTo) {
                rest.append(text, upTo, span.start).append(' ');
                upTo = span.end;
            }
        }
        return tidy(rest.append(text, upTo, text.length()));
    }

    /** Only these words, in their order. */
    String only(List<Token> words) {
        StringBuilder only = new StringBuilder();
        words.stream()
                .sorted(Comparator.comparingInt(Token::start))
                .forEach(word -> only.append(text, word.start(), word.end()).append(' '));
        return tidy(only);
    }

    private Span exclusion(List<Token> tokens) {
        int start = tokens.get(0).start() - 1;
        while (start > 0 && !isMinus(text.charAt(start))) {
            start--;
        }
        int end = tokens.get(tokens.size() - 1).end();
        boolean quoted = false;
        for (int i = start; i < tokens.get(0).start(); i++) {
            quoted |= QueryReader.isQuotationMark(text.charAt(i));
        }
        return new Span(Math.max(0, start), quoted ? closing(tokens) + 1 : end);
    }

    private int opening(List<Token> phrase) {
        int at = phrase.get(0).start() - 1;
        while (at > 0 && !QueryReader.isQuotationMark(text.charAt(at))) {
            at--;
        }
        return Math.max(0, at);
    }

    private int closing(List<Token> phrase) {
        int at = phrase.get(phrase.size() - 1).end();
        while (at < text.length() - 1 && !QueryReader.isQuotationMark(text.charAt(at))) {
            at++;
        }
        return Math.min(at, text.length() - 1);
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }

    private static String tidy(CharSequence text) {
        StringBuilder tidy = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                tidy.append(c);
            } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        return tidy.toString().strip();
    }
}
