package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a reader typed, in one pass; whatever it is, it is a query. */
final class QueryReader {
    /** How much of a text is read, in characters. */
    static final int LONGEST = 2_000;

    /** How many words are looked for, those in phrases and those to leave out included. */
    static final int MOST_WORDS = 64;

    private static final String QUOTES = "\"“”„‟«»＂";

    /**
     * A word that is looked for.
     *
     * @param token as it was typed
     * @param joined what it makes with the words beside it, if they are written in one
     * @param same words and phrases that mean the same here
     */
    record Typed(Token token, List<String> joined, List<List<Token>> same) {
        String word() {
            return token.word();
        }
    }

    /**
     * A query that was read (rule S-04).
     *
     * @param words the words outside of quotation marks, each once whatever its form; particles of names and, where there
     *     are others, function words left out
     * @param phrases what an article must hold exactly so
     * @param excludedWords what it must not hold, in any form
     * @param excludedPhrases what it must not hold exactly so
     * @param cut whether something was not read
     * @param whole all words as they were typed, parted by spaces; empty if there was an operator
     * @param all whether every article is meant, since nothing was typed but what to leave out
     * @param besides for some of the words, the terms of others that may have been meant, and how much each counts
     */
    record Read(
            List<Typed> words,
            List<List<Token>> phrases,
            List<Token> excludedWords,
            List<List<Token>> excludedPhrases,
            boolean cut,
            String whole,
            boolean all,
            Map<String, Map<String, Float>> besides) {
        /** The same in the place of what was typed. */
        Read meant(boolean cut, Map<String, Map<String, Float>> besides) {
            return new Read(words, phrases, excludedWords, excludedPhrases, cut, whole, all, besides);
        }
    }

    private final NewsAnalyzer analyzer;
    private final FunctionWords functionWords;
    private final SameMeaning sameMeaning;
    private final Capitals capitals;
    private final String text;
    private final List<Token> sequence = new ArrayList<>();
    private final List<List<Token>> phrases = new ArrayList<>();
    private final List<Token> excludedWords = new ArrayList<>();
    private final List<List<Token>> excludedPhrases = new ArrayList<>();
    private int left = MOST_WORDS;
    private boolean cut;
    private int at;

    private QueryReader(NewsAnalyzer analyzer, FunctionWords functionWords, Capitals capitals, String text) {
        this.capitals = capitals;
        sameMeaning = capitals.same();
        this.functionWords = functionWords;
        this.analyzer = analyzer;
        this.text = beginning(text);
        cut = text.length() > LONGEST;
    }

    /** As much of a text as is read. */
    static String beginning(String text) {
        return text.length() > LONGEST
                ? text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                : text;
    }

    static Read read(NewsAnalyzer analyzer, FunctionWords functionWords, SameMeaning sameMeaning, String text) {
        return read(analyzer, functionWords, Capitals.of(beginning(text), sameMeaning), text);
    }

    /** Reads capitals so, whatever the text is written in. */
    static Read read(NewsAnalyzer analyzer, FunctionWords functionWords, Capitals capitals, String text) {
        return new QueryReader(analyzer, functionWords, capitals, text).read();
    }

    private Read read() {
        while (at < text.length()) {
            if (left == 0) {
                cut |= !text.substring(at).isBlank();
                break;
            }
            boolean without = isMinus(at);
            if (without) {
                at++;
            }
            int close = isQuote(at) ? nextQuote(at + 1) : -1;
            if (close >= 0) {
                phrase(at + 1, close, without);
                at = close + 1;
            } else {
                int end = isQuote(at) ? at + 1 : at;
                while (end < text.length() && !isQuote(end) && !isSpace(end)) {
                    end++;
                }
                plain(at, end, without);
                at = end;
            }
            while (at < text.length() && isSpace(at)) {
                at++;
            }
        }
        boolean searched = !sequence.isEmpty() || !phrases.isEmpty();
        boolean excluding = !excludedWords.isEmpty() || !excludedPhrases.isEmpty();
        return new Read(
                telling(),
                phrases,
                excludedWords,
                excludedPhrases,
                cut,
                whole(),
                !searched && (excluding || text.isBlank()) && !cut,
                Map.of());
    }

    private List<Typed> telling() {
        Map<String, Typed> telling = new LinkedHashMap<>();
        Map<String, Typed> all = new LinkedHashMap<>();
        List<List<List<Token>>> same = sameMeaning.beside(sequence);
        Token before = null;
        String article = "";
        for (int i = 0; i < sequence.size(); i++) {
            Token token = sequence.get(i);
            Token next = i + 1 < sequence.size() ? sequence.get(i + 1) : null;
            all.putIfAbsent(WordForms.stem(token.word()), new Typed(token, List.of(), same.get(i)));
            if (!Capitals.isAbbreviation(token)
                    && Particles.isArticle(
                            token.word(), next != null && next.linked(), next == null ? "" : next.word())) {
                article = token.word();
                continue;
            }
            boolean tells =
                    token.abbreviation() || !(functionWords.contains(token.word()) || Particles.isLink(token.word()));
            if (tells) {
                List<String> joined = new ArrayList<>();
                join(joined, before, article, token);
                join(joined, token, "", next);
                if (next != null
                        && i + 2 < sequence.size()
                        && Particles.isArticle(
                                next.word(),
                                sequence.get(i + 2).linked(),
                                sequence.get(i + 2).word())) {
                    join(joined, token, next.word(), sequence.get(i + 2));
                }
                telling.putIfAbsent(WordForms.stem(token.word()), new Typed(token, List.copyOf(joined), same.get(i)));
            }
            before = token;
            article = "";
        }
        return List.copyOf((telling.isEmpty() && phrases.isEmpty() ? all : telling).values());
    }

    private static void join(List<String> joined, @Nullable Token first, String article, @Nullable Token second) {
        if (first != null
                && second != null
                && first.word().length() + article.length() + second.word().length() <= WordForms.LONGEST_JOINED) {
            joined.addAll(Particles.joined(first.word(), article, second.word()));
            if (!article.isEmpty()) {
                joined.add(article + second.word());
            }
        }
    }

    private String whole() {
        boolean plain = phrases.isEmpty() && excludedWords.isEmpty() && excludedPhrases.isEmpty();
        return plain ? String.join(" ", sequence.stream().map(Token::word).toList()) : "";
    }

    private void plain(int from, int to, boolean without) {
        List<Token> tokens = take(from, to);
        if (!without) {
            sequence.addAll(tokens);
        } else if (tokens.size() == 1) {
            excludedWords.add(tokens.get(0));
        } else if (!tokens.isEmpty()) {
            excludedPhrases.add(tokens);
        }
    }

    private void phrase(int from, int to, boolean without) {
        List<Token> tokens = take(from, to);
        if (!tokens.isEmpty()) {
            (without ? excludedPhrases : phrases).add(tokens);
        }
    }

    private List<Token> take(int from, int to) {
        List<Token> tokens = analyzer.tokens(text.substring(from, to), left + 1);
        if (tokens.size() > left) {
            cut = true;
            tokens = tokens.subList(0, left);
        }
        left -= tokens.size();
        return tokens.stream().map(token -> capitals.read(token).behind(from)).toList();
    }

    private boolean isMinus(int index) {
        return (text.charAt(index) == '-' || text.charAt(index) == '\u2212')
                && index + 1 < text.length()
                && (isWordAt(index + 1) || isQuote(index + 1))
                && (index == 0 || isSpace(index - 1));
    }

    static boolean isQuotationMark(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    // Between two letters it belongs to a word, as in Hebrew abbreviations.
    private boolean isQuote(int index) {
        return isQuotationMark(text.charAt(index))
                && !(index > 0 && isWordBefore(index) && index + 1 < text.length() && isWordAt(index + 1));
    }

    private int nextQuote(int from) {
        for (int i = from; i < text.length(); i++) {
            if (isQuote(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSpace(int index) {
        char c = text.charAt(index);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean isWordAt(int index) {
        return Character.isLetterOrDigit(text.codePointAt(index));
    }

    private boolean isWordBefore(int index) {
        return Character.isLetterOrDigit(text.codePointBefore(index));
    }
}
