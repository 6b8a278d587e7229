package dev.byline.exchange;

import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads feeds: RSS 0.90 to 2.0 and Atom 0.3 and 1.0, with the usual extensions (content, Dublin Core, Media RSS).
 *
 * <p>Goes over the source twice, first to know whether it can be read and what it says of itself, then to give the site
 * and each author and article as it comes. The heap holds one entry at a time, and some bytes for each.
 *
 * <ul>
 *   <li>The id is the entry's {@code guid} or {@code id}, else its address; of two with one id the first counts.
 *   <li>The slug is the end of the address, else made of the title.
 *   <li>The body is {@code content:encoded} or {@code content}, and the description then the excerpt; without it, the
 *       description is the body. Relative addresses become whole, by {@code xml:base}, else by the address of the entry.
 *   <li>Dates of RFC 822 may be sloppy; those without a zone are in that of the options. An entry without a date becomes a
 *       draft, with a warning.
 *   <li>Categories become regions or sections as in other formats, {@code dc:subject} and keywords tags.
 *   <li>The picture is the widest of Media RSS, else an enclosed one.
 * </ul>
 *
 * <p>XML with a DOCTYPE is refused, as some of RSS 0.91 has. The lenient reader repairs bare ampersands, as
 * {@link WxrReader} does.
 */
public final class FeedReader implements ContentReader {
    private final ImportOptions options;

    private FeedReader(ImportOptions options) {
        this.options = options;
    }

    /** A reader with these options. */
    public static FeedReader with(ImportOptions options) {
        return new FeedReader(options);
    }

    /** What the first pass gathers. */
    static final class Head implements FeedParser.Parts {
        final FreeSlugs slugs = new FreeSlugs();
        private final Map<String, String> site = new HashMap<>();

        @Override
        public void site(String field, String text) {
            if (!text.isBlank()) {
                site.putIfAbsent(field, text);
            }
        }

        @Override
        public void entry(FeedEntry entry) {
            slugs.reserve(FeedEntries.ownSlug(entry));
        }

        private String of(String field) {
            return site.getOrDefault(field, "");
        }

        Publication publication(ZoneId zone) {
            return new Publication(
                    of("title"),
                    of("link"),
                    of("description"),
                    SafeUrl.of(of("logo"))
                            .map(url -> Image.of(url, of("title")))
                            .orElse(null),
                    Language.of(of("language").isEmpty() ? "und" : of("language")),
                    zone,
                    "",
                    List.of());
        }
    }

    @Override
    public String format() {
        return Feed.FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return Feed.recognises(start) && !Wxr.recognises(start);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        Tally unheard = new Tally(0);
        Head head = new Head();
        pass(source, "", unheard, document -> head);
        Tally tally = new Tally(options.problemsKept());
        if (unheard.refused()) {
            tally.refuseAs(unheard);
            return tally.imported(Feed.FORMAT, source);
        }
        if (!head.site.isEmpty()) {
            tally.count(Counted.SITES);
            items.accept(new Item.Site(head.publication(options.zone())));
        }
        FeedEntries entries = new FeedEntries(options, head.slugs, tally, items);
        pass(source, "file that is no feed", tally, entries::of);
        if (tally.isEmpty() && !tally.refused()) {
            tally.refuse(source.name(), new Refused(0, "holds no feed with anything in it"));
        }
        return tally.imported(Feed.FORMAT, source);
    }

    /** Says what takes the parts of a document. */
    @FunctionalInterface
    private interface Taking {
        FeedParser.Parts of(String document);
    }

    private void pass(ContentSource source, String skip, Tally tally, Taking taking) {
        Reading.over(source, Feed.ENDINGS, skip, tally, (document, in) -> {
            try {
                FeedParser.parse(document, in, options.lenient(), taking.of(document));
            } catch (Refused e) {
                tally.refuse(document, e);
            }
            return !tally.refused();
        });
    }
}
