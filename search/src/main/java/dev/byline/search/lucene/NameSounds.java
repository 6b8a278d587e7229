package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which names begin as what was typed sounds, in any script. */
final class NameSounds {
    // Of fewer letters no sound is to be told.
    private static final int SHORTEST = 3;

    private NameSounds() {}

    /** Folded words without the articles that names are written with and without. */
    static List<String> withoutArticles(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).word();
            boolean article = i + 1 < tokens.size()
                    && Particles.isArticle(
                            word, tokens.get(i + 1).linked(), tokens.get(i + 1).word());
            if (!article) {
                words.add(word);
            }
        }
        return words;
    }

    /** A word without the Arabic article that is written as a part of it. */
    static String withoutArticle(String word) {
        return word.length() > 3 && word.startsWith("ال") ? word.substring(2) : word;
    }

    /**
     * What the terms begin with of names that may come into question.
     *
     * @param before the finished words
     * @param last the last one
     */
    static Set<String> keys(List<String> before, String last) {
        Set<String> keys = new LinkedHashSet<>();
        if (last.length() >= SHORTEST) {
            // Too many names begin with so short a sound as one consonant.
            NameKeys.of(last).forEach(key -> keys.add(key.length() > 1 ? key : key + SuggestedName.END));
        } else if (!before.isEmpty()) {
            NameKeys.of(before.get(before.size() - 1)).forEach(key -> keys.add(key + SuggestedName.END));
        }
        return keys;
    }

    /**
     * The word of a name that begins as the last one sounds, behind words that sound like the others; empty if there is none.
     * What is too short to sound passes for any.
     */
    static String completion(List<Token> name, List<String> before, String last) {
        List<String> words = withoutArticles(name);
        for (int i = before.size(); i < words.size(); i++) {
            if ((last.length() < SHORTEST || begins(last, words.get(i)))
                    && same(before, words.subList(i - before.size(), i))) {
                return words.get(i);
            }
        }
        return "";
    }

    private static boolean begins(String typed, String word) {
        int most = Math.min(word.length(), typed.length() + 4);
        for (int end = most; end >= Math.max(2, typed.length() - 2); end--) {
            if (NameKeys.sameName(typed, word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(List<String> some, List<String> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!NameKeys.sameName(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
