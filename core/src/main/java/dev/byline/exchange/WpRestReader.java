package dev.byline.exchange;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what WordPress's REST interface (version 2) answers, saved as JSON: posts, pages, categories, tags, users, media
 * and comments, in any number of documents, each a list or a single object; they are joined by their ids, and what a
 * post has embedded counts like what stands by itself.
 *
 * <p>Goes over the source twice, as {@link WxrReader} does, and what it says of ids, slugs, statuses, categories, tags
 * and comments holds here too. Unlike there, a comment is counted for its article if its state is not told. The heap
 * holds one post or comment at a time, of at most 16 Mi characters, and some bytes for each.
 *
 * <ul>
 *   <li>Dates are taken from the GMT fields, which are UTC without saying so, else from the local ones in the zone of the
 *       options.
 *   <li>An excerpt that WordPress made of the body itself is none. What a post says to be protected needs a password.
 *   <li>A post without an id gets one from its slug, else from its title and date.
 *   <li>An error that was saved in the place of an answer is a problem; a source of which nothing can be read is refused.
 * </ul>
 *
 * <p>Needs Jackson 3's core.
 */
public final class WpRestReader implements ContentReader {
    private static final Set<String> FIRST =
            Set.of("_links", "yoast_head", "yoast_head_json", "sizes", "content", "excerpt", "schema", "routes");
    private static final Set<String> SECOND = Set.of("_links", "yoast_head", "sizes", "schema", "routes");

    private final ImportOptions options;

    private WpRestReader(ImportOptions options) {
        this.options = options;
    }

    /**
     * A reader with these options; where they are lenient, a document that can't be read is left out and the others are
     * read.
     *
     * @throws IllegalStateException if {@code tools.jackson.core:jackson-core} is not there
     */
    public static WpRestReader with(ImportOptions options) {
        JsonPass.needed(WpRest.FORMAT);
        return new WpRestReader(options);
    }

    @Override
    public String format() {
        return WpRest.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return JsonPass.recognises(start, WpRest::recognises);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        WpRestIndex index = new WpRestIndex(options);
        String nothing = "holds nothing of " + WpRest.FORMAT + " that can be read";
        return JsonPass.twice(WpRest.FORMAT, source, options, nothing, new JsonPass.Way(FIRST, index), tally -> {
            index.end(tally);
            Masthead.give(index.hasSite() ? index.publication() : null, index.authors.all(), tally, items);
            return new JsonPass.Way(SECOND, new WpRestArticles(options, index, tally, items));
        });
    }
}
