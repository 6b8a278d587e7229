package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives made to cost more than their length: four times as long takes about four times as long, not sixteen. */
@Tag("timed")
class ArchiveLinearTest {
    private static final int MOST = 10;

    static Stream<Arguments> archives() {
        byte[] chain = Packs.join(
                Packs.entry("x", 'L', Packs.bytes("b")),
                Packs.entry("x", 'x', Packs.pax("path", "a")),
                Packs.entry("x", 'g', Packs.pax("comment", "c")));
        byte[] member = Packs.gzip(new byte[0]);
        return Stream.of(
                archive("equal names in zip", 20_000, n -> Zips.directoryOf(n, i -> "same/")),
                archive("names in zip", 20_000, n -> Zips.directoryOf(n, i -> i + "/")),
                archive("files in tar", 5_000, n -> Packs.tarOf(parts(n, i -> Packs.header(i + ".md", '0', 0)))),
                archive("headers in tar", 3_000, n -> Packs.tarOf(parts(n, i -> chain))),
                archive(
                        "attributes in tar",
                        3_000,
                        n -> Packs.tarOf(Packs.entry("x", 'x', parts(n, i -> Packs.pax("key" + i, "value"))))),
                archive(
                        "globals in tar",
                        3_000,
                        n -> Packs.tarOf(parts(
                                n,
                                i -> Packs.join(
                                        Packs.entry("x", 'g', Packs.pax("key" + i, "value")),
                                        Packs.header(i + "/", '5', 0))))),
                archive("members in gzip", 20_000, n -> parts(n, i -> member)));
    }

    private static Arguments archive(String what, int size, IntFunction<byte[]> archive) {
        return Arguments.of(what, archive.apply(size), archive.apply(4 * size));
    }

    private static byte[] parts(int n, IntFunction<byte[]> part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < n; i++) {
            out.writeBytes(part.apply(i));
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void takesTimeInProportion(String what, byte[] small, byte[] large) {
        long bestOfSmall = Long.MAX_VALUE;
        long bestOfLarge = Long.MAX_VALUE;
        // In turn, so that what the compiler has come to by then helps both; more than five times where the machine is
        // busy with other things.
        for (int i = 0; i < 5 || (i < 25 && bestOfLarge > MOST * bestOfSmall); i++) {
            bestOfLarge = Math.min(bestOfLarge, time(large));
            bestOfSmall = Math.min(bestOfSmall, time(small));
        }
        assertThat((double) bestOfLarge / bestOfSmall).as(what).isLessThanOrEqualTo(MOST);
    }

    private static long time(byte[] archive) {
        long start = System.nanoTime();
        read(archive);
        return Math.max(1, System.nanoTime() - start);
    }

    private static void read(byte[] archive) {
        try {
            ContentSource.archive("x", archive).visit((document, in) -> {
                in.transferTo(OutputStream.nullOutputStream());
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
