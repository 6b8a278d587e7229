package dev.byline.exchange;

import java.util.function.Consumer;

/**
 * Reads WordPress exports (WXR 1.0 to 1.2), whatever prefix and version their namespaces bear.
 *
 * <p>Goes over the source twice: first to know authors, terms, pictures, menus and slugs, and whether it can be read at
 * all; then to give the items. So a source that is refused has given nothing. The items come as the site, the authors,
 * then articles, pages and comments in the order of the source (comments before their article), then the menus. The
 * heap holds one body or comment at a time, and some bytes for each article and comment.
 *
 * <ul>
 *   <li>Ids are those of WordPress. A comment on a page bears the id that the page has there.
 *   <li>Published, scheduled, draft and private are what they are in WordPress; pending becomes draft, trash withdrawn,
 *       auto-drafts are skipped, and what is unknown, or published without a date, becomes a draft with a warning.
 *   <li>Dates are taken from the GMT field, else from pubDate, else from the local field in the zone of the options. A
 *       draft has a date only if its GMT field has one.
 *   <li>Titles, names, captions and excerpts become plain text. The body becomes HTML without the marks of WordPress's
 *       editors; blank lines in classic posts become paragraphs. WordPress's own shortcodes become figures, sounds,
 *       films and links; galleries and those of plugins stay. Comments stay as they are.
 *   <li>The slug is the one of the file with its percent codes decoded; where there is none it is made from the title,
 *       else from the id, and where it is taken, the id follows it.
 *   <li>Categories become regions or sections: what {@link CategoryTable} says; else a region if the name, or a slug of
 *       four letters or more, is one that Byline ships; else a section with the sections above it.
 *   <li>A tag that repeats a category, by slug or name, stays a tag, with the category's slug and name, so that both
 *       are printed alike.
 *   <li>An article's number of comments counts what is approved, pingbacks and trackbacks included, as WordPress does.
 *   <li>What JNews counted of shares, in all and by network, is an opening balance, dated by JNews, else by the post.
 *   <li>Custom post types, notes and other kinds of comments, and other taxonomies are skipped and counted.
 * </ul>
 *
 * <p>The primary category is that of Yoast, Rank Math or JNews, a canonical address that of the first two; JNews's subtitle
 * is the standfirst, and what it calls sponsored is. Other things that plugins keep are not read. Authors whom only
 * articles name, such as guests of Co-Authors Plus, come behind those of the head. The lenient reader takes an ampersand that begins no reference for one, and a
 * {@code ]]>} that another one follows before the next tag for text.
 */
public final class WxrReader implements ContentReader {
    private final ImportOptions options;

    private WxrReader(ImportOptions options) {
        this.options = options;
    }

    /** A reader with these options. */
    public static WxrReader with(ImportOptions options) {
        return new WxrReader(options);
    }

    @Override
    public String format() {
        return Wxr.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return Wxr.recognises(start);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        Tally tally = new Tally(options.problemsKept());
        WxrIndex index = new WxrIndex(options, tally);
        pass(source, "file that is no XML", tally, index, index::begin);
        if (tally.refused()) {
            return refused(source, tally);
        }
        index.end();
        Masthead.give(index.hasSite() ? index.publication() : null, index.authors.all(), tally, items);
        WxrArticles articles = new WxrArticles(options, index, tally, items);
        pass(source, "", tally, articles, articles::begin);
        if (!tally.refused()) {
            index.menus.build(index.terms, articles, index.publication().baseUrl(), tally, items);
        }
        return tally.imported(Wxr.FORMAT, source);
    }

    private void pass(ContentSource source, String skip, Tally tally, WxrParser.Parts parts, Consumer<String> begin) {
        Reading.over(source, Wxr.ENDINGS, skip, tally, (document, in) -> {
            begin.accept(document);
            try {
                WxrParser.parse(document, in, options.lenient(), parts);
            } catch (Refused e) {
                tally.refuse(document, e);
            }
            return !tally.refused();
        });
    }

    // What the first pass counted was not read after all.
    private static ImportReport refused(ContentSource source, Tally tally) {
        Tally nothing = new Tally(0);
        nothing.refuseAs(tally);
        return nothing.imported(Wxr.FORMAT, source);
    }
}
