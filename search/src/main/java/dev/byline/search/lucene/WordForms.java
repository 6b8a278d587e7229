package dev.byline.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The forms in which a word is found.
 *
 * <p>A word is indexed as it is written, folded, so that phrases are exact. Where it has a stem other than itself, a mark
 * stands at its place: the stem behind {@value #STEM}. So a word and its marks together are all forms of a stem.
 * Stems are light: English by Krovetz, which knows the words that look like forms and are none; Arabic, Persian and
 * Hebrew as {@link NativeForms} says. An abbreviation that is written as a function word, {@code US}, has the mark
 * {@value #ABBREVIATION}.
 */
final class WordForms {
    /** Before the stem of a word that is written otherwise. */
    static final String STEM = "=";

    /** Before an abbreviation that looks like a function word. */
    static final String ABBREVIATION = "^";

    /** Behind the key of a name, before the name. */
    static final char KEY_END = '\0';

    /** The longest word that is made of two. */
    static final int LONGEST_JOINED = 40;

    /** How much another form counts beside the one that was typed. */
    static final float OTHER = 0.9f;

    private static final int REMEMBERED = 1 << 16;
    private static final int MOST_PACKED = 12;

    /** Which forms of a word stand beside it. */
    enum Forms {
        /** Those of a text in any language but Persian. */
        PLAIN,
        /** Those of a Persian text. */
        PERSIAN,
        /** Its stems in all languages. */
        ANY
    }

    /** The stems of a word: all, those of a text in any language but Persian, and those of a Persian one. */
    private record Stems(String word, List<String> all, List<String> plain, List<String> persian) {}

    /** A folded word, with what stands beside it in a text. */
    static final class Beside {
        private final String word;
        private final int hash;
        // All letters, where they fit: most words are told apart without a look at another object.
        private final long letters;
        private final List<String> plain;
        private final List<String> persian;
        private final List<String> any;
        private final List<String> names;
        private final boolean english;
        private final boolean article;
        private final boolean binds;
        private final boolean bound;

        private Beside(String word, Stems stems) {
            this.word = word;
            hash = word.hashCode();
            letters = packed(word.toCharArray(), word.length());
            plain = marksOf(stems.plain);
            persian = stems.persian.equals(stems.plain) ? plain : marksOf(stems.persian);
            any = marksOf(stems.all);
            names = WordForms.names(word);
            english = FunctionWords.isEnglish(word);
            article = Particles.maybeArticle(word);
            binds = Particles.bindsNext(word);
            bound = Particles.bindsLast(word);
        }

        String word() {
            return word;
        }

        /** As {@link Particles#isArticle}, with what comes next. */
        boolean isArticle(boolean hyphen, Beside next) {
            return article && Particles.isArticle(word, hyphen, next.word);
        }

        /** As {@link Particles#binds}. */
        boolean binds(Beside next) {
            return binds || next.bound;
        }

        /** As {@link WordForms#names}. */
        List<String> names() {
            return names;
        }

        /**
         * The terms that stand beside it.
         *
         * @param abbreviation whether it is written as one
         */
        List<String> marks(Forms forms, boolean abbreviation) {
            List<String> marks = switch (forms) {
                case PLAIN -> plain;
                case PERSIAN -> persian;
                case ANY -> any;
            };
            if (!abbreviation || !english) {
                return marks;
            }
            List<String> more = new ArrayList<>(marks);
            more.add(ABBREVIATION + word);
            return more;
        }

        private boolean is(char[] written, int length, int itsHash, long itsLetters) {
            if (hash != itsHash || letters != itsLetters) {
                return false;
            }
            if (letters != 0) {
                return true;
            }
            if (word.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (word.charAt(i) != written[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    // Two neighbours hold the last two words that fell on them: all threads compute the same, so that a race does no
    // harm.
    private static final AtomicReferenceArray<Stems> STEMS = new AtomicReferenceArray<>(REMEMBERED);
    private static final AtomicReferenceArray<Beside> BESIDE = new AtomicReferenceArray<>(REMEMBERED);
    private static final ThreadLocal<EnglishForms> ENGLISH = ThreadLocal.withInitial(EnglishForms::new);

    private WordForms() {}

    /** A folded word, which makes no garbage where it has been seen lately. */
    static Beside beside(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + letters[i];
        }
        long packed = packed(letters, length);
        int place = place(hash);
        Beside last = BESIDE.get(place);
        if (last != null && last.is(letters, length, hash, packed)) {
            return last;
        }
        Beside known = BESIDE.get(place + 1);
        if (known == null || !known.is(letters, length, hash, packed)) {
            String word = new String(letters, 0, length);
            known = new Beside(word, stemmed(word));
        }
        BESIDE.set(place + 1, last);
        BESIDE.set(place, known);
        return known;
    }

    // Up to twelve letters from a to z in five bits each; 0 for any other word.
    private static long packed(char[] letters, int length) {
        if (length > MOST_PACKED) {
            return 0;
        }
        long packed = 0;
        for (int i = 0; i < length; i++) {
            int letter = letters[i] - 'a' + 1;
            if (letter < 1 || letter > 26) {
                return 0;
            }
            packed = packed << 5 | letter;
        }
        return packed;
    }

    /** The stems of a folded word other than itself, in any of its languages; most words have none or one. */
    static List<String> stems(String word) {
        return stemmed(word).all;
    }

    /** What the forms of a folded word have in common; not always a word. */
    static String stem(String word) {
        List<String> stems = stemmed(word).all;
        return stems.isEmpty() ? word : stems.get(0);
    }

    /**
     * The terms by which any form of a folded word is found, and how much each counts at a place where it stands; the word
     * itself first.
     */
    static Map<String, Float> of(NewsAnalyzer.Token token) {
        return Capitals.isAbbreviation(token) ? Map.of(ABBREVIATION + token.word(), 1f) : of(token.word());
    }

    /** As above, of a word that is no abbreviation. */
    static Map<String, Float> of(String word) {
        List<String> stems = stems(word);
        Map<String, Float> terms = new LinkedHashMap<>();
        // Where the word itself stands, the mark of its stem stands too.
        terms.put(word, stems.isEmpty() ? 1 : 1 - OTHER);
        terms.put(STEM + word, OTHER);
        for (String stem : stems) {
            terms.put(stem, OTHER);
            terms.put(STEM + stem, OTHER);
        }
        return terms;
    }

    /** The terms by which all words with this stem are found. */
    static List<String> withStem(String stem) {
        return List.of(stem, STEM + stem);
    }

    /** Whether a term of the index is a mark, and no word. */
    static boolean isMark(CharSequence term) {
        return term.charAt(0) == STEM.charAt(0) || term.charAt(0) == ABBREVIATION.charAt(0);
    }

    private static Stems stemmed(String word) {
        int place = place(word.hashCode());
        Stems last = STEMS.get(place);
        if (last != null && last.word.equals(word)) {
            return last;
        }
        Stems known = STEMS.get(place + 1);
        if (known == null || !known.word.equals(word)) {
            known = learn(word);
        }
        STEMS.set(place + 1, last);
        STEMS.set(place, known);
        return known;
    }

    private static int place(int hash) {
        // The hashes of short words differ little in single bits; a multiple of the golden section spreads them.
        return ((hash * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(REMEMBERED) + 1)) & -2;
    }

    private static Stems learn(String word) {
        if (word.length() < 3) {
            return new Stems(word, List.of(), List.of(), List.of());
        }
        char first = word.charAt(0);
        // Looking up the script of a letter takes longer than all the rest.
        Character.UnicodeScript script = first >= 'a' && first <= 'z'
                ? Character.UnicodeScript.LATIN
                : Character.UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case LATIN -> alike(word, Set.of(ENGLISH.get().stem(word)));
            case HEBREW -> alike(word, NativeForms.hebrew(word));
            case ARABIC -> {
                String arabic = NativeForms.arabic(word);
                String persian = NativeForms.persian(word);
                yield new Stems(
                        word,
                        others(word, new LinkedHashSet<>(Arrays.asList(arabic, persian))),
                        others(word, Set.of(arabic)),
                        others(word, Set.of(persian)));
            }
            default -> new Stems(word, List.of(), List.of(), List.of());
        };
    }

    private static Stems alike(String word, Set<String> stems) {
        List<String> others = others(word, stems);
        return new Stems(word, others, others, others);
    }

    private static List<String> others(String word, Set<String> stems) {
        return stems.stream().filter(stem -> !stem.equals(word)).toList();
    }

    private static List<String> marksOf(List<String> stems) {
        return stems.stream().map(stem -> STEM + stem).toList();
    }

    /** A folded word behind each of the keys that its other spellings have too; none if it can't be a name. */
    static List<String> names(String word) {
        return NameKeys.of(word).stream().map(key -> key + KEY_END + word).toList();
    }
}
