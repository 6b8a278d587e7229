package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.exchange.LargeImport.Format;
import dev.byline.testkit.JavaProcess;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large import in a small heap; {@link LargeImportSoak} is the same at ten times the size. */
class LargeImportTest {
    @ParameterizedTest
    @EnumSource(names = {"WXR", "JSON_LINES"})
    void a_hundred_megabytes_come_in_with_a_heap_of_64(Format format) throws Exception {
        check(format, 100, "-Xmx64m");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WXR", "JSON_LINES"})
    void half_of_it_comes_in_with_half_the_heap(Format format) throws Exception {
        check(format, 50, "-Xmx32m");
    }

    static void check(Format format, int megabytes, String heap) throws Exception {
        String told = JavaProcess.run(LargeImport.class, List.of(heap), format.name(), Integer.toString(megabytes));
        assertThat(told.lines()).contains(format.export(megabytes).counts().toString(), "0 problems", "large enough");
        System.out.println(told.lines().skip(3).findFirst().orElse(""));
    }
}
