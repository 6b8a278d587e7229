package dev.byline.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;

/**
 * Words that every text has and that tell nothing: English, Arabic, Persian (Lucene's lists) and Hebrew. Not {@code us},
 * which is a country too.
 */
final class FunctionWords {
    private static final String HEBREW =
            "של על את לא הוא היא הם הן עם גם זה זו זאת אלה כי אל כל או אם יש אין בין לפי אחרי לפני כמו רק עוד אך אבל כדי עד היה"
                    + " היתה היו אחד אחת מי מה בו בה בהם לו לה להם אותו אותה אותם באותו באותה שלו שלה שלהם כאשר כך לכן שם כבר מאז";
    private static final String ENGLISH = """
            about after all also although am among any because been before being between both can could did do does
            down during each few from further had has have having he her here hers herself him himself his how i its
            itself just may me might more most must my myself nor now off on once only other our ours ourselves out
            over own said same says say she should since so some than them themselves those though through too under
            until up upon very was we were what when where whether which while who whom whose why within without
            would you your yours yourself yourselves
            """;

    // Written in capitals, these are something else: US, WHO, IT.
    private static final Set<String> ENGLISH_WORDS = englishWords();

    private final Set<String> words = new HashSet<>();

    FunctionWords(NewsAnalyzer analyzer) {
        StringBuilder all = new StringBuilder(ENGLISH).append(' ').append(HEBREW);
        for (var set : List.of(
                EnglishAnalyzer.ENGLISH_STOP_WORDS_SET,
                ArabicAnalyzer.getDefaultStopSet(),
                PersianAnalyzer.getDefaultStopSet())) {
            set.forEach(word -> all.append(' ').append((char[]) word));
        }
        for (NewsAnalyzer.Token token : analyzer.tokens(all.toString(), Integer.MAX_VALUE)) {
            words.add(token.word());
            words.add(WordForms.stem(token.word()));
        }
    }

    /** Whether this is such a word, or the stem of one. */
    boolean contains(String word) {
        return words.contains(word);
    }

    /** Whether this is such a word of English, or {@code us}. */
    static boolean isEnglish(String word) {
        return ENGLISH_WORDS.contains(word);
    }

    private static Set<String> englishWords() {
        Set<String> words = new HashSet<>(List.of(ENGLISH.strip().split("\\s+", -1)));
        EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.forEach(word -> words.add(new String((char[]) word)));
        words.add("us");
        return Set.copyOf(words);
    }
}
