package dev.byline.taxonomy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms in which texts write a word: with the prefixes that Arabic and Hebrew attach, and the genders and numbers of
 * their demonyms and of Persian ones. All are keys of {@link Letters#key}.
 *
 * <p>Prefixes go before words of four letters and more, and before names of three, so that none makes another word of it.
 */
final class WordForms {
    private static final char M = Letters.MARK;
    private static final String ARTICLE = "\u0627\u0644";
    private static final int SURE = 4;

    private static final List<String> ARABIC_PREFIXES = List.of("و", "ب", "ل", "ف", "ك", "وب", "ول");
    private static final List<String> ARABIC_SURE_PREFIXES = List.of("و", "ب", "ل");
    private static final List<String> ARABIC_ENDINGS = List.of("ه", "ون", "ين", "ات", "ان", "ها", "هاي");
    private static final List<String> HEBREW_PREFIXES =
            List.of("ה", "ב", "ל", "ו", "מ", "ש", "כ", "וב", "ול", "ומ", "וה", "וש", "שב", "של", "שה", "מה", "כש");
    private static final List<String> HEBREW_SURE_PREFIXES = List.of("ב", "ל", "ו", "מ", "ש", "וב", "ול", "ומ");
    private static final List<String> HEBREW_ENDINGS = List.of("ת", "ם", "ות");

    private WordForms() {}

    /** All forms of a word, itself first. */
    static Set<String> of(String text, WordKind kind) {
        String key = Letters.key(text);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(key);
        if (!kind.isEvidence() || key.length() < 2) {
            return forms;
        }
        char first = key.charAt(1);
        if (first >= 0x600 && first < 0x700) {
            arabic(forms, key, kind);
        } else if (first >= 0x590 && first < 0x600) {
            hebrew(forms, key, kind);
        }
        return forms;
    }

    private static void arabic(Set<String> forms, String key, WordKind kind) {
        if (kind == WordKind.PEOPLE) {
            if (isOneWord(key) && key.charAt(key.length() - 2) == 'ي') {
                String stem = key.substring(0, key.length() - 1);
                ARABIC_ENDINGS.forEach(ending -> forms.add(stem + ending + M));
            }
            for (String form : List.copyOf(forms)) {
                forms.add(form.substring(0, form.length() - 1).replace(String.valueOf(M), M + ARTICLE) + M);
            }
        }
        for (String form : List.copyOf(forms)) {
            boolean hasArticle = form.startsWith(ARTICLE, 1);
            int length = form.indexOf(M, 1) - 1;
            if (!hasArticle && length < SURE && !isName(kind)) {
                continue;
            }
            for (String prefix : hasArticle || length >= SURE ? ARABIC_PREFIXES : ARABIC_SURE_PREFIXES) {
                // "For the" swallows a letter of the article.
                boolean swallows = hasArticle && prefix.endsWith("ل");
                forms.add(M + prefix + form.substring(swallows ? 2 : 1));
            }
        }
    }

    private static void hebrew(Set<String> forms, String key, WordKind kind) {
        if (kind == WordKind.PEOPLE && isOneWord(key) && key.charAt(key.length() - 2) == 'י') {
            String stem = key.substring(0, key.length() - 1);
            HEBREW_ENDINGS.forEach(ending -> forms.add(stem + ending + M));
        }
        for (String form : List.copyOf(forms)) {
            int length = form.indexOf(M, 1) - 1;
            if (length >= SURE || isName(kind)) {
                for (String prefix : length >= SURE ? HEBREW_PREFIXES : HEBREW_SURE_PREFIXES) {
                    forms.add(M + prefix + form.substring(1));
                }
            }
        }
    }

    private static boolean isName(WordKind kind) {
        return kind == WordKind.ALSO || kind == WordKind.PARTS;
    }

    private static boolean isOneWord(String key) {
        return key.indexOf(M, 1) == key.length() - 1;
    }
}
