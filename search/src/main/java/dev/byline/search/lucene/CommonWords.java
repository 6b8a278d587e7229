package dev.byline.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Whether a folded word is an ordinary English one, by the dictionary that Lucene's KStem carries. Thread-safe; costs
 * a few microseconds.
 */
final class CommonWords {
    private static final CommonWords DICTIONARY = new CommonWords();

    /** Endings that no name has. */
    private static final List<String> DERIVED = List.of(
            "ize",
            "izes",
            "ized",
            "izing",
            "izer",
            "ization",
            "ise",
            "ised",
            "ising",
            "tion",
            "tions",
            "sion",
            "sions",
            "ness",
            "ment",
            "ments",
            "ally",
            "ingly",
            "edly",
            "ously",
            "ility",
            "ible",
            "able",
            "ably",
            "ological",
            "ology",
            "ware",
            "shire");

    private static final List<String> PREFIXES = List.of(
            "re", "un", "non", "pre", "over", "out", "under", "micro", "macro", "co", "de", "inter", "mis", "up");

    // Forms that the dictionary has under their base only, contractions without their apostrophe, and newer words.
    private static final Set<String> IRREGULAR =
            new HashSet<>(List.of("""
            men women gentlemen chairmen spokesmen spokesman spokeswoman spokeswomen businessmen children began begun came
            gone goes going done doing did does went seen saw knew known grew grown flew flown threw thrown blew blown drew
            drawn wrote written rode ridden risen rose hidden hid bitten chosen chose frozen froze spoken spoke stolen stole
            woken woke broken broke driven drove given gave taken took shaken shook forgotten forgot gotten got eaten ate
            fallen fell sang sung rang rung sank sunk drank drunk swam swum ran hung dug stuck struck won lit met led fed
            bled bred fled sped sold told held kept slept swept wept felt dealt meant built sent spent lent bent lost left
            brought bought thought caught taught sought fought found bound wound ground hung said paid laid made had was
            were been are is am has mice geese feet teeth lives knives wives wolves leaves shelves halves selves thieves
            better best worse worst further farther eldest arent cant couldnt didnt doesnt dont hadnt hasnt havent hed hell
            hes heres ill im isnt itd itll ive lets mustnt oughtnt shant shed shell shes shouldnt thatll thats theres
            theyd theyll theyre theyve wasnt weve werent whats wheres whod wholl whos wont wouldnt youd youll youre youve
            doesn wasn weren hasn haven hadn couldn wouldn shouldn mustn aren isn didn percent online offline internet
            intranet inline website websites blog blogs blogger blogging email emails app apps login logon online wifi
            smartphone smartphones laptop laptops tweet tweets retweet podcast podcasts webinar webinars hashtag hashtags
            selfie emoji emojis startup startups crowdsource crowdsourced crowdfunding cyber malware internet metadata
            dataset datasets workflow workflows dashboard dashboards plugin plugins todo todos vs etc jan feb mar apr jun
            jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mr mrs ms dr prof sr jr inc ltd corp
            co dept govt gov gop ceo cfo cio cto faq faqs pdf api apis url urls dna hiv aids covid tv tvs fbi cia nsa nato
            opec usa eu uk un uae nyc okay hello hi wow yeah yes oh older wider
            """.strip().split("\\s+")));

    private final OneWord input = new OneWord();
    private final TokenStream stemmer = new KStemFilter(input);

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

        @Override
        public boolean incrementToken() {
            return true;
        }
    }

    private CommonWords() {}

    static boolean contains(String word) {
        synchronized (DICTIONARY) {
            return IRREGULAR.contains(word) || isDerived(word) || DICTIONARY.hasForm(word);
        }
    }

    private static boolean isDerived(String word) {
        for (String ending : DERIVED) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasForm(String word) {
        if (has(word)) {
            return true;
        }
        boolean inflected = word.endsWith("s") || word.endsWith("ed") || word.endsWith("ing") || word.endsWith("ly");
        if (inflected) {
            String base = stem(word, "");
            return (base.length() > 2 && !base.equals(word) && has(base)) || prefixed(base);
        }
        return prefixed(word);
    }

    private boolean prefixed(String word) {
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix)
                    && word.length() > prefix.length() + 3
                    && has(word.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    // The dictionary is not public, but an ending comes off only where what is left is in it. Two endings, since with
    // one of them the whole may be a word of its own: department, active.
    private boolean has(String word) {
        return stem(word, "ment").equals(word) || stem(word, "ive").equals(word);
    }

    private String stem(String word, String ending) {
        try {
            input.word.setEmpty().append(word).append(ending);
            stemmer.incrementToken();
            return input.word.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
