package dev.byline.search.lucene;

import org.jspecify.annotations.Nullable;

/**
 * A folded word as the sounds that its spelling stands for, one character each, so that the habits of English, French,
 * German, Turkish and Persian romanisation fall away: digraphs are one sound, doubled letters are single, glides are
 * vowels where they close a syllable.
 *
 * <p>Capitals are sounds that Latin writes with two letters or that are written two ways: {@code T} th, {@code D} dh,
 * {@code S} sh, {@code Z} zh, {@code C} ch, {@code c} tch, {@code G} gh, {@code E} ai, {@code O} au, {@code W} w before a vowel,
 * {@code Y} y before a vowel. In Arabic and Hebrew script, where short vowels are not written, {@code A U I} are the
 * letters that may be long vowels, {@code H} is a final h that may be one, {@code X} a het, {@code B P} a bet and a pe, {@code $} a shin, {@code '} an ayin or hamza.
 *
 * @param sounds never empty
 * @param consonantal whether the script leaves out short vowels
 */
record Romanized(String sounds, boolean consonantal) {
    /** The longest word that is taken for a name; two joined names fit. */
    static final int LONGEST = 28;

    private static final char[] NATIVE = letters(
            "ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهويءאבגדהוזחטיכךלמםנןסעפףצץקרשת",
            "AbptTjChxdDrzZsSsDtD'GfqkglmnhUI'ABgdhUzXtIkklmmnns'PPzzqr$t");

    private static char[] letters(String from, String to) {
        char[] letters = new char[0x700];
        for (int i = 0; i < from.length(); i++) {
            letters[from.charAt(i)] = to.charAt(i);
        }
        return letters;
    }

    /** The sounds of a word; null if it has other letters than Latin, Arabic or Hebrew ones, mixes them or is too long. */
    static @Nullable Romanized of(String word) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return null;
        }
        char first = word.charAt(0);
        String sounds = first >= 'a' && first <= 'z' ? latin(word) : consonantal(word);
        return sounds == null || sounds.isEmpty() ? null : new Romanized(sounds, first > 'z');
    }

    static boolean isVowel(char sound) {
        return "aeiouEO".indexOf(sound) >= 0;
    }

    private static @Nullable String consonantal(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char sound = letter < NATIVE.length ? NATIVE[letter] : 0;
            if (sound == 0) {
                return null;
            }
            boolean last = i == word.length() - 1;
            char now = last && i > 1 && sound == 'h' ? 'H' : sound;
            if (now == 't' && !out.isEmpty() && out.charAt(out.length() - 1) == 'd') {
                out.setCharAt(out.length() - 1, 't');
            } else if (out.isEmpty() || out.charAt(out.length() - 1) != now || "AUIl'".indexOf(now) < 0) {
                out.append(now);
            }
        }
        return out.toString();
    }

    private static @Nullable String latin(String written) {
        StringBuilder raw = new StringBuilder(written.length());
        String word = withoutGentilic(written);
        int end = word.length();
        for (int i = 0; i < end; i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return null;
            }
            int taken = consonants(word, i, end, raw);
            i += taken - 1;
        }
        return vowels(raw);
    }

    // Shiite is from Shia as Sunnite from Sunni.
    private static String withoutGentilic(String word) {
        String one = word.endsWith("ites") ? word.substring(0, word.length() - 1) : word;
        if (one.length() < 6 || !one.endsWith("ite")) {
            return word;
        }
        return one.endsWith("iite") ? one.substring(0, one.length() - 3) + "a" : one.substring(0, one.length() - 2);
    }

    /** Puts the consonant at i, or one vowel letter, and tells how many letters it was written with. */
    private static int consonants(String word, int i, int end, StringBuilder out) {
        char c = word.charAt(i);
        char next = i + 1 < end ? word.charAt(i + 1) : ' ';
        char third = i + 2 < end ? word.charAt(i + 2) : ' ';
        if ((c == 't' || c == 'd') && next == 's' && third == 'c' && i + 3 < end && word.charAt(i + 3) == 'h') {
            return put(out, c == 't' ? 'c' : 'j', 4);
        }
        if (third == 'h' && ((c == 't' && next == 'c') || (c == 'd' && next == 'z'))) {
            return put(out, c == 't' ? 'c' : 'j', 3);
        }
        if (c == 's' && next == 'c' && third == 'h') {
            return put(out, 'S', 3);
        }
        if (next == 'h') {
            int at = "cdgkpstz".indexOf(c);
            if (at >= 0) {
                return put(out, "CDGxfSTZ".charAt(at), 2);
            }
        }
        if (c == 't' && (next == 'z' || next == 's')) {
            return put(out, 'z', 2);
        }
        if (c == 'd' && next == 'j') {
            return put(out, 'j', 2);
        }
        if (c == 'c') {
            boolean soft = next == 'e' || next == 'i' || next == 'y';
            return next == 'k' || next == 'c' || next == 'q' ? put(out, 'k', 2) : put(out, soft ? 'c' : 'k', 1);
        }
        if ((c == 'q' || c == 'g') && next == 'u' && (third == 'e' || third == 'i')) {
            return put(out, c == 'q' ? 'k' : 'g', 2);
        }
        if (c == 'x') {
            out.append('k');
            return put(out, 's', 1);
        }
        return put(out, c, 1);
    }

    private static int put(StringBuilder out, char sound, int letters) {
        // Doubled, as ss, or with an h, as ssh; also kkh.
        int last = out.length() - 1;
        boolean doubled = last >= 0
                && !isVowelLetter(sound)
                && (out.charAt(last) == sound
                        || (out.charAt(last) == 'd' && sound == 't')
                        || (letters == 2 && isHalf(out.charAt(last), sound)));
        if (doubled) {
            out.setCharAt(last, sound);
        } else {
            out.append(sound);
        }
        return letters;
    }

    private static boolean isHalf(char letter, char sound) {
        int at = "DGxSTZC".indexOf(sound);
        return at >= 0 && "dgkstzc".charAt(at) == letter;
    }

    private static boolean isVowelLetter(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    private static String vowels(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            boolean glide = i + 1 < length && isVowelLetter(raw.charAt(i + 1)) && raw.charAt(i + 1) != 'y';
            char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
            switch (c) {
                case 'y' -> vowel(out, i == 0 && glide && raw.charAt(1) != 'i' ? 'Y' : 'i');
                // Behind a y as in haniyeh, e is a syllable of its own.
                case 'e' -> {
                    if ((i > 0 && raw.charAt(i - 1) == 'y' && before == 'i')
                            || (i == length - 2 && raw.charAt(i + 1) == 'h')) {
                        out.append(c);
                    } else {
                        vowel(out, c);
                    }
                }
                case 'j' -> out.append(before == 'i' && i == length - 1 && raw.charAt(i - 1) == 'y' ? "" : "j");
                case 'w' -> {
                    boolean closes = before == 'a' || before == 'o' || before == 'u' || before == 'O';
                    if (i + 2 < length && raw.charAt(i + 1) == 's' && raw.charAt(i + 2) == 'k') {
                        out.append('v'); // German and Polish -owski.
                    } else if (glide) {
                        out.append('W');
                    } else if (closes) {
                        out.setCharAt(out.length() - 1, before == 'u' ? 'u' : 'O');
                        if (i == length - 1) {
                            out.append('W');
                        }
                    } else {
                        out.append('W');
                    }
                }
                case 'h' -> {
                    // A final h only says that the vowel before it is there.
                    if (i < length - 1 || !isVowel(before)) {
                        out.append('h');
                    }
                }
                case 'o' -> {
                    // French alaoui is alawi.
                    boolean w = glide
                            && raw.charAt(i + 1) == 'u'
                            && (i == 0 || isVowel(before))
                            && i + 2 < length
                            && "aei".indexOf(raw.charAt(i + 2)) >= 0;
                    if (w) {
                        out.append('W');
                        i++;
                    } else {
                        vowel(out, c);
                    }
                }
                case 'a', 'i', 'u' -> vowel(out, c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static void vowel(StringBuilder out, char c) {
        int last = out.length() - 1;
        char before = last < 0 ? ' ' : out.charAt(last);
        char one = switch (before) {
            case 'a' -> c == 'a' ? 'a' : c == 'i' || c == 'e' ? 'E' : c == 'u' ? 'O' : ' ';
            case 'e' -> c == 'e' ? 'i' : c == 'i' ? 'E' : c == 'u' ? 'u' : ' ';
            case 'i' -> c == 'i' || c == 'e' ? 'i' : ' ';
            case 'o' -> c == 'o' || c == 'u' ? (last > 0 && out.charAt(last - 1) == 'a' ? 'O' : 'u') : ' ';
            case 'u' -> c == 'u' ? 'u' : ' ';
            case 'E' -> c == 'i' ? 'E' : ' ';
            default -> ' ';
        };
        if (one == ' ') {
            out.append(c);
        } else {
            out.setCharAt(last, one);
            if (one == 'O' && before == 'o') {
                out.deleteCharAt(last - 1);
            }
        }
    }
}
