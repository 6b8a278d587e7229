package dev.byline.exchange;

import dev.byline.article.Publication;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Markdown of site generators, Hugo and Jekyll among them: documents with front matter in YAML or TOML, from a folder, an
 * archive or a single file.
 *
 * <p>Goes over the source three times: to know where the site begins among its folders, then how everything is called,
 * then to give the items: the site, the authors, then articles, pages and redirects in the order of the source. A document that
 * can't be read is a problem with its line, and the others are read; a source of which nothing can be read is refused.
 * The heap holds one document at a time, and some bytes for each.
 *
 * <ul>
 *   <li>Names of fields are compared without case, hyphens and underscores: {@code expiryDate} is {@code expiry_date}.
 *       Fields in Hugo's {@code params} count like the others.
 *   <li>An article's id is the name of its file without the ending (of its folder, where the file is {@code index.md}),
 *       or its path where another before it has that. The slug is its own, else the end of its {@code url} or
 *       {@code permalink}, else made of the file's name without a date; where it is taken, a number follows it.
 *   <li>Dates stand with or without time and zone; what states no zone is in that of the options. The date of publishing
 *       counts before others, and where there is none, the name of the file may begin with it. {@code draft: true} and
 *       {@code published: false} make a draft, and so does a missing date. A date that can't be read is a warning.
 *   <li>An expiry date that has passed is counted among what was skipped, and the article stays public, unless the
 *       options say to honour it; one in the future counts always.
 *   <li>{@code deck} or {@code subtitle} is the standfirst, {@code excerpt}, {@code summary} or {@code description} the
 *       excerpt. {@code tags}, {@code topics} and {@code keywords} are tags. Categories become regions or sections as in
 *       other formats; where there are none, the folder is one.
 *   <li>{@code _index.md} is no article: below the folders of authors, topics, tags and categories it says what these
 *       are called, elsewhere what a section is called. Nor is what belongs to the generator, or lies beside Hugo's
 *       {@code index.md}.
 *   <li>What states neither a date nor tags, categories or authors is a static page, and so is what says
 *       {@code layout: page}, or lies directly in Hugo's {@code content} without tags and categories.
 *   <li>The body becomes HTML by CommonMark with tables and strikethrough, and HTML in it passes through. Hugo's
 *       shortcodes and Jekyll's Liquid become what a reader would see of them where that can be told; what vanishes is
 *       counted. Links to other documents lead to their slugs.
 *   <li>What {@code hugo.toml}, {@code _config.yml} and their like say of the site's name, address, language, zone and
 *       copyright is the site; the zone counts where the options name none, but not for dates.
 *   <li>{@code aliases} and {@code redirect_from} become redirects and old slugs.
 * </ul>
 *
 * <p>Needs {@code org.commonmark:commonmark}, its extensions for tables and strikethrough, and
 * {@code org.snakeyaml:snakeyaml-engine}.
 */
public final class MarkdownReader implements ContentReader {
    private static final String FORMAT = "Markdown";

    private final ImportOptions options;

    private MarkdownReader(ImportOptions options) {
        this.options = options;
    }

    /**
     * A reader with these options.
     *
     * @throws IllegalStateException if an artifact that it needs is not there
     */
    public static MarkdownReader with(ImportOptions options) {
        needs("org.commonmark.parser.Parser", "org.commonmark:commonmark");
        needs("org.commonmark.ext.gfm.tables.TablesExtension", "org.commonmark:commonmark-ext-gfm-tables");
        needs(
                "org.commonmark.ext.gfm.strikethrough.StrikethroughExtension",
                "org.commonmark:commonmark-ext-gfm-strikethrough");
        needs("org.snakeyaml.engine.v2.parser.ParserImpl", "org.snakeyaml:snakeyaml-engine");
        return new MarkdownReader(options);
    }

    private static void needs(String type, String artifact) {
        try {
            Class.forName(type, false, MarkdownReader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(FORMAT + " needs the artifact " + artifact + ", which is not there", e);
        }
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean recognises(byte[] start) {
        return MarkdownDocument.recognises(start);
    }

    @Override
    public ImportReport read(ContentSource source, Consumer<? super Item> items) {
        // What is wrong with a document is told in the last pass, which sees it again.
        Tally unheard = new Tally(0);
        MarkdownTree tree = new MarkdownTree();
        MarkdownSite site = new MarkdownSite(options.zone());
        Reading.over(source, MarkdownSite.endings(), "", unheard, (document, in) -> {
            if (MarkdownSite.isConfiguration(document)) {
                site.take(document, in);
            } else {
                tree.see(document);
            }
            return true;
        });
        tree.settle();
        MarkdownIndex index = new MarkdownIndex(tree, options.categories());
        if (!unheard.refused()) {
            pass(source, "", unheard, (document, read) -> index(index, document, read));
        }
        Tally tally = new Tally(options.problemsKept());
        if (unheard.refused()) {
            tally.refuseAs(unheard);
            return tally.imported(FORMAT, source);
        }
        site.tellAuthors(index.names);
        index.settle();
        site.tell(tally);
        Publication publication = site.publication();
        Masthead.give(publication, index.names.authors(), tally, items);
        MarkdownPosts posts = new MarkdownPosts(options, index, tally, items);
        pass(source, "file that is no Markdown", tally, (document, read) -> give(index, posts, tally, document, read));
        if (tally.isEmpty() || (publication != null && tally.hasOnly(Counted.SITES))) {
            tally.refuse(source.name(), new Refused(0, "holds no Markdown with front matter that can be read"));
        }
        return tally.imported(FORMAT, source);
    }

    /** Takes a document; null where it has no front matter. */
    @FunctionalInterface
    private interface Taking {
        void take(String document, @Nullable MarkdownDocument read) throws IOException, Refused;
    }

    private static void pass(ContentSource source, String skip, Tally tally, Taking taking) {
        Reading.over(source, MarkdownSite.endings(), skip, tally, (document, in) -> {
            if (MarkdownSite.isConfiguration(document)) {
                return true;
            }
            boolean one = Reading.isOne(source, document);
            try {
                MarkdownDocument read = MarkdownDocument.read(in);
                if (one && read == null) {
                    throw new Refused(1, "has no front matter, which begins with a line \"---\"");
                }
                taking.take(document, read);
            } catch (Refused e) {
                if (one) {
                    tally.refuse(document, e);
                } else {
                    tally.leaveOut(document, e.line(), "", e.reason());
                }
            }
            return true;
        });
    }

    private static void index(MarkdownIndex index, String document, @Nullable MarkdownDocument read)
            throws RefusedSource, Refused {
        if (read == null) {
            return;
        }
        MarkdownPaths path = index.path(document);
        FrontMatter fields = read.fields();
        String name = WxrSlugs.plain(fields.plain("title", "displayname", "name", "linktitle"));
        String term = path.term();
        if (path.role() == MarkdownPaths.Role.POST) {
            index.add(document, MarkdownPosts.isPage(path, fields), MarkdownPosts.wish(path, fields));
        } else if (path.role() == MarkdownPaths.Role.AUTHOR && !term.isEmpty()) {
            index.hold(document, index.names.author(document, term, fields, biography(read)));
        } else if (!term.isEmpty() && !name.isEmpty()) {
            index.hold(document, term.length() + name.length());
            switch (path.role()) {
                case TAG -> index.names.tag(document, term, name);
                case CATEGORY -> index.names.category(document, term, name);
                case SECTION -> index.names.section(document, term, name);
                default -> {}
            }
        }
    }

    private static String biography(MarkdownDocument author) throws Refused {
        String body = author.body().strip();
        return body.isEmpty() ? "" : new MarkdownBody(address -> address).plain(body);
    }

    private static void give(
            MarkdownIndex index, MarkdownPosts posts, Tally tally, String document, @Nullable MarkdownDocument read)
            throws Refused {
        if (read == null) {
            tally.skip("Markdown without front matter");
            return;
        }
        switch (index.path(document).role()) {
            case POST -> {
                MarkdownIndex.Entry entry = index.entry(document);
                if (entry != null) {
                    posts.give(entry, read);
                }
            }
            case AUTHOR -> {
                biography(read);
                tally.count(Counted.AUTHOR_FILES);
            }
            case TAG -> tally.count(Counted.TAG_FILES);
            case CATEGORY -> tally.count(Counted.CATEGORY_FILES);
            case SECTION -> tally.skip("head of a section, which is no article");
            case FRONT -> tally.skip("front page, which is no article");
            case ASIDE -> tally.skip("part of the generator or of another document, which is no article");
        }
    }
}
