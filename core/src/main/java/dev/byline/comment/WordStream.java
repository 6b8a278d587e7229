package dev.byline.comment;

import org.jspecify.annotations.Nullable;

/**
 * A folded text as the automaton reads it: with a mark where a word begins or ends, so that a key is found exactly where
 * the text has its whole words.
 */
final class WordStream {
    /** Stands where a word begins or ends; no folded text has it otherwise. */
    static final char BOUNDARY = '\0';

    final char[] chars;
    int length;

    /** Where in the folded text each symbol stands; only where it was asked for. */
    private final int @Nullable [] from;

    private WordStream(int capacity, boolean traced) {
        chars = new char[capacity];
        from = traced ? new int[capacity] : null;
    }

    /**
     * Words alone: between two of them one mark, whatever stands there, but around an apostrophe inside a word two.
     *
     * <p>An underscore between letters is a part of the word.
     */
    static WordStream words(FoldedText text) {
        return words(text, false);
    }

    /** Where in the folded text this symbol of its stream of words stands. */
    static int wordOrigin(FoldedText text, int symbol) {
        return words(text, true).origin(symbol);
    }

    private static WordStream words(FoldedText text, boolean traced) {
        WordStream stream = new WordStream(2 * text.length + 2, traced);
        char[] chars = text.chars;
        byte[] kinds = text.kinds;
        int length = text.length;
        boolean word = false;
        for (int i = 0; i < length; i++) {
            byte kind = kinds[i];
            if (kind >= Fold.LETTER || (kind == Fold.UNDERSCORE && word && text.isWord(i + 1))) {
                if (stream.length == 0) {
                    stream.put(BOUNDARY, i);
                }
                stream.put(chars[i], i);
                word = true;
            } else if (word) {
                stream.put(BOUNDARY, i);
                if (kind == Fold.APOSTROPHE && text.isWord(i + 1)) {
                    stream.put('\'', i);
                    stream.put(BOUNDARY, i + 1);
                }
                word = false;
            }
        }
        if (word) {
            stream.put(BOUNDARY, length);
        }
        return stream;
    }

    /** Words and all that stands between them, blanks single. */
    static WordStream exact(FoldedText text) {
        return exact(text, false);
    }

    /** Where in the folded text this symbol of its exact stream stands. */
    static int exactOrigin(FoldedText text, int symbol) {
        return exact(text, true).origin(symbol);
    }

    private static WordStream exact(FoldedText text, boolean traced) {
        WordStream stream = new WordStream(2 * text.length + 2, traced);
        boolean word = false;
        for (int i = 0; i < text.length; i++) {
            byte kind = text.kinds[i];
            boolean part = kind >= Fold.LETTER || (kind == Fold.UNDERSCORE && word && text.isWord(i + 1));
            if (part != word) {
                stream.put(BOUNDARY, i);
                word = part;
            }
            boolean again = kind == Fold.BLANK && (stream.length == 0 || stream.chars[stream.length - 1] == ' ');
            if (!again) {
                stream.put(text.chars[i], i);
            }
        }
        if (word) {
            stream.put(BOUNDARY, text.length);
        }
        if (stream.length > 0 && stream.chars[stream.length - 1] == ' ') {
            stream.length--;
        }
        return stream;
    }

    /** Words alone, with letters that stand apart put together. */
    static WordStream spelled(Pieces pieces) {
        return spelled(pieces, false);
    }

    /** Where in the folded text this symbol of its spelled stream stands. */
    static int spelledOrigin(Pieces pieces, int symbol) {
        return spelled(pieces, true).origin(symbol);
    }

    private static WordStream spelled(Pieces pieces, boolean traced) {
        FoldedText text = pieces.text;
        WordStream stream = new WordStream(2 * text.length + 2, traced);
        stream.put(BOUNDARY, 0);
        for (int p = 0; p < pieces.count; p++) {
            if (p > 0 && pieces.isGlued(p)) {
                stream.length--;
                stream.put('_', pieces.start(p) - 1);
            }
            stream.letters(text, pieces.start(p), pieces.end(p), pieces.isSpelled(p));
        }
        return stream;
    }

    private void letters(FoldedText text, int start, int end, boolean spelled) {
        for (int i = start; i < end; i++) {
            if (text.kinds[i] >= Fold.LETTER) {
                put(text.chars[i], i);
            } else if (!spelled) {
                put(BOUNDARY, i);
                put('\'', i);
                put(BOUNDARY, i + 1);
            }
        }
        put(BOUNDARY, end);
    }

    private void put(char c, int index) {
        chars[length] = c;
        if (from != null) {
            from[length] = index;
        }
        length++;
    }

    private int origin(int symbol) {
        return from == null ? 0 : from[Math.min(symbol, length - 1)];
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
