package dev.byline.exchange;

import dev.byline.exchange.json.JsonWalk;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads ninjs, the news of the IPTC as JSON: versions 2 and 3, and what version 1 names otherwise. A document is one
 * item, a list of items, or one item a line.
 *
 * <p>Goes over the source twice, first to know whether it can be read and which version of each item is the last; the
 * heap holds one item at a time, of at most 16 Mi characters, and the address of each.
 *
 * <ul>
 *   <li>The id is the address ({@code uri}); of several versions of one item, the one made last counts.
 *   <li>What is usable is published, what is withheld a draft, what is canceled withdrawn. An embargo that ends later than
 *       the item was made is the instant of publishing.
 *   <li>Marked up bodies go before plain ones, which become paragraphs. The description is the excerpt, the credit line
 *       names the authors.
 *   <li>Places with an ISO 3166-1 code, and those that the {@link CategoryTable} or Byline knows by name, become regions,
 *       other places tags; subjects become regions or sections; people, organisations and keywords tags.
 *   <li>The picture is the largest file of the first picture that goes with the item. An item that is a picture, sound or
 *       film itself is counted and is no article; events and plans are skipped.
 *   <li>An expiry date that has passed is treated as in {@link MarkdownReader}.
 * </ul>
 *
 * <p>Needs Jackson 3's core.
 */
public final class NinjsReader implements ContentReader {
    private static final Set<String> FIRST = Set.of("bodies", "descriptions", "associations", "renditions", "places");

    private final ImportOptions options;

    private NinjsReader(ImportOptions options) {
        this.options = options;
    }

    /**
     * A reader with these options; where they are lenient, a document that can't be read is left out and the others are
     * read.
     *
     * @throws IllegalStateException if {@code tools.jackson.core:jackson-core} is not there
     */
    public static NinjsReader with(ImportOptions options) {
        JsonPass.needed(Ninjs.FORMAT);
        return new NinjsReader(options);
    }

    @Override
    public String format() {
        return Ninjs.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return JsonPass.recognises(start, Ninjs::recognises);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        NinjsVersions versions = new NinjsVersions();
        String nothing = "holds no item of ninjs that is an article or a picture";
        return JsonPass.twice(Ninjs.FORMAT, source, options, nothing, new JsonPass.Way(FIRST, versions), tally -> {
            NinjsItems articles = new NinjsItems(options, versions, tally, items);
            return new JsonPass.Way(Set.of(), new JsonPass.Parts() {
                @Override
                public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
                    return Ninjs.step(place, kind);
                }

                @Override
                public void take(JsonPass.Part part) {
                    articles.take(part);
                }
            });
        });
    }
}
