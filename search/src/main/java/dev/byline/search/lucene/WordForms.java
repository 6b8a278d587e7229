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
 * A word that may be a name has its keys behind {@value #NAME}, by which the index lists its other spellings ({@link
 * NameKeys}). Stems are light: English by Krovetz, which knows the words that look like forms and are none; Arabic, Persian and
 * Hebrew as {@link NativeForms} says. An abbreviation that is written as a function word, {@code US}, has the mark
 * {@value #ABBREVIATION}.
 */
final class WordForms {
    /** Before the stem of a word that is written otherwise. */
    static final String STEM = "=";

    /** Before an abbreviation that looks like a function word. */
    static final String ABBREVIATION = "^";

    /** Before a key of a name, behind which the name itself stands, parted from it by {@link #KEY_END}. */
    static final String NAME = "~";

    /** Behind the key of a name. */
    static final char KEY_END = '\0';

    /** The longest word that is made of two. */
    static final int LONGEST_JOINED = 40;

    /** How much another form counts beside the one that was typed. */
    static final float OTHER = 0.9f;

    private static final int REMEMBERED = 1 << 16;

    /** The stems of a word: all, those of a text in any language but Persian, and those of a Persian one. */
    private record Stems(String word, List<String> all, List<String> plain, List<String> persian) {}

    /** The terms beside a word. */
    private record Marks(String word, List<String> plain, List<String> persian) {}

    // Each place holds the last word that fell on it: all threads compute the same, so that a race does no harm.
    private static final AtomicReferenceArray<Stems> STEMS = new AtomicReferenceArray<>(REMEMBERED);
    private static final AtomicReferenceArray<Marks> MARKS = new AtomicReferenceArray<>(REMEMBERED);
    private static final ThreadLocal<EnglishForms> ENGLISH = ThreadLocal.withInitial(EnglishForms::new);

    private WordForms() {}

    /**
     * The terms that stand beside a folded word.
     *
     * @param persian whether a word in Arabic script is Persian
     * @param abbreviation whether it is written as one
     */
    static List<String> marks(String word, boolean persian, boolean abbreviation) {
        Marks known = marked(word);
        List<String> marks = persian ? known.persian : known.plain;
        if (!abbreviation || !FunctionWords.isEnglish(word)) {
            return marks;
        }
        List<String> more = new ArrayList<>(marks);
        more.add(ABBREVIATION + word);
        return more;
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
        return token.abbreviation() && FunctionWords.isEnglish(token.word())
                ? Map.of(ABBREVIATION + token.word(), 1f)
                : of(token.word());
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
    static boolean isMark(String term) {
        return "=^~".indexOf(term.charAt(0)) >= 0;
    }

    private static Stems stemmed(String word) {
        int place = place(word);
        Stems known = STEMS.get(place);
        if (known == null || !known.word.equals(word)) {
            known = learn(word);
            STEMS.set(place, known);
        }
        return known;
    }

    private static Marks marked(String word) {
        int place = place(word);
        Marks known = MARKS.get(place);
        if (known == null || !known.word.equals(word)) {
            Stems stems = stemmed(word);
            List<String> names = names(word);
            known = new Marks(word, marks(stems.plain, names), marks(stems.persian, names));
            MARKS.set(place, known);
        }
        return known;
    }

    private static int place(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    }

    private static Stems learn(String word) {
        if (word.length() < 3) {
            return new Stems(word, List.of(), List.of(), List.of());
        }
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
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

    private static List<String> marks(List<String> stems, List<String> names) {
        List<String> marks = new ArrayList<>();
        stems.forEach(stem -> marks.add(STEM + stem));
        marks.addAll(names);
        return List.copyOf(marks);
    }

    /** The terms by which a word is found in other spellings, if it may be a name. */
    static List<String> names(String word) {
        return NameKeys.of(word).stream()
                .map(key -> NAME + key + KEY_END + word)
                .toList();
    }
}
