package dev.byline.search.lucene;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Light stems of words in Arabic and Hebrew script, as folded by {@link NewsAnalyzer}.
 *
 * <p>Arabic after Larkey's light10, Persian as its plural, comparative and ezafe endings; but what is left must be long enough
 * to be a word, since most words that begin or end so by nature are short: {@code وزير} keeps its first letter and
 * {@code ايران} its last two. A word alone does not say of which language it is;
 * one that is looked for has the stems of both.
 */
final class NativeForms {
    private static final String[] ARTICLES = {"بال", "كال", "فال", "ال", "لل"};
    private static final String[] ARABIC_ENDINGS = {"ات", "ون", "ين", "ان", "ها", "يه", "ه", "ي"};
    private static final int[] ARABIC_LEFT = {3, 4, 4, 4, 3, 3, 3, 4};
    private static final String[] PERSIAN_ENDINGS = {
        "هايشان", "هايمان", "هايي", "هاي", "ها", "ترين", "تر", "يان", "ان", "ات", "ي"
    };
    private static final int[] PERSIAN_LEFT = {2, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4};
    private static final String HEBREW_PREFIXES = "הובלמשכ";

    private NativeForms() {}

    /** The stem of an Arabic word; perhaps itself. */
    static String arabic(String word) {
        return without(withoutArticle(word), ARABIC_ENDINGS, ARABIC_LEFT);
    }

    /** The stem of a Persian word; perhaps itself. */
    static String persian(String word) {
        return without(word, PERSIAN_ENDINGS, PERSIAN_LEFT);
    }

    /** A Hebrew word without the letters that may be prefixed to it: the article, and, in, to, from, that, as. */
    static Set<String> hebrew(String word) {
        Set<String> stems = new LinkedHashSet<>();
        String rest = word;
        for (int i = 0; i < 2; i++) {
            char first = rest.charAt(0);
            if (HEBREW_PREFIXES.indexOf(first) < 0 || rest.length() < (first == 'ה' ? 4 : 5)) {
                break;
            }
            rest = rest.substring(1);
            stems.add(rest);
            if (first == 'ה') {
                break;
            }
        }
        return stems;
    }

    private static String withoutArticle(String word) {
        String rest = word.length() >= 5 && word.charAt(0) == 'و' ? word.substring(1) : word;
        for (String article : ARTICLES) {
            if (rest.startsWith(article) && rest.length() >= article.length() + 3) {
                return rest.substring(article.length());
            }
        }
        return rest;
    }

    private static String without(String word, String[] endings, int[] left) {
        for (int i = 0; i < endings.length; i++) {
            if (word.endsWith(endings[i]) && word.length() - endings[i].length() >= left[i]) {
                return word.substring(0, word.length() - endings[i].length());
            }
        }
        return word;
    }
}
