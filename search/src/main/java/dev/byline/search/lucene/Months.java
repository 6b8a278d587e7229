package dev.byline.search.lucene;

import dev.byline.search.Facets.Period;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The months of a zone, numbered; what lies before the first newspaper or far ahead is one long month each. */
final class Months {
    private static final YearMonth FIRST = YearMonth.of(1600, 1);
    private static final YearMonth LAST = YearMonth.of(2300, 1);

    // A site has one zone.
    private static volatile @Nullable Months last;

    private final ZoneId zone;
    private final long[] begin;

    private Months(ZoneId zone) {
        this.zone = zone;
        int months = (LAST.getYear() - FIRST.getYear()) * 12 + 1;
        begin = new long[months];
        for (int month = 0; month < months; month++) {
            begin[month] = FIRST.plusMonths(month).atDay(1).atStartOfDay(zone).toEpochSecond();
        }
    }

    static Months of(ZoneId zone) {
        Months known = last;
        if (known == null || !known.zone.equals(zone)) {
            known = new Months(zone);
            last = known;
        }
        return known;
    }

    /** How many there are. */
    int count() {
        return begin.length + 1;
    }

    /** The number of the month in which a second since 1970 lies, from 0. */
    int of(long second) {
        int at = Arrays.binarySearch(begin, second);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** A month with how many articles it has. */
    Period period(int month, long articles) {
        return new Period(
                month == 0 ? Instant.MIN : Instant.ofEpochSecond(begin[month - 1]),
                month == begin.length ? Instant.MAX : Instant.ofEpochSecond(begin[month]),
                articles);
    }
}
