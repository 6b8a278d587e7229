package dev.byline.search.lucene;

import dev.byline.text.Html;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Prints passages of plain text as HTML, with {@code <mark>} around what was found, long ones cut between words. */
final class MarkedPassages extends PassageFormatter {
    /** The longest passage that is printed whole. */
    static final int LONGEST = 240;

    private static final int BEFORE = 60;
    private static final String LEFT_OUT = "…";

    private final int longest;

    MarkedPassages(int longest) {
        this.longest = longest;
    }

    /** The beginning of a text that has nothing to mark. */
    static String beginning(String text, int longest) {
        MarkedPassages passages = new MarkedPassages(longest);
        StringBuilder html = new StringBuilder();
        int end = passages.end(text, 0, text.length(), 0);
        escape(html, text, 0, end);
        return html.append(end < text.stripTrailing().length() ? LEFT_OUT : "").toString();
    }

    @Override
    public String format(Passage[] passages, String text) {
        StringBuilder html = new StringBuilder();
        int printed = 0;
        for (Passage passage : passages) {
            int marks = passage.getNumMatches();
            int firstMark = marks == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
            int firstEnd = marks == 0 ? firstMark : passage.getMatchEnds()[0];
            int start = start(text, passage.getStartOffset(), firstMark);
            int end = end(text, start, passage.getEndOffset(), firstEnd);
            if (start > printed) {
                html.append(printed > 0 ? " " : "").append(LEFT_OUT).append(printed > 0 ? " " : "");
            }
            print(html, text, passage, start, end);
            printed = end;
        }
        return html.append(printed < text.stripTrailing().length() ? LEFT_OUT : "")
                .toString();
    }

    private static void print(StringBuilder html, String text, Passage passage, int start, int end) {
        int at = start;
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int from = Math.max(at, passage.getMatchStarts()[i]);
            int to = passage.getMatchEnds()[i];
            // What overlaps is one mark.
            while (i + 1 < passage.getNumMatches() && passage.getMatchStarts()[i + 1] < to) {
                to = Math.max(to, passage.getMatchEnds()[++i]);
            }
            to = Math.min(end, to);
            if (from < to) {
                escape(html, text, at, from);
                html.append("<mark>");
                escape(html, text, from, to);
                html.append("</mark>");
                at = to;
            }
        }
        escape(html, text, at, end);
    }

    // A word or two before what was found, where the passage begins far ahead of it.
    private int start(String text, int start, int found) {
        if (longest == Integer.MAX_VALUE || found - start <= longest / 2) {
            return start;
        }
        for (int i = found - BEFORE; i < found; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return found;
    }

    private int end(String text, int start, int end, int found) {
        int last = end;
        if (longest != Integer.MAX_VALUE && end - start > longest) {
            last = Math.max(start + longest, found);
            while (last > Math.max(start, found) && !Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            if (last == Math.max(start, found)) {
                last = Math.max(start + longest, found);
                last -= Character.isHighSurrogate(text.charAt(last - 1)) ? 1 : 0;
            }
        }
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    // A paragraph separator is what the index puts between the parts of an article.
    private static void escape(StringBuilder html, String text, int from, int to) {
        html.append(Html.escape(text.substring(from, to).replace('\u2029', ' ')));
    }
}
