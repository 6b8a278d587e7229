package dev.byline.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes Byline's own JSON lines: everything that an item says, in UTF-8, one item a line.
 *
 * <p>What {@link JsonLinesReader} reads of it equals what was written. Goes over the items once and holds one at a time.
 * Who sent a comment is written only if the options ask for it. Needs Jackson 3's databind.
 */
public final class JsonLinesWriter implements ContentWriter {
    private final ExportOptions options;
    private final JsonBinding binding;

    private JsonLinesWriter(ExportOptions options, JsonBinding binding) {
        this.options = options;
        this.binding = binding;
    }

    /**
     * A writer with these options.
     *
     * @throws IllegalStateException if {@code tools.jackson.core:jackson-databind} is not there
     */
    public static JsonLinesWriter with(ExportOptions options) {
        return new JsonLinesWriter(options, JsonLines.binding());
    }

    @Override
    public String format() {
        return JsonLines.FORMAT;
    }

    @Override
    public ExportReport write(Iterable<? extends Item> items, OutputStream out) {
        Tally tally = new Tally(0);
        try {
            for (Item item : items) {
                out.write(binding.write(item, options.senders()));
                tally.count(Counted.of(item));
                if (item instanceof Item.Navigation navigation) {
                    tally.count(Counted.MENU_ENTRIES, navigation.menu().size());
                }
                if (item instanceof Item.Remark remark && remark.sender() != null && !options.senders()) {
                    tally.skip("sender of a comment");
                }
            }
            out.flush();
        } catch (IOException e) {
            throw Failures.cannotWrite(JsonLines.FORMAT, e);
        }
        return tally.exported(JsonLines.FORMAT);
    }
}
