package dev.byline.exchange;

import dev.byline.article.ArticleId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of articles made of what other systems call them. */
final class StableIds {
    private static final int LONGEST = 200;
    private static final int LONGEST_HEAD = 150;

    private StableIds() {}

    /** The id that a text is, or where it is too long for one, its beginning and a number made of all of it. */
    static ArticleId of(String text) {
        String known = WxrSlugs.oneLine(text);
        boolean whole =
                known.length() <= LONGEST && StandardCharsets.UTF_8.newEncoder().canEncode(known);
        return ArticleId.of(whole ? known : head(known) + "-" + digest(known));
    }

    private static String head(String text) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < text.length() && head.length() < LONGEST_HEAD; i++) {
            head.append(Character.isSurrogate(text.charAt(i)) ? '-' : text.charAt(i));
        }
        return head.toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
