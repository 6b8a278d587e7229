package dev.byline.search.lucene;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Keeps linked words together for the tokenizer: a hyphen between letters or digits becomes a zero-width non-joiner, at which
 * Unicode's rules do not cut; and a zero-width space, at which they would not either, becomes a space. {@link LinkedWords}
 * takes the words apart again.
 */
final class LinkFilter extends CharFilter {
    /** What stands between linked words. */
    static final char LINK = '\u200c';

    private static final int NOTHING = -1;

    private final char[] ahead = new char[4096];
    private int next;
    private int end;
    private boolean finished;
    private int before = NOTHING;

    LinkFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            // One character must be known behind the one that is looked at.
            if (end - next < 2 && !finished) {
                fill();
            }
            if (next == end) {
                break;
            }
            char c = ahead[next++];
            target[offset + written++] = linked(c, next < end ? ahead[next] : NOTHING);
            before = c;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private void fill() throws IOException {
        System.arraycopy(ahead, next, ahead, 0, end - next);
        end -= next;
        next = 0;
        int read = input.read(ahead, end, ahead.length - end);
        if (read < 0) {
            finished = true;
        } else {
            end += read;
        }
    }

    private char linked(char c, int after) {
        if (c == '-' || c == '\u2010' || c == '\u2011') {
            boolean words = before != NOTHING && after != NOTHING && links((char) before, (char) after);
            return words ? LINK : c;
        }
        return c == '\u200b' ? ' ' : c;
    }

    /** Whether a hyphen between two characters links words. */
    static boolean links(char before, char after) {
        return Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(after)
                && !(Character.isDigit(before) && Character.isDigit(after));
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
