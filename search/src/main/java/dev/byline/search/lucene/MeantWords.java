package dev.byline.search.lucene;

import dev.byline.search.SearchPage.Respelled;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query's text with words that public articles have in the place of those that none has (rule S-12).
 *
 * @param text as it is read in the place of what was typed
 * @param besides for a word of it, the terms of what else may have been meant, and how much each counts
 * @param respelled what was changed
 */
record MeantWords(String text, Map<String, Map<String, Float>> besides, List<Respelled> respelled) {
    // In a shorter query, what else a word may have been would stand beside what it was read as, and be told nowhere.
    private static final int FEWEST_FOR_OTHERS = 3;

    private static final int MOST_CONTEXT = 8;
    private static final int MOST_READ = 4 * QueryReader.MOST_WORDS;

    /** Null where nothing is respelled. */
    static @Nullable MeantWords of(Publics publics, NewsAnalyzer analyzer, String typed, Read read, Plan plan)
            throws IOException {
        if (plan.unknown.isEmpty() && plan.names.isEmpty()) {
            return null;
        }
        String text = QueryReader.beginning(typed);
        List<Token> tokens = new ArrayList<>(analyzer.tokens(text, MOST_READ));
        // What is quoted or left out is taken as it stands.
        read.phrases().forEach(phrase -> remove(tokens, phrase));
        read.excludedPhrases().forEach(phrase -> remove(tokens, phrase));
        read.excludedWords().forEach(word -> remove(tokens, List.of(word)));
        List<Token> unknown = new ArrayList<>(plan.unknown);
        unknown.addAll(plan.names.keySet());
        unknown.sort(Comparator.comparingInt(Token::start));
        return of(publics, analyzer, text, tokens, unknown, plan.names, context(plan));
    }

    /**
     * A text in which some words are to be respelled.
     *
     * @param tokens those of the text that may be changed or joined
     * @param unknown those that no public article has as they are
     * @param names for some of them, other spellings that articles have
     * @param context what the other words look for, the rarest first
     */
    static @Nullable MeantWords of(
            Publics publics,
            NewsAnalyzer analyzer,
            String text,
            List<Token> tokens,
            List<Token> unknown,
            Map<Token, Set<String>> names,
            List<Query> context)
            throws IOException {
        Respelling respelling = new Respelling(publics, analyzer);
        Map<String, List<Respelling.Choice>> found = new HashMap<>();
        List<Query> others = new ArrayList<>(context);
        for (Token token : unknown.subList(0, Math.min(Respelling.MOST_WORDS, unknown.size()))) {
            int at = indexOf(tokens, token);
            if (at >= 0) {
                Token before = at > 0 ? tokens.get(at - 1) : null;
                Token after = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
                Set<String> spellings = names.getOrDefault(token, Set.of());
                List<Respelling.Choice> choices = respelling.choices(token, before, after, spellings, others);
                // Where a name may well be meant, its other spellings are looked for without a word.
                if (!choices.isEmpty() && !spellings.contains(choices.get(0).text())) {
                    found.put(token.word(), choices);
                    others.add(0, respelling.meaning(choices.get(0)));
                }
            }
        }
        return found.isEmpty() ? null : written(text, tokens, found);
    }

    private static MeantWords written(String text, List<Token> tokens, Map<String, List<Respelling.Choice>> found) {
        StringBuilder written = new StringBuilder();
        Map<String, Map<String, Float>> besides = new HashMap<>();
        Map<String, Respelled> respelled = new LinkedHashMap<>();
        int upTo = 0;
        for (Token token : tokens) {
            List<Respelling.Choice> choices = found.get(token.word());
            if (choices != null && token.start() >= upTo) {
                Respelling.Choice best = choices.get(0);
                // A choice that takes a neighbour in stands where it was found; the same word elsewhere is left.
                boolean wide = best.end() - best.start() != token.end() - token.start();
                int start = wide ? best.start() : token.start();
                int end = wide ? best.end() : token.end();
                if (start >= upTo && start <= token.start() && end >= token.end()) {
                    written.append(text, upTo, start).append(best.text());
                    upTo = end;
                    if (tokens.size() >= FEWEST_FOR_OTHERS) {
                        besides.put(best.text(), Respelling.besides(choices));
                    }
                    respelled.putIfAbsent(token.word(), new Respelled(text.substring(start, end), best.text()));
                }
            }
        }
        written.append(text, upTo, text.length());
        return new MeantWords(written.toString(), besides, List.copyOf(respelled.values()));
    }

    /** What the words of a query look for, the rarest first. */
    static List<Query> context(Plan plan) {
        return plan.wanted.stream()
                .filter(word -> !plan.names.containsKey(word.token()))
                .sorted(Comparator.comparingDouble(Plan.Wanted::rarity).reversed())
                .limit(MOST_CONTEXT)
                .map(Plan.Wanted::query)
                .toList();
    }

    private static int indexOf(List<Token> tokens, Token wanted) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).word().equals(wanted.word())) {
                return i;
            }
        }
        return -1;
    }

    private static void remove(List<Token> tokens, List<Token> span) {
        int start = span.get(0).start();
        int end = span.get(span.size() - 1).end();
        tokens.removeIf(token -> token.start() < end && token.end() > start);
    }
}
