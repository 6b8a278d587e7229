package dev.byline.search.lucene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What no rule of spelling can know: names that are nearly spelled alike, and names among a dictionary's words. */
final class NamePairs {
    private static final Map<String, Set<String>> DIFFERENT = pairs(
            "fatah fattah",
            "fateh fattah",
            "fattah فتح",
            "amman oman",
            "hamas homs",
            "hama hamas",
            "hamas حمص",
            "hammas حمص",
            "hammas homs",
            "fatah فتاح",
            "fateh فتاح",
            "fatah الفتاح",
            "fateh الفتاح",
            "fattah الفتح",
            "homs حماس");
    private static final Set<String> LOANS = Set.of(
            "adam",
            "allah",
            "amir",
            "bazaar",
            "bedouin",
            "beg",
            "begum",
            "bey",
            "burka",
            "burqa",
            "caliph",
            "caliphate",
            "dervish",
            "dinar",
            "djinn",
            "effendi",
            "emir",
            "emirate",
            "fakir",
            "fatwa",
            "felucca",
            "hookah",
            "hijab",
            "imam",
            "intifada",
            "islam",
            "jaffa",
            "jihad",
            "jinn",
            "kebab",
            "khalif",
            "khan",
            "kibbutz",
            "koran",
            "kremlin",
            "laden",
            "mecca",
            "mohammed",
            "mohammedan",
            "moslem",
            "muezzin",
            "mufti",
            "mullah",
            "muslim",
            "ottoman",
            "pasha",
            "raj",
            "rajah",
            "ramadan",
            "shah",
            "sham",
            "sheik",
            "sheikh",
            "sherif",
            "sultan",
            "sultanate",
            "talmud",
            "tsar",
            "czar",
            "tunis",
            "vizier",
            "wadi",
            "yiddish",
            "nablus");

    private NamePairs() {}

    private static Map<String, Set<String>> pairs(String... pairs) {
        Map<String, Set<String>> others = new HashMap<>();
        for (String pair : pairs) {
            int space = pair.indexOf(' ');
            String one = pair.substring(0, space);
            String other = pair.substring(space + 1);
            others.computeIfAbsent(one, key -> new HashSet<>()).add(other);
            others.computeIfAbsent(other, key -> new HashSet<>()).add(one);
        }
        return others;
    }

    static boolean different(String a, String b) {
        return DIFFERENT.getOrDefault(a, Set.of()).contains(b);
    }

    static boolean isLoan(String word) {
        return LOANS.contains(word);
    }
}
