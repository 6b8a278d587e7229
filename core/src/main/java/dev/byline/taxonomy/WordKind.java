package dev.byline.taxonomy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a word of the gazetteer has to do with its region. */
enum WordKind {
    /** A name of the whole region, by which categories are recognised too. */
    ALSO(0),
    /** A part that news names instead of the whole: Scotland, Gaza, Texas. */
    PARTS(1),
    /** Demonyms and adjectives. */
    PEOPLE(2),
    /** The capital. */
    CAPITAL(3),
    /** Cities and provinces. */
    CITIES(4),
    /** Whom and what one knows of there: leaders, parties, companies. */
    SIGNS(5),
    /** The money that is paid with there. */
    MONEY(6),
    /** Bodies of many countries that meet there. */
    SEATS(7),
    /** What follows the point of a share's code: the L of BP.L. */
    TICKERS(8),
    /** What makes an unsure word sure. */
    NEAR(-1),
    /** What keeps an unsure word from that. */
    FAR(-1),
    /** Words that are given names and surnames too. */
    PERSONAL(-1),
    /** Words that are others when written small: turkey. */
    COMMON(-1),
    /** Words that count only beside others of the region. */
    UNSURE(-1),
    /** What means no region. */
    PHRASES(-1);

    /** How many kinds say that a text speaks of the region. */
    static final int EVIDENCE = 9;

    private final int column;

    WordKind(int column) {
        this.column = column;
    }

    /** The number of the kind among those that say that a text speaks of the region, the strongest first. */
    int column() {
        return column;
    }

    boolean isEvidence() {
        return column >= 0;
    }

    /** Whether these are places and people, which are the region rather than point at it. */
    boolean isOfThePlace() {
        return isEvidence() && column <= CITIES.column;
    }

    static @Nullable WordKind named(String name) {
        for (WordKind kind : values()) {
            if (kind.label().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
