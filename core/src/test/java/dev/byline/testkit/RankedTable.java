package dev.byline.testkit;

import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A list as the message of a failure prints it: a row for each place, below it one for each further reason. */
final class RankedTable {
    private static final int MOST = 25;

    private RankedTable() {}

    /** The list, the rows of the marked ones behind an arrow; of a long list the first and the marked. */
    static String of(List<Ranked<ArticleId>> list, Set<ArticleId> marked) {
        if (list.isEmpty()) {
            return "  (an empty list)%n".formatted();
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {" ", "#", "id", list.get(0).unit(), "score", "reasons"});
        int hidden = 0;
        for (int i = 0; i < list.size(); i++) {
            Ranked<ArticleId> place = list.get(i);
            boolean mark = marked.contains(place.item());
            if (i >= MOST && !mark) {
                hidden++;
                continue;
            }
            List<Reason> reasons = place.reasons();
            rows.add(new String[] {
                mark ? ">" : "",
                Integer.toString(i + 1),
                place.item().value(),
                number(place.value()),
                number(place.score()),
                reasons.isEmpty() ? "none" : text(reasons.get(0))
            });
            reasons.stream().skip(1).forEach(reason -> rows.add(new String[] {"", "", "", "", "", text(reason)}));
        }
        StringBuilder table = new StringBuilder();
        int[] widths = widths(rows);
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                line.append(row[column])
                        .append(" ".repeat(widths[column] - row[column].length()))
                        .append(column == 0 ? " " : "  ");
            }
            table.append(line.toString().stripTrailing()).append("%n".formatted());
        }
        if (hidden > 0) {
            table.append("  and %d more%n".formatted(hidden));
        }
        return table.toString();
    }

    /** A number to six digits, without zeros that say nothing. */
    static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(number) < 1e-6 ? rounded.toString() : rounded.toPlainString();
    }

    /** A number with its sign. */
    static String signed(double number) {
        return (number < 0 ? "" : "+") + number(number);
    }

    private static String text(Reason reason) {
        return reason.rule() + " " + (reason.part() == 0 ? "" : signed(reason.part()) + " ") + reason.text();
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return widths;
    }
}
