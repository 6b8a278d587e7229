package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SipHashTest {
    /** As the paper says it, byte by byte, which is checked on the paper's own example. */
    private static long reference(long first, long second, byte[] message) {
        long[] v = {
            first ^ 0x736f6d6570736575L,
            second ^ 0x646f72616e646f6dL,
            first ^ 0x6c7967656e657261L,
            second ^ 0x7465646279746573L
        };
        int words = message.length / 8 + 1;
        byte[] padded = new byte[words * 8];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[padded.length - 1] = (byte) message.length;
        ByteBuffer in = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long word = in.getLong();
            v[3] ^= word;
            round(v);
            round(v);
            v[0] ^= word;
        }
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void round(long[] v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13);
        v[1] ^= v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16);
        v[3] ^= v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21);
        v[3] ^= v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17);
        v[1] ^= v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }

    @Test
    void theReferenceIsThatOfThePaper() {
        byte[] message = new byte[15];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }
        assertThat(reference(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, message)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void numbersAndTextsAreHashedAsTheirBytes() {
        Random random = new Random(5);
        for (int length = 0; length < 60; length++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) random.nextInt(0xD800));
            }
            int number = random.nextInt();
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_16LE);
            byte[] message = ByteBuffer.allocate(4 + bytes.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .put(bytes)
                    .array();
            long first = random.nextLong();
            long second = random.nextLong();
            assertThat(new SipHash(first, second).hash(number, text.toString()))
                    .as("%d chars", length)
                    .isEqualTo(reference(first, second, message));
        }
    }
}
