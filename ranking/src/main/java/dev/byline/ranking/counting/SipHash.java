package dev.byline.ranking.counting;

/**
 * SipHash-2-4 (Aumasson and Bernstein 2012): who does not know the key can't tell what was hashed, or find two that collide.
 *
 * @param first the first half of the key
 * @param second the second half
 */
record SipHash(long first, long second) {
    /** Of a number, in four bytes, and a text behind it, in two bytes for each char; lower bytes first. */
    long hash(int number, String text) {
        return hash(number, "", text);
    }

    /** The same of two texts, one behind the other; the number has to tell where the first one ends. */
    long hash(int number, String text, String more) {
        // Never leaves this method, so that it takes no memory once compiled.
        State state = new State(first, second);
        state.word = number & 0xFFFFFFFFL;
        state.chars = Integer.BYTES / Character.BYTES;
        state.take(text);
        state.take(more);
        return state.hash(2L * (text.length() + more.length()) + Integer.BYTES);
    }

    /** What is mixed so far, and the chars of a word that is not full. */
    private static final class State {
        private static final int WORD = Long.BYTES / Character.BYTES;

        private long v0;
        private long v1;
        private long v2;
        private long v3;
        private long word;
        private int chars;

        State(long first, long second) {
            v0 = first ^ 0x736f6d6570736575L;
            v1 = second ^ 0x646f72616e646f6dL;
            v2 = first ^ 0x6c7967656e657261L;
            v3 = second ^ 0x7465646279746573L;
        }

        void take(String text) {
            int length = text.length();
            int at = 0;
            while (chars != 0 && at < length) {
                add(text.charAt(at++));
            }
            for (; at + WORD <= length; at += WORD) {
                take(text.charAt(at)
                        | (long) text.charAt(at + 1) << 16
                        | (long) text.charAt(at + 2) << 32
                        | (long) text.charAt(at + 3) << 48);
            }
            while (at < length) {
                add(text.charAt(at++));
            }
        }

        private void add(char c) {
            word |= (long) c << (Character.SIZE * chars);
            chars = (chars + 1) % WORD;
            if (chars == 0) {
                take(word);
                word = 0;
            }
        }

        private void take(long full) {
            v3 ^= full;
            mix();
            mix();
            v0 ^= full;
        }

        long hash(long bytes) {
            take(word | bytes << 56);
            v2 ^= 0xFF;
            mix();
            mix();
            mix();
            mix();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void mix() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
