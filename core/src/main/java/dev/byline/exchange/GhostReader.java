package dev.byline.exchange;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Ghost's JSON: the export of a site, the answers of its interfaces to the content, and what Ghost's own tools for
 * moving in write.
 *
 * <p>Goes over the source twice, first to know tags, authors and what joins them to posts, then to give the items: the
 * site, the authors, then articles and pages in the order of the source. The heap holds one post at a time, of at most
 * 16 Mi characters, and some bytes for each post, tag and author of a post. Tables that are none of these, those of
 * members and newsletters among them, are passed over unread.
 *
 * <ul>
 *   <li>Ids are Ghost's; where there is none, the slug.
 *   <li>What was only sent by email is private. Posts for members need a registration, those for payers and tiers a
 *       subscription. What Ghost features is sticky.
 *   <li>A tag becomes a region if {@link CategoryTable} or the name says so. The first public tag, which Ghost prints with
 *       the post, becomes a section otherwise. All public tags stay tags; internal ones go.
 *   <li>The body is the HTML, else paragraphs of the plain text. Where an old export has neither, only the document of
 *       Ghost's editor, the body stays empty and the report says so.
 *   <li>Ghost's placeholder for the address of the site goes, so that such links lead to the site itself.
 * </ul>
 *
 * <p>Needs Jackson 3's core.
 */
public final class GhostReader implements ContentReader {
    private static final Set<String> UNREAD =
            Set.of("mobiledoc", "lexical", "codeinjection_head", "codeinjection_foot");
    private static final Set<String> FIRST =
            Set.of("mobiledoc", "lexical", "codeinjection_head", "codeinjection_foot", "html", "plaintext");

    private final ImportOptions options;

    private GhostReader(ImportOptions options) {
        this.options = options;
    }

    /**
     * A reader with these options; where they are lenient, a document that can't be read is left out and the others are
     * read.
     *
     * @throws IllegalStateException if {@code tools.jackson.core:jackson-core} is not there
     */
    public static GhostReader with(ImportOptions options) {
        JsonPass.needed(Ghost.FORMAT);
        return new GhostReader(options);
    }

    @Override
    public String format() {
        return Ghost.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return JsonPass.recognises(start, Ghost::recognises);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        GhostIndex index = new GhostIndex(options);
        String nothing = "holds nothing of " + Ghost.FORMAT + " that can be read";
        return JsonPass.twice(Ghost.FORMAT, source, options, nothing, new JsonPass.Way(FIRST, index), tally -> {
            index.end(tally);
            Masthead.give(index.hasSite() ? index.publication() : null, index.authors.all(), tally, items);
            return new JsonPass.Way(UNREAD, new GhostPosts(options, index, tally, items));
        });
    }
}
