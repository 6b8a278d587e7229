package dev.byline.text;

/**
 * Where words begin and end.
 *
 * <p>Two readings, both in one pass over code points. An <em>excerpt</em> counts as WordPress does: what stands between
 * white space is a word, but each character of Chinese, Japanese or Korean counts by itself. <em>Reading</em> counts as
 * the word boundaries of Unicode (UAX #29) do, without their dictionaries: a word holds a letter or digit.
 *
 * <p>Thai, Lao, Khmer and Burmese are written without spaces too, but a character is much less than a word there: five
 * count as one.
 */
final class Words {
    /** A word of an excerpt ends after this many characters even where no space follows. */
    private static final int MOST_CHARACTERS = 100;

    private static final int UNSPACED_WEIGHT = 20;
    private static final int MOST_POINTS = 128;
    // A "character" of more code points than any script has is somebody's joke: it is cut between two of them.
    private static final int HARD_END = 200;

    private Words() {}

    /** How much there is to read: words, and characters of Chinese, Japanese and Korean beside them. */
    record Count(int words, int characters) {}

    /** The first index at or after this one that belongs to a word of an excerpt; the length if there is none. */
    static int start(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of the word of an excerpt that starts here; never inside a code point, nor inside a character. */
    static int end(CharSequence text, int start) {
        int length = text.length();
        int point = Character.codePointAt(text, start);
        boolean alone = countsAlone(point);
        int weight = weight(point);
        int points = 1;
        int i = start + Character.charCount(point);
        while (i < length) {
            int next = Character.codePointAt(text, i);
            if (isSpace(next) || points >= HARD_END) {
                break;
            }
            if (!joins(point, next)) {
                weight += weight(next);
                if (alone || countsAlone(next) || weight > MOST_CHARACTERS || points >= MOST_POINTS) {
                    break;
                }
            }
            point = next;
            points++;
            i += Character.charCount(next);
        }
        return i;
    }

    /** The end of this many words of an excerpt; the end of the last one if there are fewer. */
    static int end(CharSequence text, int from, int words) {
        int end = from;
        for (int n = 0; n < words; n++) {
            int start = start(text, end);
            if (start == text.length()) {
                break;
            }
            end = end(text, start);
        }
        return end;
    }

    /** What there is to read. */
    static Count count(String text) {
        int words = 0;
        int characters = 0;
        int unspaced = 0;
        boolean inWord = false;
        int length = text.length();
        int size;
        for (int i = 0; i < length; i += size) {
            int point = text.charAt(i);
            size = 1;
            if (Character.isHighSurrogate((char) point)) {
                point = text.codePointAt(i);
                size = Character.charCount(point);
            }
            if (isWordPoint(point)) {
                if (point >= 0x0E00 && countsAlone(point)) {
                    characters++;
                    inWord = false;
                } else if (isUnspaced(point)) {
                    unspaced++;
                    inWord = false;
                } else {
                    words += inWord ? 0 : 1;
                    inWord = true;
                }
            } else if (inWord && !isMark(point)) {
                inWord = isInnerPunctuation(point) && i + size < length && isWordPoint(text.codePointAt(i + size));
            }
        }
        return new Count(words + (unspaced + 4) / 5, characters);
    }

    static boolean isSpace(int point) {
        if (point < 0x80) {
            return point <= ' ' || point == 0x7F;
        }
        return Character.isSpaceChar(point) || point <= 0x9F;
    }

    private static boolean isWordPoint(int point) {
        if (point < 0x80) {
            return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
        }
        return Character.isLetterOrDigit(point);
    }

    private static boolean isInnerPunctuation(int point) {
        return switch (point) {
            // Apostrophes, the points and commas of numbers and abbreviations, and the joiners inside Persian words.
            case '\'', 0x2019, '.', ',', ':', '_', 0xB7, 0x66B, 0x66C, 0x5F3, 0x5F4, 0x200C, 0x200D, 0xAD -> true;
            default -> false;
        };
    }

    private static int weight(int point) {
        return isUnspaced(point) ? UNSPACED_WEIGHT : 1;
    }

    private static boolean isUnspaced(int point) {
        return point >= 0x0E00
                && (point <= 0x0EFF
                        || (point >= 0x1000 && point <= 0x109F)
                        || (point >= 0x1780 && point <= 0x17FF)
                        || (point >= 0x1950 && point <= 0x19DF)
                        || (point >= 0x1A20 && point <= 0x1AAF)
                        || (point >= 0xA9E0 && point <= 0xA9FF)
                        || (point >= 0xAA60 && point <= 0xAA7F));
    }

    /** Whether it is a character of Chinese, Japanese or Korean, their punctuation and full-width forms included. */
    private static boolean countsAlone(int point) {
        if (point < 0x1100) {
            return false;
        }
        if (point <= 0xFFFF) {
            return point <= 0x11FF
                    || (point >= 0x2E80
                            && point <= 0x9FFF
                            // Four that are pictographs and may be part of a longer emoji.
                            && point != 0x3030
                            && point != 0x303D
                            && point != 0x3297
                            && point != 0x3299)
                    || (point >= 0xA960 && point <= 0xA97F)
                    || (point >= 0xAC00 && point <= 0xD7FF)
                    || (point >= 0xF900 && point <= 0xFAFF)
                    || (point >= 0xFE30 && point <= 0xFE4F)
                    || (point >= 0xFF01 && point <= 0xFFEF);
        }
        return (point >= 0x1AFF0 && point <= 0x1B16F) || (point >= 0x20000 && point <= 0x3FFFD);
    }

    /**
     * Whether nothing may be cut between two code points. A superset of what the rules for grapheme clusters (UAX #29)
     * keep together, decided from the two alone.
     */
    static boolean joins(int before, int next) {
        if (next < 0x300 && before < 0x300) {
            return before == 0xAD;
        }
        return isMark(next)
                || isExtender(next)
                || before == 0x200D
                || Character.getType(before) == Character.FORMAT
                || (isHalfFlag(before) && isHalfFlag(next))
                || joinsAsHangul(before, next)
                // The virama that ties two consonants of an Indic script.
                || (before >= 0x900 && before <= 0xD7F && (before & 0x7F) == 0x4D);
    }

    static boolean isMark(int point) {
        int type = point < 0x300 ? Character.UNASSIGNED : Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isExtender(int point) {
        return switch (point) {
            case 0x200C, 0x200D, 0xFF9E, 0xFF9F, 0xE33, 0xEB3 -> true;
            default -> (point >= 0x1F3FB && point <= 0x1F3FF) || (point >= 0xE0020 && point <= 0xE007F);
        };
    }

    private static boolean isHalfFlag(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    private static boolean joinsAsHangul(int before, int next) {
        boolean leads = (before >= 0x1100 && before <= 0x115F) || (before >= 0xA960 && before <= 0xA97C);
        boolean follows = (next >= 0x1160 && next <= 0x11FF) || (next >= 0xD7B0 && next <= 0xD7FB);
        return (leads && isHangul(next)) || (follows && isHangul(before));
    }

    private static boolean isHangul(int point) {
        return (point >= 0x1100 && point <= 0x11FF)
                || (point >= 0xA960 && point <= 0xA97C)
                || (point >= 0xAC00 && point <= 0xD7FB);
    }
}
