package dev.byline.comment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in all the ways in which word lists read it; each is made once, when the first list asks for it.
 *
 * <p>Not for several threads.
 */
final class WordViews {
    /** How a text was read when a word was found in it; the harder to miss, the earlier. */
    enum View {
        /** Without letter case, accents, invisible characters and compatibility forms. */
        PLAIN,
        /** With letters of any script as the Latin letters that they look like. */
        LOOKS,
        /** With digits and signs in words as the letters that they are written for. */
        LEET,
        /** With letters put together that stand apart. */
        SPACED
    }

    private final String text;
    private final WordView plain;
    private final @Nullable WordView looks;
    private @Nullable List<WordView> leet;
    private @Nullable List<WordView> leetEither;

    private WordViews(String text) {
        this.text = text;
        FoldedText letters = FoldedText.of(text, Fold.PLAIN);
        plain = new WordView(letters);
        FoldedText seen = isAscii(text) ? letters : FoldedText.of(text, Fold.LOOKS);
        looks = seen.sameAs(letters) ? null : new WordView(seen);
    }

    static WordViews of(String text) {
        return new WordViews(text);
    }

    WordView plain() {
        return plain;
    }

    /** Null where the text has nothing that looks like another letter. */
    @Nullable
    WordView looks() {
        return looks;
    }

    /** With digits and signs in words as letters, 1 as i and as l; none where no word has any. */
    List<WordView> leet() {
        List<WordView> made = leet;
        if (made == null) {
            made = leet(Leet.Reading.I, Leet.Reading.L);
            leet = made;
        }
        return made;
    }

    /** The same with i and l as one letter, for keys of which {@link Leet#either} was made. */
    List<WordView> leetEither() {
        List<WordView> made = leetEither;
        if (made == null) {
            made = leet(Leet.Reading.EITHER, Leet.Reading.LAST);
            leetEither = made;
        }
        return made;
    }

    private List<WordView> leet(Leet.Reading one, Leet.Reading other) {
        FoldedText base = base().folded();
        List<WordView> made = new ArrayList<>(2);
        if (Leet.isPossible(base)) {
            add(Leet.of(base, one), made);
            if (!made.isEmpty() || other.last) {
                add(Leet.of(base, other), made);
            }
        }
        return List.copyOf(made);
    }

    /** Where in the text a character stands that one of its views has here. */
    int origin(WordView view, int index) {
        return FoldedText.origin(text, view == plain ? Fold.PLAIN : looks == null ? Fold.PLAIN : Fold.LOOKS, index);
    }

    private WordView base() {
        return looks == null ? plain : looks;
    }

    private static void add(@Nullable FoldedText read, List<WordView> to) {
        if (read != null && to.stream().noneMatch(other -> other.folded().sameAs(read))) {
            to.add(new WordView(read));
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
