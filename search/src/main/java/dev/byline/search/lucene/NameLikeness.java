package dev.byline.search.lucene;

/**
 * How alike two spellings sound: one minus the cost of the cheapest way from one to the other, sound by sound, over the
 * length of the longer. What romanisations exchange is cheap, what tells names apart is dear. Costs are in hundredths of
 * a sound.
 */
final class NameLikeness {
    /** The likeness of two spellings that are just one name. */
    static final double SAME = 0.8;

    private static final int OTHER = 200;
    private static final int CONSONANT = 160;

    // What is dearer than this counts a quarter more at the beginning of a word.
    private static final int DEAR = 40;
    private static final int[][] CHANGE = new int[128][128];

    static {
        for (int[] row : CHANGE) {
            java.util.Arrays.fill(row, OTHER);
        }
        for (int i = 0; i < CHANGE.length; i++) {
            CHANGE[i][i] = 0;
        }
        // Vowels: dialects and languages exchange a and e, e and i, o and u; the rest only long words bear.
        cost("ae20 ei20 ou5 ai70 ao85 au85 eo85 eu75 iu65 io50");
        cost("Ee25 Ei30 Ea50 Oo10 Ou15 Oa50 EO120 Eo110 Eu110 Oe120 Oi120 Yi20 Ye40 Wu60 Wo60 WO20");
        // The throat: qaf is q, k, g or gh; ghayn gh, g or q; kha kh, k or h; het ch or h.
        cost("kq5 kg45 kG20 qg20 qG15 gG10 kx25 qx60 Gx60 xh40 Ck40 Cx20 Ch40 XC10 Xh0 Xx0 Xk40");
        // The teeth: interdentals and emphatics become stops or sibilants, French ch is sh, Turkish s and c are sh and
        // j.
        cost(
                "tT10 dD10 Dz25 Ds90 dz40 Tz90 Ts40 td70 TD60 sz30 sS50 sC80 CS15 jZ15 jz70 Zz50 jC50 ZS60 jg30 jc10 cC20 cs40 cz40 cS50 jY40 ji50 ZC60 Td80 jG50");
        // The lips.
        cost("vW10 vb50 vf40 bp45 pf50 Wb120 mn80 $S0 $s0 $C15 Bb0 Bv5 BW40 Pp0 Pf0 Bp45 Pb60");
        // Letters that may be long vowels, of scripts that write no short ones.
        cost("Aa0 Ae15 Ao20 Ai40 AE20 AO30 Au60 Uu0 Uo0 UO0 UW0 Uv0 Ue80 Ua90 Uf40 Ii0 Ie0 IE0 IY0 Ia80 Iy0 Ij50");
        cost("Ha0 He0 Hh0 Ho60 Ht10 'a5 'e10 'i20 'o20 'u20 'E20 'O20 AU60 AI60 A'10 AH0 I'30 U'30");
    }

    private NameLikeness() {}

    // Short words have many neighbours, so a sound more allows more than its share until there are enough.
    private static int most(int sounds) {
        return Math.max(40, Math.min(30 * sounds - 70, 16 * sounds));
    }

    // Three letters are a name's only between two consonants, as in qom; else mostly an abbreviation's.
    private static int most(String s, String t) {
        int sounds = longer(s, t);
        if (sounds > 3) {
            return most(sounds);
        }
        return isClosed(s) && isClosed(t) ? 30 : hasDigraph(s) && hasDigraph(t) ? 25 : 5;
    }

    private static int longer(String s, String t) {
        return Math.max(s.length(), t.length());
    }

    private static boolean hasDigraph(String s) {
        return s.chars().anyMatch(sound -> "TDSZCGx".indexOf(sound) >= 0);
    }

    private static boolean isClosed(String s) {
        return s.length() == 3
                && !Romanized.isVowel(s.charAt(0))
                && Romanized.isVowel(s.charAt(1))
                && !Romanized.isVowel(s.charAt(2));
    }

    private static void cost(String pairs) {
        for (String pair : pairs.split(" ", -1)) {
            int cost = Integer.parseInt(pair.substring(2));
            CHANGE[pair.charAt(0)][pair.charAt(1)] = cost;
            CHANGE[pair.charAt(1)][pair.charAt(0)] = cost;
        }
    }

    static double of(Romanized a, Romanized b) {
        String s = a.sounds();
        String t = b.sounds();
        boolean across = a.consonantal() != b.consonantal();
        int[] drops = new int[t.length()];
        int[] before = new int[t.length() + 1];
        int[] row = new int[t.length() + 1];
        for (int j = 0; j < drops.length; j++) {
            drops[j] = drop(b, j, across);
            before[j + 1] = before[j] + drops[j];
        }
        for (int i = 0; i < s.length(); i++) {
            int drop = drop(a, i, across);
            row[0] = before[0] + drop;
            for (int j = 0; j < drops.length; j++) {
                int change = before[j] + change(s, i, t, j);
                row[j + 1] = Math.min(change, Math.min(before[j + 1] + drop, row[j] + drops[j]));
            }
            int[] free = before;
            before = row;
            row = free;
        }
        return Math.max(0, 1 - (1 - SAME) * before[t.length()] / (across ? most(longer(s, t)) * 9 / 8 : most(s, t)));
    }

    private static int change(String s, int i, String t, int j) {
        char x = s.charAt(i);
        char y = t.charAt(j);
        if (x == y) {
            return 0;
        }
        int cost = CHANGE[x][y];
        if (i == 0 && j == 0) {
            // Alef carries any vowel that a word begins with.
            boolean carried = (isCarrier(x) && Romanized.isVowel(y)) || (isCarrier(y) && Romanized.isVowel(x));
            return carried ? 5 : cost < DEAR || cost == 70 ? cost : cost + cost / 4;
        }
        if (x + y == 'm' + 'n' && (x == 'm' || x == 'n') && beforeLips(s, i) && beforeLips(t, j)) {
            return 20;
        }
        if (i < s.length() - 1 || j < t.length() - 1) {
            return cost;
        }
        if (x + y == 'b' + 'p' && (x == 'b' || x == 'p')) {
            return 30; // A final stop loses its voice.
        }
        if ((x == 'I' && y == 'a') || (x == 'a' && y == 'I')) {
            return 15; // Alef maksura, which is folded to a yeh.
        }
        return cost >= 70 && Romanized.isVowel(x) && Romanized.isVowel(y) ? cost + 40 : cost;
    }

    private static boolean isCarrier(char sound) {
        return sound == 'A' || sound == '\'';
    }

    private static boolean beforeLips(String s, int i) {
        return i + 1 < s.length() && (s.charAt(i + 1) == 'b' || s.charAt(i + 1) == 'p');
    }

    private static int drop(Romanized word, int i, boolean across) {
        String s = word.sounds();
        char c = s.charAt(i);
        boolean last = i == s.length() - 1;
        if (Romanized.isVowel(c)) {
            return across && !word.consonantal() ? unwritten(c, i == 0, last) : dropVowel(s, i, last);
        }
        return switch (c) {
            case 'h' -> i > 0 ? 45 : across ? 65 : 85;
            case 'W' -> last ? 20 : i == 0 ? CONSONANT : 100;
            case 'Y' -> 80;
            case '\'' -> 4;
            case 'A' -> 30;
            case 'H' -> 15;
            case 'U', 'I' -> last ? 90 : 60;
            // A final t is written for the ending that is spoken a: shariat.
            case 't' -> last && i > 1 && s.charAt(i - 1) == 'a' ? 60 : CONSONANT;
            default ->
                i > 0
                                && !last
                                && !Romanized.isVowel(s.charAt(i - 1))
                                && !Romanized.isVowel(s.charAt(i + 1))
                                && !word.consonantal()
                        ? 90
                        : CONSONANT;
        };
    }

    private static int unwritten(char vowel, boolean first, boolean last) {
        if (first || vowel == 'E' || vowel == 'O') {
            return 60;
        }
        if (last) {
            return vowel == 'e' ? 15 : vowel == 'i' ? 90 : 40;
        }
        return 4;
    }

    private static int dropVowel(String s, int i, boolean last) {
        char c = s.charAt(i);
        boolean follows = i > 0 && Romanized.isVowel(s.charAt(i - 1));
        boolean leads = !last && Romanized.isVowel(s.charAt(i + 1));
        if (c == 'E' || c == 'O') {
            return 120;
        }
        if (i == 0) {
            return 110;
        }
        if (last && !follows) {
            return c == 'e' ? 60 : c == 'i' ? 140 : 110;
        }
        if (last) {
            return 110;
        }
        if (follows || leads) {
            return c == 'i' && leads ? 90 : 45;
        }
        return switch (c) {
            case 'e' -> 55;
            case 'i' -> 65;
            case 'a' -> 65;
            default -> 70;
        };
    }
}
