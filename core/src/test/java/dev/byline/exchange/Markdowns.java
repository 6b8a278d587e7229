package dev.byline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Markdown documents for tests, and what came out of them. */
final class Markdowns {
    /** Enough for an article. */
    static final String DATED = "date: 2026-10-01\n";

    private Markdowns() {}

    /** Several documents in memory, in the order in which they were added. */
    static final class Site implements ContentSource {
        private final Map<String, byte[]> documents = new LinkedHashMap<>();

        Site with(String path, String text) {
            documents.put(path, text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Wxrs.Result read() {
            return read(ImportOptions.defaults());
        }

        Wxrs.Result read(ImportOptions options) {
            List<Item> items = new ArrayList<>();
            ImportReport report = MarkdownReader.with(options).read(this, items::add);
            return new Wxrs.Result(report, items);
        }

        @Override
        public String name() {
            return "site";
        }

        @Override
        public void visit(Visitor visitor) throws IOException {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                if (!visitor.visit(document.getKey(), new ByteArrayInputStream(document.getValue()))) {
                    return;
                }
            }
        }
    }

    static Site site(String path, String text) {
        return new Site().with(path, text);
    }

    /** A document with these fields above this body. */
    static String document(String fields, String body) {
        return "---\n" + fields + "---\n" + body;
    }

    /** What one document alone gives. */
    static Wxrs.Result read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ImportOptions.defaults());
    }

    static Wxrs.Result read(String text, ImportOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), options);
    }

    static Wxrs.Result read(byte[] bytes, ImportOptions options) {
        List<Item> items = new ArrayList<>();
        ImportReport report =
                MarkdownReader.with(options).read(ContentSource.of("bridge-closed.md", bytes), items::add);
        return new Wxrs.Result(report, items);
    }

    /** The article of a dated document with these fields. */
    static dev.byline.article.Article article(String fields) {
        return article(fields, "x\n");
    }

    static dev.byline.article.Article article(String fields, String body) {
        return read(document(fields.contains("date: ") ? fields : DATED + fields, body))
                .article();
    }

    /** The HTML of a body. */
    static String html(String body) {
        return article("title: x\n", body).body();
    }

    /** The fields of a document, whose front matter begins in its second line. */
    static FrontMatter fields(String yaml) {
        try {
            return YamlFields.read(yaml, 2);
        } catch (Refused e) {
            throw new AssertionError(e.line() + ": " + e.reason(), e);
        }
    }

    /** Why front matter is refused. */
    static Refused refusal(String yaml) {
        try {
            FrontMatter fields = YamlFields.read(yaml, 2);
            throw new AssertionError("not refused: " + fields);
        } catch (Refused e) {
            return e;
        }
    }

    /** Runs on a stack so small that what recursed on depth would overflow it. */
    static void onSmallStack(Runnable run) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, run, "small stack", 256 << 10);
        thread.setUncaughtExceptionHandler((where, what) -> thrown.set(what));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Throwable failure = thrown.get();
        if (failure != null) {
            throw new AssertionError(failure);
        }
    }
}
