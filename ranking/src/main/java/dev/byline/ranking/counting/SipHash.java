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
        long v0 = first ^ 0x736f6d6570736575L;
        long v1 = second ^ 0x646f72616e646f6dL;
        long v2 = first ^ 0x6c7967656e657261L;
        long v3 = second ^ 0x7465646279746573L;
        int length = text.length();
        long word = number & 0xFFFFFFFFL;
        int filled = 2;
        for (int i = 0; i <= length; i++) {
            boolean atEnd = i == length;
            if (atEnd) {
                word |= (2L * length + 4) << 56;
            } else {
                word |= (long) text.charAt(i) << (16 * filled++);
            }
            if (filled == 4 || atEnd) {
                if (filled == 4 && atEnd) {
                    throw new IllegalStateException();
                }
                v3 ^= word;
                for (int round = 0; round < 2; round++) {
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
                v0 ^= word;
                word = 0;
                filled = 0;
            }
        }
        v2 ^= 0xFF;
        for (int round = 0; round < 4; round++) {
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
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
