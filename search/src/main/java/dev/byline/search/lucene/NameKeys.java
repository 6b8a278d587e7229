package dev.byline.search.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the other spellings of a name, in Latin, Arabic and Hebrew script, in two steps: spellings of one name share a
 * {@linkplain #of key}, and of the words that share one, those are the same name that {@linkplain #likeness sound
 * alike}. A word is folded as {@link NewsAnalyzer} does it.
 */
final class NameKeys {
    /** The most keys of a word. */
    static final int MOST = 4;

    /** The least likeness of two spellings of a name. */
    static final double SAME = NameLikeness.SAME;

    /** The same where one is in a script without vowels. */
    static final double SAME_ACROSS = 0.86;

    // An article that is written as a part of the name may be none.
    private static final double BARE = 0.1;

    private static final List<String> NAMED_AFTER = List.of("iyah", "iyyah", "iyya", "iya", "ieh", "iyeh", "يه", "יה");
    private static final List<String> FROM = List.of("i", "y", "ee", "ي", "י");

    private NameKeys() {}

    /** At most four short keys of a folded word, none if it can't be a name. */
    static List<String> of(String word) {
        if (!maybeName(word)) {
            return List.of();
        }
        Romanized name = Romanized.of(word);
        if (name == null) {
            return List.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        variants(name.sounds(), keys);
        String bare = withoutArticle(word);
        Romanized rest = bare == null ? null : Romanized.of(bare);
        if (rest != null) {
            variants(rest.sounds(), keys);
        }
        return keys.stream().limit(MOST).toList();
    }

    /** Whether two folded words that share a key are spellings of one name. */
    static boolean sameName(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (a.isEmpty() || b.isEmpty() || NamePairs.different(a, b) || isNamedAfter(a, b) || isNamedAfter(b, a)) {
            return false;
        }
        boolean latin = a.charAt(0) <= 'z' && b.charAt(0) <= 'z';
        return likeness(a, b) >= (latin ? SAME : SAME_ACROSS);
    }

    // Sulaymaniyah is named after a Suleimani, and is not he.
    private static boolean isNamedAfter(String place, String person) {
        return endsWith(place, NAMED_AFTER) && endsWith(person, FROM);
    }

    private static boolean endsWith(String word, List<String> endings) {
        return endings.stream().anyMatch(word::endsWith);
    }

    /** How alike two folded words sound, 0 to 1. */
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double best = plain(a, b);
        String bareA = withoutArticle(a);
        String bareB = withoutArticle(b);
        double less = a.charAt(0) > 'z' || b.charAt(0) > 'z' ? 0 : BARE;
        if (bareA != null) {
            best = Math.max(best, plain(bareA, b) - less);
        }
        if (bareB != null) {
            best = Math.max(best, plain(a, bareB) - less);
        }
        if (bareA != null && bareB != null) {
            best = Math.max(best, plain(bareA, bareB) - less);
        }
        return Math.max(0, best);
    }

    private static double plain(String a, String b) {
        Romanized x = Romanized.of(a);
        Romanized y = Romanized.of(b);
        if (x == null || y == null) {
            return 0;
        }
        if (x.consonantal() && y.consonantal() && Math.min(a.length(), b.length()) < 6) {
            // Where no vowels are written, short words that differ by a letter are different words.
            return 0;
        }
        if (!x.consonantal()
                && !y.consonantal()
                && Math.max(x.sounds().length(), y.sounds().length()) < 3) {
            // Two sounds are an abbreviation's.
            return 0;
        }
        return NameLikeness.of(x, y);
    }

    private static boolean maybeName(String word) {
        if (word.length() < 2 || word.length() > Romanized.LONGEST) {
            return false;
        }
        char first = word.charAt(0);
        if (first < 'a' || first > 'z') {
            return first > 'z' && !EverydayWords.contains(word);
        }
        return word.length() > 2
                && hasVowel(word)
                && !Particles.isBound(word)
                && (NamePairs.isLoan(word) || !CommonWords.contains(word));
    }

    private static @Nullable String withoutArticle(String word) {
        int length = word.length();
        if (length >= 6 && (word.startsWith("al") || word.startsWith("el")) && !isVowelOr(word.charAt(2), 'l')) {
            return word.substring(2);
        }
        // As the Maghreb writes it: ennahda, essebsi.
        if (length >= 5
                && word.charAt(0) == 'e'
                && word.charAt(1) == word.charAt(2)
                && "tdrszn".indexOf(word.charAt(1)) >= 0) {
            return word.substring(2);
        }
        // Only the article goes: the endings that a stem loses too are sounds of a name.
        int article = word.startsWith("ال") ? 2 : word.startsWith("وال") ? 3 : 0;
        if (article > 0 && length >= article + 2) {
            return word.substring(article);
        }
        return length >= 4 && word.charAt(0) == 'ה' ? word.substring(1) : null;
    }

    private static boolean hasVowel(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowelOr(char c, char other) {
        return c == other || "aeiouy".indexOf(c) >= 0;
    }

    private static void variants(String sounds, Set<String> keys) {
        keys.add(key(sounds, false));
        keys.add(key(sounds, true));
        int last = sounds.length() - 1;
        if (last > 2 && sounds.charAt(last) == 't' && sounds.charAt(last - 1) == 'a') {
            keys.add(key(sounds.substring(0, last), false));
        }
    }

    // Consonants by place of speaking; vowels, h, w and y say only whether the word begins with a consonant.
    private static String key(String sounds, boolean other) {
        StringBuilder key = new StringBuilder(sounds.length() + 1);
        for (int i = 0; i < sounds.length(); i++) {
            char group = group(sounds.charAt(i), other);
            if (i == 0 && group == ' ') {
                key.append('_');
            } else if (group != ' ') {
                key.append(group);
            }
        }
        return key.toString();
    }

    private static char group(char sound, boolean other) {
        return switch (sound) {
            case 'k', 'q', 'g', 'G', 'x' -> 'k';
            case 'X' -> other ? ' ' : 'k';
            case 'C' -> other ? ' ' : 's';
            case 'j' -> other ? 'k' : 's';
            case '$', 't', 'T', 'd', 'D', 's', 'z', 'S', 'Z', 'c' -> 's';
            case 'b', 'p', 'f', 'B', 'P' -> 'p';
            case 'v' -> other ? ' ' : 'p';
            case 'm', 'n' -> 'n';
            case 'l', 'r' -> sound;
            default -> ' ';
        };
    }
}
