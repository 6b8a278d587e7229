package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.exchange.LargeImport.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gigabyte in a small heap: {@code mvn -Psoak verify}. */
class LargeImportSoak {
    @ParameterizedTest
    @EnumSource
    void a_gigabyte_comes_in_with_a_heap_of_256(Format format) throws Exception {
        LargeImportTest.check(format, 1_000, "-Xmx256m");
    }

    @Test
    void more_ampersands_come_in_than_any_java_allows_by_default() {
        int items = 80;
        List<String> parts = List.of(Wxrs.channel("@").split("@", 2));
        ImportReport report = WxrReader.with(ImportOptions.defaults())
                .read(
                        new ContentSource() {
                            @Override
                            public String name() {
                                return "ampersands.xml";
                            }

                            @Override
                            public void visit(Visitor visitor) throws IOException {
                                String item = "<content:encoded>" + "&amp;".repeat(700_000) + "</content:encoded>";
                                Stream<String> all = Stream.of(
                                                Stream.of(parts.get(0)),
                                                IntStream.rangeClosed(1, items).mapToObj(id -> Wxrs.post(id, item)),
                                                Stream.of(parts.get(1)))
                                        .flatMap(some -> some);
                                List<InputStream> streams = all.<InputStream>map(
                                                text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                                        .toList();
                                visitor.visit(name(), new SequenceInputStream(Collections.enumeration(streams)));
                            }
                        },
                        item -> {});
        assertThat(report.refused()).as(report.toString()).isFalse();
        assertThat(report.count(Counted.ARTICLES)).isEqualTo(items);
    }
}
