package dev.byline.search.lucene;

import java.util.List;
import java.util.Set;

/** The small words in names: the Arabic article in its spellings, and what stands between a name and a father's. */
final class Particles {
    // al before sun letters, Egyptian el, Turkish and Persian ul and ol.
    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "il", "ul", "ol", "ar", "er", "ur", "as", "es", "us", "is", "ash", "esh", "ush", "ach", "ech",
            "at", "et", "ut", "ath", "ad", "ed", "ud", "od", "adh", "az", "ez", "uz", "an", "en", "un", "in", "on",
            "ha", "wal");
    private static final Set<String> LINKS =
            Set.of("bin", "ibn", "ben", "bn", "bint", "bent", "binti", "bat", "بن", "ابن", "بنت", "בן", "בת");
    private static final Set<String> BINDING = Set.of(
            "abd", "abed", "abid", "abdul", "abdel", "abdol", "abdal", "abdu", "abdo", "abdoul", "abu", "abou", "abo",
            "abi", "aba", "umm", "um", "oum", "nur", "nour", "noor", "salah", "saif", "seif", "sayf", "izz", "ezz",
            "din", "amir", "mir", "tel", "tal", "tell", "bir", "beer", "ein", "ain", "ayn", "kafr", "kfar", "bani",
            "beni", "beit", "bayt", "deir", "dayr", "jabal", "jebel", "ras", "عبد", "ابو", "ابا", "ابي", "ام", "نور",
            "صلاح", "سيف", "عز", "אבו", "עבד");
    private static final Set<String> BOUND = Set.of(
            "allah", "ullah", "ollah", "alla", "lah", "din", "deen", "eddin", "eddine", "uddin", "addin", "nejad",
            "nezhad", "zadeh", "zada", "pour", "نجاد", "نژاد", "زاده", "بور", "الله", "الدين", "דין");

    private static final Set<String> SERVANTS = Set.of("abdul", "abdel", "abdol", "abdal", "abdoul", "abdil");

    private Particles() {}

    /**
     * Whether a folded token is an article that names are written with and without.
     *
     * @param hyphen whether a hyphen follows it
     * @param next the token behind it, folded; empty at the end
     */
    static boolean isArticle(String token, boolean hyphen, String next) {
        if (next.length() < 2 || !maybeArticle(token)) {
            return false;
        }
        if (token.equals("al") || token.equals("el")) {
            return true;
        }
        // Apart from the name, only where its l has become the name's first letter: er riad, as sisi.
        boolean assimilated = token.length() >= 2 && next.startsWith(token.substring(1));
        return hyphen
                ? assimilated || token.endsWith("l") || token.equals("ha")
                : assimilated && !token.startsWith("i");
    }

    /** Whether a folded token stands between a name and a father's: bin, ibn, ben. */
    static boolean isLink(String token) {
        return LINKS.contains(token);
    }

    /** Whether a folded token is a servant of whom the next token names, so that it is no name alone: abdul. */
    static boolean isBound(String token) {
        return SERVANTS.contains(token);
    }

    /** Whether two folded tokens, next to each other but for an article, are often written as one. */
    static boolean binds(String first, String second) {
        return bindsNext(first) || bindsLast(second);
    }

    /** Whether a folded token is an article before some words. */
    static boolean maybeArticle(String token) {
        return ARTICLES.contains(token);
    }

    /** Whether a folded token is often written as one with the next. */
    static boolean bindsNext(String token) {
        return BINDING.contains(token);
    }

    /** Whether a folded token is often written as one with the last. */
    static boolean bindsLast(String token) {
        return BOUND.contains(token);
    }

    /**
     * Two tokens as they are written in one, with the article's l and without where it falls silent: {@code nuraldin},
     * {@code nuradin}. One or two spellings.
     *
     * @param article what stood between them, or empty
     */
    static List<String> joined(String first, String article, String second) {
        String whole = first + article + second;
        if (!article.isEmpty() && sun(second, 0)) {
            return article.endsWith("l")
                    ? List.of(whole, first + article.substring(0, article.length() - 1) + second)
                    : List.of(whole);
        }
        if (second.startsWith("ال") && sun(second, 2)) {
            return List.of(whole, first + "ا" + second.substring(2));
        }
        return List.of(whole);
    }

    // The letters before which the article's l is not spoken.
    private static boolean sun(String word, int at) {
        return word.length() > at && "tdrsznتثدذرزسشصضطظن".indexOf(word.charAt(at)) >= 0;
    }
}
