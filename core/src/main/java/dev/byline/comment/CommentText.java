package dev.byline.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of a comment, which is a little HTML: cleaned, as a reader sees it, and told apart from others.
 *
 * <p>Everything here takes a stranger's bytes, never throws and is linear in their length.
 */
public final class CommentText {
    private CommentText() {}

    /**
     * The text as it may be stored and printed (rules C-30 to C-34).
     *
     * <p>Tags kept: a (href, title), abbr and acronym (title), b, blockquote and q (cite), cite, code, del (datetime),
     * em, i, s, strike, strong. Every other tag, attribute and scheme goes, and all text stays; every link says
     * {@code rel="nofollow ugc"}; every tag is closed. Cleaning twice equals cleaning once. Line breaks stay as they
     * are: a host that prints paragraphs makes them.
     */
    public static String clean(String html) {
        return CommentMarkup.read(html).html();
    }

    /** What a reader sees of it: plain text without tags, entities decoded; it must be escaped where it is printed. */
    public static String plain(String html) {
        return CommentMarkup.read(html).plain();
    }

    /** Whether anything of it can be seen: something besides tags, blanks of any kind and invisible characters. */
    public static boolean isVisible(String html) {
        return Legible.hasVisible(CommentMarkup.read(html).plain());
    }

    /**
     * What two comments that say the same have in common: 64 hexadecimal digits.
     *
     * <p>Letter case, accents, look-alikes of Latin letters, blanks, invisible characters, compatibility forms and
     * formatting make no difference; words, punctuation and the targets of links do. The text as sent and as cleaned have the same fingerprint. Meant for an indexed column
     * of a {@link CommentHistory}.
     */
    public static String fingerprint(String html) {
        return fingerprint(CommentMarkup.read(html));
    }

    /**
     * What two comments that say nearly the same have in common: at most 172 ASCII characters, empty where there are no
     * words. Meant for a column of a {@link CommentHistory}, compared by {@link #resemblance}.
     */
    public static String sketch(String html) {
        return sketch(CommentMarkup.read(html));
    }

    /**
     * How much two texts resemble each other by their sketches: an estimate of the share of neighbouring pairs of words
     * that they have in common, 0 to 1 (Broder, "On the resemblance and containment of documents", 1997). Texts of fewer
     * than eight words resemble each other only where they are equal. What is no sketch resembles nothing.
     */
    public static double resemblance(String one, String other) {
        return TextSketch.decoded(one).resemblance(TextSketch.decoded(other));
    }

    static String sketch(CommentMarkup.Result text) {
        return TextSketch.of(text.plain()).encoded();
    }

    static String fingerprint(CommentMarkup.Result text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String said = WordView.of(text.plain()) + '\n' + String.join("\n", text.targets());
            return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
