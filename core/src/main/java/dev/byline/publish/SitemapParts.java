package dev.byline.publish;

import dev.byline.writing.XmlOutput;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a sitemap: one while little has come, else parts with an index. */
final class SitemapParts implements Closeable {
    private static final String SCHEMA = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final int HELD = 1 << 20;
    private static final long MOST_BYTES = 50_000_000;
    // What stands before and behind the addresses.
    private static final int START = 1000;
    private static final String END = "</urlset>\n";

    private final String name;
    private final String folder;
    private final int most;
    private final String namespaces;
    private final SitemapFiles files;
    private final List<String> parts = new ArrayList<>();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream part;
    private long bytes;
    private int count;
    private long all;

    SitemapParts(String name, String folder, int most, String namespaces, SitemapFiles files) {
        this.name = name;
        this.folder = folder;
        this.most = most;
        this.namespaces = namespaces;
        this.files = files;
    }

    void add(String line) throws IOException {
        byte[] own = line.getBytes(StandardCharsets.UTF_8);
        if (count == most || bytes + own.length > MOST_BYTES - START) {
            endPart();
        }
        if (held.size() + own.length > HELD) {
            spill();
        }
        held.write(own);
        bytes += own.length;
        count++;
        all++;
    }

    private void endPart() throws IOException {
        OutputStream out = spill();
        out.write(END.getBytes(StandardCharsets.UTF_8));
        out.close();
        part = null;
        bytes = 0;
        count = 0;
    }

    private OutputStream spill() throws IOException {
        OutputStream out = part;
        if (out == null) {
            String file = name + "-" + (parts.size() + 1) + ".xml";
            out = files.open(file);
            part = out;
            parts.add(file);
            out.write(head("urlset", namespaces));
        }
        held.writeTo(out);
        held.reset();
        return out;
    }

    private static byte[] head(String element, String namespaces) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + element + SCHEMA + namespaces + ">\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    Sitemaps.Written finish() throws IOException {
        String file = name + ".xml";
        List<String> written = new ArrayList<>(List.of(file));
        if (parts.isEmpty()) {
            try (OutputStream out = files.open(file)) {
                out.write(head("urlset", namespaces));
                held.writeTo(out);
                out.write(END.getBytes(StandardCharsets.UTF_8));
            }
            return new Sitemaps.Written(written, all);
        }
        if (count > 0) {
            endPart();
        }
        try (OutputStream out = files.open(file)) {
            out.write(head("sitemapindex", ""));
            for (String one : parts) {
                String line = "<sitemap><loc>" + XmlOutput.text(folder + one) + "</loc></sitemap>\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sitemapindex>\n".getBytes(StandardCharsets.UTF_8));
        }
        written.addAll(parts);
        return new Sitemaps.Written(written, all);
    }

    @Override
    public void close() throws IOException {
        OutputStream out = part;
        if (out != null) {
            out.close();
        }
    }
}
