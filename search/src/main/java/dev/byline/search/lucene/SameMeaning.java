package dev.byline.search.lucene;

import dev.byline.search.Synonyms;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site's synonyms as words of the index, to be found in a query whatever their forms (rule S-19). */
final class SameMeaning {
    /** How many others are looked for beside one word. */
    static final int MOST = 16;

    /** How much what means the same counts beside what was typed. */
    static final float SHARE = 0.8f;

    private final Synonyms synonyms;
    private final List<Map<String, List<Token>>> sets = new ArrayList<>();
    private final Map<String, List<Integer>> setsOf = new HashMap<>();
    private int longest;

    SameMeaning(NewsAnalyzer analyzer, Synonyms synonyms) {
        this.synonyms = synonyms;
        for (List<String> set : synonyms.sets()) {
            Map<String, List<Token>> members = new LinkedHashMap<>();
            for (String words : set) {
                List<Token> tokens = analyzer.tokens(words, Synonyms.LONGEST + 1);
                if (!tokens.isEmpty() && tokens.size() <= Synonyms.LONGEST) {
                    members.putIfAbsent(key(tokens), tokens);
                    longest = Math.max(longest, tokens.size());
                }
            }
            if (members.size() > 1) {
                members.keySet()
                        .forEach(key -> setsOf.computeIfAbsent(key, first -> new ArrayList<>(1))
                                .add(sets.size()));
                sets.add(members);
            }
        }
    }

    /** Whether it was made of these synonyms. */
    boolean isOf(Synonyms other) {
        return synonyms.equals(other);
    }

    /** Whether they name an abbreviation that is written as this function word. */
    boolean hasAbbreviation(String word) {
        return setsOf.containsKey(WordForms.ABBREVIATION + word);
    }

    /** For each of the words of a query, in their order, what else means the same as it or a phrase that it is part of. */
    List<List<List<Token>>> beside(List<Token> sequence) {
        List<Map<String, List<Token>>> beside = new ArrayList<>(sequence.size());
        sequence.forEach(token -> beside.add(new LinkedHashMap<>()));
        for (int from = 0; from < sequence.size() && longest > 0; from++) {
            for (int to = from + 1; to <= Math.min(from + longest, sequence.size()); to++) {
                String key = key(sequence.subList(from, to));
                for (int set : setsOf.getOrDefault(key, List.of())) {
                    for (Map<String, List<Token>> others : beside.subList(from, to)) {
                        add(sets.get(set), key, others);
                    }
                }
            }
        }
        return beside.stream().map(others -> List.copyOf(others.values())).toList();
    }

    private static void add(Map<String, List<Token>> set, String typed, Map<String, List<Token>> others) {
        for (Map.Entry<String, List<Token>> member : set.entrySet()) {
            if (others.size() == MOST) {
                return;
            }
            if (!member.getKey().equals(typed)) {
                others.putIfAbsent(member.getKey(), member.getValue());
            }
        }
    }

    private static String key(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        for (Token token : tokens) {
            boolean written = Capitals.isAbbreviation(token);
            key.append(key.isEmpty() ? "" : " ")
                    .append(written ? WordForms.ABBREVIATION + token.word() : WordForms.stem(token.word()));
        }
        return key.toString();
    }
}
