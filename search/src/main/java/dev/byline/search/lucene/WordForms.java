package dev.byline.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms of a word that a reader means by any one of them: English singular and plural, and Arabic with and without
 * its article. Words of other scripts have one form.
 *
 * <p>Forms are looked for, not indexed. So quoted words stay exact, and better rules need no new index.
 */
final class WordForms {
    // Plurals whose singular is another word, or none at all.
    private static final Set<String> UNCHANGED = Set.of(
            "always",
            "arms",
            "customs",
            "gas",
            "goods",
            "hamas",
            "headquarters",
            "news",
            "perhaps",
            "series",
            "species",
            "texas");

    private static final String ARTICLE = "ال";
    private static final String AND_ARTICLE = "وال";

    private WordForms() {}

    /** All forms of a folded word, the word itself first. */
    static List<String> of(String word) {
        String stem = stem(word);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        forms.addAll(withStem(stem));
        return List.copyOf(forms);
    }

    /** All forms of the words with this stem. */
    static List<String> withStem(String stem) {
        // Asked for every word of every text that is compared, so without streams.
        List<String> forms = new ArrayList<>(4);
        for (String form : candidates(stem)) {
            if (!forms.contains(form) && stem(form).equals(stem)) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** What the forms of a folded word have in common; not always a word. */
    static String stem(String word) {
        if (isArabic(word)) {
            return arabicStem(word);
        }
        if (word.length() < 4 || !isEnglish(word) || UNCHANGED.contains(word)) {
            return word;
        }
        int length = word.length();
        if (length > 4 && (word.endsWith("ies") || word.endsWith("ie"))) {
            return word.substring(0, word.lastIndexOf("ie")) + "y";
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return withoutSilentE(plural ? word.substring(0, length - 1) : word);
    }

    private static List<String> candidates(String stem) {
        if (isArabic(stem)) {
            return List.of(stem, ARTICLE + stem, AND_ARTICLE + stem);
        }
        if (!isEnglish(stem)) {
            return List.of(stem);
        }
        String short_ = stem.substring(0, stem.length() - 1);
        return stem.endsWith("y")
                ? List.of(stem, stem + "s", short_ + "ies", short_ + "ie")
                : List.of(stem, stem + "s", stem + "e", stem + "es");
    }

    // churches and church, houses and house, prizes and prize: the e is dropped on both sides.
    private static String withoutSilentE(String word) {
        boolean hissing = word.length() > 3
                && (word.endsWith("se")
                        || word.endsWith("xe")
                        || word.endsWith("ze")
                        || word.endsWith("che")
                        || word.endsWith("she"));
        return hissing ? word.substring(0, word.length() - 1) : word;
    }

    private static String arabicStem(String word) {
        // What is left must be long enough to be a word: most that begin so by nature are short.
        if (word.startsWith(AND_ARTICLE) && word.length() >= AND_ARTICLE.length() + 4) {
            return word.substring(AND_ARTICLE.length());
        }
        return word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + 3
                ? word.substring(ARTICLE.length())
                : word;
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private static boolean isEnglish(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
