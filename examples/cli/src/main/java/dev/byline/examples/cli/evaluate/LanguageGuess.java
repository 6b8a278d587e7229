package dev.byline.examples.cli.evaluate;

import dev.byline.text.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The language of most documents of a collection, so that plain Lucene is given the right analyzer: what they state, or
 * else the language that most people write in their script.
 */
public final class LanguageGuess {
    private static final int CHARACTERS = 2_000;
    private static final int DOCUMENTS = 1_000;
    private static final String ENGLISH = "en";
    private static final String PERSIAN_LETTERS = "\u067e\u0686\u0698\u06af\u06a9\u06cc";

    private static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.THAI, "th"));

    private final Map<String, Integer> stated = new TreeMap<>();
    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private int persianLetters;
    private int looked;

    /** Looks at a text; at its letters only where its language is not stated. */
    public void add(Language language, String text) {
        if (!language.equals(Language.UNDETERMINED)) {
            stated.merge(language.tag(), 1, Integer::sum);
        } else if (looked++ < DOCUMENTS) {
            text.codePoints().limit(CHARACTERS).filter(Character::isLetter).forEach(this::count);
        }
    }

    private void count(int letter) {
        letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
        persianLetters += PERSIAN_LETTERS.indexOf(letter) >= 0 ? 1 : 0;
    }

    /** What most of them are in so far. */
    public Language language() {
        if (!stated.isEmpty()) {
            return Language.of(most(stated));
        }
        if (letters.isEmpty()) {
            return Language.of(ENGLISH);
        }
        UnicodeScript script = most(letters);
        if (script == UnicodeScript.ARABIC) {
            // Every tenth letter of Persian is one of these, and none of Arabic.
            return Language.of(20L * persianLetters > letters.getOrDefault(script, 0) ? "fa" : "ar");
        }
        return Language.of(LANGUAGES.getOrDefault(script, ENGLISH));
    }

    private static <K> K most(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
