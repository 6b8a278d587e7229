package dev.byline.comment;

import org.jspecify.annotations.Nullable;

/** A text as word lists see it in one way of reading; what they look at is made when it is first asked for. */
final class WordView {
    private final FoldedText folded;
    private @Nullable WordStream words;
    private @Nullable WordStream exact;
    private @Nullable WordStream spelled;
    private @Nullable Pieces pieces;

    WordView(FoldedText folded) {
        this.folded = folded;
    }

    /**
     * The text without what differs between two that say the same to the eye: letter case, accents, look-alikes,
     * invisible characters, compatibility forms and the width of blanks. The view of a view is the view.
     */
    static String of(String text) {
        return WordStream.exact(FoldedText.of(text, Fold.EITHER)).toString().replace("\0", "");
    }

    FoldedText folded() {
        return folded;
    }

    /** Its words alone. */
    WordStream words() {
        WordStream made = words;
        if (made == null) {
            made = WordStream.words(folded);
            words = made;
        }
        return made;
    }

    /** Its words and what stands between them. */
    WordStream exact() {
        WordStream made = exact;
        if (made == null) {
            made = WordStream.exact(folded);
            exact = made;
        }
        return made;
    }

    Pieces pieces() {
        Pieces made = pieces;
        if (made == null) {
            made = Pieces.of(folded);
            pieces = made;
        }
        return made;
    }

    /** Its words with letters that stand apart put together; null where none do. */
    @Nullable
    WordStream spelled() {
        WordStream made = spelled;
        if (made == null && pieces().anySpelled) {
            made = WordStream.spelled(pieces());
            spelled = made;
        }
        return made;
    }
}
