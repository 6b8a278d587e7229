package dev.byline.exchange;

import dev.byline.testkit.LargeExport;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Reads a {@link LargeExport} in a process of its own and says what it found and what it took. */
final class LargeImport {
    private LargeImport() {}

    /** What can be read. */
    enum Format {
        WXR,
        JSON_LINES,
        REST,
        GHOST,
        NINJS,
        RSS;

        LargeExport export(int megabytes) {
            return switch (this) {
                case WXR -> LargeExport.wordPress(megabytes);
                case JSON_LINES -> LargeExport.jsonLines(megabytes);
                case REST -> LargeExport.rest(megabytes);
                case GHOST -> LargeExport.ghost(megabytes);
                case NINJS -> LargeExport.ninjs(megabytes);
                case RSS -> LargeExport.rss(megabytes);
            };
        }

        byte[] bytes(int megabytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                export(megabytes).visit((document, in) -> in.transferTo(out) > 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        ContentReader reader() {
            ImportOptions options = ImportOptions.defaults().withSenders(true);
            return switch (this) {
                case WXR -> WxrReader.with(options);
                case JSON_LINES -> JsonLinesReader.with(options);
                case REST -> WpRestReader.with(options);
                case GHOST -> GhostReader.with(options);
                case NINJS -> NinjsReader.with(options);
                case RSS -> FeedReader.with(options);
            };
        }
    }

    public static void main(String[] arguments) {
        Format format = Format.valueOf(arguments[0]);
        Measured source = new Measured(format.export(Integer.parseInt(arguments[1])));
        long start = System.nanoTime();
        ImportReport report = format.reader().read(source, item -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = source.bytes / 1e6 / source.visits;
        System.out.println(report.counts());
        System.out.println(report.problemCount() + " problems");
        System.out.println(megabytes >= Integer.parseInt(arguments[1]) ? "large enough" : "too small: " + megabytes);
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, heap of %d MiB: %.0f MB at %.0f MB/s, with the making of them; %d MiB used at most%n",
                format,
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                megabytes,
                megabytes / seconds,
                source.peak >> 20);
        if (report.refused()) {
            System.out.println(report.fatal());
            System.exit(1);
        }
    }

    /** Counts the bytes that are read, and looks at the heap, garbage included, as they are. */
    private static final class Measured implements ContentSource {
        private final ContentSource source;
        private int visits;
        private long bytes;
        private long peak;

        Measured(ContentSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public void visit(Visitor visitor) throws IOException {
            visits++;
            source.visit((document, in) -> visitor.visit(document, new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    bytes++;
                    return super.read();
                }

                @Override
                public int read(byte[] buffer, int from, int length) throws IOException {
                    int read = in.read(buffer, from, length);
                    bytes += Math.max(0, read);
                    Runtime runtime = Runtime.getRuntime();
                    peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
                    return read;
                }
            }));
        }
    }
}
