package dev.byline.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/**
 * All words in Latin letters that have the consonants of one in its order, those of a kind for each other (Soundex's
 * kinds), with any vowels between: an automaton walks the index's own list of words, so that no list by sound is kept.
 */
final class SoundAlike {
    private static final String FREE = "aeiouyhw";
    private static final String[] KINDS = {"bfpv", "cgjkqsxz", "dt", "l", "mn", "r"};
    private static final String CONSONANTS = String.join("", KINDS);
    private static final int FEWEST = 2;
    private static final int LOOSELY_FROM = 4;
    private static final int WORK = 20_000;

    private SoundAlike() {}

    /**
     * Null for a word that has less than two kinds of consonants in turn, or other letters; a longer one may lack one of
     * them, or have one more.
     */
    static @Nullable Automaton of(String word) {
        List<String> kinds = kinds(word);
        if (kinds == null || kinds.size() < FEWEST) {
            return null;
        }
        int n = kinds.size();
        boolean loosely = n >= LOOSELY_FROM;
        Automaton.Builder words = new Automaton.Builder();
        for (int state = 0; state < 2 * (n + 1); state++) {
            words.createState();
        }
        for (int slips = 0; slips < 2; slips++) {
            for (int i = 0; i <= n; i++) {
                int at = slips * (n + 1) + i;
                each(words, at, at, i == 0 ? FREE : FREE + kinds.get(i - 1));
                if (i < n) {
                    each(words, at, at + 1, kinds.get(i));
                }
                if (loosely && slips == 0 && i > 0) {
                    each(words, at, at + n + 1, CONSONANTS);
                    if (i + 1 < n) {
                        each(words, at, at + n + 3, kinds.get(i + 1));
                    }
                }
            }
        }
        words.setAccept(n, true);
        words.setAccept(2 * n + 1, true);
        try {
            return Operations.determinize(words.finish(), WORK);
        } catch (TooComplexToDeterminizeException many) {
            return null;
        }
    }

    private static @Nullable List<String> kinds(String word) {
        List<String> kinds = new ArrayList<>();
        String last = "";
        for (int i = 0; i < word.length(); i++) {
            if (FREE.indexOf(word.charAt(i)) >= 0) {
                continue;
            }
            String kind = kind(word, i);
            if (kind.isEmpty()) {
                return null;
            }
            if (!kind.equals(last)) {
                kinds.add(kind);
                last = kind;
            }
        }
        return kinds;
    }

    private static String kind(String word, int at) {
        char letter = word.charAt(at);
        for (String kind : KINDS) {
            if (kind.indexOf(letter) >= 0) {
                // Sounds like sh: nation, ocean.
                boolean soft = at + 2 < word.length()
                        && (word.charAt(at + 1) == 'i' || word.charAt(at + 1) == 'h' || word.charAt(at + 1) == 'u');
                return soft && (letter == 't' || letter == 's' || letter == 'c') ? "cgjkqsxztd" : kind;
            }
        }
        return "";
    }

    private static void each(Automaton.Builder words, int from, int to, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            words.addTransition(from, to, letters.charAt(i));
        }
    }
}
