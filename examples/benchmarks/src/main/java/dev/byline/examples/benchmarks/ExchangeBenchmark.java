package dev.byline.examples.benchmarks;

import dev.byline.exchange.ContentReader;
import dev.byline.exchange.ContentSource;
import dev.byline.exchange.ContentWriter;
import dev.byline.exchange.ExportOptions;
import dev.byline.exchange.ImportOptions;
import dev.byline.exchange.ImportReport;
import dev.byline.exchange.Item;
import dev.byline.exchange.JsonLinesReader;
import dev.byline.exchange.JsonLinesWriter;
import dev.byline.exchange.WxrReader;
import dev.byline.exchange.WxrWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** How many megabytes a second go in and out, beside the bare parsers over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ExchangeBenchmark {
    private static final int ARTICLES = 8_000;

    private List<Item> items = List.of();
    private byte[] wxr = {};
    private byte[] lines = {};

    /** Counts megabytes, and the processor time that they took, which others on the machine change less. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Millions of bytes. */
        public double megabytes;

        /** Seconds of the thread on a processor. */
        public double processor;

        private long start;

        /** Begins to count the processor's time. */
        @Setup(Level.Invocation)
        public void begin() {
            start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void done(byte[] bytes) {
            megabytes += bytes.length / 1e6;
            processor += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        }
    }

    /** Makes the site and writes it in both formats. */
    @Setup
    public void write() {
        items = LargeSite.items(ARTICLES);
        wxr = written(WxrWriter.with(options()));
        lines = written(JsonLinesWriter.with(options()));
    }

    private static ExportOptions options() {
        return ExportOptions.defaults().withSenders(true);
    }

    private byte[] written(ContentWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(items, out);
        return out.toByteArray();
    }

    /** A WordPress export through Byline. */
    @Benchmark
    public ImportReport wxrImport(Volume volume, Blackhole hole) {
        return read(WxrReader.with(ImportOptions.defaults().withSenders(true)), wxr, volume, hole);
    }

    /** The same bytes through the JDK's StAX once, each text looked at. */
    @Benchmark
    public long wxrBareStax(Volume volume) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(wxr));
        long characters = 0;
        while (reader.hasNext()) {
            reader.next();
            characters += reader.hasText() ? reader.getTextLength() : 0;
        }
        reader.close();
        volume.done(wxr);
        return characters;
    }

    /** Byline JSON lines through Byline. */
    @Benchmark
    public ImportReport jsonImport(Volume volume, Blackhole hole) {
        return read(JsonLinesReader.with(ImportOptions.defaults().withSenders(true)), lines, volume, hole);
    }

    /** The same bytes through Jackson's parser, each text decoded. */
    @Benchmark
    public long jsonBareJackson(Volume volume) {
        long characters = 0;
        try (JsonParser parser = new JsonFactory().createParser(lines)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                characters +=
                        token == JsonToken.VALUE_STRING ? parser.getString().length() : 0;
            }
        }
        volume.done(lines);
        return characters;
    }

    /** Out as JSON lines. */
    @Benchmark
    public Object jsonExport(Volume volume) {
        Object report = JsonLinesWriter.with(options()).write(items, OutputStream.nullOutputStream());
        volume.done(lines);
        return report;
    }

    /** Out as a WordPress export. */
    @Benchmark
    public Object wxrExport(Volume volume) {
        Object report = WxrWriter.with(options()).write(items, OutputStream.nullOutputStream());
        volume.done(wxr);
        return report;
    }

    private static ImportReport read(ContentReader reader, byte[] bytes, Volume volume, Blackhole hole) {
        ImportReport report = reader.read(ContentSource.of("site", bytes), hole::consume);
        if (report.problemCount() > 0 || report.refused()) {
            throw new IllegalStateException(report.toString());
        }
        volume.done(bytes);
        return report;
    }
}
