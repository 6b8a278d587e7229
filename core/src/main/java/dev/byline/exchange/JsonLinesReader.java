package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads Byline's own JSON lines: one item a line, as docs/json-lines.md describes them.
 *
 * <p>Goes over the source once and gives each item as it comes. A broken line is a problem, and the next one is read; so
 * is a line of more than 16 MiB, which is never held, and JSON that is nested deeper than 100 levels. A source is
 * refused only if the first line of a document does not even begin as JSON does, or if it is an archive that can't be
 * read; what was given before that can't be taken back.
 *
 * <p>Needs Jackson 3's databind.
 */
public final class JsonLinesReader implements ContentReader {
    private final ImportOptions options;
    private final JsonBinding binding;

    private JsonLinesReader(ImportOptions options, JsonBinding binding) {
        this.options = options;
        this.binding = binding;
    }

    /**
     * A reader with these options; {@link ImportOptions#senders()} is the only one that matters to this format besides
     * the number of problems kept.
     *
     * @throws IllegalStateException if {@code tools.jackson.core:jackson-databind} is not there
     */
    public static JsonLinesReader with(ImportOptions options) {
        return new JsonLinesReader(options, JsonLines.binding());
    }

    @Override
    public String format() {
        return JsonLines.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return JsonLines.recognises(start);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        Tally tally = new Tally(options.problemsKept());
        Reading.over(source, JsonLines.ENDINGS, "file that is no JSON lines", tally, (document, in) -> {
            read(document, in, tally, items);
            return !tally.refused();
        });
        return tally.imported(JsonLines.FORMAT, source);
    }

    private void read(String document, InputStream in, Tally tally, Consumer<? super Item> items) throws IOException {
        JsonLineInput lines = new JsonLineInput(in, JsonLines.LONGEST_LINE);
        boolean begun = false;
        while (true) {
            switch (lines.next()) {
                case END -> {
                    return;
                }
                case BLANK -> {}
                case TOO_LONG -> {
                    begun = true;
                    tally.leaveOut(
                            document, lines.number(), "", "is longer than " + (JsonLines.LONGEST_LINE >> 20) + " MiB");
                }
                case NOT_UTF8 -> {
                    begun = true;
                    tally.leaveOut(document, lines.number(), "", "is not UTF-8");
                }
                case TEXT -> {
                    if (!begun && !lines.text().stripLeading().startsWith("{")) {
                        tally.refuse(document, new Refused(lines.number(), "is not JSON lines: begins with no object"));
                        return;
                    }
                    begun = true;
                    line(document, lines, tally, items);
                }
            }
        }
    }

    private void line(String document, JsonLineInput lines, Tally tally, Consumer<? super Item> items) {
        Item item;
        try {
            item = binding.read(lines.text(), options.senders());
        } catch (JsonBinding.Unreadable e) {
            tally.leaveOut(document, lines.number(), e.where(), e.reason());
            return;
        }
        tally.count(Counted.of(item));
        if (item instanceof Item.Navigation navigation) {
            tally.count(Counted.MENU_ENTRIES, navigation.menu().size());
        }
        items.accept(item);
    }
}
