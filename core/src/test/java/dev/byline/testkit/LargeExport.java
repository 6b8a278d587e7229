package dev.byline.testkit;

import dev.byline.exchange.ContentSource;
import dev.byline.exchange.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The export of a site of any size, made as it is read, so that it lies on no disk and in no heap; the same each time.
 *
 * <p>It has stories, each an article of about 550 words, with three comments where the format has them, and what is around
 * them.
 */
public abstract class LargeExport implements ContentSource {
    /** How many comments a story has. */
    static final int COMMENTS = 3;

    private static final int PARAGRAPHS = 97;
    private static final int WORDS = 55;

    private final int stories;
    private final String[] paragraphs = paragraphs();

    LargeExport(int stories) {
        this.stories = stories;
    }

    /** A WordPress export of at least so many megabytes and hardly more. */
    public static LargeExport wordPress(int megabytes) {
        return new LargeWordPressExport((int) (megabytes * 1_000_000L / LargeWordPressExport.BYTES_PER_STORY));
    }

    /** Byline JSON lines of at least so many megabytes and hardly more. */
    public static LargeExport jsonLines(int megabytes) {
        return new LargeJsonLines((int) (megabytes * 1_000_000L / LargeJsonLines.BYTES_PER_STORY));
    }

    /** Answers of WordPress's REST interface, as {@link #wordPress} is large. */
    public static LargeExport rest(int megabytes) {
        return new LargeForeign(LargeForeign.Kind.REST, megabytes);
    }

    /** An export of Ghost, as {@link #wordPress} is large. */
    public static LargeExport ghost(int megabytes) {
        return new LargeForeign(LargeForeign.Kind.GHOST, megabytes);
    }

    /** A feed, as {@link #wordPress} is large. */
    public static LargeExport rss(int megabytes) {
        return new LargeForeign(LargeForeign.Kind.RSS, megabytes);
    }

    /** Items of ninjs behind each other, as {@link #wordPress} is large. */
    public static LargeExport ninjs(int megabytes) {
        return new LargeForeign(LargeForeign.Kind.NINJS, megabytes);
    }

    /** What a reader must find in it. */
    public abstract Map<Counted, Long> counts();

    abstract String head();

    abstract String story(int number, SplittableRandom random);

    abstract String tail();

    int stories() {
        return stories;
    }

    /** One of some paragraphs in HTML, with a line feed and a few characters beyond ASCII. */
    String paragraph(SplittableRandom random) {
        return paragraphs[random.nextInt(PARAGRAPHS)];
    }

    private static String[] paragraphs() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj(number -> paragraphOf(random))
                .toArray(String[]::new);
    }

    private static String paragraphOf(SplittableRandom random) {
        StringBuilder text = new StringBuilder("<p>");
        for (int word = 0; word < WORDS; word++) {
            text.append(word == 0 ? "" : word % 11 == 0 ? ". " : " ");
            for (int syllable = random.nextInt(1, 4); syllable > 0; syllable--) {
                text.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(random.nextInt(40) == 0 ? " &amp;" : "").append(random.nextInt(60) == 0 ? " – é" : "");
        }
        return text.append(".</p>\n").toString();
    }

    @Override
    public String name() {
        return "large";
    }

    @Override
    public void visit(Visitor visitor) throws IOException {
        try (InputStream in = new Pieces()) {
            visitor.visit(name(), in);
        }
    }

    /** The head, the stories one by one, and the tail. */
    private final class Pieces extends InputStream {
        private byte[] piece = head().getBytes(StandardCharsets.UTF_8);
        private int at;
        private int next;

        @Override
        public int read() {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (!more()) {
                return -1;
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, from, read);
            at += read;
            return read;
        }

        private boolean more() {
            if (at == piece.length && next <= stories) {
                String text = next == stories ? tail() : story(next, new SplittableRandom(next * 31L + 5));
                piece = text.getBytes(StandardCharsets.UTF_8);
                next++;
                at = 0;
            }
            return at < piece.length;
        }
    }
}
