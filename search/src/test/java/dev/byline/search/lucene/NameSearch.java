package dev.byline.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The least search that finds names: each spelling is a text, and a text is found if it has all words of the query or
 * other spellings of them.
 */
final class NameSearch {
    /** How much of what should be found was, and how much of what was found should be. */
    record Figures(double recall, double precision) {}

    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();
    private final Map<String, Boolean> compared = new HashMap<>();

    /** Each spelling of each name is looked for among all. */
    Figures measure(List<List<String>> names, boolean latinOnly) {
        int expected = 0;
        int right = 0;
        int wrong = 0;
        for (List<String> name : names) {
            for (String query : name) {
                List<Set<String>> words = words(query, true);
                for (List<String> other : names) {
                    for (String text : other) {
                        if (text.equals(query) || (latinOnly && !(isLatin(query) && isLatin(text)))) {
                            continue;
                        }
                        expected += other == name ? 1 : 0;
                        if (finds(words, text)) {
                            right += other == name ? 1 : 0;
                            wrong += other == name ? 0 : 1;
                        }
                    }
                }
            }
        }
        return new Figures(right / (double) expected, right / (double) (right + wrong));
    }

    boolean finds(String query, String text) {
        return finds(words(query, true), text);
    }

    private boolean finds(List<Set<String>> query, String text) {
        Set<String> indexed = texts.computeIfAbsent(text, key -> {
            Set<String> words = new LinkedHashSet<>();
            words(text, false).forEach(words::addAll);
            return words;
        });
        return query.stream()
                .allMatch(word -> word.stream().anyMatch(one -> indexed.stream().anyMatch(two -> same(one, two))));
    }

    private boolean same(String a, String b) {
        return a.equals(b) || compared.computeIfAbsent(a + ' ' + b, pair -> isSame(a, b));
    }

    private boolean isSame(String a, String b) {
        return WordForms.of(a).containsKey(b)
                || WordForms.stems(b).stream().anyMatch(WordForms.of(a)::containsKey)
                || (!Collections.disjoint(keys(a), keys(b)) && NameKeys.sameName(a, b));
    }

    private List<String> keys(String word) {
        return keys.computeIfAbsent(word, NameKeys::of);
    }

    // The words without articles, each with what it is joined to: in a query with every neighbour.
    private List<Set<String>> words(String text, boolean query) {
        List<NewsAnalyzer.Token> tokens = analyzer.tokens(text, 99);
        List<String> words = new ArrayList<>();
        List<String> articles = new ArrayList<>();
        List<Boolean> hyphens = new ArrayList<>();
        String article = "";
        boolean hyphen = false;
        for (int i = 0; i < tokens.size(); i++) {
            NewsAnalyzer.Token token = tokens.get(i);
            boolean before = hyphen;
            hyphen = token.end() < text.length() && text.charAt(token.end()) == '-';
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).word() : "";
            if (Particles.isArticle(token.word(), hyphen, next)) {
                article = token.word();
                continue;
            }
            words.add(token.word());
            articles.add(article);
            hyphens.add(before);
            article = "";
        }
        List<Set<String>> all = new ArrayList<>();
        words.forEach(word -> all.add(new LinkedHashSet<>(Set.of(word))));
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1);
            String second = words.get(i);
            if (query || hyphens.get(i) || !articles.get(i).isEmpty() || Particles.binds(first, second)) {
                for (String joined : Particles.joined(first, articles.get(i), second)) {
                    all.get(i - 1).add(joined);
                    all.get(i).add(joined);
                }
            }
        }
        for (int i = words.size() - 1; query && i >= 0 && all.size() > 1; i--) {
            if (Particles.isLink(words.get(i))) {
                all.remove(i);
            }
        }
        return all;
    }

    private static boolean isLatin(String text) {
        return text.chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }
}
