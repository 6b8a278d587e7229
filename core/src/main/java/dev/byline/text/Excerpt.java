package dev.byline.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Objects;

/**
 * How the first words of an article are cut for a card: {@link #jnews()} 20 words and "...", {@link #wordPress()} 55
 * words and " […]".
 *
 * <p>An excerpt is plain text on one line, single spaces between its words. The ellipsis follows only where something
 * was cut. Words are those of {@link PlainText#of(String, int)}: Chinese, Japanese and Korean are cut by character, never
 * inside one, whatever marks it bears (only a "character" of some two hundred code points is). Hence cutting an excerpt
 * again equals cutting the whole, which is why a {@link dev.byline.article.ArticleSummary} can hold a lead for excerpts
 * of every shorter length.
 *
 * @param words the most words, at least 1
 * @param ellipsis what follows where something was cut; may be empty
 * @param manualWhole whether an excerpt that an editor wrote stays whole, however long
 */
@JsonPropertyOrder({"words", "ellipsis", "manualWhole"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Excerpt(
        int words,
        String ellipsis,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean manualWhole) {
    /** The most words that an excerpt can have. */
    public static final int MOST_WORDS = 10_000;

    /** Checks the number of words. */
    public Excerpt {
        Objects.requireNonNull(ellipsis, "ellipsis");
        if (words < 1 || words > MOST_WORDS) {
            throw new IllegalArgumentException("an excerpt has 1 to " + MOST_WORDS + " words, not " + words);
        }
    }

    /** As WordPress does by default: the manual excerpt whole, else 55 words and " […]". */
    public static Excerpt wordPress() {
        return new Excerpt(55, " […]", true);
    }

    /** As the JNews theme does on its cards: 20 words and "...", of a manual excerpt too. */
    public static Excerpt jnews() {
        return words(20, "...");
    }

    /** This many words, of a manual excerpt too, and this ellipsis. */
    public static Excerpt words(int words, String ellipsis) {
        return new Excerpt(words, ellipsis, false);
    }

    /** The same with this many words at most. */
    public Excerpt withWords(int words) {
        return new Excerpt(words, ellipsis, manualWhole);
    }

    /** The same with this ellipsis. */
    public Excerpt withEllipsis(String ellipsis) {
        return new Excerpt(words, ellipsis, manualWhole);
    }

    /** The same, with manual excerpts left whole or cut like bodies. */
    public Excerpt withManualWhole(boolean manualWhole) {
        return new Excerpt(words, ellipsis, manualWhole);
    }

    /**
     * Of the excerpt that an editor wrote, else of the body.
     *
     * <p>Of a body are left out: figures, WordPress blocks that are no running text, such as galleries and buttons, and
     * addresses alone on their line, which WordPress embeds; unless it holds nothing else. Reads no more of it than the
     * words take.
     *
     * @param manual plain text, or HTML; the body is used where it is blank or shows no text
     * @param html the body
     */
    public String of(String manual, String html) {
        if (!manual.isBlank()) {
            // An editor's "rates < 3%" is text; only what closes somewhere can be a tag.
            String markup =
                    manual.indexOf('>', Math.max(0, manual.indexOf('<'))) < 0 ? manual.replace("<", "&lt;") : manual;
            String excerpt =
                    manualWhole ? PlainText.of(markup).replace('\n', ' ') : cut(PlainText.prose(markup, words));
            if (!excerpt.isEmpty()) {
                return excerpt;
            }
        }
        return cut(PlainText.prose(html, words));
    }

    /** Of plain text, in which nothing is markup. */
    public String cut(String plainText) {
        StringBuilder out = new StringBuilder(Math.min(plainText.length(), 16 * words) + ellipsis.length());
        int end = 0;
        for (int n = 0; ; n++) {
            int start = Words.start(plainText, end);
            if (start == plainText.length()) {
                return out.toString();
            }
            if (n == words) {
                return out.append(ellipsis).toString();
            }
            if (start > end && !out.isEmpty()) {
                out.append(' ');
            }
            end = Words.end(plainText, start);
            out.append(plainText, start, end);
        }
    }
}
