package dev.byline.comment;

import dev.byline.matching.AhoCorasick;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any number of words and phrases, looked for in all views of a text.
 *
 * <p>A key is found as whole words, whatever stands between two of them; where it begins or ends with a {@code *}, as the
 * end or beginning of a word, and with both anywhere in it, which is also how one is found whose script has no blanks between
 * words. A {@code *} elsewhere is one. A key that holds more than
 * words, blanks and dashes, such as an address, is found with just these signs, and not split or spelled otherwise. One
 * without anything visible is never found.
 *
 * <p>Immutable and thread-safe.
 */
final class WordList {
    /**
     * What was found.
     *
     * @param key the number of the key, from 0; of equal keys the first
     * @param offset where in the text it begins
     * @param how the view in which it was found
     */
    record Hit(int key, int offset, WordViews.View how) {}

    private final AhoCorasick words;
    private final AhoCorasick exact;
    private final SplitWords split;
    private final SplitWords leet;
    private final boolean open;

    private WordList(Builder builder) {
        words = AhoCorasick.of(builder.words);
        exact = AhoCorasick.of(builder.exact);
        split = SplitWords.of(builder.split);
        leet = SplitWords.leet(builder.split);
        open = builder.open;
    }

    static WordList of(List<String> keys) {
        Builder builder = new Builder();
        for (int k = 0; k < keys.size(); k++) {
            builder.add(keys.get(k), k);
        }
        return new WordList(builder);
    }

    /**
     * The hit in the first view that has any; in it the one that ends first, of those that end at the same place the one
     * that begins first, and of equal keys the first of the list.
     */
    @Nullable
    Hit find(WordViews text) {
        if (words.isEmpty() && exact.isEmpty()) {
            return null;
        }
        WordView looks = text.looks();
        Hit hit = inWords(text, text.plain(), WordViews.View.PLAIN, exact);
        if (hit == null && looks != null) {
            hit = inWords(text, looks, WordViews.View.LOOKS, exact);
        }
        if (hit != null || words.isEmpty()) {
            return hit;
        }
        if (open) {
            for (WordView view : text.leet()) {
                hit = hit == null ? inWords(text, view, WordViews.View.LEET, null) : hit;
            }
        }
        for (WordView view : leet.isEmpty() ? List.<WordView>of() : text.leetEither()) {
            hit = hit == null ? inPieces(text, view, WordViews.View.LEET, leet) : hit;
        }
        hit = hit == null ? apart(text, text.plain()) : hit;
        return hit == null && looks != null ? apart(text, looks) : hit;
    }

    private @Nullable Hit inWords(WordViews text, WordView view, WordViews.View how, @Nullable AhoCorasick withSigns) {
        long word = words.isEmpty() ? AhoCorasick.NOWHERE : find(words, view.words());
        long sign = withSigns == null || withSigns.isEmpty() ? AhoCorasick.NOWHERE : find(withSigns, view.exact());
        Hit first = word == AhoCorasick.NOWHERE
                ? null
                : new Hit(
                        words.numberOf(word),
                        WordStream.wordOrigin(view.folded(), begin(words, word, view.words())),
                        how);
        Hit second = sign == AhoCorasick.NOWHERE || withSigns == null
                ? null
                : new Hit(
                        withSigns.numberOf(sign),
                        WordStream.exactOrigin(view.folded(), begin(withSigns, sign, view.exact())),
                        how);
        // The two ends are not of one stream, so between the two the beginning decides.
        Hit found = first == null || (second != null && second.offset() < first.offset()) ? second : first;
        return found == null ? null : new Hit(found.key(), text.origin(view, found.offset()), how);
    }

    private @Nullable Hit apart(WordViews text, WordView view) {
        WordStream spelled = open ? view.spelled() : null;
        long word = spelled == null ? AhoCorasick.NOWHERE : find(words, spelled);
        if (word != AhoCorasick.NOWHERE && spelled != null) {
            int at = WordStream.spelledOrigin(view.pieces(), begin(words, word, spelled));
            return new Hit(words.numberOf(word), text.origin(view, at), WordViews.View.SPACED);
        }
        return inPieces(text, view, WordViews.View.SPACED, split);
    }

    private static @Nullable Hit inPieces(WordViews text, WordView view, WordViews.View how, SplitWords keys) {
        long hit = keys.find(view.pieces());
        return hit == SplitWords.NOWHERE
                ? null
                : new Hit(keys.numberOf(hit), text.origin(view, view.pieces().start(SplitWords.piece(hit))), how);
    }

    private static long find(AhoCorasick keys, WordStream stream) {
        return keys.find(stream.chars, stream.length);
    }

    /** The symbol with which the hit begins, not counting the mark before it. */
    private static int begin(AhoCorasick keys, long hit, WordStream stream) {
        int begin = AhoCorasick.end(hit) - keys.lengthOf(hit);
        return stream.chars[begin] == WordStream.BOUNDARY ? begin + 1 : begin;
    }

    /** Sorts keys by what they must be looked for in. */
    private static final class Builder {
        private static final String PUNCTUATION = ".,;:!?\"'-";

        /** Where nothing tells a word from its neighbours. */
        private static final Set<Character.UnicodeScript> UNSPACED = EnumSet.of(
                Character.UnicodeScript.HAN,
                Character.UnicodeScript.HIRAGANA,
                Character.UnicodeScript.KATAKANA,
                Character.UnicodeScript.THAI,
                Character.UnicodeScript.LAO,
                Character.UnicodeScript.KHMER,
                Character.UnicodeScript.MYANMAR);

        /** Belongs to two of these scripts, and so to none. */
        private static final int LONG_VOWEL = 0x30FC;

        final List<AhoCorasick.Entry> words = new ArrayList<>();
        final List<AhoCorasick.Entry> exact = new ArrayList<>();
        final List<SplitWords.Entry> split = new ArrayList<>();
        boolean open;

        void add(String line, int number) {
            String key = line.strip();
            boolean openBefore = key.startsWith("*");
            boolean openBehind = key.length() > 1 && key.endsWith("*");
            String body = key.substring(openBefore ? 1 : 0, key.length() - (openBehind ? 1 : 0));
            openBefore |= !body.isEmpty() && isUnspaced(body.codePointAt(0));
            openBehind |= !body.isEmpty() && isUnspaced(body.codePointBefore(body.length()));
            FoldedText plain = FoldedText.of(body, Fold.PLAIN);
            if (plain.isBlank()) {
                return;
            }
            boolean allWords = isAllWords(plain);
            open |= allWords && (openBefore || openBehind);
            Set<String> forms = new LinkedHashSet<>();
            for (FoldedText form : forms(body, plain)) {
                WordStream stream = allWords ? WordStream.words(form) : WordStream.exact(form);
                String string = stream.toString();
                int from = openBefore && string.charAt(0) == WordStream.BOUNDARY ? 1 : 0;
                int last = string.length() - 1;
                int to = openBehind && string.charAt(last) == WordStream.BOUNDARY ? last : last + 1;
                forms.add(string.substring(from, to));
            }
            for (String form : forms) {
                (allWords ? words : exact).add(new AhoCorasick.Entry(form, number));
                if (allWords && !openBefore && !openBehind && form.indexOf('\'') < 0) {
                    addSplit(form, number);
                }
            }
        }

        private static boolean isUnspaced(int point) {
            return point == LONG_VOWEL || (point >= 0x80 && UNSPACED.contains(Character.UnicodeScript.of(point)));
        }

        private void addSplit(String form, int number) {
            StringBuilder letters = new StringBuilder();
            long ends = 0;
            for (int i = 1; i < form.length() - 1; i++) {
                if (form.charAt(i) == WordStream.BOUNDARY) {
                    ends |= 1L << letters.length();
                } else if (form.charAt(i) != '_') {
                    letters.append(form.charAt(i));
                }
            }
            if (SplitWords.Entry.isFit(letters.toString())) {
                split.add(new SplitWords.Entry(letters.toString(), ends, number));
            }
        }

        /** What the key is in each view; letters of which only the capital looks like another are told apart. */
        private static List<FoldedText> forms(String body, FoldedText plain) {
            return body.chars().allMatch(c -> c < 128)
                    ? List.of(plain)
                    : List.of(
                            plain,
                            FoldedText.of(body, Fold.LOOKS),
                            FoldedText.of(body.toUpperCase(Locale.ROOT), Fold.LOOKS),
                            FoldedText.of(body.toLowerCase(Locale.ROOT), Fold.LOOKS),
                            FoldedText.nearest(body.toLowerCase(Locale.ROOT)));
        }

        /** Whether this is words with nothing between them but blanks and what may stand around blanks, or a dash. */
        private static boolean isAllWords(FoldedText key) {
            int first = 0;
            int last = key.length - 1;
            while (key.kinds[first] == Fold.BLANK) {
                first++;
            }
            while (key.kinds[last] == Fold.BLANK) {
                last--;
            }
            if (!key.isWord(first) || !key.isWord(last)) {
                return false;
            }
            int i = first;
            while (i <= last) {
                int gap = i;
                boolean blank = false;
                boolean punctuation = true;
                while (!key.isWord(i)) {
                    blank |= key.kinds[i] == Fold.BLANK;
                    punctuation &= key.kinds[i] == Fold.BLANK || PUNCTUATION.indexOf(key.chars[i]) >= 0;
                    i++;
                }
                boolean one = i - gap == 1
                        && (key.chars[gap] == '-'
                                || key.kinds[gap] == Fold.APOSTROPHE
                                || key.kinds[gap] == Fold.UNDERSCORE);
                if (i > gap && !one && !(blank && punctuation)) {
                    return false;
                }
                i++;
            }
            return true;
        }
    }
}
