package dev.byline.search.likeness;

/** Words and phrases as numbers of 32 bits, the same on every machine; of a hundred thousand some two share one. */
final class Hashes {
    private Hashes() {}

    /** Of a word. */
    static int of(String word) {
        return mix(word.hashCode());
    }

    /** Of two words side by side. */
    static int of(int first, int second) {
        return mix(31 * mix(first + 0x9E3779B9) + second);
    }

    /** The finishing step of MurmurHash3: every bit of what goes in sways all bits of what comes out. */
    static int mix(int bits) {
        int mixed = bits;
        mixed ^= mixed >>> 16;
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
