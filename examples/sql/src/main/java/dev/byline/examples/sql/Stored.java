package dev.byline.examples.sql;

import dev.byline.article.ArticleId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Instants and keys in the form in which every database keeps them exactly and in Byline's order. */
final class Stored {
    /** The most characters of a slug, a key of a term, and a slug of an author. */
    static final int LONGEST_KEY = 300;

    /** After every instant: the end of what never expires. */
    static final BigDecimal NEVER = new BigDecimal("99999999999999999.000000000");

    /** Before every instant: the end of what is never public, and the date of what has none. */
    static final BigDecimal ALWAYS = NEVER.negate();

    /** The least by which instants differ. */
    static final BigDecimal MOMENT = BigDecimal.valueOf(1, 9);

    // A character that stands for nothing, the last before the surrogates.
    private static final char LAST = '\uD7FF';

    private Stored() {}

    /**
     * Seconds since 1970 with nine decimals.
     *
     * <p>A timestamp of PostgreSQL keeps microseconds, and drivers differ about years before 1582 and zones; a cursor
     * that is a nanosecond off repeats an article or leaves one out.
     */
    static BigDecimal instant(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .setScale(9, RoundingMode.UNNECESSARY)
                .add(BigDecimal.valueOf(instant.getNano(), 9));
    }

    /**
     * An id as text that sorts as the id does, by UTF-16 units as in Java and by bytes of UTF-8 alike.
     *
     * <p>Nearly every id stays as it is. The two orders differ where a pair of surrogates meets what comes after them in
     * Unicode, so that a pair is led by the character before them; and PostgreSQL keeps no NUL.
     */
    static String id(ArticleId id) {
        String text = id.value();
        StringBuilder sorted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '\u0000' -> sorted.append("\u0001\u0001");
                case '\u0001' -> sorted.append("\u0001\u0002");
                case LAST -> sorted.append(LAST).append('\u0001');
                default -> sorted.append(Character.isHighSurrogate(one) ? LAST + "" + one : one);
            }
        }
        return sorted.toString();
    }

    /** Whether a slug or a key fits into its column; no article has one that does not. */
    static boolean isKey(String text) {
        return text.length() <= LONGEST_KEY && text.indexOf('\u0000') < 0 && halfPair(text, 0) < 0;
    }

    /** The index of the first half of a surrogate pair from an index on, or -1; UTF-8 has none. */
    static int halfPair(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
