package dev.byline.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a word that was typed is from one that may have been meant: the least sum of what its slips cost, of which an
 * ordinary one costs 1 and one that people make more often less (Damerau's distance, weighted as by Kernighan, Church and
 * Gale 1990, with strings that sound alike as by Brill and Moore 2000).
 */
final class SpellingCost {
    private static final double DOUBLED = 0.35;
    private static final double TRIPLED = 0.1;
    private static final double SWAPPED = 0.5;
    private static final double VOWEL = 0.5;
    private static final double VOWEL_LEFT_OUT = 0.6;
    private static final double SILENT = 0.7;
    private static final double ALIKE = 0.5;
    private static final double NEIGHBOUR = 0.85;
    private static final double FIRST = 0.6;

    private static final String VOWELS = "aeiouyаеиоуыэюяёی";
    private static final String SILENTS = "hwegאה";

    // Letters that are taken for each other, as they sound or look alike.
    private static final String[] SOUNDS = {
        "ckq", "csz", "sx", "gj", "dt", "bp", "mn", "fv", "vw", "lr", "gk", "cg", "jy", "st", "سصث", "زذضظ", "تط",
        "حهخ", "قغک", "اعءی", "دض", "بپ", "جچ", "کگ", "فو", "טת", "כקח", "סשצ", "אעה", "בו", "וי", "גק", "бп", "вф",
        "гк", "дт", "зс", "жш", "шщ", "цс", "ий", "чщ"
    };

    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    // Strings that are written for each other.
    private static final String[][] STRINGS = {
        {"ph", "f"},
        {"gh", "f"},
        {"ck", "k"},
        {"ck", "c"},
        {"ch", "k"},
        {"qu", "kw"},
        {"qu", "cw"},
        {"x", "ks"},
        {"x", "cs"},
        {"x", "cks"},
        {"x", "gs"},
        {"xc", "x"},
        {"cc", "x"},
        {"ti", "sh"},
        {"ci", "sh"},
        {"si", "sh"},
        {"ti", "si"},
        {"ti", "ci"},
        {"tion", "shun"},
        {"tion", "shon"},
        {"tion", "tin"},
        {"sion", "shun"},
        {"ssion", "tion"},
        {"ssion", "shun"},
        {"ch", "tch"},
        {"ch", "sh"},
        {"tu", "ch"},
        {"tu", "chu"},
        {"dge", "ge"},
        {"dg", "g"},
        {"dg", "j"},
        {"dge", "j"},
        {"wr", "r"},
        {"kn", "n"},
        {"gn", "n"},
        {"wh", "w"},
        {"sc", "s"},
        {"sch", "sk"},
        {"rh", "r"},
        {"gu", "g"},
        {"mb", "m"},
        {"ough", "uff"},
        {"ough", "off"},
        {"ough", "ow"},
        {"ough", "o"},
        {"ough", "u"},
        {"aught", "ort"},
        {"ought", "ort"},
        {"igh", "i"},
        {"ight", "ite"},
        {"eigh", "ay"},
        {"eigh", "a"},
        {"augh", "or"},
        {"augh", "aw"},
        {"ou", "u"},
        {"ou", "ow"},
        {"ou", "oo"},
        {"au", "or"},
        {"au", "aw"},
        {"ai", "ay"},
        {"ai", "ae"},
        {"ei", "ay"},
        {"ea", "ee"},
        {"ea", "e"},
        {"ea", "i"},
        {"ee", "i"},
        {"ee", "ie"},
        {"ie", "y"},
        {"ey", "y"},
        {"ie", "i"},
        {"oa", "o"},
        {"oo", "u"},
        {"ew", "u"},
        {"eu", "u"},
        {"ew", "oo"},
        {"ous", "us"},
        {"ious", "ous"},
        {"eous", "ious"},
        {"le", "el"},
        {"le", "al"},
        {"le", "ul"},
        {"er", "re"},
        {"er", "ur"},
        {"er", "ir"},
        {"er", "a"},
        {"or", "er"},
        {"ar", "er"},
        {"ure", "er"},
        {"ture", "cher"},
        {"ture", "ter"},
        {"ly", "lly"},
        {"ally", "ly"},
        {"able", "ible"},
        {"ance", "ence"},
        {"ant", "ent"},
        {"al", "le"},
        {"ce", "se"},
        {"y", "ie"},
        {"ll", "l"},
        {"st", "s"},
        {"ed", "t"},
        {"pt", "t"},
        {"mn", "m"},
        {"exh", "ex"},
        {"ae", "e"},
        {"oe", "e"},
        {"ui", "u"},
        {"ue", "u"}
    };

    private record Rewriting(String typed, String meant) {}

    private static final Map<Integer, Double> LETTERS = new HashMap<>();
    private static final Map<Character, List<Rewriting>> BY_LAST = new HashMap<>();

    static {
        for (String row : KEYS) {
            for (int i = 1; i < row.length(); i++) {
                put(row.charAt(i - 1), row.charAt(i), NEIGHBOUR);
            }
        }
        for (String alike : SOUNDS) {
            for (int i = 0; i < alike.length(); i++) {
                for (int j = 0; j < i; j++) {
                    put(alike.charAt(i), alike.charAt(j), ALIKE);
                }
            }
        }
        for (String[] pair : STRINGS) {
            put(new Rewriting(pair[0], pair[1]));
            put(new Rewriting(pair[1], pair[0]));
        }
    }

    private final String typed;

    /** The strings that end before each place of what was typed, and are written for others. */
    private final List<List<Rewriting>> endings = new ArrayList<>();

    SpellingCost(String typed) {
        this.typed = typed;
        endings.add(List.of());
        for (int end = 1; end <= typed.length(); end++) {
            List<Rewriting> here = new ArrayList<>();
            for (Rewriting rewriting : BY_LAST.getOrDefault(typed.charAt(end - 1), List.of())) {
                if (typed.startsWith(rewriting.typed, end - rewriting.typed.length())) {
                    here.add(rewriting);
                }
            }
            endings.add(here);
        }
    }

    private static void put(char a, char b, double cost) {
        LETTERS.put(a << 16 | b, cost);
        LETTERS.put(b << 16 | a, cost);
    }

    private static void put(Rewriting rewriting) {
        BY_LAST.computeIfAbsent(rewriting.typed.charAt(rewriting.typed.length() - 1), last -> new ArrayList<>())
                .add(rewriting);
    }

    /** What it costs to have typed this for that; from 0, at equal words. */
    double of(String meant) {
        int n = typed.length();
        int m = meant.length();
        double[][] cost = new double[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (i > 0 || j > 0) {
                    cost[i][j] = cell(cost, meant, i, j);
                }
            }
        }
        return cost[n][m];
    }

    /** Whether two words differ by a letter more, less or other, or by two that stand side by side changed round. */
    static boolean isOneSlip(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        int rest = longer.length();
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (rest > shorter.length()) {
            return rest == shorter.length() + 1 && longer.endsWith(shorter.substring(same));
        }
        return same < rest
                && (endsAlike(one, other, same + 1)
                        || (same + 1 < rest
                                && one.charAt(same) == other.charAt(same + 1)
                                && one.charAt(same + 1) == other.charAt(same)
                                && endsAlike(one, other, same + 2)));
    }

    private static boolean endsAlike(String one, String other, int from) {
        return one.regionMatches(from, other, from, one.length() - from);
    }

    private double cell(double[][] cost, String meant, int i, int j) {
        double best = Double.MAX_VALUE;
        if (i > 0) {
            best = Math.min(best, cost[i - 1][j] + extra(typed, i - 1) + first(i - 1, j));
        }
        if (j > 0) {
            best = Math.min(best, cost[i][j - 1] + extra(meant, j - 1) + first(i, j - 1));
        }
        if (i > 0 && j > 0) {
            char a = typed.charAt(i - 1);
            char b = meant.charAt(j - 1);
            best = Math.min(best, cost[i - 1][j - 1] + (a == b ? 0 : other(a, b) + first(i - 1, j - 1)));
            if (i > 1 && j > 1 && a == meant.charAt(j - 2) && b == typed.charAt(i - 2)) {
                best = Math.min(best, cost[i - 2][j - 2] + SWAPPED + first(i - 2, j - 2));
            }
            for (Rewriting rewriting : endings.get(i)) {
                int to = j - rewriting.meant.length();
                if (to >= 0 && meant.startsWith(rewriting.meant, to)) {
                    best = Math.min(best, cost[i - rewriting.typed.length()][to] + ALIKE);
                }
            }
        }
        return best;
    }

    // Hardly anybody gets the first letter wrong.
    private static double first(int i, int j) {
        return i == 0 || j == 0 ? FIRST : 0;
    }

    /** A letter that only one of the two has. */
    private static double extra(String word, int at) {
        char letter = word.charAt(at);
        if (at > 0 && word.charAt(at - 1) == letter) {
            // A key that was held: no word has three alike.
            return at > 1 && word.charAt(at - 2) == letter ? TRIPLED : DOUBLED;
        }
        return VOWELS.indexOf(letter) >= 0 ? VOWEL_LEFT_OUT : SILENTS.indexOf(letter) >= 0 ? SILENT : 1;
    }

    private static double other(char a, char b) {
        if (VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0) {
            return VOWEL;
        }
        return LETTERS.getOrDefault(a << 16 | b, 1.0);
    }
}
