package dev.byline.ranking.audience;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Any number of phrases in ASCII, looked for in one pass without regard to case (Aho and Corasick, "Efficient string
 * matching", 1975): one look into a table for each character, whatever the phrases.
 */
final class PhraseSearch {
    /** Stands before the first character of every text, so that a phrase can be bound to the beginning. */
    static final char BEGINNING = '\u0001';

    /** What {@link #first} answers where there is none. */
    static final int NONE = -1;

    private static final int ASCII = 128;

    /** The column of each character; 0 for those that are in no phrase. */
    private final int[] columns = new int[ASCII];

    private final int width;
    private final int[] next;
    /** The number of the longest phrase that ends at a node, or at a suffix of it. */
    private final int[] ending;

    private final int[] lengths;

    /** Looks for these, which are in lower case and not empty. */
    PhraseSearch(List<String> phrases) {
        int nodes = 1;
        int used = 1;
        for (String phrase : phrases) {
            nodes += phrase.length();
            for (int i = 0; i < phrase.length(); i++) {
                if (columns[phrase.charAt(i)] == 0) {
                    columns[phrase.charAt(i)] = used++;
                }
            }
        }
        width = used;
        next = new int[nodes * width];
        ending = new int[nodes];
        lengths = phrases.stream().mapToInt(String::length).toArray();
        Arrays.fill(ending, NONE);
        int made = 1;
        for (int number = 0; number < phrases.size(); number++) {
            String phrase = phrases.get(number);
            int node = 0;
            for (int i = 0; i < phrase.length(); i++) {
                int edge = node * width + columns[phrase.charAt(i)];
                if (next[edge] == 0) {
                    next[edge] = made++;
                }
                node = next[edge];
            }
            ending[node] = ending[node] == NONE ? number : ending[node];
        }
        link(made);
        for (char c = 'A'; c <= 'Z'; c++) {
            columns[c] = columns[c - 'A' + 'a'];
        }
    }

    /** Lets each edge that leads nowhere lead to where the longest suffix goes on. */
    private void link(int nodes) {
        int[] fail = new int[nodes];
        Deque<Integer> breadthFirst = new ArrayDeque<>();
        for (int column = 0; column < width; column++) {
            if (next[column] != 0) {
                breadthFirst.add(next[column]);
            }
        }
        while (!breadthFirst.isEmpty()) {
            int node = breadthFirst.remove();
            ending[node] = ending[node] == NONE ? ending[fail[node]] : ending[node];
            for (int column = 0; column < width; column++) {
                int edge = node * width + column;
                int onward = next[fail[node] * width + column];
                if (next[edge] == 0) {
                    next[edge] = onward;
                } else {
                    fail[next[edge]] = onward;
                    breadthFirst.add(next[edge]);
                }
            }
        }
    }

    private int column(char c) {
        return c < ASCII ? columns[c] : 0;
    }

    /** The number of the phrase that ends first in a text, the longest if several do, or {@link #NONE}. */
    int first(CharSequence text) {
        int node = next[column(BEGINNING)];
        for (int i = 0; i < text.length(); i++) {
            node = next[node * width + column(text.charAt(i))];
            if (ending[node] != NONE) {
                return ending[node];
            }
        }
        return NONE;
    }

    /** The text with a {@code NUL} in the place of each character that lies in a phrase; itself where none does. */
    CharSequence without(String text) {
        int[] begins = null;
        int node = next[column(BEGINNING)];
        for (int i = 0; i < text.length(); i++) {
            node = next[node * width + column(text.charAt(i))];
            if (ending[node] != NONE) {
                if (begins == null) {
                    begins = new int[text.length()];
                    Arrays.fill(begins, Integer.MAX_VALUE);
                }
                begins[i] = i + 1 - lengths[ending[node]];
            }
        }
        if (begins == null) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        // Of the phrases that end here or later, the one that begins first.
        int first = Integer.MAX_VALUE;
        for (int i = text.length() - 1; i >= 0; i--) {
            first = Math.min(first, begins[i]);
            if (first <= i) {
                changed.setCharAt(i, '\0');
            }
        }
        return changed;
    }
}
